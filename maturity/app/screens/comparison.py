"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import Binding, BindingType

from maturity.app.screens.comparison_around import FILTERS
from maturity.app.screens.comparison_rounds import ComparisonRounds
from maturity.app.screens.comparison_tabs import OWNERS, PLAN, SECTION_PREFIX
from maturity.app.screens.comparison_things import thing_of
from maturity.app.screens.detail_page import DetailPage, Drilling
from maturity.app.screens.search_page import SearchPage
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import HeldError, NotSavedError
from maturity.reports.glossary import words_of
from maturity.results.writing import export_results


class ComparisonScreen(ComparisonRounds):
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

    def action_leave(self) -> None:
        """Back to the overview first, then to the list; results that were sent have none."""
        if self.current:
            self.action_show(0)
        elif self.others is None:
            self.app.exit()
        else:
            self.app.pop_screen()
