"""What was chosen is settled, proposed or parked, and saved before anything else happens."""

from __future__ import annotations

from collections.abc import Callable

from maturity.app.screens.talk_asked import parking
from maturity.app.screens.talk_filling import TalkFilling
from maturity.app.screens.talk_modes import Mode
from maturity.rounds.parking import Parking
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_entries import RefusedError, Said
from maturity.rounds.workshop_time import PARKED_FOR
from scoring.wording.whatif import Difference


class TalkSettling(TalkFilling):
    """What the panel leads to."""

    parked: Parking

    def action_save(self) -> None:
        """All stages that were chosen are decided in one go."""
        draft = self.draft
        supposed = self.workshop.what_if(self.about, draft.facet, {}, draft.outcome, draft.outcomes)
        said = Said(
            draft.decider, draft.because, draft.review_by, agreed_by=draft.agreed_by, objected_by=draft.objections
        )

        def decide(workshop: Workshop) -> Workshop:
            return workshop.decide_in_one_go(self.about, draft.outcomes, said)

        if draft.is_decider_said or not self.room.decider:
            self.room.decider = draft.decider
        self.settle(decide, tuple(one for one in supposed.differences if one.is_change))

    def action_propose(self) -> None:
        """It is on file, and stays open until somebody decides it."""
        draft = self.draft
        said = Said(because=draft.because, agreed_by=draft.agreed_by, objected_by=draft.objections)
        self.settle(lambda workshop: workshop.propose_in_one_go(self.about, draft.outcomes, said))

    def settle(self, act: Callable[[Workshop], Workshop], followed: tuple[Difference, ...] = ()) -> None:
        """Saves it before anything else happens, and shows what followed; what is refused stays in the panel."""
        try:
            self.room.write(act)
        except RefusedError as error:
            self.notify(f"Not saved: {error}", severity="error")
            return
        self.room.skipped.discard(self.about)
        self.room.said = ""
        self.room.followed[self.about] = followed
        self.anew()
        self.try_later()

    def anew(self) -> None:
        """The question as it stands now; what follows from it is worked out meanwhile."""
        self.begin()
        self.look_again()

    def action_park(self) -> None:
        self.park_on(Parking(self.workshop.today + PARKED_FOR, self.room.doer))

    def park_on(self, parked: Parking) -> None:
        """Asks for what is missing of a next step."""
        self.parked = parked
        self.enter(Mode.PARKING)
        self.panel.ask(parking(self.question.title, parked, list(self.names.values()), self.park_on, self._park))
        self.show_words()

    def _park(self, text: str) -> None:
        day, parked, facet = self._day(text), self.parked, self.first_facet()
        if day is not None:
            self.room.doer = parked.who
            self.settle(lambda workshop: workshop.park(self.about, facet, parked.what, parked.who, day))
