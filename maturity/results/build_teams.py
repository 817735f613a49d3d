"""Team by team who answered, and who was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from maturity.results.invited import InvitedResults, SilentTeam
from maturity.results.sections import Standing, TakenOver, TeamResults
from scoring import Comparison
from scoring.counts.carrying import CarriedOver
from scoring.counts.tally import Progress

NOBODY: Final[Mapping[str, InvitedResults]] = MappingProxyType({})
"""By team whom a roster says was asked, where there is none."""


def team_results(
    comparison: Comparison, carried: CarriedOver | None, invited: Mapping[str, InvitedResults]
) -> Iterator[TeamResults]:
    """The teams with answers that count here, each beside those whom somebody asked of it."""
    for team in comparison.teams:
        progress = carried.now.get(team, Progress()) if carried else comparison.progress[team]
        yield TeamResults(
            id=team,
            name=comparison.label(team),
            respondents=progress.respondents,
            completed=progress.completed,
            asked=progress.asked,
            answered=progress.answered,
            taken_over=_taken_over(carried, team) if carried else None,
            votes=progress.votes,
            invited=invited.get(team),
            section=tuple(
                Standing(
                    id=section.section.id,
                    apart=section.standings[team].apart,
                    compared=section.standings[team].compared,
                )
                for section in comparison.sections
            ),
        )


def silent_teams(comparison: Comparison, invited: Mapping[str, InvitedResults]) -> Iterator[SilentTeam]:
    """The teams that were asked and of which nothing counts here."""
    for team, asked in invited.items():
        if team not in comparison.teams:
            yield SilentTeam(id=team, name=comparison.label(team), invited=asked)


def _taken_over(carried: CarriedOver, team: str) -> TakenOver | None:
    if team not in carried.answers:
        return None
    return TakenOver(answers=carried.answers[team], people=carried.then[team].respondents)
