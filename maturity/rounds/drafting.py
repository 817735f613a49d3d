"""A decision in the making: what is still asked of the room, and what is offered; every key gives another draft."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Final

from pydantic import ValidationError

from maturity.rounds.workshop_time import REVIEW_AFTER, months_after
from questionnaires import Choice, Question, Scale
from questionnaires.decisions import Control, Decision, NextStep, Objection, Outcome
from questionnaires.words import Facet, Kind

_THOUSANDS: Final = re.compile(r"\d{1,3},\d{3}")
_STAGES: Final = {Facet.IN_12_MONTHS: 12, Facet.IN_24_MONTHS: 24}
"""Months until a stage is to be reached, as offered."""


class Step(Enum):
    """What the room is asked next."""

    OUTCOME = auto()
    CONTROL = auto()
    SAFEGUARD = auto()
    DECIDER = auto()
    CONFIRM = auto()


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far about one facet of a question: `choice` is an option as answers hold it, `value` a limit
    between two of them."""

    question: Question
    scale: Scale
    facet: Facet
    today: dt.date
    decider: str
    review_by: dt.date
    by: dt.date | None = None
    choice: Choice | None = None
    value: Decimal | None = None
    control: Control | None = None
    safeguard: str = ""
    tested_by: str = ""
    is_decider_said: bool = False
    is_decider_known: bool = False
    """Whether somebody had decided before, who is taken without being asked again."""
    deputy: str = ""
    because: str = ""
    objections: tuple[Objection, ...] = ()
    answered: tuple[str, ...] = ()
    """The teams that answered the question."""
    agreed_by: tuple[str, ...] = ()
    """The teams that agree; nobody does unless the room says so."""
    needs: Mapping[str, int] = field(default_factory=dict)
    """Of control, by team the level that it needs; of a torn team the higher one."""
    voted: str = ""
    """What the teams voted for in this sitting, in words."""
    taken_over: dt.date | None = None
    """The day of the decision before, while anything of it stands here that nobody has said anew."""
    dropped: str = ""
    """Who was the deputy before and is the owner now."""

    @property
    def step(self) -> Step:
        """The first thing that is missing; at last everything is shown once, to be confirmed."""
        if self.choice is None and self.value is None:
            return Step.OUTCOME
        if self.question.kind is Kind.CONTROL and self.control is None:
            return Step.CONTROL
        if self.control is Control.COVERED and not self.safeguard:
            return Step.SAFEGUARD
        return Step.CONFIRM if self.is_decider_said or self.is_decider_known else Step.DECIDER

    @property
    def outcome(self) -> Outcome:
        """What is settled by it, as the file of decisions holds it."""
        choice, kind = self.choice, self.question.kind
        return Outcome(
            owner=choice if kind is Kind.OWNERSHIP and isinstance(choice, str) else None,
            deputy=self.deputy or None,
            option=choice if isinstance(choice, int) else None,
            value=self.value,
            status=choice if kind is Kind.PREREQUISITE and isinstance(choice, str) else None,
            by=self.by,
            control=self.control,
            safeguard=self.safeguard or None,
            tested_by=self.tested_by or None,
        )

    def back(self) -> Draft:
        """Without what was said last; a draft that asks for the outcome has nothing before it."""
        if self.step is Step.CONFIRM and not self.is_decider_known:
            return replace(self, is_decider_said=False)
        if self.safeguard:
            return replace(self, safeguard="")
        if self.control is not None:
            return replace(self, control=None, tested_by="")
        return replace(self, choice=None, value=None)

    def chosen(self, choice: Choice) -> Draft:
        """With an outcome; nobody is the deputy of oneself."""
        if self.deputy and self.deputy == choice:
            return replace(self, choice=choice, value=None, deputy="", dropped=self.deputy)
        return replace(self, choice=choice, value=None)

    def changing(self, before: Decision) -> Draft:
        """With what was said besides the outcome of the decision that stands, for the room to confirm or to clear."""
        deputy = (before.outcome.deputy if before.outcome is not None else None) or ""
        because, decider = before.because or "", before.decider or self.decider
        is_any = bool(deputy or because or before.agreed_by or before.objected_by)
        return replace(
            self,
            decider=decider,
            is_decider_known=bool(decider),
            deputy=deputy,
            because=because,
            agreed_by=before.agreed_by,
            objections=before.objected_by,
            taken_over=before.decided if is_any else None,
        )

    @property
    def besides(self) -> tuple[object, ...]:
        """All that was written down besides the outcome and who decides."""
        return self.deputy, self.because, self.agreed_by, self.objections

    def afresh(self) -> Draft:
        """Without anything of the decision before but who decides."""
        return replace(self, deputy="", because="", agreed_by=(), objections=(), taken_over=None, dropped="")

    def controlled(self, control: Control, tested_by: str = "") -> Draft:
        """With what becomes of the control, and who tests what covers it."""
        return replace(self, control=control, tested_by=tested_by)

    def decided_by(self, name: str) -> Draft:
        """With its one decider; without a name that is still asked."""
        is_known = self.is_decider_known and bool(name)
        return replace(self, decider=name, is_decider_said=bool(name), is_decider_known=is_known)

    def later(self, days: dt.timedelta) -> Draft:
        """Looked at again later, or earlier, but never before today."""
        return replace(self, review_by=max(self.today, self.review_by + days))

    def objected(self, team: str, reason: str) -> Draft:
        """With the objection of a team, or without where no reason is given."""
        others = tuple(one for one in self.objections if one.team != team)
        objections = (*others, Objection(team=team, reason=reason)) if reason else others
        return replace(self, objections=objections, agreed_by=tuple(one for one in self.agreed_by if one != team))

    def agreed(self, team: str) -> Draft:
        """With a team that agrees, and so does not object."""
        without = self.objected(team, "")
        return replace(without, agreed_by=(*without.agreed_by, team))

    def agreed_or_not(self) -> Draft:
        """With every team that answered and does not object; without any again where they agree already."""
        could = tuple(team for team in self.answered if not self.objects(team))
        return replace(self, agreed_by=() if set(could) <= set(self.agreed_by) else could)

    @property
    def is_beyond(self) -> bool:
        """Whether a level of control is more than the service offers."""
        most = self.question.offered.most if self.question.offered is not None else None
        return most is not None and isinstance(self.choice, int) and self.choice > most

    def objects(self, team: str) -> bool:
        """Whether a team objects."""
        return any(one.team == team for one in self.objections)


def begin_draft(
    question: Question, scale: Scale, facet: Facet, today: dt.date, decider: str, answered: tuple[str, ...] = ()
) -> Draft:
    """Nothing chosen yet; the last decider, who is not asked for again, and the dates are offered."""
    months = _STAGES.get(facet)
    by = months_after(today, months) if months else None
    return Draft(
        question,
        scale,
        facet,
        today,
        decider,
        today + REVIEW_AFTER,
        by,
        is_decider_known=bool(decider),
        answered=answered,
    )


def limit_in(text: str) -> Decimal | None:
    """A limit as somebody typed it: 9, 1.5 or 1,5; None where it is none that a file may hold, and where nobody knows
    what the comma means: 1,000."""
    typed = text.strip()
    try:
        return None if _THOUSANDS.fullmatch(typed) else Outcome(value=Decimal(typed.replace(",", "."))).value
    except (InvalidOperation, ValidationError):
        return None


class Ask(Enum):
    """What the room is asked about something parked."""

    WHAT = auto()
    WHO = auto()
    DUE = auto()


@dataclass(frozen=True, slots=True)
class Parking:
    """What is done next about something that is not decided today, by whom and until when."""

    due: dt.date
    who: str = ""
    what: str = ""
    is_who_said: bool = False
    before: str = ""
    """What was said of the next step before somebody went back to it."""

    @property
    def ask(self) -> Ask:
        """The first thing that is missing."""
        return Ask.WHAT if not self.what else Ask.DUE if self.is_who_said else Ask.WHO

    @property
    def next_step(self) -> NextStep:
        """As the file of decisions holds it."""
        return NextStep(what=self.what, owner=self.who)

    def back(self) -> Parking:
        """Without what was said last."""
        return replace(self, is_who_said=False) if self.is_who_said else replace(self, what="", before=self.what)
