"""Positions, spreads and gaps of one facet of one question."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import permutations

from questionnaires import Question, Questionnaire
from questionnaires.words import Facet, FindingKind
from scoring.conventions import COMMON_POSITION, Band, Evidence, band, band_at_best, evidence
from scoring.counts.tally import Distribution, Tally, cells_of
from scoring.measures import Shape, average_deviation, distance, gap, median, shape
from scoring.measures.counts import on_a_grid


@dataclass(frozen=True, slots=True)
class TeamFacet:
    """One team on one facet. Position and spread are in points, None where not defined.

    `has_common_position` says whether the median is the team's view: a single voice is, a spread above
    one point is not. A team without one is torn: its middle answer still counts, and stands for a range.
    """

    team: str
    distribution: Distribution
    position: Fraction | None
    spread: Fraction | None
    has_common_position: bool

    @property
    def is_torn(self) -> bool:
        """Whether there are answers and the median of them is not the team's view."""
        return self.position is not None and not self.has_common_position

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

    `positions` holds, by team, the middle answer of all that answered, and `gap` is the gap of these. `torn` are the
    teams of which the middle answer is nobody's view. A torn team may settle anywhere between its own lowest and
    highest answer: `least` and `most` are the gaps, in points, when every torn team settles where that makes the
    gap smallest, and where it makes it largest; both are the gap itself where nobody is torn.
    """

    facet: Facet
    teams: tuple[TeamFacet, ...]
    positions: Mapping[str, Fraction]
    gap: Fraction | None
    distance: Fraction | None
    band: Band | None
    shape: Shape[str] | None
    torn: tuple[str, ...] = ()
    least: Fraction | None = None
    most: Fraction | None = None

    def team(self, identifier: str) -> TeamFacet | None:
        """One team's part; None where it was not asked."""
        return next((entry for entry in self.teams if entry.team == identifier), None)

    def ends(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Who is at the lowest and who at the highest position."""
        places, _ = on_a_grid(list(self.positions.values()))
        lowest, highest = min(places), max(places)
        return (
            tuple([team for team, place in zip(self.positions, places, strict=True) if place == lowest]),
            tuple([team for team, place in zip(self.positions, places, strict=True) if place == highest]),
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
    """What teams on a scale of that many options show side by side.

    Where a team is torn the question is at best *close*, and its shape *spread*: teams cannot be of one mind, or stand
    in camps, while one of them does not know where it stands. The band is that of the middle answers, and not that of
    the least gap: then an answer that tears its team would calm a question by moving away from every other team.
    """
    positions = {entry.team: entry.position for entry in entries if entry.position is not None}
    torn = tuple([entry.team for entry in entries if entry.is_torn])
    width, apart, found = _measured(tuple(positions.items()), options)
    if width is None:
        return FacetComparison(facet, entries, positions, None, None, None, None, torn)
    if not torn:
        return FacetComparison(facet, entries, positions, width, apart, band(width), found, (), width, width)
    least, most = _range(entries)
    at_best = band_at_best(width, Band.CLOSE)
    spread: Shape[str] = Shape(FindingKind.SPREAD)
    return FacetComparison(facet, entries, positions, width, apart, at_best, spread, torn, least, most)


@lru_cache(maxsize=4096)
def _measured(
    positions: tuple[tuple[str, Fraction], ...], options: int
) -> tuple[Fraction | None, Fraction | None, Shape[str] | None]:
    """Gap, distance and shape of these positions by team."""
    # Whoever tries other answers meets the same positions again and again.
    values = [position for _, position in positions]
    return gap(values), distance(values, options), shape(dict(positions))


def _range(entries: tuple[TeamFacet, ...]) -> tuple[Fraction, Fraction]:
    """The smallest and the largest gap that there can be when every torn team settles within its own answers."""
    spans = [_span(entry) for entry in entries if entry.position is not None]
    least = max(low for low, _ in spans) - min(high for _, high in spans)
    # The two ends are of two teams: a team is not set against itself.
    most = max(high - low for (_, high), (low, _) in permutations(spans, 2))
    return max(least, Fraction(0)), most


def _span(entry: TeamFacet) -> tuple[Fraction, Fraction]:
    """Between which points a team may settle: of one with a common position, that alone."""
    if entry.is_torn:
        assert entry.lowest is not None
        assert entry.highest is not None
        return Fraction(entry.lowest), Fraction(entry.highest)
    assert entry.position is not None
    return entry.position, entry.position
