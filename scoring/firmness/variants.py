"""The variants of a round that criteria are tried on: one team less, or some answers moved, without any chance."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from questionnaires import Questionnaire
from questionnaires.words import Level
from scoring.counts.tally import Cell, Distribution, Progress

TURNS: Final = 20
"""Variants with moved answers. Over all twenty, every answer on a scale with an order, and every status, moves one
step in four: up in two and down in two, and always inwards from an end of its scale. So a fifth of them moves in each.
Every owner is replaced by another in one: a twentieth in each, because no other owner is a step away only."""

_UP, _MOVES, _REPLACED = 2, 4, 1
_GOLDEN, _SILVER, _WHOLE = 618_034, 414_214, 1_000_000
"""The fractions of the golden ratio and of the root of two, in millionths. Their multiples lie evenly on a circle, so
the answers that move in one turn are spread over teams and questions; the next turn begins a twentieth further on."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant: `without` a team, or the turn, from 0, of the twenty that move answers."""

    without: str | None = None
    turn: int = 0

    def progress(self, progress: Mapping[str, Progress]) -> Mapping[str, Progress]:
        """Who has answered in this variant."""
        return {team: one for team, one in progress.items() if team != self.without}

    def cells(self, questionnaire: Questionnaire, cells: Mapping[Cell, Distribution]) -> Mapping[Cell, Distribution]:
        """What is answered in this variant; every question's cells stand in the order of its facets and the teams."""
        if self.without is not None:
            return {cell: counts for cell, counts in cells.items() if cell[2] != self.without}
        places = questionnaire.place_by_id
        changed: dict[Cell, Distribution] = {}
        answers: dict[str, int] = {}
        for cell, counts in cells.items():
            number, scale = answers.get(cell[0], 0), questionnaire.question_by_id[cell[0]].scale
            are_owners = questionnaire.scale_by_id[scale].level is Level.NOMINAL
            moved = replaced_owners if are_owners else moved_answers
            after = moved(counts.counts, number, places[cell[0]], self.turn)
            changed[cell] = Distribution(after, counts.dont_know, counts.not_applicable, counts.unanswered)
            answers[cell[0]] = number + counts.answered
        return changed


def standing(number: int, place: int, turn: int) -> int:
    """Where an answer stands on the circle in a turn, 0 to 19, by its number on its question and that one's place."""
    return ((number * _GOLDEN + place * _SILVER) % _WHOLE * TURNS // _WHOLE + turn) % TURNS


@lru_cache(maxsize=4096)
def _around(number: int, given: int, place: int) -> tuple[tuple[int, ...], ...]:
    """So many answers to a question from that number on, by where they stand in the first turn. In each further turn
    they stand one further on, so this is worked out once for all twenty."""
    found: list[list[int]] = [[] for _ in range(TURNS)]
    for one in range(number, number + given):
        found[standing(one, place, 0)].append(one)
    return tuple(map(tuple, found))


def moved_answers(counts: tuple[int, ...], number: int, place: int, turn: int) -> tuple[int, ...]:
    """Answers to the question at that place, of which the first has that number: some of them one step further."""
    after, last = list(counts), len(counts) - 1
    for option, given in enumerate(counts):
        if not given:
            continue
        around = _around(number, given, place)
        for stands in range(_MOVES):
            goes_up = option == 0 or (stands < _UP and option < last)
            moving = len(around[stands - turn])
            after[option] -= moving
            after[option + 1 if goes_up else option - 1] += moving
        number += given
    return tuple(after)


def replaced_owners(counts: tuple[int, ...], number: int, place: int, turn: int) -> tuple[int, ...]:
    """The same with owners: some of them replaced by another, each time by one further along."""
    after, options = list(counts), len(counts)
    for owner, given in enumerate(counts):
        if not given:
            continue
        around = _around(number, given, place)
        for one in chain.from_iterable(around[stands - turn] for stands in range(_REPLACED)):
            after[owner] -= 1
            after[(owner + 1 + (one + place) % (options - 1)) % options] += 1
        number += given
    return tuple(after)
