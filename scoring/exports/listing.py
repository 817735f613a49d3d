"""The list of what is in the pilot: each with its ring, found in an export by its key or its name."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from questionnaires.export import Role
from questionnaires.faults import Fault
from questionnaires.text import letters_of, one_line
from scoring.exports.cells import key_of
from scoring.exports.table import Table

_MOST_QUOTED: Final = 40


@dataclass(frozen=True, slots=True)
class Listing:
    """Everybody on the list, by number in its order."""

    name: str
    """The file."""
    one: str
    many: str
    """What one of it and several are called."""
    by_key: dict[str, int]
    """Keys, or names where the list has no keys: by their letters and digits."""
    is_by_name: bool
    rings: tuple[str, ...]
    """The names of the rings, as the list writes them first."""
    ring_of: array[int]
    """For each on the list, the place of its ring among `rings`; -1 where it has none."""
    remarks: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.ring_of)

    def size(self, ring: int | None) -> int:
        """How many are on the list, in this ring or in all."""
        return len(self.ring_of) if ring is None else self.ring_of.count(ring)

    def counted(self, number: int) -> str:
        """A number of them in words."""
        return f"{number:,} {self.one if number == 1 else self.many}"


class _Reading:
    """What is known of a list while its rows come."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.keys: dict[str, int] = {}
        self.rows = array("l")
        self.ring_of = array("h")
        self.rings: dict[str, int] = {}
        self.ring_names: list[str] = []
        self.faults: list[Fault] = []
        self.without_key = 0
        self.without_ring: list[int] = []
        self.again = 0
        self.doubled: set[str] = set()

    def ring(self, text: str) -> int:
        """The place of a ring, by the letters of its name."""
        text = text.strip()
        if not text:
            return -1
        place = self.rings.setdefault(letters_of(text), len(self.rings))
        if place == len(self.ring_names):
            self.ring_names.append(one_line(text, _MOST_QUOTED))
        return place

    def row(self, number: int, key: str, ring: int, is_by_name: bool) -> None:
        """Takes one row in: `number` is that of a spreadsheet, whose row 1 is the header."""
        if not key:
            self.without_key += 1
            return
        place = self.keys.setdefault(key, len(self.rows))
        if place == len(self.rows):
            self.rows.append(number)
            self.ring_of.append(ring)
            if ring < 0:
                self.without_ring.append(number)
        elif is_by_name:
            self.doubled.add(key)
        elif self.ring_of[place] != ring:
            self.faults.append(self._two_rings(number, place, ring))
        else:
            self.again += 1

    def _two_rings(self, number: int, place: int, ring: int) -> Fault:
        first, second = (self.ring_names[one] if one >= 0 else "none" for one in (self.ring_of[place], ring))
        one = self.table.export.one
        words = f'the {one} of row {self.rows[place]} has the ring "{first}" there and "{second}" here; keep one'
        return Fault(self.table.name, f"row {number}", words)


def read_listing(table: Table) -> tuple[Listing, list[Fault]]:
    """The list, with what has to be mended before anything can be counted out of it."""
    export = table.export
    name_column, ring_column = export.with_role(Role.NAME), export.with_role(Role.RING)
    is_by_name = export.key not in table.columns
    wanted = name_column.id if is_by_name and name_column else export.key
    reading = _Reading(table)
    if wanted not in table.columns:
        fault = Fault(table.name, "", f"has neither a key nor a name of a {export.one}; add the column {export.key}")
        return _listing(reading, is_by_name), [fault]
    key_place = table.columns.index(wanted)
    ring_place = table.columns.index(ring_column.id) if ring_column and ring_column.id in table.columns else None
    for number, row in enumerate(table.rows, start=2):
        ring = -1 if ring_place is None else reading.ring(row[ring_place])
        text = row[key_place]
        reading.row(number, letters_of(text.strip()) if is_by_name and text.strip() else key_of(text), ring, is_by_name)
    if not reading.rows:
        reading.faults.append(Fault(table.name, "", f"lists no {export.one}; give one in each row"))
    return _listing(reading, is_by_name), reading.faults


def _listing(reading: _Reading, is_by_name: bool) -> Listing:
    export = reading.table.export
    by_key = {key: place for key, place in reading.keys.items() if key not in reading.doubled}
    return Listing(
        reading.table.name,
        export.one or "row",
        export.many or "rows",
        by_key,
        is_by_name,
        tuple(reading.ring_names),
        reading.ring_of,
        tuple(_remarks(reading, is_by_name)),
    )


def _remarks(reading: _Reading, is_by_name: bool) -> Iterator[str]:
    name, export = reading.table.name, reading.table.export
    if is_by_name:
        yield f"{name} has no keys, so each {export.one} is found by its name, where that is unique"
    if reading.doubled:
        count = len(reading.doubled)
        yield f"{name}: {count} names stand in several rows; they are counted as found in no report"
    if reading.without_key:
        yield f"{name}: {reading.without_key:,} rows have an empty key and are left out"
    if reading.again:
        yield f"{name}: {reading.again:,} rows name a {export.one} again, in the same ring; each is counted once"
    if reading.without_ring:
        rows = ", ".join(map(str, reading.without_ring[:10]))
        yield f"{name}: {len(reading.without_ring):,} rows have no ring (row {rows}); no figure of a ring counts them"
