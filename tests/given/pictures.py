"""Pictures as tests read them: where signs stand in cells and in SVG, and charts made by hand."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import Final

from maturity.pictures.cells import drawn
from maturity.pictures.layout import chart_columns
from maturity.pictures.shapes import Axis, Chart, Lane, Mark, Picture, Sheet, Span, SpanKind, Tick
from maturity.pictures.svg import svg
from maturity.pictures.widths import broken
from maturity.results.build import results
from maturity.results.model import Results
from questionnaires import Questionnaire, Response
from scoring import recommend
from tests.given.builders import compared

NOTHING: Final = Sheet(("Nothing",), ())
_MARK: Final = re.compile(r'<g class="mark" data-place="([-\d.e+]+)"><text ([^>]*)>([^<]*)</text>')
_X: Final = re.compile(r'\bx="([-\d.]+)"')


def results_of(responses: Iterable[Response], questionnaire: Questionnaire | None = None) -> Results:
    """The results of these responses, with the criteria that they call for."""
    comparison = compared(responses, questionnaire)
    return results(comparison, recommend(comparison))


def axis(*places: float) -> Axis:
    """An axis with a number at each of its places."""
    return Axis(tuple(Tick(place, f"{place:g}") for place in places), "low", "high")


def chart(*lanes: Lane, over: Axis | None = None) -> Chart:
    """A chart of these lanes, by default over the options 0 to 5."""
    return Chart("by-hand", "By hand", over or axis(*range(6)), lanes, (), "Made by hand.", NOTHING)


def lane(*parts: Mark | Span, label: str = "Team", after: str = "") -> Lane:
    """A lane of marks and stretches."""
    marks = tuple(part for part in parts if isinstance(part, Mark))
    return Lane("lane", label, marks, tuple(part for part in parts if isinstance(part, Span)), after)


def mark(place: float, sign: str) -> Mark:
    """A mark whose words are its sign."""
    return Mark(place, sign, sign)


def torn(start: float, end: float, sign: str) -> Span:
    """A range with its sign at both ends."""
    return Span(start, end, SpanKind.RANGE, sign, sign=sign)


def rows_of(chart: Chart, width: int, lane: Lane) -> list[str]:
    """What stands over the axis in each row of a lane whose label takes one column a letter."""
    columns = chart_columns(chart, width)
    start = columns.label + 2
    lines = [line.text[start : start + columns.plot] for line in drawn(chart, width) if line.id == lane.id]
    return lines[: len(lines) - _below(chart, width, lane)]


def _below(chart: Chart, width: int, lane: Lane) -> int:
    """How many of the last lines of a lane hold what had no room behind it."""
    columns = chart_columns(chart, width)
    return len(broken(lane.after, columns.plot)) if lane.after and not columns.after else 0


def marks_in_svg(picture: Picture) -> list[tuple[str, float, float]]:
    """Sign, place and x of every mark."""
    found = []
    for place, attributes, sign in _MARK.findall(str(svg(picture))):
        x = _X.search(attributes)
        found.append((html.unescape(sign), float(place), float(x[1]) if x else 0.0))
    return found
