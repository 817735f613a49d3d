"""A note on a question: saved while it is typed, and never cut without a word."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static, TextArea
from textual.widgets.text_area import Edit, EditResult

from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import paragraph, row
from questionnaires import LONGEST_NOTE, clean

_PAUSE: Final = 0.4
"""Seconds without a key after which a note is saved."""

_AT_THE_LATEST: Final = 2.0
"""Seconds after which it is saved, however long one types without a pause."""


_GO_ON_WRITING: Final = 2
"""The place of that line, from 0."""


class NoteEditor(TextArea):
    """Takes in no more than a note may hold."""

    class LeftOut(Message):
        """So many characters did not fit, and were not taken in."""

        def __init__(self, count: int) -> None:
            super().__init__()
            self.count = count

    def edit(self, edit: Edit) -> EditResult:
        """Puts in what there is room for."""
        replaced = len(self.get_text_range(edit.top, edit.bottom))
        room = max(0, LONGEST_NOTE - len(self.text) + replaced)
        left_out = len(edit.text) - room
        if left_out > 0:
            edit.text = edit.text[:room]
        result = super().edit(edit)
        if left_out > 0:  # after the word of the change, which tells the count anew
            self.post_message(self.LeftOut(left_out))
        return result


class NoteDialog(Dialog[None]):
    """An editor; what is typed is handed over with every pause, every two seconds, and on closing."""

    HELP_TEXT = (
        "A note on this question, in your own words, for the workshop. It is saved as you write, and whoever compares "
        "the files can read it. Ctrl+S or F4 keeps it and goes back. Esc goes back as well, and asks before what you "
        "changed is kept or thrown away."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f4", "keep", "Keep", tooltip="Keep the note and go back"),
        Binding("escape", "close", "Back", tooltip="Go back; asks whether to keep what you changed", key_display="esc"),
    ]

    DEFAULT_CSS = """
    NoteDialog {
        TextArea { height: 8; border: none; background: $background; }
    }
    """

    def __init__(self, title: str, note: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self.question = title
        self.before = note
        self.note = note
        self.editor = NoteEditor(clean(note), soft_wrap=True, show_line_numbers=False, tab_behavior="focus")
        self.save = save
        self._pause: Timer | None = None
        self._latest: Timer | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, "Note", "Ctrl+S keeps, Esc asks first if you changed it")
            yield Static(paragraph(self.question), classes="title")
            yield Static(
                row("Others who compare the files can read it. Your name does not leave your file."),
                classes="quiet",
            )
            yield self.editor
            yield Static(self._count(), id="count")

    def on_mount(self) -> None:
        self.editor.focus()
        self.editor.move_cursor(self.editor.document.end)

    def on_unmount(self) -> None:
        """When the app ends, the editor has taken in by now what came in one breath with the end."""
        self.hand_over()

    def _count(self, left_out: int = 0) -> Content:
        """How much there is room for, and what did not fit."""
        so_far = f"{len(self.editor.text)} of {LONGEST_NOTE} characters"
        if left_out:
            return row((f"▲ {so_far}: full; {left_out} more did not fit.", "$warning"))
        return row((so_far, "$quiet"))

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        self.query_one("#count", Static).update(self._count())
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(_PAUSE, self.hand_over)
        if self._latest is None:
            self._latest = self.set_timer(_AT_THE_LATEST, self.hand_over)

    def on_note_editor_left_out(self, event: NoteEditor.LeftOut) -> None:
        event.stop()
        self.query_one("#count", Static).update(self._count(event.count))

    def hand_over(self) -> None:
        """Saves what is typed so far."""
        if self._latest is not None:
            self._latest.stop()
            self._latest = None
        text = clean(self.editor.text).strip()
        if text != self.note:
            self.note = text
            self.save(text)

    @property
    def _is_changed(self) -> bool:
        return clean(self.editor.text).strip() != self.before

    def action_keep(self) -> None:
        self.hand_over()
        self.dismiss(None)

    def action_close(self) -> None:
        """Where something was changed, somebody who goes back may mean either."""
        if not self._is_changed:
            self.action_keep()
            return
        self.hand_over()  # whatever comes in between: what was typed is safe until somebody throws it away
        lines = [row("1  Keep it"), row("2  Throw the change away"), row("3  Go on writing")]
        words = "Esc keeps it and goes back."
        self.app.push_screen(ChooseDialog("The note was changed", words, lines), self._closed_with)

    def _closed_with(self, place: int | None) -> None:
        """The second line is to throw the change away, the third to go on writing; Esc leads out, and loses nothing."""
        if place == 1:
            self.editor.text = self.before
        if place != _GO_ON_WRITING:
            self.action_keep()
