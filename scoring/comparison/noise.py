"""What answers at random would give with exactly these teams, their sizes and the facets of each question.

Everybody who answered picks options at random, independent of each other and of the own ones on other facets. A team
counts with all its answers. Only gaps are looked at: that answers at random also tear teams plays no part here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.comparison.facets import FacetComparison
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import GAP_BANDS
from scoring.measures import chance_of_medians

NEAR: Final = GAP_BANDS[0][0]
"""The largest gap of what is aligned, in points."""
FAR: Final = GAP_BANDS[-1][0]
"""The largest gap, in points, of what is not yet far apart."""


def compared_facets(item: QuestionComparison) -> tuple[FacetComparison, ...]:
    """The facets that have a gap: at least two teams have a position on each."""
    return tuple(facet for facet in item.facets if facet.gap is not None)


def sizes(facet: FacetComparison) -> tuple[int, ...]:
    """How many answers each position rests on, in the order of the teams."""
    return tuple(entry.distribution.answered for entry in facet.teams if entry.team in facet.positions)


def chance_on_facet(facet: FacetComparison) -> Fraction | None:
    """The chance that answers at random would give these teams positions at least as close. None without a gap."""
    return None if facet.gap is None else _within(facet, facet.gap)


def chance_on_question(item: QuestionComparison) -> Fraction | None:
    """The chance that answers at random would lie at least as close on all facets that have a gap as these do on the
    one with the widest. None where none has one.

    Range above 0 up to 1. The facets are taken as independent, each with its own teams and sizes.
    """
    widest = widest_gap(item)
    return None if widest is None else chance_within_on_all(item, widest)


def chance_within_on_all(item: QuestionComparison, gap: Fraction) -> Fraction:
    """The chance that answers at random would give no facet with a gap a wider one than this, in points."""
    chance = Fraction(1)
    for facet in compared_facets(item):
        chance *= _within(facet, gap)
    return chance


def widest_gap(item: QuestionComparison) -> Fraction | None:
    """The widest gap of a question's facets, in points; None where none has one."""
    return max((facet.gap for facet in item.facets if facet.gap is not None), default=None)


def _within(facet: FacetComparison, gap: Fraction) -> Fraction:
    return chance_of_medians(sizes(facet), len(facet.teams[0].distribution.counts), gap)


@dataclass(frozen=True, slots=True)
class Noise:
    """Questions by their widest gap: on how many it is at most one point (`near`) and more than three (`far`), and on
    how many it would be, on average, if everybody had answered at random."""

    questions: int
    near: int
    far: int
    near_at_random: Fraction
    far_at_random: Fraction


def noise(questions: Iterable[QuestionComparison]) -> Noise | None:
    """Gaps beside those of noise, over the questions that have any; None where none has.

    The averages are exact: sums of each question's chance.
    """
    gaps = [(item, widest) for item in questions if (widest := widest_gap(item)) is not None]
    if not gaps:
        return None
    return Noise(
        questions=len(gaps),
        near=sum(widest <= NEAR for _, widest in gaps),
        far=sum(widest > FAR for _, widest in gaps),
        near_at_random=sum((chance_within_on_all(item, NEAR) for item, _ in gaps), Fraction(0)),
        far_at_random=sum((1 - chance_within_on_all(item, FAR) for item, _ in gaps), Fraction(0)),
    )


def chance_by_teams(questions: Sequence[QuestionComparison]) -> Mapping[int, tuple[int, Fraction]]:
    """By the number of teams that are compared, most frequent first: on how many questions so many are, and the mean
    chance that answers at random would lie within one point on such a question.

    Of a question with several facets the one with the most teams counts.
    """
    found: dict[int, list[Fraction]] = defaultdict(list)
    for item in questions:
        if facets := compared_facets(item):
            found[max(len(facet.positions) for facet in facets)].append(chance_within_on_all(item, NEAR))
    ordered = sorted(found.items(), key=lambda row: (-len(row[1]), row[0]))
    return {teams: (len(chances), sum(chances, Fraction(0)) / len(chances)) for teams, chances in ordered}
