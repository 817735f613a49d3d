"""Progress as a bar, and the sign of what is open."""

from __future__ import annotations

from typing import Final

OPEN: Final = "○"


def bar(done: int, whole: int, width: int) -> str:
    """Progress as a bar of `width` cells; full only when everything is done."""
    filled = 0 if whole == 0 else min(width, done * width // whole)
    return "█" * filled + "░" * (width - filled)
