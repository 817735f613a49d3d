"""One way of counting, applied to the rows of one export: how many count, out of how many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import compress, repeat
from operator import not_

from questionnaires.builds import MonthOfBuilds
from questionnaires.export import Role
from questionnaires.exported import Besides, Exported, RowTest, RowTestPart
from questionnaires.text import letters_of
from scoring.exports.cells import Unread, Value
from scoring.exports.listing import Listing
from scoring.exports.outcomes import Outcome, Untold, every, some
from scoring.exports.row_tests import RowAsked, ask, untold_of
from scoring.exports.rows import Found
from scoring.exports.table import Occasion

Amount = Decimal | int | str


@dataclass(slots=True)
class Sums:
    """What was counted in one ring, or in several."""

    above: int = 0
    below: int = 0
    absent: int = 0
    """On the list and in no row."""
    listed: int = 0
    """On the list."""
    values: Counter[Amount] = field(default_factory=Counter)
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


def count_rows(counting: Counting, found: Found) -> dict[int, Sums]:
    """What counts, by ring: -1 is that of those whose ring the list does not say."""
    way, listing = counting.way, counting.listing
    beside, outcomes = _beside(counting)
    first = counting.first.stands if counting.first is not None else b""
    by_ring = {ring: Sums(listed=count) for ring, count in sorted(Counter(listing.ring_of).items())}
    columns = looked_at(way.tests, way.column, found)
    for (ring, mark, was), cells, count in found.patterns((listing.ring_of, beside, first), columns):
        row = counting.row(found, ring, cells)
        counts = (ask(row, test) for test in way.counts)
        outcome = some(counts) if way.any_counts else every(counts)
        _count(counting, row, (outcome, outcomes[mark], bool(was) or not first), count, by_ring[ring])
    marks = zip(listing.ring_of, beside or repeat(0), first or repeat(0), strict=False)
    for (ring, mark, was), count in Counter(compress(marks, map(not_, found.stands))).items():
        by_ring[ring].absent += count
        if way.listed:
            row = counting.row(found, ring, {})
            outcome = way.absent_counts
            _count(counting, row, (outcome, outcomes[mark], bool(was) or not first), count, by_ring[ring])
    return by_ring


def _count(counting: Counting, row: RowAsked, outcomes: tuple[Outcome, Outcome, bool], count: int, sums: Sums) -> None:
    """Counts some rows that say the same: by their own word, by what is said besides, by whether they were first."""
    way = counting.way
    own, beside, was = outcomes
    inside = every(ask(row, test) for test in way.among)
    if way.beside is not None and way.beside.what is Besides.AMONG:
        inside = every((inside, beside))
    elif way.beside is not None:
        own = some((own, beside))
    counts = every((own, was))
    untold = inside if isinstance(inside, Untold) else counts if inside else None
    if isinstance(untold, Untold):
        sums.untold[untold] += count
    elif inside:
        sums.below += count
        if counts:
            _take(row.cells.get(way.column or ""), count, sums)


def _take(value: Value, count: int, sums: Sums) -> None:
    """Counts some rows above the line, with what they have in the column that is looked at."""
    sums.above += count
    if isinstance(value, Unread):
        sums.untold[untold_of(value)] += count
    elif isinstance(value, Decimal | int):
        sums.values[value] += count
    elif isinstance(value, str):
        sums.values[letters_of(value)] += count
    else:
        sums.without_value += count


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


def _beside(counting: Counting) -> tuple[Sequence[int], list[Outcome]]:
    """For everybody on the list, which of the outcomes the other export gives; without a row there, no.

    Without another export there is nothing to tell of anybody.
    """
    outcomes: list[Outcome] = [False]
    part, found = counting.way.beside, counting.beside
    if part is None or found is None:
        return (), outcomes
    marks = [0] * len(counting.listing)
    columns = looked_at(part.tests, None, found)
    everybody = range(len(counting.listing))
    for (one,), cells, _ in found.patterns((everybody,), columns):
        row = counting.row(found, counting.listing.ring_of[one], cells)
        outcome = every(ask(row, test) for test in part.tests)
        if outcome not in outcomes:
            outcomes.append(outcome)
        marks[one] = outcomes.index(outcome)
    return marks, outcomes


def size_of(counting: Counting, found: Found, tests: Sequence[RowTestPart]) -> int | Untold:
    """How many of a whole file pass some tests, on the list or not."""
    if not tests:
        return found.everybody
    size = 0
    for cells, count in found.patterns_of_all(whole_columns(tests)):
        outcome = every(ask(counting.row(found, -1, cells), test) for test in tests)
        if isinstance(outcome, Untold):
            return outcome
        size += count if outcome else 0
    return size


def distinct_of(counting: Counting, found: Found, column: str) -> int | Untold:
    """How many different texts a column of a whole file has, in rows that pass the tests of what is counted out of."""
    texts: set[str] = set()
    for cells, _ in found.patterns_of_all(whole_columns(counting.way.among, column)):
        outcome = every(ask(counting.row(found, -1, cells), test) for test in counting.way.among)
        if isinstance(outcome, Untold):
            return outcome
        value = cells[column]
        if outcome and isinstance(value, str):
            texts.add(letters_of(value))
    return len(texts)


def whole_columns(tests: Sequence[RowTestPart], column: str | None = None) -> tuple[str, ...]:
    """The columns of a whole file that some tests look at; with one more where that is looked at as well."""
    return tuple(sorted({test.column for test in tests} | ({column} if column is not None else set())))


def until_share(way: Exported, sums: Sums, released: dt.date) -> int | None:
    """The days from the release until the share had what counts; None while it has not. A day before counts as 0."""
    wanted = -(-sums.below * (way.share or 100) // 100)
    had = 0
    days = sorted((day, count) for day, count in sums.values.items() if isinstance(day, int))
    for day, count in days:
        had += count
        if had >= wanted:
            return max(0, day - released.toordinal())
    return None
