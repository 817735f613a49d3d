"""Small exports for one test each: a few devices, of which only what matters is named."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Final

from scoring.exports.table import Counted, Proposal, Table
from tests.exports.counted import table

RELEASED: Final = dt.date(2026, 8, 11)
DAY: Final = dt.date(2026, 8, 30)
SEEN: Final = "2026-08-30 06:00:00.0000000"


def key(number: int) -> str:
    return f"{number:08d}-aaaa-bbbb-cccc-ddddeeeeffff"


def listed(*rings: str) -> Table:
    """A list of devices 1, 2, 3 …, each in one of these rings."""
    return table("pilot_devices", "device_id ring", [(key(number), ring) for number, ring in enumerate(rings, 1)])


def quality(*rows: Sequence[str], columns: str = "build", day: dt.date = DAY, name: str = "quality.csv") -> Table:
    """A quality update status of the devices that the rows begin with, all ready and seen just now."""
    whole = [(key(int(row[0])), "Up To Date", "Ready", SEEN, *row[1:]) for row in rows]
    return table("quality_update_status", f"device_id status readiness last_seen {columns}", whole, day, name)


def one(counted: Counted, criterion: str, ring: str | None = None) -> Proposal:
    """The one figure of a criterion, or of one ring of it."""
    (figure,) = [figure for figure in counted.proposals if (figure.criterion, figure.ring) == (criterion, ring)]
    return figure


def share(counted: Counted, criterion: str, ring: str | None = None) -> tuple[int, int | None]:
    figure = one(counted, criterion, ring)
    return int(figure.numerator), None if figure.denominator is None else int(figure.denominator)


def reason(counted: Counted, criterion: str) -> str:
    """Why a criterion is not filled; of several rings the first."""
    assert criterion not in {figure.criterion for figure in counted.proposals}
    return next(unfilled.reason for unfilled in counted.unfilled if unfilled.criterion == criterion)


def faults(counted: Counted) -> list[str]:
    return [str(fault) for fault in counted.faults]
