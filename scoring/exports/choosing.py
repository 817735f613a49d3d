"""Which of several files a figure is counted in, and whether they have what it needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from questionnaires.builds import MonthOfBuilds
from questionnaires.candidate import Candidate, Measure
from questionnaires.export import Role
from questionnaires.exported import Beside, Besides, CountedFrom, Exported, RowTest, What
from questionnaires.words import By
from scoring.exports import sentences
from scoring.exports.asking import needed
from scoring.exports.counting import whole_columns
from scoring.exports.listing import Listing
from scoring.exports.rows import Found, Wanted, joined_by
from scoring.exports.table import Table

_ABOUT_MONTH = (RowTest.CURRENT, RowTest.NOT_CURRENT, RowTest.HOTPATCHED)
_SINCE_MONTH = (CountedFrom.RELEASE, CountedFrom.DEADLINE)
_ROLES = (Role.RELEASE, Role.HOTPATCHED, Role.EDITION)


def wanted_of(table: Table, candidates: Iterable[Candidate]) -> Wanted:
    """What any way of counting looks at in an export."""
    export = table.export
    columns = {column.id for role in _ROLES if (column := export.with_role(role)) is not None}
    whole: set[tuple[str, ...]] = set()
    for way in (way for candidate in candidates for way in candidate.measure.exported):
        if way.export == export.id:
            columns.update(test.column for test in way.tests)
            columns.update((way.column,) if way.column else ())
            if way.what is What.DISTINCT:
                whole.add(whole_columns(way.among, way.column))
        if way.beside is not None and way.beside.export == export.id:
            columns.update(test.column for test in way.beside.tests)
        if way.beside is not None and way.beside.row is not None and export.id in (way.export, way.beside.export):
            columns.add(way.beside.row)
        if way.aim is not None and way.aim.export == export.id:
            whole.add(whole_columns(way.aim.among))
    return Wanted(frozenset(columns), frozenset(whole))


def is_of_cycle(measure: Measure, way: Exported) -> bool:
    """Whether a figure is about one month's release, so that a file from before it tells nothing of it."""
    return (
        By.CYCLE in measure.by
        or way.since_first
        or way.what is What.DAYS_UNTIL
        or any(test.test in _ABOUT_MONTH or test.day in _SINCE_MONTH for test in way.tests)
    )


def only_grows(way: Exported) -> bool:
    """Whether later days can only raise the figure of a cycle: out of a whole list, ever more have the release."""
    return way.listed and any(test.test is RowTest.CURRENT for test in way.counts)


@dataclass(frozen=True, slots=True)
class Files:
    """The exports that were read."""

    listing: Listing
    found: Sequence[Found]
    titles: Mapping[str, str]
    """What every export is called, by its id."""

    month: MonthOfBuilds | None = None
    """The month that is counted; None where nobody knows its release."""

    def of(self, export: str, since: dt.date | None = None) -> list[Found]:
        """The files of one export, the oldest first; those that show a day before `since` are none."""
        files = (one for one in self.found if one.table.export.id == export)
        return sorted((one for one in files if since is None or one.table.day >= since), key=lambda one: one.table.day)

    def since(self, measure: Measure, way: Exported) -> dt.date | None:
        """The release, where a way of counting takes no file from before it."""
        return self.month.released if self.month is not None and is_of_cycle(measure, way) else None

    def last(self, export: str, since: dt.date | None = None) -> Found | None:
        """The file that shows the latest day."""
        files = self.of(export, since)
        return files[-1] if files else None

    def first(self, export: str) -> Found | None:
        """The file that shows the earliest day."""
        files = self.of(export)
        return files[0] if files else None

    def beside(self, way: Exported, since: dt.date | None) -> Found | None:
        """The file that says something besides, where there is one that has the columns for it."""
        found = self.last(way.beside.export, self._since_beside(way, since)) if way.beside else None
        if way.beside is None or found is None or any(needed(way.beside.tests, None, found)):
            return None
        return found

    def _since_beside(self, way: Exported, since: dt.date | None) -> dt.date | None:
        """From when on a file may say who counts: since the release, where the file that is counted in is of a later
        day. What only adds to those who count is taken from any."""
        own = self.last(way.export, since)
        if way.beside is None or way.beside.what is Besides.ALSO or self.month is None or own is None:
            return since
        return self.month.released if own.table.day >= self.month.released else since

    def by_ring(self, export: str, since: dt.date | None) -> dict[int, Found]:
        """For each ring the latest file in which any of it stands; else the latest file."""
        files = self.of(export, since)
        rings = dict.fromkeys(self.listing.sizes, files[-1])
        for one in files:
            rings.update(dict.fromkeys(one.rings_there, one))
        return rings

    def cannot(self, way: Exported, since: dt.date | None) -> str | None:
        """Why the files do not allow a way of counting; None where they do."""
        return next(self._hindrances(way, since), None)

    def _hindrances(self, way: Exported, since: dt.date | None) -> Iterator[str]:
        files = self.of(way.export)
        if not self.of(way.export, since):
            yield self._too_old(files[-1])
            return
        for found in {id(one): one for one in self.by_ring(way.export, since).values()}.values():
            if joined_by(found.table, self.listing) is None:
                yield sentences.not_joined(found.table, self.listing)
            lacking = dict.fromkeys(needed(way.tests, way.column, found))
            if lacking:
                yield sentences.lacks(found.table, list(lacking))
        if way.since_first and len({one.table.day for one in files}) < 2:
            yield sentences.needs_two(files[-1].table)
        if way.beside is not None and way.beside.what is not Besides.ALSO and self.beside(way, since) is None:
            yield self._without(way.beside, self._since_beside(way, since))

    def _without(self, beside: Beside, since: dt.date | None) -> str:
        """Why no file says what is asked besides."""
        files = self.of(beside.export)
        if not files:
            return sentences.needs_file([self.titles[beside.export]])
        if self.last(beside.export, since) is None:
            return self._too_old(files[-1])
        return sentences.lacks(files[-1].table, list(needed(beside.tests, None, files[-1])))

    def _too_old(self, found: Found) -> str:
        assert self.month is not None
        return sentences.before_release(found.table, self.month)
