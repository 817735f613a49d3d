"""What is drawn on a terminal and what is drawn as SVG come from the same shapes, at the same places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from maturity.pictures.cells import column, drawn, plot_width
from maturity.pictures.control import controls
from maturity.pictures.shapes import Chart, Lane
from maturity.pictures.svg import MARGIN, WIDTH, svg, x_of
from tests.given.example_results import example_results

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
