"""The rows of an export that are about what is listed: a few bytes for each, whatever the size of the file."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress, islice
from operator import not_
from typing import Final

from questionnaires.export import Role
from scoring.exports.cells import Value, keys_of, names_of
from scoring.exports.columns import Column, Days, Texts, kept
from scoring.exports.listing import Listing
from scoring.exports.table import Row, Table

_AT_ONCE: Final = 1024
"""Rows: of more, the first cells have left the cache of a processor when the last ones come."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked at in an export."""

    columns: frozenset[str] = frozenset()
    """Of the rows about what is listed."""
    whole: frozenset[tuple[str, ...]] = frozenset()
    """Of all rows: columns whose cells are counted together."""


@dataclass(slots=True, eq=False)
class Found:
    """The rows of one export that are about what is listed."""

    table: Table
    columns: dict[str, Column]
    listed: array[int] = field(default_factory=lambda: array("l"))
    """For each row kept, whom on the list it is about."""
    keys: array[int] = field(default_factory=lambda: array("q"))
    """For each row kept, its key as a number, where the two are held together by names."""
    whole: dict[tuple[str, ...], Counter[tuple[int, ...]]] = field(default_factory=dict)
    """Of the whole file, the combinations of cells in some columns, and how many keys have each first."""
    everybody: int = 0
    """How many keys the whole file has, where that is asked."""
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
    rings: array[int] = field(default_factory=lambda: array("l"))
    """For each row kept, the ring of whom it is about."""
    stands: bytearray = field(default_factory=bytearray)
    """For everybody on the list, whether they have a row that counts."""
    rings_there: frozenset[int] = frozenset()
    """The rings of those."""
    absent: array[int] = field(default_factory=lambda: array("l"))
    """Those on the list who have none."""

    @property
    def places(self) -> Sequence[int]:
        """The places of the rows that count."""
        return range(len(self.listed)) if self.chosen is None else self.chosen

    @property
    def ones(self) -> Sequence[int]:
        """Whom on the list the rows that count are about."""
        return self.listed if self.chosen is None else [self.listed[place] for place in self.chosen]

    def of_rows(self, marks: Sequence[int]) -> Iterable[int] | None:
        """For each row kept, what is marked of whom it is about."""
        return map(marks.__getitem__, self.listed) if marks else None

    def patterns(
        self, marks: Sequence[Iterable[int] | None], columns: Sequence[str]
    ) -> Iterator[tuple[tuple[int, ...], dict[str, Value], int]]:
        """Each combination of marks and cells that occurs, and how many of the rows that count have it.

        `marks` say something of each row kept; None says 0 of each.
        """
        read = [self.columns[name].values() for name in columns]
        told = [one for one in marks if one is not None]
        rows: Iterable[tuple[int, ...]] = zip(*told, *(cells for cells, _ in read), strict=True)
        if self.chosen is not None:
            counted = bytearray(len(self.listed))
            for place in self.chosen:
                counted[place] = 1
            rows = compress(rows, counted)
        for pattern, count in Counter(rows).items():
            codes = iter(pattern)
            marked = tuple(0 if one is None else next(codes) for one in marks)
            cells = (values[place] for place, (_, values) in zip(codes, read, strict=True))
            yield marked, dict(zip(columns, cells, strict=True)), count

    def patterns_of_all(self, columns: tuple[str, ...]) -> Iterator[tuple[dict[str, Value], int]]:
        """Each combination of cells that occurs in the whole file, and how many keys have it in their first row."""
        read = [column.distinct() for name in columns if isinstance(column := self.columns[name], Texts)]
        for places, count in self.whole[columns].items():
            cells = (values[place] for place, values in zip(places, read, strict=True))
            yield dict(zip(columns, cells, strict=True)), count


def find(table: Table, listing: Listing, wanted: Wanted) -> Found:
    """Reads an export once and keeps, of those on the list, the wanted columns that it has."""
    export = table.export
    by_id = {column.id: column for column in export.columns}
    besides = {name for name in (export.latest, export.row_key) if name is not None}
    names = (wanted.columns | besides | {name for several in wanted.whole for name in several}) & set(table.columns)
    found = Found(table, {name: kept(by_id[name]) for name in sorted(names)})
    found.whole = {columns: Counter() for columns in sorted(wanted.whole) if names.issuperset(columns)}
    _take(found, listing)
    found.stands = _marked(found.listed, len(listing))
    if found.stands.count(1) < len(found.listed):  # else each stands in one row
        if found.keys:
            _drop_doubled(found)
        _choose_latest(found)
        found.stands = _marked(found.ones, len(listing))
    found.rings.extend(map(listing.ring_of.__getitem__, found.listed))
    found.rings_there = frozenset(compress(listing.ring_of, found.stands))
    found.absent.extend(compress(range(len(listing)), map(not_, found.stands)))
    return found


def _marked(ones: Iterable[int], count: int) -> bytearray:
    """For so many on the list, whether they are among these."""
    marks = bytearray(count)
    for one in ones:
        marks[one] = 1
    return marks


def joined_by(table: Table, listing: Listing) -> str | None:
    """The column by which the export is held against the list; None where one of them lacks it."""
    export = table.export
    name = export.with_role(Role.NAME)
    if listing.by_key and (name is None or export.key != name.id):
        return export.key if export.key in table.columns else None
    return name.id if name is not None and listing.by_name and name.id in table.columns else None


def is_by_name(table: Table, listing: Listing) -> bool:
    """Whether names hold the two together."""
    name = table.export.with_role(Role.NAME)
    return name is not None and joined_by(table, listing) == name.id


def _take(found: Found, listing: Listing) -> None:
    """Goes through all rows, some thousand at a time, column by column."""
    table = found.table
    joined = joined_by(table, listing)
    by_name = is_by_name(table, listing)
    as_keys: Callable[[Sequence[str]], list[str]] = names_of if by_name else keys_of
    listed = listing.by_name if by_name else listing.by_key
    place = None if joined is None else table.columns.index(joined)
    rows, seen = iter(table.rows), set[int]()
    while several := list(islice(rows, _AT_ONCE)):
        cells: list[Row] = list(zip(*several, strict=True))
        found.rows += len(several)
        _count_whole(found, cells, seen)
        if place is None:
            continue
        keys = as_keys(cells[place])
        ones = list(map(listed.get, keys))
        those = [one for one in ones if one is not None]
        wanted = None if len(those) == len(ones) else [one is not None for one in ones]
        found.without_key += keys.count("")
        found.listed.extend(those)
        if by_name:
            found.keys.extend(_keys(found, cells, wanted))
        for name, column in found.columns.items():
            column.take(cells[table.columns.index(name)], wanted)
    if joined is not None:
        found.unlisted = found.rows - len(found.listed) - found.without_key


def _count_whole(found: Found, cells: Sequence[Row], seen: set[int]) -> None:
    """Counts the combinations of cells of some thousand rows, in the first row of each key."""
    table = found.table
    if not found.whole:
        return
    new = [True] * len(cells[0])
    if table.export.key in table.columns:
        for place, key in enumerate(map(hash, keys_of(cells[table.columns.index(table.export.key)]))):
            new[place] = key not in seen
            seen.add(key)
    for columns, counts in found.whole.items():
        pairs = ((found.columns[name], cells[table.columns.index(name)]) for name in columns)
        codes = (column.codes(row) for column, row in pairs if isinstance(column, Texts))
        counts.update(compress(zip(*codes, strict=True), new))
    found.everybody += sum(new)


def _keys(found: Found, cells: Sequence[Row], wanted: Sequence[bool] | None) -> Iterable[int]:
    """What tells apart those of one name: the keys, or else the rows, of which each is then another."""
    table = found.table
    key = table.export.key
    name = table.export.with_role(Role.NAME)
    if key not in table.columns or (name is not None and key == name.id):
        return range(len(found.keys), len(found.listed))
    of_rows = cells[table.columns.index(key)]
    return map(hash, keys_of(of_rows if wanted is None else list(compress(of_rows, wanted))))


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
    export = found.table.export
    if export.many_rows and export.row_key not in found.columns:
        return
    before = found.places
    ones: Sequence[int | tuple[int, int]] = found.ones
    if export.many_rows and export.row_key is not None:
        codes, keys = found.columns[export.row_key].values()
        own = (codes[place] if keys[codes[place]] is not None else -1 - place for place in before)
        ones = list(zip(found.ones, own, strict=True))
    if len(set(ones)) == len(ones):
        return
    latest = found.columns.get(export.latest or "")
    stamps = latest.stamps() if isinstance(latest, Days) else None
    best: dict[int | tuple[int, int], int] = {}
    for place, one in zip(before, ones, strict=True):
        other = best.get(one)
        if other is None or stamps is None or stamps[place] >= stamps[other]:
            best[one] = place
    found.again = len(ones) - len(best)
    found.chosen = sorted(best.values())
