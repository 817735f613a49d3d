"""How far one team's answers have to move to become another's."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import earth_movers_distance
from tests.given.published import PUBLISHED, counted

NOBODY = [0, 0, 0, 0, 0, 0]

answering = st.lists(st.integers(0, 12), min_size=6, max_size=6).filter(any)
option = st.integers(0, 5)


def moved(first: list[int], second: list[int]) -> Fraction:
    found = earth_movers_distance(first, second)
    assert found is not None
    return found


def shares(row: list[int]) -> list[Fraction]:
    return [Fraction(count, sum(row)) for count in row]


def mean(row: list[int]) -> Fraction:
    return sum((place * share for place, share in enumerate(shares(row))), Fraction(0))


@pytest.mark.parametrize("case", PUBLISHED["earth_mover"], ids=lambda case: str(case["title"]))
def test_the_distance_between_distributions_is_as_published(case: dict[str, Any]) -> None:
    first, second = ({int(place): count for place, count in case[side].items()} for side in ("first", "second"))
    scale = range(max(*first, *second) + 1)
    found = moved([first.get(place, 0) for place in scale], [second.get(place, 0) for place in scale])
    assert float(found) == pytest.approx(case["distance"], abs=1e-12)


@pytest.mark.parametrize(("first", "second"), [(NOBODY, NOBODY), (NOBODY, counted([3])), (counted([3]), NOBODY)])
def test_a_team_without_answers_is_at_no_distance(first: list[int], second: list[int]) -> None:
    assert earth_movers_distance(first, second) is None


def test_there_is_no_way_from_one_scale_to_another() -> None:
    with pytest.raises(ValueError, match="longer"):
        earth_movers_distance([1, 0, 1], [1, 0, 0, 1])


def test_equal_medians_can_hide_a_distance() -> None:
    assert moved([0, 0, 0, 1, 0, 0], [1, 0, 0, 2, 0, 1]) == Fraction(5, 4)


@given(option, option)
def test_single_answers_are_as_far_apart_as_their_options(first: int, second: int) -> None:
    assert moved(counted([first]), counted([second])) == abs(first - second)


@given(answering, option)
def test_to_a_single_answer_every_other_has_to_move(row: list[int], place: int) -> None:
    steps = sum((share * abs(place - start) for start, share in enumerate(shares(row))), Fraction(0))
    assert moved(row, counted([place])) == steps


@given(answering, answering)
def test_distributions_are_at_least_as_far_apart_as_their_means(first: list[int], second: list[int]) -> None:
    assert abs(mean(first) - mean(second)) <= moved(first, second) <= 5


@given(answering, answering)
def test_the_way_back_is_as_long_as_the_way(first: list[int], second: list[int]) -> None:
    assert moved(first, second) == moved(second, first)


@given(answering, answering)
def test_only_the_same_shares_are_at_distance_zero(first: list[int], second: list[int]) -> None:
    assert (moved(first, second) == 0) is (shares(first) == shares(second))


@given(answering, st.integers(1, 9))
def test_the_size_of_a_team_is_irrelevant(row: list[int], times: int) -> None:
    assert moved(row, [count * times for count in row]) == 0


@given(answering, answering, answering)
def test_a_detour_is_never_shorter(first: list[int], second: list[int], third: list[int]) -> None:
    assert moved(first, third) <= moved(first, second) + moved(second, third)


@given(answering, answering)
def test_reversing_the_scale_leaves_the_way(first: list[int], second: list[int]) -> None:
    assert moved(first[::-1], second[::-1]) == moved(first, second)
