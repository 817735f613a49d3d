"""The list of what is in the pilot: each with its ring, found in an export by its key or its name."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from questionnaires.export import Export, Role
from questionnaires.faults import Fault
from questionnaires.ring import MOST_RINGS
from questionnaires.text import letters_of, one_line
from scoring.exports.cells import keys_of, names_of
from scoring.exports.table import Table

_MOST_QUOTED: Final = 40
_AT_ONCE: Final = 1024
"""Rows: of more, the first cells have left the cache of a processor when the last ones come."""
_LONGEST: Final = 200
"""Characters by which rings are told apart."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Everybody on the list, by number in its order."""

    name: str
    """The file."""
    one: str
    many: str
    """What one of it and several are called."""
    by_key: dict[str, int]
    """By key; empty where the list has none."""
    by_name: dict[str, int]
    """By name, where no other on the list has the same; empty where the list has none."""
    rings: tuple[str, ...]
    """The names of the rings, as the list writes them first."""
    ring_of: array[int]
    """For each on the list, the place of its ring among `rings`; -1 where it has none."""
    sizes: Mapping[int, int]
    """How many are in each ring, in the order of the rings; those without one first."""
    remarks: tuple[str, ...]
    faults: tuple[Fault, ...] = ()
    """What has to be mended before anything can be counted out of it."""

    def __len__(self) -> int:
        return len(self.ring_of)

    def counted(self, number: int) -> str:
        """A number of them in words."""
        return f"{number:,} {self.one if number == 1 else self.many}"


class _Reading:
    """What is known of a list while its rows come."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.one = table.export.one or "row"
        self.places: dict[str, int] = {}
        self.names: dict[str, int] = {}
        self.doubled: set[str] = set()
        self.rows = array("l")
        self.ring_of = array("l")
        self.rings: dict[str, int] = {}
        """By what a cell says, and by its letters."""
        self.ring_names: list[str] = []
        self.faults: list[Fault] = []
        self.without_key = 0
        self.again = 0

    @property
    def named(self) -> dict[str, int]:
        """By name, where no other has the same."""
        if not self.doubled:
            return self.names
        return {name: place for name, place in self.names.items() if name not in self.doubled}

    def take(self, first: int, keys: Sequence[str], names: Sequence[str], rings: Sequence[int]) -> None:
        """Takes some rows in, whose numbers from `first` are those of a spreadsheet: at once where all are new."""
        places = range(len(self.rows), len(self.rows) + len(rings))
        by_key, by_name = dict(zip(keys, places, strict=False)), dict(zip(names, places, strict=False))
        if _are_new(by_key, len(keys), self.places) and _are_new(by_name, len(names), self.names):
            self.places.update(by_key)
            self.names.update(by_name)
            self.rows.extend(range(first, first + len(rings)))
            self.ring_of.extend(rings)
            return
        for place, ring in enumerate(rings):
            self._row(first + place, keys[place] if keys else None, names[place] if names else "", ring)

    def _row(self, number: int, key: str | None, name: str, ring: int) -> None:
        """Takes one row in; without keys, each that has a name is another."""
        if not (name if key is None else key):
            self.without_key += 1
            return
        place = len(self.rows) if key is None else self.places.setdefault(key, len(self.rows))
        if place == len(self.rows):
            self.rows.append(number)
            self.ring_of.append(ring)
            if name and self.names.setdefault(name, place) != place:
                self.doubled.add(name)
        elif self.ring_of[place] == ring:
            self.again += 1
        else:
            self.faults.append(self._two_rings(number, place, ring))

    def rings_of(self, cells: Sequence[str]) -> list[int]:
        """The places of the rings that some cells name."""
        places = {text: self.ring(text) for text in dict.fromkeys(cells)}
        return list(map(places.__getitem__, cells))

    def ring(self, text: str) -> int:
        """The place of a ring, by the letters of its name."""
        place = self.rings.get(text)
        if place is None:
            place = self.rings[text[:_LONGEST]] = self._ring(text.strip()[:_LONGEST])
        return place

    def _ring(self, text: str) -> int:
        if not text:
            return -1
        place = self.rings.setdefault(letters_of(text), len(self.ring_names))
        if place == len(self.ring_names):
            self.ring_names.append(one_line(text, _MOST_QUOTED))
        return place

    def _two_rings(self, number: int, place: int, ring: int) -> Fault:
        first, second = (f'"{self.ring_names[one]}"' if one >= 0 else "no ring" for one in (self.ring_of[place], ring))
        words = f"the {self.one} of row {self.rows[place]} is in {first} there and in {second} here; keep one"
        return Fault(self.table.name, f"row {number}", words)


def nobody(table: Table) -> Listing:
    """What can be said of a list that cannot be read."""
    return _listing(_Reading(table), has_keys=True, faults=())


def read_listing(table: Table, others: Iterable[Table]) -> Listing:
    """The list, read once to its end. Its names are kept where it has no keys, or one of the others has names alone."""
    reading = _Reading(table)
    by_name = any(_is_by_name(one.export) for one in others)
    key_place, name_place, ring_place = (_place(table, column) for column in _columns(table))
    has_either = key_place is not None or name_place is not None
    rows, first = iter(table.rows), 2
    while several := list(islice(rows, _AT_ONCE)):
        columns = list(zip(*several, strict=True))
        rings = [-1] * len(several) if ring_place is None else reading.rings_of(columns[ring_place])
        if has_either:
            keys = [] if key_place is None else keys_of(columns[key_place])
            names = names_of(columns[name_place]) if name_place is not None and (by_name or not keys) else []
            reading.take(first, keys, names, rings)
        first += len(several)
    return _listing(reading, has_keys=key_place is not None or not has_either, faults=_faults(reading, has_either))


def _faults(reading: _Reading, has_either: bool) -> Iterator[Fault]:
    name = reading.table.name
    if not has_either:
        yield Fault(name, "", f"has neither keys nor names; add a column with the key of each {reading.one}")
        return
    if not reading.rows:
        yield Fault(name, "", f"lists no {reading.one}; give one in each row")
    if len(reading.ring_names) > MOST_RINGS:
        yield Fault(name, "", f"has {len(reading.ring_names)} rings; a pilot has at most {MOST_RINGS}")
    yield from reading.faults


def _are_new(some: Mapping[str, int], count: int, known: Mapping[str, int]) -> bool:
    """Whether none of so many names is empty, stands there twice, or is known."""
    return len(some) == count and "" not in some and known.keys().isdisjoint(some)


def _is_by_name(export: Export) -> bool:
    """Whether names tell apart what an export is about."""
    name = export.with_role(Role.NAME)
    return name is not None and name.id == export.key


def _columns(table: Table) -> Iterator[str | None]:
    yield table.export.key
    for role in (Role.NAME, Role.RING):
        column = table.export.with_role(role)
        yield column.id if column else None


def _place(table: Table, column: str | None) -> int | None:
    return table.columns.index(column) if column in table.columns else None


def _listing(reading: _Reading, has_keys: bool, faults: Iterable[Fault]) -> Listing:
    export = reading.table.export
    sizes = dict(sorted(Counter(reading.ring_of).items()))
    return Listing(
        reading.table.name,
        reading.one,
        export.many or "rows",
        reading.places,
        reading.named,
        tuple(reading.ring_names),
        reading.ring_of,
        sizes,
        tuple(_remarks(reading, has_keys, sizes.get(-1, 0))),
        tuple(faults),
    )


def _remarks(reading: _Reading, has_keys: bool, without_ring: int) -> Iterator[str]:
    name, one = reading.table.name, reading.one
    if not has_keys and reading.rows:
        yield f"{name} has no keys, so each {one} is found by its name, where no other has the same."
    if reading.without_key:
        yield f"{name}: rows without {'key' if has_keys else 'name'}, left out: {reading.without_key:,}."
    if not has_keys and reading.doubled:
        yield f"{name}: names that stand in several rows, found in no report: {len(reading.doubled):,}."
    if reading.again:
        yield f"{name}: rows that name a {one} again, in the same ring, left out: {reading.again:,}."
    if without_ring:
        row = reading.rows[reading.ring_of.index(-1)]
        yield f"{name}: rows without ring, counted in no figure of a ring: {without_ring:,} (such as row {row})."
