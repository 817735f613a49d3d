"""Answering from the first screen: as somebody new, as somebody who goes on, or again in a later round."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.app import App

from maturity.app.screens import home_words
from maturity.app.screens.home_page import HomePage
from maturity.app.widgets.literal import row
from maturity.app.widgets.response_list import who_answered
from maturity.files.gathering import ResponseFile
from maturity.files.saving import NotSavedError
from maturity.files.workspace import Workspace

if TYPE_CHECKING:
    from maturity.app.screens.start import NewResponse
    from maturity.rounds.earlier import Earlier


class HomeAnswering(HomePage):
    """What leads to the questions or the review of one response."""

    def action_continue(self) -> None:
        """A finished response opens on its review, so that Enter never reopens it by accident."""
        from maturity.app.screens.opening import open_to_answer
        from maturity.rounds.resuming import UnclearStartError, continued

        try:
            file = continued(self.workspace, self.selected) if self.selected else None
        except UnclearStartError as error:
            self.notify(str(error), severity="error")
            return
        if file is None:
            return
        if file.response.respondent.completed:
            self._look(file)
        elif self._is_own(file):
            self._open(open_to_answer, file)
        else:
            self._ask_whose(file)

    def _ask_whose(self, file: ResponseFile) -> None:
        """In a folder with several people's files nobody should answer for another by accident."""
        from maturity.app.screens.choose import ChooseDialog
        from maturity.app.screens.opening import open_to_answer

        who = self._who(file)

        def go(place: int | None) -> None:
            if place == 0:
                self._look(file)
            elif place == 1:
                self.begun.add(file.path)
                self._open(open_to_answer, file)

        lines = [row("1  Look at these answers"), row(f"2  I am this person: go on answering as {who}")]
        self.app.push_screen(ChooseDialog("Not finished", f"These are the answers of {who}.", lines), go)

    def _who(self, file: ResponseFile) -> str:
        """Whose answers these are, as the list shows it: `Endpoint, Kim Doe`."""
        respondent = file.response.respondent
        return f"{self.view.questionnaire.team_by_id[respondent.team].label}, {who_answered(respondent)}"

    def _is_own(self, file: ResponseFile) -> bool:
        """Whether whoever is here has said so, or nobody else can be."""
        return file.path in self.begun or (self.has_read and len(self.gathered.files) == 1)

    def _look(self, file: ResponseFile) -> None:
        """The answers to be looked through; who wants to change them is asked whose they are, unless that is known."""
        from maturity.app.screens.opening import open_to_review

        asks = None if self._is_own(file) else partial(self._ask_to_change, file)
        self._open(partial(open_to_review, asks=asks), file)

    def _ask_to_change(self, file: ResponseFile, change: Callable[[], None]) -> None:
        from maturity.app.screens.choose import ChooseDialog

        if file.response.respondent.voted:
            self.notify("This is a vote of the room, nobody's own answers. Vote anew in the workshop.")
            return
        who = self._who(file)

        def go(place: int | None) -> None:
            if place == 1:
                self.begun.add(file.path)
                change()

        is_finished = file.response.respondent.completed is not None
        lines = [row("1  Only look at these answers"), row(f"2  I am this person: change the answers of {who}")]
        title = "Finished" if is_finished else "Not finished"
        self.app.push_screen(ChooseDialog(title, f"These are the answers of {who}.", lines), go)

    def action_review(self) -> None:
        if self.selected is not None and self.app.screen is self:
            self._look(self.selected)

    def action_again(self) -> None:
        """A later round by the same person: only what is on the agenda, or everything; nothing is copied."""
        file = self.selected
        if file is not None and file.response.respondent.completed is None:
            self.notify("It is not finished yet; Enter goes on with it.", severity="warning")
        elif file is not None:
            self.when_all_is_read(lambda: self._offer_again(file))

    def _offer_again(self, file: ResponseFile) -> None:
        from maturity.app.screens.choose import ChooseDialog
        from maturity.app.screens.choose_items import ChooseItemsDialog
        from maturity.rounds.next_round import NotAgainError, Which, answering_again
        from maturity.rounds.resuming import begin_again

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
        words = f"For {self._who(file)}. Earlier answers stay as they are; Enter at a question gives one again."
        self.app.push_screen(ChooseDialog(f"Answer again, in round {again.round}", words, lines), choose)

    def action_new(self) -> None:
        """The round that the answers begin in follows from the whole folder, so it is looked up last."""
        from maturity.app.screens.start import StartDialog

        def begin(wanted: NewResponse | None) -> None:
            if wanted is not None:
                self.when_all_is_read(lambda: self._begin(wanted))

        self.app.push_screen(StartDialog(self.workspace.questionnaire, self.gathered.round_to_answer), begin)

    def _begin(self, wanted: NewResponse) -> None:
        """Where answers of the team are open in this round, somebody may have meant to go on with them."""
        from maturity.app.screens.choose import ChooseDialog
        from maturity.rounds.resuming import open_answers

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
        from maturity.app.screens.opening import open_to_answer

        try:
            file = begin()
        except NotSavedError as error:
            self.notify(str(error), severity="error")
            return
        self.begun.add(file.path)
        self._open(open_to_answer, file)

    def _open(self, show: Callable[[App[None], Workspace, ResponseFile, Earlier], None], file: ResponseFile) -> None:
        """Opens a response; of a later round with what the whole folder says of the earlier ones."""
        from maturity.rounds.earlier import earlier_of

        who = file.response.respondent
        self.view.rows.stand_on(file)

        def open_it() -> None:
            earlier = earlier_of(self.gathered, self.workspace.questionnaire, who, self.stood)
            show(self.app, self.workspace, file, earlier)

        if who.round == 1:
            open_it()
        else:
            self.when_all_is_read(open_it)
