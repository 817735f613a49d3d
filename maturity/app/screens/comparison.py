"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, OptionList, Static

from maturity.app.screens.answers_dialog import BehindDialog, CriterionDialog
from maturity.app.screens.comparison_lists import agenda_options, criterion_options, movement_options, note_options
from maturity.app.screens.page import Page
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.grid import Grid
from maturity.app.widgets.literal import row, stacked
from maturity.app.widgets.tab_line import TabLine
from maturity.files.saving import NotSavedError
from maturity.files.trees import Tree
from maturity.pictures import matrix
from maturity.reports.outline import headline, round_notice
from maturity.results.writing import export_results
from maturity.rounds.round import Round

LEGEND: Final = "▁ aligned  ▃ close  ▅ apart  ▇ far apart   ? no common position  ~ fragile"


class ComparisonScreen(Page):
    """Tabs on one comparison: overview, agenda, criteria, and one for each section."""

    HELP_TEXT = (
        "Overview: how far apart the teams are, by section and by question. Agenda: what to settle, most urgent first. "
        "Criteria: what the pilot has to show; with its figures in this folder (maturity gate --template), whether it "
        "does. A cell with a slash reads needed/wanted, one with arrows reads "
        "today→12 months→24 months. ~ marks what one answer would change. Enter shows the answers behind anything, "
        "with the notes. A digit goes to its tab."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "Next tab", tooltip="The tab to the right", priority=True),
        Binding("shift+tab", "turn(-1)", "Tab before", show=False, tooltip="The tab to the left", priority=True),
        *(Binding(str(place % 10), f"show({place - 1})", f"Tab {place % 10}", show=False) for place in range(1, 11)),
        Binding("t", "carry", "Take over", tooltip="With or without the earlier answers to what was not asked again"),
        Binding("e", "export", "Export", tooltip="Write everything to results/results.toml"),
        Binding("escape,q", "leave", "Back", tooltip="Back to the overview, then to the list", key_display="esc"),
    ]

    DEFAULT_CSS = """
    ComparisonScreen {
        #headline { padding: 0 1; height: auto; max-height: 6; text-style: bold; }
        #legend { padding: 0 1; height: 2; color: $quiet; }
        ContentSwitcher { height: 1fr; }
        Choices { height: 1fr; padding: 0 1; }
    }
    """

    def __init__(self, found: Round, folder: Path, again: Callable[..., Round] | None = None) -> None:
        """`again` makes the round anew, with or without the answers of the round before."""
        super().__init__()
        self.again = again
        self.folder = folder
        self.found = found
        self.comparison = found.comparison
        self.results = found.results()
        sections = [summary.section for summary in self.comparison.sections]
        since = [f"Since round {found.movement.against}"] if found.movement else []
        self.tabs = ["overview", "agenda", "criteria", *(["since"] if since else []), "notes"]
        self.titles = ["Overview", "Agenda", "Criteria", *since, "Notes"]
        self.kept = len(self.tabs)
        self.tabs += [f"section-{section.id}" for section in sections]
        self.titles += [section.title for section in sections]
        self.current = 0

    def body(self) -> Iterable[Widget]:
        moved = movement_options(self.found, self.results)
        since = [Choices(*moved, id="since", markup=False)] if moved else []
        yield TabLine(self.titles, kept=self.kept)
        yield Static(self._headline(), id="headline", markup=False)
        yield ContentSwitcher(
            Grid(id="overview"),
            Choices(*agenda_options(self.found), id="agenda", markup=False),
            Choices(*criterion_options(self.found, self.results), id="criteria", markup=False),
            *since,
            Choices(*note_options(self.found), id="notes", markup=False),
            *(Grid(id=section) for section in self.tabs[self.kept :]),
            initial="overview",
        )
        yield Static(stacked([row(LEGEND), row(self._people())]), id="legend", markup=False)

    def _people(self) -> str:
        """How many people stand behind each column."""
        people = {team: self.comparison.progress[team].respondents for team in self.comparison.teams}
        counts = [f"{self.comparison.label(team)} {count}" for team, count in people.items()]
        single = 1 in people.values()
        return f"People: {', '.join(counts)}{'; 1 = single voice' if single else ''}"

    def _headline(self) -> Content:
        """What matters most; before it, that files are missing from everything shown."""
        missing = self.results["left_out"]["files"]
        words = (
            [f"▲ Left out, because unusable: {', '.join(missing)}; x on the first screen says why."] if missing else []
        )
        words += [notice] if (notice := round_notice(self.results, "t")) else []
        gate = [row(self.results["gate"]["says"])] if "gate" in self.results else []
        return stacked([*(row((line, "$error")) for line in words), *gate, row(headline(self.results))])

    def on_mount(self) -> None:
        people = sum(progress.respondents for progress in self.comparison.progress.values())
        teams = len(self.comparison.teams)
        state = f"{teams} {'team' if teams == 1 else 'teams'}, {people} {'person' if people == 1 else 'people'}"
        self.say_where(f"comparison · round {self.comparison.round}", state)
        self._lay_out()
        self.action_show(0)

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(60, self.size.width)
        self.query_one("#overview", Grid).table = matrix.overview(self.comparison, width)
        for summary in self.comparison.sections:
            section = summary.section.id
            self.query_one(f"#section-{section}", Grid).table = matrix.section(self.comparison, section, width)

    def action_turn(self, step: int) -> None:
        self.action_show((self.current + step) % len(self.tabs))

    def action_show(self, place: int) -> None:
        """Turns to a tab and gives it the keys."""
        if place < len(self.tabs):
            self.current = place
            self.query_one(ContentSwitcher).current = self.tabs[place]
            self.query_one(TabLine).active = place
            self.query_one(f"#{self.tabs[place]}").focus()

    def on_tab_line_picked(self, message: TabLine.Picked) -> None:
        message.stop()
        self.action_show(message.place)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        kind, _, identifier = (event.option_id or "").partition(":")
        if kind == "question":
            self.open_question(identifier.partition(":")[0])
        elif kind == "criterion":
            criterion = next(item for item in self.results["criterion"] if item["id"] == identifier)
            self.app.push_screen(CriterionDialog(criterion, self._verdict(identifier)))

    def _verdict(self, criterion: str) -> Tree | None:
        """What the pilot's figures say of a criterion."""
        verdicts = self.results["gate"]["verdict"] if "gate" in self.results else []
        return next((verdict for verdict in verdicts if verdict["criterion"] == criterion), None)

    def on_grid_cell_opened(self, message: Grid.CellOpened) -> None:
        message.stop()
        if not message.row:
            return
        if message.row.startswith(matrix.SECTION_PREFIX):
            self.action_show(self.tabs.index(f"section-{message.row.removeprefix(matrix.SECTION_PREFIX)}"))
            return
        team = self.comparison.teams[message.column - 1] if message.column else None
        self.open_question(message.row, team)

    def open_question(self, identifier: str, team: str | None = None) -> None:
        """The answers behind a question, those of the team one was on first."""
        item = self.comparison.question(identifier)
        if item is not None:
            self.app.push_screen(BehindDialog(self.comparison, self.found.flips, item, self.found.responses, team))

    def action_export(self) -> None:
        target = self.folder / "results" / "results.toml"
        try:
            export_results(self.results, target, within=self.folder)
        except NotSavedError as error:
            self.notify(str(error), severity="error")
        else:
            self.notify(f"Wrote {target}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return action != "carry" or (self.again is not None and self.found.movement is not None)

    def action_carry(self) -> None:
        """The same comparison, with or without the answers of the round before."""
        if self.again is not None:
            found = self.again(carrying=self.found.carried is None)
            self.app.switch_screen(ComparisonScreen(found, self.folder, self.again))

    def action_leave(self) -> None:
        """Back to the overview first, then to the list."""
        if self.current:
            self.action_show(0)
        else:
            self.app.pop_screen()
