"""The sentences on prerequisites, and on who does not know, each with when it is true of the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, FindingKind
from tests.proofs.rules import found_on, heard_on, is_mostly_unknown, sure_on, unsure
from tests.proofs.said import Holds, Row, Said, told
from tests.proofs.words import COUNT, FACETS, Unreadable, clauses_in, how_many, known, shares_in, teams_in

F = FindingKind
Shares = Mapping[str, tuple[int, int]]
"""By team, how many of how many."""


def _unknown(said: Said, team: str, facet: Facet = Facet.STATUS) -> int:
    return said.reading.state(said.question.id, facet, DONT_KNOW)[team]


def _voices(said: Said, team: str, facet: Facet = Facet.STATUS) -> int:
    """How many people of a team said anything on a facet."""
    return sum(choice is not None for choice in said.reading.row(said.question.id, facet)[team])


def are_shares(said: Said, words: str, expected: Shares, unit: str) -> bool:
    """`A, B (1 of 2 people)`: exactly these teams, each with its part where that is not all of it."""
    labels = {team.label: team.id for team in said.case.questionnaire.teams}
    found = {known(labels, name): part for name, part in shares_in(words).items()}
    parts = {team: (some, of, unit) if some < of else None for team, (some, of) in expected.items()}
    return found == parts


def _met(said: Said) -> bool:
    """So many say so, and everybody who spoke and says otherwise is named; the word is what the rules find."""
    words = {"Met": F.PREREQUISITE_MET, "Met, not confirmed": F.PREREQUISITE_UNCONFIRMED}
    question, spoke = said.question, said.reading.spoke(said.question.id, Facet.STATUS)
    sure = sure_on(said.reading, question)
    told: set[str] = set()
    clauses = clauses_in(said["clauses"])
    counted = re.fullmatch(rf"({COUNT}) says? so", clauses[0])
    if counted is None or how_many(counted[1]) != (len(sure), len(spoke)):
        return False
    everybody = all(_clause(said, clause, sure, told) for clause in clauses[1:])
    doubting = {team for team in spoke if _unknown(said, team) or team not in sure}
    first = question.concerns
    is_named = first is None or first in sure or f"it concerns {_label(said, first)} first" in said["clauses"]
    return everybody and told == doubting and is_named and words[said["word"]] in found_on(said.reading, question)


def _clause(said: Said, clause: str, sure: Iterable[str], told: set[str]) -> bool:
    if found := re.fullmatch(r"(\d+) of (\d+) people of (.+) (?:does|do) not know", clause):
        (team,) = teams_in(said.case.questionnaire, found[3])
        told.add(team)
        return (int(found[1]), int(found[2])) == (_unknown(said, team), _voices(said, team)) and team in sure
    if found := re.fullmatch(r"(.+) (?:does|do) not know", clause):
        spoke = said.reading.spoke(said.question.id, Facet.STATUS)
        unknown = {t: (_unknown(said, t), _voices(said, t)) for t in spoke if _unknown(said, t) and t not in sure}
        told.update(unknown)
        return are_shares(said, found[1], unknown, "people")
    if found := re.fullmatch(r"(.+) says? that it does not apply", clause):
        teams = set(teams_in(said.case.questionnaire, found[1]))
        told.update(teams)
        return all(_only_outside(said, team, said.question.facets) for team in teams)
    if found := re.fullmatch(r"it concerns (.+) first(?:, which (.+))?", clause):
        (team,) = teams_in(said.case.questionnaire, found[1])
        spoke = said.reading.spoke(said.question.id, Facet.STATUS)
        why = None if team in spoke else said.reading.absence(said.question.id, Facet.STATUS, team)
        return team == said.question.concerns and team not in sure and found[2] == why
    raise Unreadable(clause)


def _only_outside(said: Said, team: str, facets: Iterable[Facet]) -> bool:
    """Whether a team says that something does not apply, and nothing else."""
    rows = [said.reading.row(said.question.id, facet).get(team, []) for facet in facets]
    return {choice for row in rows for choice in row} - {None} == {NOT_APPLICABLE}


def _label(said: Said, team: str) -> str:
    return said.case.questionnaire.team_by_id[team].label


def _statuses(said: Said) -> tuple[set[str], set[str]]:
    """What every team says, counted where several of it did; and what the sentence lists."""
    labels = [option.label.lower() for option in said.scale.options]
    expected: set[str] = set()
    for team in said.reading.row(said.question.id, Facet.STATUS):
        row = said.reading.places(said.question.id, Facet.STATUS).get(team, [])
        unknown = _unknown(said, team)
        counts = {labels[place]: row.count(place) for place in sorted(set(row))} | (
            {"don't know": unknown} if unknown else {}
        )
        several = len(row) + unknown > 1
        words = ", ".join(f"{count} {word}" if several else word for word, count in counts.items())
        if words:
            expected.add(f"{_label(said, team)} {words}")
    return expected, set(said["list"].split("; "))


def _status(*allowed: set[int]) -> Holds:
    def holds(said: Said) -> bool:
        rows = said.reading.places(said.question.id, Facet.STATUS).values()
        expected, listed = _statuses(said)
        return {place for row in rows for place in row} in allowed and expected == listed

    return holds


def _mostly_unknown(said: Said) -> bool:
    """Most of the teams that know or do not: exactly those are named, of each how much of what it said."""
    question, mine = said.question, unsure(said.reading, said.question)
    heard = heard_on(said.reading, question)
    expected = {}
    for team in mine:
        unknown = sum(said.reading.state(question.id, facet, DONT_KNOW).get(team, 0) for facet in question.facets)
        options = sum(len(said.reading.places(question.id, facet).get(team, ())) for facet in question.facets)
        expected[team] = (unknown, unknown + options)
    unit = "people" if len(question.facets) == 1 else "answers"
    are_most = is_mostly_unknown(said.reading, question) and are_shares(said, said["names"], expected, unit)
    if said["some"]:
        are_most &= (said.number("some"), said.number("all")) == (len(mine), len(heard)) and len(heard) > 1
    else:
        are_most &= heard == mine and len(heard) == 1
    outside = {team for team in said.reading.teams if _only_outside(said, team, question.facets)}
    return are_most and outside == (set(said.teams("outside")) if said["outside"] else set())


def _does_not_apply(said: Said) -> bool:
    """On the facet that is named nobody of these teams gives an option and somebody says it; the others answer."""
    several = len(said.question.facets) > 1
    facet = known(FACETS, said["where"]) if several else said.question.facets[0]
    if several != bool(said["where"]):
        return False
    places = said.reading.places(said.question.id, facet)
    outside = said.reading.state(said.question.id, facet, NOT_APPLICABLE)
    mine = {t: (count, _voices(said, t, facet)) for t, count in outside.items() if count and t not in places}
    return are_shares(said, said["names"], mine, "people") and set(said.teams("answering")) == places.keys()


ROWS: Final = (
    Row("{word=Met|Met, not confirmed}: {clauses}.", _met),
    Row("Partly met: {list}.", told("Somebody says partly, and not both of the others.", _status({1}, {0, 1}, {1, 2}))),
    Row("Not met: {list}.", told("Everybody with an answer says that it is not met.", _status({2}))),
    Row("The answers differ: {list}.", told("Some say met and some not met.", _status({0, 2}, {0, 1, 2}))),
    Row(
        "Mostly unknown: [{some} of {all} teams {=does|do} not know: ]{names}[{=| does not know}]"
        "[; {outside} {=says|say} that it does not apply].",
        _mostly_unknown,
    ),
    Row(
        "{names} {=says|say} that this does not apply[ {where}]; {answering} {=answers|answer} it.",
        _does_not_apply,
    ),
)
