"""Draws a picture as SVG: the same shapes, in a coordinate system of its own, coloured by classes alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import htpy as h

from maturity.pictures.shapes import Axis, Chart, Ink, Key, Lane, Mark, Matrix, Picture, Span, SpanKind, Square
from maturity.pictures.widths import broken, fitted, width_of

WIDTH: Final = 440
"""Units of the drawing: small, so that its letters stay legible on a narrow screen."""
MARGIN: Final = 20
LETTER: Final = 7.4
"""Units that a column of text takes, at most, at the size of the letters."""
ROW: Final = 19


def x_of(axis: Axis, place: float) -> float:
    """Where a place of the axis lies, in units from the left."""
    return round(MARGIN + axis.share(place) * (WIDTH - 2 * MARGIN), 2)


def _number(value: float) -> str:
    """A coordinate, as short as it can be."""
    return f"{round(value, 2):g}"


def svg(picture: Picture) -> h.Element:
    """The picture as an element with a name and a description; ids are those of the picture, once in a document."""
    nodes, height = _chart(picture) if isinstance(picture, Chart) else _matrix(picture)
    names = (f"{picture.id}-title", f"{picture.id}-says")
    labelled = {"aria-labelledby": " ".join(names)}
    return h.svg(".picture", viewBox=f"0 0 {WIDTH} {_number(height)}", role="img", **labelled)[
        h.title(id=names[0])[picture.title],
        h.desc(id=names[1])[picture.says],
        h.g(**{"aria-hidden": "true"})[nodes],
    ]


def _text(x: float, y: float, words: str, ink: Ink = Ink.PLAIN, anchor: str = "start") -> h.Element:
    return h.text(class_=f"ink-{ink.value}", x=_number(x), y=_number(y), text_anchor=anchor)[words]


def _line(kind: str, x1: float, x2: float, y: float) -> h.Element:
    return h.line(class_=kind, x1=_number(x1), x2=_number(x2), y1=_number(y), y2=_number(y))


def _box(kind: str, x: float, y: float, width: float) -> h.Element:
    """A box a little lower than a row, whose top is at y."""
    size = {"width": _number(width), "height": _number(ROW - 3)}
    return h.rect(class_=kind, x=_number(x), y=_number(y + 1.5), **size)


def _paragraph(words: str, y: float, ink: Ink = Ink.PLAIN, width: float = WIDTH) -> list[h.Element]:
    lines = broken(words, int(width / LETTER))
    return [_text(0, y + place * ROW, line, ink) for place, line in enumerate(lines)]


def _chart(chart: Chart) -> tuple[list[h.Element], float]:
    if not chart.lanes:
        nodes = _paragraph(chart.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    nodes, y = _axis(chart.axis, ROW)
    for lane in chart.lanes:
        drawn, y = _lane(chart.axis, lane, y)
        nodes += drawn
    keys, y = _keys(chart.legend, y + ROW / 2)
    return [*nodes, *keys], y


def _axis(axis: Axis, y: float) -> tuple[list[h.Element], float]:
    """What the ends mean, one above the other, and what is written at the places."""
    nodes = _paragraph(f"← {axis.low_says}", y, Ink.QUIET)
    y += ROW * len(nodes)
    right = broken(f"{axis.high_says} →", int(WIDTH / LETTER))
    nodes += [_text(WIDTH, y + place * ROW, line, Ink.QUIET, "end") for place, line in enumerate(right)]
    y += ROW * len(right)
    free = -1.0
    for tick in axis.ticks:
        x, half = x_of(axis, tick.place), width_of(tick.label) * LETTER / 2
        x = min(max(x, half), WIDTH - half)
        if x - half > free:
            nodes.append(_text(x, y, tick.label, Ink.QUIET, "middle"))
            free = x + half
    return nodes, y + ROW / 2


def _lane(axis: Axis, lane: Lane, y: float) -> tuple[list[h.Element], float]:
    """The label above its line, so that both have the whole width; marks that would hide others below these."""
    label = f"{lane.label}  {lane.after}" if lane.after else lane.label
    if lane.is_heading:
        words = _paragraph(label, y + ROW * 1.3, lane.ink)
        return [h.g(".heading")[words]], y + ROW * (len(words) + 0.5)
    nodes = _paragraph(label, y + ROW * 0.8, lane.ink)
    y += ROW * len(nodes)
    middle = y + ROW / 2
    nodes.append(_line("track", x_of(axis, axis.low), x_of(axis, axis.high), middle))
    nodes += [_line("tick", x - 1.5, x + 1.5, middle) for x in (x_of(axis, tick.place) for tick in axis.ticks)]
    nodes += [_span(axis, span, middle) for span in sorted(lane.spans, key=lambda one: one.kind is not SpanKind.ZONE)]
    rows = _placed(axis, lane.marks)
    for place, marks in enumerate(rows):
        nodes += [_mark(x, mark, middle + place * ROW) for x, mark in marks]
    return nodes, y + ROW * max(1, len(rows)) + ROW / 4


def _span(axis: Axis, span: Span, y: float) -> h.Element:
    start, end = x_of(axis, span.start), x_of(axis, span.end)
    if span.kind is SpanKind.ZONE:
        return _box(f"zone fill-{span.ink.value}", start, y - ROW / 2, end - start)[h.title[span.says]]
    return _line(f"{span.kind.value} stroke-{span.ink.value}", start, end, y)[h.title[span.says]]


def _placed(axis: Axis, marks: Iterable[Mark]) -> list[list[tuple[float, Mark]]]:
    """The marks with their places, on as many rows as it takes for none to hide another."""
    rows: list[list[tuple[float, Mark]]] = [[]]
    for mark in marks:
        x = x_of(axis, mark.place)
        row = next((row for row in rows if all(abs(x - other) >= _reach(mark, one) for other, one in row)), None)
        if row is None:
            row = []
            rows.append(row)
        row.append((x, mark))
    return rows


def _reach(one: Mark, other: Mark) -> float:
    """How far apart two marks have to be for both to be read."""
    return (width_of(one.sign) + width_of(other.sign)) * LETTER / 2 + 6


def _mark(x: float, mark: Mark, y: float) -> h.Element:
    half = width_of(mark.sign) * LETTER / 2 + 2
    return h.g(class_="mark", data_place=_number(mark.place))[
        h.title[mark.says],
        _box("back", x - half, y - ROW / 2, 2 * half),
        _text(x, y + 4.5, mark.sign, mark.ink, "middle"),
    ]


def _keys(legend: Iterable[Key], y: float) -> tuple[list[h.Element], float]:
    nodes: list[h.Element] = []
    x, y = 0.0, y + ROW
    for key in legend:
        words = fitted(key.says, width_of(key.says))
        taken = (width_of(key.sign) + 1 + width_of(words) + 3) * LETTER
        if x and x + taken > WIDTH:
            x, y = 0.0, y + ROW
        after = x + (width_of(key.sign) + 1) * LETTER
        lines = broken(words, max(8, int((WIDTH - after) / LETTER)))
        nodes.append(_text(x, y, key.sign, key.ink))
        nodes += [_text(after, y + place * ROW, line, Ink.QUIET) for place, line in enumerate(lines)]
        x, y = x + taken, y + (len(lines) - 1) * ROW
    return nodes, y + ROW / 2


def column_x(matrix: Matrix, place: int) -> float:
    """The middle of a column of a matrix, in units from the left."""
    size = min(64.0, WIDTH * 0.62 / len(matrix.heads))
    return round(WIDTH - (len(matrix.heads) - place - 0.5) * size, 2)


def _matrix(matrix: Matrix) -> tuple[list[h.Element], float]:
    if not matrix.rows:
        nodes = _paragraph(matrix.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    size = column_x(matrix, 1) - column_x(matrix, 0) if len(matrix.heads) > 1 else 64.0
    name = column_x(matrix, 0) - size / 2
    nodes = [_text(column_x(matrix, at), ROW, head.code, Ink.QUIET, "middle") for at, head in enumerate(matrix.heads)]
    y = ROW * 1.5
    for row in matrix.rows:
        lines = _paragraph(row.label, y + ROW * 0.8, width=WIDTH if row.is_heading else name - 6)
        nodes += [h.g(".heading")[lines]] if row.is_heading else lines
        for place, square in enumerate(row.squares):
            nodes.append(_square(square, column_x(matrix, place), y, size))
        y += ROW * len(lines) + 3
    keys, y = _keys(matrix.legend, y)
    return [*nodes, *keys], y


def _square(square: Square, x: float, y: float, size: float) -> h.Element:
    room = int(size / LETTER)
    return h.g(class_="square")[
        h.title[square.says],
        _box(f"fill-{square.ink.value}", x - size / 2 + 1, y, size - 2),
        _text(x, y + ROW * 0.75, fitted(square.sign, min(width_of(square.sign), room)), square.ink, "middle"),
    ]
