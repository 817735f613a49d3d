"""A note on a question: saved while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import Static, TextArea

from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import paragraph, row
from questionnaires import LONGEST_NOTE, clean

_PAUSE = 0.4
"""Seconds without a key after which a note is saved."""


class NoteDialog(Dialog[None]):
    """An editor; every pause in typing is saved, and so is closing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,f4", "close", "Done", tooltip="Save the note and go back", key_display="esc"),
    ]

    DEFAULT_CSS = """
    NoteDialog {
        TextArea { height: 8; border: none; background: $background; }
    }
    """

    def __init__(self, title: str, note: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self.question = title
        self.note = note
        self.save = save
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, "Note", "Esc saves and closes")
            yield Static(paragraph(self.question), classes="title")
            yield Static(
                row("Others who compare the files can read it. Your name does not leave your file."),
                classes="quiet",
            )
            yield TextArea(clean(self.note), soft_wrap=True, show_line_numbers=False, tab_behavior="focus")

    def on_mount(self) -> None:
        editor = self.query_one(TextArea)
        editor.focus()
        editor.move_cursor(editor.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self._keep)

    def _keep(self) -> None:
        text = clean(self.query_one(TextArea).text).strip()[:LONGEST_NOTE]
        if text != self.note:
            self.note = text
            self.save(text)

    def action_close(self) -> None:
        self._keep()
        self.dismiss(None)
