"""What is told cycle by cycle, held against the figures and the thresholds alone."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from maturity.results.gate import VerdictResults
from questionnaires.actuals import Actual
from questionnaires.words import Direction, Gate
from tests.proofs.criteria_rules import threshold_on
from tests.proofs.on_gate import (
    behind,
    below,
    is_by_cycle,
    is_rounded,
    latest_in,
    measured,
    of_last_day,
    outcome_of,
    passes,
    rings_of,
    rule_on,
    value,
)
from tests.proofs.said import Row, Said
from tests.proofs.words import listed


def _mine(said: Said) -> str:
    return said.within(VerdictResults).criterion


def _rows(said: Said, criterion: str) -> list[Actual]:
    """All entries of a cycle and ring, the latest day last."""
    cycle = int(said["cycle"]) if said["cycle"] else 0
    return measured(said, criterion).get((cycle, said["ring"] or None), [])


def _is_cell(said: Said) -> bool:
    """The worst figure of the last day of this cycle and ring, with its counts, and whether it meets the threshold."""
    rows = _rows(said, _mine(said))
    return any(_is_figure(said, _mine(said), actual, rows) for actual in of_last_day(rows)) if rows else False


def _is_figure(said: Said, criterion: str, actual: Actual, rows: list[Actual]) -> bool:
    rule, bound = rule_on(said, criterion), threshold_on(said.reading, rule_on(said, criterion))
    own, day = value(said, criterion, actual), of_last_day(rows)
    values, shown = [value(said, criterion, other) for other in day], Fraction(said["value"])
    is_high = rule.threshold.comparison is Direction.AT_LEAST
    misses = not passes(said, criterion, actual)
    return (
        own == (min(values) if is_high else max(values))
        and is_rounded(shown, own, bound)
        and (said["mark"] == "▲") == misses
        and said["just"] == ("" if not misses or shown != bound else "under" if is_high else "over")
        and said["counted"] in ("", f"{actual.numerator:f} of {below(said, criterion, actual)}")
        and said["day"] == str(actual.date)
    )


def _is_open(said: Said) -> bool:
    """Nobody measured this ring in this cycle, in which a criterion was measured; the pilot has more cycles."""
    criterion = _mine(said)
    ring = said["ring"] or None
    is_known = ring in rings_of(said, criterion) if measured(said, criterion) else ring is None
    return is_by_cycle(said, criterion) and is_known and not _rows(said, criterion) and _is_cycle(said, "cycle")


def _cycles(said: Said) -> set[int]:
    """Those in which any criterion to leave the pilot was measured that is counted by cycle."""
    leaving = [one.id for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT]
    return {cycle for one in leaving if is_by_cycle(said, one) for cycle, _ in measured(said, one)}


def _is_cycle(said: Said, part: str) -> bool:
    return len(_cycles(said)) > 1 and int(said[part]) in _cycles(said)


def _days_before(rows: list[Actual]) -> list[str]:
    """The days before the last one on which anything was measured, the first one first."""
    return sorted({str(actual.date) for actual in rows} - {str(actual.date) for actual in of_last_day(rows)})


def _again(said: Said) -> bool:
    """Of exactly these rings there are figures of exactly these earlier days of this cycle."""
    criterion, cycle = _mine(said), int(said["cycle"])
    found = measured(said, criterion)
    rings = [ring for ring in rings_of(said, criterion) if (cycle, ring) in found]
    days = {ring: before for ring in rings if (before := _days_before(found[cycle, ring]))}
    told = said["which"].split("; ")
    begins = {f"{f'{ring}, ' if ring else ''}before it " for ring in days}
    return (
        len(told) == len(days) > 0
        and {one.partition("before it ")[0] + "before it " for one in told} == begins
        and [re.findall(r" on ([0-9-]{10})", one) for one in told] == [*days.values()]
    )


def _stale(said: Said) -> bool:
    """Exactly these rings were measured last in that cycle, before the latest one, and on that day."""
    latest, rings = behind(said, _mine(said))
    own, found = latest_in(said, _mine(said)), measured(said, _mine(said))
    when = (int(said["own"]), said["day"])
    mine = {ring for ring in rings if (own[ring], str(found[own[ring], ring][-1].date)) == when}
    named = set(said["rings"].split(", ")) if said["rings"] else {None}
    return int(said["latest"]) == latest and mine == named and bool(said["several"]) == (len(mine) > 1)


def _never(said: Said) -> bool:
    """Others were measured, exactly these rings never were."""
    criterion = _mine(said)
    return set(said["rings"].split(", ")) == set(rings_of(said, criterion)) - latest_in(said, criterion).keys()


def _nowhere(said: Said) -> bool:
    """Exactly these of those that are counted by cycle have no figure; the pilot has several cycles."""
    leaving = [one for one in said.results.criterion if one.gate is Gate.LEAVE_PILOT and is_by_cycle(said, one.id)]
    titles = [f"“{one.title}”" for one in leaving if not measured(said, one.id)]
    return len(_cycles(said)) > 1 and sorted(said["titles"]) == sorted(listed(titles))


def _skipped(said: Said) -> bool:
    """Between two cycles that were measured lie exactly these, in which nothing was."""
    first, last = int(said["first"]), int(said["last"] or said["first"])
    between = set(range(first, last + 1))
    return (
        {first - 1, last + 1} <= _cycles(said) and not between & _cycles(said) and bool(said["last"]) == (last > first)
    )


def _is_hidden(said: Said, outcome: str) -> bool:
    """A waiver counts, and without any the criterion would have this outcome, which is no pass; the pilot has several
    cycles."""
    found = outcome_of(said, _mine(said)), outcome_of(said, _mine(said), is_waivable=False)
    return len(_cycles(said)) > 1 and found == ("waived", outcome) and outcome != "pass"


def _claimed(said: Said) -> bool:
    """The same as a word of the results."""
    return _is_hidden(said, said["outcome"].replace(" ", "_"))


_VALUE: Final = "{mark=●|▲} [just {just=under|over} ]{value=[0-9.]+} {unit}[ ({counted=[0-9.]+ of [0-9.]+})]"
HIDES: Final = (Row("{outcome}", _claimed),)
CYCLES: Final = (
    Row(f"cycle {{cycle=\\d+}}: [{{ring=[^●▲○]+}} ]{_VALUE}, {{day=[0-9-]+}}", _is_cell),
    Row("cycle {cycle=\\d+}: [{ring=[^●▲○]+} ]○ not measured", _is_open),
    Row("measured again in cycle {cycle=\\d+}: {which}", _again),
    Row(
        "not measured in cycle {latest=\\d+}[: {rings}]; latest figure[{several=s}] of {day=[0-9-]+}, "
        "in cycle {own=\\d+}",
        _stale,
    ),
    Row("not measured in any cycle: {rings}", _never),
    Row("Not measured in any of these cycles: {titles}.", _nowhere),
    Row("In cycle {first=\\d+} none of these criteria was measured.", _skipped),
    Row("In cycles {first=\\d+} to {last=\\d+} none of these criteria was measured.", _skipped),
)
