"""Agreement over many items at once, for the results file: plain agreement, and alpha beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.comparison.questions import QuestionComparison
from scoring.conventions import GAP_BANDS
from scoring.measures import Metric, krippendorff_alpha, modes

FEWEST_ITEMS: Final = 10
"""With fewer comparable items alpha says nothing worth printing."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Items that at least two teams have an answer on: how many, on how many of them the teams are aligned
    or name the same, and Krippendorff's alpha of one answer a team.

    Alpha measures how well the answers tell items apart, and is no measure of consensus: two teams alike
    on eight of ten items and one point apart on two have −.056. None when nothing varies.
    """

    metric: Metric
    items: int
    alike: int
    alpha: Fraction | None


def agreement(questions: Iterable[QuestionComparison], metric: Metric) -> Agreement | None:
    """Over the ordinal facets, or over owners and prerequisites; None for fewer than ten comparable items.

    A team without a common position, or whose members are tied between owners, has no answer on an item.
    """
    units = [unit for item in questions for unit in (_ordinal(item) if metric is Metric.ORDINAL else _nominal(item))]
    comparable = [unit for unit in units if len(unit) >= 2]
    if len(comparable) < FEWEST_ITEMS:
        return None
    alike = sum(_alike(unit, metric) for unit in comparable)
    return Agreement(metric, len(comparable), alike, krippendorff_alpha(comparable, metric))


def _ordinal(item: QuestionComparison) -> list[Sequence[Fraction]]:
    return [list(facet.positions.values()) for facet in item.facets]


def _nominal(item: QuestionComparison) -> list[Sequence[Fraction]]:
    if item.facets:
        return []
    (cells,) = item.cells.values()
    named = [modes(cell.counts) for cell in cells.values()]
    return [[Fraction(places[0]) for places in named if len(places) == 1]]


def _alike(unit: Sequence[Fraction], metric: Metric) -> bool:
    """Aligned, or one owner or status for all."""
    width = max(unit) - min(unit)
    return width <= GAP_BANDS[0][0] if metric is Metric.ORDINAL else width == 0
