"""What somebody typed of a drill: from when to when by the clock on the wall, how many took part, and who timed it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maturity import clock
from questionnaires import Fault, clean
from questionnaires.bounds import day_in
from questionnaires.faults import shown

DRILL: Final = "drill"
"""Where a fault in what somebody typed is said to be."""
_MOMENT: Final = re.compile(r"(?:(\d{4}-\d\d-\d\d)[ T]\s*)?([01]?\d|2[0-3]):([0-5]\d)", re.ASCII)
_COUNT: Final = re.compile(r"[1-9]\d{0,6}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed of a drill, as it was typed."""

    started: str = ""
    stopped: str = ""
    how_many: str = ""
    by: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class Timed:
    """A drill that was understood: two moments in UTC, and how long it took."""

    started: dt.datetime
    stopped: dt.datetime

    @property
    def minutes(self) -> int:
        """Whole minutes, as they were typed."""
        return int((self.stopped - self.started).total_seconds()) // 60

    @property
    def span(self) -> str:
        """`1 day 2 hours 5 minutes`."""
        days, rest = divmod(self.minutes, 24 * 60)
        parts = ((days, "day"), (rest // 60, "hour"), (rest % 60, "minute"))
        return " ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in parts if count)

    @property
    def says(self) -> str:
        """From when to when, by the clock on the wall."""
        first, last = (moment.astimezone(clock.zone()) for moment in (self.started, self.stopped))
        return f"{first:%Y-%m-%d %H:%M} to {last:%Y-%m-%d %H:%M} ({self.span})"


def unclear(typed: Typed, fewest: int | None = None) -> Iterator[Fault]:
    """What is wrong with the rest; how many took part has to be said where at least the `fewest` are asked for."""
    how_many = typed.how_many.strip()
    if how_many and count_in(typed) is None:
        or_leave_it = ", or leave it empty" if fewest is None else ""
        yield Fault(DRILL, "how many", f"is {shown(typed.how_many)}; write a whole number{or_leave_it}")
    elif not how_many and fewest is not None:
        yield Fault(DRILL, "how many", f"is empty; write how many took part, of at least {fewest} that are asked for")
    if not clean(typed.by).strip():
        yield Fault(DRILL, "who", "is empty; write who took the time")


def count_in(typed: Typed) -> int | None:
    """How many took part; None where that is empty or no number."""
    found = _COUNT.fullmatch(typed.how_many.strip())
    return int(found[0]) if found else None


def timed_in(typed: Typed) -> tuple[Timed | None, list[Fault]]:
    """From when to when, or all that is wrong with the two moments."""
    faults: list[Fault] = []
    started = _moment(typed.started, None)
    if started is None:
        faults.append(_no_moment("start", typed.started, "2026-11-27 21:30"))
    stopped = _moment(typed.stopped, started)
    if stopped is None:
        faults.append(_no_moment("stop", typed.stopped, "2026-11-27 23:10"))
    elif started is not None and stopped <= started:
        faults.append(Fault(DRILL, "stop", "is not after the start; write its day as well where that is another"))
    elif stopped > clock.now():
        faults.append(Fault(DRILL, "stop", "has not come yet; write when it was over"))
    return (None if faults or started is None or stopped is None else Timed(started, stopped)), faults


def _no_moment(key: str, typed: str, example: str) -> Fault:
    said = f"is {shown(clean(typed).strip())}" if typed.strip() else "is empty"
    return Fault(DRILL, key, f"{said}; write a day and a time as in {example}")


def _moment(typed: str, after: dt.datetime | None) -> dt.datetime | None:
    """A moment in UTC of a day and a time by the clock on the wall; without a day on that of the other moment."""
    found = _MOMENT.fullmatch(typed.strip())
    if found is None:
        return None
    day = day_in(found[1]) if found[1] else after.astimezone(clock.zone()).date() if after else None
    if day is None:
        return None
    here = dt.datetime.combine(day, dt.time(int(found[2]), int(found[3])), clock.zone())
    return here.astimezone(dt.UTC)
