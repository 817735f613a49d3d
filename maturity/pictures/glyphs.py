"""The glyph and the word that stand beside every colour."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from questionnaires.words import FindingKind
from scoring.conventions import Column, band

GLYPHS: Final = {Column.ALIGNED: "▁", Column.CLOSE: "▃", Column.APART: "▅", Column.FAR_APART: "▇"}
"""The higher the bar, the further apart."""

WORDS: Final = {
    Column.ALIGNED: "aligned",
    Column.CLOSE: "close",
    Column.APART: "apart",
    Column.FAR_APART: "far apart",
}

NOTHING: Final = "–"
CHOSEN: Final = "◉"
OPEN: Final = "○"
FLAG: Final = "▲"
FRAGILE: Final = "~"
HERE: Final = "▸"
QUOTE: Final = "│"
"""Stands before every line of what somebody wrote."""


def level_of(distance: Fraction | None) -> Column | None:
    """How far from the others a single position is, in the words of the bands."""
    return None if distance is None else _COLUMN[band(distance)]


_COLUMN: Final = {
    FindingKind.ALIGNED: Column.ALIGNED,
    FindingKind.CLOSE: Column.CLOSE,
    FindingKind.APART: Column.APART,
    FindingKind.FAR_APART: Column.FAR_APART,
}


def bar(done: int, whole: int, width: int) -> str:
    """Progress as a bar of `width` cells; full only when everything is done."""
    filled = 0 if whole == 0 else min(width, done * width // whole)
    return "█" * filled + "░" * (width - filled)
