"""What was chosen is settled: what is missing is asked in the panel, and saved before anything else happens."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from maturity.app.screens.talk_asked import Called, deciding, parking, reason_of, typed
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_scale import TalkAtScale
from maturity.app.screens.talk_words import refused_words
from maturity.pictures.codes import codes
from maturity.rounds.drafting import Draft, Parking, Step, limit_in
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_entries import RefusedError
from maturity.rounds.workshop_time import PARKED_FOR, day_typed
from questionnaires.decisions import Control
from questionnaires.words import Kind, Means
from scoring.wording.whatif import Difference

_WEEK: Final = dt.timedelta(days=7)
_NO_DAY: Final = "That is no day to come: type it like 2027-02-25, or +90 for so many days from today."


class TalkSettling(TalkAtScale):
    """The panel that asks, step by step, and what it leads to."""

    parked: Parking
    is_typing = False
    """Whether something is typed at the last step of a decision."""

    def fill(self, draft: Draft) -> None:
        """Asks for what is missing of a decision."""
        self.draft, self.is_typing = draft, False
        self.enter(Mode.FILLING)
        self.panel.ask(deciding(self.question.title, draft, self.called, self.fill))
        self.refresh_bindings()

    @property
    def called(self) -> Called:
        """What teams and owners are called in the panel."""
        options = self.kind_scale.options if self.question.kind is Kind.OWNERSHIP else ()
        owners = {option.key: option.label for option in options if option.means in (Means.TEAM, Means.OUTSIDE)}
        return Called(self.names, codes(self.room.results), owners)

    def action_digit(self, digit: int) -> None:
        """At the panel: what becomes of the control, who tests the safeguard, or which team objects."""
        teams, draft = list(self.names), self.draft
        if draft.step is Step.CONTROL:
            self._control(digit)
        elif not 1 <= digit <= len(teams):
            return
        elif draft.step is Step.TESTED_BY:
            self.fill(replace(draft, tested_by=teams[digit - 1]))
        elif draft.objects(teams[digit - 1]):
            self.fill(draft.objected(teams[digit - 1], ""))
        elif draft.step is Step.CONFIRM:
            self.is_typing = True
            self.panel.ask(reason_of(self.question.title, draft, teams[digit - 1], self.called, self.fill))
            self.refresh_bindings()

    def _control(self, digit: int) -> None:
        if not 1 <= digit <= len(Control):
            return
        draft = replace(self.draft, control=tuple(Control)[digit - 1])
        refusal = self.workshop.refusal(self.about, draft.facet, draft.outcome)
        if refusal and draft.control is not Control.COVERED:
            asked = deciding(self.question.title, self.draft, self.called, self.fill)
            self.panel.ask(replace(asked, refusal=refused_words(refusal)))
        else:
            self.fill(draft)

    def action_review(self, weeks: int) -> None:
        self.fill(self.draft.later(weeks * _WEEK))

    def action_type_review(self) -> None:
        self._type("Reviewed on which day?", str(self.draft.review_by), self._reviewed)

    def action_type_by(self) -> None:
        self._type("Reached by which day?", str(self.draft.by), self._by)

    def action_type_limit(self) -> None:
        """A limit that is no option of the scale."""
        self.enter(Mode.FILLING)
        self._type(f"Which limit, in {self.kind_scale.unit}?", "", self._limited)

    def _limited(self, text: str) -> None:
        value = limit_in(text)
        if value is None:
            self.notify("That is no number: type it like 9, or 1.5.", severity="warning")
            return
        draft = replace(self.draft, choice=None, value=value)
        found = self.workshop.what_if(self.about, draft.facet, {}, draft.outcome)
        self.show_supposed(found, is_tried=True)
        if not found.refusal:
            self.fill(draft)

    def action_why(self) -> None:
        self._type("Why?", self.draft.because, lambda said: self.fill(replace(self.draft, because=said)))

    def action_deputy(self) -> None:
        """The next one who can stand in for the owner, and then nobody."""
        names = ["", *(key for key in self.called.owners if key != self.draft.choice)]
        following = names[(names.index(self.draft.deputy) + 1) % len(names)]
        self.fill(replace(self.draft, deputy=following))

    def _type(self, name: str, offered: str, take: Callable[[str], None]) -> None:
        self.is_typing = True
        self.panel.ask(typed(self.question.title, name, offered, take))
        self.refresh_bindings()

    def _day(self, text: str) -> dt.date | None:
        """A day to come; what is none is said, and stays in the field."""
        day = day_typed(text, self.workshop.today)
        if day is None or day < self.workshop.today:
            self.notify(_NO_DAY, severity="warning")
            return None
        return day

    def _reviewed(self, text: str) -> None:
        if day := self._day(text):
            self.fill(replace(self.draft, review_by=day))

    def _by(self, text: str) -> None:
        if day := self._day(text):
            self.fill(replace(self.draft, by=day))

    # Settling

    def action_save(self) -> None:
        draft = self.draft
        supposed = self.workshop.what_if(self.about, draft.facet, {}, draft.outcome)

        def decide(workshop: Workshop) -> Workshop:
            return workshop.decide(
                self.about,
                draft.facet,
                draft.outcome,
                draft.decider,
                draft.review_by,
                because=draft.because,
                objected_by=draft.objections,
            )

        self.room.decider = draft.decider
        self.settle(decide, tuple(one for one in supposed.differences if one.is_change))

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
        self.panel.ask(parking(self.question.title, parked, self.park_on, self._park))

    def _park(self, text: str) -> None:
        day, parked, facet = self._day(text), self.parked, self.first_facet()
        if day is not None:
            self.room.doer = parked.who
            self.settle(lambda workshop: workshop.park(self.about, facet, parked.what, parked.who, day))
