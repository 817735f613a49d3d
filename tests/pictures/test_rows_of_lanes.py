"""Nothing in a lane hides anything else, and everything fits, on a terminal of any width and in SVG."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from string import ascii_uppercase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.pictures.cells import drawn, plot_width
from maturity.pictures.layout import Placed, in_rows
from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Sheet, Span, SpanKind, Tick
from maturity.pictures.svg import LETTER, WIDTH, svg
from maturity.pictures.widths import width_of
from tests.given.pictures import axis, chart, lane, mark, rows_of, torn

PLACES = st.integers(0, 20).map(lambda quarters: quarters / 4)
TEXTS = st.text(min_size=1, max_size=90).map(lambda text: " ".join(text.split()) or "–")
SIGNS = [f"{first}{second}{first}" for first in ascii_uppercase for second in ascii_uppercase if first != second]
STROKES = list(SpanKind)


@st.composite
def lanes(draw: st.DrawFn) -> Lane:
    """Marks and torn teams with a sign each of their own, over stretches of any kind."""
    signs = iter(draw(st.permutations(SIGNS[:16])))
    parts: list[Mark | Span] = [mark(place, next(signs)) for place in draw(st.lists(PLACES, max_size=9))]
    for low, high in draw(st.lists(st.tuples(PLACES, PLACES).map(sorted), max_size=4)):
        parts.append(torn(low, high, next(signs)))
    for low, high in draw(st.lists(st.tuples(PLACES, PLACES).map(sorted), max_size=3)):
        parts.append(Span(low, high, draw(st.sampled_from(STROKES)), "behind"))
    return lane(*parts, label=draw(TEXTS), after=draw(st.one_of(st.just(""), TEXTS)))


@given(lanes(), st.integers(40, 300))
def test_every_sign_is_read_whole_and_no_line_is_wider_than_there_is_room(drawing: Lane, width: int) -> None:
    picture = chart(drawing)
    lines = drawn(picture, width)
    assert all(width_of(line.text) <= width for line in lines)
    text = "\n".join(line.text for line in lines)
    for one in drawing.marks:
        assert len(re.findall(rf"(?<![A-Z]){one.sign}(?![A-Z])", text)) == 1
    for span in (span for span in drawing.spans if span.sign):
        assert 1 <= len(re.findall(rf"(?<![A-Z]){span.sign}(?![A-Z])", text)) <= 2


@given(lanes())
def test_no_two_signs_of_a_row_of_the_drawing_run_into_each_other(drawing: Lane) -> None:
    rows: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for group in re.findall(r'<g class="mark".*?</g>', str(svg(chart(drawing))), re.DOTALL):
        for x, y, sign in re.findall(r'x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', group):
            half = width_of(sign) * LETTER / 2
            rows[y].append((float(x) - half, float(x) + half))
    for row in rows.values():
        row.sort()
        assert row[0][0] >= 0
        assert row[-1][1] <= WIDTH
        assert all(before[1] < after[0] or before == after for before, after in pairwise(row))
    found = sum(len(row) for row in rows.values())
    assert found == len(drawing.marks) + 2 * sum(bool(span.sign) for span in drawing.spans)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=20))
def test_parts_of_a_row_are_apart_and_none_is_lost(parts: list[tuple[int, int]]) -> None:
    placed = [Placed(start, start + size, (start, size)) for start, size in parts]
    rows = in_rows(placed, 2)
    assert sorted(one.part for row in rows for one in row) == sorted(parts)
    for row in rows:
        ordered = sorted(row, key=lambda one: one.start)
        assert all(after.start - before.end >= 2 for before, after in pairwise(ordered))


def test_marks_at_one_place_stand_below_each_other() -> None:
    drawing = lane(mark(2, "END"), mark(2, "OPS"), mark(5, "SEC"), mark(2, "NET"))
    rows = rows_of(chart(drawing), 57, drawing)
    assert rows == [
        "·         ·        END        ·         ·       SEC",
        "·         ·        OPS        ·         ·         ·",
        "·         ·        NET        ·         ·         ·",
    ]


def test_a_torn_team_is_read_at_both_its_ends_and_its_marks_are_elsewhere() -> None:
    drawing = lane(torn(1, 4, "END"), mark(2, "OPS"))
    rows = rows_of(chart(drawing), 57, drawing)
    assert rows == [
        "·         ·        OPS        ·         ·         ·",
        f"·        END{'┄' * 27}END        ·",
    ]


def test_a_range_that_is_shorter_than_its_signs_is_drawn_as_long_as_they_are() -> None:
    drawing = lane(torn(0, 0.1, "END"), torn(4.9, 5, "OPS"), torn(2, 2.1, "SEC"), torn(3.5, 3.5, "NET"))
    (row,) = rows_of(chart(drawing), 57, drawing)
    assert (row[:7], row[-7:]) == ("END┄END", "OPS┄OPS")
    assert ("SEC┄SEC" in row, row.count("NET")) == (True, 1)


def test_stretches_are_told_apart_without_a_colour() -> None:
    drawing = lane(
        Span(0, 1, SpanKind.ZONE, "zone"),
        Span(2, 3, SpanKind.LINE, "line"),
        Span(3.5, 4, SpanKind.BAR, "bar"),
        Span(4.5, 5, SpanKind.RANGE, "range"),
    )
    (row,) = rows_of(chart(drawing), 57, drawing)
    assert row == "░░░░░░░░░░░         ───────────    ██████    ┄┄┄┄┄┄"
    shapes = str(svg(chart(drawing)))
    assert [kind in shapes for kind in ('"zone ', '"line ', '"bar ', 'stroke-dasharray="4 3"')] == [True] * 4


def test_a_zone_lies_behind_all_rows_and_a_line_behind_the_first() -> None:
    drawing = lane(Span(0, 5, SpanKind.ZONE, "zone"), Span(1, 3, SpanKind.LINE, "line"), mark(2, "A"), mark(2, "B"))
    first, second = rows_of(chart(drawing), 57, drawing)
    assert ("─A─" in first, "░B░" in second) == (True, True)


@pytest.mark.parametrize("width", [1, 39, 40, 300, 4000])
def test_a_picture_of_any_width_is_drawn(width: int) -> None:
    lines = drawn(chart(lane(mark(3, "END"), label="x" * 200, after="y" * 200)), width)
    assert max(width_of(line.text) for line in lines) <= max(40, width)
    assert sum("END" in line.text for line in lines) == 1


def test_an_axis_without_length_is_drawn_at_its_start() -> None:
    flat = Axis((Tick(3, "3"), Tick(3, "3")), "low", "high")
    drawing = lane(mark(3, "END"), mark(9, "OPS"), torn(1, 7, "SEC"))
    assert len(rows_of(chart(drawing, over=flat), 80, drawing)) == 3
    assert "OPS" in str(svg(chart(drawing, over=flat)))


def test_what_lies_beyond_the_axis_is_drawn_at_its_end() -> None:
    drawing = lane(mark(-4, "A"), mark(99, "B"))
    (row,) = rows_of(chart(drawing), 57, drawing)
    assert (row[0], row[-1]) == ("A", "B")


def test_the_ends_of_an_axis_are_written_before_what_is_between_them() -> None:
    crowded = axis(0, 1, 2, 3, 96, 97, 98, 100)
    picture = chart(lane(mark(0, "A")), over=crowded)
    ticks = drawn(picture, 40)[1].text.split()
    assert (ticks[0], ticks[-1]) == ("0", "100")
    assert plot_width(picture, 40) >= 26


@given(st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.integers(40, 120))
def test_a_legend_of_any_words_fits_and_says_nothing_twice(pairs: list[tuple[str, str]], width: int) -> None:
    keys = tuple(Key(sign[:3], words, Ink.QUIET) for sign, words in pairs)
    picture = Chart("a", "A", axis(0, 1), (lane(mark(0, "A")),), (*keys, *keys), "says", Sheet(("A",), ()))
    assert all(width_of(line.text) <= width for line in drawn(picture, width))
    once = Chart("a", "A", axis(0, 1), (lane(mark(0, "A")),), keys, "says", Sheet(("A",), ()))
    assert drawn(picture, width) == drawn(once, width)
    assert str(svg(picture)) == str(svg(once))
