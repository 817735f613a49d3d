"""Which day an export shows: it does not say so itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from typing import Final

from scoring.exports.days import DAY, DaysOfColumn

_APART: Final = dt.timedelta(days=2)
"""By how much the newest row may differ from the day: reports are made once a day, and lag by another."""
_TIME: Final = re.compile(r"[T ,].*", re.DOTALL)


def said_of_day(day: dt.date, is_told: bool, cells: Collection[str]) -> str | None:
    """What to know about the day of an export, by how its cells begin that say when a row was true.

    None where its newest row is about as old as that.
    """
    days = DaysOfColumn()
    stamps = [days.stamp(_TIME.sub("", cell.strip())) for cell in cells]
    if not days.is_decided:
        return f"in its rows, days cannot be told from months; whether they are of {day} was not looked at"
    last = max(days.decided(stamps), default=-1)
    if last < 0:
        return None
    newest = dt.date.fromordinal(last // DAY)
    if abs(newest - day) <= _APART:
        return None
    apart, side = abs((newest - day).days), "before" if newest < day else "after"
    whose = "which was named as its day" if is_told else "when the file was written; name its day if that is another"
    return f"its newest row is of {newest}, {apart} days {side} {day}, {whose}"
