"""What stands in place of every screen while the terminal is too small."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from maturity.app.screens.page import SMALLEST_HEIGHT, SMALLEST_WIDTH
from maturity.app.widgets.literal import row


def is_too_small(size: Size) -> bool:
    """Whether no screen could be drawn whole in this many cells."""
    return size.width < SMALLEST_WIDTH or size.height < SMALLEST_HEIGHT


class TooSmall(Screen[None]):
    """One sentence; the screen below comes back when there is room, also where a box was opened over this one."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; }
    TooSmall Static { width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        yield Static(row("Make this window at least 60 wide and 16 high."))

    def on_resize(self, event: events.Resize) -> None:
        self._go_if_there_is_room()

    def on_screen_resume(self) -> None:
        self._go_if_there_is_room()

    def _go_if_there_is_room(self) -> None:
        if self.is_active and not is_too_small(self.app.size):
            self.app.pop_screen()
