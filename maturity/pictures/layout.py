"""How parts share the room that there is: rows of a lane, columns of a chart and of a matrix."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from maturity.pictures.shapes import Chart, Head, Line, Mark, Matrix, Span, SpanKind, Square
from maturity.pictures.widths import broken, fitted, width_of

SMALLEST: Final = 40
"""Columns below which nothing is drawn any narrower."""
PLOT: Final = 26
"""The fewest columns of an axis."""
_WIDEST: Final = 110
"""The most columns of an axis: beyond, marks are too far from their labels to be followed."""
_NAME: Final = 16
"""The fewest columns of the names of rows, beside their squares."""
_LONGEST: Final = 14
"""The most columns that a single word asks for."""

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
    """The stretches that lie behind the marks of a row, in the order in which they are drawn: lines lie over zones.

    Zones lie behind all rows of a lane, all others behind its first one."""
    order = (SpanKind.ZONE, SpanKind.BAR, SpanKind.RANGE, SpanKind.LINE)
    found = (span for span in spans if not span.sign and (span.kind is SpanKind.ZONE or row == 0))
    return sorted(found, key=lambda span: order.index(span.kind))


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
    """Columns of a matrix: the names of its rows, and each of its columns without the blank before it.

    Without a column for names these stand on lines of their own, above their squares."""

    name: int
    sizes: tuple[int, ...]
    told: tuple[bool, ...]
    """Which of them hold words that are broken into lines, and never left out."""

    def lines(self, row: Line) -> list[list[str]]:
        """What is written in each square of a row, line by line."""
        return [
            _told_lines(square, size) if is_told else [fitted(told(square, size), size).rstrip()]
            for square, size, is_told in zip(row.squares, self.sizes, self.told, strict=True)
        ]

    def heads(self, heads: Sequence[Head]) -> list[list[str]]:
        """What is written above each column: titles where all of them fit, else codes; what is told is broken."""
        parts = list(zip(heads, self.sizes, self.told, strict=True))
        is_roomy = all(width_of(head.title) <= size for head, size, is_told in parts if not is_told)
        return [
            broken(head.title, size) if is_told or is_roomy else [fitted(head.code, size).rstrip()]
            for head, size, is_told in parts
        ]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column of a matrix needs: at least, and to say all that it has to say."""

    least: int
    most: int
    title: int
    is_told: bool


def matrix_columns(matrix: Matrix, width: int) -> MatrixColumns:
    """Signs whole, and words that are told broken at blanks; then names whole; then words that are told on one line;
    then the words of all squares, or of none, so that none is cut; then the titles of all columns, or their codes."""
    rows = [row for row in matrix.rows if not row.is_heading]
    longest = max((width_of(row.label) for row in rows), default=0)
    columns = [_column(head, [row.squares[at] for row in rows]) for at, head in enumerate(matrix.heads)]
    told = tuple(column.is_told for column in columns)
    sizes = [column.least for column in columns]
    room = width - sum(sizes) - len(sizes)
    name = min(longest, room) if room >= min(longest, _NAME) else 0
    if not name:
        sizes = _narrowed(sizes, width - len(sizes))
    return MatrixColumns(name, _shared(_widened(sizes, columns, room - name), columns, width - name - len(sizes)), told)


def _shared(sizes: Sequence[int], columns: Sequence[_Column], room: int) -> tuple[int, ...]:
    """With titles and all columns alike where there is room; else with titles; else with words; else as they are."""
    words = [size if column.is_told else column.most for size, column in zip(sizes, columns, strict=True)]
    titles = [max(size, column.title) for size, column in zip(words, columns, strict=True)]
    alike = max((size for size, column in zip(titles, columns, strict=True) if not column.is_told), default=0)
    even = [size if column.is_told else alike for size, column in zip(titles, columns, strict=True)]
    fitting = (found for found in (even, titles, words) if sum(found) <= room)
    return tuple(next(fitting, sizes))


def _column(head: Head, squares: Sequence[Square]) -> _Column:
    """A column in which any square has no sign can only be told."""
    most = max((width_of(told(square)) for square in squares), default=0)
    is_told = head.is_told or not all(square.sign for square in squares)
    signs = max((_least(square) if is_told else width_of(square.sign) for square in squares), default=0)
    code = max(1, width_of(head.code))
    return _Column(max(signs, code), max(most, signs, code), width_of(head.title), is_told)


def _least(square: Square) -> int:
    """Columns for the sign and the longest word, of which only an endless one is broken."""
    word = max((width_of(word) for word in square.says.split()), default=0)
    return width_of(f"{square.sign} ") * bool(square.sign) + min(word, _LONGEST)


def _widened(sizes: Sequence[int], columns: Sequence[_Column], room: int) -> list[int]:
    """What is told on as few lines as there is room for, the narrowest first."""
    found = list(sizes)
    while room > 0:
        growing = [at for at, column in enumerate(columns) if column.is_told and found[at] < column.most]
        if not growing:
            break
        found[min(growing, key=found.__getitem__)] += 1
        room -= 1
    return found


def _narrowed(sizes: Sequence[int], room: int) -> list[int]:
    """None wider than another that is cut."""
    most = max(sizes)
    while most > 1 and sum(min(size, most) for size in sizes) > room:
        most -= 1
    return [min(size, most) for size in sizes]


def told(square: Square, size: int | None = None) -> str:
    """Sign and word; the sign alone where there is no room for both."""
    whole = f"{square.sign} {square.says}" if square.sign and square.says else square.sign or square.says
    return whole if size is None or not square.sign or width_of(whole) <= size else square.sign


def _told_lines(square: Square, size: int) -> list[str]:
    """Sign and words, these broken into lines below each other beside the sign."""
    margin = width_of(square.sign) + 1 if square.sign else 0
    if size - margin < 2:
        return broken(told(square), size)
    first, *rest = broken(square.says, size - margin)
    return [f"{square.sign} {first}".rstrip() if margin else first, *(" " * margin + line for line in rest)]
