"""How parts share the room that there is: rows of a lane, columns of a chart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from maturity.pictures.shapes import Chart, Mark, Span, SpanKind
from maturity.pictures.widths import width_of

SMALLEST: Final = 40
"""Columns below which nothing is drawn any narrower."""
PLOT: Final = 26
"""The fewest columns of an axis."""
_LABEL: Final = 24
"""Columns that a label has before it is broken, and three tenths of a wide line."""
_WIDEST: Final = 110
"""The most columns of an axis: beyond, marks are too far from their labels to be followed."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Placed(Generic[T]):
    """A part that covers all from its start to its end."""

    start: float
    end: float
    part: T


def in_rows(parts: Iterable[Placed[T]], apart: float) -> list[list[Placed[T]]]:
    """Each part in the first row where it is so far from every other one that both can be read; at least one row."""
    rows: list[list[Placed[T]]] = [[]]
    for one in parts:
        free = (
            row
            for row in rows
            if all(one.end + apart <= other.start or other.end + apart <= one.start for other in row)
        )
        row = next(free, None)
        if row is None:
            row = []
            rows.append(row)
        row.append(one)
    return rows


def with_sign(spans: Iterable[Span]) -> list[Span]:
    """The stretches that have a row to themselves."""
    return [span for span in spans if span.sign]


def behind(spans: Iterable[Span], row: int) -> list[Span]:
    """The stretches that lie behind the marks of a row, in the order in which they are drawn: narrow over broad.

    Zones lie behind all rows of a lane, all others behind its first one.
    """
    order = (SpanKind.ZONE, SpanKind.RANGE, SpanKind.LINE, SpanKind.BAR)
    found = (span for span in spans if not span.sign and (span.kind is SpanKind.ZONE or row == 0))
    return sorted(found, key=lambda span: order.index(span.kind))


def reach(part: Mark | Span, start: float, end: float, most: float, letter: float = 1) -> Placed[Mark | Span]:
    """Where a mark lies whose middle is at `start`, or a stretch with a sign at both ends.

    It is moved as far as it takes to lie between 0 and `most`, and made as long as it takes to read both its signs. A
    column of text takes `letter`: 1 where there are whole columns alone.
    """
    half = (max(1, width_of(part.sign)) - 1) * letter / 2
    size, joint = 2 * half, 2 * half + 2 * letter
    low, high = start - half, end - half
    if 0 < high - low < joint:
        low = (low + high - joint) / 2
        high = low + joint
    low, high = max(0, min(low, most - size)), max(0, min(high, most - size))
    if start < end and high - low < joint:
        low, high = (0, joint) if low == 0 else (high - joint, high)
    return Placed(int(low), int(high) + size, part) if letter == 1 else Placed(low, high + size, part)


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """Columns of a chart: its labels, its axis, and what stands behind it, 0 where that has lines of its own."""

    label: int
    plot: int
    after: int


def chart_columns(chart: Chart, width: int) -> ChartColumns:
    """What labels and counts leave to the axis. What has no room beside it stands below; labels are broken."""
    lanes = [lane for lane in chart.lanes if not lane.is_heading]
    label = min(max((width_of(lane.label) for lane in lanes), default=0), max(_LABEL, width * 3 // 10))
    after = max((width_of(lane.after) + 2 for lane in lanes if lane.after), default=0)
    if label + 2 + PLOT + after > width:
        after = 0
    label = max(3, min(label, width - after - 2 - PLOT))
    return ChartColumns(label, min(_WIDEST, width - label - 2 - after), after)
