"""The teams vote with digits; what they voted stays in sight, and counts as answers only if the room says so."""

from __future__ import annotations

from dataclasses import replace

from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_settling import TalkSettling
from maturity.app.screens.talk_words import vote_words
from maturity.app.screens.trying import ROOM, most_voted
from maturity.files.saving import NotSavedError
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
                is_any = self.draft.step is not Step.OUTCOME or self.panel.is_typed
            case Mode.PARKING:
                is_any = bool(self.parked.what or self.parked.before) or self.panel.is_typed
            case Mode.CHOOSING:
                is_any = bool(self.draft.stages) or self.draft.besides != self.begun(self.draft.facet).besides
            case _:
                is_any = self.is_vote_asked or (self.mode is Mode.VOTING and bool(self.trial.moved))
        return f"“{self.question.title}” is not settled: nothing of what you entered is saved yet." if is_any else ""
