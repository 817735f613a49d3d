"""How much of the variation lies between teams and how much within them."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import Decomposition, decompose, ordinal_variation
from tests.given.published import PUBLISHED, counted

EIJK: Final = PUBLISHED["van_der_eijk"]
THREE: Final = PUBLISHED["three_answers"]
NOBODY: Final = [0, 0, 0, 0, 0, 0]
LOOSEST: Final = [1, 0, 0, 0, 0, 0]
STRICTEST: Final = [0, 0, 0, 0, 0, 1]

team = st.lists(st.integers(0, 12), min_size=6, max_size=6)
answering = team.filter(any)
teams = st.lists(answering, min_size=2, max_size=7)


def decomposed(rows: list[list[int]]) -> Decomposition:
    found = decompose(rows)
    assert found is not None
    return found


@pytest.mark.parametrize("case", PUBLISHED["decomposition"], ids=lambda case: str(case["title"]))
def test_the_decomposition_is_as_published(case: dict[str, Any]) -> None:
    total, within, ratio = (Fraction(case[part]) for part in ("total", "within", "ratio"))
    assert decompose(case["teams"]) == Decomposition(total, within, total - within, ratio, can_tell=True)


def test_the_variation_of_many_answers_is_as_published() -> None:
    found = decomposed([EIJK["frequencies"], EIJK["frequencies"]])
    assert float(found.total) == pytest.approx(EIJK["linear_variation"], abs=EIJK["tolerance"])


@pytest.mark.parametrize(
    ("answers", "expected"), list(zip(THREE["answers"], THREE["linear_variation"], strict=True)), ids=str
)
def test_the_variation_of_three_single_voices_is_that_of_their_answers(answers: list[int], expected: str) -> None:
    assert decomposed([counted([answer]) for answer in answers]).total == Fraction(expected)


@pytest.mark.parametrize("rows", [[], [LOOSEST], [[3, 0, 0, 0, 0, 3], NOBODY]], ids=["nobody", "one", "one of two"])
def test_one_team_has_nothing_between_it_and_others(rows: list[list[int]]) -> None:
    assert decompose(rows) is None


def test_single_voices_cannot_tell_what_lies_within_teams() -> None:
    assert decompose([LOOSEST, STRICTEST]) == Decomposition(
        Fraction(1), Fraction(0), Fraction(1), Fraction(1), can_tell=False
    )


def test_where_nothing_varies_there_is_no_ratio() -> None:
    assert decompose([[0, 0, 4, 0, 0, 0], [0, 0, 2, 0, 0, 0]]) == Decomposition(
        Fraction(0), Fraction(0), Fraction(0), None, can_tell=True
    )


def test_teams_that_are_split_alike_have_nothing_between_them() -> None:
    assert decompose([[1, 0, 0, 0, 0, 1], [3, 0, 0, 0, 0, 3]]) == Decomposition(
        Fraction(1), Fraction(1), Fraction(0), Fraction(0), can_tell=True
    )


def test_fifteen_respondents_do_not_outvote_two() -> None:
    assert decomposed([[15, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 2]]).total == 1


def test_teams_on_different_scales_are_not_taken_together() -> None:
    with pytest.raises(ValueError, match="longer"):
        decompose([[1, 0, 1], [1, 0, 0, 1]])


def test_the_same_decomposition_found_twice_is_one_in_a_set() -> None:
    assert len({decompose([LOOSEST, STRICTEST]), decompose([STRICTEST, LOOSEST])}) == 1


@given(teams)
def test_within_and_between_add_up_to_the_total(rows: list[list[int]]) -> None:
    found = decomposed(rows)
    assert found.total == found.within + found.between


@given(teams)
def test_no_part_is_negative_or_more_than_one(rows: list[list[int]]) -> None:
    found = decomposed(rows)
    assert 0 <= found.within <= found.total <= 1
    assert 0 <= found.between <= found.total


@given(teams | st.integers(0, 5).map(lambda option: [counted([option] * 3), counted([option])]))
def test_the_ratio_is_the_share_between_unless_nothing_varies(rows: list[list[int]]) -> None:
    found = decomposed(rows)
    alike = len({option for row in rows for option, count in enumerate(row) if count}) == 1
    assert (found.ratio is None) is alike
    assert found.ratio is None or found.ratio * found.total == found.between


@given(st.lists(st.lists(st.integers(0, 5), min_size=1, max_size=2).map(counted), min_size=2, max_size=4))
def test_it_can_tell_as_soon_as_one_team_has_two_answers(rows: list[list[int]]) -> None:
    assert decomposed(rows).can_tell is any(sum(row) > 1 for row in rows)


@given(st.lists(st.integers(0, 5), min_size=2, max_size=7))
def test_single_voices_have_all_their_variation_between_them(answers: list[int]) -> None:
    found = decomposed([counted([answer]) for answer in answers])
    assert found.within == 0
    assert found.between == found.total


@given(teams, st.randoms(use_true_random=False))
def test_the_order_of_teams_does_not_change_the_decomposition(rows: list[list[int]], chance: Random) -> None:
    assert decompose(chance.sample(rows, len(rows))) == decompose(rows)


@given(teams, st.integers(0, 7))
def test_a_silent_team_takes_no_part_in_the_decomposition(rows: list[list[int]], place: int) -> None:
    assert decompose([*rows[:place], NOBODY, *rows[place:]]) == decompose(rows)


@given(teams, st.integers(2, 9))
def test_a_larger_team_of_the_same_shares_has_no_larger_say(rows: list[list[int]], times: int) -> None:
    before, after = decomposed(rows), decomposed([[count * times for count in rows[0]], *rows[1:]])
    assert (after.total, after.within, after.ratio) == (before.total, before.within, before.ratio)


@given(teams)
def test_reversing_the_scale_leaves_the_decomposition(rows: list[list[int]]) -> None:
    assert decompose([row[::-1] for row in rows]) == decompose(rows)


@given(answering)
def test_teams_with_the_same_shares_vary_within_only(row: list[int]) -> None:
    found = decomposed([row, row, row])
    assert found.between == 0
    assert found.within == found.total


@given(answering.filter(lambda row: sum(row) % 2 == 0))
def test_for_an_even_number_of_answers_it_is_their_ordinal_variation(row: list[int]) -> None:
    """Berry & Mielke's index differs from 1 − l² by its term for odd numbers alone."""
    assert decomposed([row, row]).total == ordinal_variation(row)
