"""Which of several files a figure is counted in, and whether they have what it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from questionnaires.candidate import Candidate
from questionnaires.export import Role
from questionnaires.exported import Besides, Exported, What
from scoring.exports import sentences
from scoring.exports.asking import needed
from scoring.exports.counting import whole_columns
from scoring.exports.listing import Listing
from scoring.exports.rows import Found, Wanted, joined_by
from scoring.exports.table import Table

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


@dataclass(frozen=True, slots=True)
class Files:
    """The exports that were read."""

    listing: Listing
    found: Sequence[Found]
    titles: Mapping[str, str]
    """What every export is called, by its id."""

    def of(self, export: str) -> list[Found]:
        """The files of one export, the oldest first."""
        return sorted((one for one in self.found if one.table.export.id == export), key=lambda one: one.table.day)

    def last(self, export: str) -> Found | None:
        """The file that shows the latest day."""
        files = self.of(export)
        return files[-1] if files else None

    def first(self, export: str) -> Found | None:
        """The file that shows the earliest day."""
        files = self.of(export)
        return files[0] if files else None

    def beside(self, way: Exported) -> Found | None:
        """The file that says something besides, where there is one that has the columns for it."""
        found = self.last(way.beside.export) if way.beside else None
        if way.beside is None or found is None or any(needed(way.beside.tests, None, found)):
            return None
        return found

    def by_ring(self, export: str) -> dict[int, Found]:
        """For each ring the latest file in which any of it stands; else the latest file."""
        files = self.of(export)
        rings = dict.fromkeys(self.listing.sizes, files[-1])
        for one in files:
            rings.update(dict.fromkeys(one.rings_there, one))
        return rings

    def cannot(self, way: Exported) -> str | None:
        """Why the files do not allow a way of counting; None where they do."""
        return next(self._hindrances(way), None)

    def _hindrances(self, way: Exported) -> Iterator[str]:
        files = self.of(way.export)
        for found in {id(one): one for one in self.by_ring(way.export).values()}.values():
            if joined_by(found.table, self.listing) is None:
                yield sentences.not_joined(found.table, self.listing)
            lacking = dict.fromkeys(needed(way.tests, way.column, found))
            if lacking:
                yield sentences.lacks(found.table, list(lacking))
        if way.since_first and len({one.table.day for one in files}) < 2:
            yield sentences.needs_two(files[-1].table)
        if way.beside is not None and way.beside.what is not Besides.ALSO and self.beside(way) is None:
            files = self.of(way.beside.export)
            if not files:
                yield sentences.needs_file([self.titles[way.beside.export]])
            else:
                yield sentences.lacks(files[-1].table, list(needed(way.beside.tests, None, files[-1])))
