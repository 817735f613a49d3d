"""Entries of a day that has not come: a year was mistyped, or the clock of a computer is wrong.

Nothing was decided tomorrow, and such an entry would stand before whatever is decided until then. One day is let pass,
as a file may come from where it is tomorrow already.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Final

from maturity.files.found import DecisionsFile
from questionnaires import Fault, name_of
from questionnaires.decisions import Decision, PlanEntry
from questionnaires.faults import summed

_ELSEWHERE: Final = dt.timedelta(days=1)
"""By so much the day of somebody far to the east may be ahead."""


def without_future(file: DecisionsFile, today: dt.date) -> tuple[DecisionsFile, tuple[Fault, ...]]:
    """The file without what was written down for a later day than this one, which is refused, and why it is."""
    entries: tuple[Decision | PlanEntry, ...] = (*file.decisions.decision, *file.decisions.plan)
    late = {entry.id: says for entry in entries if (says := _ahead(entry, today))}
    if not late:
        return file, ()
    kept = {
        "decision": tuple(entry for entry in file.decisions.decision if entry.id not in late),
        "plan": tuple(entry for entry in file.decisions.plan if entry.id not in late),
    }
    refused = (*file.refused, *(entry for entry in entries if entry.id in late))
    faults = [Fault(name_of(file.path), f'entry "{name}"', says) for name, says in late.items()]
    return replace(file, decisions=file.decisions.model_copy(update=kept), refused=refused), tuple(summed(faults))


def _ahead(entry: Decision | PlanEntry, today: dt.date) -> str:
    """Which of its days has not come; empty where both have."""
    decided = [("decided", entry.decided)] if isinstance(entry, Decision) else []
    late = [(key, day) for key, day in (*decided, ("recorded", entry.recorded.date())) if day > today + _ELSEWHERE]
    if not late:
        return ""
    days = " and ".join(f"{key} is {day}" for key, day in late)
    return f"{days}, after today, {today}; correct the day, or the clock of this computer"
