"""The rows of an export: its known columns alone, however many cells a line has."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from operator import itemgetter, length_hint
from typing import Final

from maturity.exports.columns import Columns
from maturity.exports.limits import MOST_ROWS
from maturity.exports.records import Records
from questionnaires.faults import Fault, InvalidFile
from questionnaires.reading import said_of
from questionnaires.text import one_line
from scoring.exports.table import Row

_DAY: Final = 12
"""Characters at the beginning of a cell that hold its day, however it is written, and a digit of its time."""
_MOST_DAYS: Final = 10_000
"""More than real files have; with so many different ones nobody can say which day it is."""


class Rows:
    """The rows of one file, one by one, from the start whenever somebody asks for them.

    Raises InvalidFile at the end where some could not be read.
    """

    def __init__(self, records: Records, columns: Columns, headers: Sequence[str], name: str) -> None:
        self._records = records
        self._columns = columns
        self._headers = headers
        self._name = name
        self.is_empty = True
        """Whether there is none, once all were taken."""
        self.days: set[str] = set()
        """How the cells begin that say when a row was true."""
        self.long = 0
        """How many rows were left out, as they have more filled cells than there are headers."""
        self.first_long = 0
        """The line of the first of them."""

    def __iter__(self) -> Iterator[Row]:
        return chain.from_iterable(self._ways())  # a generator inside a generator would cost a tenth of the time

    def _ways(self) -> Iterator[Iterator[Row]]:
        """The rows as fast as can be; where a line is not well formed, those from there on."""
        self.is_empty, self.days, self.long, self.first_long = True, set(), 0, 0
        numbers = iter(range(MOST_ROWS))
        self._is_well_formed = True
        yield self._taken(self._records.strictly, numbers)
        if not self._is_well_formed:
            taken = max(0, MOST_ROWS - length_hint(numbers) - 1)  # one is that of the record which is not well formed
            yield self._taken(lambda _: self._records.carefully(taken), iter(range(MOST_ROWS - taken)))
        if self._records.faults:
            raise InvalidFile(self._records.faults)

    def _taken(self, begun: Callable[[Iterator[int]], Iterator[list[str]]], numbers: Iterator[int]) -> Iterator[Row]:
        """The rows of the records that are begun, as long as there are numbers for them."""
        width, days = len(self._headers), self.days
        pick = _picker([places[0] for places in self._columns.places.values()])
        twins, place = _twins(self._columns), self._place_of_latest()
        with self._told():
            records = begun(numbers)
            for _, cells in zip(numbers, records, strict=False):
                if len(cells) != width and not self._is_fitted(cells, width):
                    continue
                if twins:
                    self._compare(cells, twins)
                row = pick(cells)
                if place is not None and row[place]:
                    days.add(row[place][:_DAY])
                    if len(days) > _MOST_DAYS:
                        place = None
                elif not any(row):
                    continue
                self.is_empty = False
                yield row
            if not length_hint(numbers) and next(records, None) is not None:
                words = f"is one of more than the {MOST_ROWS:,} rows that are read"
                raise InvalidFile([Fault(self._name, f"line {self._records.line}", words)])

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Notes that a record is not well formed, and says of what else is wrong whose fault it is."""
        try:
            with said_of(self._name):
                yield
        except csv.Error:
            self._is_well_formed = False

    def _place_of_latest(self) -> int | None:
        """Where in a row it stands when the row was true."""
        latest = self._columns.export.latest
        return self._columns.ids.index(latest) if latest in self._columns.ids else None

    def _is_fitted(self, cells: list[str], width: int) -> bool:
        """Makes a row as wide as the headers; False where it is left out: empty, or cells would have to be guessed."""
        if not cells:
            return False
        if any(cells[width:]):
            self.long += 1
            self.first_long = self.first_long or self._records.line
            return False
        cells.extend([""] * (width - len(cells)))
        return True

    def _compare(self, cells: list[str], twins: dict[str, tuple[int, ...]]) -> None:
        """Two columns for one meaning have to say the same; where they do not, nobody can tell which one counts."""
        for column, places in tuple(twins.items()):
            if len({cells[place].strip().casefold() for place in places}) > 1:
                named = " and ".join(f'"{one_line(self._headers[place].strip(), 60)}"' for place in places)
                words = f"{named} are one column by their headers, and say different things; leave one out"
                self._records.refuse(words)
                del twins[column]


def _picker(places: Sequence[int]) -> Callable[[list[str]], Row]:
    """Takes the cells at these places out of a line."""
    if len(places) == 1:
        place = places[0]
        return lambda cells: (cells[place],)
    return itemgetter(*places)


def _twins(columns: Columns) -> dict[str, tuple[int, ...]]:
    """The columns that stand in the file more than once."""
    return {column: places for column, places in columns.places.items() if len(places) > 1}
