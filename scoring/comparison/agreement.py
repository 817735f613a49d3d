"""Agreement over many items at once, for the results file: plain agreement, and alpha beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.comparison.questions import QuestionComparison
from scoring.conventions import Band
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

    On an ordinal facet a team's answer is its middle one; the teams are alike where the facet is aligned, for which
    each has a common position. A team whose members are tied between owners has no answer on an item.
    """
    if metric is Metric.ORDINAL:
        facets = [facet for item in questions for facet in item.facets if facet.gap is not None]
        units = [list(facet.positions.values()) for facet in facets]
        alike = sum(facet.band is Band.ALIGNED for facet in facets)
    else:
        units = [unit for item in questions if not item.facets and len(unit := _named(item)) >= 2]
        alike = sum(len(set(unit)) == 1 for unit in units)
    if len(units) < FEWEST_ITEMS:
        return None
    return Agreement(metric, len(units), alike, krippendorff_alpha(units, metric))


def _named(item: QuestionComparison) -> list[Fraction]:
    """The one owner or status that each team names, by its place on the scale."""
    (cells,) = item.cells.values()
    named = [modes(cell.counts) for cell in cells.values()]
    return [Fraction(places[0]) for places in named if len(places) == 1]
