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


@pytest.mark.parametrize("operations", [2, [2, 2, 2], [1, 3]], ids=str)
def test_equal_positions_are_agreed(operations: Choice | list[Choice]) -> None:
    assert hours(endpoint=2, operations=operations).origin is Origin.AGREED


@pytest.mark.parametrize(
    "teams",
    [{"endpoint": [1, 2], "operations": 2}, {"endpoint": [0, 3], "operations": [0, 3]}],
    ids=["the same option, not the same position", "the same position, of nobody"],
)
def test_values_that_only_come_out_alike_are_not_agreed(teams: dict[str, Choice]) -> None:
    assert hours(**teams).origin is Origin.STRICTEST


def test_the_same_middle_of_one_team_and_of_nobody_is_not_agreed() -> None:
    assert hours(endpoint=[0, 3, 0, 3], operations=[1, 2]).origin is Origin.STRICTEST


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


def test_what_the_service_cannot_do_is_shown_and_cut_at_the_limit() -> None:
    found = hours(endpoint=5, operations=2)
    assert (found.value, found.origin) == (Decimal(8), Origin.LIMIT)
    assert [(team.team, team.value, team.reachable) for team in found.teams] == [
        ("endpoint", Decimal(1), False),
        ("operations", Decimal(24), True),
    ]


@pytest.mark.parametrize("rest", [{}, {"operations": 0}, {"operations": 1, "security": 3}, {"operations": [0, 5]}])
def test_who_asks_for_more_never_gets_less(rest: dict[str, Choice]) -> None:
    """Fewer hours are stricter."""
    values = [hours(endpoint=option, **rest).value for option in range(6)]
    assert values == sorted(values, reverse=True)
    together = [hours(endpoint=[option, 2, 2], **rest).value for option in range(6)]
    assert together == sorted(together, reverse=True)


@pytest.mark.parametrize("teams", [{"endpoint": 4, "operations": 5}, {"endpoint": 5, "operations": 5}, {"endpoint": 4}])
def test_when_every_team_asks_for_more_than_can_be_had_the_limit_remains(teams: dict[str, Choice]) -> None:
    found = hours(**teams)
    assert (found.value, found.origin) == (Decimal(8), Origin.LIMIT)


def test_a_torn_team_does_not_hide_that_the_others_ask_for_too_much() -> None:
    found = hours(endpoint=[0, 3], operations=5)
    assert (found.value, found.origin) == (Decimal(8), Origin.LIMIT)


@pytest.mark.parametrize(
    ("teams", "origin"),
    [
        ({"endpoint": 3}, Origin.ONE_TEAM),
        ({"endpoint": 3, "operations": 3}, Origin.AGREED),
        ({"endpoint": 3, "operations": 1}, Origin.STRICTEST),
        ({"endpoint": 3, "operations": 5}, Origin.LIMIT),
    ],
    ids=["one team", "agreed", "strictest", "another team asks for more"],
)
def test_a_limit_that_a_team_gave_itself_is_the_teams_value_unless_another_asks_for_more(
    teams: dict[str, Choice], origin: Origin
) -> None:
    found = hours(**teams)
    assert (found.value, found.origin) == (Decimal(8), origin)


def test_without_a_documented_limit_everything_can_be_reached() -> None:
    found = soak(soak={"endpoint": 5, "operations": 0})
    assert (found.value, [team.reachable for team in found.teams]) == (Decimal(14), [True, True])


def test_the_stricter_middle_answer_of_a_torn_team_counts_and_both_its_ends_are_shown() -> None:
    found = hours(endpoint=[0, 3], operations=1)
    assert (found.value, found.origin) == (Decimal(8), Origin.STRICTEST)
    assert [(team.team, team.value, team.is_torn, team.lowest, team.highest) for team in found.teams] == [
        ("endpoint", Decimal(8), True, 0, 3),
        ("operations", Decimal(48), False, 1, 1),
    ]


def test_a_torn_team_alone_is_one_team() -> None:
    found = hours(endpoint=[0, 3])
    assert (found.value, found.origin) == (Decimal(8), Origin.ONE_TEAM)


@pytest.mark.parametrize("state", ["dont_know", "not_applicable"])
def test_the_default_stands_when_no_team_has_an_answer(state: str) -> None:
    found = hours(endpoint=state)
    assert (found.value, found.origin) == (Decimal(24), Origin.DEFAULT_DOCUMENTED)
    assert (found.question, found.teams) == ("risk.hours_to_stop", ())


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


@pytest.mark.parametrize(("open_days", "others"), [(4, (("risk.exposure",),)), (3, ())])
def test_a_threshold_that_cannot_hold_names_the_other_question(
    open_days: int, others: tuple[tuple[str, ...], ...]
) -> None:
    found = soak(soak={"endpoint": 4}, exposure={"operations": open_days})
    assert found.infeasible_with == others


def test_the_upper_side_of_a_contradiction_names_the_lower() -> None:
    part = SOAK.replace("risk.soak", "risk.exposure").replace("at_least", "at_most")
    questionnaire = small(criterion("open", threshold=part))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4})
    responses += voices_to(questionnaire, "risk.exposure", position={"operations": 4})
    comparison = compared(responses, questionnaire)
    assert FindingKind.INFEASIBLE_TOGETHER in {kind for item in comparison.questions for kind in item.kinds}
    assert recommend(comparison)[0].threshold.infeasible_with == (("risk.soak",),)


@pytest.mark.parametrize(("endpoint", "reachable"), [([2, 3], True), ([3, 4], False), ([4, 5], False)])
def test_a_team_between_two_options_asks_for_what_can_be_promised_where_the_stricter_can(
    endpoint: list[Choice], *, reachable: bool
) -> None:
    assert [team.reachable for team in hours(endpoint=endpoint).teams] == [reachable]
