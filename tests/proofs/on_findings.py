"""The sentences of findings, each with when it is true of the answers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from maturity.results.findings import AgendaEntry, Finding
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind
from tests.proofs.reading import average_deviation
from tests.proofs.rules import (
    BANDS,
    backwards,
    band_on,
    moves_on,
    pattern_on,
    shape_of,
    sign,
    unsure,
    values_on,
    votes,
    worst_facets,
    wrong_side,
)
from tests.proofs.said import Holds, Row, Said
from tests.proofs.words import Unreadable, each_team, names_in, place_in, rounded, steps_in

F = FindingKind


def stands_for(said: Said, facet: Facet, word: str) -> bool:
    """Whether a facet falls into the band of this word, and no other facet into a worse one."""
    place = band_on(said.reading, said.question.id, facet)
    is_worst = facet in worst_facets(said.reading, said.question)
    return place is not None and is_worst and BANDS[place].value.replace("_", " ") == word.lower()


def _every_team_alike(said: Said) -> bool:
    facet, question = said.facet(), said.question.id
    middles = said.reading.middles(question, facet)
    everybody = middles.keys() == said.reading.row(question, facet).keys()
    return stands_for(said, facet, said["word"]) and everybody and len(set(middles.values())) == 1


def _between(said: Said) -> bool:
    facet = said.facet()
    middles = said.reading.middles(said.question.id, facet)
    ends = {"low": min(middles.values()), "high": max(middles.values())}
    return (
        stands_for(said, facet, said["word"])
        and steps_in(said["gap"]) == rounded(ends["high"] - ends["low"])
        and all(said.at(f"at_{end}") == place for end, place in ends.items())
        and all(
            set(said.teams(end)) == {team for team, middle in middles.items() if middle == place}
            for end, place in ends.items()
        )
    )


def _told_of(said: Said) -> Facet:
    """The facet that a shape is of: its sentence names none."""
    facet = said.within(Finding).facet
    if facet is None:
        raise Unreadable(said.text)
    return facet


def _shape(said: Said) -> tuple[FindingKind, list[set[str]]]:
    kind, camps = shape_of(said.reading.middles(said.question.id, _told_of(said)))
    return kind, list(map(set, camps))


def _alone(said: Said) -> bool:
    return _shape(said) == (F.LONE_DISSENTER, [set(said.teams("one")), set(said.teams("others"))])


def _camps(said: Said) -> bool:
    kind, camps = _shape(said)
    return kind is F.TWO_CAMPS and all(set(said.teams(side)) in camps for side in ("one", "other"))


def _unanimous(said: Said) -> bool:
    """Everybody of every team says the same."""
    rows = said.reading.places(said.question.id, _told_of(said))
    return len({place for row in rows.values() for place in row}) == 1


def _next_to_each_other(said: Said) -> bool:
    return _shape(said)[0] is F.ADJACENT


def _spread_out(said: Said) -> bool:
    return _shape(said)[0] is F.SPREAD


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


def _needs_more_than_offered(said: Said) -> bool:
    offered, needs = said.question.offered, said.reading.middles(said.question.id, Facet.NEEDED)
    if offered is None or offered.most is None or said.at("most") != offered.most:
        return False
    listed = {
        team: place_in(said.scale, need)
        for team, need in each_team(said.case.questionnaire, said["needs"], " needs ").items()
    }
    return listed == {team: need for team, need in needs.items() if need > offered.most}


def _offer_unknown(said: Said) -> bool:
    return said.question.offered is not None and said.question.offered.most is None


def _wants(more: int) -> Holds:
    def holds(said: Said) -> bool:
        needs, wants = (said.reading.middles(said.question.id, facet) for facet in (Facet.NEEDED, Facet.WANTED))
        found = {team for team in needs.keys() & wants.keys() if sign(wants[team] - needs[team]) == more}
        return found == set(said.teams("teams"))

    return holds


def _today_differs(said: Said) -> bool:
    return (said.reading.gap(said.question.id, Facet.TODAY) or 0) > 1


def _directions_differ(said: Said) -> bool:
    return len({sign(move) for move in moves_on(said.reading, said.question.id).values()}) > 1


def _same_way_at_another_pace(said: Said) -> bool:
    """Everybody who has a target has a start as well; all move, and one way; and not by as much."""
    moves = moves_on(said.reading, said.question.id)
    ends = said.reading.middles(said.question.id, Facet.IN_24_MONTHS)
    signs = {sign(move) for move in moves.values()}
    return moves.keys() == ends.keys() and signs in ({1}, {-1}) and len(set(moves.values())) > 1


def _goes_backwards(said: Said) -> bool:
    return set(said.teams("teams")) == set(backwards(said.reading, said.question))


def _cannot_hold(said: Said) -> bool:
    pairs = [pair for pair in said.case.questionnaire.contradictions if pair.lower == said.question.id]
    pair = next(
        (p for p in pairs if said.reading.question(p.upper).title == said["title"] and p.text == said["why"]), None
    )
    return (
        pair is not None
        and _says_the(said, pair.lower, max, "lower")
        and _says_the(said, pair.upper, min, "upper")
        and max(values_on(said.reading, pair.lower).values()) > min(values_on(said.reading, pair.upper).values())
    )


def _says_the(said: Said, question: str, which: Callable[[list[Fraction]], Fraction], part: str) -> bool:
    """`A and B say 5 days`: exactly these teams give the largest or the smallest value."""
    values, options = values_on(said.reading, question), said.reading.scale(question).options
    if not values:
        return False
    value = which(list(values.values()))
    labels = {option.label for option in options if option.value == value}
    teams = {team for team, own in values.items() if own == value}
    return said[f"{part}_value"] in labels and set(said.teams(f"{part}_teams")) == teams


def _everybody_met(said: Said) -> bool:
    places = said.reading.places(said.question.id, Facet.STATUS)
    unknown = sum(said.reading.state(said.question.id, Facet.STATUS, DONT_KNOW).values())
    return {place for row in places.values() for place in row} == {0} and not unknown


def _statuses(said: Said) -> tuple[set[str], set[str]]:
    """What every team says, counted where several of it did; and what the sentence lists."""
    labels = [option.label.lower() for option in said.scale.options]
    expected: set[str] = set()
    for team in said.reading.row(said.question.id, Facet.STATUS):
        row = said.reading.places(said.question.id, Facet.STATUS).get(team, [])
        unknown = said.reading.state(said.question.id, Facet.STATUS, DONT_KNOW)[team]
        counts = {labels[place]: row.count(place) for place in sorted(set(row))} | (
            {"don't know": unknown} if unknown else {}
        )
        several = len(row) + unknown > 1
        words = ", ".join(f"{count} {word}" if several else word for word, count in counts.items())
        if words:
            expected.add(f"{said.case.questionnaire.team_by_id[team].label} {words}")
    return expected, set(said["list"].split("; "))


def _status(*allowed: set[int]) -> Holds:
    def holds(said: Said) -> bool:
        rows = said.reading.places(said.question.id, Facet.STATUS).values()
        expected, listed = _statuses(said)
        return {place for row in rows for place in row} in allowed and expected == listed

    return holds


def _mostly_unknown(said: Said) -> bool:
    """Most teams, and of each that is named most people."""
    teams = unsure(said.reading, said.question)
    heard = [team for team in said.reading.teams if _said_anything(said, team)]
    return set(said.teams("teams")) == set(teams) and 2 * len(teams) > len(heard)


def _said_anything(said: Said, team: str) -> bool:
    rows = [said.reading.row(said.question.id, facet).get(team, []) for facet in said.question.facets]
    return any(choice not in (None, NOT_APPLICABLE) for row in rows for choice in row)


def _tied(said: Said) -> bool:
    named = said.reading.named(said.question.id)
    return set(said.teams("teams")) == {team for team, owners in named.items() if len(owners) > 1}


def _torn_inside(said: Said) -> bool:
    facet = said.facet()
    rows = said.reading.places(said.question.id, facet)
    labels = said.case.questionnaire.team_by_id
    expected = {
        f"{labels[team].label} ({len(row)} answers from {row[0]} to {row[-1]})"
        for team, row in rows.items()
        if average_deviation(row) > Fraction(1)
    }
    return set(names_in(said["list"])) == expected


def _does_not_apply(said: Said) -> bool:
    """On some facet nobody of these teams gives an option and somebody says it, while another team answers."""
    for facet in said.question.facets:
        places, outside = (
            said.reading.places(said.question.id, facet),
            said.reading.state(said.question.id, facet, NOT_APPLICABLE),
        )
        if places and {team for team, count in outside.items() if count and team not in places} == set(
            said.teams("teams")
        ):
            return True
    return False


def _fewer_than_two(said: Said) -> bool:
    return all(len(said.reading.places(said.question.id, facet)) < 2 for facet in said.question.facets)


ROWS: Final = (
    Row("{word=Aligned}[ {where}]: every team gives the same answer.", _every_team_alike),
    Row(
        "{word=Aligned|Close|Apart|Far apart}[ {where}]: {gap} between {low} ({at_low}) and {high} ({at_high}).",
        _between,
    ),
    Row("{one} stands alone against {others}.", _alone),
    Row("Two camps: {one} against {other}.", _camps),
    Row("The answers are unanimous.", _unanimous),
    Row("The answers are next to each other.", _next_to_each_other),
    Row("The answers are spread out.", _spread_out),
    Row("Agreed: all who answered name {owner}.", _all_people_name),
    Row("Not confirmed: all who answered name {owner}, a team that has not answered.", _all_name_a_silent_team),
    Row("Contested: {owners} each name themselves ({named}).", _each_name_themselves),
    Row("Unaware owner: most name {owner}, who names another ({named}).", _most_name_who_names_another),
    Row("No owner: no team takes it ({named}).", _no_team_takes_it),
    Row("Split: the teams name different owners ({named}).", _different_owners),
    Row("{teams} {=gives|give} this task to us; the documentation gives it to the service.", _given_to_us),
    Row("{teams} {=leaves|leave} this to the service; the documentation says it is ours.", _left_to_the_service),
    Row("Blocker: {needs}; the service offers at most {most}.", _needs_more_than_offered),
    Row("What the service offers here is not clear from its documentation.", _offer_unknown),
    Row("Comfort: {teams} {=wants|want} more control than {=it needs|they need}.", _wants(1)),
    Row("Exposed: {teams} {=wants|want} less control than {=it needs|they need}.", _wants(-1)),
    Row("The teams see today differently; evidence can settle that.", _today_differs),
    Row("The teams do not want to move in the same direction.", _directions_differ),
    Row("Same direction, but the teams want to arrive at different times.", _same_way_at_another_pace),
    Row("{teams} {=has|have} a target that goes backwards: please check.", _goes_backwards),
    Row(
        "Cannot hold together with “{title}”: {lower_teams} {=says|say} {lower_value} here, "
        "{upper_teams} {=says|say} {upper_value} there. {why}",
        _cannot_hold,
    ),
    Row("Met: everybody who answered says so.", _everybody_met),
    Row("Partly met: {list}.", _status({1}, {0, 1}, {1, 2})),
    Row("Not met: {list}.", _status({2})),
    Row("The answers differ: {list}.", _status({0, 2}, {0, 1, 2})),
    Row("Mostly unknown: {teams} answered don't know.", _mostly_unknown),
    Row("{teams} {=names|name} several owners equally often.", _tied),
    Row("No common position[ {where}] inside {list}.", _torn_inside),
    Row("{teams} {=says|say} this does not apply, others answer it.", _does_not_apply),
    Row("Fewer than two teams have a position, so nothing can be compared.", _fewer_than_two),
)


def _joined(said: Said) -> bool:
    """The sentences of what put a question on the agenda, one after the other; each stands beside its finding too."""
    entry = said.within(AgendaEntry)
    found = said.results.question_by_id[entry.question].findings
    return said.text == " ".join(dict.fromkeys(one.says for one in found if one.kind in entry.findings))


REASONS: Final = (Row("{reason}", _joined),)
