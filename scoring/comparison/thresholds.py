"""What the teams' answers on quantities mean together: the threshold to use, and what contradicts itself."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Final

from questionnaires import Question, Questionnaire
from questionnaires.candidate import ThresholdPart
from questionnaires.words import DefaultBasis, Direction, Facet, FindingKind
from scoring.comparison.facets import TeamFacet, compare_facet
from scoring.comparison.findings import Finding
from scoring.counts.tally import Tally


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
    one: str | None = None


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


DEFAULTS: Final = (Origin.DEFAULT_DOCUMENTED, Origin.DEFAULT_OURS)


def default_origin(part: ThresholdPart) -> Origin:
    """Whose default it is: documented by the service, or ours."""
    return Origin.DEFAULT_DOCUMENTED if part.basis is DefaultBasis.DOCUMENTED else Origin.DEFAULT_OURS


def threshold_from(
    questionnaire: Questionnaire, part: ThresholdPart, question: Question, entries: tuple[TeamFacet, ...]
) -> Threshold:
    """The threshold that these answers of teams leave, by itself."""
    teams = team_thresholds(questionnaire, question, entries)
    option = chosen_option(question, teams)
    if option is None:
        return Threshold(
            part.default, part.unit, part.comparison, default_origin(part), question.id, teams, one=part.one
        )
    value = questionnaire.scale_by_id[question.scale].options[option].value
    assert value is not None
    used = [team for team in teams if team.used]
    if not any(team.reachable for team in used):
        origin = Origin.LIMIT
    elif len(used) == 1:
        origin = Origin.ONE_TEAM
    else:
        origin = Origin.AGREED if len({team.option for team in used}) == 1 else Origin.STRICTEST
    return Threshold(value, part.unit, part.comparison, origin, question.id, teams, one=part.one)


def cannot_hold(lower: tuple[TeamThreshold, ...], upper: tuple[TeamThreshold, ...]) -> bool:
    """Whether some team's value of the lower quantity lies above another's of the upper one."""
    below, above = _values(lower), _values(upper)
    return bool(below and above) and max(below.values()) > min(above.values())


def _values(teams: tuple[TeamThreshold, ...]) -> dict[str, Decimal]:
    """By team, of those that have a common position."""
    return {team.team: team.value for team in teams if team.used}


def contradictions(questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]) -> tuple[Finding, ...]:
    """Thresholds that cannot hold together, as a finding on the lower one with the teams concerned."""
    return tuple(_contradictions(questionnaire, counted, teams))


def _contradictions(questionnaire: Questionnaire, counted: Tally, teams: tuple[str, ...]) -> Iterator[Finding]:
    for contradiction in questionnaire.contradictions:
        lower, upper = (
            _thresholds(questionnaire, counted, identifier, teams)
            for identifier in (contradiction.lower, contradiction.upper)
        )
        if not cannot_hold(lower, upper):
            continue
        below, above = _values(lower), _values(upper)
        concerned = {team for team, value in below.items() if value > min(above.values())}
        concerned |= {team for team, value in above.items() if value < max(below.values())}
        yield Finding(
            FindingKind.INFEASIBLE_TOGETHER,
            contradiction.lower,
            tuple(team for team in teams if team in concerned),
            Facet.POSITION,
            (),
            contradiction.upper,
        )


def _thresholds(
    questionnaire: Questionnaire, counted: Tally, identifier: str, teams: tuple[str, ...]
) -> tuple[TeamThreshold, ...]:
    question = questionnaire.question_by_id[identifier]
    compared = compare_facet(questionnaire, counted, question, Facet.POSITION, teams)
    return team_thresholds(questionnaire, question, compared.teams)
