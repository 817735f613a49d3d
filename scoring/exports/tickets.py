"""Tickets of a service desk, counted by the day on which they were opened."""

from __future__ import annotations

import datetime as dt
from array import array
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from scoring.exports.cells import key_of
from scoring.exports.days import DAY, NEVER, DaysOfColumn
from scoring.exports.table import Table


@dataclass(frozen=True, slots=True)
class AboutColumn:
    """A column, and the words of which a cell contains one where its ticket counts, without capitals."""

    column: str
    words: tuple[str, ...]

    def has_one(self, cell: str) -> bool:
        """Whether the cell contains one of the words."""
        text = cell.casefold()
        return any(word in text for word in self.words)


@dataclass(slots=True)
class TicketsFound:
    """What a file of tickets holds; days are those of the tickets that count."""

    rows: int = 0
    about_others: int = 0
    """Tickets that contain none of the words."""
    unlisted: int = 0
    """Tickets that count by their words, and are about what is not on the list."""
    without_day: int = 0
    days: Counter[dt.date] = field(default_factory=Counter)
    newest: dt.date | None = None
    """The latest day up to today of any ticket, whatever it is about: so far the file reaches."""
    unread: str = ""
    """A cell that is no day, or may be two; empty where each could be read. Then nothing can be told."""

    def within(self, first: dt.date, last: dt.date) -> Counter[dt.date]:
        """The tickets of these days, both included."""
        return Counter({day: count for day, count in self.days.items() if first <= day <= last})


def count_tickets(
    table: Table, date: str, about: Sequence[AboutColumn], key: str | None, listed: Container[str], today: dt.date
) -> TicketsFound:
    """Reads a file of tickets once. Where there is a `key`, only those count that are about what is `listed`."""
    found, column, stamps, others = TicketsFound(), DaysOfColumn(), array("q"), array("q")
    date_place = table.columns.index(date)
    places = [(table.columns.index(one.column), one) for one in about]
    key_place = table.columns.index(key) if key is not None else None
    for row in table.rows:
        found.rows += 1
        stamp = column.stamp(row[date_place])  # also of those that do not count: they tell which number is the month
        if not any(one.has_one(row[place]) for place, one in places):
            found.about_others += 1
            others.append(stamp)
        elif key_place is not None and key_of(row[key_place]) not in listed:
            found.unlisted += 1
            others.append(stamp)
        else:
            stamps.append(stamp)
    if column.unread or not column.is_decided:
        found.unread = column.unread or column.either
        return found
    for stamp in column.decided(stamps):
        if stamp == NEVER:
            found.without_day += 1
        else:
            found.days[dt.date.fromordinal(stamp // DAY)] += 1
    last = today.toordinal()
    days = {*map(dt.date.toordinal, found.days), *(stamp // DAY for stamp in column.decided(others) if stamp != NEVER)}
    newest = max((day for day in days if day <= last), default=None)
    found.newest = None if newest is None else dt.date.fromordinal(newest)
    return found
