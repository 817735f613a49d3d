"""What the first screen shows of a folder: its responses, who has answered, and what stands in the way."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from maturity.app.screens import home_words
from maturity.app.widgets.literal import row
from maturity.app.widgets.response_list import ResponseList, columns
from maturity.files.gathering import Gathered
from questionnaires import Questionnaire


class FolderView(VerticalScroll):
    """The list with the words around it."""

    DEFAULT_CSS = """
    FolderView {
        padding: 1 2;
        #rows { margin: 0 0 1 0; }
        #summary { margin: 0 0 1 0; }
    }
    """

    def __init__(self, questionnaire: Questionnaire, folder: Path) -> None:
        super().__init__(can_focus=False)
        self.questionnaire = questionnaire
        self.folder = folder
        self.rows = ResponseList(questionnaire, id="rows")
        self.summary = Static("", id="summary", markup=False)
        self.columns = Static(
            row(columns("team", "person", "round", "depth", "answered")), id="columns", classes="quiet", markup=False
        )
        self.advice = Static("", id="advice", markup=False)

    def compose(self) -> ComposeResult:
        yield Static(row(self.questionnaire.head.title), id="headline", classes="title", markup=False)
        yield self.summary
        yield self.columns
        yield self.rows
        yield self.advice
        yield Static(row(f"Folder: {self.folder}"), id="folder", classes="quiet", markup=False)

    def on_mount(self) -> None:
        self._show_list()

    def show_some(self, gathered: Gathered, words: str) -> None:
        """What was read so far, and `words` on how far that is."""
        self.rows.add(gathered.files)
        self.summary.update(row(words))
        self._show_list()

    def show_all(self, questionnaire: Questionnaire, gathered: Gathered, *, with_example: bool) -> None:
        """Everything that is there, the teams called as there; where nothing is, what one can do, and whether there
        is an example to look at."""
        self.questionnaire = questionnaire
        self.rows.show(gathered.files, questionnaire)
        self.summary.update(
            row(home_words.summary(self.questionnaire, gathered))
            if gathered.files or gathered.tallies
            else home_words.welcome(self.questionnaire, with_example=with_example)
        )
        self.advice.update(home_words.advice(gathered, self.folder))
        self._show_list()

    def _show_list(self) -> None:
        has_rows = bool(self.rows.files)
        self.rows.display = self.columns.display = has_rows
        if not has_rows:
            self.screen.set_focus(None)
        elif self.screen.focused is None:
            self.rows.focus()
