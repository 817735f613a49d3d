"""The exact chance of agreement when everybody answers at random."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import chance_within, ordinal_variation
from tests.given.published import PUBLISHED, counted

CHANCE: Final = PUBLISHED["chance"]
PUBLISHED_CHANCES: Final = list(zip(CHANCE["answers"], CHANCE["span"], CHANCE["chance"], strict=True))

answers = st.integers(0, 40)
options = st.integers(1, 9)
span = st.integers(0, 12)


@pytest.mark.parametrize(("count", "width", "expected"), PUBLISHED_CHANCES)
def test_the_chance_is_as_enumerated(count: int, width: int, expected: str) -> None:
    assert chance_within(count, CHANCE["options"], width) == Fraction(expected)


@pytest.mark.parametrize(("count", "width", "expected"), PUBLISHED_CHANCES)
def test_the_chance_of_a_span_is_that_of_its_ordinal_variation(count: int, width: int, expected: str) -> None:
    outcomes = [ordinal_variation(counted(outcome)) for outcome in product(range(6), repeat=count)]
    near = sum(variation is not None and variation <= Fraction(width, 5) for variation in outcomes)
    assert Fraction(near, len(outcomes)) == Fraction(expected)


@pytest.mark.parametrize(("count", "width", "percent"), [(3, 1, 16.7), (3, 2, 38.9), (4, 1, 5.9)])
def test_the_percentages_that_reports_say_in_words(count: int, width: int, percent: float) -> None:
    assert round(float(100 * chance_within(count, 6, width)), 1) == percent


def test_three_random_answers_are_almost_three_points_apart_on_average() -> None:
    average = sum(1 - chance_within(3, 6, width) for width in range(5))
    assert round(float(average), 1) == 2.9


@pytest.mark.parametrize("scale", range(1, 7), ids=lambda scale: f"{scale} options")
@pytest.mark.parametrize("count", range(1, 5), ids=lambda count: f"{count} answers")
def test_the_formula_counts_every_outcome(count: int, scale: int) -> None:
    widths = [max(outcome) - min(outcome) for outcome in product(range(scale), repeat=count)]
    assert [chance_within(count, scale, width) for width in range(scale)] == [
        Fraction(sum(found <= width for found in widths), len(widths)) for width in range(scale)
    ]


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("width", [0, 5])
def test_fewer_than_two_answers_are_always_together(count: int, width: int) -> None:
    assert chance_within(count, 6, width) == 1


@given(answers, options, span)
def test_the_chance_is_never_none_and_never_beyond_one(count: int, scale: int, width: int) -> None:
    assert 0 < chance_within(count, scale, width) <= 1


@given(answers, options, span)
def test_a_wider_span_is_never_less_likely(count: int, scale: int, width: int) -> None:
    assert chance_within(count, scale, width) <= chance_within(count, scale, width + 1)


@given(answers, options, span)
def test_one_more_answer_never_makes_agreement_likelier(count: int, scale: int, width: int) -> None:
    assert chance_within(count + 1, scale, width) <= chance_within(count, scale, width)


@given(answers, options, st.integers(0, 3))
def test_every_answer_lies_within_the_whole_scale(count: int, scale: int, beyond: int) -> None:
    assert chance_within(count, scale, scale - 1 + beyond) == 1
