"""What every benchmark says: a row with a ratio, and the table of all rows.

A module of this folder offers `rows() -> Iterator[Row]` and has a line in `__main__.py`. Everything is a ratio to a
bare yardstick that was measured in the same run, because absolute times depend on the machine.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final

HEADER: Final = ("what", "value", "before", "ratio", "limit", "held", "of", "note")
RIGHT: Final = ("value", "before", "ratio", "limit")
NOTHING_BEFORE: Final[Mapping[str, float]] = {}


@dataclass(frozen=True)
class Row:
    """One thing that was measured."""

    name: str
    value: str
    """What was measured, with its unit: `12.3 ms`, `146 MiB`."""
    yardstick: str
    """What it was divided by, in words: `bare Python`, `a bare list moves`, `150 MiB`."""
    ratio: float | None
    """None where it could not be measured; the note says why."""
    limit: float | None = None
    """What the ratio must not exceed, if anything."""
    note: str = ""

    @property
    def held(self) -> str:
        """Whether the limit is kept, in a word; empty without a limit."""
        if self.limit is None:
            return ""
        if self.ratio is None:
            return "unknown"
        return "yes" if self.ratio <= self.limit else "NO"


@dataclass(frozen=True)
class Yardstick:
    """Something bare that took so many seconds in this run."""

    name: str
    seconds: float

    def row(self, name: str, seconds: float, limit: float | None = None, note: str = "") -> Row:
        """What took so many seconds, as a ratio to this."""
        return Row(name, duration(seconds), self.name, seconds / self.seconds, limit, note)


def rows_of(module: str) -> list[Row]:
    """What a module of this folder measures, here and now. It may also yield (name, ratio, limit or 0, yardstick)."""
    return [as_row(measured) for measured in import_module(f"tests.benchmarks.{module}").rows()]


def as_row(measured: Row | tuple[str, float, float, str]) -> Row:
    """What is known of something measured."""
    if isinstance(measured, Row):
        return measured
    name, ratio, limit, yardstick = measured
    return Row(name, "", yardstick, ratio, limit or None)


def median_of(work: Callable[[], object], runs: int) -> float:
    """Seconds of the processor, the median of several runs: others may be using the machine."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


def duration(seconds: float) -> str:
    """In a unit that leaves digits before the point: `1.53 s`, `38.1 ms`, `700 µs`."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{digits(seconds / size)} {unit}"
    return f"{seconds * 1e6:.0f} µs"


def digits(number: float) -> str:
    """Three digits, or as many as there are before the point."""
    places = 2 if number < 10 else 1 if number < 100 else 0
    return f"{number:.{places}f}"


def ratio(number: float | None) -> str:
    """Ratios below a tenth with more places."""
    if number is None:
        return "?"
    return f"{number:.4f}" if number < 0.1 else digits(number)


def lines(rows: Iterable[Row], before: Mapping[str, float]) -> list[tuple[str, ...]]:
    """The header and each row as texts, without a column for ratios of before where there are none."""
    found = [HEADER, *(_cells(row, before) for row in rows)]
    return found if before else [(*line[:2], *line[3:]) for line in found]


def _cells(row: Row, before: Mapping[str, float]) -> tuple[str, ...]:
    earlier = ratio(before[row.name]) if row.name in before else ""
    limit = "" if row.limit is None else f"{row.limit:g}"
    return (row.name, row.value, earlier, ratio(row.ratio), limit, row.held, row.yardstick, row.note)


def text(rows: Iterable[Row], before: Mapping[str, float] = NOTHING_BEFORE) -> str:
    """For a terminal, in columns; `before` are ratios of an earlier run, by name."""
    header, *others = lines(rows, before)
    widths = [max(map(len, column)) for column in zip(header, *others, strict=True)]
    sides = [str.rjust if title in RIGHT else str.ljust for title in header]
    padded = (
        [side(cell, width) for side, cell, width in zip(sides, line, widths, strict=True)] for line in (header, *others)
    )
    return "".join("  ".join(line).rstrip() + "\n" for line in padded)


def markdown(rows: Iterable[Row], before: Mapping[str, float] = NOTHING_BEFORE) -> str:
    """The same for a page."""
    header, *others = lines(rows, before)
    rule = ["--:" if title in RIGHT else "---" for title in header]
    escaped = ([cell.replace("|", "\\|") for cell in line] for line in others)
    return "".join(f"| {' | '.join(line)} |\n" for line in (header, rule, *escaped))


def ratios_to_json(rows: Iterable[Row]) -> str:
    """What a later run is held beside."""
    return (
        json.dumps({row.name: row.ratio for row in rows if row.ratio is not None}, indent=2, ensure_ascii=False) + "\n"
    )
