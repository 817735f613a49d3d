"""Search: questions, findings, criteria, and the notes where people are unfolded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from maturity.app.screens.detail import People, colour_of
from maturity.app.screens.page import WithHelp
from maturity.app.widgets.key_line import KeyLine
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.literal import row
from maturity.app.widgets.pages import Entry, Quote
from maturity.app.widgets.top_bar import TopBar
from maturity.pictures.glyphs import GLYPHS
from maturity.reports.criteria import bound, counted
from maturity.reports.decisions import decision_lines
from maturity.results.model import Results

_MOST: Final = 200
"""What is listed at most: nobody reads more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A thing that can be found: where it leads, what it is, and everything that is looked through."""

    entry: Entry
    words: str


class SearchPage(WithHelp, Screen[str]):
    """A line to type in, and what fits below it. Enter goes there, Esc back."""

    HELP_TEXT = (
        "Type any words: what has all of them is listed, in questions, what was found on them, decisions, exit "
        "criteria, and the notes where these are unfolded. A number alone goes to that item of the agenda."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False, tooltip="One line up", priority=True),
        Binding("down", "move(1)", "Down", tooltip="One line down", key_display="↑↓", priority=True),
        Binding("enter", "open", "Go there", tooltip="Go to the line you are on", priority=True),
        Binding("escape", "leave", "Back", tooltip="Back to where you came from", key_display="esc"),
    ]

    DEFAULT_CSS = """
    SearchPage {
        background: $background;
        Input { margin: 1 2; padding: 0 1; height: 1; background: $surface; color: $foreground; }
        Input, Input:focus { border: none; }
    }
    """

    def __init__(self, results: Results, people: People) -> None:
        super().__init__()
        self.results = results
        self.found = [*_questions(results), *_decisions(results), *_criteria(results), *_notes(results, people)]

    def compose(self) -> ComposeResult:
        yield TopBar("search")
        yield Input(placeholder="Words, or the number of an agenda item")
        yield LinesView(is_list=True)
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(LinesView).can_focus = False
        self.query_one(Input).focus()
        self.show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.show(event.value)

    def show(self, typed: str) -> None:
        """What has all the words that were typed; an agenda item by its number."""
        words = typed.casefold().split()
        fitting = [one for one in self.found if all(word in one.words for word in words)]
        if typed.strip().isdecimal():
            number = int(typed)
            asked = next((entry.question for entry in self.results.agenda[number - 1 : number]), "") if number else ""
            fitting = [one for one in self.found if one.entry.id == f"question:{asked}"] + fitting
        self.query_one(TopBar).state = counted(len(fitting), "line fits", "lines fit")
        entries = [one.entry for one in dict.fromkeys(fitting)][:_MOST]
        nothing = Entry("", (row(("Nothing has all of these words.", "$quiet")),))
        self.query_one(LinesView).show(lambda: entries or (nothing,))

    def action_move(self, step: int) -> None:
        self.query_one(LinesView).action_move(step)

    def action_open(self) -> None:
        identifier = self.query_one(LinesView).marked
        if identifier and self.is_active:
            self.dismiss(identifier.partition("#")[0])

    def on_lines_view_opened(self, message: LinesView.Opened) -> None:
        message.stop()
        self.action_open()

    def action_leave(self) -> None:
        if self.is_active:
            self.dismiss(None)


def _questions(results: Results) -> Iterator[Found]:
    for item in results.question:
        verdict = item.verdict
        band = verdict.column if verdict else None
        number = results.number_by_question.get(item.id)
        line = row(
            (f"{GLYPHS[band] if band else '–'} ", colour_of(band)),
            (item.title, "bold"),
            (f"  {verdict.says}" if verdict else "", "$quiet"),
            (f"  {number} on the agenda" if number else "", "$quiet"),
        )
        said = (item.title, item.text, verdict.says if verdict else "", *(finding.says for finding in item.findings))
        yield Found(Entry(f"question:{item.id}", (line,)), _folded(said))


def _decisions(results: Results) -> Iterator[Found]:
    """Each with what was settled; it leads to its question."""
    for item in results.decision:
        line = row((f"{item.status.value:<9} ", "$accent"), (item.title, "bold"), f"  {item.outcome}")
        said = (item.status.value, item.title, item.outcome, *decision_lines(results, item))
        yield Found(Entry(f"question:{item.question}#{item.id}", (line,)), _folded(said))


def _criteria(results: Results) -> Iterator[Found]:
    for item in results.criterion:
        line = row((f"{item.priority.value.upper():<7}", "$accent"), (item.title, "bold"), f"  {bound(item)}")
        said = (item.title, item.statement, item.owner, item.reason, item.priority.value)
        yield Found(Entry(f"criterion:{item.id}", (line,)), _folded(said))


def _notes(results: Results, people: People) -> Iterator[Found]:
    """Only where people are unfolded: a search on a projector shows no note."""
    if people.notes is None or not people.is_open:
        return
    for item in results.question:
        for place, said in enumerate(people.notes.written_on(item.id)):
            who = results.questionnaire.teams[said.team]
            line = row(("“ ", "$accent"), (item.title, "bold"), (f"  {who}", "$accent"))
            yield Found(Entry(f"question:{item.id}#{place}", (line, Quote(said.note))), _folded((said.note,)))


def _folded(said: Iterable[str]) -> str:
    return " ".join(said).casefold()
