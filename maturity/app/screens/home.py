"""Home: the responses of the workspace, and the three things one comes for: answer, continue, compare."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison import ComparisonScreen
from maturity.app.screens.opening import open_to_answer, open_to_review
from maturity.app.screens.page import Page
from maturity.app.screens.problems import ProblemsDialog
from maturity.app.screens.profile import ProfileScreen
from maturity.app.screens.start import NewResponse, StartDialog
from maturity.app.widgets.choices import Choices
from maturity.app.widgets.literal import LONGEST_NOTICE, Part, paragraph, row, stacked, within
from maturity.files.examples import examples_fit, write_examples
from maturity.files.gathering import Gathered, ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace
from maturity.pictures.glyphs import bar
from maturity.rounds.figures import with_figures
from maturity.rounds.interview import minutes, progress
from maturity.rounds.next_round import LAST_ROUND, NothingContestedError, contested_here
from maturity.rounds.resuming import UnclearStartError, begin_again, continued
from maturity.rounds.round import Round, begun_later, round_of
from questionnaires import Fault
from questionnaires.faults import counted
from questionnaires.words import Depth
from scoring.wording.findings import listed


class HomeScreen(Page):
    """The list of responses."""

    AUTO_FOCUS = ""

    HELP_TEXT = (
        "Each line is one person's answers: one file in this folder. Enter continues it. When at least two teams have "
        "answered, c compares them. Collect the files of the other teams in this folder, then compare."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", tooltip="Answer for a team"),
        Binding("c", "compare", "Compare", tooltip="See where the teams agree, what to discuss, and the exit criteria"),
        Binding("p", "profile", "Profile", tooltip="What one team says, by itself"),
        Binding("v", "review", "Review", tooltip="What is open, flagged or unknown in these answers"),
        Binding("a", "again", "Again", tooltip="Answer as the same person in the next round, after the workshop"),
        Binding("x", "problems", "Problems", tooltip="Files that could not be used, and why"),
        Binding(
            "e",
            "example",
            "Example",
            tooltip="Look at the example of four teams, in a folder of its own",
        ),
        Binding("escape", "back", "Back", tooltip="Back to your own answers", key_display="esc"),
        Binding("r", "reload", "Reload", show=False, tooltip="Read the folder again"),
        Binding("q", "app.quit", "Quit", tooltip="Leave, once everything is saved"),
    ]

    DEFAULT_CSS = """
    HomeScreen {
        #home { padding: 1 2; }
        #rows { margin: 0 0 1 0; }
        #summary { margin: 0 0 1 0; }
    }
    """

    def __init__(self, workspace: Workspace, *, is_example: bool = False) -> None:
        super().__init__()
        self.workspace = workspace
        self.is_example = is_example
        self.begun: set[Path] = set()
        self.gathered = Gathered()
        self.files: list[ResponseFile] = []
        self.faulty_figures: tuple[Fault, ...] = ()
        self.other_figures: tuple[Fault, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield VerticalScroll(
            Static("", id="headline", classes="title", markup=False),
            Static("", id="summary", markup=False),
            Static("", id="columns", classes="quiet", markup=False),
            Choices(id="rows", markup=False),
            Static("", id="advice", markup=False),
            Static("", id="folder", classes="quiet", markup=False),
            id="home",
            can_focus=False,
        )

    def on_screen_resume(self) -> None:
        self.action_reload()

    def action_reload(self) -> None:
        """Reads the folder and shows what is in it; the line one was on stays."""
        before, self.gathered = self.gathered, self.workspace.read()
        if (self.faulty_figures or self.other_figures) and self.gathered != before:
            self.faulty_figures = self.other_figures = ()
        teams = list(self.workspace.questionnaire.team_by_id)
        self.files = sorted(self.gathered.files, key=lambda file: teams.index(file.response.respondent.team))
        rows = self.query_one("#rows", Choices)
        was = rows.highlighted
        rows.clear_options()
        rows.add_options([Option(self._line(file)) for file in self.files])
        files = self.gathered.files
        rows.display = bool(files)
        self.query_one("#columns").display = bool(files)
        if files:
            rows.highlighted = min(was or 0, len(files) - 1)
            rows.focus()
        else:
            self.set_focus(None)
        head = self.workspace.questionnaire.head
        self.query_one("#headline", Static).update(row(head.title))
        self.query_one("#columns", Static).update(row(_columns("team", "person", "round", "depth", "answered")))
        self.query_one("#summary", Static).update(
            row(self._summary()) if files or self.gathered.tallies else self._welcome()
        )
        self.query_one("#advice", Static).update(self._advice())
        self.query_one("#folder", Static).update(row(f"Folder: {self.workspace.folder}"))
        count = f"{len(files)} {'response' if len(files) == 1 else 'responses'}"
        self.say_where(f"maturity · {'example' if self.is_example else 'home'}", count)
        self.refresh_bindings()

    def _welcome(self) -> Content:
        """What this is about, in the words of the questionnaire, and what one can do."""
        questionnaire = self.workspace.questionnaire
        words = (
            "Press n to answer for your team. It takes about "
            f"{minutes(questionnaire, Depth.CORE)} minutes, and you can stop at any time. "
            "When the teams have answered, you see what to settle and what the pilot has to show."
        )
        rows = [paragraph(questionnaire.head.about), row(), row(words)]
        if self.check_action("example", ()):
            rows += [row(), row("To look at an example of four teams first, press e.")]
        return stacked(rows)

    def _summary(self) -> str:
        labels = self.workspace.questionnaire.team_by_id
        present = [team for team in labels if team in self._teams()]
        done = sum(file.response.respondent.completed is not None for file in self.gathered.files)
        said = listed(labels[team].label for team in present) or "Nobody"
        words = (
            f"{said} {'has' if len(present) < 2 else 'have'} answered; {done} of {len(self.gathered.files)} finished."
        )
        counted = sum(len(file.counted.people) for file in self.gathered.tallies)
        if counted:
            words += f" {counted} {'person is' if counted == 1 else 'people are'} counted by tally files."
        return words

    def _advice(self) -> Content:
        troubles = len({fault.file for fault in (*self.gathered.faults, *self.gathered.conflicts)})
        parts: list[Part] = []
        if len(self._teams()) >= 2:
            parts += ["Press ", ("c", "bold $accent"), " to compare the teams."]
        elif self.gathered.files:
            parts.append("One more team is needed to compare. Put its file into the folder below, or press n.")
        rows = [row(*parts)]
        if troubles:
            words = f"▲ {troubles} {'file' if troubles == 1 else 'files'} could not be used: x shows why."
            rows.insert(0, row((words, "$error")))
        return stacked(rows)

    def _line(self, file: ResponseFile) -> Content:
        respondent = file.response.respondent
        label = self.workspace.questionnaire.team_by_id[respondent.team].label
        sections = progress(self.workspace.questionnaire, file.response)
        done, whole = sum(s.answered for s in sections), sum(s.asked for s in sections)
        state = "finished" if respondent.completed else "open"
        line = _columns(label, respondent.name or respondent.id, str(respondent.round), respondent.depth.value, "")
        return row(
            line,
            (f"{bar(done, whole, 10)} ", "$success" if respondent.completed else "$accent"),
            f"{done:>3} of {whole:<3} ",
            ("● " if respondent.completed else "○ ") + state,
        )

    def _teams(self) -> set[str]:
        """The teams with at least one answer."""
        answered = {file.response.respondent.team for file in self.gathered.files if file.response.answers}
        return answered | {team.id for file in self.gathered.tallies for team in file.counted.team if team.answered}

    def _selected(self) -> ResponseFile | None:
        place = self.query_one("#rows", Choices).highlighted
        return self.files[place] if place is not None and place < len(self.files) else None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("continue", "profile", "review"):
            return bool(self.gathered.files)
        if action == "again":
            return any(file.response.respondent.completed for file in self.files)
        if action == "compare":
            return len(self._teams()) >= 2
        if action == "example":
            is_empty = not self.gathered.files and not self.is_example
            return is_empty and examples_fit(self.workspace.questionnaire)
        if action == "back":
            return self.is_example
        if action == "problems":
            return any(self._problems().values())
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        # A second Enter in one breath would open the response twice, and the older view undo the newer one's answers.
        if self.app.screen is self:
            self.action_continue()

    def action_continue(self) -> None:
        """A finished response opens on its review, so that Enter never reopens it by accident."""
        file = self._selected()
        if file is None:
            return
        try:
            file = continued(self.workspace, file)
        except UnclearStartError as error:
            self.notify(str(error), severity="error")
            return
        if file.response.respondent.completed:
            open_to_review(self.app, self.workspace, file)
        elif len(self.gathered.files) == 1 or file.path in self.begun:
            open_to_answer(self.app, self.workspace, file)
        else:
            self._ask_whose(file)

    def _ask_whose(self, file: ResponseFile) -> None:
        """In a folder with several people's files nobody should answer for another by accident."""
        respondent = file.response.respondent
        team = self.workspace.questionnaire.team_by_id[respondent.team].label
        who = f"{team}, {respondent.name or respondent.id}"

        def go(place: int | None) -> None:
            if place == 0:
                open_to_review(self.app, self.workspace, file)
            elif place == 1:
                self.begun.add(file.path)
                open_to_answer(self.app, self.workspace, file)

        lines = [row("1  Look at these answers"), row(f"2  I am this person: go on answering as {who}")]
        self.app.push_screen(ChooseDialog("Not finished", f"These are the answers of {who}.", lines), go)

    def action_example(self) -> None:
        """The example lies in a folder of its own, so that it is never compared with real answers."""
        folder = self.workspace.folder / "example"
        try:
            write_examples(folder, within=self.workspace.folder)
        except NotSavedError as error:
            self.notify(str(error), severity="error")
            return
        self.app.push_screen(HomeScreen(self.workspace.at(folder), is_example=True))

    def action_back(self) -> None:
        self.app.pop_screen()

    def action_review(self) -> None:
        file = self._selected()
        if file is not None and self.app.screen is self:
            open_to_review(self.app, self.workspace, file)

    def action_again(self) -> None:
        """A later round by the same person: only what is on the agenda, or everything; nothing is copied."""
        file = self._selected()
        if file is None:
            return
        who = file.response.respondent
        number = who.round + 1
        if number > LAST_ROUND:
            self.notify(f"There is no round after round {LAST_ROUND}.", severity="warning")
            return
        if any((one.response.respondent.id, one.response.respondent.round) == (who.id, number) for one in self.files):
            self.notify(f"This person has answers of round {number} already.", severity="warning")
            return
        try:
            only: tuple[str, ...] | None = contested_here(self.workspace, number).questions
            asked = {question.id for question in self.workspace.questionnaire.asked_of(who.team, who.depth)}
            count = len(asked.intersection(only or ()))
            few = f"1  Only what is on the agenda: {count} {'question' if count == 1 else 'questions'} for this team"
        except NothingContestedError:
            only, few = None, "1  Everything: there is no agenda yet, or nothing is on it"

        def begin(place: int | None) -> None:
            if place is None:
                return
            try:
                begun = begin_again(self.workspace, file, number, only if place == 0 else None)
            except NotSavedError as error:
                self.notify(str(error), severity="error")
                return
            self.begun.add(begun.path)
            open_to_answer(self.app, self.workspace, begun)

        lines = [row(few), *([row("2  Everything again")] if only else [])]
        words = "Earlier answers stay in their own file; none of them is copied."
        self.app.push_screen(ChooseDialog(f"Answer again, in round {number}", words, lines), begin)

    def action_new(self) -> None:
        def begin(wanted: NewResponse | None) -> None:
            if wanted is None:
                return
            try:
                file = self.workspace.begin(wanted.team, wanted.depth, wanted.name, wanted.round)
            except NotSavedError as error:
                self.notify(str(error), severity="error")
                return
            self.begun.add(file.path)
            open_to_answer(self.app, self.workspace, file)

        self.app.push_screen(StartDialog(self.workspace.questionnaire, self.gathered.round_to_answer), begin)

    def compared_round(self, *, carrying: bool = False) -> Round:
        """The round in the folder that is compared when nobody names one, against the one before it."""
        number = self.gathered.round_to_compare
        against = max((one for one in self.gathered.rounds if one < number), default=None)
        return round_of(self.gathered, self.workspace.questionnaire, number, against, carrying=carrying)

    def action_compare(self) -> None:
        number = self.gathered.round_to_compare
        if later := self.gathered.rounds_after(number):
            words = f"Round {number} is compared; {begun_later(later)}."
            self.notify(words, severity="information", markup=False)
        self.app.push_screen(
            ComparisonScreen(self.judged_round(carrying=False), self.workspace.folder, self.judged_round)
        )

    def judged_round(self, *, carrying: bool) -> Round:
        """The same with the verdict on the figures that lie beside the answers."""
        found, faulty, other = with_figures(self.compared_round(carrying=carrying), self.gathered, clock.now().date())
        self.faulty_figures, self.other_figures = tuple(faulty), tuple(other)
        if faulty:
            self.notify(_in_one(faulty), severity="error")
        if other:
            self.notify(_in_one(other), severity="information")
        return found

    def action_profile(self) -> None:
        found = self.compared_round()
        comparison, counted = found.comparison, found.counted
        teams = comparison.teams
        questionnaire = self.workspace.questionnaire
        selected = self._selected()
        team = selected.response.respondent.team if selected else ""

        def show(place: int | None) -> None:
            if place is not None:
                self.app.push_screen(ProfileScreen(questionnaire, counted, teams[place], comparison.round))

        if len(teams) == 1:
            show(0)
            return
        lines = [row(comparison.label(name)) for name in teams]
        chosen = teams.index(team) if team in teams else 0
        self.app.push_screen(ChooseDialog("Team profile", "Which team?", lines, chosen), show)

    def _problems(self) -> dict[str, tuple[Fault, ...]]:
        """All that could not be used, by what is said of it."""
        return {
            "These files could not be used. The others are compared without them.": self.gathered.faults,
            "The same person and round more than once; it is not clear which counts:": self.gathered.conflicts,
            "The pilot's figures could not be used. There is no verdict on them.": self.faulty_figures,
            "Figures of other rounds, not used:": self.other_figures,
            "Files of another kind, left out:": self.gathered.skipped,
        }

    def _labels(self) -> dict[str, str]:
        """What the comparison calls the files that it leaves out."""
        unused = (*self.gathered.faults, *self.gathered.conflicts, *self.faulty_figures)
        return {fault.file: self.gathered.called([fault.file])[0] for fault in unused}

    def action_problems(self) -> None:
        self.app.push_screen(ProblemsDialog(self._problems(), self._labels()))


def _in_one(faults: Sequence[Fault]) -> str:
    """One notice for however many faults."""
    others = counted(faults) - 1
    more = f"; and {others} more: x on the first screen lists the faults" if others else ""
    return f"{within(str(replace(faults[0], more=0)), LONGEST_NOTICE - len(more))}{more}"


def _columns(team: str, person: str, number: str, depth: str, answered: str) -> str:
    return f"{team[:18]:<19}{person[:12]:<13}{number:<6}{depth:<6}{answered}"
