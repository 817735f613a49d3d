"""Which of the pilot's figures stand, each held against its threshold. Exact: no rounding before a comparison."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from questionnaires.actuals import Actual
from questionnaires.words import By, Direction
from scoring.criteria.criteria import Criterion

SMALL_RING: Final = 20
"""Below this many, 95 % means all of them."""

Place = tuple[int | None, str | None]
"""The cycle, None where the criterion is not counted by cycle, and the ring, None for the pilot as a whole."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure held against its threshold: value = numerator ÷ denominator × per.

    `of_day` is how many of its day nothing tells apart from it, when they differ and this is the worst, else 1.
    `overtakes` is how many figures of earlier days there are in its place, `missed_before` how many of those missed
    the threshold; `earlier` are those that stood on the earlier days, the first one first.
    `fewest` is how many were to take part at least, where fewer did or nobody said how many.
    """

    actual: Actual
    value: Fraction
    passes: bool
    is_small: bool
    of_day: int = 1
    missed_before: int = 0
    overtakes: int = 0
    earlier: tuple[Figure, ...] = ()
    fewest: int | None = None


def is_by_cycle(criterion: Criterion) -> bool:
    """Whether each cycle has a figure of its own."""
    return By.CYCLE in criterion.measure.by


def is_share(criterion: Criterion) -> bool:
    """Whether the numerator is a part of the denominator: a percentage with a threshold of at most 100."""
    return criterion.threshold.unit == "%" and criterion.threshold.value <= 100


def meets(criterion: Criterion, value: Fraction) -> bool:
    """Whether a value is on the right side of the threshold."""
    bound = Fraction(criterion.threshold.value)
    return value >= bound if criterion.threshold.comparison is Direction.AT_LEAST else value <= bound


def standing(criterion: Criterion, actuals: Iterable[Actual]) -> dict[Place, Figure]:
    """The figure that stands in each place: of the latest day, as what is measured again overtakes what was before."""
    places: dict[Place, list[Figure]] = {}
    for actual in actuals:
        if actual.criterion == criterion.id and actual.is_measured:
            place = (actual.cycle if is_by_cycle(criterion) else None, actual.ring)
            places.setdefault(place, []).append(_figure(criterion, actual))
    return {place: _latest(criterion, figures) for place, figures in places.items()}


def _figure(criterion: Criterion, actual: Actual) -> Figure:
    assert actual.numerator is not None
    value = Fraction(actual.numerator) * criterion.measure.per / Fraction(actual.divisor)
    is_small = actual.ring is not None and is_share(criterion) and actual.divisor < SMALL_RING
    fewest = criterion.measure.fewest
    is_enough = fewest is None or (actual.took_part or 0) >= fewest
    return Figure(actual, value, meets(criterion, value), is_small, fewest=None if is_enough else fewest)


def _latest(criterion: Criterion, figures: list[Figure]) -> Figure:
    """The figure of the latest day; of several the worst, since nothing says which of them came last."""
    *before, last = sorted(set(map(_when, figures)))
    earlier = tuple(_worst(criterion, figures, when) for when in before)
    overtaken = [figure for figure in figures if _when(figure) < last]
    missed = sum(not figure.passes for figure in overtaken)
    worst = _worst(criterion, figures, last)
    return replace(worst, missed_before=missed, overtakes=len(overtaken), earlier=earlier)


def _worst(criterion: Criterion, figures: list[Figure], when: tuple[dt.date, int]) -> Figure:
    """The figure that stands of one day: the worst, and of how many where they differ."""
    of_day = [figure for figure in figures if _when(figure) == when]
    sign = 1 if criterion.threshold.comparison is Direction.AT_LEAST else -1
    # What follows the value decides only whose name is shown, whatever the order in the file.
    worst = min(
        of_day,
        key=lambda one: (sign * one.value, one.actual.divisor, one.actual.by or "", one.actual.report or ""),
    )
    differ = len({figure.value for figure in of_day}) > 1
    return replace(worst, of_day=len(of_day) if differ else 1)


def _when(figure: Figure) -> tuple[dt.date, int]:
    """The day. A criterion that is not counted by cycle may number its figures all the same: that orders one day."""
    assert figure.actual.date is not None
    return figure.actual.date, figure.actual.cycle or 0
