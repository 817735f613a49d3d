"""What a decision is filled in with: what is missing is asked in the panel, and one key says one thing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from maturity.app.screens.talk_asked import (
    CONTROL_KEYS,
    Called,
    decider_of,
    deciding,
    reason_of,
    tester_of,
    typed,
)
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.talk_panel import Asked
from maturity.app.screens.talk_scale import TalkAtScale
from maturity.app.screens.talk_words import beyond_words
from maturity.pictures.codes import codes
from maturity.rounds.changing import about_its_outcome
from maturity.rounds.drafting import Draft, Step, limit_in
from maturity.rounds.interview import keys_of
from maturity.rounds.objecting import objected_next
from maturity.rounds.workshop_time import day_typed
from questionnaires.decisions import Control
from questionnaires.words import Facet, Kind, Means
from scoring.wording.words import FACET_WORDS

_WEEK: Final = dt.timedelta(days=7)
_NO_DAY: Final = "That is no day to come: type it like 2027-02-25, or +90 for so many days from today."


class TalkFilling(TalkAtScale):
    """The panel that asks, step by step."""

    is_typing = False
    """Whether something is typed at the last step of a decision."""

    number = 0
    """The number of an item, as far as somebody typed it during the talk."""

    def enter(self, mode: Mode) -> None:
        self.number = 0
        super().enter(mode)

    def action_to_number(self) -> None:
        """To the item whose number was typed."""
        self.go_to(self.workshop.items[self.number - 1].question)

    def go_to(self, question: str) -> None:
        """Another item, in place; what could not be saved is tried again."""
        self.room.settle()
        self.room.said = ""
        self.about = question
        self.begin()

    def fill(self, draft: Draft) -> None:
        """Asks for what is missing of a decision."""
        draft = about_its_outcome(draft) if draft.step is Step.CONFIRM else draft
        self.draft, self.is_typing = draft, False
        self.enter(Mode.FILLING)
        self.panel.ask(deciding(self.question.title, draft, self.called, self.fill, self._beyond(draft)))
        self.show_words()

    def decide_from(self, facet: Facet) -> None:
        """At the scale; where nobody has decided yet it is asked first who does, so that every digit after the outcome
        is one of the form."""
        draft = self.begun(facet)
        self.begin_at_scale(Mode.CHOOSING, facet, draft=draft)
        if not draft.is_decider_known:
            self.enter(Mode.FILLING)
            self._ask(decider_of(self.question.title, draft, self._decider_known))

    def _decider_known(self, draft: Draft) -> None:
        self.is_typing = False
        self.room.decider = draft.decider
        self.begin_at_scale(Mode.CHOOSING, draft.facet, draft=draft.known_by(draft.decider))

    def _beyond(self, draft: Draft) -> str:
        """That a level of control is more than is offered, and what can be done about it; "" of all else."""
        offered = draft.question.offered
        if not draft.is_beyond or offered is None or offered.most is None:
            return ""
        source = self.workshop.questionnaire.source_by_id[offered.sources[0]]
        return beyond_words(draft.scale.options[offered.most].label, source.title)

    @property
    def called(self) -> Called:
        """What teams and owners are called in the panel."""
        options = self.kind_scale.options if self.question.kind is Kind.OWNERSHIP else ()
        owners = {option.key: option.label for option in options if option.means in (Means.TEAM, Means.OUTSIDE)}
        results = self.room.results
        silent = frozenset(results.questionnaire.teams) - frozenset(team.id for team in results.team)
        return Called(self.names, codes(results), owners, silent)

    def action_digit(self, digit: int) -> None:
        """During the talk the number of an item. At the panel what becomes of the control; at the last step who stands
        in for an owner, and then a team agrees, objects, or neither."""
        if not self.mode.is_asking:
            self.number = self.workshop.number_typed(self.number, digit)
            if self.workshop.is_whole(self.number):
                self.action_to_number()
            self.show_words()
            return
        teams, draft = list(self.names), self.draft
        if draft.step is Step.CONTROL:
            self._covered(digit)
        elif draft.step is not Step.CONFIRM:
            return
        elif draft.asks_deputy:
            self._stands_in(digit)
        elif digit == 0:
            self.fill(draft.afresh())
        elif digit <= len(teams):
            self._team(teams[digit - 1])

    def _stands_in(self, digit: int) -> None:
        """The second digit of an owner, as on the scale: who stands in; 0 is nobody."""
        keys = dict(zip(keys_of(self.kind_scale), self.kind_scale.options, strict=True))
        option = keys.get(str(digit))
        if option is not None and option.key == self.draft.choice:
            self.notify("Nobody is the deputy of oneself.", severity="warning")
        elif option is not None and option.key in self.called.owners:
            self.fill(self.draft.named(option.key))
        elif digit == 0:
            self.fill(self.draft.named(""))
        else:
            self.notify("That is nobody who can stand in.", severity="warning")

    def _team(self, team: str) -> None:
        """Agrees, then objects with a reason or without, then neither; a reason can be given later."""
        draft = self.draft
        reason = next((one.reason for one in draft.objections if one.team == team), "")
        if reason:
            self.fill(draft.silent(team))
        elif team in draft.agreed_by or draft.objects(team):
            self._ask(reason_of(self.question.title, draft, team, self.called, self.fill))
        else:
            self.fill(draft.agreed(team))

    def action_object(self) -> None:
        """The next of the teams that answered otherwise."""
        self.fill(objected_next(self.draft))

    def _covered(self, digit: int) -> None:
        """What covers the control is tested by the team of the digit."""
        team = tester_of(digit, tuple(self.names))
        if team:
            self.fill(self.draft.controlled(Control.COVERED, team))
        else:
            self.action_press_digit()

    def action_control(self, name: str) -> None:
        """What is beyond the offer is only taken with what covers it; why stands in the panel already."""
        if self.draft.is_beyond:
            self.action_press_digit()
        else:
            self.fill(self.draft.controlled(Control(name)))

    def action_press_digit(self) -> None:
        """Says which keys go on, where another one was pressed."""
        letters = "" if self.draft.is_beyond else f", or {' or '.join(CONTROL_KEYS.values())}"
        self.notify(f"Press a digit: 1 to {len(self.names)}{letters}.", severity="warning")

    def action_agreed(self) -> None:
        self.fill(self.draft.agreed_or_not())

    def action_decider(self) -> None:
        """Another one decides."""
        self._ask(decider_of(self.question.title, self.draft, self.fill))

    def action_review(self, weeks: int) -> None:
        self.fill(self.draft.later(weeks * _WEEK))

    def action_type_review(self) -> None:
        self._type("Reviewed on which day?", str(self.draft.review_by), self._reviewed)

    def action_type_by(self) -> None:
        """Of several stages one after the other."""
        self._type_by([facet for facet, outcome in self.draft.outcomes if outcome.by])

    def _type_by(self, stages: list[Facet]) -> None:
        if not stages:
            self.fill(self.draft)
            return
        self.draft = self.draft.turned(stages[0])
        about = f", {FACET_WORDS[stages[0]]}" if self.draft.stages else ""

        def take(text: str) -> None:
            if day := self._day(text):
                self.draft = replace(self.draft, by=day)
                self._type_by(stages[1:])

        self._type(f"Reached by which day{about}?", str(self.draft.by), take)

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
        because = self.draft.because
        asked = typed(
            self.question.title,
            self.draft,
            "Why?",
            because or self.draft.because_before,
            lambda said: self.fill(replace(self.draft, because=said)),
            is_edited=bool(because),
        )
        self._ask(asked)

    def action_deputy(self) -> None:
        """The next one who can stand in for the owner, and then nobody."""
        names = ["", *(key for key in self.called.owners if key != self.draft.choice)]
        place = names.index(self.draft.deputy) if self.draft.deputy in names else 0
        self.fill(self.draft.named(names[(place + 1) % len(names)]))

    def _type(self, name: str, offered: str, take: Callable[[str], None]) -> None:
        self._ask(typed(self.question.title, self.draft, name, offered, take))

    def _ask(self, asked: Asked) -> None:
        """Something that is typed on request."""
        self.is_typing = True
        self.panel.ask(asked)
        self.show_words()

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
