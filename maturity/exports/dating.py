"""Which day an export shows: it does not say so itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection
from typing import Final

from scoring.exports.days import DAY, DaysOfColumn

_APART: Final = dt.timedelta(days=2)
"""By how much the newest row may differ from the day: reports are made once a day, and lag by another."""
_QUIET: Final = dt.timedelta(days=7)
"""A fleet of which no device reports for longer than that has no update service: the file was copied since."""
_TIME: Final = re.compile(r"[T ,].*", re.DOTALL)


def said_of_day(day: dt.date, is_told: bool, cells: Collection[str]) -> str | None:
    """What to know about the day of an export, by how its cells begin that say when a row was true.

    None where its newest row is about as old as that.
    """
    days, newest = _newest(cells)
    if not days.is_decided:
        return f"in its rows, days cannot be told from months; whether they are of {day} was not looked at"
    if newest is None or abs(newest - day) <= _APART:
        return None
    apart, side = abs((newest - day).days), "before" if newest < day else "after"
    whose = "which was named as its day" if is_told else "when the file was written; name its day if that is another"
    return f"its newest row is of {newest}, {apart} days {side} {day}, {whose}"


def against_day(day: dt.date, is_told: bool, cells: Collection[str]) -> str | None:
    """Why the day of a file cannot be that of the report: nothing in it is of the week before, and nobody named it."""
    _, newest = _newest(cells)
    if is_told or newest is None or newest >= day - _QUIET:
        return None
    return (
        f"its newest row is of {newest}, {(day - newest).days} days before {day}, when the file was written: copying "
        "may have changed its date; give that back, or name the day that it shows (--on)"
    )


def _newest(cells: Collection[str]) -> tuple[DaysOfColumn, dt.date | None]:
    """The day of the newest row; None where none says one, or where days cannot be told from months."""
    days = DaysOfColumn()
    stamps = [days.stamp(_TIME.sub("", cell.strip())) for cell in cells]
    last = max(days.decided(stamps), default=-1) if days.is_decided else -1
    return days, dt.date.fromordinal(last // DAY) if last >= 0 else None
