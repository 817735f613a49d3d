"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, OptionList, Static

from maturity.app.screens.answers_dialog import AnswersDialog, ConflictDialog, CriterionDialog
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison_lists import agenda_options, criterion_options, movement_options, note_options
from maturity.app.screens.comparison_top import top
from maturity.app.screens.page import Page
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.grid import Grid
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import HeldError, NotSavedError
from maturity.pictures import matrix
from maturity.reports.conflicts import conflict_of
from maturity.reports.glossary import words_of
from maturity.reports.people import people_in_short, teams_and_people
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.writing import export_results
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.notes import Notes

LEGEND: Final = "▁ aligned  ▃ close  ▅ apart  ▇ far apart   ? no common position  ~ fragile"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a comparison shows: results, and the notes; None where there are only results."""

    results: Results
    notes: Notes | None


@dataclass(frozen=True, slots=True)
class OtherRounds:
    """What else can be looked at: the round that is shown, those that there are, how one is looked at when only its
    number is named, and what shows it."""

    choice: RoundChoice
    numbers: tuple[int, ...]
    chosen: Callable[[int], RoundChoice]
    show: Callable[[RoundChoice], Shown]


class ComparisonScreen(Page):
    """Tabs on one comparison: overview, agenda, criteria, and one for each section."""

    HELP_TEXT = (
        "Overview: how far apart the teams are, by section and by question. Agenda: what to settle, most urgent first. "
        "Criteria: what the pilot has to show; with its figures in this folder (maturity gate --template), whether it "
        "does. A cell with a slash reads needed/wanted, one with arrows reads today→12 months→24 months. ? marks a "
        "team without a common position: its lowest and its highest answer, or the owners that it names equally often. "
        "~ marks what one answer would change. Enter shows the answers behind anything, with the notes. A digit goes "
        "to its tab. What the words mean stands below the keys."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "Next tab", tooltip="The tab to the right", priority=True),
        Binding("shift+tab", "turn(-1)", "Tab before", show=False, tooltip="The tab to the left", priority=True),
        *(Binding(str(place % 10), f"show({place - 1})", f"Tab {place % 10}", show=False) for place in range(1, 11)),
        Binding("r", "round", "Round", tooltip="Look at another round"),
        Binding("t", "carry", "Earlier", tooltip="With or without the earlier answers that nobody has given anew"),
        Binding("e", "export", "Export", tooltip="Write everything to results/results.toml"),
        Binding("escape,q", "leave", "Back", tooltip="Back to the overview, then to the list", key_display="esc"),
    ]

    DEFAULT_CSS = """
    ComparisonScreen {
        #headline { padding: 0 1; height: auto; max-height: 8; }
        #legend { padding: 0 1; height: auto; max-height: 4; color: $quiet; }
        ContentSwitcher { height: 1fr; }
        /* With room for a scrollbar in any case: lines are counted before there is one, and the last would be cut. */
        Choices { height: 1fr; padding: 0 1; scrollbar-gutter: stable; }
    }
    """

    def __init__(self, shown: Shown, folder: Path, others: OtherRounds | None = None) -> None:
        """`others` are None where only these results are known. Exports go below the folder."""
        super().__init__()
        self.others = others
        self.folder = folder
        self.results, self.notes = shown.results, shown.notes
        results = self.results
        since = [f"Since round {results.movement.against}"] if results.movement else []
        self.tabs = ["overview", "agenda", "criteria", "notes"]
        self.titles = ["Overview", "Agenda", "Criteria", "Notes"]
        self.kept = len(self.tabs)
        self.tabs += [*(f"section-{section.id}" for section in results.section), *(["since"] if since else [])]
        self.titles += [*(section.title for section in results.section), *since]
        self.current = 0

    def help_words(self) -> Iterable[tuple[str, str]]:
        return words_of(self.results)

    def body(self) -> Iterable[Widget]:
        moved = movement_options(self.results)
        yield TabLine(self.titles, kept=self.kept)
        yield Static("", id="headline", markup=False)
        yield ContentSwitcher(
            Grid(id="overview"),
            *(Choices(id=name, markup=False) for name in ("agenda", "criteria", "notes")),
            *(Grid(id=f"section-{section.id}") for section in self.results.section),
            *([Choices(*moved, id="since", markup=False)] if moved else []),
            initial="overview",
        )
        yield Static("", id="legend", markup=False)

    def _legend(self) -> Content:
        """What the glyphs mean, and the people; below a section, its gaps beside those of answers at random."""
        tab = self.tabs[self.current]
        noises = [section.noise for section in self.results.section if section.noise and tab == f"section-{section.id}"]
        return stacked([row(LEGEND), row(people_in_short(self.results)), *(row(noise.says) for noise in noises)])

    def on_mount(self) -> None:
        self.show()
        self.action_show(0)

    def show(self) -> None:
        """Everything that the results say, in place: tab and line stay where they are."""
        sent = "results that were sent" if self.others is None else "comparison"
        self.say_where(f"{sent} · round {self.results.round}", teams_and_people(self.results))
        self.query_one("#legend", Static).update(self._legend())
        for name, options in (
            ("agenda", agenda_options(self.results, self.notes)),
            ("criteria", criterion_options(self.results)),
            ("notes", note_options(self.results, self.notes)),
        ):
            self.query_one(f"#{name}", Choices).replace_by(options)
        self._lay_out()

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(60, self.size.width)
        said = top(self.results, width - 2, self.size.height, is_sent=self.others is None)
        self.query_one("#headline", Static).update(said)
        self.query_one("#overview", Grid).table = matrix.overview(self.results, width)
        for section in self.results.section:
            self.query_one(f"#section-{section.id}", Grid).table = matrix.section(self.results, section.id, width)

    def action_turn(self, step: int) -> None:
        self.action_show((self.current + step) % len(self.tabs))

    def action_show(self, place: int) -> None:
        """Turns to a tab and gives it the keys."""
        if place < len(self.tabs):
            self.current = place
            self.query_one(ContentSwitcher).current = self.tabs[place]
            self.query_one(TabLine).active = place
            self.query_one("#legend", Static).update(self._legend())
            # At once: with `focus()` an Enter of the same breath would still open what lies below the tab before.
            self.set_focus(self.query_one(f"#{self.tabs[place]}"))

    def on_tab_line_picked(self, message: TabLine.Picked) -> None:
        message.stop()
        self.action_show(message.place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        kind, _, identifier = (event.option_id or "").partition(":")
        if kind == "question":
            self.open_question(identifier.partition(":")[0])
        elif kind == "criterion":
            criterion = next(item for item in self.results.criterion if item.id == identifier)
            self.app.push_screen(CriterionDialog(criterion, self._verdict(identifier)))
        elif kind == "conflict":
            first = next(item for item in self.results.criterion if item.id == identifier.partition(":")[0])
            self.app.push_screen(ConflictDialog(conflict_of(self.results, first.conflict)))

    def _verdict(self, criterion: str) -> VerdictResults | None:
        """What the pilot's figures say of a criterion."""
        verdicts = self.results.gate.verdict if self.results.gate else ()
        return next((verdict for verdict in verdicts if verdict.criterion == criterion), None)

    def on_grid_cell_opened(self, message: Grid.CellOpened) -> None:
        message.stop()
        if not message.row:
            return
        if message.row.startswith(matrix.SECTION_PREFIX):
            self.action_show(self.tabs.index(f"section-{message.row.removeprefix(matrix.SECTION_PREFIX)}"))
            return
        team = self.results.team[message.column - 1].id if message.column else None
        self.open_question(message.row, team)

    def open_question(self, identifier: str, team: str | None = None) -> None:
        """The answers behind a question, those of the team one was on first."""
        item = self.results.question_by_id.get(identifier)
        if item is not None:
            self.app.push_screen(AnswersDialog(self.results, self.notes, item, team))

    def action_export(self) -> None:
        target = self.folder / "results" / "results.toml"
        try:
            export_results(self.results, target, within=self.folder, is_patient=False)
        except HeldError:
            self.notify(f"{target} was not written: another program uses it. Press e again.", severity="error")
        except NotSavedError as error:
            self.notify(str(error), severity="error")
        else:
            self.notify(f"Wrote {target}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "carry":
            return self.others is not None and self.results.movement is not None
        if action == "export":
            return self.others is not None
        if action == "round":
            return self.others is not None and len(self.others.numbers) > 1
        return True

    def action_carry(self) -> None:
        """The same round, with or without the answers of the round before."""
        if self.others is not None:
            choice = replace(self.others.choice, carrying=not self.others.choice.carrying)
            self.others = replace(self.others, choice=choice)
            shown = self.others.show(choice)
            self.results, self.notes = shown.results, shown.notes
            self.show()

    def action_round(self) -> None:
        """Another round, looked at as it would be if it were the latest."""
        others = self.others
        if others is None:
            return
        numbers = others.numbers

        def go(place: int | None) -> None:
            if place is not None and numbers[place] != others.choice.number:
                choice = others.chosen(numbers[place])
                following = ComparisonScreen(others.show(choice), self.folder, replace(others, choice=choice))
                self.app.switch_screen(following)

        rounds = enumerate(numbers, start=1)
        lines = [row(f"{place}  Round {number}{_against(others.chosen(number))}") for place, number in rounds]
        words = "A round opens with the answers of the one before it, where people have not answered anew."
        chosen = numbers.index(others.choice.number)
        self.app.push_screen(ChooseDialog("Which round?", words, lines, chosen), go)

    def action_leave(self) -> None:
        """Back to the overview first, then to the list; results that were sent have none."""
        if self.current:
            self.action_show(0)
        elif self.others is None:
            self.app.exit()
        else:
            self.app.pop_screen()


def _against(choice: RoundChoice) -> str:
    return f", and what moved since round {choice.against}" if choice.against is not None else ""
