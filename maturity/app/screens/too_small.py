"""What stands in place of every screen while the terminal is too small."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Static

from maturity.app.screens.page import SMALLEST_HEIGHT, SMALLEST_WIDTH
from maturity.app.widgets.literal import row


def is_too_small(size: Size) -> bool:
    """Whether no screen could be drawn whole in this many cells."""
    return size.width < SMALLEST_WIDTH or size.height < SMALLEST_HEIGHT


class TooSmall(Screen[None]):
    """What to do; the screen below comes back when there is room, also where a box was opened over this one."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; }
    TooSmall Static { width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        yield Static(self._what_to_do())

    def _what_to_do(self) -> Content:
        size = self.app.size
        return row(
            f"Make this window at least {SMALLEST_WIDTH} wide and {SMALLEST_HEIGHT} high, or its letters smaller. "
            f"It is {size.width} by {size.height} now."
        )

    def on_resize(self, event: events.Resize) -> None:
        self.query_one(Static).update(self._what_to_do())
        self._go_if_there_is_room()

    def on_screen_resume(self) -> None:
        self._go_if_there_is_room()

    def _go_if_there_is_room(self) -> None:
        if self.is_active and not is_too_small(self.app.size):
            self.app.pop_screen()
