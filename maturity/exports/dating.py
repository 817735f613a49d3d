"""Which day an export shows: it does not say so itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Final

_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MOST_APART: Final = dt.timedelta(days=2)
_NEVER: Final = 1900
"""Years up to which a day stands for never."""


def newest_of(days: Iterable[str]) -> dt.date | None:
    """The newest day among the beginnings of cells; None where there is none, or where days and months look alike."""
    dotted_first = True  # the day, as wherever dots are written
    slashed = [found for text in days if (found := _SLASHED.match(text.strip()))]
    is_day_first = any(int(found[1]) > 12 for found in slashed)
    if slashed and is_day_first == any(int(found[2]) > 12 for found in slashed):
        return None
    known = [
        *(_day(found[1], found[2], found[3]) for text in days if (found := _ISO.match(text.strip()))),
        *(
            _day(found[3], found[2], found[1])
            for text in days
            if (found := _DOTTED.match(text.strip())) and dotted_first
        ),
        *(_day(found[3], *((found[2], found[1]) if is_day_first else (found[1], found[2]))) for found in slashed),
    ]
    return max((day for day in known if day is not None and day.year > _NEVER), default=None)


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


def said_of_day(day: dt.date, newest: dt.date | None, is_told: bool) -> str | None:
    """What to know about the day, in a sentence; None where the newest row is about as old as it."""
    if newest is None or abs(newest - day) <= _MOST_APART:
        return None
    apart = abs((newest - day).days)
    side = "before" if newest < day else "after"
    whose = "the day that was named for it" if is_told else "the day on which the file was written"
    return f"its newest row is of {newest}, {apart} days {side} {day}, {whose}"
