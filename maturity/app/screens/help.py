"""Help: what this screen is for, and every key that works on it now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from maturity.app.screens.page import Dialog
from maturity.app.widgets.literal import row, stacked

Line = tuple[str, str]

COLOURS = "Colours never stand alone: ▁ aligned, ▃ close, ▅ apart, ▇ far apart. ◉ is chosen, ▲ is flagged."


def keys_now(screen: Screen[Any]) -> list[Line]:
    """Every key that works now, with what it does, from the bindings themselves; keys of one action together."""
    grouped: dict[str, tuple[list[str], Binding]] = {}
    for active in screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            keys, _ = grouped.setdefault(active.binding.action, ([], active.binding))
            keys.append(screen.app.get_key_display(active.binding))
    return [(" ".join(dict.fromkeys(keys)), binding.tooltip) for keys, binding in grouped.values()]


class HelpDialog(Dialog[None]):
    """A scrolling box of what a screen is for, its keys, and its words with their meanings."""

    BINDINGS = [Binding("question_mark,f1,enter", "close", "Close", show=False)]  # noqa: RUF012

    DEFAULT_CSS = """
    HelpDialog .box { height: auto; }
    """

    def __init__(self, text: Content, lines: list[Line], words: Sequence[Line] = ()) -> None:
        super().__init__()
        self.text = text
        self.lines = lines
        self.words = words

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="box") as box:
            self.name_box(box, "Help", "Esc closes")
            yield Static(stacked([self.text, row()]))
            width = max((len(keys) for keys, _ in self.lines), default=0)
            yield Static(stacked(row((keys.rjust(width), "bold $accent"), f"  {words}") for keys, words in self.lines))
            yield Static(stacked([row(), row(COLOURS)]), classes="quiet")
            if self.words:
                meanings = (row((words, "bold"), f": {meaning.rstrip('.')}.") for words, meaning in self.words)
                yield Static(stacked([row(), row(("What the words mean", "bold $primary")), *meanings]))
