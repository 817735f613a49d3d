"""What drawings in SVG are made of: texts, lines and boxes, in units from the left and from above."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import htpy as h

from maturity.pictures.shapes import Ink
from maturity.pictures.widths import broken

WIDTH: Final = 440
"""Units of the drawing: small, so that its letters stay legible on a narrow screen."""
LETTER: Final = 7.4
"""Units that a column of text takes, at most, at the size of the letters."""
ROW: Final = 16
COLUMNS: Final = int(WIDTH / LETTER)


def number(value: float) -> str:
    """A coordinate, as short as it can be."""
    return f"{round(value, 1):g}"


def text(x: float, y: float, words: str, ink: Ink = Ink.PLAIN, anchor: str = "start") -> h.Element:
    """What is as if nothing was said is not said: a picture of many words is half as long without it."""
    classes = [*([] if ink is Ink.PLAIN else [f"ink-{ink.value}"]), *([] if anchor == "start" else [anchor])]
    kind = {"class_": " ".join(classes)} if classes else {}
    across = {"x": number(x)} if x else {}
    return h.text(**kind, **across, y=number(y))[words]


def quiet(nodes: Iterable[h.Element]) -> h.Element:
    """Words around the picture itself."""
    return h.g(class_=f"ink-{Ink.QUIET.value}")[nodes]


def line(kind: str, x1: float, x2: float, y: float, **more: str) -> h.Element:
    """A level line of these classes."""
    return h.line(class_=kind, x1=number(x1), x2=number(x2), y1=number(y), y2=number(y), **more)


def box(kind: str, x: float, y: float, width: float, height: float = ROW - 3) -> h.Element:
    """A box a little lower than a row, whose top is at y."""
    size = {"width": number(width), "height": number(height)}
    return h.rect(class_=kind, x=number(x), y=number(y + (ROW - height) / 2), **size)


def paragraph(words: str, y: float, ink: Ink = Ink.PLAIN, columns: int = COLUMNS) -> list[h.Element]:
    """Words in as many lines as it takes, of which the first has its letters on y."""
    return [text(0, y + place * ROW, line, ink) for place, line in enumerate(broken(words, columns))]
