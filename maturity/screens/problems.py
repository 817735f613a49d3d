"""Files of the workspace that could not be used, each with its faults."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from maturity.gathering import Gathered
from maturity.screens.page import Dialog


class ProblemsDialog(Dialog[None]):
    """All faults at once; nothing was changed in the files."""

    def __init__(self, gathered: Gathered) -> None:
        super().__init__()
        self.gathered = gathered

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            box.border_title = "Problems"
            box.border_subtitle = "Esc closes"
            for title, faults in (
                ("These files could not be used. The others are compared without them.", self.gathered.faults),
                (
                    "The same person and round more than once; it is not clear which counts:",
                    self.gathered.conflicts,
                ),
                ("Files of another kind, left out:", self.gathered.skipped),
            ):
                if faults:
                    yield Static(Content(title), classes="title")
                    yield Static(Content("\n".join(f"- {fault}" for fault in faults) + "\n"))
