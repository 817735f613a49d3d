"""Signs that stand beside a word, and progress as a bar: what screens need that show no comparison."""

from __future__ import annotations

from typing import Final

NOTHING: Final = "–"
CHOSEN: Final = "◉"
OPEN: Final = "○"
FLAG: Final = "▲"
FRAGILE: Final = "~"
HERE: Final = "▸"
BEFORE: Final = "◂"
"""Stands beside one's own answer of an earlier round."""
QUOTE: Final = "│"
"""Stands before every line of what somebody wrote."""


def bar(done: int, whole: int, width: int) -> str:
    """Progress as a bar of `width` cells; full only when everything is done."""
    filled = 0 if whole == 0 else min(width, done * width // whole)
    return "█" * filled + "░" * (width - filled)
