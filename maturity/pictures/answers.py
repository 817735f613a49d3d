"""The answers to one question whose options have no order: each team against each option, with how many chose it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.positions import picture_id, sentence, why_empty
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults

_NOBODY_CHOSE: Final = "·"
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
        ),
        why_empty(results, item)
        if is_empty
        else sentence(f"{team.name}: {_in_words(item, entry)}" for team, entry in teams),
        Sheet(("Team", "Answer"), tuple((team.name, _in_words(item, entry)) for team, entry in teams)),
    )


def _told(item: QuestionResults, teams: list[tuple[TeamResults, TeamAnswers]]) -> Iterator[str]:
    yield from (f"{team.name}: {_in_words(item, entry)}" for team, entry in teams)


def _lines(item: QuestionResults, teams: list[tuple[TeamResults, TeamAnswers]]) -> Iterator[Line]:
    for place, label in enumerate(item.scale):
        counts = [entry.counts[place] if place < len(entry.counts) else 0 for _, entry in teams]
        if any(counts):
            yield Line(f"{item.id}:{place}", label, tuple(map(_square, counts)))
    unknown = [entry.dont_know for _, entry in teams]
    if any(unknown):
        yield Line(f"{item.id}:dont_know", _DONT_KNOW, tuple(map(_square, unknown)))


def _square(count: int) -> Square:
    return Square(str(count), "", Ink.PLAIN) if count else Square(_NOBODY_CHOSE, "", Ink.QUIET)


def _in_words(item: QuestionResults, entry: TeamAnswers) -> str:
    told = [f"{label} ({count})" for label, count in zip(item.scale, entry.counts, strict=False) if count]
    if entry.dont_know:
        told.append(f"don't know ({entry.dont_know})")
    if entry.not_applicable:
        told.append(f"not applicable ({entry.not_applicable})")
    return ", ".join(told) or "no answer"
