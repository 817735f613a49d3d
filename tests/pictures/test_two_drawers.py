"""What is drawn on a terminal and what is drawn as SVG come from the same shapes, at the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Final

import pytest

from maturity.pictures.calendar import calendar
from maturity.pictures.cells import column, plot_width
from maturity.pictures.control import controls
from maturity.pictures.exit_criteria import bullets, cycles
from maturity.pictures.operating_model import trajectories
from maturity.pictures.risk import risks
from maturity.pictures.shapes import Chart
from maturity.pictures.svg import LETTER, MARGIN, WIDTH, x_of
from maturity.pictures.widths import width_of
from maturity.results.model import Results
from tests.given.example_results import example_results
from tests.given.pictured import crowd_results, measured_results
from tests.given.pictures import marks_in_svg, rows_of

KINDS: Final[dict[str, Callable[[Results], tuple[Chart, ...]]]] = {
    "control": lambda results: tuple(controls(results)),
    "risk": lambda results: tuple(risks(results)),
    "trajectory": lambda results: tuple(trajectories(results)),
    "calendar": lambda results: (calendar(results),),
    "bullets": lambda results: (bullets(results),),
    "cycles": lambda results: (cycles(results),),
}
ROUNDS: Final[dict[str, Callable[[], Results]]] = {
    "example": example_results,
    "measured": measured_results,
    "two teams of one": lambda: crowd_results(2, 1),
    "four teams of six": lambda: crowd_results(4, 6),
    "seven teams of one": lambda: crowd_results(7, 1),
    "seven teams of forty": lambda: crowd_results(7, 40),
}


@cache
def charts(kind: str, round_: str) -> tuple[Chart, ...]:
    return tuple(chart for chart in KINDS[kind](ROUNDS[round_]()) if chart.lanes)


def half(sign: str) -> float:
    """How far a sign reaches to either side of its middle, in columns."""
    return (width_of(sign) - 1) / 2


def stands_at(row: str, sign: str, at: int) -> bool:
    """Whether the sign covers the column, or lies at an end where it cannot."""
    starts = {at - int(half(sign)), at - int(half(sign) + 0.5)}
    last = len(row) - len(sign)
    return any(row.startswith(sign, min(max(0, start), last)) for start in starts)


@pytest.mark.parametrize("round_", ROUNDS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_mark_stands_at_its_place_in_both(kind: str, round_: str) -> None:
    for chart in charts(kind, round_):
        expected = Counter((mark.sign, float(mark.place)) for lane in chart.lanes for mark in lane.marks)
        found = marks_in_svg(chart)
        assert Counter((sign, place) for sign, place, _ in found) == expected
        for sign, place, x in found:
            assert abs(x - x_of(chart.axis, place)) <= max(0, half(sign) * LETTER - MARGIN) + 0.01
        for width in (40, 80, 120, 200):
            plot = plot_width(chart, width)
            for lane in chart.lanes:
                rows = rows_of(chart, width, lane) if lane.marks else []
                for mark in lane.marks:
                    at = column(chart.axis, mark.place, plot)
                    assert any(stands_at(row, mark.sign, at) for row in rows), (chart.id, width, lane.label, mark)


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_of_cells_and_a_unit_of_svg_are_the_same_share_of_the_axis(kind: str) -> None:
    for chart in charts(kind, "measured"):
        for mark in (mark for lane in chart.lanes for mark in lane.marks):
            in_svg = (x_of(chart.axis, mark.place) - MARGIN) / (WIDTH - 2 * MARGIN)
            for width in (80, 120, 200):
                plot = plot_width(chart, width)
                in_cells = column(chart.axis, mark.place, plot) / (plot - 1)
                assert in_cells == pytest.approx(in_svg, abs=0.5 / (plot - 1) + 1e-4)


def test_both_measure_the_axis_from_end_to_end() -> None:
    axis = charts("control", "example")[0].axis
    assert (x_of(axis, axis.low), x_of(axis, axis.high)) == (MARGIN, WIDTH - MARGIN)
    assert (column(axis, axis.low, 50), column(axis, axis.high, 50)) == (0, 49)


def test_every_kind_is_drawn_with_figures_of_a_pilot() -> None:
    assert all(charts(kind, "measured") for kind in KINDS)
