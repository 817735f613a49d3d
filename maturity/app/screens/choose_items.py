"""Choosing questions of an agenda for a later round: a list in a box, of which any number is marked."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity.app.screens.page import Dialog
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import fitted, row
from maturity.pictures.signs import CHOSEN, OPEN
from maturity.rounds.agenda_items import QuestionsToSettle
from questionnaires import Questionnaire

_TITLE = 48


class ChooseItemsDialog(Dialog[tuple[str, ...]]):
    """Dismisses with the questions chosen, in the order in which they are asked, or None."""

    HELP_TEXT = (
        "Space marks the question you are on, or takes the mark away; Enter begins with the questions that are marked. "
        "Decided questions are asked again only where you mark them here. Esc goes back and changes nothing."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", tooltip="Mark this question, or take the mark away"),
    ]

    DEFAULT_CSS = """
    ChooseItemsDialog Choices { max-height: 14; background: $surface; }
    """

    def __init__(self, questionnaire: Questionnaire, found: QuestionsToSettle, asked: frozenset[str]) -> None:
        """Of the agenda `found`, those that the team is `asked`."""
        super().__init__()
        self.questionnaire = questionnaire
        self.found = found
        self.items = [question for question in found.agenda if question in asked]
        self.marked: set[str] = set()

    def compose(self) -> ComposeResult:
        with Vertical(classes="box") as box:
            keys = "Space marks, Enter begins, Esc goes back"
            self.name_box(box, f"Which questions of the agenda of round {self.found.round}?", keys)
            yield Static("", id="count", classes="quiet")
            yield Choices(*(Option(self._line(question)) for question in self.items), markup=False)

    def on_mount(self) -> None:
        self._count()
        self.query_one(Choices).focus()

    def _line(self, question: str) -> Content:
        is_marked = question in self.marked
        mark = (f"{CHOSEN if is_marked else OPEN} ", "$accent bold" if is_marked else "$quiet")
        title = self.questionnaire.question_by_id[question].title
        return row(mark, fitted(title, _TITLE), (f" {self._state(question)}", "$quiet"))

    def _state(self, question: str) -> str:
        if question in self.found.settled:
            return "decided"
        urgency = self.found.urgency.get(question)
        if urgency is None:
            return "beside it"
        return "to confirm" if urgency.value == "confirm" else f"class {urgency.value}"

    def _count(self) -> None:
        words = f"{CHOSEN} {len(self.marked)} of {len(self.items)} marked"
        self.query_one("#count", Static).update(row(words))

    def action_mark(self) -> None:
        options = self.query_one(Choices)
        if options.highlighted is not None:
            question = self.items[options.highlighted]
            self.marked ^= {question}
            options.replace_option_prompt_at_index(options.highlighted, self._line(question))
            self._count()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter begins; with nothing marked it marks the line one is on, so that nobody begins an empty round."""
        event.stop()
        if self.marked:
            self.dismiss(tuple(question for question in self.items if question in self.marked))
        else:
            self.action_mark()
