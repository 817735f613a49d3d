"""A decision in the making: what is still asked of the room, and what is offered; every key gives another draft."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import Enum, auto
from typing import Final, NamedTuple

from pydantic import ValidationError

from maturity.rounds.workshop_time import REVIEW_AFTER, months_after
from questionnaires import Choice, Question, Scale
from questionnaires.decisions import Control, Decision, Objection, Outcome
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


Outcomes = tuple[tuple[Facet, Outcome], ...]
"""What is settled in one go, by stage."""


class Stage(NamedTuple):
    """What was chosen of another stage of the same question, and the day by which it is reached."""

    facet: Facet
    choice: Choice
    by: dt.date | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What was said so far about one facet of a question: `choice` is an option as answers hold it, `value` a limit
    between two of them; `stages` are others that are settled in the same go."""

    question: Question
    scale: Scale
    facet: Facet
    today: dt.date
    decider: str
    review_by: dt.date
    by: dt.date | None = None
    choice: Choice | None = None
    value: Decimal | None = None
    stages: tuple[Stage, ...] = ()
    control: Control | None = None
    safeguard: str = ""
    tested_by: str = ""
    is_decider_said: bool = False
    is_decider_known: bool = False
    """Whether somebody had decided before, who is taken without being asked again."""
    deputy: str = ""
    is_deputy_said: bool = False
    """Whether nobody is asked any more who stands in."""
    because: str = ""
    objections: tuple[Objection, ...] = ()
    answered: tuple[str, ...] = ()
    """The teams that answered the question."""
    agreed_by: tuple[str, ...] = ()
    """The teams that agree; nobody does unless the room says so."""
    positions: Mapping[Facet, Mapping[str, tuple[int, ...]]] = field(default_factory=dict)
    """By facet and team the places of its answer on the scale; of a torn team both ends."""
    voted: str = ""
    """What the teams voted for in this sitting, in words."""
    before: Decision | None = None
    """The decision that is changed, while anything of it may be taken over."""
    decided: Mapping[Facet, Outcome] = field(default_factory=dict)
    """By facet what stands decided."""
    said_of: Outcomes = ()
    """The outcome of which agreement, objections and reason are told here."""
    dropped: str = ""
    """Who was the deputy before and is the owner now."""
    safeguard_before: str = ""
    """What was said of the safeguard before somebody went back to it, or in the decision before."""

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
    def asks_deputy(self) -> bool:
        """Whether the next digit names who stands in for the owner."""
        is_open = not (self.deputy or self.is_deputy_said or self.is_any_before)
        return is_open and self.question.kind is Kind.OWNERSHIP and self.step is Step.CONFIRM

    @property
    def needs(self) -> Mapping[str, int]:
        """Of control, by team the level that it needs; of a torn team the higher one."""
        return {team: max(places) for team, places in self.positions.get(Facet.NEEDED, {}).items() if places}

    @property
    def outcomes(self) -> Outcomes:
        """All that is settled in one go, in the order of the stages."""
        found = {one.facet: self.turned(one.facet).outcome for one in self.stages}
        if self.step is not Step.OUTCOME:
            found[self.facet] = self.outcome
        return tuple((facet, found[facet]) for facet in self.question.facets if facet in found)

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
            return replace(self, safeguard="", safeguard_before=self.safeguard)
        if self.control is not None:
            return replace(self, control=None, tested_by="")
        return replace(self, choice=None, value=None, deputy=self.deputy or self.dropped, dropped="")

    def chosen(self, choice: Choice) -> Draft:
        """With an outcome. Nobody is the deputy of oneself; whoever was dropped for that is the deputy of another."""
        draft, deputy = replace(self, choice=choice, value=None), self.deputy or self.dropped
        if deputy and deputy == choice:
            return replace(draft, deputy="", dropped=deputy, is_deputy_said=False)
        return replace(draft, deputy=deputy, dropped="")

    def turned(self, facet: Facet) -> Draft:
        """At another stage, with what was chosen of this one."""
        if facet is self.facet:
            return self
        here = () if self.choice is None else (Stage(self.facet, self.choice, self.by),)
        there = next((one for one in self.stages if one.facet is facet), None)
        others = (*(one for one in self.stages if one.facet is not facet), *here)
        choice, by = (there.choice, there.by) if there is not None else (None, _reached_by(facet, self.today))
        return replace(self, facet=facet, choice=choice, by=by, stages=others)

    def ended(self) -> Draft:
        """At the last stage of which something was chosen, where of this one nothing was."""
        return self.turned(self.stages[-1].facet) if self.choice is None and self.stages else self

    def named(self, deputy: str) -> Draft:
        """With who stands in for the owner; "" is nobody."""
        return replace(self, deputy=deputy, is_deputy_said=True, dropped="")

    @property
    def is_any_before(self) -> bool:
        """Whether the decision before says anything besides its outcome."""
        before = self.before
        deputy = before.outcome.deputy if before is not None and before.outcome is not None else None
        return before is not None and bool(deputy or before.because or before.agreed_by or before.objected_by)

    @property
    def because_before(self) -> str:
        """Why the outcome before was decided, which may be no reason for another."""
        return (self.before.because if self.before is not None else None) or ""

    def afresh(self) -> Draft:
        """Without anything of the decision before but who decides."""
        cleared = replace(self, deputy="", because="", agreed_by=(), objections=(), dropped="")
        return replace(cleared, before=None)

    def controlled(self, control: Control, tested_by: str = "") -> Draft:
        """With what becomes of the control, and who tests what covers it."""
        return replace(self, control=control, tested_by=tested_by)

    def known_by(self, name: str) -> Draft:
        """With its one decider, who was asked for before the outcome."""
        return replace(self, decider=name, is_decider_said=bool(name), is_decider_known=bool(name))

    def decided_by(self, name: str) -> Draft:
        """With its one decider; without a name that is still asked."""
        is_known = self.is_decider_known and bool(name)
        return replace(self, decider=name, is_decider_said=bool(name), is_decider_known=is_known)

    def later(self, days: dt.timedelta) -> Draft:
        """Looked at again later, or earlier, but never before today."""
        return replace(self, review_by=max(self.today, self.review_by + days))

    def objected(self, team: str, reason: str = "") -> Draft:
        """With the objection of a team, also where no reason is given."""
        without = self.silent(team)
        return replace(without, objections=(*without.objections, Objection(team=team, reason=reason or None)))

    def silent(self, team: str) -> Draft:
        """With a team that neither agrees nor objects."""
        objections = tuple(one for one in self.objections if one.team != team)
        return replace(self, objections=objections, agreed_by=tuple(one for one in self.agreed_by if one != team))

    def agreed(self, team: str) -> Draft:
        """With a team that agrees, and so does not object."""
        without = self.silent(team)
        return replace(without, agreed_by=(*without.agreed_by, team))

    @property
    def could_agree(self) -> tuple[str, ...]:
        """The teams that answered and do not object."""
        return tuple(team for team in self.answered if not self.objects(team))

    @property
    def is_agreed(self) -> bool:
        """Whether whoever answered and does not object agrees."""
        return bool(self.agreed_by) and set(self.could_agree) <= set(self.agreed_by)

    def agreed_or_not(self) -> Draft:
        """With every team that answered and does not object; without any again where they agree already."""
        return replace(self, agreed_by=() if self.is_agreed else self.could_agree, is_deputy_said=True)

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
    return Draft(
        question,
        scale,
        facet,
        today,
        decider,
        today + REVIEW_AFTER,
        _reached_by(facet, today),
        is_decider_known=bool(decider),
        answered=answered,
    )


def _reached_by(facet: Facet, today: dt.date) -> dt.date | None:
    """The day by which a stage is to be reached, as offered; None of all else."""
    months = _STAGES.get(facet)
    return months_after(today, months) if months else None


def limit_in(text: str) -> Decimal | None:
    """A limit as somebody typed it: 9, 1.5 or 1,5; None where it is none that a file may hold, and where nobody knows
    what the comma means: 1,000."""
    typed = text.strip()
    try:
        return None if _THOUSANDS.fullmatch(typed) else Outcome(value=Decimal(typed.replace(",", "."))).value
    except (InvalidOperation, ValidationError):
        return None
