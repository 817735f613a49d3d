"""What shows before the program is loaded: the first screen, as far as the heads of the files tell.

It looks as home will, so that nothing jumps when home takes its place. No key is heard here: the app keeps what is
typed, and home gets it.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from maturity.app.screens.home_rows import TeamRow, reading, team_table
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.top_bar import TopBar
from maturity.files.heads import FolderSoFar


class ArrivingScreen(Screen[None]):
    """Stands below home, which takes its place."""

    DEFAULT_CSS = """
    ArrivingScreen {
        background: $background;
        #so-far { padding: 1 2; height: 1fr; }
        #keys { height: 1; dock: bottom; background: $footer-background; }
    }
    """

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (("n", "New"), ("q", "Quit"), ("?", "Help"))
    """Those that home always has."""

    def __init__(self, folder: FolderSoFar) -> None:
        super().__init__()
        self.folder = folder

    def compose(self) -> ComposeResult:
        yield TopBar("maturity · home", reading(0, 0))
        yield Static(self._so_far(), id="so-far", markup=False)
        yield Static(self._keys(), id="keys", markup=False)

    def _so_far(self) -> Content:
        """The title, how far reading is, and the teams, each where home has it."""
        known = self.folder.known()
        teams = [TeamRow(one.label, one.people, one.finished, one.answered, one.asked) for one in known.teams]
        title = row((known.title, "bold $primary"))
        return stacked([title, row(f"{reading(0, 0)}."), row(), row(), *team_table(teams)])

    def _keys(self) -> Content:
        parts = [((key, "bold $footer-key-foreground"), f" {word}  ") for key, word in self.KEYS]
        return row(*(part for both in parts for part in both))
