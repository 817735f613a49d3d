"""What is drawn on a terminal and what is drawn as SVG come from the same shapes, at the same places."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from maturity.pictures.cells import column, drawn, plot_width
from maturity.pictures.control import controls
from maturity.pictures.matrix_layout import matrix_columns
from maturity.pictures.shapes import Chart, Lane, Matrix
from maturity.pictures.svg import LETTER, MARGIN, WIDTH, column_x, svg, x_of
from maturity.pictures.widths import width_of
from tests.given.example_results import example_results
from tests.given.pictured import crowd, matrices

_MARK = re.compile(r'<g class="mark" data-place="([\d.]+)">.*?<text [^>]*?x="([\d.]+)"[^>]*>([^<]*)</text>', re.DOTALL)


def charts() -> list[Chart]:
    return list(controls(example_results()))


def in_cells(chart: Chart, width: int, lane: Lane) -> Iterator[tuple[str, int]]:
    """The signs of a lane with the columns of the axis in which they stand."""
    plot = plot_width(chart, width)
    for line in drawn(chart, width):
        if line.id == lane.id:
            after = f"  {lane.after}" if lane.after else ""
            text = line.text.removesuffix(after)[-plot:]
            yield from ((mark.sign, at) for mark in lane.marks if (at := text.find(mark.sign)) >= 0)


@pytest.mark.parametrize("width", [80, 120, 200])
@pytest.mark.parametrize("chart", charts(), ids=lambda chart: chart.id)
def test_every_mark_stands_at_its_place_in_both(chart: Chart, width: int) -> None:
    plot = plot_width(chart, width)
    shapes = [(mark.sign, mark.place) for lane in chart.lanes for mark in lane.marks]
    assert [(sign, float(place)) for place, _, sign in _MARK.findall(str(svg(chart)))] == shapes
    for place, x, _ in _MARK.findall(str(svg(chart))):
        assert float(x) == pytest.approx(x_of(chart.axis, float(place)))
    for lane in chart.lanes:
        expected = [(mark.sign, column(chart.axis, mark.place, plot)) for mark in lane.marks]
        assert sorted(in_cells(chart, width, lane)) == sorted(expected)


def test_both_measure_the_axis_from_end_to_end() -> None:
    axis = charts()[0].axis
    assert (x_of(axis, axis.low), x_of(axis, axis.high)) == (MARGIN, WIDTH - MARGIN)
    assert (column(axis, axis.low, 50), column(axis, axis.high, 50)) == (0, 49)


_SQUARE = re.compile(r'<g class="square"><title>.*?</title><rect[^>]*? x="([-\d.]+)"[^>]*>(.*?)</g>', re.DOTALL)
_TEXT = re.compile(r"<text[^>]*>([^<]*)</text>")
IN_SVG = int(WIDTH / LETTER)


@pytest.mark.parametrize("width", [IN_SVG, 80, 120, 200])
@pytest.mark.parametrize("found", matrices(example_results()) + matrices(crowd(7, 3)), ids=lambda one: one.id)
def test_every_square_stands_in_its_column_in_both(found: Matrix, width: int) -> None:
    """The same signs in the same order; at the width of the drawing, in the very same columns."""
    drawn_as_svg = [
        (float(x), "".join(_TEXT.findall(words))) for x, words in _SQUARE.findall(html.unescape(str(svg(found))))
    ]
    signs = [square.sign for row in found.rows for square in row.squares]
    assert len(drawn_as_svg) == len(signs)
    for sign, (_, text) in zip(signs, drawn_as_svg, strict=True):
        assert text.replace(" ", "").startswith(sign.replace(" ", ""))
    if not found.rows:
        return
    columns = matrix_columns(found, width)
    starts = [columns.name + sum(columns.sizes[:at]) + at + 1 for at in range(len(found.heads))]
    lines = drawn(found, width, legend=False)
    for row in (row for row in found.rows if row.id and not row.is_heading):
        first = next(line.text for line in lines if line.id == row.id and (columns.name or line.text.startswith(" ")))
        for square, start in zip(row.squares, starts, strict=True):
            begins = columns.lines(row)[row.squares.index(square)][0]
            assert _at_column(first, start).startswith(begins)
    if width == IN_SVG:
        places = [round(column_x(found, at) - size * LETTER / 2 - 2, 1) for at, size in enumerate(columns.sizes)]
        rows = [row for row in found.rows if not row.is_heading]
        assert [round(x, 1) for x, _ in drawn_as_svg] == pytest.approx(places * len(rows), abs=0.1)
        assert _steps(places) == pytest.approx(_steps([start * LETTER for start in starts]), abs=0.2)


def _steps(places: list[float]) -> list[float]:
    return [after - before for before, after in pairwise(places)]


def _at_column(text: str, start: int) -> str:
    """What begins at a column of a line, whose characters may take two."""
    for place in range(len(text)):
        if width_of(text[:place]) == start:
            return text[place:]
    return ""
