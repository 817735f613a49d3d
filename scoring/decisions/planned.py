"""The plan as it stands: who does what until when, by the criterion or decision that it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Protocol

from questionnaires.decisions import Decision, PlanEntry, State, Status
from scoring.decisions.standing import first_by_entry, standing_plan


class Dated(Protocol):
    """What was decided, proposed or parked, with its days."""

    @property
    def status(self) -> Status:
        """What it is."""

    @property
    def due(self) -> dt.date | None:
        """The day by which it is done, or taken up again."""

    @property
    def review_by(self) -> dt.date | None:
        """The day on which it is looked at again."""


def days_of(decision: Dated) -> tuple[dt.date | None, dt.date | None]:
    """The day by which something is done, and the one on which a decision is looked at again. Only what is decided can
    be: what is not is taken up by that day."""
    if decision.status is Status.DECIDED:
        return decision.due, decision.review_by
    return decision.due or decision.review_by, None


@dataclass(frozen=True, slots=True)
class Plan:
    """The entries that stand, by the id of what they are about; and by the id of any entry, the first one in whose
    place it stands."""

    entries: Mapping[str, PlanEntry] = field(default_factory=dict)
    firsts: Mapping[str, str] = field(default_factory=dict)

    def due(self, subject: str, said: dt.date | None = None) -> dt.date | None:
        """The day by which something is done: the one that was planned, else the one that a decision said."""
        entry = self.entries.get(subject)
        return (entry.due if entry else None) or said

    def state(self, subject: str) -> State:
        """Open until somebody says that it is done."""
        entry = self.entries.get(subject)
        return entry.state if entry else State.OPEN


NOTHING_PLANNED: Final = Plan()


def planned_by(plan: Iterable[PlanEntry], decisions: Iterable[Decision] = ()) -> Plan:
    """What these entries plan, whatever their order."""
    plan = tuple(plan)
    standing = {entry.subject: entry for entry in standing_plan(plan).entries}
    return Plan(standing, {**first_by_entry(plan), **first_by_entry(decisions)})
