"""Where teams stand on the options of a question: marks, and ranges of teams without a common position."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from maturity.pictures.quantities import is_quantity
from maturity.pictures.shapes import Axis, Ink, Key, Lane, Span, SpanKind, Tick
from maturity.pictures.squares import state
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import TeamResults

NONE: Final = "–"


def picture_id(kind: str, item: QuestionResults) -> str:
    """A name of the picture that no other picture has."""
    return f"{kind}-{item.id.replace('.', '-')}"


def options_axis(item: QuestionResults) -> Axis:
    """The options of a question by their places, with its first and its last one in words."""
    ticks = tuple(Tick(place, str(place)) for place in range(len(item.scale)))
    return Axis(ticks, item.scale[0], item.scale[-1])


def options_in_words(item: QuestionResults) -> Iterator[Key]:
    """What the places of the axis are called."""
    yield from (Key(str(place), label, Ink.QUIET) for place, label in enumerate(item.scale))


RANGE_KEY: Final = Key("┄", "from the lowest to the highest answer: no common position", Ink.QUIET)


def has_ranges(lanes: Iterable[Lane]) -> bool:
    """Whether any team has no common position."""
    return any(span.sign for lane in lanes for span in lane.spans)


def at(item: QuestionResults, place: float) -> str:
    """An option in words; of a place between two of them, which ones."""
    low = min(int(place), len(item.scale) - 1)
    if place == low or low + 1 >= len(item.scale):
        return option(item, low)
    return f"between {option(item, low)} and {option(item, low + 1)}"


def option(item: QuestionResults, place: int) -> str:
    """An option by its place and its label; of a quantity, whose label says all, by that alone."""
    label = item.scale[min(place, len(item.scale) - 1)]
    return label if is_quantity(item) else f"{place} “{label}”"


def torn_range(item: QuestionResults, team: TeamResults, entry: TeamAnswers | None, sign: str, verb: str) -> list[Span]:
    """The answers of a team without a common position, from end to end: no median passes for its view."""
    if entry is None or entry.ends is None:
        return []
    low, high = entry.ends
    says = f"{team.name} {verb} anything from {option(item, low)} to {option(item, high)}"
    return [Span(low, high, SpanKind.RANGE, says, Ink.PLAIN, sign)]


def cell(item: QuestionResults, entry: TeamAnswers | None) -> str:
    """What a team says, as a cell of a table, with how many people said so."""
    if entry is None or entry.position is None:
        return why_absent([entry])
    if entry.ends is not None:
        low, high = entry.ends
        return f"from {option(item, low)} to {option(item, high)} ({number_of(entry.answered)})"
    return f"{at(item, entry.position)} ({number_of(entry.answered)})"


def why_empty(results: Results, item: QuestionResults) -> str:
    """Why there is nothing to draw: nobody has answered, or those who have chose no option."""
    said = [
        f"{team.name}, {words}"
        for team in results.team
        if (entries := [entry for _, entry in item.answers_of(team.id)])
        and (words := why_absent(entries))
        and any(entry.dont_know or entry.not_applicable for entry in entries)
    ]
    if not said:
        return "Nobody has answered it yet, so there is nothing to draw."
    return f"Nobody chose an option, so there is nothing to draw: {'; '.join(said)}."


def counted(results: Results, item: QuestionResults) -> str:
    """How many teams and people stand behind a picture: of a team as many as gave most answers to one part of it."""
    asked = [[entry.answered for _, entry in item.answers_of(team.id)] for team in results.team]
    answered = [max(counts) for counts in asked if any(counts)]
    return f"{len(answered)} of {sum(map(bool, asked))} teams, {number_of(sum(answered), 'person', 'people')}"


def number_of(number: int, one: str = "answer", many: str = "answers") -> str:
    """How many answers, or something else, in words."""
    return f"{number} {one if number == 1 else many}"


def why_absent(entries: Iterable[TeamAnswers | None]) -> str:
    """Why a team has no place on the axis; empty where it has one."""
    found = state([entry for entry in entries if entry is not None])
    return found.says if found else ""


def said(lanes: Iterable[Lane]) -> list[str]:
    """All that lanes show, in words: marks, and what has ends."""
    return [
        words
        for lane in lanes
        for words in (
            *(mark.says for mark in lane.marks),
            *(span.says for span in lane.spans if span.sign),
        )
    ]


def sentence(parts: Iterable[str]) -> str:
    """Parts of a description one after the other."""
    text = "; ".join(part.rstrip(".") for part in parts if part)
    return f"{text}." if text else ""
