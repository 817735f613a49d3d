"""Figures of a service desk's tickets: those of the cycle, and those of its busiest day, out of all on the list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from maturity.rounds.round import Round
from questionnaires.builds import Builds, MonthOfBuilds
from questionnaires.faults import Fault, InvalidFile
from questionnaires.tickets import DATE, KEY, Tickets
from questionnaires.words import TicketsCounted
from scoring.criteria.criteria import Criterion
from scoring.exports.listing import Listing
from scoring.exports.sentences import report_so_far
from scoring.exports.table import Counted, Proposal, Table, Unfilled
from scoring.exports.tickets import AboutColumn, TicketsFound, count_tickets

NOT_SAID: Final = (
    "holds tickets, and no file says how they are written; write one with maturity figures --tickets FILE --template "
    "tickets.toml"
)
_NONE: Final = "Needs the service desk's tickets, and a file that says how they are written."
_GOES_ON: Final = "Its cycle ends with the next release, and later tickets count as well."
_APART: Final = dt.timedelta(days=2)
"""By how much the newest ticket may differ from the day of the file, before that is said."""
_QUIET_SINCE: Final = "Whether tickets after {} are missing is not known: name the day that the file shows."
_QUIET: Final = dt.timedelta(days=7)
"""Where a cycle ends without any ticket for longer, the file is more likely a copy that lost its day."""


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a cycle, as far as a file of tickets shows them."""

    first: dt.date
    last: dt.date
    so_far: str | None = None
    """Why tickets may be missing, in a sentence; None where the file shows the whole cycle."""
    apart: str = ""
    """How far the newest ticket is from the day of the file; empty where they are close to each other."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How tickets are written, and the cycle that is counted, from its release to the next."""

    tickets: Tickets | None
    month: MonthOfBuilds | None
    builds: Builds
    cycle: int
    today: dt.date

    def counted(self, tables: Sequence[Table], listing: Listing | None, found: Round) -> Counted:
        """What one file of tickets tells. Raises InvalidFile where there are several, or it turns out unusable."""
        criteria = [one for one in found.criteria if one.measure.tickets is not None]
        if len(tables) > 1:
            words = f"are tickets, and so are those of {tables[0].name}; give one file of them"
            raise InvalidFile([Fault(table.name, "", words) for table in tables[1:]])
        if not criteria or listing is None:
            return Counted((), ())
        if self.tickets is None or not tables:
            return _none(criteria, _NONE)
        if self.month is None:
            return _none(criteria, f"{tables[0].name}: the release is not known with which the cycle begins.")
        return self._proposed(tables[0], listing, criteria, self.month)

    def _days(self, table: Table, month: MonthOfBuilds, newest: dt.date | None) -> _Days:
        """From the release to the day before the next, as far as the file reaches: up to its day or its newest ticket,
        whichever is later. A file that was written on a day does not show the whole of it."""
        following = [one.released for one in self.builds.month if one.released > month.released]
        end = min(following) - dt.timedelta(days=1) if following else None
        day, newest = table.day, newest or table.day
        apart = f"Its newest ticket is of {newest}, and the file of {day}." if abs(newest - day) > _APART else ""
        reach = max(day, newest)
        if end is None or reach < end or (day == end and newest <= end and not table.is_day_told):
            return _Days(month.released, reach, _GOES_ON, apart)
        is_copied = newest < end - _QUIET and not table.is_day_told
        return _Days(month.released, end, _QUIET_SINCE.format(newest) if is_copied else None, apart)

    def _proposed(self, table: Table, listing: Listing, criteria: Sequence[Criterion], month: MonthOfBuilds) -> Counted:
        assert self.tickets is not None
        tickets = self.tickets
        about = [
            AboutColumn(tickets.column_of(place), tuple(word.casefold() for word in part.words))
            for place, part in enumerate(tickets.about)
        ]
        key = KEY if tickets.key is not None else None
        counted = count_tickets(table, DATE, about, key, listing.by_key, self.today)
        if counted.unread:
            return _none(criteria, f'{table.name}: not every cell of "{tickets.date}" is a day that can be read.')
        days = self._days(table, month, counted.newest)
        by_day = counted.within(days.first, days.last)
        numbers = {
            TicketsCounted.OF_CYCLE: sum(by_day.values()),
            TicketsCounted.OF_BUSIEST_DAY: max(by_day.values(), default=0),
        }
        columns = ", ".join((tickets.date, *(part.column for part in tickets.about)))
        report = f"{table.name}, {counted.rows:,} rows, {days.first} to {days.last}: {columns}"[:240]
        report = report_so_far(report, days.last) if days.so_far else report
        remarks = tuple(self._remarks(listing, counted, days))
        return Counted(
            tuple(
                Proposal(
                    one.id,
                    None,
                    self.cycle,
                    days.last,
                    Decimal(numbers[one.measure.tickets]),
                    Decimal(len(listing)),
                    report,
                    remarks,
                    so_far=days.so_far,
                    only_grows=True,
                )
                for one in criteria
                if one.measure.tickets is not None
            ),
            (),
        )

    def _remarks(self, listing: Listing, counted: TicketsFound, days: _Days) -> Iterator[str]:
        assert self.tickets is not None
        if days.apart:
            yield days.apart
        outside = sum(counted.days.values()) - sum(counted.within(days.first, days.last).values())
        if counted.about_others:
            yield _left_out(counted.about_others, "with none of the words")
        if outside:
            yield _left_out(outside, "from before or after these days")
        if counted.without_day:
            yield _left_out(counted.without_day, "without a day")
        if self.tickets.key is None:
            yield f"Tickets are counted whoever they are from: the file has to be one of these {listing.many} alone."
        elif counted.unlisted:
            yield _left_out(counted.unlisted, "about what is not on the list")


def _left_out(number: int, what: str) -> str:
    return f"Left out: {number:,} {'ticket' if number == 1 else 'tickets'} {what}."


def _none(criteria: Sequence[Criterion], reason: str) -> Counted:
    return Counted((), tuple(Unfilled(one.id, reason) for one in criteria))
