"""What somebody has entered of a criterion that the tool computes: refused, with both numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from questionnaires.actuals import Actual, Actuals
from scoring.criteria.counting import Counts, computed
from scoring.criteria.criteria import Criterion
from scoring.criteria.gate import judge


def typed_over(
    criterion: Criterion, actual: Actual, actuals: Actuals, criteria: Iterable[Criterion], counts: Counts
) -> str:
    """Why an entry is refused: what the tool computes, and what the entry says."""
    says = f"{actual.numerator:f}" + (f" of {actual.denominator:f}" if actual.denominator is not None else "")
    remove = f"remove this entry, which says {says}"
    if criterion.measure.counts_cycles:
        return f"is computed from the pilot's figures: {_cycles(criterion, actuals, criteria)}; {remove}"
    figure = computed(criterion, counts.get(criterion.id), None)
    found = f"{figure.numerator} of {figure.denominator}" if figure.denominator else "nothing to count"
    return f"is computed from the answers: {found}; {remove}"


def _cycles(criterion: Criterion, actuals: Actuals, criteria: Iterable[Criterion]) -> str:
    # Waivers make no cycle good, so that the day on which it is judged has no say.
    row = judge(criteria, actuals, dt.date.max, criterion.gate).consecutive_cycles or 0
    return f"{row} {'cycle' if row == 1 else 'cycles'} in a row"
