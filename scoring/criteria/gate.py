"""Whether the pilot's figures meet the exit criteria. Exact: no rounding before a comparison."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from questionnaires.actuals import Actual, Actuals, Waiver
from questionnaires.words import By, Direction, Gate, Priority
from scoring.criteria.criteria import Criterion

SMALL_RING: Final = 20
"""Below this many, 95 % means all of them."""


class Outcome(StrEnum):
    """What is known about a criterion. Not measured is never a pass."""

    PASS = "pass"  # noqa: S105  # not a password
    FAIL = "fail"
    NOT_MEASURED = "not_measured"
    WAIVED = "waived"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure held against its threshold: value = numerator ÷ denominator × per."""

    actual: Actual
    value: Fraction
    passes: bool
    is_small: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A criterion with what was measured of it: the latest figure of each ring. `missing` are rings without one.

    `good_cycles` are the cycles in which every figure passed, and `cycles` all that were measured.
    """

    criterion: Criterion
    outcome: Outcome
    figures: tuple[Figure, ...]
    missing: tuple[str, ...]
    waiver: Waiver | None
    expired: Waiver | None
    cycles: frozenset[int] = frozenset()
    good_cycles: frozenset[int] = frozenset()

    @property
    def consecutive_cycles(self) -> int | None:
        """How many cycles up to the latest passed one after the other; None for what is not counted by cycle."""
        return _consecutive(max(self.cycles), self.good_cycles) if self.cycles else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdicts on one gate, musts first, in the order of the criteria."""

    gate: Gate
    verdicts: tuple[Verdict, ...]

    def count(self, outcome: Outcome) -> int:
        """How many musts have this outcome."""
        return sum(verdict.outcome is outcome for verdict in self.musts)

    @property
    def musts(self) -> tuple[Verdict, ...]:
        """The verdicts on what must hold; only these decide."""
        return tuple(verdict for verdict in self.verdicts if verdict.criterion.priority is Priority.MUST)

    @property
    def consecutive_cycles(self) -> int | None:
        """Cycles up to the latest in which every must that is counted by cycle passed, one after the other.

        A cycle in which one of them was not measured ends the row. None where no must is counted by cycle.
        """
        counted = [verdict for verdict in self.musts if verdict.cycles]
        if not counted:
            return None
        latest = max(max(verdict.cycles) for verdict in counted)
        return _consecutive(latest, frozenset.intersection(*(verdict.good_cycles for verdict in counted)))

    @property
    def is_open(self) -> bool:
        """Whether the gate may be passed: every must passes or is waived, and there is at least one."""
        done = self.count(Outcome.PASS) + self.count(Outcome.WAIVED)
        return bool(self.musts) and done == len(self.musts)


def judge(criteria: Iterable[Criterion], actuals: Actuals, today: dt.date, gate: Gate = Gate.LEAVE_PILOT) -> Judgement:
    """The verdict on every criterion of a gate. A waiver counts up to and on its last day."""
    return Judgement(gate, tuple(_verdict(item, actuals, today) for item in criteria if item.gate is gate))


def _verdict(criterion: Criterion, actuals: Actuals, today: dt.date) -> Verdict:
    mine = [actual for actual in actuals.actual if actual.criterion == criterion.id]
    figures = tuple(_figure(criterion, actual) for actual in _latest(mine))
    rings = {figure.actual.ring for figure in figures} - {None}
    missing = tuple(ring for ring in actuals.pilot.rings if ring not in rings) if rings else ()
    waivers = sorted((w for w in actuals.waiver if w.criterion == criterion.id), key=lambda waiver: waiver.until)
    last = waivers[-1] if waivers else None
    valid = last if last and last.until >= today else None
    # One ring that fails fails the criterion, also where another was not measured: more figures cannot mend it.
    if any(not figure.passes for figure in figures):
        outcome = Outcome.FAIL
    elif not figures or missing:
        outcome = Outcome.NOT_MEASURED
    else:
        outcome = Outcome.PASS
    if valid and outcome is not Outcome.PASS:
        outcome = Outcome.WAIVED
    cycles, good = _cycles(criterion, mine, actuals.pilot.rings)
    return Verdict(criterion, outcome, figures, missing, valid, last if last and not valid else None, cycles, good)


def _cycles(
    criterion: Criterion, actuals: list[Actual], rings: tuple[str, ...]
) -> tuple[frozenset[int], frozenset[int]]:
    """The cycles that were measured, and those in which every figure passed; where rings are counted, of every ring."""
    figures = [_figure(criterion, actual) for actual in actuals if actual.is_measured and actual.cycle]
    cycles = frozenset(figure.actual.cycle for figure in figures if figure.actual.cycle)
    good = cycles - {figure.actual.cycle for figure in figures if not figure.passes}
    if any(figure.actual.ring for figure in figures):
        passed = {(figure.actual.cycle, figure.actual.ring) for figure in figures}
        good = frozenset(cycle for cycle in good if all((cycle, ring) in passed for ring in rings))
    return cycles, good


def _consecutive(latest: int, good: frozenset[int]) -> int:
    row = 0
    while latest - row in good:
        row += 1
    return row


def _latest(actuals: list[Actual]) -> Iterator[Actual]:
    """Of each ring, the figures of its last cycle; what was measured before has been overtaken."""
    measured = [actual for actual in actuals if actual.is_measured]
    rings = dict.fromkeys(actual.ring for actual in measured)
    for ring in rings:
        mine = [actual for actual in measured if actual.ring == ring]
        last = max(actual.cycle or 0 for actual in mine)
        yield from (actual for actual in mine if (actual.cycle or 0) == last)


def _figure(criterion: Criterion, actual: Actual) -> Figure:
    assert actual.numerator is not None
    assert actual.denominator is not None
    value = Fraction(actual.numerator) * criterion.measure.per / Fraction(actual.denominator)
    bound = Fraction(criterion.threshold.value)
    passes = value >= bound if criterion.threshold.comparison is Direction.AT_LEAST else value <= bound
    is_small = actual.ring is not None and is_share(criterion) and actual.denominator < SMALL_RING
    return Figure(actual, value, passes, is_small)


def is_share(criterion: Criterion) -> bool:
    """Whether the numerator is a part of the denominator: a percentage with a threshold of at most 100."""
    return criterion.threshold.unit == "%" and criterion.threshold.value <= 100


def misfits(
    criteria: Iterable[Criterion], actuals: Actuals, not_before: dt.date | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """Figures that cannot be right against these criteria, each with its key and a sentence."""
    known = {criterion.id: criterion for criterion in criteria}
    for place, actual in enumerate(actuals.actual):
        criterion = known.get(actual.criterion)
        if criterion is None:
            yield f"actual[{place}].criterion", f'"{actual.criterion}" is not a criterion that these answers recommend'
        elif actual.is_measured:
            for key, message in _wrong(criterion, actual, not_before, today):
                yield f"actual[{place}].{key}", f"{message} ({_named(actual)})"
    for place, waiver in enumerate(actuals.waiver):
        if waiver.criterion not in known:
            yield f"waiver[{place}].criterion", f'"{waiver.criterion}" is not a criterion that these answers recommend'


def _named(actual: Actual) -> str:
    """Which figure it is, for somebody who does not count entries."""
    cycle = f"cycle {actual.cycle}" if actual.cycle else None
    return ", ".join(part for part in (actual.criterion, actual.ring, cycle) if part)


def _wrong(
    criterion: Criterion, actual: Actual, not_before: dt.date | None, today: dt.date
) -> Iterator[tuple[str, str]]:
    """What cannot be right in one figure."""
    for part in criterion.measure.by:
        if (actual.ring if part is By.RING else actual.cycle) is None:
            yield part.value, f"is missing; this criterion has a figure for each {part}"
    if is_share(criterion) and (actual.numerator or 0) > (actual.denominator or 0):
        yield "numerator", "is above the denominator, of which it should be a part"
    if actual.date is not None and not_before is not None and actual.date < not_before:
        yield (
            "date",
            f"is {actual.date}, before the round began on {not_before}; it belongs to an earlier one",
        )
    if actual.date is not None and actual.date > today:
        yield "date", f"is {actual.date}, which has not come yet; enter what was measured"


def headline(judgement: Judgement) -> str:
    """The first line, for the sponsor.

    `Not yet: 7 of 10 musts pass, 2 fail, 1 is not measured.`
    """
    total = len(judgement.musts)
    if not total:
        return "Nothing to judge: these answers recommend no must for this gate."
    passed, failed, open_, waived = (
        judgement.count(outcome) for outcome in (Outcome.PASS, Outcome.FAIL, Outcome.NOT_MEASURED, Outcome.WAIVED)
    )
    parts = [f"{passed} of {total} {'must' if total == 1 else 'musts'} {'passes' if 1 in (passed, total) else 'pass'}"]
    parts += [f"{failed} {'fails' if failed == 1 else 'fail'}"] if failed else []
    parts += [f"{open_} {'is' if open_ == 1 else 'are'} not measured"] if open_ else []
    parts += [f"{waived} {'is' if waived == 1 else 'are'} waived"] if waived else []
    return f"{'Yes' if judgement.is_open else 'Not yet'}: {', '.join(parts)}."
