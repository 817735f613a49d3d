"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from maturity.app.background import latest_of
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison_tabs import SECTION_PREFIX, Look, Tab, View, tabs_of, thing_of
from maturity.app.screens.comparison_top import teams_in_short, top
from maturity.app.screens.detail import Detail, People, conflict_detail, criterion_detail, question_detail
from maturity.app.screens.detail_page import DetailPage
from maturity.app.screens.page import Page
from maturity.app.screens.search_page import SearchPage
from maturity.app.widgets.lines import Entry, LinesView
from maturity.app.widgets.literal import Part, row, stacked
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import HeldError, NotSavedError
from maturity.pictures.ownership import Only
from maturity.reports.conflicts import conflict_of
from maturity.reports.gate import verdict_in_short
from maturity.reports.glossary import words_of
from maturity.reports.people import teams_and_people
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.writing import export_results
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.notes import Notes

WIDE: Final = 110
"""Columns from which on there is room for a list and, beside it, for what stands behind its lines."""

_MARKS: Final = "~ one answer would change it   ▲ flagged for discussion   ◆ notes"
_FILTERS: Final = {
    None: "all tasks",
    Only.CONTESTED: "only contested tasks",
    Only.UNAWARE: "only tasks whose owner does not know",
    Only.NOBODY: "only tasks of nobody",
    Only.BOUNDARY: "only tasks on the line to the service",
}


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
    """Tabs on one comparison: a list or a picture each, and beside it what stands behind the marked line."""

    HELP_TEXT = (
        "Overview: what matters first, and how far apart the teams are on every question. Agenda: what to settle, most "
        "urgent first. Criteria: what the pilot has to show; with its figures in this folder (maturity gate "
        "--template), whether it does. A tab for each section shows its pictures. A digit goes to its tab, v to another "
        "view of it. Enter shows all that stands behind a line, on a page of its own. What each person said is folded "
        "away until p shows it. ? marks a team without a common position: its lowest and its highest answer, or the "
        "owners that it names equally often. ~ marks what one answer would change. What the words mean stands below "
        "the keys."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "Next tab", tooltip="The tab to the right", priority=True),
        Binding("shift+tab", "turn(-1)", "Tab before", show=False, tooltip="The tab to the left", priority=True),
        *(Binding(str(place % 10), f"show({place - 1})", f"Tab {place % 10}", show=False) for place in range(1, 11)),
        Binding("v", "view", "View", tooltip="Another view of this tab"),
        Binding("f", "filter", "Filter", tooltip="Only contested tasks, those of an unaware owner, of nobody, or all"),
        Binding("slash", "search", "Search", tooltip="Find questions, findings and criteria", key_display="/"),
        Binding("p", "people", "People", tooltip="Show or fold away what each person said"),
        Binding("r", "round", "Round", tooltip="Look at another round"),
        Binding("t", "carry", "Earlier", tooltip="With or without the earlier answers that nobody has given anew"),
        Binding("e", "export", "Export", tooltip="Write everything to results/results.toml"),
        Binding("escape,q", "leave", "Back", tooltip="Back to the overview, then to the list", key_display="esc"),
    ]

    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]]] = [(0, "-narrow"), (WIDE, "-wide")]

    DEFAULT_CSS = """
    ComparisonScreen {
        #lead { padding: 0 1; height: auto; max-height: 16; }
        #legend { padding: 0 1; height: auto; max-height: 3; }
        #list { width: 1fr; }
        #pane { width: 1fr; display: none; border-left: solid $panel; }
        &.-wide.-paired {
            #pane { display: block; }
            #list { width: 44%; min-width: 50; }
            &.-pictured #list { width: 1fr; min-width: 62; }
        }
    }
    """

    def __init__(self, shown: Shown, folder: Path, others: OtherRounds | None = None) -> None:
        """`others` are None where only these results are known. Exports go below the folder."""
        super().__init__()
        self.others = others
        self.folder = folder
        self.results = shown.results
        self.look = Look(People(shown.notes))
        self.current = 0
        self.chosen: dict[str, str] = {}
        """By tab the name of the view that was chosen."""
        self.marks: dict[str, str] = {}
        """By tab what was marked last."""
        self.is_busy = False

    def help_words(self) -> Iterable[tuple[str, str]]:
        return words_of(self.results)

    def body(self) -> Iterable[Widget]:
        tabs = self.tabs
        yield TabLine([tab.title for tab in tabs], kept=4)
        yield Static("", id="lead", markup=False)
        yield Horizontal(LinesView(is_pinned=True, id="list"), LinesView(id="pane"))
        yield Static("", id="legend", markup=False)

    # What is shown

    @property
    def tabs(self) -> list[Tab]:
        return tabs_of(self.results, self.look)

    @property
    def tab(self) -> Tab:
        return self.tabs[self.current]

    @property
    def view(self) -> View:
        """The chosen view of the tab, else its first."""
        chosen = self.chosen.get(self.tab.id)
        return next((view for view in self.tab.views if view.name == chosen), self.tab.views[0])

    @property
    def list(self) -> LinesView:
        return self.query_one("#list", LinesView)

    @property
    def pane(self) -> LinesView:
        return self.query_one("#pane", LinesView)

    def on_mount(self) -> None:
        self.pane.can_focus = False
        self.show()
        self.set_focus(self.list)

    def on_resize(self) -> None:
        self.look = replace(self.look, is_wide=self.size.width >= WIDE)
        self.call_after_refresh(self.show)

    def show(self) -> None:
        """The tab as it is looked at now, in place: the mark stays where it was."""
        sent = "results that were sent" if self.others is None else "comparison"
        state = "Comparing…" if self.is_busy else teams_and_people(self.results)
        self.say_where(f"{sent} · round {self.results.round}", state)
        tab, view = self.tab, self.view
        self.set_class(tab.id != "overview", "-paired")
        self.set_class(view.name != "List", "-pictured")
        self.query_one("#lead", Static).update(stacked(self._lead()))
        self.query_one("#legend", Static).update(stacked(self._legend()))
        self.refresh_bindings()
        key = f"{tab.id} {view.name} {self.look.only} {self.look.people.is_open} {self.look.is_wide}"
        self.list.show(view.entries, key=key)
        self.mark(self.marks.get(tab.id, ""))

    def mark(self, identifier: str) -> None:
        """Moves the mark to a line, or to one that is about the same thing, and shows what stands behind it."""
        stops, wanted = self.list.stops, thing_of(self.results, identifier)
        found = [stop for stop in stops if stop == identifier] or [
            stop for stop in stops if wanted[0] and thing_of(self.results, stop) == wanted
        ]
        if found:
            self.list.marked = found[0]
        self._show_beside()

    def _lead(self) -> Iterator[Content]:
        """What is said once above what is shown, instead of on each of its lines."""
        tab = self.tab
        if tab.id == "overview":
            width = max(60, self.size.width)
            yield top(self.results, width - 2, self.size.height, is_sent=self.others is None)
        elif tab.id == "agenda":
            yield row((_MARKS, "$quiet"))
        elif tab.id == "criteria":
            gate = self.results.gate
            said = verdict_in_short(gate) if gate else "No figures yet: maturity gate --template writes what to fill in."
            yield row((said, "bold" if gate else "$quiet"))
        elif tab.id.startswith(SECTION_PREFIX):
            section = next(one for one in self.results.section if f"{SECTION_PREFIX}{one.id}" == tab.id)
            yield row((section.question or section.title, "bold"))
        if len(tab.views) > 1:
            yield row(*self._views())

    def _views(self) -> Iterator[Part]:
        """The names of the views, the one that is shown set apart, and the filter."""
        for view in self.tab.views:
            yield (f" {view.name} ", "bold reverse" if view == self.view or view.name == self.view.name else "$quiet")
            yield " "
        if self.check_action("filter", ()):
            yield (f"  {_FILTERS[self.look.only]}", "$accent" if self.look.only else "$quiet")

    def _legend(self) -> Iterator[Content]:
        """The teams by their codes; below a section, its gaps beside those of answers at random."""
        tab = self.tab.id
        if tab == "overview" or tab.startswith(SECTION_PREFIX):
            yield teams_in_short(self.results)
            if self.size.height >= 30:
                sections = (one for one in self.results.section if tab == f"{SECTION_PREFIX}{one.id}" and one.noise)
                yield from (row((one.noise.says, "$quiet")) for one in sections if one.noise)

    # What stands behind a line

    def detail_of(self, identifier: str) -> Detail | None:
        """All that stands behind a line; None where nothing does."""
        kind, name = thing_of(self.results, identifier)
        if kind == "question" and (item := self.results.question_by_id.get(name)):
            return question_detail(self.results, self.look.people, item)
        if kind == "criterion":
            criterion = next((item for item in self.results.criterion if item.id == name), None)
            return criterion_detail(criterion, self._verdict(name)) if criterion else None
        if kind == "conflict":
            first = next((item for item in self.results.criterion if item.id == name.partition(":")[0]), None)
            return conflict_detail(conflict_of(self.results, first.conflict)) if first else None
        return None

    def _verdict(self, criterion: str) -> VerdictResults | None:
        """What the pilot's figures say of a criterion."""
        verdicts = self.results.gate.verdict if self.results.gate else ()
        return next((verdict for verdict in verdicts if verdict.criterion == criterion), None)

    def _show_beside(self) -> None:
        """Shows what stands behind the marked line in the pane; the lines next to it are drawn when there is time."""
        if self.look.is_wide and self.tab.id != "overview":
            self.pane.show(*self._beside(self.list.marked))
            self.call_after_refresh(self._prepare_neighbours)

    def _beside(self, identifier: str) -> tuple[Callable[[], tuple[Entry, ...]], str]:
        """What stands behind a line, and the key under which it is kept."""

        def make() -> tuple[Entry, ...]:
            detail = self.detail_of(identifier) if identifier else None
            return detail.entries() if detail else (Entry("", (row(("Nothing more stands behind this line.", "$quiet")),)),)

        return make, f"{identifier} {self.look.people.is_open}"

    def _prepare_neighbours(self) -> None:
        stops = self.list.stops
        if self.list.marked in stops:
            place = stops.index(self.list.marked)
            for identifier in (*stops[place + 1 : place + 2], *stops[max(0, place - 1) : place]):
                self.pane.prepare(*self._beside(identifier))

    def on_lines_view_marked(self, message: LinesView.Marked) -> None:
        message.stop()
        if message.view is self.list:
            self.marks[self.tab.id] = message.identifier
            self._show_beside()

    def on_lines_view_opened(self, message: LinesView.Opened) -> None:
        message.stop()
        kind, name = thing_of(self.results, message.identifier)
        if kind == "section":
            self.action_show([tab.id for tab in self.tabs].index(f"{SECTION_PREFIX}{name}"))
        elif kind:
            self.open(message.identifier)

    def open(self, identifier: str) -> None:
        """A page of its own for what stands behind a line, from which one goes on along the list."""
        along = [stop for stop in self.list.stops if thing_of(self.results, stop)[0] not in ("", "section")]
        fold = self.action_people if self.check_action("people", ()) else None
        page = DetailPage(self.tab.title, along, along.index(identifier), self.detail_of, self.mark, fold)
        self.app.push_screen(page)

    # Keys

    def action_turn(self, step: int) -> None:
        self.action_show((self.current + step) % len(self.tabs))

    def action_show(self, place: int) -> None:
        """Turns to a tab."""
        if place < len(self.tabs):
            self.current = place
            self.query_one(TabLine).active = place
            self.show()

    def on_tab_line_picked(self, message: TabLine.Picked) -> None:
        message.stop()
        self.action_show(message.place)

    def action_view(self) -> None:
        names = [view.name for view in self.tab.views]
        self.chosen[self.tab.id] = names[(names.index(self.view.name) + 1) % len(names)]
        self.show()

    def action_filter(self) -> None:
        following = [*_FILTERS]
        place = (following.index(self.look.only) + 1) % len(following)
        self.look = replace(self.look, only=following[place])
        self.show()

    def action_people(self) -> None:
        people = self.look.people
        self.look = replace(self.look, people=replace(people, is_open=not people.is_open))
        self.show()

    def action_search(self) -> None:
        def go(identifier: str | None) -> None:
            if identifier:
                self._go_to(identifier)

        self.app.push_screen(SearchPage(self.results, self.look.people), go)

    def _go_to(self, identifier: str) -> None:
        """The tab that has it, with the mark on it, and all of it: beside the list, or on a page where there is no room."""
        kind, name = thing_of(self.results, identifier)
        ids = [tab.id for tab in self.tabs]
        where = f"{SECTION_PREFIX}{self.results.question_by_id[name].section}" if kind == "question" else "criteria"
        self.look = replace(self.look, only=None)
        self.chosen.pop(where, None)
        self.marks[where] = identifier
        self.action_show(ids.index(where))
        if not self.look.is_wide:
            self.list.action_open()

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
        if action in ("carry", "round") and self.is_busy:
            return False
        works = {
            "carry": self.others is not None and self.results.movement is not None,
            "export": self.others is not None,
            "round": self.others is not None and len(self.others.numbers) > 1,
            "people": self.look.people.notes is not None,
            "view": len(self.tab.views) > 1,
            "filter": self.view.name == "Owners",
        }
        return works.get(action, True)

    def action_carry(self) -> None:
        """The same round, with or without the answers of the round before."""
        if self.others is not None:
            choice = replace(self.others.choice, carrying=not self.others.choice.carrying)
            self._compare(choice)

    def action_round(self) -> None:
        """Another round, looked at as it would be if it were the latest."""
        others = self.others
        if others is None:
            return
        numbers = others.numbers

        def go(place: int | None) -> None:
            if place is not None and numbers[place] != others.choice.number:
                self._compare(others.chosen(numbers[place]))

        rounds = enumerate(numbers, start=1)
        lines = [row(f"{place}  Round {number}{_against(others.chosen(number))}") for place, number in rounds]
        words = "A round opens with the answers of the one before it, where people have not answered anew."
        chosen = numbers.index(others.choice.number)
        self.app.push_screen(ChooseDialog("Which round?", words, lines, chosen), go)

    def _compare(self, choice: RoundChoice) -> None:
        self.is_busy = True
        self.show()
        self.run_worker(self._compared(choice), group="reading", exclusive=True)

    async def _compared(self, choice: RoundChoice) -> None:
        """What was chosen, compared in a thread of its own, as it may take long; what is shown stays until then."""
        assert self.others is not None
        others = replace(self.others, choice=choice)
        async for shown in latest_of(others.show(choice) for _ in range(1)):
            was = self.tab.id
            self.others, self.results, self.is_busy = others, shown.results, False
            self.look = replace(self.look, people=replace(self.look.people, notes=shown.notes))
            ids = [tab.id for tab in self.tabs]
            self.current = ids.index(was) if was in ids else 0
            line = self.query_one(TabLine)
            line.name_tabs([tab.title for tab in self.tabs])
            line.active = self.current
            for view in (self.list, self.pane):
                view.forget()
            self.show()

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
