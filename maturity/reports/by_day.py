"""Each criterion that was measured again: what it was on which day, where it is not counted by cycle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from maturity.pictures.outcome_signs import MARKS
from maturity.pictures.widths import broken
from maturity.reports.criteria import WIDTH, bound
from maturity.reports.gate import state_words
from maturity.reports.gate_words import counts_words, value_words
from maturity.results.gate import FigureResults, GateResults, VerdictResults
from maturity.results.values import Outcome
from questionnaires.words import Priority

TITLE: Final = "Day by day"
_GAP: Final = "   "
_INDENT: Final = " " * 4


@dataclass(frozen=True, slots=True)
class OnDay:
    """What one figure was: `2026-11-01`, `▲ 13 devices`."""

    day: str
    says: str
    ring: str = ""
    cycle: int | None = None

    @property
    def when(self) -> str:
        """The day; of a figure that somebody numbered with its cycle."""
        return self.day if self.cycle is None else f"{self.day}, cycle {self.cycle}"

    @property
    def told(self) -> str:
        """`2026-11-01: ▲ 13 devices`, behind its ring."""
        return f"{f'{self.ring}, ' if self.ring else ''}{self.when}: {self.says}"


@dataclass(frozen=True, slots=True)
class ByDay:
    """A criterion with all its figures, ring by ring, the first one first."""

    verdict: VerdictResults
    days: tuple[OnDay, ...]

    @property
    def says(self) -> str:
        """All on one line: `2026-08-30: ▲ 9 devices   2026-11-01: ▲ 13 devices`."""
        return _GAP.join(day.told for day in self.days)


def by_day(gate: GateResults) -> tuple[ByDay, ...]:
    """The criteria with more than one figure that are not counted by cycle, in their order."""
    again = (one for one in gate.verdict if one.earlier and one.cycles_in_a_row is None)
    return tuple(ByDay(verdict, tuple(_days(verdict))) for verdict in again)


def _days(verdict: VerdictResults) -> Iterator[OnDay]:
    for latest in verdict.figure:
        before = [figure for figure in verdict.earlier if figure.ring == latest.ring]
        yield from (on_day(verdict, figure) for figure in (*before, latest))


def on_day(verdict: VerdictResults, figure: FigureResults) -> OnDay:
    """A figure as it is told."""
    mark = MARKS[Outcome.PASS if figure.passes else Outcome.FAIL]
    counts = counts_words(figure)
    out_of = f" ({' of '.join(counts)})" if counts else ""
    said = f"{mark} {value_words(verdict, figure)}{out_of}"
    return OnDay(str(figure.date), said, figure.ring or "", figure.cycle)


def days_text(gate: GateResults, width: int = WIDTH) -> str:
    """The criteria day by day, below a heading; empty where nothing was measured again."""
    found = by_day(gate)
    if not found:
        return ""
    lines = ["", TITLE, "-" * len(TITLE)]
    for one in found:
        firm = "" if one.verdict.priority is Priority.MUST else ", recommended"
        title = f"{one.verdict.title} ({bound(one.verdict)}{firm}): {state_words(one.verdict)}"
        lines += ["", *broken(title, width)]
        lines += [f"{_INDENT}{part}" for line in day_lines(one) for part in broken(line, width - len(_INDENT))]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def day_lines(one: ByDay) -> Iterator[str]:
    """A line for each figure, its day first."""
    longest = max(len(day.when) for day in one.days)
    for day in one.days:
        yield f"{day.when:<{longest}}  {f'{day.ring} ' if day.ring else ''}{day.says}"
