"""Positions, spreads and gaps of one facet of one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from questionnaires import Question, Questionnaire
from questionnaires.words import Facet
from scoring.conventions import COMMON_POSITION, Band, Evidence, band, evidence
from scoring.counts.tally import Distribution, Tally, cells_of
from scoring.measures import Shape, average_deviation, distance, gap, median, shape


@dataclass(frozen=True, slots=True)
class TeamFacet:
    """One team on one facet. Position and spread are in points, None where not defined.

    `has_common_position` says whether the median is the team's view: a single voice is, a spread above
    one point is not.
    """

    team: str
    distribution: Distribution
    position: Fraction | None
    spread: Fraction | None
    has_common_position: bool

    @property
    def evidence(self) -> Evidence:
        """How much the position rests on."""
        return evidence(self.distribution.answered)

    @property
    def lowest(self) -> int | None:
        """The lowest option that anybody chose, None without answers."""
        return next((option for option, count in enumerate(self.distribution.counts) if count), None)

    @property
    def highest(self) -> int | None:
        """The highest option that anybody chose, None without answers."""
        counts = self.distribution.counts
        return next((option for option in reversed(range(len(counts))) if counts[option]), None)


@dataclass(frozen=True, slots=True)
class FacetComparison:
    """The teams on one ordinal facet. Gap in points; distance 0..1, for sorting only.

    `positions` holds, by team, those that are a team's view. Teams without a common position are shown
    and take no part: their median is nobody's view.
    """

    facet: Facet
    teams: tuple[TeamFacet, ...]
    positions: Mapping[str, Fraction]
    gap: Fraction | None
    distance: Fraction | None
    band: Band | None
    shape: Shape[str] | None

    def team(self, identifier: str) -> TeamFacet | None:
        """One team's part; None where it was not asked."""
        return next((entry for entry in self.teams if entry.team == identifier), None)

    def ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who is at the lowest and who at the highest position."""
        positions = self.positions
        lowest, highest = min(positions.values()), max(positions.values())
        return (
            tuple(team for team, value in positions.items() if value == lowest),
            tuple(team for team, value in positions.items() if value == highest),
        )


def team_facet(team: str, distribution: Distribution) -> TeamFacet:
    """Position and spread of an ordinal distribution."""
    position, spread = median(distribution.counts), average_deviation(distribution.counts)
    common = position is not None and (spread is None or spread <= COMMON_POSITION)
    return TeamFacet(team, distribution, position, spread, common)


def compare_facet(
    questionnaire: Questionnaire, counted: Tally, question: Question, facet: Facet, teams: tuple[str, ...]
) -> FacetComparison:
    """One ordinal facet across teams."""
    entries = tuple(team_facet(team, cell) for team, cell in cells_of(counted, question, facet, teams))
    return facet_comparison(facet, entries, len(questionnaire.scale_by_id[question.scale].options))


def facet_comparison(facet: Facet, entries: tuple[TeamFacet, ...], options: int) -> FacetComparison:
    """What teams on a scale of that many options show side by side."""
    positions = {
        entry.team: entry.position for entry in entries if entry.position is not None and entry.has_common_position
    }
    values = list(positions.values())
    width = gap(values)
    if width is None:
        return FacetComparison(facet, entries, positions, None, None, None, None)
    return FacetComparison(facet, entries, positions, width, distance(values, options), band(width), shape(positions))
