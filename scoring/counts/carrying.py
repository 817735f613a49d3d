"""Answers of an earlier round where a later one has none yet: counted, and never mixed within a question."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeVar

from scoring.counts.tally import Place, Tally

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """How many questions stand, of each team, as it answered them in the earlier round `number`."""

    number: int
    questions: Mapping[str, int]


def carry(earlier: Tally, later: Tally, number: int) -> tuple[Tally, CarriedOver]:
    """The later counts, with the earlier ones of every question on which a team has said nothing in the later round.

    Whether it was not asked again or has left the question open makes no difference: what it said before still
    stands. A question with any answer, of anybody in the team, counts as it was answered then, and no half of it is
    filled up from before.
    """
    present, before, asked_again = _said_on(later), _said_on(earlier), {(q, team) for q, _, team in later.cells}
    # Where nobody has said anything in either round, the question stays open in the round that asks it.
    stands = {(q, team) for q, _, team in earlier.cells if (q, team) not in present}
    stands = {place for place in stands if place in before or place not in asked_again}
    kept = {cell: value for cell, value in earlier.cells.items() if (cell[0], cell[2]) in stands}
    asked = {cell: value for cell, value in later.cells.items() if (cell[0], cell[2]) not in stands}
    teams = {team for _, team in stands}
    # A team that has only opened its file again still stands with what it answered before.
    begun = {team: progress for team, progress in later.progress.items() if progress.answered or team not in teams}
    counted = replace(
        later,
        progress=MappingProxyType({**earlier.progress, **begun}),
        cells=MappingProxyType({**kept, **asked}),
        differences=_with(earlier.differences, later.differences, asked_again - stands),
        flags=_with(earlier.flags, later.flags, asked_again - stands),
        bases=_with(earlier.bases, later.bases, asked_again - stands),
    )
    questions = Counter(team for _, team in stands & before)
    return counted, CarriedOver(number, {team: questions[team] for team in sorted(questions)})


def _said_on(counts: Tally) -> set[Place]:
    """The questions on which anybody of a team has said anything."""
    return {(question, team) for (question, _, team), value in counts.cells.items() if value.said}


def _with(earlier: Mapping[Place, Value], later: Mapping[Place, Value], answered: set[Place]) -> Mapping[Place, Value]:
    """The later values, and the earlier ones of what was not `answered` anew."""
    kept = {place: later.get(place) or value for place, value in earlier.items() if place not in answered}
    return MappingProxyType({**kept, **{place: value for place, value in later.items() if place not in kept}})
