"""The time of a workshop: how long it takes, what fits, and how much has gone. It only informs."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from questionnaires.bounds import day_in

MINUTES_AN_ITEM: Final = 8
FEWEST_MINUTES: Final = 1
MOST_MINUTES: Final = 120
HOUR: Final = 60
TIMES: Final = (30, HOUR, 90, 120, 180, 240)
"""Minutes that a room may have."""
REVIEW_AFTER: Final = dt.timedelta(days=90)
"""When a decision is looked at again, unless the room says otherwise."""
PARKED_FOR: Final = dt.timedelta(days=14)
"""When something parked comes up again, unless the room says otherwise."""
_MOST_DAYS: Final = 3650
_DAYS: Final = re.compile(r"\+\s*(\d{1,4})\s*d?")


@dataclass(frozen=True, slots=True)
class Plan:
    """How many items are open, how long they take, and how many of them fit into so many minutes."""

    items: int
    minutes: int
    within: int
    fit: int

    @property
    def says(self) -> str:
        """`7 of 17 items in 60 minutes; 17 take 136`."""
        if self.fit >= self.items:
            return f"{_items(self.items)} in {self.minutes} minutes"
        take = "takes" if self.items == 1 else "take"
        return f"{self.fit} of {_items(self.items)} in {self.within} minutes; {self.items} {take} {self.minutes}"


def plan_of(items: int, minutes_an_item: int, within: int) -> Plan:
    """The plan for so many open items."""
    return Plan(items, items * minutes_an_item, within, min(items, within // minutes_an_item))


def _items(count: int) -> str:
    return f"{count} {'item' if count == 1 else 'items'}"


def gone_says(began: dt.datetime, now: dt.datetime, within: int) -> str:
    """How much of the time has gone: `23 of 60 minutes`."""
    return f"{max(0, int((now - began).total_seconds() // 60))} of {within} minutes"


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day so many months later, or the last of its month where that has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, last))


def day_typed(text: str, today: dt.date) -> dt.date | None:
    """A day as somebody typed it: `2026-12-11`, or `+14` for so many days from today; None where it is neither."""
    typed = text.strip()
    if found := _DAYS.fullmatch(typed):
        days = int(found[1])
        return day_in(str(today + dt.timedelta(days=days))) if days <= _MOST_DAYS else None
    return day_in(typed)
