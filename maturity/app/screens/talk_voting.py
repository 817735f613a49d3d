"""The teams vote with digits; what they voted stays in sight, and counts as answers only if the room says so."""

from __future__ import annotations

from dataclasses import replace

from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_settling import TalkSettling
from maturity.app.screens.talk_words import vote_words
from maturity.app.screens.trying import ROOM, most_voted
from maturity.files.saving import NotSavedError
from maturity.rounds.changing import is_as_before, is_noted
from maturity.rounds.drafting import Step
from maturity.rounds.workshop_votes import NoVoteError


class TalkVoting(TalkSettling):
    """One team after the other, and then what becomes of it."""

    is_vote_asked = False
    """Whether the teams have voted and it is asked what becomes of that."""

    def action_vote(self) -> None:
        self.room.tallies.pop(self.about, None)  # a new vote takes the place of the one before
        self.begin_at_scale(Mode.VOTING, self.first_facet())
        self.action_turn(1)

    def action_pass_over(self) -> None:
        self.vote_on()

    def vote_on(self) -> None:
        turned = self.trial.turned(1)
        if turned.who != ROOM or not turned.moved:
            self.action_turn(1)
            if turned.who == ROOM:
                self.enter(Mode.TRYING)
            return
        self.room.tallies[self.about] = (turned.facet, turned.moved)
        self.draft = replace(self.draft, voted=self.voted_on(turned.facet))
        self.mode = Mode.TRYING
        self.trial = replace(turned, outcome=most_voted(turned.moved))
        self.show_scale()
        self.enter(Mode.TRYING)
        self._ask_what_becomes_of_it()

    def _ask_what_becomes_of_it(self) -> None:
        trial = self.trial

        def go(place: int | None) -> None:
            self.is_vote_asked = False
            if place != 1:
                return
            try:
                self.room.vote(self.about, trial.facet, trial.moved)
            except (NoVoteError, NotSavedError) as error:
                self.notify(f"Not recorded: {error}", severity="error")
                return
            voted = self.voted_on(trial.facet)
            self.room.said = f"The vote is recorded as answers of a new round. Voted: {voted}."
            self.anew()

        self.is_vote_asked = True
        self.app.push_screen(ChooseDialog("The teams have voted", *vote_words(trial.moved, self.names)), go)

    @property
    def unfinished(self) -> str:
        match self.mode:
            case Mode.FILLING:
                is_any = self.panel.is_typed or (self.draft.step is not Step.OUTCOME and not self._is_as_it_was)
            case Mode.PARKING:
                is_any = bool(self.parked.what or self.parked.before) or self.panel.is_typed
            case Mode.CHOOSING:
                is_any = bool(self.draft.stages) or is_noted(self.draft)
            case _:
                is_any = self.is_vote_asked or (self.mode is Mode.VOTING and bool(self.trial.moved))
        return f"“{self.question.title}” {self._stands()}" if is_any else ""

    @property
    def _is_as_it_was(self) -> bool:
        """Whether what would be saved says nothing but what stands already."""
        draft = self.draft
        is_same_review = draft.review_by == self.begun(draft.facet).review_by
        return is_as_before(draft) and not is_noted(draft) and is_same_review

    def _stands(self) -> str:
        """What holds while nothing of what was entered is saved."""
        settled = self.workshop.comparison.settled
        if settled.is_any_decided(self.about):
            part = " in part" if self.workshop.stages(self.about)[1] else ""
            what = "the change" if self.mode in (Mode.FILLING, Mode.CHOOSING) else "what you entered"
            return f"is decided{part} as before; {what} is not saved."
        if settled.is_parked(self.about):
            return "is parked as before; what you entered is not saved."
        return "is not settled: nothing of what you entered is saved yet."
