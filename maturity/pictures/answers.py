"""The answers to one question whose options have no order: each team against each option, with how many chose it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import picture_id, sentence, why_empty
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.squares import DONT_KNOW, NO_ANSWER, NOT_APPLICABLE, NOT_ASKED, state
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults
from scoring.wording.words import listed

_NOBODY_CHOSE: Final = "·"
_WHY: Final = {
    NOT_ASKED.sign: "not asked",
    NO_ANSWER.sign: "has not answered",
    NOT_APPLICABLE.sign: "says that it does not apply",
}
_NOT_HEARD: Final = "▲"
_DONT_KNOW: Final = "Don't know"


def answers(results: Results, item: QuestionResults) -> Matrix:
    """Ownership and prerequisites: a row for each option that anybody chose, and for those who do not know."""
    names = codes(results)
    teams = [(team, entry) for team in results.team for _, entry in item.answers_of(team.id)]
    lines = tuple(_lines(item, teams))
    is_empty = not any(entry.answered or entry.dont_know for _, entry in teams)
    return Matrix(
        picture_id("answers", item),
        item.title,
        tuple(Head(names[team.id], team.name) for team, _ in teams),
        () if is_empty else lines,
        ()
        if is_empty
        else (
            Key("1", "how many people of the team above say what stands on the left"),
            Key(_NOBODY_CHOSE, "nobody", Ink.QUIET),
            *_silent(results, item),
        ),
        why_empty(results, item)
        if is_empty
        else sentence(f"{team.name}: {_in_words(item, entry)}" for team, entry in teams),
        Sheet(("Team", "Answer"), tuple((team.name, _in_words(item, entry)) for team, entry in teams)),
    )


def _lines(item: QuestionResults, teams: list[tuple[TeamResults, TeamAnswers]]) -> Iterator[Line]:
    for place, label in enumerate(item.scale):
        counts = [entry.counts[place] if place < len(entry.counts) else 0 for _, entry in teams]
        if any(counts):
            yield Line(f"{item.id}:{place}", label, tuple(_squares(counts, teams)))
    unknown = [entry.dont_know for _, entry in teams]
    if any(unknown):
        yield Line(f"{item.id}:dont_know", _DONT_KNOW, tuple(_squares(unknown, teams)))


def _squares(counts: list[int], teams: list[tuple[TeamResults, TeamAnswers]]) -> Iterator[Square]:
    """How many chose it; in the column of a team without any answer why there is none."""
    for count, (_, entry) in zip(counts, teams, strict=True):
        missing = state([entry])
        yield _square(count) if missing in (None, DONT_KNOW) else missing


def _silent(results: Results, item: QuestionResults) -> Iterator[Key]:
    """Why teams have no answer: those that answered elsewhere, and the one whom it concerns first even if it did not
    answer anything."""
    found: dict[Square, list[str]] = {}
    for team in results.team:
        missing = state([entry for _, entry in item.answers_of(team.id)])
        if missing is not None and missing != DONT_KNOW:
            found.setdefault(missing, []).append(team.name)
    yield from (Key(one.sign, f"{_WHY[one.sign]}: {listed(names)}", one.ink) for one, names in found.items())
    if item.concerns is not None and item.concerns not in results.team_by_id:
        name = results.questionnaire.teams.get(item.concerns, item.concerns)
        yield Key(_NOT_HEARD, f"{name}, whom it concerns first, has not been heard", Ink.QUIET)


def _square(count: int) -> Square:
    return Square(str(count), "", Ink.PLAIN) if count else Square(_NOBODY_CHOSE, "", Ink.QUIET)


def _in_words(item: QuestionResults, entry: TeamAnswers) -> str:
    told = [f"{label} ({count})" for label, count in zip(item.scale, entry.counts, strict=False) if count]
    if entry.dont_know:
        told.append(f"don't know ({entry.dont_know})")
    if entry.not_applicable:
        told.append(f"not applicable ({entry.not_applicable})")
    return ", ".join(told) or "no answer"
