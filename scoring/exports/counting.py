"""One way of counting, applied to the rows of one export: how many count, out of how many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from questionnaires.builds import MonthOfBuilds
from questionnaires.export import Exported, Role, RowTest
from questionnaires.text import letters_of
from scoring.exports.cells import Value
from scoring.exports.listing import Listing
from scoring.exports.outcomes import Outcome, Untold, every, some
from scoring.exports.row_tests import RowAsked, ask
from scoring.exports.rows import Found
from scoring.exports.table import Occasion


@dataclass(slots=True)
class Sums:
    """What was counted in one ring, or in several."""

    above: int = 0
    below: int = 0
    absent: int = 0
    """On the list and in no row."""
    listed: int = 0
    """On the list."""
    values: Counter[Decimal | int] = field(default_factory=Counter)
    """What the rows that count have in the column that is looked at, and how many each."""
    without_value: int = 0
    """Rows that count and have nothing there."""
    untold: Counter[Untold] = field(default_factory=Counter)

    def add(self, other: Sums) -> None:
        """Takes in what was counted in another ring."""
        self.above += other.above
        self.below += other.below
        self.absent += other.absent
        self.listed += other.listed
        self.values += other.values
        self.without_value += other.without_value
        self.untold += other.untold


@dataclass(frozen=True, slots=True)
class Counting:
    """Everything that one way of counting needs but the rows."""

    way: Exported
    listing: Listing
    occasion: Occasion
    month: MonthOfBuilds | None

    def letters(self, ring: int) -> str | None:
        """The letters of a ring's name."""
        return letters_of(self.listing.rings[ring]) if ring >= 0 else None


def needed(way: Exported, found: Found) -> Iterator[str]:
    """The columns that a way of counting needs and the file lacks."""
    export = found.table.export
    release = export.with_role(Role.RELEASE)
    has_release = release is not None and release.id in found.columns
    for test in way.tests:
        by_release = test.test in (RowTest.CURRENT, RowTest.NOT_CURRENT) and has_release
        if test.column not in found.columns and not by_release:
            yield test.column
    if way.column is not None and way.column not in found.columns:
        yield way.column


def count_rows(counting: Counting, found: Found) -> dict[int, Sums]:
    """What counts, by ring: -1 is that of those whose ring the list does not say."""
    listing = counting.listing
    by_ring = {ring: Sums() for ring in range(-1, len(listing.rings))}
    for ring, sums in by_ring.items():
        sums.listed = listing.size(ring)
    present = Counter(listing.ring_of[one] for one in found.present)
    for ring, sums in by_ring.items():
        sums.absent = sums.listed - present[ring]
        _count_absent(counting, found, ring, sums)
    columns = _columns(counting.way, found)
    for ring, values, count in found.patterns(listing, columns):
        row = _row(counting, found, ring, dict(zip(columns, values, strict=True)))
        _count_row(counting.way, row, count, by_ring[ring])
    return {ring: sums for ring, sums in by_ring.items() if sums.listed}


def _columns(way: Exported, found: Found) -> list[str]:
    export = found.table.export
    roles = (Role.RELEASE, Role.HOTPATCHED, Role.EDITION)
    besides = [column.id for role in roles if (column := export.with_role(role)) is not None]
    asked = [test.column for test in way.tests]
    looks_further = any(test.test in _LOOKING_FURTHER for test in way.tests)
    wanted = [*asked, *(besides if looks_further else ()), *((way.column,) if way.column else ())]
    return sorted({name for name in wanted if name in found.columns})


_LOOKING_FURTHER = (RowTest.CURRENT, RowTest.NOT_CURRENT, RowTest.IN_SUPPORT)
"""The tests that look at further columns, by their roles."""


def _row(counting: Counting, found: Found, ring: int, cells: dict[str, Value]) -> RowAsked:
    table = found.table
    return RowAsked(table.export, cells, counting.occasion, counting.month, counting.letters(ring), table.day)


def _count_row(way: Exported, row: RowAsked, count: int, sums: Sums) -> None:
    outcome = _asked(way, row)
    if isinstance(outcome, Untold):
        sums.untold[outcome] += count
        return
    inside, counts = outcome
    sums.below += count if inside else 0
    if not counts:
        return
    sums.above += count
    value = row.cells.get(way.column) if way.column else None
    if isinstance(value, Decimal | int):
        sums.values[value] += count
    else:
        sums.without_value += count


def _asked(way: Exported, row: RowAsked) -> tuple[bool, bool] | Untold:
    inside = every(ask(row, test) for test in way.among)
    if isinstance(inside, Untold) or not inside:
        return inside if isinstance(inside, Untold) else (False, False)
    outcomes = (ask(row, test) for test in way.counts)
    counts: Outcome = some(outcomes) if way.any_counts else every(outcomes)
    return counts if isinstance(counts, Untold) else (True, counts)


def _count_absent(counting: Counting, found: Found, ring: int, sums: Sums) -> None:
    """Who has no row is a row that says nothing, where it is counted out of the whole list."""
    if not counting.way.listed or not sums.absent:
        return
    inside = every(ask(_row(counting, found, ring, {}), test) for test in counting.way.among)
    if isinstance(inside, Untold):
        sums.untold[inside] += sums.absent
    elif inside:
        sums.below += sums.absent
        sums.above += sums.absent if counting.way.absent_counts else 0


def until_share(way: Exported, sums: Sums, released: dt.date) -> int | None:
    """The days from the release until the share had what counts; None while it has not. A day before counts as 0."""
    wanted = -(-sums.below * (way.share or 100) // 100)
    had = 0
    for day, count in sorted(sums.values.items()):
        had += count
        if had >= wanted:
            return max(0, int(day) - released.toordinal())
    return None
