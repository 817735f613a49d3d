"""Answers of an earlier round where a later one has none yet: counted, and never mixed on a facet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeVar

from questionnaires.words import Facet
from scoring.counts.tally import PAIRS, Cell, Place, Progress, Tally

Value = TypeVar("Value")

_PAIRED: Final = frozenset(facet for pair in PAIRS.values() for facet in pair)


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """On how many questions something stands, of each team, as it answered in the earlier round `number`, and how many
    `answers` that are.

    Questions that a team was asked and left open in that round count nowhere. `then` is how far each team had come in
    that round, `now` how far it has come in the later one by itself.
    """

    number: int
    questions: Mapping[str, int]
    answers: Mapping[str, int]
    then: Mapping[str, Progress]
    now: Mapping[str, Progress]


def carry(earlier: Tally, later: Tally, number: int) -> tuple[Tally, CarriedOver]:
    """The later counts, with the earlier ones of every facet on which a team has said nothing in the later round.

    Whether it was not asked again, has left the facet open or has only opened its file makes no difference: what it
    said before still stands. A facet with anything said, by anybody of the team, counts as it was said then.
    """
    present, before = _said(later), _said(earlier)
    # Where nobody has said anything in either round, the question stays open in the round that asks it.
    stands = {cell for cell in earlier.cells if cell not in present and (cell in before or cell not in later.cells)}
    teams = {team for _, _, team in stands}
    # A team that has only opened its file again still stands with what it answered before.
    begun = {team: progress for team, progress in later.progress.items() if progress.answered or team not in teams}

    def anew(facets: frozenset[Facet]) -> set[Place]:
        return {(question, team) for question, facet, team in present if facet in facets}

    counted = replace(
        later,
        progress=MappingProxyType({**earlier.progress, **begun}),
        cells=MappingProxyType({**later.cells, **{cell: earlier.cells[cell] for cell in stands}}),
        differences=_with(earlier.differences, later.differences, anew(_PAIRED)),
        flags=_with(earlier.flags, later.flags, anew(frozenset(Facet))),
        bases=_with(earlier.bases, later.bases, anew(frozenset({Facet.NEEDED}))),
        unknown=_sum(earlier.unknown, later.unknown),
        incomparable=_sum(earlier.incomparable, later.incomparable),
    )
    places = {(question, team) for question, _, team in stands & before}
    questions = Counter(team for _, team in places)
    answers: Counter[str] = Counter()
    for cell in stands & before:
        answers[cell[2]] += earlier.cells[cell].said
    teams_taken = sorted(questions)
    return counted, CarriedOver(
        number,
        {team: questions[team] for team in teams_taken},
        {team: answers[team] for team in teams_taken},
        earlier.progress,
        later.progress,
    )


def _said(counts: Tally) -> set[Cell]:
    """The facets on which anybody of a team has said anything."""
    return {cell for cell, value in counts.cells.items() if value.said}


def _with(earlier: Mapping[Place, Value], later: Mapping[Place, Value], answered: set[Place]) -> Mapping[Place, Value]:
    """The later values, and the earlier ones of what was not `answered` anew."""
    kept = {place: later.get(place) or value for place, value in earlier.items() if place not in answered}
    return MappingProxyType({**kept, **{place: value for place, value in later.items() if place not in kept}})


def _sum(earlier: Mapping[str, int], later: Mapping[str, int]) -> Mapping[str, int]:
    return MappingProxyType(dict(Counter(earlier) + Counter(later)))
