"""What the teams' answers on quantities mean together: the threshold to use, and what contradicts itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from questionnaires import Question, Questionnaire
from questionnaires.words import Comparison as Direction
from questionnaires.words import Facet, FindingKind
from scoring.facets import TeamFacet, compare_facet
from scoring.findings import Finding
from scoring.tally import Tally


class Origin(StrEnum):
    """Where a threshold comes from."""

    AGREED = "agreed"
    STRICTEST = "strictest"
    ONE_TEAM = "one_team"
    LIMIT = "limit"
    DEFAULT_DOCUMENTED = "default_documented"
    DEFAULT_OURS = "default_ours"


@dataclass(frozen=True, slots=True)
class TeamThreshold:
    """One team's own value. `used` is false for a team without a common position;
    `reachable` is false when the service's documented limits do not allow it."""

    team: str
    option: int
    value: Decimal
    label: str
    used: bool
    reachable: bool


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value to hold a pilot against, and how it came about."""

    value: Decimal
    unit: str
    comparison: Direction
    origin: Origin
    question: str | None = None
    teams: tuple[TeamThreshold, ...] = ()
    far_apart: bool = False
    infeasible_with: tuple[str, ...] = ()


def stricter_option(position: Fraction) -> int:
    """A position between two options takes the stricter one."""
    return math.ceil(position)


def team_thresholds(
    questionnaire: Questionnaire, question: Question, entries: tuple[TeamFacet, ...]
) -> tuple[TeamThreshold, ...]:
    """Every team's own value of a quantity, in the order of the teams."""
    scale = questionnaire.scale_by_id[question.scale]
    limit = question.limit.option if question.limit else len(scale.options) - 1
    found = []
    for entry in entries:
        if entry.position is None:
            continue
        place = stricter_option(entry.position)
        option = scale.options[place]
        assert option.value is not None
        found.append(
            TeamThreshold(entry.team, place, option.value, option.label, entry.has_common_position, place <= limit)
        )
    return tuple(found)


def chosen_option(question: Question, teams: tuple[TeamThreshold, ...]) -> int | None:
    """The strictest used option that the service's documented limits allow; None when no team counts."""
    options = [team.option for team in teams if team.used]
    if not options:
        return None
    reachable = [team.option for team in teams if team.used and team.reachable]
    # When every team asks for more than can be reached, the documented limit is what remains.
    return max(reachable) if reachable else (question.limit.option if question.limit else max(options))


def contradictions(questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]) -> tuple[Finding, ...]:
    """Thresholds that cannot hold together, as a finding on the lower one with the teams concerned."""
    return tuple(_contradictions(questionnaire, counted, teams))


def _contradictions(questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]) -> Iterator[Finding]:
    for contradiction in questionnaire.contradictions:
        lower, upper = (
            {team.team: team.value for team in _used(questionnaire, counted, identifier, teams)}
            for identifier in (contradiction.lower, contradiction.upper)
        )
        if not lower or not upper or max(lower.values()) <= min(upper.values()):
            continue
        least, most = min(upper.values()), max(lower.values())
        concerned = {team for team, value in lower.items() if value > least}
        concerned |= {team for team, value in upper.items() if value < most}
        named = tuple(team for team in teams if team in concerned)
        yield Finding(
            FindingKind.INFEASIBLE_TOGETHER,
            contradiction.lower,
            named,
            Facet.POSITION,
            (),
            contradiction.upper,
        )


def _used(
    questionnaire: Questionnaire, counted: Tally, identifier: str, teams: tuple[str, ...]
) -> tuple[TeamThreshold, ...]:
    question = questionnaire.question_by_id[identifier]
    compared = compare_facet(questionnaire, counted, question, Facet.POSITION, teams)
    return tuple(team for team in team_thresholds(questionnaire, question, compared.teams) if team.used)
