"""How parts share the room that there is: rows of a lane, columns of a chart and of a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from maturity.pictures.shapes import Chart, Head, Mark, Matrix, Span, SpanKind, Square
from maturity.pictures.widths import width_of

SMALLEST: Final = 40
"""Columns below which nothing is drawn any narrower."""
PLOT: Final = 26
"""The fewest columns of an axis."""
_WIDEST: Final = 110
"""The most columns of an axis: beyond, marks are too far from their labels to be followed."""
_NAME: Final = 12
"""The fewest columns of the names of rows."""
_WORD: Final = 6
"""Columns from which on a cut word is better than none."""

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


def behind(spans: Iterable[Span]) -> list[Span]:
    """The stretches that lie behind the marks, in the order in which they are drawn: lines are seen over zones."""
    order = (SpanKind.ZONE, SpanKind.BAR, SpanKind.RANGE, SpanKind.LINE)
    return sorted((span for span in spans if not span.sign), key=lambda span: order.index(span.kind))


def reach(part: Mark | Span, start: float, end: float, most: float, letter: float = 1) -> Placed[Mark | Span]:
    """Where a mark lies whose middle is at `start`, or a stretch with a sign at both ends: moved as far as it takes to
    lie between 0 and `most`. A column of text takes `letter`."""
    half = (max(1, width_of(part.sign)) - 1) * letter / 2
    low, high = (int(start - half), int(end - half)) if letter == 1 else (start - half, end - half)
    size = 2 * half
    low, high = (min(max(0, place), most - size) for place in (low, high))
    return Placed(low, high + size, part)


@dataclass(frozen=True, slots=True)
class ChartColumns:
    """Columns of a chart: its labels, its axis, and what stands behind it, 0 where that has lines of its own."""

    label: int
    plot: int
    after: int


def chart_columns(chart: Chart, width: int) -> ChartColumns:
    """What labels and counts leave to the axis. What has no room beside it stands below; labels are broken."""
    lanes = [lane for lane in chart.lanes if not lane.is_heading]
    label = max((width_of(lane.label) for lane in lanes), default=0)
    after = max((width_of(lane.after) + 2 for lane in lanes if lane.after), default=0)
    if label + 2 + PLOT + after > width:
        after = 0
    label = max(3, min(label, width - after - 2 - PLOT))
    return ChartColumns(label, min(_WIDEST, width - label - 2 - after), after)


@dataclass(frozen=True, slots=True)
class MatrixColumns:
    """Columns of a matrix: the names of its rows, and each of its columns without the blank before it."""

    name: int
    sizes: tuple[int, ...]


def matrix_columns(matrix: Matrix, width: int) -> MatrixColumns:
    """All that squares say where there is room; else as much as fits, of all columns alike, and at least their signs.

    Names are whole before squares have words, unless they would take more than two fifths of the line.
    """
    longest = max((width_of(row.label) for row in matrix.rows if not row.is_heading), default=0)
    columns = [[row.squares[at] for row in matrix.rows if not row.is_heading] for at in range(len(matrix.heads))]
    least = [_least(head, squares) for head, squares in zip(matrix.heads, columns, strict=True)]
    most = [_most(head, squares, size) for head, squares, size in zip(matrix.heads, columns, least, strict=True)]
    narrow = sum(least) + len(least)
    name = max(_NAME, min(longest, max(width - narrow, 0), max(width * 2 // 5, width - sum(most) - len(most))))
    name = max(1, min(name, width - narrow))
    return MatrixColumns(name, _shared(least, most, width - name - len(least)))


def _shared(least: Sequence[int], most: Sequence[int], room: int) -> tuple[int, ...]:
    """All of one size where the widest fits for all; else none wider than it has to be, or than one that is cut."""
    if max(most) * len(most) <= room:
        return (max(most),) * len(most)
    size = 0
    while sum(_sizes(least, most, size + 1)) <= room and size < max(most):
        size += 1
    return tuple(_sizes(least, most, size))


def _sizes(least: Sequence[int], most: Sequence[int], size: int) -> list[int]:
    return [min(high, max(low, size)) for low, high in zip(least, most, strict=True)]


def _least(head: Head, squares: Sequence[Square]) -> int:
    signs = max(width_of(square.sign) if square.sign else min(_WORD, width_of(square.says)) for square in squares)
    return max(1, signs, width_of(head.code))


def _most(head: Head, squares: Sequence[Square], least: int) -> int:
    return max(least, width_of(head.code), *(width_of(told(square)) for square in squares))


def told(square: Square, size: int | None = None) -> str:
    """Sign and word; the sign alone where the word would be cut so short that it says nothing."""
    whole = f"{square.sign} {square.says}" if square.sign and square.says else square.sign or square.says
    if size is None or not square.sign or width_of(whole) <= size or size - width_of(square.sign) > _WORD:
        return whole
    return square.sign
