"""A list in a box: one line is chosen with Enter or its digit."""

from __future__ import annotations

from typing import Final

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.app.screens.page import Dialog
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import row, within


class ChooseDialog(Dialog[int]):
    """Dismisses with the index of the line chosen, or None."""

    HELP_TEXT = "Choose a line with the arrow keys and Enter. Esc goes back and changes nothing."

    DEFAULT_CSS = """
    ChooseDialog Choices { max-height: 16; background: $surface; }
    """

    def __init__(self, title: str, explanation: str, lines: list[Content], chosen: int = 0) -> None:
        super().__init__()
        self.heading = title
        self.explanation = explanation
        self.lines = lines
        self.chosen = chosen

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            self.name_box(box, self.heading, "Enter chooses, Esc goes back")
            if self.explanation:
                yield Static(row(self.explanation), classes="quiet")
            yield Choices(*(Option(line) for line in self.lines), markup=False)

    def on_mount(self) -> None:
        options = self.query_one(Choices)
        options.focus()
        options.highlighted = self.chosen

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)

    def on_key(self, event: events.Key) -> None:
        """Digits choose among the first nine lines."""
        if event.character and event.character in "123456789" and int(event.character) <= len(self.lines) <= 9:
            event.stop()
            self.dismiss(int(event.character) - 1)


FORGET: Final = 1
"""The place of the line that leaves, from 0."""


class ForgetDialog(ChooseDialog):
    """Asked before something is left that is not saved yet, and would be forgotten."""

    def __init__(self, unfinished: str, leave: str) -> None:
        super().__init__("Nothing is saved yet", unfinished, [row("1  Stay here"), row(f"2  {leave}")])


class QuitDialog(ChooseDialog):
    """Asked once, while something is not saved."""

    def __init__(self, problem: str) -> None:
        lines = [row("1  Stay here; it is tried again"), row("2  Quit; a copy is put beside the log of faults")]
        super().__init__("Not saved", within(problem), lines)
