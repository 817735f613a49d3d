"""The folder in view on the first screen, and what everything that is done there starts from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widget import Widget

from maturity.app.screens.folder_page import BegunReading
from maturity.app.screens.folder_view import FolderView
from maturity.app.screens.growing import GrowingPage
from maturity.files.gathering import ResponseFile, Sighting
from maturity.files.workspace import Workspace
from questionnaires import Fault

if TYPE_CHECKING:
    from maturity.rounds.stood import Stood


class HomePage(GrowingPage):
    """The responses of a folder, of which one may be on one."""

    def __init__(
        self,
        workspace: Workspace,
        *,
        is_example: bool = False,
        stood: Stood | None = None,
        begun: ResponseFile | None = None,
        begun_reading: BegunReading | None = None,
    ) -> None:
        """`stood` is where the teams stood by results that somebody sent; `begun` is what is answered before anybody
        comes here."""
        super().__init__(workspace, begun_reading)
        self.is_example = is_example
        self.stood = stood
        self.answered_first = begun
        self.begun: set[Path] = {begun.path} if begun else set()
        """The responses whose person is here: nobody is asked again who answers them."""
        self.faulty_figures: tuple[Fault, ...] = ()
        self.other_figures: tuple[Fault, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield FolderView(self.workspace.questionnaire, self.workspace.folder, self.key_name)

    def made_ready(self, found: Iterator[Sighting]) -> Iterator[Sighting]:
        return map(self.view.made_ready, found)

    @property
    def view(self) -> FolderView:
        return self.query_one(FolderView)

    @property
    def selected(self) -> ResponseFile | None:
        """The response one is on; none while the people are folded away."""
        return self.view.rows.selected if self.view.is_unfolded else None

    def say_what_works(self, state: str) -> None:
        """Sets the top bar and the keys."""
        self.say_where(f"maturity · {'example' if self.is_example else 'home'}", state)
        self.refresh_bindings()
