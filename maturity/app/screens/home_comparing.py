"""What the answers of a folder say together: the comparison, the talk, a team by itself, and what could not be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from maturity import clock
from maturity.app import garbage
from maturity.app.screens import home_words
from maturity.app.screens.home_page import HomePage
from maturity.app.widgets.literal import row
from questionnaires import Fault

if TYPE_CHECKING:
    from maturity.app.screens.comparison_rounds import OtherRounds, Shown
    from maturity.app.screens.figures_page import Sitting
    from maturity.rounds.choosing import RoundChoice
    from maturity.rounds.planning import Planning


class HomeComparing(HomePage):
    """What needs the whole folder, and waits until it is read."""

    sitting: Sitting | None = None
    """Who signs figures; None as long as nobody was asked."""

    def action_compare(self) -> None:
        self.when_all_is_read(self._compare)

    def _compare(self) -> None:
        from maturity.rounds.choosing import choice_of, not_compared

        if not self.check_action("compare", ()):
            return
        if later := not_compared(self.gathered):
            self.notify(later, severity="information", markup=False)
        self.say_what_works("comparing …")  # takes half a second or more; a screen that stands still looks broken
        self.call_after_refresh(self._open_comparison, choice_of(self.gathered))

    def _open_comparison(self, choice: RoundChoice) -> None:
        if self.app.screen is not self:  # a second key in the same breath
            return
        from maturity.app.screens.comparison import ComparisonScreen
        from maturity.app.screens.comparison_plan import Plans

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
        from maturity.app.screens.comparison_rounds import OtherRounds
        from maturity.rounds.choosing import choice_of

        numbers, chosen = self.gathered.rounds, partial(choice_of, self.gathered)
        return OtherRounds(choice, numbers, chosen, self.shown, self.shown_anew, self.open_workshop, self.open_figures)

    def open_figures(self, choice: RoundChoice, tell: Callable[[], None]) -> None:
        """What the exports in this folder tell of a round; only whoever looks waits until it is loaded."""
        from maturity.app.screens.figures import FiguresPage
        from maturity.app.screens.figures_page import Sitting
        from maturity.rounds.filling_folder import Beside

        if self.sitting is None:
            self.sitting = Sitting()
        beside = Beside(self.workspace.folder, self.gathered, self.workspace.questionnaire, choice, clock.today())
        self.app.push_screen(FiguresPage(beside, self.sitting, tell))

    def shown(self, choice: RoundChoice) -> Shown:
        """The round that was chosen, judged by the figures that lie beside the answers."""
        from maturity.app.screens.comparison_rounds import Shown
        from maturity.rounds.choosing import judged_round
        from maturity.rounds.drills import drills

        found = judged_round(self.gathered, self.workspace.questionnaire, choice, clock.today())
        self.faulty_figures, self.other_figures = found.faults, found.notices
        if found.faults:
            self.notify(home_words.in_one(found.faults), severity="error")
        if found.notices:
            self.notify(home_words.in_one(found.notices), severity="information")
        timed = drills(self.workspace.folder, found.round, self.gathered.figures)
        shown = Shown(found.round.results(), found.round.notes, timed)
        garbage.keep_what_is_there()
        return shown

    def shown_anew(self, choice: RoundChoice) -> Shown:
        """The same with what was decided since: the folder is read again."""
        self.gathered = self.workspace.read()
        return self.shown(choice)

    def action_workshop(self) -> None:
        self.when_all_is_read(self.begin_workshop)

    def begin_workshop(self) -> None:
        """Straight to the talk, where there is anything to talk about."""
        from maturity.rounds.choosing import choice_of

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
        from maturity.app.screens.choose import ChooseDialog
        from maturity.app.screens.profile import ProfileScreen
        from maturity.results.profile import profile_results

        people = self.gathered.without_votes  # a team by itself is its people, not the one answer that it voted
        number = people.round_to_compare
        counts = people.counts_of_round(self.workspace.questionnaire, number)
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

    def problems(self) -> dict[str, Sequence[Fault]]:
        return home_words.problems(self.gathered, self.faulty_figures, self.other_figures)

    def action_problems(self) -> None:
        from maturity.app.screens.problems import ProblemsDialog

        unused = (*self.gathered.faults, *self.gathered.conflicts, *self.faulty_figures)
        # What the comparison calls the files that it leaves out.
        labels = {fault.file: self.gathered.called([fault.file])[0] for fault in unused}
        self.app.push_screen(ProblemsDialog(self.problems(), labels))
