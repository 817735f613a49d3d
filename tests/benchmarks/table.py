"""What every benchmark says: a row with a ratio, and the table of all rows.

A module of this folder offers `rows() -> Iterator[Row]` and has a line in `__main__.py`. Everything is a ratio to a
bare yardstick that was measured in the same run, because absolute times depend on the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Final

HEADER: Final = ("what", "value", "ratio", "limit", "held", "of", "note")
RIGHT: Final = ("value", "ratio", "limit")


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
    """What a module of this folder measures, here and now."""
    return list(import_module(f"tests.benchmarks.{module}").rows())


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


def cells(row: Row) -> tuple[str, ...]:
    """A row as texts, in the order of the header."""
    limit = "" if row.limit is None else f"{row.limit:g}"
    return (row.name, row.value, ratio(row.ratio), limit, row.held, row.yardstick, row.note)


def text(rows: Iterable[Row]) -> str:
    """For a terminal, in columns."""
    lines = [HEADER, *(cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "".join("  ".join(_padded(line, widths)).rstrip() + "\n" for line in lines)


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        cell.rjust(width) if title in RIGHT else cell.ljust(width)
        for title, cell, width in zip(HEADER, line, widths, strict=True)
    ]


def markdown(rows: Iterable[Row]) -> str:
    """For a page."""
    rule = ["--:" if title in RIGHT else "---" for title in HEADER]
    lines = [HEADER, rule, *([cell.replace("|", "\\|") for cell in cells(row)] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
