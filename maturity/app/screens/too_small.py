"""What stands in place of every screen while the terminal is too small."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Static

from maturity.app.widgets.literal import row


class TooSmall(Screen[None]):
    """One sentence; the screen below comes back when there is room."""

    DEFAULT_CSS = """
    TooSmall { align: center middle; }
    TooSmall Static { width: 100%; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        yield Static(row("Make this window at least 60 wide and 16 high. Everything is saved."))
