"""What a way of counting asks of rows: everything that it needs but the rows themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questionnaires.builds import MonthOfBuilds
from questionnaires.export import Role
from questionnaires.exported import Exported, RowTest, RowTestPart
from questionnaires.text import letters_of
from scoring.exports.cells import Value
from scoring.exports.listing import Listing
from scoring.exports.row_tests import RowAsked
from scoring.exports.rows import Found
from scoring.exports.table import Occasion


@dataclass(frozen=True, slots=True)
class Counting:
    """Everything that one way of counting needs but the rows."""

    way: Exported
    listing: Listing
    occasion: Occasion
    month: MonthOfBuilds | None
    latest: dt.date
    """The latest day that any file of its export shows."""
    beside: Found | None = None
    """The rows of the export that says something besides; None where none does, or where there is no file."""
    first: Found | None = None
    """The rows of the earliest file, where only what stands in it counts."""

    def ring(self, ring: int) -> str:
        """What a ring is called."""
        return self.listing.rings[ring] if ring >= 0 else "those without ring"

    def deadline(self, ring: int) -> int | None:
        """The days from the release to the deadline of a ring."""
        return self.occasion.deadlines.get(letters_of(self.listing.rings[ring])) if ring >= 0 else None

    def row(self, found: Found, ring: int, cells: dict[str, Value]) -> RowAsked:
        """A row, or the lack of one, as it is asked."""
        table = found.table
        return RowAsked(table.export, cells, self.occasion.builds, self.month, self.deadline(ring), table.day)


def needed(tests: Sequence[RowTestPart], column: str | None, found: Found) -> Iterator[str]:
    """The columns that tests, and what is looked at besides, need and the file lacks."""
    release = found.table.export.with_role(Role.RELEASE)
    has_release = release is not None and release.id in found.columns
    for test in tests:
        by_release = test.test in (RowTest.CURRENT, RowTest.NOT_CURRENT) and has_release
        if test.column not in found.columns and not by_release:
            yield test.column
    if column is not None and column not in found.columns:
        yield column


def looked_at(tests: Sequence[RowTestPart], column: str | None, found: Found) -> list[str]:
    """The columns of a file that some tests look at, with one more and with those by which builds are told."""
    export = found.table.export
    roles = (Role.RELEASE, Role.HOTPATCHED, Role.EDITION)
    besides = [one.id for role in roles if (one := export.with_role(role)) is not None]
    looks_further = any(test.test in _LOOKING_FURTHER for test in tests)
    wanted = {*(test.column for test in tests), *(besides if looks_further else ()), *((column,) if column else ())}
    return sorted(wanted & found.columns.keys())


_LOOKING_FURTHER = (RowTest.CURRENT, RowTest.NOT_CURRENT, RowTest.IN_SUPPORT)
"""The tests that look at further columns, by their roles."""
