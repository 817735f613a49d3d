"""The exact chance that the medians of teams lie close when everybody answers at random."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from math import comb
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import chance_of_medians, chance_within
from scoring.measures.chance import ways_of_medians

team_sizes = st.lists(st.integers(1, 12), max_size=5)
gaps = st.integers(0, 12).map(lambda halves: Fraction(halves, 2))


@pytest.mark.parametrize(
    ("sizes", "gap", "percent"),
    [
        ((1, 1, 1), 1, 16.7),
        ((1, 1, 1), 2, 38.9),
        ((1, 1, 1, 1), 1, 5.9),
        ((5, 5, 5, 5), 1, 19.4),
        ((15, 15, 15), 1, 66.7),
    ],
)
def test_medians_lie_closer_by_themselves_the_more_people_stand_behind_them(
    sizes: Sequence[int], gap: int, percent: float
) -> None:
    assert round(float(100 * chance_of_medians(sizes, 6, gap)), 1) == percent


def test_two_people_on_six_options_by_hand() -> None:
    # Of 36 pairs, 6 are two alike on one option; each median ½, 1½ … and each whole one counts the sums a + b.
    assert ways_of_medians(2, 6) == (1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1)


def test_three_people_on_three_options_by_hand() -> None:
    # 0 in the middle: 000, and 001 and 002 in three orders each; 2 alike; the rest of 27 have 1 there.
    assert ways_of_medians(3, 3) == (7, 0, 13, 0, 7)


def test_a_gap_in_half_points_is_compared_as_it_is() -> None:
    # One person at 0 … 5, two with a median in half points: within 1½ points, not 2, by the counts above.
    single, pair = [0, 2, 4, 6, 8, 10], ways_of_medians(2, 6)
    near = sum(pair[half] for one in single for half in range(11) if abs(one - half) <= 3)
    assert chance_of_medians((1, 2), 6, Fraction(3, 2)) == Fraction(near, 6 * 36) == Fraction(5, 9)
    assert chance_of_medians((1, 2), 6, 1) < Fraction(5, 9) < chance_of_medians((1, 2), 6, 2)


@pytest.mark.parametrize("options", [2, 3, 6])
@pytest.mark.parametrize("sizes", [(2, 2), (1, 4), (3, 2), (1, 2, 2), (4, 1), (2,), (1, 1, 1, 1)], ids=str)
def test_the_formula_counts_every_outcome(sizes: Sequence[int], options: int) -> None:
    widths = []
    for outcome in product(range(options), repeat=sum(sizes)):
        rest = iter(outcome)
        medians = [Fraction(median([2 * next(rest) for _ in range(size)])) / 2 for size in sizes]
        widths.append(max(medians) - min(medians))
    for halves in range(2 * options):
        near = Fraction(sum(2 * width <= halves for width in widths), len(widths))
        assert chance_of_medians(sizes, options, Fraction(halves, 2)) == near


@pytest.mark.parametrize("answers", range(1, 7))
@pytest.mark.parametrize("options", range(1, 5))
def test_the_ways_are_those_of_every_outcome(answers: int, options: int) -> None:
    halves = [2 * Fraction(median(outcome)) for outcome in product(range(options), repeat=answers)]
    assert ways_of_medians(answers, options) == tuple(halves.count(Fraction(place)) for place in range(2 * options - 1))


@given(st.integers(0, 9), st.integers(1, 8), st.integers(0, 9))
def test_one_answer_a_team_is_the_chance_of_single_answers(teams: int, options: int, span: int) -> None:
    assert chance_of_medians([1] * teams, options, span) == chance_within(teams, options, span)


@given(st.integers(1, 40), st.integers(1, 8))
def test_every_outcome_has_one_median_and_the_scale_has_no_direction(answers: int, options: int) -> None:
    ways = ways_of_medians(answers, options)
    assert sum(ways) == options**answers
    assert ways == ways[::-1]


@given(team_sizes, gaps)
def test_a_wider_gap_is_never_less_likely_and_the_whole_scale_is_certain(sizes: list[int], gap: Fraction) -> None:
    chance = chance_of_medians(sizes, 6, gap)
    assert 0 < chance <= chance_of_medians(sizes, 6, gap + Fraction(1, 2)) <= 1
    assert chance_of_medians(sizes, 6, 5) == 1


@given(team_sizes, gaps, st.integers(1, 12))
def test_one_more_team_never_makes_closeness_likelier(sizes: list[int], gap: Fraction, more: int) -> None:
    assert chance_of_medians([*sizes, more], 6, gap) <= chance_of_medians(sizes, 6, gap)


@given(team_sizes, gaps)
def test_the_order_of_teams_and_those_without_answers_change_nothing(sizes: list[int], gap: Fraction) -> None:
    assert chance_of_medians([0, *reversed(sizes)], 6, gap) == chance_of_medians(sizes, 6, gap)


def test_hundreds_of_people_are_counted_exactly() -> None:
    # Two teams of 201 on two options: alike, or half a … a whole point apart. Each side is as likely.
    assert chance_of_medians((201, 201), 2, 0) == Fraction(1, 2)
    # Of 200 on two options the middle ones differ exactly where 100 are on either side.
    assert ways_of_medians(200, 2)[1] == comb(200, 100)
    assert 0 < chance_of_medians((200, 201, 7, 200), 6, Fraction(3, 2)) < 1
