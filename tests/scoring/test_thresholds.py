"""Where a criterion's threshold comes from, and which value it is. Option 3 (8 hours) is the documented limit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from questionnaires import Choice
from questionnaires.words import FindingKind
from scoring.comparison.thresholds import Origin, Threshold
from scoring.criteria.criteria import recommend
from tests.given.builders import compared, criterion, small, voices_to

HOURS = (
    '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
    ' basis = "documented", sources = ["page"] }'
)
SOAK = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }'
)
WITH_HOURS = small(criterion("stop", threshold=HOURS))
WITH_SOAK = small(criterion("soak", threshold=SOAK))


def hours(**teams: Choice | list[Choice]) -> Threshold:
    responses = voices_to(WITH_HOURS, "risk.hours_to_stop", position=teams)
    (found,) = recommend(compared(responses, WITH_HOURS))
    return found.threshold


def soak(**questions: dict[str, int | str | list[int | str]]) -> Threshold:
    responses = [
        one for question, teams in questions.items() for one in voices_to(WITH_SOAK, f"risk.{question}", position=teams)
    ]
    (found,) = recommend(compared(responses, WITH_SOAK))
    return found.threshold


def test_equal_positions_are_agreed() -> None:
    found = hours(endpoint=2, operations=2)
    assert (found.value, found.origin) == (Decimal(24), Origin.AGREED)


def test_where_teams_differ_the_strictest_is_taken() -> None:
    found = hours(endpoint=1, operations=2, security=0)
    assert (found.value, found.origin) == (Decimal(24), Origin.STRICTEST)


def test_the_stricter_end_is_the_last_option_whichever_way_the_values_run() -> None:
    assert soak(soak={"endpoint": 1, "operations": 4}).value == 7


def test_one_team_decides_alone_only_as_long_as_it_is_alone() -> None:
    found = hours(endpoint=1)
    assert (found.value, found.origin) == (Decimal(48), Origin.ONE_TEAM)


def test_a_position_between_two_options_takes_the_stricter() -> None:
    assert hours(endpoint=[1, 2]).value == 24


def test_the_documented_limit_itself_can_be_asked_for() -> None:
    found = hours(endpoint=3, operations=0)
    assert (found.value, [team.reachable for team in found.teams]) == (Decimal(8), [True, True])


def test_what_the_service_cannot_do_is_shown_and_not_taken() -> None:
    found = hours(endpoint=5, operations=2)
    assert found.value == 24
    assert [(team.team, team.value, team.reachable) for team in found.teams] == [
        ("endpoint", Decimal(1), False),
        ("operations", Decimal(24), True),
    ]


def test_nobody_has_a_veto_by_answering_the_strictest() -> None:
    assert hours(endpoint=5, operations=1, security=1).value == 48


@pytest.mark.parametrize("teams", [{"endpoint": 4, "operations": 5}, {"endpoint": 5, "operations": 5}, {"endpoint": 4}])
def test_when_every_team_asks_for_more_than_can_be_had_the_limit_remains(teams: dict[str, Choice]) -> None:
    found = hours(**teams)
    assert (found.value, found.origin) == (Decimal(8), Origin.LIMIT)


def test_a_team_that_is_not_used_does_not_hide_that_the_others_ask_for_too_much() -> None:
    found = hours(endpoint=[0, 3], operations=5)
    assert (found.value, found.origin) == (Decimal(8), Origin.LIMIT)


@pytest.mark.parametrize(
    ("teams", "origin"),
    [
        ({"endpoint": 3}, Origin.ONE_TEAM),
        ({"endpoint": 3, "operations": 3}, Origin.AGREED),
        ({"endpoint": 3, "operations": 5}, Origin.STRICTEST),
    ],
    ids=["one team", "agreed", "strictest"],
)
def test_a_limit_that_a_team_gave_itself_is_the_teams_value(teams: dict[str, Choice], origin: Origin) -> None:
    found = hours(**teams)
    assert (found.value, found.origin) == (Decimal(8), origin)


def test_without_a_documented_limit_everything_can_be_reached() -> None:
    found = soak(soak={"endpoint": 5, "operations": 0})
    assert (found.value, [team.reachable for team in found.teams]) == (Decimal(14), [True, True])


def test_a_team_without_common_position_is_shown_and_not_used() -> None:
    found = hours(endpoint=[0, 3], operations=1)
    assert (found.value, found.origin) == (Decimal(48), Origin.ONE_TEAM)
    assert [(team.team, team.used) for team in found.teams] == [("endpoint", False), ("operations", True)]


@pytest.mark.parametrize(
    ("teams", "shown"),
    [({"endpoint": [0, 3]}, 1), ({"endpoint": "dont_know"}, 0), ({"endpoint": "not_applicable"}, 0)],
    ids=["no common position", "don't know", "not applicable"],
)
def test_the_default_stands_when_no_team_counts(teams: dict[str, Choice], shown: int) -> None:
    found = hours(**teams)
    assert (found.value, found.origin) == (Decimal(24), Origin.DEFAULT_DOCUMENTED)
    assert (found.question, len(found.teams)) == ("risk.hours_to_stop", shown)


def test_the_default_stands_when_nobody_was_asked() -> None:
    (found,) = recommend(compared([], WITH_HOURS))
    assert (found.threshold.value, found.threshold.origin) == (Decimal(24), Origin.DEFAULT_DOCUMENTED)


def test_a_default_of_ours_is_labelled_as_ours() -> None:
    assert soak(soak={"endpoint": "dont_know"}).origin is Origin.DEFAULT_OURS


def test_a_threshold_without_question_is_its_default() -> None:
    questionnaire = small(criterion("fixed"))
    (found,) = recommend(compared([], questionnaire))
    assert (found.threshold.value, found.threshold.question, found.threshold.teams) == (Decimal(24), None, ())


@pytest.mark.parametrize(("second", "far_apart"), [(3, False), ([3, 4], True)])
def test_teams_far_apart_are_pointed_out(second: Choice | list[Choice], far_apart: bool) -> None:
    assert hours(endpoint=0, operations=second).far_apart is far_apart


@pytest.mark.parametrize(("open_days", "others"), [(4, ("risk.exposure",)), (3, ())])
def test_a_threshold_that_cannot_hold_names_the_other_question(open_days: int, others: tuple[str, ...]) -> None:
    found = soak(soak={"endpoint": 4}, exposure={"operations": open_days})
    assert found.infeasible_with == others


def test_the_upper_side_of_a_contradiction_names_the_lower() -> None:
    part = SOAK.replace("risk.soak", "risk.exposure").replace("at_least", "at_most")
    questionnaire = small(criterion("open", threshold=part))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4})
    responses += voices_to(questionnaire, "risk.exposure", position={"operations": 4})
    comparison = compared(responses, questionnaire)
    assert FindingKind.INFEASIBLE_TOGETHER in {kind for item in comparison.questions for kind in item.kinds}
    assert recommend(comparison)[0].threshold.infeasible_with == ("risk.soak",)
