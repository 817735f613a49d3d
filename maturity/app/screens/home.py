"""Home: the responses of the workspace, and the three things one comes for: answer, continue, compare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList

from maturity import clock
from maturity.app.screens import home_words
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.choose_items import ChooseItemsDialog
from maturity.app.screens.comparison import ComparisonScreen, OtherRounds, Shown
from maturity.app.screens.comparison_plan import Plans
from maturity.app.screens.folder_page import FolderPage
from maturity.app.screens.folder_view import FolderView
from maturity.app.screens.opening import open_to_answer, open_to_review
from maturity.app.screens.problems import ProblemsDialog
from maturity.app.screens.profile import ProfileScreen
from maturity.app.screens.start import NewResponse, StartDialog
from maturity.app.widgets.literal import row
from maturity.files.examples import examples_fit, write_examples
from maturity.files.gathering import Gathered, ResponseFile
from maturity.files.saving import HeldError, NotSavedError
from maturity.files.workspace import Workspace
from maturity.results.profile import profile_results
from maturity.rounds.choosing import RoundChoice, choice_of, judged_round, not_compared
from maturity.rounds.earlier import Earlier, earlier_of
from maturity.rounds.next_round import NotAgainError, Which, answering_again
from maturity.rounds.resuming import UnclearStartError, begin_again, continued, open_answers
from maturity.rounds.stood import Stood
from questionnaires import Fault

if TYPE_CHECKING:
    from maturity.rounds.planning import Planning


class HomeScreen(FolderPage):
    """The list of responses."""

    AUTO_FOCUS = ""

    HELP_TEXT = (
        "How far each team has come: collect the files of the teams in this folder, then compare them. Below the teams "
        "are the people, folded away until you ask for them: a line for each person's answers, one file in this "
        "folder. Enter continues it."
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", tooltip="Answer for a team", id="home-new"),
        Binding("c", "compare", "Compare", tooltip="See what the teams agree on, and what not", id="home-compare"),
        Binding(
            "w",
            "workshop",
            "Talk",
            show=False,
            tooltip="The workshop: settle the agenda in the room",
            id="home-workshop",
        ),
        Binding("p", "profile", "Profile", tooltip="What one team says, by itself", id="home-profile"),
        Binding("v", "review", "Review", tooltip="What is open, flagged or unknown in these answers", id="home-review"),
        Binding("a", "again", "Again", tooltip="Answer as the same person in the next round", id="home-again"),
        Binding("x", "problems", "Problems", tooltip="Files that could not be used, and why", id="home-problems"),
        Binding("f", "fold", "People", tooltip="Show the people below the teams, or hide them", id="home-people"),
        Binding("enter", "unfold", "People", show=False, tooltip="Show the people below the teams"),
        Binding("e", "example", "Example", tooltip="Look at the example, in a folder of its own", id="home-example"),
        Binding("escape", "back", "Back", tooltip="Back to your own answers", key_display="esc", id="home-back"),
        Binding("r", "reload", "Reload", show=False, tooltip="Read the folder again", id="home-reload"),
        Binding("q", "app.quit", "Quit", tooltip="Leave, once everything is saved", id="home-quit"),
    ]

    def __init__(
        self,
        workspace: Workspace,
        *,
        is_example: bool = False,
        stood: Stood | None = None,
        begun: ResponseFile | None = None,
        is_workshop: bool = False,
    ) -> None:
        """`stood` is where the teams stood by results that somebody sent; `begun` is what is answered before anybody
        comes here; `is_workshop` goes on to the talk as soon as everything is read."""
        super().__init__(workspace)
        self.is_example = is_example
        self.stood = stood
        if is_workshop:
            self.afterwards = self._begin_workshop
        self.answered_first = begun
        self.begun: set[Path] = {begun.path} if begun else set()
        self.faulty_figures: tuple[Fault, ...] = ()
        self.other_figures: tuple[Fault, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield FolderView(self.workspace.questionnaire, self.workspace.folder, self.key_name)

    @property
    def view(self) -> FolderView:
        return self.query_one(FolderView)

    @property
    def selected(self) -> ResponseFile | None:
        """The response one is on; none while the people are folded away."""
        return self.view.rows.selected if self.view.is_unfolded else None

    def on_mount(self) -> None:
        if self.answered_first is not None:
            self.view.rows.stand_on(self.answered_first)
        self._say_what_works("")

    def show_reading(self) -> None:
        words = home_words.reading(self.done, self.whole)
        then = " What you asked for comes when all are read." if self.afterwards else ""
        self.view.show_some(Gathered() if self.has_read else self.gathered, f"{words}.{then}")
        self._say_what_works(words)

    def show_all(self, before: Gathered) -> None:
        if self.gathered != before:
            self.faulty_figures = self.other_figures = ()
        self.view.show_all(
            self.workspace.questionnaire, self.gathered, with_example=bool(self.check_action("example", ()))
        )
        count = len(self.gathered.files)
        self._say_what_works(f"{count} {'response' if count == 1 else 'responses'}")

    def _say_what_works(self, state: str) -> None:
        self.say_where(f"maturity · {'example' if self.is_example else 'home'}", state)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("fold", "profile"):
            return bool(self.gathered.files) or (action == "profile" and bool(self.gathered.tallies))
        if action == "unfold":
            return bool(self.gathered.files) and not self.view.is_unfolded
        if action in ("continue", "review"):
            return self.selected is not None
        if action == "again":
            finished = (file.response.respondent.completed for file in self.gathered.files)
            return self.view.is_unfolded and any(finished)
        if action in ("compare", "workshop"):
            return len(self.gathered.answered_teams) >= 2
        if action == "example":
            # Among the keys of a list of people there is no room for it, and nobody looks for it there.
            is_free = not self.gathered.files or not self.view.is_unfolded
            return self.has_read and is_free and not self.is_example and examples_fit(self.workspace.questionnaire)
        if action == "back":
            return self.is_example
        if action == "problems":
            return any(self._problems().values())
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        # A second Enter in one breath would open the response twice, and the older view undo the newer one's answers.
        if self.app.screen is not self:
            return
        if event.option_list is self.view.begin:
            (self.action_new, self.action_example)[event.option_index]()
        else:
            self.action_continue()

    def action_fold(self) -> None:
        """The people, folded away so that a projector shows teams only."""
        self.view.fold()
        self.refresh_bindings()

    def action_unfold(self) -> None:
        self.action_fold()

    def action_continue(self) -> None:
        """A finished response opens on its review, so that Enter never reopens it by accident."""
        try:
            file = continued(self.workspace, self.selected) if self.selected else None
        except UnclearStartError as error:
            self.notify(str(error), severity="error")
            return
        if file is None:
            return
        if file.response.respondent.completed:
            self._open(open_to_review, file)
        elif file.path in self.begun or (self.has_read and len(self.gathered.files) == 1):
            self._open(open_to_answer, file)
        else:
            self._ask_whose(file)

    def _ask_whose(self, file: ResponseFile) -> None:
        """In a folder with several people's files nobody should answer for another by accident."""
        respondent = file.response.respondent
        team = self.workspace.questionnaire.team_by_id[respondent.team].label
        who = f"{team}, {respondent.name or respondent.id}"

        def go(place: int | None) -> None:
            if place == 0:
                self._open(open_to_review, file)
            elif place == 1:
                self.begun.add(file.path)
                self._open(open_to_answer, file)

        lines = [row("1  Look at these answers"), row(f"2  I am this person: go on answering as {who}")]
        self.app.push_screen(ChooseDialog("Not finished", f"These are the answers of {who}.", lines), go)

    def action_example(self) -> None:
        """The example lies in a folder of its own, so that it is never compared with real answers."""
        folder = self.workspace.folder / "example"
        try:
            write_examples(folder, within=self.workspace.folder, is_patient=False)
        except HeldError:
            self.notify(f"{folder} cannot be written just now. Press e again.", severity="error")
            return
        except NotSavedError as error:
            self.notify(str(error), severity="error")
            return
        self.app.push_screen(HomeScreen(self.workspace.at(folder), is_example=True))

    def action_back(self) -> None:
        self.app.pop_screen()

    def action_review(self) -> None:
        if self.selected is not None and self.app.screen is self:
            self._open(open_to_review, self.selected)

    def action_again(self) -> None:
        """A later round by the same person: only what is on the agenda, or everything; nothing is copied."""
        file = self.selected
        if file is not None and file.response.respondent.completed is None:
            self.notify("It is not finished yet; Enter goes on with it.", severity="warning")
        elif file is not None:
            self.when_all_is_read(lambda: self._offer_again(file))

    def _offer_again(self, file: ResponseFile) -> None:
        try:
            again = answering_again(self.gathered, self.workspace, file.response.respondent)
        except NotAgainError as error:
            self.notify(str(error), severity="warning")
            return

        def begin(only: tuple[str, ...] | None) -> None:
            self._answer(lambda: begin_again(self.workspace, file, again.round, only))

        def pick(chosen: tuple[str, ...] | None) -> None:
            if chosen:
                begin(chosen)

        def choose(place: int | None) -> None:
            if place is None:
                return
            if again.found is not None and again.offers[place].which is Which.CHOSEN:
                questionnaire = self.workspace.questionnaire
                self.app.push_screen(ChooseItemsDialog(questionnaire, again.found, again.asked), pick)
            else:
                begin(again.offers[place].only)

        lines = [row(line) for line in home_words.again(again)]
        words = "Earlier answers stay as they are; Enter at a question gives one again."
        self.app.push_screen(ChooseDialog(f"Answer again, in round {again.round}", words, lines), choose)

    def action_new(self) -> None:
        """The round that the answers begin in follows from the whole folder, so it is looked up last."""

        def begin(wanted: NewResponse | None) -> None:
            if wanted is not None:
                self.when_all_is_read(lambda: self._begin(wanted))

        self.app.push_screen(StartDialog(self.workspace.questionnaire, self.gathered.round_to_answer), begin)

    def _begin(self, wanted: NewResponse) -> None:
        """Where answers of the team are open in this round, somebody may have meant to go on with them."""
        number = self.gathered.round_to_answer
        open_ones = open_answers(self.gathered, wanted.team, wanted.name, number)
        if not open_ones:
            self._begin_as_another(wanted, number)
            return

        def go(place: int | None) -> None:
            if place is not None and place < len(open_ones):
                self._answer(lambda: open_ones[place])
            elif place is not None:
                self._begin_as_another(wanted, number)

        team = self.workspace.questionnaire.team_by_id[wanted.team].label
        words = f"{team} has {home_words.open_words(open_ones)} in round {number}."
        lines = [row(line) for line in home_words.open_or_new(self.workspace.questionnaire, open_ones)]
        self.app.push_screen(ChooseDialog("Not finished", words, lines), go)

    def _begin_as_another(self, wanted: NewResponse, number: int) -> None:
        self._answer(lambda: self.workspace.begin(wanted.team, wanted.depth, wanted.name, number))

    def _answer(self, begin: Callable[[], ResponseFile]) -> None:
        """Goes on to the questions of a response whose person is known; what stands against it is said."""
        try:
            file = begin()
        except NotSavedError as error:
            self.notify(str(error), severity="error")
            return
        self.begun.add(file.path)
        self._open(open_to_answer, file)

    def _open(self, show: Callable[[App[None], Workspace, ResponseFile, Earlier], None], file: ResponseFile) -> None:
        """Opens a response; of a later round with what the whole folder says of the earlier ones."""
        who = file.response.respondent
        self.view.rows.stand_on(file)

        def open_it() -> None:
            earlier = earlier_of(self.gathered, self.workspace.questionnaire, who, self.stood)
            show(self.app, self.workspace, file, earlier)

        if who.round == 1:
            open_it()
        else:
            self.when_all_is_read(open_it)

    def action_compare(self) -> None:
        self.when_all_is_read(self._compare)

    def _compare(self) -> None:
        if not self.check_action("compare", ()):
            return
        if later := not_compared(self.gathered):
            self.notify(later, severity="information", markup=False)
        self._say_what_works("comparing …")  # takes half a second or more; a screen that stands still looks broken
        self.call_after_refresh(self._open_comparison, choice_of(self.gathered))

    def _open_comparison(self, choice: RoundChoice) -> None:
        if self.app.screen is not self:  # a second key in the same breath
            return
        screen = ComparisonScreen(self.shown(choice), self.workspace.folder, self._other_rounds(choice))
        screen.plans = Plans(self._planning, self._planned)
        self.app.push_screen(screen)

    def _planning(self) -> Planning:
        from maturity.rounds.planning import planning

        return planning(self.gathered, self.workspace.folder, self.workspace.questionnaire)

    def _planned(self, plan: Planning) -> None:
        """What was added to the plan since the folder was read, for whatever is compared before it is read again."""
        self.gathered = replace(self.gathered, entries=plan.decisions, plan=plan.entries)

    def _other_rounds(self, choice: RoundChoice) -> OtherRounds:
        numbers, chosen = self.gathered.rounds, partial(choice_of, self.gathered)
        return OtherRounds(choice, numbers, chosen, self.shown, self.shown_anew, self.open_workshop)

    def shown(self, choice: RoundChoice) -> Shown:
        """The round that was chosen, judged by the figures that lie beside the answers."""
        found = judged_round(self.gathered, self.workspace.questionnaire, choice, clock.today())
        self.faulty_figures, self.other_figures = found.faults, found.notices
        if found.faults:
            self.notify(home_words.in_one(found.faults), severity="error")
        if found.notices:
            self.notify(home_words.in_one(found.notices), severity="information")
        return Shown(found.round.results(), found.round.notes)

    def shown_anew(self, choice: RoundChoice) -> Shown:
        """The same with what was decided since: the folder is read again."""
        self.gathered = self.workspace.read()
        return self.shown(choice)

    def action_workshop(self) -> None:
        self.when_all_is_read(self._begin_workshop)

    def _begin_workshop(self) -> None:
        """Straight to the talk, where there is anything to talk about."""
        if self.check_action("compare", ()):
            self.open_workshop(choice_of(self.gathered))
        else:
            self.notify("A workshop needs the answers of two teams in this folder.", severity="warning")

    def open_workshop(self, choice: RoundChoice) -> None:
        """The talk about a round; only whoever talks waits until it is loaded."""
        from maturity.app.screens.workshop import WorkshopScreen

        self.app.push_screen(WorkshopScreen(self.workspace, choice))

    def action_profile(self) -> None:
        self.when_all_is_read(self._profile)

    def _profile(self) -> None:
        if not self.check_action("profile", ()):
            return
        number = self.gathered.round_to_compare
        counts = self.gathered.counts_of_round(self.workspace.questionnaire, number)
        teams = [team for team in self.workspace.questionnaire.teams if team.id in counts.answered_teams]
        selected = self.selected
        team = selected.response.respondent.team if selected else ""

        def show(place: int | None) -> None:
            if place is not None:
                profile = profile_results(self.workspace.questionnaire, counts, teams[place].id, number)
                self.app.push_screen(ProfileScreen(profile))

        if len(teams) == 1:
            show(0)
            return
        lines = [row(one.label) for one in teams]
        chosen = next((place for place, one in enumerate(teams) if one.id == team), 0)
        self.app.push_screen(ChooseDialog("Team profile", "Which team?", lines, chosen), show)

    def _problems(self) -> dict[str, Sequence[Fault]]:
        return home_words.problems(self.gathered, self.faulty_figures, self.other_figures)

    def action_problems(self) -> None:
        unused = (*self.gathered.faults, *self.gathered.conflicts, *self.faulty_figures)
        # What the comparison calls the files that it leaves out.
        labels = {fault.file: self.gathered.called([fault.file])[0] for fault in unused}
        self.app.push_screen(ProblemsDialog(self._problems(), labels))
