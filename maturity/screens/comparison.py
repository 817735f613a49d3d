"""The comparison: where the teams stand, what to discuss, and what the pilot has to show."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import ContentSwitcher, OptionList, Static
from textual.widgets.option_list import Option

from maturity.exporting import export_results
from maturity.pictures import tables
from maturity.pictures.glyphs import FLAG, GLYPHS
from maturity.report import CLASSES, GATES, headline
from maturity.report_of_criteria import bound
from maturity.results import results
from maturity.saving import NotSavedError
from maturity.screens.behind import BehindDialog, CriterionDialog
from maturity.screens.page import Page
from maturity.widgets.choices import Choices
from maturity.widgets.grid import Grid
from maturity.widgets.tab_line import TabLine
from questionnaires import Response
from scoring import Comparison, recommend
from scoring.wording import finding_sentence

LEGEND: Final = "▁ aligned  ▃ close  ▅ apart  ▇ far apart   ? no common position"


class ComparisonScreen(Page):
    """Tabs on one comparison: overview, agenda, criteria, and one for each section."""

    HELP_TEXT = (
        "Overview: how far apart the teams are, by section and by question. Agenda: what to settle, most urgent first. "
        "Criteria: what the pilot has to show. Control cells read needed/wanted, operating model cells read "
        "today→12 months→24 months. Enter shows the answers behind anything, with the notes. A digit goes to its tab."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "turn(1)", "Next tab", tooltip="The tab to the right", priority=True),
        Binding("shift+tab", "turn(-1)", "Tab before", show=False, tooltip="The tab to the left", priority=True),
        *(Binding(str(place), f"show({place - 1})", f"Tab {place}", show=False) for place in range(1, 10)),
        Binding("e", "export", "Export", tooltip="Write everything to results/results.toml"),
        Binding("escape,q", "leave", "Back", tooltip="Back to the overview, then to the list", key_display="esc"),
    ]

    DEFAULT_CSS = """
    ComparisonScreen {
        #headline { padding: 0 1; height: auto; max-height: 3; text-style: bold; }
        #legend { padding: 0 1; height: 1; color: $quiet; }
        ContentSwitcher { height: 1fr; }
        Choices { height: 1fr; padding: 0 1; }
    }
    """

    def __init__(
        self, comparison: Comparison, responses: tuple[Response, ...], folder: Path, left_out: tuple[str, ...] = ()
    ) -> None:
        super().__init__()
        self.folder = folder
        self.comparison = comparison
        self.responses = responses
        self.criteria = recommend(comparison)
        self.results = results(comparison, self.criteria, left_out)
        self.bounds = {item["id"]: item for item in self.results["criterion"]}
        sections = [summary.section for summary in comparison.sections]
        self.tabs = ["overview", "agenda", "criteria", "notes", *(f"section-{section.id}" for section in sections)]
        self.titles = ["Overview", "Agenda", "Criteria", "Notes", *(section.title for section in sections)]
        self.current = 0

    def body(self) -> Iterable[Widget]:
        yield TabLine(self.titles, kept=4)
        yield Static(self._headline(), id="headline", markup=False)
        yield ContentSwitcher(
            Grid(id="overview"),
            Choices(*self._agenda(), id="agenda", markup=False),
            Choices(*self._criteria(), id="criteria", markup=False),
            Choices(*self._notes(), id="notes", markup=False),
            *(Grid(id=section) for section in self.tabs[4:]),
            initial="overview",
        )
        yield Static(Content(LEGEND), id="legend", markup=False)

    def _headline(self) -> Content:
        """What matters most; before it, that files are missing from everything shown."""
        missing = len(self.results["left_out"]["files"])
        words = (
            f"▲ {missing} {'file' if missing == 1 else 'files'} could not be used and are left out.\n"
            if missing
            else ""
        )
        return Content.assemble((words, "$error"), headline(self.results))

    def on_mount(self) -> None:
        people = sum(progress.respondents for progress in self.comparison.progress.values())
        state = f"{len(self.comparison.teams)} teams, {people} {'person' if people == 1 else 'people'}"
        self.say_where(f"comparison · round {self.comparison.round}", state)
        self._lay_out()
        self.action_show(0)

    def on_resize(self) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(60, self.size.width)
        self.query_one("#overview", Grid).table = tables.overview(self.comparison, width)
        for summary in self.comparison.sections:
            section = summary.section.id
            self.query_one(f"#section-{section}", Grid).table = tables.section(self.comparison, section, width)

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

    def _agenda(self) -> list[Option]:
        options: list[Option] = []
        agenda = self.comparison.agenda
        questions = self.comparison.questionnaire.question_by_id
        for name, title in CLASSES.items():
            entries = [entry for entry in agenda.entries if entry.agenda_class.value == name]
            if entries:
                options.append(Option(Content.assemble((f"{title} ({len(entries)})", "bold $primary")), disabled=True))
            for entry in entries:
                sentences = dict.fromkeys(finding_sentence(self.comparison, finding) for finding in entry.findings)
                flag = f"  {FLAG} flagged ×{entry.flags}" if entry.flags else ""
                notes = sum(bool(response.answer(entry.question).note) for response in self.responses)
                flag += f"  ◆ {notes} {'note' if notes == 1 else 'notes'}" if notes else ""
                glyph = (f"{GLYPHS[entry.column]} ", f"${'far' if entry.column == 'far_apart' else entry.column.value}")
                line = Content.assemble(
                    glyph,
                    (questions[entry.question].title, "bold"),
                    (flag, "$warning"),
                    (f"\n  {' '.join(sentences)}", "$quiet"),
                )
                options.append(Option(line, id=f"question:{entry.question}"))
        for title, findings in (
            ("Teams that first have to agree among themselves", agenda.no_common_position),
            ("Does this apply to us?", agenda.applicability),
        ):
            if findings:
                options.append(Option(Content.assemble((f"{title} ({len(findings)})", "bold $primary")), disabled=True))
            for place, finding in enumerate(findings):
                line = Content.assemble(
                    "  ",
                    (questions[finding.question].title, "bold"),
                    (f"\n  {finding_sentence(self.comparison, finding)}", "$quiet"),
                )
                options.append(Option(line, id=f"question:{finding.question}:{finding.kind.value}{place}"))
        return options or [Option(Content("Nothing calls for a discussion."), disabled=True)]

    def _notes(self) -> list[Option]:
        """Every note, by question: what people wanted to say besides."""
        options = []
        for item in self.comparison.questions:
            for response in self.responses:
                note = response.answer(item.question.id).note
                if note:
                    team = self.comparison.questionnaire.team_by_id[response.respondent.team].label
                    line = Content.assemble((item.question.title, "bold"), (f"  {team}\n", "$accent"), f"  “{note}”")
                    options.append(Option(line, id=f"question:{item.question.id}:{response.respondent.id}"))
        return options or [Option(Content("Nobody left a note."), disabled=True)]

    def _criteria(self) -> list[Option]:
        options: list[Option] = []
        for gate, title in GATES.items():
            criteria = [criterion for criterion in self.criteria if criterion.gate.value == gate]
            if criteria:
                musts = sum(criterion.priority.value == "must" for criterion in criteria)
                line = f"{title}: {musts} must, {len(criteria) - musts} more"
                options.append(Option(Content.assemble((line, "bold $primary")), disabled=True))
            for criterion in criteria:
                is_open = criterion.owner.named.startswith("to be")
                content = Content.assemble(
                    (
                        f"{criterion.priority.value.upper():<7}",
                        "$accent bold" if criterion.priority == "must" else "$quiet",
                    ),
                    (criterion.title, "bold"),
                    f"  {bound(self.bounds[criterion.id])}",
                    (f"\n       {criterion.owner.named}", "$warning" if is_open else "$quiet"),
                )
                options.append(Option(content, id=f"criterion:{criterion.id}"))
        return options or [Option(Content("No criterion is recommended."), disabled=True)]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        kind, _, identifier = (event.option_id or "").partition(":")
        if kind == "question":
            self.open_question(identifier.partition(":")[0])
        elif kind == "criterion":
            criterion = next(item for item in self.criteria if item.id == identifier)
            self.app.push_screen(CriterionDialog(self.comparison, criterion))

    def on_grid_cell_opened(self, message: Grid.CellOpened) -> None:
        message.stop()
        if not message.row:
            return
        if message.row.startswith(tables.SECTION_PREFIX):
            self.action_show(self.tabs.index(f"section-{message.row.removeprefix(tables.SECTION_PREFIX)}"))
            return
        team = self.comparison.teams[message.column - 1] if message.column else None
        self.open_question(message.row, team)

    def open_question(self, identifier: str, team: str | None = None) -> None:
        """The answers behind a question, those of the team one was on first."""
        item = self.comparison.question(identifier)
        if item is not None:
            self.app.push_screen(BehindDialog(self.comparison, item, self.responses, team))

    def action_export(self) -> None:
        target = self.folder / "results" / "results.toml"
        try:
            export_results(self.results, target)
        except NotSavedError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Wrote {target}", markup=False)

    def action_leave(self) -> None:
        """Back to the overview first, then to the list."""
        if self.current:
            self.action_show(0)
        else:
            self.app.pop_screen()
