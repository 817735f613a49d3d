"""Draws a picture as SVG: the same shapes, in a coordinate system of its own, coloured by classes alone.

There is no `style` attribute and no colour. The style sheet of a report draws these classes:

- `ink-…` on texts, groups of texts and bars, `fill-…` on boxes behind them, `stroke-…` on lines, each with a value of
  `Ink`: quiet, aligned …; what is plain has the colour of the words around it;
- `middle` and `end` on what is not written from its place to the right;
- `zone` on the box of a stretch behind marks, `bar` on a solid one; `track` on the axis, `line` on what ties marks,
  `range` on what is dashed;
- `mark` on the groups of signs; `ground`, in the colour of the page, between signs of several letters and the lines on
  which these stand; `heading` on groups of texts; `picture` on the whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

import htpy as h

from maturity.pictures.layout import Placed, behind, in_rows, reach, with_sign
from maturity.pictures.shapes import (
    STROKES,
    Axis,
    Chart,
    Key,
    Lane,
    Mark,
    Picture,
    Span,
    SpanKind,
)
from maturity.pictures.svg_matrix import column_x, matrix_nodes
from maturity.pictures.svg_parts import COLUMNS, LETTER, ROW, WIDTH, box, line, number, paragraph, quiet, text
from maturity.pictures.widths import broken, width_of

__all__ = ["LETTER", "MARGIN", "WIDTH", "column_x", "svg", "x_of"]

MARGIN: Final = 20
"""Units left and right of an axis."""
_KINDS: Final = {sign: kind for kind, sign in STROKES.items()}


def x_of(axis: Axis, place: float) -> float:
    """Where a place of the axis lies, in units from the left."""
    return round(MARGIN + axis.share(place) * (WIDTH - 2 * MARGIN), 1)


def svg(picture: Picture, *, legend: bool = True) -> h.Element:
    """The picture as an element with a name and a description; ids are those of the picture, once in a document."""
    nodes, height = _chart(picture) if isinstance(picture, Chart) else matrix_nodes(picture)
    if legend and (picture.lanes if isinstance(picture, Chart) else picture.rows):
        keys, height = _keys(dict.fromkeys(picture.legend), height)
        nodes = [*nodes, *keys]
    names = (f"{picture.id}-title", f"{picture.id}-says")
    labelled = {"aria-labelledby": " ".join(names)}
    return h.svg(".picture", viewBox=f"0 0 {WIDTH} {number(height)}", role="img", **labelled)[
        h.title(id=names[0])[picture.title],
        h.desc(id=names[1])[picture.says],
        h.g(**{"aria-hidden": "true"})[nodes],
    ]


def _chart(chart: Chart) -> tuple[list[h.Element], float]:
    if not chart.lanes:
        nodes = paragraph(chart.says, ROW)
        return nodes, ROW * (len(nodes) + 1)
    nodes, y = _axis(chart.axis, ROW)
    for lane in chart.lanes:
        drawn, y = _lane(chart.axis, lane, y)
        nodes += drawn
    return nodes, y + ROW / 2


def _axis(axis: Axis, y: float) -> tuple[list[h.Element], float]:
    """What the ends mean, one above the other, and what is written at the places: the ends first."""
    nodes = paragraph(f"← {axis.low_says}", y)
    y += ROW * len(nodes)
    right = broken(f"{axis.high_says} →", COLUMNS)
    nodes += [text(WIDTH, y + place * ROW, line, anchor="end") for place, line in enumerate(right)]
    y += ROW * len(right)
    taken: list[tuple[float, float]] = []
    for tick in dict.fromkeys((axis.ticks[0], axis.ticks[-1], *axis.ticks)):
        half = width_of(tick.label) * LETTER / 2
        x = min(max(x_of(axis, tick.place), half), WIDTH - half)
        if 0 < half <= WIDTH / 2 and all(x + half < low or high < x - half for low, high in taken):
            nodes.append(text(x, y, tick.label, anchor="middle"))
            taken.append((x - half - LETTER / 2, x + half + LETTER / 2))
    return [quiet(nodes)], y + ROW / 2


def _track(axis: Axis, y: float) -> h.Element:
    """The axis behind a lane, with a stroke at each of its places."""
    places = [x_of(axis, tick.place) for tick in axis.ticks]
    steps = "".join(f"m{number(after - before)} -6v6" for before, after in pairwise(places))
    start = f"M{number(places[0])} {number(y)}H{number(places[-1])}M{number(places[0])} {number(y - 3)}v6"
    return h.path(".track", d=start + steps)


def _lane(axis: Axis, lane: Lane, y: float) -> tuple[list[h.Element], float]:
    """The label above its rows, so that both have the whole width; marks that would hide others below these."""
    label = f"{lane.label}: {lane.after}" if lane.after else lane.label
    if lane.is_heading:
        words = paragraph(label, y + ROW * 1.3, lane.ink)
        return [h.g(".heading")[words]], y + ROW * (len(words) + 0.5)
    nodes = paragraph(label, y + ROW * 0.8, lane.ink)
    y += ROW * len(nodes)
    for place, row in enumerate(_placed(axis, lane)):
        middle = y + ROW / 2
        spans = behind(lane.spans, place)
        nodes.append(_track(axis, middle))
        nodes += [_span(span, x_of(axis, span.start), x_of(axis, span.end), middle) for span in spans]
        nodes += [h.path(".ground", d=ground)] if (ground := "".join(_ground(one, middle) for one in row)) else []
        nodes.append(h.g(".middle")[[_part(one, middle) for one in row]])
        y += ROW
    return nodes, y + ROW / 4


def _placed(axis: Axis, lane: Lane) -> list[list[Placed[Mark | Span]]]:
    marks = [reach(mark, at, at, WIDTH, LETTER) for mark in lane.marks for at in [x_of(axis, mark.place)]]
    spans = [reach(span, x_of(axis, span.start), x_of(axis, span.end), WIDTH, LETTER) for span in with_sign(lane.spans)]
    return in_rows((*marks, *spans), LETTER + 6)


def _span(span: Span, start: float, end: float, y: float) -> h.Element:
    """A zone as a box, a bar as a lower one in the colour of words; a line solid, a range dashed."""
    if span.kind is SpanKind.ZONE:
        return box(f"zone fill-{span.ink.value}", start - 2, y - ROW / 2, end - start + 4)
    if span.kind is SpanKind.BAR:
        return box(f"bar ink-{span.ink.value}", start - 1, y - ROW / 2, end - start + 2, ROW / 2)
    dashes = {"stroke_dasharray": "4 3"} if span.kind is SpanKind.RANGE else {}
    return line(f"{span.kind.value} stroke-{span.ink.value}", start, end, y, **dashes)


def _part(one: Placed[Mark | Span], y: float) -> h.Element:
    part = one.part
    if isinstance(part, Mark):
        middle = (one.start + one.end) / 2
        return _mark("mark", part, [middle], y, data_place=f"{part.place:g}")
    ends = _ends(one)
    return h.g[
        _span(part, ends[0], ends[1], y), _mark("mark", part, ends, y, data_places=f"{part.start:g} {part.end:g}")
    ]


def _ground(one: Placed[Mark | Span], y: float) -> str:
    """What hides the lines behind the letters of a sign, as a piece of a path; a single glyph needs none."""
    width = width_of(one.part.sign) * LETTER
    if width <= LETTER:
        return ""
    places = [(one.start + one.end) / 2] if isinstance(one.part, Mark) else _ends(one)
    return "".join(f"M{number(x - width / 2)} {number(y - 7)}h{number(width)}v14h-{number(width)}z" for x in places)


def _ends(one: Placed[Mark | Span]) -> tuple[float, float]:
    half = (max(1, width_of(one.part.sign)) - 1) * LETTER / 2
    return one.start + half, one.end - half


def _mark(kind: str, part: Mark | Span, places: Iterable[float], y: float, **data: str) -> h.Element:
    """A sign, at one place or at both ends of a range, of which each is the middle of it."""
    return h.g(class_=kind, **data)[(text(x, y + 4.5, part.sign, part.ink) for x in places)]


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
        words += [text(x + after, y + place * ROW, line) for place, line in enumerate(lines)]
        x, y = x + taken, y + (len(lines) - 1) * ROW
    return [*signs, quiet(words)], y + ROW / 2


def _sign(key: Key, x: float, y: float) -> h.Element:
    """The sign of a legend: of a stretch a piece of it, as it is drawn."""
    if key.sign in _KINDS:
        return _span(Span(0, 0, _KINDS[key.sign], key.says, key.ink), x + 2, x + LETTER, y - 4.5)
    return text(x, y, key.sign, key.ink)
