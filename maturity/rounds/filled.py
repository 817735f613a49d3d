"""Figures that saved exports tell, as they are shown before a person signs them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from maturity.rounds.filling_occasion import RingDays
from questionnaires.actuals import Actual
from questionnaires.words import Gate
from scoring.exports.lacks import NOTHING, Lacking

PILOT_GATES: Final = (Gate.START_PILOT, Gate.LEAVE_PILOT)


@dataclass(frozen=True, slots=True)
class FilledFigure:
    """One figure, for a person to accept."""

    id: str
    criterion: str
    title: str
    ring: str | None
    cycle: int | None
    day: dt.date
    numerator: Decimal
    denominator: Decimal | None
    value: str
    """The value with its unit, as it is held against the threshold."""
    bound: str
    """The threshold, in words."""
    passes: bool
    report: str
    remarks: tuple[str, ...]
    part: str | None
    """What is missing from it, so that it is only shown; None where it is the whole figure."""
    is_known: bool
    """Whether the same figure stands in the file already."""
    gate: Gate = Gate.LEAVE_PILOT
    """When its criterion has to be met."""
    release: str | None = None
    """The month of the release with which its cycle began; None where it has no cycle, or nobody knows."""
    so_far: str | None = None
    """When that is over what is counted here, in a sentence; None where later days count no more."""
    is_open: bool = False
    """Whether those days may turn passing into missing or missing into passing; then it is not ticked by itself."""

    @property
    def is_new(self) -> bool:
        """Whether it can be written."""
        return self.part is None and not self.is_known

    @property
    def is_asked(self) -> bool:
        """Whether the gate of the pilot asks for it; else a later one does."""
        return self.gate in PILOT_GATES

    @property
    def counts(self) -> str:
        """The counts behind the value; empty where a single thing was measured."""
        return "" if self.denominator is None else f"{self.numerator:f} of {self.denominator:f}"

    def signed(self, by: str) -> Actual:
        """The entry, once somebody has put a name to it. Raises ValidationError of a name that cannot be one."""
        return Actual(
            criterion=self.criterion,
            ring=self.ring,
            cycle=self.cycle,
            release=self.release,
            date=self.day,
            numerator=self.numerator,
            denominator=self.denominator,
            report=self.report,
            by=by,
        )


@dataclass(frozen=True, slots=True)
class NotFilled:
    """A criterion of which no figure could be counted."""

    criterion: str
    title: str
    reason: str
    has_file: bool = True
    """Whether a report that could tell it is among the files."""
    rings: tuple[str, ...] = ()
    """The rings of which that is said, where others may be filled; empty where it is said of all."""


@dataclass(frozen=True, slots=True)
class ExportRead:
    """A file, and which report it is."""

    name: str
    title: str
    day: dt.date


@dataclass(frozen=True, slots=True)
class Filled:
    """Everything that the files tell."""

    figures: tuple[FilledFigure, ...]
    not_filled: tuple[NotFilled, ...]
    remarks: tuple[str, ...]
    files: tuple[ExportRead, ...]
    rings: tuple[str, ...]
    """Of the list, as the pilot's figures call them."""
    deadlines: tuple[RingDays, ...]
    month: str | None
    released: dt.date | None
    cycle: int
    own_builds: str | None
    """The file of builds that was used besides those of the package; None without one."""
    lacking: Lacking = NOTHING
    """What the builds lack, so that figures stay open."""

    @property
    def new(self) -> tuple[FilledFigure, ...]:
        """The figures that can be written."""
        return tuple(one for one in self.figures if one.is_new)

    @property
    def ready(self) -> tuple[FilledFigure, ...]:
        """Those of them that stay on their side of the threshold: the others are written where somebody says so."""
        return tuple(one for one in self.new if not one.is_open)

    @property
    def taken_so_far(self) -> Filled:
        """The same, where somebody wants the figures as they are so far."""
        return replace(self, figures=tuple(replace(one, is_open=False) for one in self.figures))
