"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType

from maturity.app.background import latest_of
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison_around import FILTERS
from maturity.app.screens.comparison_drill import DrillPage
from maturity.app.screens.comparison_tabs import OWNERS, PLAN, SECTION_PREFIX, tabs_of
from maturity.app.screens.comparison_things import thing_of
from maturity.app.screens.detail_page import DetailPage, Drilling
from maturity.app.screens.search_page import SearchPage
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.literal import row
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import HeldError, NotSavedError
from maturity.reports.glossary import words_of
from maturity.results.model import Results
from maturity.results.writing import export_results
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.drills import Drills
from maturity.rounds.notes import Notes

NO_WORKSHOP: Final = (
    "A workshop needs the folder of answers, as decisions are kept beside them. These are results that were sent: "
    "whoever has the answers can open it with maturity workshop."
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a comparison shows: results, the notes, and the drills of its round; None where there are only results."""

    results: Results
    notes: Notes | None
    drills: Drills | None = None


@dataclass(frozen=True, slots=True)
class OtherRounds:
    """What else can be looked at: the round that is shown, those that there are, how one is looked at when only its
    number is named, and what shows it; `show_anew` after something was decided, in the `workshop` for example, or
    `figures` were written."""

    choice: RoundChoice
    numbers: tuple[int, ...]
    chosen: Callable[[int], RoundChoice]
    show: Callable[[RoundChoice], Shown]
    show_anew: Callable[[RoundChoice], Shown]
    workshop: Callable[[RoundChoice], None]
    figures: Callable[[RoundChoice, Callable[[], None]], None]


class ComparisonScreen(DrillPage):
    """Tabs on one comparison: a list or a picture each, and beside it what stands behind the marked line."""

    HELP_TEXT = (
        "Overview: what matters first, and how far apart the teams are on every question. Agenda: what to settle, most "
        "urgent first. Criteria: what the pilot has to show; with its figures in this folder (maturity gate "
        "--template), whether it does; x counts figures in exports that lie there. A tab for each section shows its "
        "pictures. A digit goes to its tab, v to another view of it. Enter shows all that stands behind a line, on a "
        "page of its own. What each person said is folded away until p shows it. w goes into the workshop: what is "
        "decided there counts here. ◇ marks a team without a common position: its lowest and its highest answer, or "
        "the owners that it names equally often. ~ marks what one answer would change. What the words mean stands "
        "below the keys."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "Next tab", tooltip="The tab to the right", priority=True, id="comparison-next-tab"),
        Binding(
            "shift+tab",
            "turn(-1)",
            "Tab before",
            show=False,
            tooltip="The tab to the left",
            priority=True,
            id="comparison-tab-before",
        ),
        *(Binding(str(place % 10), f"show({place - 1})", f"Tab {place % 10}", show=False) for place in range(1, 11)),
        Binding("v", "view", "View", tooltip="Another view of this tab", id="comparison-view"),
        Binding(
            "f",
            "filter",
            "Filter",
            tooltip="Only contested tasks, those of an unaware owner, of nobody, or all",
            id="comparison-filter",
        ),
        Binding(
            "slash",
            "search",
            "Search",
            tooltip="Find questions, findings and criteria",
            key_display="/",
            id="comparison-search",
        ),
        Binding(
            "w",
            "workshop",
            "Talk",
            tooltip="The workshop: settle the agenda in the room, item by item",
            id="comparison-workshop",
        ),
        Binding(
            "x",
            "figures",
            "Exports",
            tooltip="Figures from exports: count them in the reports that lie beside the answers",
            id="comparison-figures",
        ),
        Binding("p", "people", "People", tooltip="Show or fold away what each person said", id="comparison-people"),
        Binding("r", "round", "Round", tooltip="Look at another round", id="comparison-round"),
        Binding(
            "t",
            "carry",
            "Earlier",
            tooltip="With or without the earlier answers that nobody has given anew",
            id="comparison-earlier",
        ),
        Binding(
            "e",
            "export",
            "Export",
            show=False,
            tooltip="Write everything to results/results.toml",
            id="comparison-export",
        ),
        Binding("escape", "leave", "Back", tooltip="Back to the overview, then to the list", key_display="esc"),
    ]

    def __init__(self, shown: Shown, folder: Path, others: OtherRounds | None = None) -> None:
        """`others` are None where only these results are known. Exports go below the folder."""
        super().__init__(shown.results, shown.notes, is_sent=others is None)
        self.others = others
        self.folder = folder
        self.drills = shown.drills
        self.has_talked = False
        """Whether a workshop was opened or figures were written, so that something may have changed since this was
        compared."""

    def help_words(self) -> Iterable[tuple[str, str]]:
        return words_of(self.results)

    def on_lines_view_opened(self, message: LinesView.Opened) -> None:
        message.stop()
        kind, name = thing_of(self.results, message.identifier)
        if kind == "section":
            self.action_show([tab.id for tab in self.tabs].index(f"{SECTION_PREFIX}{name}"))
        elif kind:
            self.open(message.identifier)

    def open(self, identifier: str) -> None:
        """A page of its own for what stands behind a line, from which one goes on along the list; nothing where another
        key has led to another list or screen by now."""
        along = [stop for stop in self.list.stops if thing_of(self.results, stop)[0] not in ("", "section")]
        if identifier not in along or not self.is_active:
            return
        fold = self.action_people if self.check_action("people", ()) else None
        page = DetailPage(self.tab.title, along, along.index(identifier), self.detail_of, self._remember, fold)
        page.drills = Drilling(lambda line: self.drill_at(line) is not None, self.write_drill)
        self.app.push_screen(page)

    def _remember(self, identifier: str) -> None:
        """Where the mark is to be once this shows again. Nothing is drawn while another screen stands on it."""
        self.marks[self.tab.id] = identifier

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
        following = [*FILTERS]
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
        """The tab that has it, with the mark on it; all of it beside the list, or else on a page."""
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

    def action_workshop(self) -> None:
        """The same round, to be settled; beside results that were sent lie no answers, so no decisions either."""
        if self.others is None:
            self.notify(NO_WORKSHOP, severity="warning")
        else:
            self.has_talked = True
            self.others.workshop(self.others.choice)

    def action_figures(self) -> None:
        """What the saved exports tell that lie beside the answers."""
        if self.others is not None:
            self.others.figures(self.others.choice, self._hear_of_figures)

    def _hear_of_figures(self) -> None:
        self.has_talked = True

    def on_screen_resume(self) -> None:
        if self.has_talked and self.others is not None and self.is_active:
            self.has_talked = False
            self.compare_anew()
        elif self.is_active and (wanted := self.marks.get(self.tab.id, "")) != self.list.marked and wanted:
            self.mark(wanted)

    def compare_anew(self) -> None:
        if self.others is not None:
            self._compare(self.others.choice, self.others.show_anew)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("carry", "round", "workshop") and self.is_busy:
            return False
        works = {
            "carry": self.others is not None and self.results.movement is not None,
            # Among the keys of the plan there is no room for it on a narrow screen; every other tab has it.
            "export": self.others is not None and self.tab.id != PLAN,
            "round": self.others is not None and len(self.others.numbers) > 1,
            "people": self.look.people.notes is not None or self.results.gate is not None,
            "view": len(self.tab.views) > 1,
            "figures": self.others is not None and self.tab.id == "criteria" and not self.is_busy,
            "filter": self.view.name == OWNERS,
        }
        return works[action] if action in works else super().check_action(action, parameters)

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

    def _compare(self, choice: RoundChoice, show: Callable[[RoundChoice], Shown] | None = None) -> None:
        self.is_busy = True
        self.show()
        self.run_worker(self._compared(choice, show), group="reading", exclusive=True)

    async def _compared(self, choice: RoundChoice, show: Callable[[RoundChoice], Shown] | None) -> None:
        """What was chosen, compared in a thread of its own, as it may take long; what is shown stays until then."""
        assert self.others is not None
        others = replace(self.others, choice=choice)
        make = show or others.show
        async for shown in latest_of(make(choice) for _ in range(1)):
            if not self.is_there:
                return
            was = self.tab.id
            self.others, self.results, self.is_busy = others, shown.results, False
            self.drills = shown.drills
            self.look = replace(self.look, people=replace(self.look.people, notes=shown.notes))
            self.tabs = tabs_of(self.results, self.look)
            ids = [tab.id for tab in self.tabs]
            self.current = ids.index(was) if was in ids else 0
            line = self.query_one(TabLine)
            line.name_tabs([tab.title for tab in self.tabs], [tab.shorter for tab in self.tabs])
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
