"""Which day an export shows: it does not say so itself."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from typing import Final

_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHED: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_APART: Final = dt.timedelta(days=2)
"""By how much the newest row may differ from the day: reports are made once a day, and lag by another."""
_NEVER: Final = 1970
"""Years before it stand for never."""


def said_of_day(day: dt.date, is_told: bool, cells: Collection[str]) -> str | None:
    """What to know about the day of an export, by how its cells begin that say when a row was true.

    None where its newest row is about as old as that.
    """
    texts = [cell.strip() for cell in cells]
    try:
        newest = max(_days(texts), default=None)
    except _Ambiguous:
        return f"in its rows, days cannot be told from months; whether they are of {day} was not looked at"
    if newest is None or abs(newest - day) <= _APART:
        return None
    apart, side = abs((newest - day).days), "before" if newest < day else "after"
    whose = "which was named as its day" if is_told else "when the file was written; name its day if that is another"
    return f"its newest row is of {newest}, {apart} days {side} {day}, {whose}"


class _Ambiguous(ValueError):
    """Days such as 01/02/2026, none of which tells which part is the month."""


def _days(texts: Collection[str]) -> Iterator[dt.date]:
    slashed = [found for text in texts if (found := _SLASHED.match(text))]
    is_day_first = any(int(found[1]) > 12 for found in slashed)
    if slashed and is_day_first == any(int(found[2]) > 12 for found in slashed):
        raise _Ambiguous
    forms = ((_ISO, 1, 2, 3), (_DOTTED, 3, 2, 1), (_SLASHED, 3, *((2, 1) if is_day_first else (1, 2))))
    for pattern, year, month, day in forms:
        for match in filter(None, map(pattern.match, texts)):
            with suppress(ValueError):  # no day of the calendar
                shown = dt.date(int(match[year]), int(match[month]), int(match[day]))
                if shown.year >= _NEVER:
                    yield shown
