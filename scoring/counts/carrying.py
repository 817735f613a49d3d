"""Answers of an earlier round that stand in a later one, counted: person by person where people are known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final, TypeVar

from questionnaires.words import Facet
from scoring.counts.again import Standing
from scoring.counts.tally import PAIRS, Cell, Place, Progress, Tally

Value = TypeVar("Value")

_PAIRED: Final = frozenset(facet for pair in PAIRS.values() for facet in pair)

NOBODY: Final = Standing()
"""Where only counts are known."""


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """On how many questions something stands, of each team, as its people answered in the earlier round `number`, and
    how many `answers` that are.

    Questions that a team was asked and left open in that round count nowhere. `then` is how far each team had come in
    that round, `now` how far it has come in the later one by itself.
    """

    number: int
    questions: Mapping[str, int]
    answers: Mapping[str, int]
    then: Mapping[str, Progress]
    now: Mapping[str, Progress]


def carry(earlier: Tally, later: Tally, number: int, people: Standing = NOBODY) -> tuple[Tally, CarriedOver]:
    """The later counts, with the earlier ones of every facet on which a team has said nothing in the later round.

    Whether it was not asked again, has left the facet open or has only opened its file makes no difference: what it
    said before still stands. Where somebody of the team has answered anew, those of the `people` stand beside who have
    not; of teams whose people cannot be told apart nobody does, and the facet counts as it was said then.
    """
    kept = _kept(earlier, later, people)
    open_ = {
        cell: replace(value, unanswered=value.unanswered - people.filled.get(cell, 0))
        for cell, value in later.cells.items()
        if value.said or cell not in kept.cells
    }
    teams = {team for _, _, team in kept.cells}
    # A team that has only opened its file again still stands with what it answered before.
    begun = {team: progress for team, progress in later.progress.items() if progress.answered or team not in teams}
    for team in begun.keys() & earlier.progress.keys():
        if not begun[team].respondents:  # it only voted: its people are those of before
            begun[team] = earlier.progress[team] + begun[team]
    whole = replace(later, cells=MappingProxyType(open_)) + kept
    counted = replace(whole, progress=MappingProxyType({**earlier.progress, **begun}))
    places = {(question, team) for (question, _, team), value in kept.cells.items() if value.said}
    questions = Counter(team for _, team in places)
    answers: Counter[str] = Counter()
    for (_, _, team), value in kept.cells.items():
        answers[team] += value.said
    teams_taken = sorted(questions)
    return counted, CarriedOver(
        number,
        {team: questions[team] for team in teams_taken},
        {team: answers[team] for team in teams_taken},
        earlier.progress,
        later.progress,
    )


def _kept(earlier: Tally, later: Tally, people: Standing) -> Tally:
    """What counts of the earlier round beside the later one."""
    present, before = _said(later), _said(earlier)
    # Where nobody has said anything in either round, the question stays open in the round that asks it.
    stands = {cell for cell in earlier.cells if cell not in present and (cell in before or cell not in later.cells)}
    beside = {cell: value for cell, value in people.said.cells.items() if cell in present and value.said}

    def rest(
        mine: Mapping[Place, Value],
        now: Mapping[Place, Value],
        persons: Mapping[Place, Value],
        facets: frozenset[Facet],
    ) -> Mapping[Place, Value]:
        """What was counted besides, while the team has said nothing anew on these facets; of people, theirs."""
        anew = {(question, team) for question, facet, team in present if facet in facets}
        kept = {
            place: value
            for place, value in mine.items()
            if place not in anew and place[1] not in people.teams and not now.get(place)
        }
        return MappingProxyType({**kept, **persons})

    said = people.said
    return Tally(
        cells=MappingProxyType(
            {
                **{cell: earlier.cells[cell] for cell in stands},
                **{cell: replace(value, unanswered=0) for cell, value in beside.items()},
            }
        ),
        differences=rest(earlier.differences, later.differences, said.differences, _PAIRED),
        flags=rest(earlier.flags, later.flags, said.flags, frozenset(Facet)),
        bases=rest(earlier.bases, later.bases, said.bases, frozenset({Facet.NEEDED})),
        unknown=earlier.unknown,
        incomparable=earlier.incomparable,
    )


def _said(counts: Tally) -> set[Cell]:
    """The facets on which anybody of a team has said anything."""
    return {cell for cell, value in counts.cells.items() if value.said}
