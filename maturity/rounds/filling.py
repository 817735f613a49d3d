"""Figures of the pilot filled from saved exports: all files are read, or what is wrong with any of them is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Final

from maturity.exports.reading import OpenExport, open_export
from maturity.exports.source import Progress
from maturity.rounds.filled import ExportRead, Filled
from maturity.rounds.filling_cycle import against, cycle_of
from maturity.rounds.filling_figures import Beside, figures_of, not_filled_of
from maturity.rounds.filling_files import Asked, Known, Sorted, sort_files
from maturity.rounds.filling_occasion import RingDays, deadlines_of, month_of, unknown_rings
from maturity.rounds.filling_tickets import NOT_SAID, Desk
from maturity.rounds.round import Round
from questionnaires import Fault, InvalidFile, Questionnaire, name_of
from questionnaires.actuals import Actuals
from questionnaires.builds import MonthOfBuilds
from questionnaires.export import Export
from questionnaires.text import letters_of
from questionnaires.tickets import Tickets
from scoring.exports.figures import count_exports
from scoring.exports.listing import Listing, read_listing
from scoring.exports.table import Counted, Occasion, Table

MOST_RINGS: Final = 15
"""That a file of the pilot's figures names."""
_LAST: Final = 1000
"""Days: a ring of which nobody knows the deadline comes after all others."""

Telling = Callable[[str], Progress]
"""Gives what is to be told how far a file of this name is read."""


def _nobody(_name: str) -> Progress:
    return lambda _done, _size: None


def fill(asked: Asked, found: Round, there: Actuals | None, today: dt.date, telling: Telling = _nobody) -> Filled:
    """What the files tell of the criteria of a round, beside the figures that are `there` already.

    Raises InvalidFile with everything that is wrong with any of the files: then none of them is used.
    """
    questionnaire = found.comparison.questionnaire
    if not questionnaire.exports:
        words = "names no export to count figures in; enter them by hand: maturity gate --template"
        raise InvalidFile([Fault(questionnaire.head.id, "export", words)])
    faults: list[Fault] = []
    files = sort_files(asked, known_of(questionnaire), faults)
    exports = exports_read(questionnaire, files.tickets)
    with ExitStack() as stack:
        opened = _opened(files, exports, today, telling, stack, faults)
        if faults:
            raise InvalidFile(_with_faults_inside(opened, faults))
        return _Filling(asked, found, there, today, files, opened).filled()


def known_of(questionnaire: Questionnaire) -> Known:
    """What the options mean that name a file."""
    exports = questionnaire.exports
    pilot_list = next((one.id for one in exports if one.is_list), None)
    return Known(pilot_list, next((one.id for one in exports if one.is_tickets), None))


def exports_read(questionnaire: Questionnaire, tickets: Tickets | None) -> tuple[Export, ...]:
    """The exports that a file may be; tickets as somebody has said that they are written, if anybody has."""
    exports = questionnaire.exports
    return tuple(tickets.export(one) if one.is_tickets and tickets is not None else one for one in exports)


def _opened(
    files: Sorted, exports: Sequence[Export], today: dt.date, telling: Telling, stack: ExitStack, faults: list[Fault]
) -> list[OpenExport]:
    opened = []
    for path, told in files.exports:
        try:
            progress = telling(path.name)
            export = stack.enter_context(open_export(path, exports, today, told=told, progress=progress))
        except InvalidFile as error:
            faults += error.faults
        else:
            if files.tickets is None and export.table.export.is_tickets:
                faults.append(Fault(name_of(path), "", NOT_SAID))
            else:
                opened.append(export)
    return opened


def _with_faults_inside(exports: Iterable[OpenExport], faults: Iterable[Fault]) -> list[Fault]:
    """Some faults, and what is wrong besides with the rows of the files that nobody has read to their end."""
    found = list(faults)
    for one in exports:
        if not one.is_read:
            try:
                for _ in one:
                    pass
            except InvalidFile as error:
                found += (fault for fault in error.faults if fault not in faults)  # those that stopped it are known
    return found


@dataclass(frozen=True, slots=True)
class _Filling:
    """Files that could be opened, and what they are counted for."""

    asked: Asked
    found: Round
    there: Actuals | None
    today: dt.date
    files: Sorted
    opened: Sequence[OpenExport]

    def filled(self) -> Filled:
        tables = [one.table for one in self.opened]
        listed = next((table for table in tables if table.export.is_list), None)
        listing = read_listing(listed, tables) if listed is not None else None
        deadlines = self._deadlines(listing.rings if listing is not None else ())
        rings = tuple(one.ring for one in deadlines)
        names, faults = self._named(listing, rings)
        reports = [table for table in tables if not table.export.is_list]
        days = [table.day for table in reports if not table.export.is_tickets] or [table.day for table in reports]
        month = self._month(max(days, default=self.today), faults)
        cycle = cycle_of(self.there, month, self.files.builds, self.asked.cycle)
        by_letters = {letters_of(one.ring): one.days for one in deadlines if one.days is not None}
        occasion = Occasion(self.files.builds, month.month if month else None, cycle.number, by_letters, self.today)
        counted = self._counted(occasion, listing, faults)
        desk = Desk(self.files.tickets, month, self.files.builds, cycle.number, self.today)
        of_tickets = desk.counted([one for one in tables if one.export.is_tickets], listing, self.found)
        there = {table.export.id for table in tables}
        beside = Beside(self.found, self.there, self.today, names, month.month if month else None)
        proposed = figures_of((*counted.proposals, *of_tickets.proposals), beside)
        builds = self.files.builds
        others = list(against(proposed.figures, self.there, month, cycle, builds)) if month is not None else []
        if proposed.faults or others:
            raise InvalidFile([*proposed.faults, *others])
        return Filled(
            proposed.figures,
            not_filled_of((*counted.unfilled, *of_tickets.unfilled), self.found, there),
            (*(words for one in self.opened for words in one.remarks), *counted.remarks, *_days_of_files(reports)),
            tuple(ExportRead(table.name, table.export.title, table.day) for table in tables),
            tuple(dict.fromkeys(names.values())),
            deadlines,
            month.month if month else None,
            month.released if month else None,
            cycle.number,
            self.files.own_builds,
            counted.lacking,
        )

    def _deadlines(self, rings: Sequence[str]) -> tuple[RingDays, ...]:
        """The rings of the list, the first to have its deadline before the others."""
        by_hand = {**self.files.builds.deadlines, **self.asked.deadlines}
        found = deadlines_of(rings, self.found.comparison.questionnaire, by_hand)
        return tuple(sorted(found, key=lambda one: _LAST if one.days is None else one.days))

    def _counted(self, occasion: Occasion, listing: Listing | None, faults: list[Fault]) -> Counted:
        counted_in = [one.table for one in self.opened if not one.table.export.is_tickets]
        try:
            counted = count_exports(counted_in, self.found.comparison.questionnaire, occasion, listing)
        except InvalidFile as error:
            raise InvalidFile(_with_faults_inside(self.opened, [*faults, *error.faults])) from error
        if faults or counted.faults:
            raise InvalidFile(_with_faults_inside(self.opened, [*faults, *counted.faults]))
        return counted

    def _month(self, day: dt.date, faults: list[Fault]) -> MonthOfBuilds | None:
        """The month that was named, else that of the newest file."""
        builds, named = self.files.builds, self.asked.month
        if named is None:
            return month_of(builds, day)
        month = builds.of(named)
        if month is None:
            known = max((one.month for one in builds.month), default="none")
            words = f"has no builds of {named}; the last it has are of {known}: add that month to a file of builds"
            faults.append(Fault(self.files.own_builds or "builds.toml", "", words))
        return month

    def _named(self, listing: Listing | None, rings: Sequence[str]) -> tuple[dict[str, str], list[Fault]]:
        """By the letters of a ring of the list, how the pilot's figures call it; and what is wrong with these."""
        if listing is None:
            return {}, []
        name, faults = listing.name, []
        if len(rings) > MOST_RINGS:
            faults.append(Fault(name, "", f"has {len(rings)} rings; a pilot has at most {MOST_RINGS}"))
        if others := unknown_rings(self.asked.deadlines, rings):
            faults.append(Fault(name, "", f"has no ring {_quoted(others)}, of which a deadline was named"))
        if self.there is None:
            return {letters_of(ring): ring for ring in rings}, faults
        known = {letters_of(ring): ring for ring in self.there.pilot.rings}
        if new := [ring for ring in rings if letters_of(ring) not in known]:
            words = ", ".join(self.there.pilot.rings) or "none"
            faults.append(
                Fault(name, "", f"has {_quoted(new)}, but the rings in pilot.rings are: {words}; name the same in both")
            )
        return {letters_of(ring): known.get(letters_of(ring), ring) for ring in rings}, faults


def _days_of_files(reports: Iterable[Table]) -> Iterator[str]:
    """Which reports are taken to show the day on which they were written, in one sentence."""
    by_day: dict[dt.date, list[str]] = {}
    for table in (table for table in reports if not table.is_day_told):
        by_day.setdefault(table.day, []).append(table.name)
    if by_day:
        days = "; ".join(f"{day} for {', '.join(by_day[day])}" for day in sorted(by_day))
        yield f"The day is that of the file where nobody has named another: {days}."


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
