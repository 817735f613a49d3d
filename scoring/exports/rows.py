"""The rows of an export that are about what is listed: a few bytes for each, whatever the size of the file."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice
from typing import Final

from questionnaires.export import ExportColumn, Holds, Role
from questionnaires.text import letters_of
from scoring.exports.cells import Unread, Value, key_of, reader
from scoring.exports.days import DAY, NEVER, DaysOfColumn
from scoring.exports.listing import Listing
from scoring.exports.table import Row, Table

_AT_ONCE: Final = 4096


class _Codes(dict[str, int]):
    """A number for each distinct text, given when it is first met."""

    def __missing__(self, text: str) -> int:
        code = len(self)
        self[text] = code
        return code


class _Texts:
    """The cells of a column of words, texts, builds or numbers: a number each, and each distinct text once."""

    def __init__(self, column: ExportColumn) -> None:
        self._read = reader(column)
        self._codes = _Codes()
        self._cells = array("l")

    def take(self, cells: Sequence[str], wanted: Sequence[bool] | None) -> None:
        """Keeps the wanted cells of some rows."""
        self._cells.extend(map(self._codes.__getitem__, cells if wanted is None else compress(cells, wanted)))

    def values(self) -> tuple[Sequence[int], list[Value]]:
        """For each row a place among the values, and the values."""
        return self._cells, [self._read(text) for text in self._codes]


class _Days:
    """The cells of a column of days: the moment each, until the whole column is known."""

    def __init__(self) -> None:
        self.days = DaysOfColumn()
        self._stamps = array("q")

    def take(self, cells: Sequence[str], wanted: Sequence[bool] | None) -> None:
        """Keeps the wanted cells of some rows; all tell whether the month comes first, where that matters."""
        stamp = self.days.stamp
        if wanted is None:
            self._stamps.extend(map(stamp, cells))
            return
        self._stamps.extend(map(stamp, compress(cells, wanted)))
        if "/" in "".join(cells):
            for cell in cells:
                if "/" in cell:
                    stamp(cell)

    def stamps(self) -> list[int]:
        """The moment of each row."""
        return self.days.decided(self._stamps)

    def values(self) -> tuple[Sequence[int], list[Value]]:
        """For each row a place among the values, and the values: days as their ordinals."""
        places: dict[int, int] = {}
        cells = [places.setdefault(stamp // DAY, len(places)) for stamp in self.stamps()]
        return cells, [self._value(day) for day in places]

    def _value(self, day: int) -> Value:
        if day > 0:
            return day
        return None if day == NEVER // DAY else Unread(self.days.unread or self.days.either)


@dataclass(slots=True)
class Found:
    """The rows of one export that are about what is listed."""

    table: Table
    columns: dict[str, _Texts | _Days]
    listed: array[int] = field(default_factory=lambda: array("l"))
    """For each row kept, whom on the list it is about."""
    keys: array[int] = field(default_factory=lambda: array("q"))
    """For each row kept, its key as a number, where the list is one of names."""
    rows: int = 0
    """How many rows the file has."""
    without_key: int = 0
    unlisted: int = 0
    again: int = 0
    """Rows that a later row of the same one goes before."""
    doubled: int = 0
    """Names on the list under which the file has several."""
    chosen: Sequence[int] | None = None
    """The places of the rows that count; None where all do."""

    @property
    def present(self) -> set[int]:
        """Who on the list has a row that counts."""
        return set(self.listed) if self.chosen is None else {self.listed[place] for place in self.chosen}

    def patterns(self, listing: Listing, columns: Sequence[str]) -> Iterator[tuple[int, tuple[Value, ...], int]]:
        """Each combination of ring and cells that occurs, and how many of the rows that count have it."""
        read = [self.columns[name].values() for name in columns]
        rings = [listing.ring_of[place] for place in self.listed]
        rows: Iterable[tuple[int, ...]] = zip(rings, *(cells for cells, _ in read), strict=True)
        if self.chosen is not None:
            kept = bytearray(len(self.listed))
            for place in self.chosen:
                kept[place] = 1
            rows = compress(rows, kept)
        for (ring, *places), count in Counter(rows).items():
            values = tuple(values[place] for place, (_, values) in zip(places, read, strict=True))
            yield ring, values, count


def find(table: Table, listing: Listing, wanted: Iterable[str]) -> Found:
    """Reads an export once and keeps, of those on the list, the wanted columns that it has."""
    export = table.export
    by_id = {column.id: column for column in export.columns}
    names = {*wanted, *((export.latest,) if export.latest else ())} & set(table.columns)
    columns = {name: _Days() if by_id[name].holds is Holds.DAY else _Texts(by_id[name]) for name in sorted(names)}
    found = Found(table, columns)
    _take(found, listing)
    if listing.is_by_name:
        _drop_doubled(found)
    if not export.many_rows:
        _choose_latest(found)
    return found


def joins(table: Table, listing: Listing) -> str | None:
    """The column by which the export is held against the list; None where it lacks that."""
    name = table.export.with_role(Role.NAME)
    wanted = (name.id if name else None) if listing.is_by_name else table.export.key
    return wanted if wanted in table.columns else None


def _take(found: Found, listing: Listing) -> None:
    """Goes through all rows, some thousand at a time, column by column."""
    table = found.table
    joined = joins(table, listing)
    if joined is None:
        return
    place = table.columns.index(joined)
    key_place = table.columns.index(table.export.key) if table.export.key in table.columns else place
    as_key: Callable[[str], str] = _name if listing.is_by_name else key_of
    places = {name: table.columns.index(name) for name in found.columns}
    rows = iter(table.rows)
    while several := list(islice(rows, _AT_ONCE)):
        cells: list[Row] = list(zip(*several, strict=True))
        keys = list(map(as_key, cells[place]))
        wanted = list(map(listing.by_key.__contains__, keys))
        found.rows += len(keys)
        found.without_key += keys.count("")
        all_wanted = all(wanted)
        found.listed.extend(map(listing.by_key.__getitem__, compress(keys, wanted)))
        if listing.is_by_name:
            found.keys.extend(map(hash, map(key_of, compress(cells[key_place], wanted))))
        for name, column in found.columns.items():
            column.take(cells[places[name]], None if all_wanted else wanted)
    found.unlisted = found.rows - len(found.listed) - found.without_key


def _name(text: str) -> str:
    text = text.strip()
    return letters_of(text) if text else ""


def _drop_doubled(found: Found) -> None:
    """Leaves out names under which the file has several: which of them is meant cannot be told."""
    first: dict[int, int] = {}
    doubled: set[int] = set()
    for one, key in zip(found.listed, found.keys, strict=True):
        if first.setdefault(one, key) != key:
            doubled.add(one)
    if doubled:
        found.doubled = len(doubled)
        found.chosen = [place for place, one in enumerate(found.listed) if one not in doubled]


def _choose_latest(found: Found) -> None:
    """Of several rows of one, the one with the latest day counts; of equal ones the last."""
    before = range(len(found.listed)) if found.chosen is None else found.chosen
    if len({found.listed[place] for place in before}) == len(before):
        return
    latest = found.columns.get(found.table.export.latest or "")
    stamps = latest.stamps() if isinstance(latest, _Days) else None
    best: dict[int, int] = {}
    for place in before:
        one = found.listed[place]
        other = best.get(one)
        if other is None or stamps is None or stamps[place] >= stamps[other]:
            best[one] = place
    found.again = len(before) - len(best)
    found.chosen = sorted(best.values())
