"""The same answers counted by people instead of by team, for where that would read differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from scoring.comparison.facets import FacetComparison
from scoring.conventions import SpreadBand, spread_band
from scoring.measures import Counts, average_deviation, median


@dataclass(frozen=True, slots=True)
class Reading:
    """Answers of several teams taken together: position and spread in points, and the band of the spread."""

    position: Fraction
    spread: Fraction
    band: SpreadBand


@dataclass(frozen=True, slots=True)
class Pooled:
    """Both readings of one facet. `largest` is the team with the most answers, `most` how many of `answers`
    are its own."""

    by_people: Reading
    by_team: Reading
    answers: int
    largest: str
    most: int

    @property
    def differs(self) -> bool:
        """Whether the band depends on who is counted."""
        return self.by_people.band is not self.by_team.band


def pooled(compared: FacetComparison) -> Pooled | None:
    """Every answer alike, and every team alike, by the same measures; None for fewer than two teams with answers.

    To give teams equal weight, each team's counts are multiplied until all have as many: the least common multiple
    of their sizes, so that the median is of whole answers and exact.
    """
    teams = {entry.team: entry.distribution.counts for entry in compared.teams if entry.distribution.answered}
    if len(teams) < 2:
        return None
    size = lcm(*(sum(counts) for counts in teams.values()))
    largest = max(teams, key=lambda team: sum(teams[team]))
    weighted = [[count * (size // sum(counts)) for count in counts] for counts in teams.values()]
    return Pooled(
        _reading(list(teams.values())),
        _reading(weighted),
        sum(sum(counts) for counts in teams.values()),
        largest,
        sum(teams[largest]),
    )


def _reading(teams: Sequence[Counts]) -> Reading:
    together = [sum(column) for column in zip(*teams, strict=True)]
    position, spread = median(together), average_deviation(together)
    assert position is not None
    assert spread is not None
    return Reading(position, spread, spread_band(spread))
