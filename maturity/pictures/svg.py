"""Draws a picture as SVG: the same shapes, in a coordinate system of its own, coloured by classes alone.

There is no `style` attribute and no colour. The style sheet of a report draws these classes:

- `ink-…` on texts, groups of texts and bars, `fill-…` on boxes behind them, `stroke-…` on lines, each with a value of
  `Ink`: quiet, aligned …; what is plain has the colour of the words around it;
- `zone` on the box of a stretch behind marks, `bar` on a solid one; `track` on the axis, `line` on what ties marks,
  `range` on what is dashed;
- `mark` on the groups of signs, which stand on lines and need a ground: a broad stroke in the colour of the page behind
  their letters; `heading` on groups of texts; `picture` on the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

import htpy as h

from maturity.pictures.layout import Placed, behind, in_rows, reach, with_sign
from maturity.pictures.matrix_layout import MatrixColumns, matrix_columns
from maturity.pictures.shapes import (
    STROKES,
    Axis,
    Chart,
    Ink,
    Key,
    Lane,
    Line,
    Mark,
    Matrix,
    Picture,
    Span,
    SpanKind,
)
from maturity.pictures.widths import broken, width_of

WIDTH: Final = 440
"""Units of the drawing: small, so that its letters stay legible on a narrow screen."""
MARGIN: Final = 20
LETTER: Final = 7.4
"""Units that a column of text takes, at most, at the size of the letters."""
ROW: Final = 19
_COLUMNS: Final = int(WIDTH / LETTER)
_KINDS: Final = {sign: kind for kind, sign in STROKES.items()}


def x_of(axis: Axis, place: float) -> float:
    """Where a place of the axis lies, in units from the left."""
    return round(MARGIN + axis.share(place) * (WIDTH - 2 * MARGIN), 1)


def _number(value: float) -> str:
    """A coordinate, as short as it can be."""
    return f"{round(value, 1):g}"


def svg(picture: Picture, *, legend: bool = True) -> h.Element:
    """The picture as an element with a name and a description; ids are those of the picture, once in a document."""
    nodes, height = _chart(picture) if isinstance(picture, Chart) else _matrix(picture)
    if legend and (picture.lanes if isinstance(picture, Chart) else picture.rows):
        keys, height = _keys(dict.fromkeys(picture.legend), height)
        nodes = [*nodes, *keys]
    names = (f"{picture.id}-title", f"{picture.id}-says")
    labelled = {"aria-labelledby": " ".join(names)}
    return h.svg(".picture", viewBox=f"0 0 {WIDTH} {_number(height)}", role="img", **labelled)[
        h.title(id=names[0])[picture.title],
        h.desc(id=names[1])[picture.says],
        h.g(**{"aria-hidden": "true"})[nodes],
    ]


def _text(x: float, y: float, words: str, ink: Ink = Ink.PLAIN, anchor: str = "start") -> h.Element:
    """What is as if nothing was said is not said: a picture of many words is half as long without it."""
    kind = {} if ink is Ink.PLAIN else {"class_": f"ink-{ink.value}"}
    across = {"x": _number(x)} if x else {}
    anchored = {} if anchor == "start" else {"text_anchor": anchor}
    return h.text(**kind, **across, y=_number(y), **anchored)[words]


def _quiet(nodes: Iterable[h.Element]) -> h.Element:
    """Words around the picture itself."""
    return h.g(class_=f"ink-{Ink.QUIET.value}")[nodes]


def _line(kind: str, x1: float, x2: float, y: float, **more: str) -> h.Element:
    return h.line(class_=kind, x1=_number(x1), x2=_number(x2), y1=_number(y), y2=_number(y), **more)


def _box(kind: str, x: float, y: float, width: float, height: float = ROW - 3) -> h.Element:
    """A box a little lower than a row, whose top is at y."""
    size = {"width": _number(width), "height": _number(height)}
    return h.rect(class_=kind, x=_number(x), y=_number(y + (ROW - height) / 2), **size)


def _paragraph(words: str, y: float, ink: Ink = Ink.PLAIN, columns: int = _COLUMNS) -> list[h.Element]:
    return [_text(0, y + place * ROW, line, ink) for place, line in enumerate(broken(words, columns))]


def _chart(chart: Chart) -> tuple[list[h.Element], float]:
    if not chart.lanes:
        nodes = _paragraph(chart.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    nodes, y = _axis(chart.axis, ROW)
    for lane in chart.lanes:
        drawn, y = _lane(chart.axis, lane, y)
        nodes += drawn
    return nodes, y + ROW / 2


def _axis(axis: Axis, y: float) -> tuple[list[h.Element], float]:
    """What the ends mean, one above the other, and what is written at the places: the ends first."""
    nodes = _paragraph(f"← {axis.low_says}", y)
    y += ROW * len(nodes)
    right = broken(f"{axis.high_says} →", _COLUMNS)
    nodes += [_text(WIDTH, y + place * ROW, line, anchor="end") for place, line in enumerate(right)]
    y += ROW * len(right)
    taken: list[tuple[float, float]] = []
    for tick in dict.fromkeys((axis.ticks[0], axis.ticks[-1], *axis.ticks)):
        half = width_of(tick.label) * LETTER / 2
        x = min(max(x_of(axis, tick.place), half), WIDTH - half)
        if 0 < half <= WIDTH / 2 and all(x + half < low or high < x - half for low, high in taken):
            nodes.append(_text(x, y, tick.label, anchor="middle"))
            taken.append((x - half - LETTER / 2, x + half + LETTER / 2))
    return [_quiet(nodes)], y + ROW / 2


def _track(axis: Axis, y: float) -> h.Element:
    """The axis behind a lane, with a stroke at each of its places."""
    places = [x_of(axis, tick.place) for tick in axis.ticks]
    steps = "".join(f"m{_number(after - before)} -6v6" for before, after in pairwise(places))
    start = f"M{_number(places[0])} {_number(y)}H{_number(places[-1])}M{_number(places[0])} {_number(y - 3)}v6"
    return h.path(".track", d=start + steps)


def _lane(axis: Axis, lane: Lane, y: float) -> tuple[list[h.Element], float]:
    """The label above its rows, so that both have the whole width; marks that would hide others below these."""
    label = f"{lane.label}: {lane.after}" if lane.after else lane.label
    if lane.is_heading:
        words = _paragraph(label, y + ROW * 1.3, lane.ink)
        return [h.g(".heading")[words]], y + ROW * (len(words) + 0.5)
    nodes = _paragraph(label, y + ROW * 0.8, lane.ink)
    y += ROW * len(nodes)
    for place, row in enumerate(_placed(axis, lane)):
        middle = y + ROW / 2
        spans = behind(lane.spans, place)
        nodes.append(_track(axis, middle))
        nodes += [_span(span, x_of(axis, span.start), x_of(axis, span.end), middle) for span in spans]
        nodes.append(h.g(text_anchor="middle")[[_part(one, middle) for one in row]])
        y += ROW
    return nodes, y + ROW / 4


def _placed(axis: Axis, lane: Lane) -> list[list[Placed[Mark | Span]]]:
    marks = [reach(mark, at, at, WIDTH, LETTER) for mark in lane.marks for at in [x_of(axis, mark.place)]]
    spans = [reach(span, x_of(axis, span.start), x_of(axis, span.end), WIDTH, LETTER) for span in with_sign(lane.spans)]
    return in_rows((*marks, *spans), LETTER + 6)


def _span(span: Span, start: float, end: float, y: float) -> h.Element:
    """A zone as a box, a bar as a lower one in the colour of words; a line solid, a range dashed."""
    if span.kind is SpanKind.ZONE:
        return _box(f"zone fill-{span.ink.value}", start - 2, y - ROW / 2, end - start + 4)
    if span.kind is SpanKind.BAR:
        return _box(f"bar ink-{span.ink.value}", start - 1, y - ROW / 2, end - start + 2, ROW / 2)
    dashes = {"stroke_dasharray": "4 3"} if span.kind is SpanKind.RANGE else {}
    return _line(f"{span.kind.value} stroke-{span.ink.value}", start, end, y, **dashes)


def _part(one: Placed[Mark | Span], y: float) -> h.Element:
    part = one.part
    if isinstance(part, Mark):
        middle = (one.start + one.end) / 2
        return _mark("mark", part, [middle], y, data_place=f"{part.place:g}")
    half = (max(1, width_of(part.sign)) - 1) * LETTER / 2
    ends = (one.start + half, one.end - half)
    return h.g[
        _span(part, ends[0], ends[1], y), _mark("mark", part, ends, y, data_places=f"{part.start:g} {part.end:g}")
    ]


def _mark(kind: str, part: Mark | Span, places: Iterable[float], y: float, **data: str) -> h.Element:
    """A sign, at one place or at both ends of a range, of which each is the middle of it."""
    return h.g(class_=kind, **data)[(_text(x, y + 4.5, part.sign, part.ink) for x in places)]


def _keys(legend: Iterable[Key], y: float) -> tuple[list[h.Element], float]:
    signs: list[h.Element] = []
    words: list[h.Element] = []
    x, y = 0.0, y + ROW
    for key in legend:
        after = (width_of(key.sign) + 1) * LETTER
        taken = after + (width_of(key.says) + 3) * LETTER
        if x and x + taken > WIDTH:
            x, y = 0.0, y + ROW
        lines = broken(key.says, max(8, int((WIDTH - x - after) / LETTER)))
        signs.append(_sign(key, x, y))
        words += [_text(x + after, y + place * ROW, line) for place, line in enumerate(lines)]
        x, y = x + taken, y + (len(lines) - 1) * ROW
    return [*signs, _quiet(words)], y + ROW / 2


def _sign(key: Key, x: float, y: float) -> h.Element:
    """The sign of a legend: of a stretch a piece of it, as it is drawn."""
    if key.sign in _KINDS:
        return _span(Span(0, 0, _KINDS[key.sign], key.says, key.ink), x + 2, x + LETTER, y - 4.5)
    return _text(x, y, key.sign, key.ink)


def column_x(matrix: Matrix, place: int) -> float:
    """The middle of a column of a matrix, in units from the left."""
    columns = matrix_columns(matrix, _COLUMNS)
    before = columns.name + sum(columns.sizes[:place]) + place + 1
    return round((before + columns.sizes[place] / 2) * LETTER, 2)


def _matrix(matrix: Matrix) -> tuple[list[h.Element], float]:
    if not matrix.rows:
        nodes = _paragraph(matrix.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    columns = matrix_columns(matrix, _COLUMNS)
    places = [column_x(matrix, at) for at in range(len(matrix.heads))]
    heads = columns.heads(matrix.heads)
    nodes = [
        node
        for lines, place in zip(heads, zip(places, columns.sizes, columns.told, strict=True), strict=True)
        for node in _lines(lines, place, ROW, Ink.QUIET)
    ]
    y = ROW * (max(len(lines) for lines in heads) + 0.5)
    boxes: dict[Ink, str] = {}
    for row in matrix.rows:
        drawn, y = _row(row, y, columns, places, boxes)
        nodes += drawn
    return [*(h.path(class_=f"fill-{ink.value}", d=boxes[ink]) for ink in boxes), *nodes], y


def _row(
    row: Line, y: float, columns: MatrixColumns, places: Sequence[float], boxes: dict[Ink, str]
) -> tuple[list[h.Element], float]:
    """Squares beside the name, or below it where there is no room beside it. Their boxes go to those of their ink."""
    is_alone = row.is_heading or not columns.name
    label = _paragraph(row.label, y + ROW * 0.8, columns=_COLUMNS if is_alone else columns.name)
    if row.is_heading:
        return [h.g(".heading")[label]], y + ROW * len(label) + 3
    y += ROW * len(label) if is_alone else 0
    texts = columns.lines(row)
    nodes = [*label]
    for square, lines, place in zip(
        row.squares, texts, zip(places, columns.sizes, columns.told, strict=True), strict=True
    ):
        boxes[square.ink] = boxes.get(square.ink, "") + _box_of(place, len(lines), y)
        nodes += _lines(lines, place, y + ROW * 0.75, square.ink)
    return nodes, y + ROW * max(0 if is_alone else len(label), *(len(lines) for lines in texts)) + 3


def _box_of(place: tuple[float, int, bool], lines: int, y: float) -> str:
    """Behind the lines of a square, as a piece of a path."""
    x, size, _ = place
    width, height = size * LETTER + 4, lines * ROW - 3
    return f"M{_number(x - width / 2)} {_number(y + 1.5)}h{_number(width)}v{_number(height)}h{_number(-width)}z"


def _lines(lines: Sequence[str], place: tuple[float, int, bool], y: float, ink: Ink) -> list[h.Element]:
    """Lines below each other: words begin at the left of their column, signs stand in its middle."""
    x, size, is_told = place
    start, anchor = (x - size * LETTER / 2, "start") if is_told else (x, "middle")
    return [
        _text(start + LETTER * (len(line) - len(line.lstrip())), y + at * ROW, line.strip(), ink, anchor)
        for at, line in enumerate(lines)
    ]
