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


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a cycle, as far as a file of tickets can show them."""

    first: dt.date
    last: dt.date
    is_over: bool
    """Whether the file is of a day after the last one; else later tickets will count as well."""


@dataclass(frozen=True, slots=True)
class Desk:
    """How tickets are written, and the cycle that is counted, from its release to the next."""

    tickets: Tickets | None
    month: MonthOfBuilds | None
    builds: Builds
    cycle: int

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
        return self._proposed(tables[0], listing, criteria, self._days(tables[0], self.month))

    def _days(self, table: Table, month: MonthOfBuilds) -> _Days:
        following = [one.released for one in self.builds.month if one.released > month.released]
        end = min(following) - dt.timedelta(days=1) if following else None
        if end is None or end >= table.day:
            return _Days(month.released, table.day, is_over=False)
        return _Days(month.released, end, is_over=True)

    def _proposed(self, table: Table, listing: Listing, criteria: Sequence[Criterion], days: _Days) -> Counted:
        assert self.tickets is not None
        tickets = self.tickets
        about = [
            AboutColumn(tickets.column_of(place), tuple(word.casefold() for word in part.words))
            for place, part in enumerate(tickets.about)
        ]
        key = KEY if tickets.key is not None else None
        counted = count_tickets(table, DATE, about, key, listing.by_key)
        if counted.unread:
            return _none(criteria, f'{table.name}: not every cell of "{tickets.date}" is a day that can be read.')
        by_day = counted.within(days.first, days.last)
        numbers = {
            TicketsCounted.OF_CYCLE: sum(by_day.values()),
            TicketsCounted.OF_BUSIEST_DAY: max(by_day.values(), default=0),
        }
        columns = ", ".join((tickets.date, *(part.column for part in tickets.about)))
        so_far = None if days.is_over else "Its cycle ends with the next release, and later tickets count as well."
        report = f"{table.name}, {counted.rows:,} rows, {days.first} to {days.last}: {columns}"[:240]
        report = report_so_far(report, days.last) if so_far else report
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
                    so_far=so_far,
                )
                for one in criteria
                if one.measure.tickets is not None
            ),
            (),
        )

    def _remarks(self, listing: Listing, counted: TicketsFound, days: _Days) -> Iterator[str]:
        assert self.tickets is not None
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
