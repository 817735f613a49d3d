"""Marks on a six-step track."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.track import track

POSITIONS = st.integers(0, 10).map(lambda halves: Fraction(halves, 2))


@pytest.mark.parametrize(
    ("marks", "drawn"),
    [
        ([], "├───┼───┼───┼───┼───┤"),
        ([("N", Fraction(2)), ("W", Fraction(4))], "├───┼───N───┼───W───┤"),
        ([("N", Fraction(0)), ("W", Fraction(5))], "N───┼───┼───┼───┼───W"),
        ([("N", Fraction(5, 2))], "├───┼───┼─N─┼───┼───┤"),
        ([("N", None), ("W", Fraction(1))], "├───W───┼───┼───┼───┤"),
        ([("N", Fraction(3)), ("W", Fraction(3))], "├───┼───┼───NW──┼───┤"),
        ([("N", Fraction(5)), ("W", Fraction(5)), ("O", Fraction(5))], "├───┼───┼───┼───┼───NWO"),
    ],
)
def test_a_mark_stands_at_its_position(marks: list[tuple[str, Fraction | None]], drawn: str) -> None:
    assert track(marks) == drawn


@pytest.mark.parametrize(
    ("marks", "drawn"),
    [
        ([("N", Fraction(3)), ("W", Fraction(3))], "├───┼───┼───W───┼───┤"),
        ([("N", Fraction(1)), ("W", Fraction(3)), ("O", Fraction(3))], "├───N───┼───O───┼───┤"),
        ([("N", Fraction(5)), ("W", Fraction(5))], "├───┼───┼───┼───┼───W"),
        ([("N", Fraction(5)), ("W", None)], "├───┼───┼───┼───┼───N"),
    ],
)
def test_where_nothing_moves_the_last_mark_stands_for_all(marks: list[tuple[str, Fraction | None]], drawn: str) -> None:
    assert track(marks, side_by_side=False) == drawn


def test_a_track_can_be_drawn_closer() -> None:
    assert track([("N", Fraction(2))], options=3, step=2) == "├─┼─N"


@given(st.lists(POSITIONS, max_size=7))
def test_no_mark_is_lost(positions: list[Fraction]) -> None:
    marks = list(zip("ABCDEFG", positions, strict=False))
    drawn = track(marks)
    assert all(mark in drawn for mark, _ in marks)
    assert 21 <= len(drawn) <= 27
