"""Days as exports write them, with a time or without one: read where only one day can be meant.

A day is kept as one number, a stamp: seconds since the day 0 of the calendar, in UTC where a zone is named. 01/02/2026
is kept as the second of January until the other cells of the column have told which of the two numbers is the month.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from itertools import repeat
from operator import sub
from typing import Final

DAY: Final = 86400
NEVER: Final = -DAY
"""The stamp of an empty cell, and of the year 1, by which reports say that it never was."""
UNREAD: Final = -2 * DAY
"""The stamp of a cell that is no day."""
UNDECIDED: Final = -3 * DAY
"""The stamp of a cell that may mean two days, as no other cell of the column tells."""
_EITHER: Final = 1 << 40
"""Added to a stamp that is read with the month first, where the day may come first as well."""

_SECOND_YEAR: Final = 366 * DAY
"""The first stamp after the year 1."""
_FIRST: Final = (
    (dt.datetime(1, 1, 1), "0001-01-01"),  # noqa: DTZ001, a cell without a zone stays without one
    (dt.datetime(1, 1, 1, tzinfo=dt.UTC), "0001-01-01T00:00:00Z"),
)
"""The first moment without a zone and with one, and how a cell writes it."""
_NUMBERS: Final = re.compile(
    r"(?P<first>\d{1,2})(?P<by>[/.])(?P<second>\d{1,2})(?P=by)(?P<year>\d{4})"
    r"(?:,?\s+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second_of>\d{2})(?:[.,]\d+)?)?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?",
    re.ASCII,
)


class DaysOfColumn:
    """Reads the cells of one column, and hears from all of them whether the day or the month comes first."""

    def __init__(self) -> None:
        self._day_first = False
        self._month_first = False
        self.unread = ""
        """One of the cells that are no day; empty where all could be read."""
        self.either = ""
        """One of the cells that may mean two days; empty where none does."""

    def stamps(self, cells: Sequence[str]) -> list[int]:
        """The stamps of some cells: all at once where they are in the form of ISO 8601, with a zone or without one."""
        for first, never in _FIRST:
            try:
                written = cells if "" not in cells else [cell or never for cell in cells]
                since = map(sub, map(dt.datetime.fromisoformat, written), repeat(first))
                stamps = [(time.days + 1) * DAY + time.seconds for time in since]
            except (TypeError, ValueError):
                continue
            return stamps if min(stamps, default=0) >= _SECOND_YEAR else _without_never(stamps)
        return list(map(self.stamp, cells))

    def stamp(self, text: str) -> int:
        """The stamp of one cell."""
        try:
            moment = dt.datetime.fromisoformat(text)
        except ValueError:
            return self._otherwise(text)
        if moment.year == 1:
            return NEVER
        stamp = moment.toordinal() * DAY + moment.hour * 3600 + moment.minute * 60 + moment.second
        offset = moment.utcoffset()
        return stamp if offset is None else stamp - int(offset.total_seconds())

    def _otherwise(self, text: str) -> int:
        """The stamp of a cell that is not in the form of ISO 8601."""
        text = text.strip()
        if not text:
            return NEVER
        if text.endswith(" UTC"):
            return self.stamp(text.removesuffix(" UTC"))
        found = _NUMBERS.fullmatch(text)
        stamp = UNREAD if found is None else self._numbers(found)
        if stamp == UNREAD:
            self.unread = self.unread or text
        return stamp

    def _numbers(self, found: re.Match[str]) -> int:
        first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
        if year == 1:
            return NEVER
        time = _time(found)
        if time is None:
            return UNREAD
        if found["by"] == ".":
            return _stamp(year, second, first, time)
        if first == second:
            return _stamp(year, first, second, time)
        stamp = _stamp(year, second, first, time) if first > 12 else _stamp(year, first, second, time)
        if stamp == UNREAD:
            return UNREAD
        if first > 12:
            self._day_first = True
        elif second > 12:
            self._month_first = True
        else:
            self.either = self.either or found[0]
            stamp += _EITHER
        return stamp

    @property
    def is_decided(self) -> bool:
        """Whether every cell that could be read means one day."""
        return not self.either or self._day_first != self._month_first

    def decided(self, stamps: Sequence[int]) -> Sequence[int]:
        """The stamps, those that might have meant two days as the other cells say."""
        if not self.either:
            return stamps
        return [stamp if stamp < _EITHER else self._decide(stamp - _EITHER) for stamp in stamps]

    def _decide(self, stamp: int) -> int:
        if not self.is_decided:
            return UNDECIDED
        if self._month_first:
            return stamp
        day = dt.date.fromordinal(stamp // DAY)
        return _stamp(day.year, day.day, day.month, stamp % DAY)


def _without_never(stamps: Sequence[int]) -> list[int]:
    return [stamp if stamp >= _SECOND_YEAR else NEVER for stamp in stamps]


def _time(found: re.Match[str]) -> int | None:
    """The seconds since midnight; None where no clock shows that."""
    if found["hour"] is None:
        return 0
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second_of"] or 0)
    if found["half"] is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found["half"][0] in "Pp" else 0)
    return hour * 3600 + minute * 60 + second if hour < 24 and minute < 60 and second < 60 else None


def _stamp(year: int, month: int, day: int, time: int) -> int:
    try:
        return dt.date(year, month, day).toordinal() * DAY + time
    except ValueError:
        return UNREAD
