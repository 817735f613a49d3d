"""A tally file: counts without names, notes or single answers, so that they can travel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import Field

from questionnaires.model import Questionnaire
from questionnaires.parts import several
from questionnaires.reading import Fault, InvalidFile, expect, validate
from questionnaires.response import Asked, Respondent, Written
from questionnaires.words import Facet, FileKind

MOST_ROWS: Final = 20_000
DIFFERENCES: Final = 11
"""Differences from −5 to +5."""

Count = Annotated[int, Field(ge=0, le=10**9)]
Name = Annotated[str, Field(min_length=1, max_length=121)]


class TeamCount(Written):
    """How many people of a team answered, and how many facets."""

    id: Name
    respondents: Count
    completed: Count
    asked: Count
    answered: Count


class CellCount(Written):
    """Answers of one team on one facet: over the whole scale, and the states that are no number."""

    question: Name
    facet: Facet = Field(strict=False)
    team: Name
    counts: tuple[Count, ...] = several(min_length=2, max_length=10)
    dont_know: Count = 0
    not_applicable: Count = 0
    unanswered: Count = 0


class RowCount(Written):
    """Counts of one team on one question: differences, or bases of a need."""

    question: Name
    team: Name
    counts: tuple[Count, ...] = several(min_length=2, max_length=DIFFERENCES)


class FlagCount(Written):
    """How many people of a team flagged a question."""

    question: Name
    team: Name
    count: Count


class CountedFile(Written):
    """All counts of some responses of one round. `people` recognises a respondent without naming one."""

    questionnaire: Asked
    round: Annotated[int, Field(ge=1, le=999)]
    people: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")], ...] = several(default=(), max_length=MOST_ROWS)
    team: tuple[TeamCount, ...] = several(max_length=7)
    cell: tuple[CellCount, ...] = several(default=(), max_length=MOST_ROWS)
    difference: tuple[RowCount, ...] = several(default=(), max_length=MOST_ROWS)
    basis: tuple[RowCount, ...] = several(default=(), max_length=MOST_ROWS)
    flag: tuple[FlagCount, ...] = several(default=(), max_length=MOST_ROWS)


def person(respondent: Respondent) -> str:
    """What recognises a respondent of a round in a tally: a hash of the random id, never the id itself."""
    return hashlib.sha256(f"{respondent.id}:{respondent.round}".encode()).hexdigest()[:16]


def admit_counts(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> CountedFile:
    """The counts in a parsed document, checked against their questionnaire. Raises InvalidFile with all faults."""
    counted = validate(CountedFile, expect(document, FileKind.TALLY, name), name)
    faults = [Fault(name, key, message) for key, message in _misfits(counted, questionnaire)]
    if faults:
        raise InvalidFile(faults)
    return counted


def _misfits(counted: CountedFile, questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    if counted.questionnaire.id != questionnaire.head.id:
        yield "questionnaire.id", f'is "{counted.questionnaire.id}"; this comparison is on "{questionnaire.head.id}"'
        return
    if counted.questionnaire.fingerprint != questionnaire.fingerprint:
        # Counts cannot be checked question by question against a scale that they do not hold.
        sentence = "is of another version of the questionnaire; export the tally anew with this one"
        yield "questionnaire.fingerprint", sentence
        return
    for place, team in enumerate(counted.team):
        if team.id not in questionnaire.team_by_id:
            yield f"team[{place}].id", f'is "{team.id}"; the teams are {", ".join(questionnaire.team_by_id)}'
    teams = {team.id: team.respondents for team in counted.team}
    if counted.people and len(counted.people) != sum(teams.values()):
        yield "people", f"names {len(counted.people)} people, but the teams have {sum(teams.values())}"
    yield from _cells(counted, questionnaire, teams)
    yield from _rows(counted, questionnaire, teams)


def _cells(counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, str, str]] = set()
    for place, cell in enumerate(counted.cell):
        key = f"cell[{place}]"
        question = questionnaire.question_by_id.get(cell.question)
        if question is None or cell.facet not in question.facets:
            yield f"{key}.question", f'"{cell.question}" has no facet {cell.facet.value} in this questionnaire'
            continue
        options = len(questionnaire.scale_by_id[question.scale].options)
        if len(cell.counts) != options:
            yield f"{key}.counts", f"has {len(cell.counts)} numbers, where the scale has {options} options"
        total = sum(cell.counts) + cell.dont_know + cell.not_applicable + cell.unanswered
        if total > teams.get(cell.team, 0):
            yield key, f'counts {total} answers, more than the people of "{cell.team}"'
        if (cell.question, cell.facet, cell.team) in seen:
            yield key, "counts the same question, facet and team a second time"
        seen.add((cell.question, cell.facet, cell.team))


def _rows(counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]) -> Iterator[tuple[str, str]]:
    bases = len(questionnaire.scale_by_id["basis"].options) if "basis" in questionnaire.scale_by_id else 0
    for name, rows, length in (("difference", counted.difference, DIFFERENCES), ("basis", counted.basis, bases)):
        for place, row in enumerate(rows):
            if row.question not in questionnaire.question_by_id or row.team not in teams:
                yield f"{name}[{place}]", f'"{row.question}" or team "{row.team}" is not counted in this file'
            if len(row.counts) != length:
                yield f"{name}[{place}].counts", f"has {len(row.counts)} numbers, where {length} were expected"
    for place, flag in enumerate(counted.flag):
        if flag.question not in questionnaire.question_by_id or flag.team not in teams:
            yield f"flag[{place}]", f'"{flag.question}" or team "{flag.team}" is not counted in this file'
