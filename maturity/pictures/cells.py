"""Draws a picture with the characters of a terminal: lines of pieces, each with its ink."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from maturity.pictures.layout import SMALLEST, ChartColumns, Placed, behind, chart_columns, in_rows, reach, with_sign
from maturity.pictures.matrix_layout import MatrixColumns, matrix_columns
from maturity.pictures.shapes import STROKES, Axis, Chart, Ink, Key, Lane, Line, Mark, Matrix, Picture, Span
from maturity.pictures.widths import broken, fitted, width_of

_TRACK: Final = "·"


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


def plot_width(chart: Chart, width: int) -> int:
    """Columns of the axis: what labels and counts leave."""
    return chart_columns(chart, max(SMALLEST, width)).plot


def _said(text: str, width: int, ink: Ink = Ink.PLAIN) -> Iterator[Drawn]:
    yield from (Drawn((Piece(line, ink),)) for line in broken(text, width))


def legend_lines(legend: Sequence[Key], width: int) -> Iterator[Drawn]:
    """The legend, as many of its parts on a line as fit; what is longer than a line goes on below itself."""
    line: list[Piece] = []
    taken = 0
    for key in dict.fromkeys(legend):
        indent = width_of(key.sign) + 1
        first, *rest = broken(key.says, width - indent)
        size = indent + width_of(first)
        if line and (rest or taken + 3 + size > width):
            yield Drawn(tuple(line))
            line, taken = [], 0
        line += [Piece("   ")] if line else []
        line += [Piece(key.sign, key.ink), Piece(f" {first}", Ink.QUIET)]
        taken += size + (3 if taken else 0)
        for text in rest:
            yield Drawn(tuple(line))
            line, taken = [Piece(" " * indent), Piece(text, Ink.QUIET)], indent + width_of(text)
    if line:
        yield Drawn(tuple(line))


def _chart(chart: Chart, width: int) -> Iterator[Drawn]:
    columns = chart_columns(chart, width)
    margin = Piece(" " * (columns.label + 2))
    yield from (Drawn((margin, Piece(text, Ink.QUIET))) for text in _ends(chart.axis, columns.plot))
    yield Drawn((margin, Piece(_ticks(chart.axis, columns.plot), Ink.QUIET)))
    for lane in chart.lanes:
        yield from _heading(lane, width) if lane.is_heading else _lane(chart.axis, lane, columns)


def _heading(lane: Lane, width: int) -> Iterator[Drawn]:
    """A line of its own, after an empty one."""
    yield Drawn((), lane.id)
    beside = f"  {lane.after}" if lane.after and width_of(lane.label) + 2 + width_of(lane.after) <= width else ""
    for place, text in enumerate(broken(lane.label, width)):
        yield Drawn((Piece(text), *((Piece(beside, lane.ink),) if beside and not place else ())), lane.id)
    if lane.after and not beside:
        yield from (Drawn((Piece(text, lane.ink),), lane.id) for text in broken(lane.after, width))


def _ends(axis: Axis, plot: int) -> Iterator[str]:
    """What the ends of the axis mean, on one line or, where these are too long, on several."""
    gap = plot - width_of(axis.low_says) - width_of(axis.high_says)
    if gap >= 2:
        yield axis.low_says + " " * gap + axis.high_says
        return
    yield from broken(f"← {axis.low_says}", plot)
    yield from (" " * (plot - width_of(text)) + text for text in broken(f"{axis.high_says} →", plot))


def _ticks(axis: Axis, plot: int) -> str:
    """What is written at the places of the axis: its ends first, then what does not run into its neighbour."""
    row = [" "] * plot
    for tick in dict.fromkeys((axis.ticks[0], axis.ticks[-1], *axis.ticks)):
        size = width_of(tick.label)
        start = min(max(0, column(axis, tick.place, plot) - size // 2), plot - size)
        if 0 < size <= plot and all(cell == " " for cell in row[max(0, start - 1) : start + size + 1]):
            row[start : start + size] = [tick.label, *[""] * (size - 1)]
    return "".join(row).rstrip()


def _lane(axis: Axis, lane: Lane, columns: ChartColumns) -> Iterator[Drawn]:
    """Its label beside its rows, of which it has as many as it takes for nothing to hide anything else."""
    names = broken(lane.label, columns.label)
    rows = _placed(axis, lane, columns.plot)
    for place, (name, parts) in enumerate(zip_longest(names, rows)):
        spans = behind(lane.spans, place)
        pieces = _row(axis, spans, parts, columns.plot) if parts is not None else ()
        after = (Piece(f"  {lane.after}", lane.ink),) if lane.after and columns.after and not place else ()
        yield Drawn((Piece(fitted(name or "", columns.label) + "  ", lane.ink), *pieces, *after), lane.id)
    if lane.after and not columns.after:
        margin = Piece(" " * (columns.label + 2))
        yield from (Drawn((margin, Piece(text, lane.ink)), lane.id) for text in broken(lane.after, columns.plot))


def _placed(axis: Axis, lane: Lane, plot: int) -> list[list[Placed[Mark | Span]]]:
    marks = [reach(mark, at, at, plot - 1) for mark in lane.marks for at in [column(axis, mark.place, plot)]]
    spans = [
        reach(span, column(axis, span.start, plot), column(axis, span.end, plot), plot - 1)
        for span in with_sign(lane.spans)
    ]
    return in_rows((*marks, *spans), 2)


def _row(axis: Axis, spans: Iterable[Span], parts: Iterable[Placed[Mark | Span]], plot: int) -> Iterator[Piece]:
    """One row of a lane: the axis faintly, stretches over it, marks over these."""
    cells: list[Piece | None] = [Piece(" ") for _ in range(plot)]
    for tick in axis.ticks:
        cells[column(axis, tick.place, plot)] = Piece(_TRACK, Ink.QUIET)
    for span in spans:
        _fill(cells, column(axis, span.start, plot), column(axis, span.end, plot), span)
    for one in parts:
        start, end, size = int(one.start), int(one.end), max(1, width_of(one.part.sign))
        if isinstance(one.part, Span):
            _fill(cells, start, end, one.part)
            _write(cells, end - size + 1, size, one.part)
        _write(cells, start, size, one.part)
    yield from joined(piece for piece in cells if piece is not None)


def _fill(cells: list[Piece | None], start: int, end: int, span: Span) -> None:
    cells[start : end + 1] = [Piece(STROKES[span.kind], span.ink)] * (end + 1 - start)


def _write(cells: list[Piece | None], start: int, size: int, part: Mark | Span) -> None:
    cells[start : start + size] = [Piece(fitted(part.sign, size), part.ink), *[None] * (size - 1)]


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


def _matrix(matrix: Matrix, width: int) -> Iterator[Drawn]:
    columns = matrix_columns(matrix, width)
    yield from _beside(columns, [], columns.heads(matrix.heads), [Ink.QUIET] * len(matrix.heads), "")
    for row in matrix.rows:
        if row.is_heading:
            yield Drawn((), row.id)
            yield from _paragraph(row, width)
        elif columns.name:
            yield from _beside(columns, broken(row.label, columns.name), columns.lines(row), _inks(row), row.id)
        else:
            yield from _paragraph(row, width)
            yield from _beside(columns, [], columns.lines(row), _inks(row), row.id)


def _paragraph(row: Line, width: int) -> Iterator[Drawn]:
    yield from (Drawn((Piece(text),), row.id) for text in broken(row.label, width))


def _inks(row: Line) -> list[Ink]:
    return [square.ink for square in row.squares]


def _beside(
    columns: MatrixColumns, label: Sequence[str], parts: Sequence[Sequence[str]], inks: Sequence[Ink], identifier: str
) -> Iterator[Drawn]:
    """Lines in which each part, and the label before them, has its columns: a piece for each, empty or not."""
    for name, *texts in zip_longest(label, *parts, fillvalue=""):
        begin = [Piece(fitted(name, columns.name))] if columns.name else []
        told = zip(texts, columns.sizes, inks, strict=True)
        yield Drawn((*begin, *(Piece(f" {fitted(text, size)}", ink) for text, size, ink in told)), identifier)
