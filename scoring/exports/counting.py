"""One way of counting, applied to the rows of one export: how many count, out of how many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from questionnaires.exported import Besides, Exported, RowTestPart
from questionnaires.text import letters_of
from scoring.exports.asking import Counting, looked_at
from scoring.exports.beside import said_beside
from scoring.exports.cells import Unread, Value
from scoring.exports.outcomes import Outcome, Untold, every, some
from scoring.exports.row_tests import RowAsked, ask, untold_of
from scoring.exports.rows import Found

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


def count_rows(counting: Counting, found: Found) -> dict[int, Sums]:
    """What counts, by ring: -1 is that of those whose ring the list does not say."""
    way, listing = counting.way, counting.listing
    said = said_beside(counting, found)
    first = counting.first.stands if counting.first is not None else b""
    by_ring = {ring: Sums(listed=count) for ring, count in listing.sizes.items()}
    columns = looked_at(way.tests, way.column, found)
    marks = (found.rings, said.of_rows or None, found.of_rows(first))
    for (ring, mark, was), cells, count in found.patterns(marks, columns):
        row = counting.row(found, ring, cells)
        counts = (ask(row, test) for test in way.counts)
        outcome = some(counts) if way.any_counts else every(counts)
        _count(counting, row, (outcome, said.outcomes[mark], bool(was) or not first), count, by_ring[ring])
    absent = ((listing.ring_of[one], _mark(said.of_listed, one), _mark(first, one)) for one in found.absent)
    for (ring, mark, was), count in Counter(absent).items():
        by_ring[ring].absent += count
        if way.listed:
            row = counting.row(found, ring, {})
            outcome = way.absent_counts
            _count(counting, row, (outcome, said.outcomes[mark], bool(was) or not first), count, by_ring[ring])
    return by_ring


def _mark(marks: Sequence[int], one: int) -> int:
    """What is marked of one on the list; without marks 0."""
    return marks[one] if marks else 0


def _count(counting: Counting, row: RowAsked, outcomes: tuple[Outcome, Outcome, bool], count: int, sums: Sums) -> None:
    """Counts some rows that say the same: by their own word, by what is said besides, by whether they were first."""
    way = counting.way
    own, beside, was = outcomes
    inside = every(ask(row, test) for test in way.among)
    match way.beside.what if way.beside is not None else None:
        case Besides.AMONG:
            inside = every((inside, beside))
        case Besides.COUNTS:
            own = every((own, beside))
        case Besides.ALSO:
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
