"""Where one's answers are, whole, and a copy of them where one wants it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import row, stacked
from maturity.files.copies import named_place, offered_place, save_copy
from maturity.files.keeper import Keeper
from maturity.files.saving import NotSavedError


def whole_path(path: Path) -> str:
    """The path from the root on, as another program needs it."""
    return os.path.abspath(path)  # noqa: PTH100 - resolve() would lead away from a linked folder that people know


class CopyDialog(Dialog[None]):
    """The path of the answers, over the whole width so that it can be copied, and a field for another place."""

    HELP_TEXT = (
        "Your answers are saved already, in the file that is named at the top. Here you can write a copy of them "
        "somewhere else, to mail it or to carry it. Nothing is overwritten. F5 puts the path of your answers, or of "
        "the copy once there is one, on the clipboard, where the terminal allows it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "clip", "Path to clipboard", tooltip="Put the path on the clipboard of this terminal"),
    ]

    DEFAULT_CSS = """
    CopyDialog {
        .box { width: 100%; max-width: 100%; border-left: none; border-right: none; }
        Input { height: 1; border: none; background: $background; padding: 0; }
        Input:focus { border: none; }
        .failed { color: $error; }
    }
    """

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper = keeper
        self.path = whole_path(keeper.path)
        """What goes to the clipboard."""

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, "Save a copy", "Enter saves   F5: path to clipboard   Esc: back")
            yield Static(row("Your answers are in this file:"), classes="title")
            yield Static(self._in_lines(self.path), id="path")
            yield Static(stacked([row(), row("Where shall the copy go? A folder, or a file that is not there yet.")]))
            yield Input(str(offered_place(self.keeper.response)), select_on_focus=False)
            yield Static("", id="outcome", markup=False)

    def _in_lines(self, path: str) -> Content:
        """A path in lines as wide as there is room, broken nowhere else."""
        width = max(20, self.app.size.width - 2)
        return stacked(row(path[start : start + width]) for start in range(0, len(path), width))

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._tell(row())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        response = self.keeper.response
        try:
            place = named_place(event.value, response)
            save_copy(response, place, self.keeper.path)
        except NotSavedError as error:
            self._tell(row((f"▲ {error}", "$error")))
            return
        self.path = str(place)
        self._tell(stacked([row(("● The copy is in this file:", "$success")), self._in_lines(self.path)]))

    def _tell(self, words: Content) -> None:
        self.query_one("#outcome", Static).update(words)

    def action_clip(self) -> None:
        """Most terminals take it (OSC 52); none says whether it did."""
        self.app.copy_to_clipboard(self.path)
        self._tell(row("Sent to the clipboard; not every terminal takes it."))
