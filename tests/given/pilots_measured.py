"""Pilots with any figures, and a reading of their entries that knows nothing of how the gate reads them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from random import Random
from typing import Any, Final

from hypothesis import strategies as st

from maturity.results.build_gate import gate_results
from maturity.results.gate import GateResults
from questionnaires.words import By, Direction, Priority
from scoring.criteria.gate import judge
from tests.given.pilots import MEASURED, TODAY, actuals, figure, waiver, wanted

Entry = Mapping[str, Any]

SHARE: Final = {"comparison": Direction.AT_LEAST, "value": "95", "unit": "%", "per": 100}
HOURS: Final = {"comparison": Direction.AT_MOST, "value": "8", "unit": "hours", "per": 1}
KINDS: Final[dict[str, dict[str, Any]]] = {
    "current": SHARE | {"by": (By.RING, By.CYCLE)},
    "installs": SHARE | {"by": (By.CYCLE,)},
    "tested": HOURS | {"by": (By.CYCLE,)},
    "drill": HOURS,
    "sites": SHARE | {"by": (By.RING,)},
    "wish": SHARE | {"by": (By.CYCLE,), "priority": Priority.SHOULD},
}
CRITERIA: Final = {name: replace(wanted(name, **kind), title=name) for name, kind in KINDS.items()}
Parts = dict[str, list[tuple[float | str, float | str]]]

MISSING: Final[Parts] = {"%": [(90, 100), (9_499_999, 10_000_000)], "hours": [(30, 1), ("8.00001", 1)]}
"""Parts and wholes that miss their threshold, some by less than is shown."""
MEETING: Final[Parts] = {"%": [(95, 100), (19, 20), (100, 100)], "hours": [(8, 1), (16, 2), (6, 1)]}
"""Those that meet it, some of them alike."""


@dataclass(frozen=True)
class Pilot:
    """What somebody might write into a file about some of the criteria."""

    names: tuple[str, ...]
    rings: tuple[str, ...]
    entries: tuple[Entry, ...]
    waivers: tuple[Entry, ...]

    def judged(self) -> GateResults:
        found = actuals(*map(dict, self.entries), waivers=[*map(dict, self.waivers)], rings=list(self.rings))
        return gate_results(judge([CRITERIA[name] for name in self.names], found, TODAY))

    def measured(self, name: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry["criterion"] == name and "numerator" in entry)


def _pilot(seed: int) -> Pilot:
    chance = Random(seed)
    names = tuple(name for name in KINDS if chance.random() < 0.6)
    rings = ("Test", "Ring1", "Last")[: chance.choice([1, 2, 2, 3])]
    cycles = chance.choice([1, 2, 3])
    entries = [entry for name in names for entry in _entries(name, rings, cycles, chance)]
    chance.shuffle(entries)
    until = [TODAY + dt.timedelta(days=chance.choice([-1, 0, 1])) for _ in range(chance.choice([0, 0, 1, 3]))]
    waivers = tuple(waiver(day, criterion=chance.choice(names)) for day in until if names)
    return Pilot(names, rings, tuple(entries), waivers)


def _entries(name: str, rings: Sequence[str], cycles: int, chance: Random) -> Iterator[Entry]:
    """Entries of one criterion, most of them good and whole: so gates do open, and rows do grow."""
    by, unit = KINDS[name].get("by", ()), KINDS[name]["unit"]
    is_in_rings, is_numbered = By.RING in by or chance.random() < 0.3, By.CYCLE in by or chance.random() < 0.3
    times, temper = chance.choice([[1], [1, 1, 2], [0, 1, 2, 3]]), chance.choice([0, 0, 0.1, 0.4])
    for ring in rings if is_in_rings else [None]:
        for cycle in range(1, cycles + 1) if By.CYCLE in by else [None]:
            for _ in range(chance.choice(times)):
                part, whole = chance.choice((MISSING if chance.random() < temper else MEETING)[unit])
                number = cycle or chance.choice([1, 2]) if is_numbered else None
                where = {key: said for key, said in (("ring", ring), ("cycle", number)) if said is not None}
                day = MEASURED + dt.timedelta(days=chance.choice([0, 0, 1, 2]))
                yield figure(part, whole, criterion=name, date=day, **where)
    if chance.random() < 0.3:
        yield {"criterion": name}


pilots: Final = st.integers(0, 2**32).map(_pilot)


def value(entry: Entry) -> Fraction:
    per: int = KINDS[entry["criterion"]]["per"]
    return Fraction(entry["numerator"]) / Fraction(entry["denominator"]) * per


def misses(entry: Entry) -> bool:
    kind = KINDS[entry["criterion"]]
    limit = Fraction(kind["value"])
    return value(entry) < limit if kind["comparison"] is Direction.AT_LEAST else value(entry) > limit


def last_of(entries: Sequence[Entry]) -> list[Entry]:
    """The entries after which none was made: of the latest day, and on that day of the highest number."""

    def when(entry: Entry) -> tuple[dt.date, int]:
        return entry["date"], entry.get("cycle", 0)

    return [entry for entry in entries if when(entry) == max(map(when, entries))]


@dataclass(frozen=True)
class Reading:
    """One criterion, read from its entries; `reached` is the latest cycle in which any must was measured."""

    name: str
    rings: tuple[str, ...]
    entries: tuple[Entry, ...]
    is_waived: bool
    reached: int

    @property
    def is_must(self) -> bool:
        return "priority" not in KINDS[self.name]

    @property
    def is_by_cycle(self) -> bool:
        return By.CYCLE in KINDS[self.name].get("by", ())

    @property
    def places(self) -> list[str | None]:
        """Where it has to be measured: in every ring, as soon as anybody measured it in one."""
        return list(self.rings) if any("ring" in entry for entry in self.entries) else [None]

    @property
    def cycles(self) -> list[int]:
        return sorted({entry["cycle"] for entry in self.entries}) if self.is_by_cycle else []

    def at(self, place: str | None, cycle: int | None = None) -> list[Entry]:
        mine = [entry for entry in self.entries if entry.get("ring") == place]
        return mine if cycle is None else [entry for entry in mine if entry["cycle"] == cycle]

    def latest_at(self, place: str | None) -> list[Entry]:
        """All entries of a place, where cycles are counted those of its last cycle."""
        mine = self.at(place)
        return self.at(place, max(entry["cycle"] for entry in mine)) if mine and self.is_by_cycle else mine

    @property
    def missing(self) -> list[str | None]:
        return [place for place in self.places if place and not self.at(place)]

    @property
    def due(self) -> int:
        """The cycle in which it should have been measured: the latest of all musts, or of a wish its own."""
        return max([*self.cycles, self.reached if self.is_must else 0])

    @property
    def stale(self) -> list[str | None]:
        """Places that were measured in a cycle, but not in the one that is due."""
        return [place for place in self.places if self.cycles and self.at(place) and not self.at(place, self.due)]

    def in_cycle(self, cycle: int) -> str:
        return self._said([self.at(place, cycle) for place in self.places])

    def _said(self, places: Sequence[Sequence[Entry]]) -> str:
        if any(misses(entry) for place in places for entry in last_of(place)):
            return "fail"
        return "pass" if all(places) else "not_measured"

    @property
    def outcome(self) -> str:
        found = self._said([self.latest_at(place) for place in self.places])
        found = "not_measured" if found == "pass" and self.stale else found
        return "waived" if self.is_waived and found != "pass" else found


def readings(pilot: Pilot) -> dict[str, Reading]:
    """What the entries say of each criterion that the pilot is about."""
    waived = {one["criterion"] for one in pilot.waivers if one["until"] >= TODAY}
    by_cycle = [name for name in pilot.names if name in ("current", "installs", "tested")]
    reached = max((entry["cycle"] for name in by_cycle for entry in pilot.measured(name)), default=0)
    return {name: Reading(name, pilot.rings, pilot.measured(name), name in waived, reached) for name in pilot.names}


def row_of(readings: Sequence[Reading]) -> tuple[int | None, int]:
    """How many cycles in a row were good for all that are counted by cycle, and which cycle ended that row."""
    counted = [one for one in readings if one.is_by_cycle]
    if not counted:
        return None, 0
    latest = max((cycle for one in counted for cycle in one.cycles), default=0)
    good = {cycle for cycle in range(1, latest + 1) if all(one.in_cycle(cycle) == "pass" for one in counted)}
    ended = max(set(range(latest + 1)) - good)
    return latest - ended, ended
