"""The terminal's own cursor stands on the line that one is on, where screen readers and magnifiers look for it."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual.geometry import Offset
from textual.screen import Screen


@runtime_checkable
class WithCursor(Protocol):
    """A widget in which one is somewhere, by the name that Textual's own fields have for it."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where that is on the screen."""


def cursor_on(screen: Screen[object]) -> Offset:
    """Where the cursor belongs: in what has the focus; without a place in it, where reading begins."""
    focused = screen.focused
    if focused is None:
        return Offset()
    return focused.cursor_screen_offset if isinstance(focused, WithCursor) else focused.region.offset
