"""The questions that a row can be asked, a function each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from questionnaires.builds import Builds, MonthOfBuilds
from questionnaires.export import Export, Role
from questionnaires.exported import CountedFrom, RowTest, RowTestPart
from questionnaires.text import letters_of, one_line
from scoring.exports.cells import Unread, Value
from scoring.exports.outcomes import Outcome, Untold
from scoring.exports.releases import has_release, in_support, is_hotpatch

_MOST_QUOTED: Final = 40
_BY_ROLE: Final[dict[Role, str]] = {
    Role.NAME: "the name",
    Role.RING: "the ring",
    Role.RELEASE: "the release",
    Role.HOTPATCHED: "whether they take the release without a restart",
    Role.EDITION: "the edition",
}


@dataclass(frozen=True, slots=True)
class RowAsked:
    """One row, or one combination of cells that many rows have."""

    export: Export
    cells: Mapping[str, Value]
    """What its columns say; of a column that the file lacks nothing stands here."""
    builds: Builds
    month: MonthOfBuilds | None
    deadline: int | None
    """The days from the release to the deadline of its ring; None where nobody knows."""
    day: dt.date
    """The day that the file shows."""

    def role(self, role: Role) -> Value | Untold:
        """What the column with this role says; untold where the file lacks it."""
        column = self.export.with_role(role)
        if column is None:
            return Untold(f"that only {_BY_ROLE[role]} could tell, which this report does not say")
        if column.id in self.cells:
            return self.cells[column.id]
        return Untold(f'that only the column "{column.headers[0]}" could tell, which the file lacks')

    def said(self, role: Role) -> Value:
        """What the column with this role says; nothing where the file lacks it."""
        said = self.role(role)
        return None if isinstance(said, Untold) else said


def ask(row: RowAsked, test: RowTestPart) -> Outcome:
    """What a row says to one question."""
    return _TESTS[test.test](row, test, row.cells.get(test.column))


def day_meant(row: RowAsked, test: RowTestPart) -> dt.date | Untold:
    """The day that a test names, with its days added."""
    if test.day is CountedFrom.FILE:
        start = row.day
    elif row.month is None:
        return Untold("for which no month with a known day of release is named")
    else:
        start = row.month.released
    days = test.days
    if test.day is CountedFrom.DEADLINE:
        if row.deadline is None:
            return Untold("in a ring whose deadline is not known, or in none")
        days += row.deadline
    return start + dt.timedelta(days=days)


def untold_of(cell: Unread) -> Untold:
    """That a cell cannot be read, with what it says."""
    return Untold(f'with "{one_line(cell.text, _MOST_QUOTED)}", which {cell.why}')


def _is(_row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
    if isinstance(cell, Unread):
        return untold_of(cell)
    if cell is None:
        return False
    return cell in test.words or letters_of(str(cell)) in map(letters_of, test.words)


def _is_not(row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
    outcome = _is(row, test, cell)
    return outcome if isinstance(outcome, Untold) else not outcome


def _filled(_row: RowAsked, _test: RowTestPart, cell: Value) -> Outcome:
    return cell is not None


def _empty(_row: RowAsked, _test: RowTestPart, cell: Value) -> Outcome:
    return cell is None


def _number(holds: Callable[[Decimal, Decimal], bool]) -> Callable[[RowAsked, RowTestPart, Value], Outcome]:
    def asked(_row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
        if isinstance(cell, Unread):
            return untold_of(cell)
        return isinstance(cell, Decimal) and test.number is not None and holds(cell, test.number)

    return asked


def _has_bits(cell: Decimal, bits: Decimal) -> bool:
    return cell >= 0 and int(cell) & int(bits) == int(bits)


def _day(holds: Callable[[dt.date, dt.date], bool]) -> Callable[[RowAsked, RowTestPart, Value], Outcome]:
    def asked(row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
        if isinstance(cell, Unread):
            return untold_of(cell)
        if not isinstance(cell, int):
            return False
        meant = day_meant(row, test)
        return meant if isinstance(meant, Untold) else holds(dt.date.fromordinal(cell), meant)

    return asked


def _current(row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
    if row.month is None:
        return Untold("for which no month with known builds is named")
    release = row.said(Role.RELEASE)
    column = row.export.with_role(Role.RELEASE)
    build = None if column is not None and column.id == test.column else cell
    return has_release(row.month, build, release, row.role(Role.HOTPATCHED))


def _not_current(row: RowAsked, test: RowTestPart, cell: Value) -> Outcome:
    outcome = _current(row, test, cell)
    return outcome if isinstance(outcome, Untold) else not outcome


def _hotpatched(row: RowAsked, _test: RowTestPart, cell: Value) -> Outcome:
    if row.month is None:
        return Untold("for which no month with known builds is named")
    return is_hotpatch(row.month, cell)


def _in_support(row: RowAsked, _test: RowTestPart, cell: Value) -> Outcome:
    return in_support(row.builds, row.day, cell, row.role(Role.EDITION))


_TESTS: Final[dict[RowTest, Callable[[RowAsked, RowTestPart, Value], Outcome]]] = {
    RowTest.IS: _is,
    RowTest.IS_NOT: _is_not,
    RowTest.FILLED: _filled,
    RowTest.EMPTY: _empty,
    RowTest.AT_LEAST: _number(lambda cell, number: cell >= number),
    RowTest.AT_MOST: _number(lambda cell, number: cell <= number),
    RowTest.HAS_BITS: _number(_has_bits),
    RowTest.SINCE: _day(lambda cell, meant: cell >= meant),
    RowTest.BEFORE: _day(lambda cell, meant: cell < meant),
    RowTest.CURRENT: _current,
    RowTest.NOT_CURRENT: _not_current,
    RowTest.HOTPATCHED: _hotpatched,
    RowTest.IN_SUPPORT: _in_support,
}
