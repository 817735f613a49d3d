"""What the teams' answers on a quantity mean together: the threshold to use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from questionnaires import Question, Questionnaire, Scale
from questionnaires.candidate import ThresholdPart
from questionnaires.limits import defaults_of
from questionnaires.words import DefaultBasis, Direction
from scoring.comparison.facets import TeamFacet
from scoring.measures import middles


class Origin(StrEnum):
    """Where a threshold comes from."""

    AGREED = "agreed"
    STRICTEST = "strictest"
    NOT_AGREED = "not_agreed"
    ONE_TEAM = "one_team"
    LIMIT = "limit"
    DEFAULT_DOCUMENTED = "default_documented"
    DEFAULT_OURS = "default_ours"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class TeamThreshold:
    """One team's own value of a quantity: the stricter of its two middle answers, by its place on the scale.

    `lowest` and `highest` are the places of its answers at either end, which say more where it `is_torn`.
    `reachable` is false when the service's documented limits do not allow the value; `is_halfway` is true when the
    middle of its answers lies between two options.
    """

    team: str
    option: int
    value: Decimal
    label: str
    is_torn: bool
    lowest: int
    highest: int
    reachable: bool
    is_halfway: bool = False


@dataclass(frozen=True, slots=True)
class Threshold:
    """The value to hold a pilot against, and how it came about.

    `infeasible_with` are, for each contradiction, the other questions with whose thresholds it cannot hold together.
    """

    value: Decimal
    unit: str
    comparison: Direction
    origin: Origin
    question: str | None = None
    teams: tuple[TeamThreshold, ...] = ()
    far_apart: bool = False
    infeasible_with: tuple[tuple[str, ...], ...] = ()
    one: str | None = None


def team_thresholds(
    questionnaire: Questionnaire, question: Question, entries: tuple[TeamFacet, ...]
) -> tuple[TeamThreshold, ...]:
    """Every team's own value of a quantity, in the order of the teams.

    The stricter middle answer, and no middle between the two: it is somebody's own answer, and whoever asks for more
    can only make it stricter, whether or not that tears the team.
    """
    scale = questionnaire.scale_by_id[question.scale]
    limit = question.limit.option if question.limit else len(scale.options) - 1
    found = []
    for entry in entries:
        middle = middles(entry.distribution.counts)
        if middle is None:
            continue
        lowest, highest = entry.lowest, entry.highest
        assert lowest is not None
        assert highest is not None
        option = scale.options[middle[1]]
        assert option.value is not None
        found.append(
            TeamThreshold(
                entry.team,
                middle[1],
                option.value,
                option.label,
                entry.is_torn,
                lowest,
                highest,
                middle[1] <= limit,
                middle[0] != middle[1],
            )
        )
    return tuple(found)


def chosen_option(question: Question, teams: tuple[TeamThreshold, ...]) -> int | None:
    """The strictest of the teams' options, cut at the service's documented limit; None when no team answered.

    Where no option is the strict one, the option that all teams with an answer are at; None when they are not.
    """
    if not teams or (question.agreement_only and not _are_at_one(teams)):
        return None
    strictest = max(team.option for team in teams)
    return min(strictest, question.limit.option) if question.limit else strictest


def _are_at_one(teams: tuple[TeamThreshold, ...]) -> bool:
    """Whether all are at one option, each of them as its team's own view."""
    return len({team.option for team in teams}) == 1 and not any(team.is_torn or team.is_halfway for team in teams)


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
        origin = Origin.NOT_AGREED if teams else default_origin(part)
        return Threshold(part.default, part.unit, part.comparison, origin, question.id, teams, one=part.one)
    value = questionnaire.scale_by_id[question.scale].options[option].value
    assert value is not None
    return Threshold(
        value, part.unit, part.comparison, _origin(entries, teams, option), question.id, teams, one=part.one
    )


def _origin(entries: tuple[TeamFacet, ...], teams: tuple[TeamThreshold, ...], option: int) -> Origin:
    """*Agreed* only where the positions are equal, and each is its team's view."""
    if option < max(team.option for team in teams):
        return Origin.LIMIT
    if len(teams) == 1:
        return Origin.ONE_TEAM
    positions = {entry.position for entry in entries if entry.position is not None}
    is_torn = any(team.is_torn for team in teams)
    return Origin.AGREED if len(positions) == 1 and not is_torn else Origin.STRICTEST


def own_value(scale: Scale, team: TeamThreshold) -> str:
    """A team's value in words; of a torn team both ends of its answers, for it has no value of its own."""
    if not team.is_torn:
        return team.label
    return f"{scale.options[team.lowest].label} to {scale.options[team.highest].label}"


Values = Mapping[str, Decimal]
"""By team, its own value of a quantity."""


def recommended_values(
    questionnaire: Questionnaire, question: Question, entries: tuple[TeamFacet, ...]
) -> tuple[Values, tuple[Decimal, ...]]:
    """Each team's value of a quantity, and the thresholds that would be recommended of it.

    Without answers, or without the agreement that is needed, these are the defaults of the criteria that are always
    recommended: of one that waits for a finding nobody knows yet whether it will be.
    """
    teams = team_thresholds(questionnaire, question, entries)
    option = chosen_option(question, teams)
    if option is None:
        return {}, defaults_of(questionnaire, question.id)
    value = questionnaire.scale_by_id[question.scale].options[option].value
    assert value is not None
    return {team.team: team.value for team in teams}, (value,)
