"""The cells of one column of an export, kept in a few bytes each."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from itertools import compress, repeat
from operator import floordiv
from typing import Final

from questionnaires.export import ExportColumn, Holds
from scoring.exports.cells import Unread, Value, reader
from scoring.exports.days import DAY, NEVER, UNDECIDED, DaysOfColumn

_LONGEST: Final = 100
"""Characters of a cell that are kept: no word, build or number is longer."""


class _Codes(dict[str, int]):
    """A number for each distinct text, given when it is first met."""

    def __missing__(self, text: str) -> int:
        if len(text) > _LONGEST:
            return self[text[:_LONGEST]]
        code = len(self)
        self[text] = code
        return code


Values = Sequence[Value] | Mapping[int, Value]
"""What cells say, by place."""


class Texts:
    """The cells of a column of words, texts, builds or numbers: a number each, and each distinct text once."""

    def __init__(self, column: ExportColumn) -> None:
        self._read = reader(column)
        self._codes = _Codes()
        self._cells = array("l")

    def take(self, cells: Sequence[str], wanted: Sequence[bool] | None) -> None:
        """Keeps the wanted cells of some rows."""
        self._cells.extend(map(self._codes.__getitem__, cells if wanted is None else compress(cells, wanted)))

    def codes(self, cells: Sequence[str]) -> list[int]:
        """The places of cells among the values, kept or not."""
        return list(map(self._codes.__getitem__, cells))

    def distinct(self) -> list[Value]:
        """The values."""
        return [self._read(text) for text in self._codes]

    def values(self) -> tuple[Sequence[int], Values]:
        """For each row the place of its value, and the values."""
        return self._cells, self.distinct()


class Days:
    """The cells of a column of days: the moment each, until the whole column is known."""

    def __init__(self) -> None:
        self.days = DaysOfColumn()
        self._stamps = array("q")
        self._days: array[int] | None = None

    def take(self, cells: Sequence[str], wanted: Sequence[bool] | None) -> None:
        """Keeps the wanted cells of some rows; all tell whether the month comes first, where that matters."""
        self._stamps.extend(self.days.stamps(cells if wanted is None else list(compress(cells, wanted))))
        if wanted is not None and "/" in "".join(cells):
            for cell in cells:
                if "/" in cell:
                    self.days.stamp(cell)

    def stamps(self) -> Sequence[int]:
        """The moment of each row."""
        return self.days.decided(self._stamps)

    def values(self) -> tuple[Sequence[int], Values]:
        """For each row the day as its ordinal, and what that says."""
        if self._days is None:
            self._days = array("l", map(floordiv, self.stamps(), repeat(DAY)))
        return self._days, {day: self._value(day) for day in set(self._days)}

    def _value(self, day: int) -> Value:
        if day > 0:
            return day
        if day == UNDECIDED // DAY:
            return Unread(self.days.either, "may mean two days; have the report written with days such as 2026-11-20")
        return None if day == NEVER // DAY else Unread(self.days.unread)


Column = Texts | Days


def kept(column: ExportColumn) -> Column:
    """Where the cells of a column are kept, by what they hold."""
    return Days() if column.holds is Holds.DAY else Texts(column)
