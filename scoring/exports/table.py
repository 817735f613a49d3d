"""What is counted in, and what comes out of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from questionnaires.builds import Builds
from questionnaires.export import Export
from questionnaires.faults import Fault
from scoring.exports.lacks import NOTHING, Lacking

Row = tuple[str, ...]
"""The cells of one row, as they stand in the file, in the order of the table's columns."""


@dataclass(frozen=True, slots=True)
class Table:
    """One export as it was read: `rows` come once, one by one, so that its size does not matter."""

    name: str
    """The name of the file, on one line."""
    export: Export
    columns: tuple[str, ...]
    """The ids of the columns that the file has, in the order of the cells."""
    day: dt.date
    """The day that it shows."""
    is_day_told: bool
    """Whether somebody named that day; else it is that of the file."""
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the figures are counted for."""

    builds: Builds
    month: str | None
    """The month of the release, such as "2026-11"; None where none is counted."""
    cycle: int | None
    deadlines: Mapping[str, int]
    """By ring, the days from the release to its deadline, under the letters of its name."""
    today: dt.date


@dataclass(frozen=True, slots=True)
class Proposal:
    """One figure that an export tells, for a person to accept: nobody has signed it yet."""

    criterion: str
    ring: str | None
    cycle: int | None
    day: dt.date
    numerator: Decimal
    denominator: Decimal | None
    """Out of how many; None where a single thing is measured, and where this tool counts it from the answers."""
    report: str
    """Where it can be looked up: file, rows and columns, in a sentence."""
    remarks: tuple[str, ...] = ()
    """What to know before accepting it, in sentences: what was left out, what is old, what counted as missing."""
    part: str | None = None
    """What is missing from it by this export, so that it is only shown; None where it is the whole figure."""
    so_far: str | None = None
    """When that is over what is counted here, in a sentence; None where later days count no more."""
    only_grows: bool = False
    """Of a figure so far: whether later days can only raise it."""


@dataclass(frozen=True, slots=True)
class Unfilled:
    """A criterion that an export could tell, and does not here."""

    criterion: str
    reason: str
    """In a sentence: which column, build or file is missing."""
    ring: str | None = None
    """The ring of which that is said, where others may be filled and the sentence does not name it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Everything that came out of the exports."""

    proposals: tuple[Proposal, ...]
    unfilled: tuple[Unfilled, ...]
    remarks: tuple[str, ...] = ()
    """What concerns the files as a whole, in sentences."""
    faults: tuple[Fault, ...] = ()
    """What somebody has to mend before anything is written, in the list of the pilot."""
    lacking: Lacking = NOTHING
    """What the builds lack, so that what rests on it stays open."""
