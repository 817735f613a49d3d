"""Draws a picture with the characters of a terminal: lines of pieces, each with its ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Line, Mark, Matrix, Picture, Span, SpanKind, Square
from maturity.pictures.widths import broken, fitted, width_of

SMALLEST: Final = 40
"""Columns below which nothing is drawn any narrower."""
_LEAST_WORD: Final = 6
"""Columns from which on a cut word is better than none."""
_PLOT: Final = 26
"""The fewest columns of an axis."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some characters of one ink."""

    text: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of a terminal; the id names the lane or row that it belongs to, empty for what stands around them."""

    pieces: tuple[Piece, ...]
    id: str = ""

    @property
    def text(self) -> str:
        """The characters without their inks."""
        return "".join(piece.text for piece in self.pieces)


def drawn(picture: Picture, width: int, *, legend: bool = True) -> tuple[Drawn, ...]:
    """The picture in lines of at most so many columns, without its title; of an empty one, why it is empty."""
    width = max(SMALLEST, width)
    empty = not (picture.lanes if isinstance(picture, Chart) else picture.rows)
    if empty:
        return tuple(_said(picture.says, width))
    body = _chart(picture, width) if isinstance(picture, Chart) else _matrix(picture, width)
    return (*body, *(legend_lines(picture.legend, width) if legend else ()))


def column(axis: Axis, place: float, width: int) -> int:
    """In which of so many columns a place of the axis lies, from 0."""
    return round(axis.share(place) * (width - 1))


def _said(text: str, width: int, ink: Ink = Ink.PLAIN) -> Iterator[Drawn]:
    yield from (Drawn((Piece(line, ink),)) for line in broken(text, width))


def legend_lines(legend: Sequence[Key], width: int) -> Iterator[Drawn]:
    """The legend, as many of its parts on a line as fit."""
    line: list[Piece] = []
    for key in legend:
        parts = [Piece(key.sign, key.ink), Piece(f" {key.says}", Ink.QUIET)]
        taken = sum(width_of(piece.text) for piece in line)
        if line and taken + 3 + sum(width_of(piece.text) for piece in parts) > width:
            yield Drawn(tuple(line))
            line = []
        line += [Piece("   "), *parts] if line else parts
    if line:
        yield Drawn(tuple(line))


def plot_width(chart: Chart, width: int) -> int:
    """Columns of the axis: what labels and counts leave, of which labels give way first."""
    return max(_PLOT, width - _label_width(chart, width) - _after_width(chart) - 2)


def _label_width(chart: Chart, width: int) -> int:
    longest = max((width_of(lane.label) for lane in chart.lanes if not lane.is_heading), default=0)
    return max(3, min(longest, width - _after_width(chart) - 2 - _PLOT, width // 2))


def _after_width(chart: Chart) -> int:
    longest = max((width_of(lane.after) for lane in chart.lanes if not lane.is_heading), default=0)
    return longest + 2 if longest else 0


def _chart(chart: Chart, width: int) -> Iterator[Drawn]:
    label, plot = _label_width(chart, width), plot_width(chart, width)
    yield from _ends(chart.axis, label, plot)
    yield Drawn((Piece(" " * (label + 2)), Piece(_ticks(chart.axis, plot), Ink.QUIET)))
    for lane in chart.lanes:
        if lane.is_heading:
            yield Drawn((), lane.id)
            lines = broken(lane.label, width - width_of(lane.after) - 2 if lane.after else width)
            for place, text in enumerate(lines):
                after = (Piece(f"  {lane.after}", lane.ink),) if lane.after and place == 0 else ()
                yield Drawn((Piece(text), *after), lane.id)
        else:
            yield from _lane(chart.axis, lane, label, plot)


def _ends(axis: Axis, label: int, plot: int) -> Iterator[Drawn]:
    """What the ends of the axis mean, on one line or, where these are too long, on two."""
    gap = plot - width_of(axis.low_says) - width_of(axis.high_says)
    margin = Piece(" " * (label + 2))
    if gap >= 2:
        yield Drawn((margin, Piece(axis.low_says + " " * gap + axis.high_says, Ink.QUIET)))
        return
    for text in broken(f"← {axis.low_says}", plot):
        yield Drawn((margin, Piece(text, Ink.QUIET)))
    for text in broken(f"{axis.high_says} →", plot):
        yield Drawn((margin, Piece(" " * (plot - width_of(text)) + text, Ink.QUIET)))


def _ticks(axis: Axis, plot: int) -> str:
    """What is written at the places of the axis, leaving out what would run into its neighbour."""
    row = [" "] * plot
    free = 0
    for tick in axis.ticks:
        size = width_of(tick.label)
        start = min(max(0, column(axis, tick.place, plot) - size // 2), plot - size)
        if start >= free and size <= plot:
            row[start : start + size] = [tick.label, *[""] * (size - 1)]
            free = start + size + 1
    return "".join(row)


def _lane(axis: Axis, lane: Lane, label: int, plot: int) -> Iterator[Drawn]:
    rows = _placed(axis, lane.marks, plot)
    for place, marks in enumerate(rows):
        pieces = _row(axis, lane.spans if place == 0 else (), marks, plot)
        name = Piece(fitted(lane.label if place == 0 else "", label) + "  ", lane.ink)
        after = (Piece(f"  {lane.after}", lane.ink),) if lane.after and place == 0 else ()
        yield Drawn((name, *pieces, *after), lane.id)


def _placed(axis: Axis, marks: Iterable[Mark], plot: int) -> list[dict[int, Mark]]:
    """The marks by the column at which each begins, on as many rows as it takes for none to hide another."""
    rows: list[dict[int, Mark]] = [{}]
    for mark in marks:
        size = width_of(mark.sign)
        start = min(max(0, column(axis, mark.place, plot) - (size - 1) // 2), plot - size)
        row = next((row for row in rows if _is_free(row, start, size)), None)
        if row is None:
            row = {}
            rows.append(row)
        row[start] = mark
    return rows


def _is_free(row: dict[int, Mark], start: int, size: int) -> bool:
    return all(start + size <= other or other + width_of(mark.sign) <= start for other, mark in row.items())


_TRACK: Final = "·"
_STROKES: Final = {SpanKind.LINE: "─", SpanKind.ZONE: "░", SpanKind.RANGE: "┄"}


def _row(axis: Axis, spans: Iterable[Span], marks: dict[int, Mark], plot: int) -> Iterator[Piece]:
    """One row of a lane: the axis faintly, stretches over it, marks over these."""
    cells: list[Piece | None] = [Piece(" ") for _ in range(plot)]
    for tick in axis.ticks:
        cells[column(axis, tick.place, plot)] = Piece(_TRACK, Ink.QUIET)
    for span in sorted(spans, key=lambda one: one.kind is not SpanKind.ZONE):
        for place in range(column(axis, span.start, plot), column(axis, span.end, plot) + 1):
            cells[place] = Piece(_STROKES[span.kind], span.ink)
    for start, mark in marks.items():
        size = width_of(mark.sign)
        cells[start] = Piece(mark.sign, mark.ink)
        cells[start + 1 : start + size] = [None] * (size - 1)
    yield from joined(piece for piece in cells if piece is not None)


def joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Neighbours of one ink as one piece."""
    text, ink = "", Ink.PLAIN
    for piece in pieces:
        if piece.ink is not ink and text:
            yield Piece(text, ink)
            text = ""
        text, ink = text + piece.text, piece.ink
    if text:
        yield Piece(text, ink)


def square_width(matrix: Matrix, width: int) -> int:
    """Columns of a square: all that it says where there is room, else its sign and its code."""
    most = max(width_of(_square_text(square.sign, square.says)) for row in matrix.rows for square in row.squares)
    least = max(width_of(square.sign) for row in matrix.rows for square in row.squares)
    codes = max(width_of(head.code) for head in matrix.heads)
    room = (width - _name_width(matrix, width)) // len(matrix.heads) - 1
    return max(least, codes, min(most, room))


def _square_text(sign: str, says: str) -> str:
    return f"{sign} {says}" if sign and says else sign or says


def _name_width(matrix: Matrix, width: int) -> int:
    """Columns of the names of rows: whole where squares can be narrow, at least two fifths of the line."""
    longest = max((width_of(row.label) for row in matrix.rows if not row.is_heading), default=0)
    codes = sum(max(4, width_of(head.code) + 1) for head in matrix.heads)
    return max(12, min(longest, max(width - codes, width * 2 // 5)))


def _matrix(matrix: Matrix, width: int) -> Iterator[Drawn]:
    size = square_width(matrix, width)
    name = max(12, min(_name_width(matrix, width), width - (size + 1) * len(matrix.heads)))
    is_roomy = all(width_of(head.title) <= size for head in matrix.heads)
    heads = [head.title if is_roomy else head.code for head in matrix.heads]
    yield Drawn((Piece(" " * name), *(Piece(f" {fitted(head, size)}", Ink.QUIET) for head in heads)))
    for row in matrix.rows:
        if row.is_heading:
            yield Drawn((), row.id)
            yield from (Drawn((Piece(text),), row.id) for text in broken(row.label, width))
            continue
        yield _matrix_row(row, name, size)


def _matrix_row(row: Line, name: int, size: int) -> Drawn:
    squares = (Piece(f" {fitted(_told(square, size), size)}", square.ink) for square in row.squares)
    return Drawn((Piece(fitted(row.label, name)), *squares), row.id)


def _told(square: Square, size: int) -> str:
    """Sign and word; the sign alone where the word would be cut so short that it says nothing."""
    whole = _square_text(square.sign, square.says)
    return whole if width_of(whole) <= size or size - width_of(square.sign) > _LEAST_WORD else square.sign
