"""The sentences on who owns a task, each with when it is true of the answers."""

from __future__ import annotations

from typing import Final

from questionnaires.words import Facet, FindingKind
from tests.proofs.rules import pattern_on, votes, wrong_side
from tests.proofs.said import Row, Said
from tests.proofs.words import names_in

F = FindingKind


def _people_named(said: Said) -> set[str]:
    options = said.scale.options
    rows = said.reading.places(said.question.id, Facet.OWNER)
    return {options[place].key for row in rows.values() for place in row}


def _all_people_name(said: Said) -> bool:
    return _people_named(said) == set(said.owners("owner")) and len(said.reading.named(said.question.id)) > 1


def _all_name_a_silent_team(said: Said) -> bool:
    return _all_people_name(said) and not set(said.owners("owner")) & set(said.reading.teams)


def who_names_whom(said: Said, part: str = "named") -> bool:
    """`A names X; B and C name Y or Z`: of every team that named anybody, exactly the owners that most name."""
    labels = {option.key: option.label for option in said.scale.options}
    left = {said.case.questionnaire.team_by_id[t].label: o for t, o in said.reading.named(said.question.id).items()}
    for group in said[part].split("; "):
        who, verb, whom = group.partition(" names " if " names " in group else " name ")
        teams = names_in(who)
        if (verb == " names ") != (len(teams) == 1):
            return False
        for team in teams:
            if [labels[owner] for owner in left.pop(team, ())] != names_in(whom, "or"):
                return False
    return not left


def _each_name_themselves(said: Said) -> bool:
    claimants = [team for team, owners in said.reading.named(said.question.id).items() if team in owners]
    return len(claimants) > 1 and set(claimants) == set(said.teams("owners")) and who_names_whom(said)


def _most_name_who_names_another(said: Said) -> bool:
    named, (owner,) = said.reading.named(said.question.id), said.owners("owner")
    return (
        2 * votes(named).get(owner, 0) > len(named) and owner not in named.get(owner, (owner,)) and who_names_whom(said)
    )


def _no_team_takes_it(said: Said) -> bool:
    named = said.reading.named(said.question.id)
    return not any(team in owners for team, owners in named.items()) and who_names_whom(said)


def _different_owners(said: Said) -> bool:
    named = said.reading.named(said.question.id)
    return pattern_on(said.reading, said.question.id) is F.SPLIT and len(votes(named)) > 1 and who_names_whom(said)


def _given_to_us(said: Said) -> bool:
    is_service = said.reading.documented(said.question.id) == "service"
    return is_service and set(said.teams("teams")) == set(wrong_side(said.reading, said.question.id))


def _left_to_the_service(said: Said) -> bool:
    is_ours = said.reading.documented(said.question.id) == "customer"
    return is_ours and set(said.teams("teams")) == set(wrong_side(said.reading, said.question.id))


def _tied(said: Said) -> bool:
    named = said.reading.named(said.question.id)
    return set(said.teams("teams")) == {team for team, owners in named.items() if len(owners) > 1}


ROWS: Final = (
    Row("Agreed: all who answered name {owner}.", _all_people_name),
    Row("Not confirmed: all who answered name {owner}, a team that has not answered.", _all_name_a_silent_team),
    Row("Contested: {owners} each name themselves ({named}).", _each_name_themselves),
    Row("Unaware owner: most name {owner}, who names another ({named}).", _most_name_who_names_another),
    Row("No owner: no team takes it ({named}).", _no_team_takes_it),
    Row("Split: the teams name different owners ({named}).", _different_owners),
    Row("{teams} {=gives|give} this task to us; the documentation gives it to the service.", _given_to_us),
    Row("{teams} {=leaves|leave} this to the service; the documentation says it is ours.", _left_to_the_service),
    Row("{teams} {=names|name} several owners equally often.", _tied),
)
