"""Marks on a six-step track."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.track import track

POSITIONS = st.integers(0, 10).map(lambda halves: halves / 2)


@pytest.mark.parametrize(
    ("marks", "drawn"),
    [
        ([], "├───┼───┼───┼───┼───┤"),
        ([("N", 2), ("W", 4)], "├───┼───N───┼───W───┤"),
        ([("N", 0), ("W", 5)], "N───┼───┼───┼───┼───W"),
        ([("N", 2.5)], "├───┼───┼─N─┼───┼───┤"),
        ([("N", None), ("W", 1)], "├───W───┼───┼───┼───┤"),
        ([("N", 3), ("W", 3)], "├───┼───┼───NW──┼───┤"),
        ([("N", 5), ("W", 5), ("O", 5)], "├───┼───┼───┼───┼───NWO"),
    ],
)
def test_a_mark_stands_at_its_position(marks: list[tuple[str, float | None]], drawn: str) -> None:
    assert track(marks) == drawn


@pytest.mark.parametrize(
    ("marks", "drawn"),
    [
        ([("N", 3), ("W", 3)], "├───┼───┼───W───┼───┤"),
        ([("N", 1), ("W", 3), ("O", 3)], "├───N───┼───O───┼───┤"),
        ([("N", 5), ("W", 5)], "├───┼───┼───┼───┼───W"),
        ([("N", 5), ("W", None)], "├───┼───┼───┼───┼───N"),
    ],
)
def test_where_nothing_moves_the_last_mark_stands_for_all(marks: list[tuple[str, float | None]], drawn: str) -> None:
    assert track(marks, side_by_side=False) == drawn


def test_a_track_can_be_drawn_closer() -> None:
    assert track([("N", 2)], options=3, step=2) == "├─┼─N"


@given(st.lists(POSITIONS, max_size=7))
def test_no_mark_is_lost(positions: list[float]) -> None:
    marks = list(zip("ABCDEFG", positions, strict=False))
    drawn = track(marks)
    assert all(mark in drawn for mark, _ in marks)
    assert 21 <= len(drawn) <= 27
