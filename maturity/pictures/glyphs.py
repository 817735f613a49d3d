"""The glyph and the word that stand beside every colour."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from scoring.conventions import Band, band

GLYPHS: Final = {Band.ALIGNED: "▁", Band.CLOSE: "▃", Band.APART: "▅", Band.FAR_APART: "▇"}
"""The higher the bar, the further apart."""

WORDS: Final = {
    Band.ALIGNED: "aligned",
    Band.CLOSE: "close",
    Band.APART: "apart",
    Band.FAR_APART: "far apart",
}

NOTHING: Final = "–"
CHOSEN: Final = "◉"
OPEN: Final = "○"
FLAG: Final = "▲"
FRAGILE: Final = "~"
HERE: Final = "▸"
QUOTE: Final = "│"
"""Stands before every line of what somebody wrote."""


def level_of(distance: Fraction | None) -> Band | None:
    """How far from the others a single position is, in the words of the bands."""
    return None if distance is None else band(distance)


def bar(done: int, whole: int, width: int) -> str:
    """Progress as a bar of `width` cells; full only when everything is done."""
    filled = 0 if whole == 0 else min(width, done * width // whole)
    return "█" * filled + "░" * (width - filled)
