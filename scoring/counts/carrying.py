"""Answers of an earlier round where a later one did not ask again: only when somebody wants it, and counted."""

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
    """How many questions of each team stand as they were answered in the earlier round `number`."""

    number: int
    questions: Mapping[str, int]


def carry(earlier: Tally, later: Tally, number: int) -> tuple[Tally, CarriedOver]:
    """The later counts, with the earlier ones of every question that a team has none on in the later round.

    A question that a team was asked again counts as it was answered then, also where it stayed open.
    """
    present = {(question, team) for question, _, team in later.cells}
    kept = {cell: value for cell, value in earlier.cells.items() if (cell[0], cell[2]) not in present}
    places = {(question, team) for question, _, team in kept}
    teams = {team for _, team in places}
    # A team that has only opened its file again still stands with what it answered before.
    begun = {team: progress for team, progress in later.progress.items() if progress.answered or team not in teams}
    counted = replace(
        later,
        progress=MappingProxyType({**earlier.progress, **begun}),
        cells=MappingProxyType({**kept, **later.cells}),
        differences=_with(earlier.differences, later.differences, present),
        flags=_with(earlier.flags, later.flags, present),
        bases=_with(earlier.bases, later.bases, present),
    )
    questions = Counter(team for _, team in places)
    return counted, CarriedOver(number, {team: questions[team] for team in sorted(questions)})


def _with(earlier: Mapping[Place, Value], later: Mapping[Place, Value], present: set[Place]) -> Mapping[Place, Value]:
    kept = {place: value for place, value in earlier.items() if place not in present}
    return MappingProxyType({**kept, **later})
