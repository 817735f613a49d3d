"""A tally file: counts without names, notes or single answers, so that they can travel."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import Field

from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.model import Questionnaire
from questionnaires.parts import Identifier, QuestionIdentifier, several
from questionnaires.reading import expect
from questionnaires.response import MOST_ANSWERS, FileModel, QuestionnaireRef, Respondent
from questionnaires.words import Facet, FileKind, Kind

MOST_ROWS: Final = 20_000
DIFFERENCES: Final = 11
"""Differences from −5 to +5."""

Count = Annotated[int, Field(ge=0, le=10**9)]


class TeamCount(FileModel):
    """How many people of a team answered, and how many facets."""

    id: Identifier
    """The id of the team."""
    respondents: Count
    """How many people of the team have answered."""
    completed: Count
    """How many of them have finished."""
    asked: Count
    """How many facets these people were asked, all taken together."""
    answered: Count
    """How many of these facets have an answer, "don't know" and "not applicable" included."""


class CellCount(FileModel):
    """Answers of one team on one facet: over the whole scale, and the states that are no number."""

    question: QuestionIdentifier
    """The id of the question."""
    facet: Facet = Field(strict=False)
    """The facet of the question."""
    team: Identifier
    """The id of the team."""
    counts: tuple[Count, ...] = several(min_length=2, max_length=10)
    """How many people chose each option, in the order of the scale, zeros included."""
    dont_know: Count = 0
    """How many people said that they do not know; absent when nobody did."""
    not_applicable: Count = 0
    """How many people said that it does not apply; absent when nobody did."""
    unanswered: Count = 0
    """How many people were asked and have not answered; absent when nobody has left it out."""


class RowCount(FileModel):
    """Counts of one team on one question: differences, or bases of a need."""

    question: QuestionIdentifier
    """The id of the question."""
    team: Identifier
    """The id of the team."""
    counts: tuple[Count, ...] = several(min_length=2, max_length=DIFFERENCES)
    """How many people: of a difference for each step from −5 to +5, of a basis for each option of its scale."""


class FlagCount(FileModel):
    """How many people of a team flagged a question."""

    question: QuestionIdentifier
    """The id of the question."""
    team: Identifier
    """The id of the team."""
    count: Count
    """How many people of the team flagged the question."""


class CountedFile(FileModel):
    """All counts of some responses of one round: no names, no notes, no single answers."""

    questionnaire: QuestionnaireRef
    """The questionnaire that was answered; counts of another version are not added."""
    round: Annotated[int, Field(ge=1, le=999)]
    """The round of the responses, from 1."""
    people: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")], ...] = several(max_length=MOST_ROWS)
    """A hash for each respondent, by which nobody is counted twice and nobody is named."""
    team: tuple[TeamCount, ...] = several(max_length=7)
    """The teams that answered, with how many people and how far they came."""
    cell: tuple[CellCount, ...] = several(default=(), max_length=MOST_ROWS)
    """The answers, one entry for each question, facet and team."""
    difference: tuple[RowCount, ...] = several(default=(), max_length=MOST_ROWS)
    """How far people's own answers differ: wanted − needed control, or in 24 months − today."""
    basis: tuple[RowCount, ...] = several(default=(), max_length=MOST_ROWS)
    """What needs of 4 or 5 rest on."""
    flag: tuple[FlagCount, ...] = several(default=(), max_length=MOST_ROWS)
    """The questions that people want discussed."""
    unknown: Annotated[dict[QuestionIdentifier, Count], Field(max_length=MOST_ROWS)] = Field(default_factory=dict)
    """By question, how many answers were left out because this questionnaire has no such question."""
    incomparable: Annotated[dict[QuestionIdentifier, Count], Field(max_length=MOST_ROWS)] = Field(default_factory=dict)
    """By question, how many answers were left out because its scale has changed its meaning since."""


def person(respondent: Respondent) -> str:
    """What recognises a respondent of a round in a tally: a hash of the random id, never the id itself.

    It hides who answered and what, for neither goes into it; it does not hide the id. Who knows an id, as from the name
    of a response file, can test whether a tally counts it, and all ids of eight letters can be tried in a day.
    """
    return hashlib.sha256(f"{respondent.id}:{respondent.round}".encode()).hexdigest()[:16]


def admit_counts(document: dict[str, Any], name: str, questionnaire: Questionnaire) -> CountedFile:
    """The counts in a parsed document, checked against their questionnaire. Raises InvalidFile with all faults."""
    body = expect(document, FileKind.TALLY, name)
    # Rows of rubbish cost a second per hundred thousand to describe, so they are counted first.
    endless = [key for key, rows in sorted(body.items()) if isinstance(rows, list) and len(rows) > MOST_ROWS]
    if endless:
        raise InvalidFile([Fault(name, key, f"has more than {MOST_ROWS} entries") for key in endless])
    counted = validate(CountedFile, body, name)
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
    teams = {team.id: team.respondents for team in counted.team}
    yield from _teams(counted, questionnaire)
    yield from _left_out(counted)
    # Without them nobody would notice that a person is counted twice.
    respondents = sum(team.respondents for team in counted.team)
    if len(counted.people) != respondents:
        yield "people", f"names {len(counted.people)} people, but the teams have {respondents}"
    if len(set(counted.people)) < len(counted.people):
        yield "people", "names somebody twice"
    yield from _cells(counted, questionnaire, teams)
    yield from _differences(counted, questionnaire, teams)
    yield from _bases(counted, questionnaire, teams)
    yield from _flags(counted, questionnaire, teams)


def _teams(counted: CountedFile, questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    facets = sum(len(question.facets) for question in questionnaire.questions)
    for place, team in enumerate(counted.team):
        key = f"team[{place}]"
        if team.id not in questionnaire.team_by_id:
            yield f"{key}.id", f'is "{team.id}"; the teams are {", ".join(questionnaire.team_by_id)}'
        if team.id in seen:
            yield f"{key}.id", f'is "{team.id}", which is counted a second time'
        if team.completed > team.respondents:
            yield f"{key}.completed", f"is {team.completed}, more than the {team.respondents} respondents"
        if team.asked > team.respondents * facets:
            most = f"{team.respondents} people can be asked {team.respondents * facets} facets of this questionnaire"
            yield f"{key}.asked", f"is {team.asked}; {most}"
        if team.answered > team.asked:
            yield f"{key}.answered", f"is {team.answered}, more than the {team.asked} that were asked"
        seen.add(team.id)


def _left_out(counted: CountedFile) -> Iterator[tuple[str, str]]:
    """One person has answered a question once, and no more questions than a response holds."""
    people = len(counted.people)
    for table in ("unknown", "incomparable"):
        counts: dict[str, int] = getattr(counted, table)
        more = f"more than the {people} people of this file can have given"
        for identifier, count in counts.items():
            if count > people:
                yield f'{table}."{identifier}"', f"counts {count} answers, {more}"
        if sum(counts.values()) > people * MOST_ANSWERS:
            yield table, f"counts {sum(counts.values())} answers, {more}"


def _cells(counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, ...]] = set()
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
        yield from _counted(key, (cell.question, cell.facet.value, cell.team), cell.team, total, teams, seen)


def _differences(
    counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]
) -> Iterator[tuple[str, str]]:
    kinds = (Kind.CONTROL, Kind.TRAJECTORY)
    yield from _rows("difference", counted.difference, kinds, DIFFERENCES, questionnaire, teams)


def _bases(counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]) -> Iterator[tuple[str, str]]:
    options = len(questionnaire.scale_by_id["basis"].options) if "basis" in questionnaire.scale_by_id else 0
    yield from _rows("basis", counted.basis, (Kind.CONTROL,), options, questionnaire, teams)


def _rows(
    name: str,
    rows: tuple[RowCount, ...],
    kinds: tuple[Kind, ...],
    length: int,
    questionnaire: Questionnaire,
    teams: dict[str, int],
) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, ...]] = set()
    for place, row in enumerate(rows):
        key = f"{name}[{place}]"
        question = questionnaire.question_by_id.get(row.question)
        if question is None or question.kind not in kinds:
            yield f"{key}.question", f'"{row.question}" is not asked for a {name} in this questionnaire'
            continue
        if len(row.counts) != length:
            yield f"{key}.counts", f"has {len(row.counts)} numbers, where {length} were expected"
        yield from _counted(key, (row.question, row.team), row.team, sum(row.counts), teams, seen)


def _flags(counted: CountedFile, questionnaire: Questionnaire, teams: dict[str, int]) -> Iterator[tuple[str, str]]:
    seen: set[tuple[str, ...]] = set()
    for place, flag in enumerate(counted.flag):
        key = f"flag[{place}]"
        if flag.question not in questionnaire.question_by_id:
            yield f"{key}.question", f'"{flag.question}" is not a question of this questionnaire'
            continue
        yield from _counted(key, (flag.question, flag.team), flag.team, flag.count, teams, seen)


def _counted(
    key: str, what: tuple[str, ...], team: str, total: int, teams: dict[str, int], seen: set[tuple[str, ...]]
) -> Iterator[tuple[str, str]]:
    """What holds for every count: its team is in the file, it counts no more than its people, and it comes once."""
    if team not in teams:
        yield f"{key}.team", f'is "{team}", which is not a team of this file'
    elif total > teams[team]:
        yield key, f'counts {total} answers, more than the people of "{team}"'
    if what in seen:
        yield key, f"counts {' and '.join(what)} a second time"
    seen.add(what)
