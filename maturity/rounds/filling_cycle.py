"""Which cycle a month's release is, by the figures that are there: decided once, for the verb and for the screen."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from maturity.rounds.filled import FilledFigure
from maturity.rounds.filling_occasion import end_of
from questionnaires import Fault
from questionnaires.actuals import Actual, Actuals
from questionnaires.builds import Builds, MonthOfBuilds


@dataclass(frozen=True, slots=True)
class Cycle:
    """A cycle by its number, and whether later ones stand in the file: then only what is there already is taken, unless
    somebody named the number."""

    number: int
    is_earlier: bool = False
    is_named: bool = False
    against: str = ""
    """Why the month is no cycle that could be counted here; empty where it is one."""


def cycle_of(there: Actuals | None, month: MonthOfBuilds | None, builds: Builds, named: int | None = None) -> Cycle:
    """The cycle of a month: the one that somebody named, the one whose figures are there, or the next after the latest.

    An earlier month of which no figure is there could be any cycle: that is asked.
    """
    entries = list(_in_cycles(there))
    latest = max((one.cycle or 0 for one in entries), default=0)
    if named is not None:
        return Cycle(named, is_named=True, against=_against_number(entries, named, month))
    if not latest or month is None:
        return Cycle(max(latest, 1))
    sides = _sides(entries, month, end_of(month, builds))
    own = max((number for number, side in sides.items() if side == 0), default=None)
    later = [number for number, side in sides.items() if side > 0]
    if own is not None:
        return Cycle(own, is_earlier=bool(later))
    if not later:
        return Cycle(latest + 1)
    words = (
        f"the release of {month.month} came before that of cycle {min(later)}, and none of the pilot's figures is of "
        "it; if it is meant, name the number of its cycle: --cycle N"
    )
    return Cycle(latest, is_earlier=True, against=words)


def _against_number(entries: Iterable[Actual], number: int, month: MonthOfBuilds | None) -> str:
    """That a cycle is of another month, as its figures say: one cycle is never of two."""
    releases = {one.release for one in entries if one.cycle == number and one.release is not None}
    others = sorted(one for one in releases if month is not None and one != month.month)
    if month is None or not others:
        return ""
    return f"cycle {number} is that of the release of {others[0]}, and these files are of {month.month}; name another"


def _in_cycles(there: Actuals | None) -> Iterator[Actual]:
    if there is not None:
        yield from (one for one in there.actual if one.is_measured and one.cycle)


def _sides(entries: Iterable[Actual], month: MonthOfBuilds, end: dt.date) -> dict[int, int]:
    """For each cycle whether it came before the month (-1), is that of the month (0) or came after it (1): as most of
    its figures say, of which those that name a release go before those that only have a day."""
    said: dict[int, Counter[int]] = {}
    dated: dict[int, Counter[int]] = {}
    for one in entries:
        number = one.cycle or 0
        if one.release is not None:
            side = (one.release > month.month) - (one.release < month.month)
            said.setdefault(number, Counter())[side] += 1
        elif one.date is not None:
            side = (one.date >= end) - (one.date < month.released)
            dated.setdefault(number, Counter())[side] += 1
    by_cycle = {**dated, **said}
    return {number: min(sides, key=lambda side: (-sides[side], side)) for number, sides in by_cycle.items()}


def against(
    figures: Sequence[FilledFigure], there: Actuals | None, month: MonthOfBuilds, cycle: Cycle, builds: Builds
) -> Iterator[Fault]:
    """What is said against the figures of a month: that nobody knows its cycle, or that figures of an earlier cycle are
    not those that stand there, or would count as later ones by their day."""
    held = {(one.criterion, one.ring, one.cycle) for one in _in_cycles(there)}
    end = end_of(month, builds)
    if cycle.against:
        if any(one.cycle or one.day >= end for one in figures):
            yield Fault("figures", "cycle", cycle.against)
        return
    if not cycle.is_earlier:
        yield from _too_late(figures, month, cycle, end)
        return
    others = [
        one
        for one in figures
        if one.is_new and ((one.criterion, one.ring, one.cycle) in held if one.cycle else one.day >= end)
    ]
    if others:
        first = others[0]
        place = ", ".join(part for part in (first.title, first.ring) if part)
        words = (
            f"the release of {month.month} is cycle {cycle.number}, and not the latest; of what these files tell, "
            f"{len(others)} {'is' if len(others) == 1 else 'are'} not what stands there (first: {place}, "
            f"{first.counts or first.value}, {first.day}); if that is meant, name the cycle: --cycle {cycle.number}"
        )
        yield Fault("figures", "cycle", words)


def _too_late(figures: Sequence[FilledFigure], month: MonthOfBuilds, cycle: Cycle, end: dt.date) -> Iterator[Fault]:
    """A month that somebody named, and files that show a day of the next one: they are of that, or want a number."""
    late = [one.day for one in figures if one.is_new and one.day >= end]
    if late and not cycle.is_named:
        words = (
            f"the release of {month.month} was followed by the next on {end}, and these files show {max(late)}; name "
            f"the month of that day, or, if {month.month} is meant, the number of its cycle: --cycle {cycle.number}"
        )
        yield Fault("figures", "month", words)
