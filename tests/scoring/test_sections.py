"""A section as a whole: counts by column, the median gap, and who stands apart."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires import Choice, Response
from scoring.comparison.sections import Apartness, SectionSummary, stands_apart
from scoring.conventions import Band
from tests.given.builders import compared, compared_on, voices


def summary(section: str, responses: list[Response]) -> SectionSummary:
    return next(one for one in compared(responses).sections if one.section.id == section)


def position(question: str, **teams: Choice | list[Choice]) -> list[Response]:
    return voices(question, position=teams)


def test_questions_are_counted_by_column_and_the_rest_by_itself() -> None:
    responses = position("risk.attitude", endpoint=1, operations=2) + position("risk.soak", endpoint=0, operations=5)
    found = summary("risk", responses)
    assert {column: count for column, count in found.columns.items() if count} == {
        Band.ALIGNED: 1,
        Band.FAR_APART: 1,
    }
    assert (found.comparable, found.not_comparable) == (2, 4)


@pytest.mark.parametrize(("gaps", "middle"), [([1], 1), ([1, 4], Fraction(5, 2)), ([0, 1, 5], 1)], ids=str)
def test_the_median_gap_is_that_of_the_ordinal_questions(gaps: list[int], middle: Fraction) -> None:
    questions = ("risk.attitude", "risk.soak", "risk.fleet")
    responses = [
        one
        for question, gap in zip(questions, gaps, strict=False)
        for one in position(question, endpoint=0, operations=gap)
    ]
    assert summary("risk", responses).median_gap == middle


def test_without_comparable_questions_there_is_no_median_gap() -> None:
    assert summary("risk", position("risk.attitude", endpoint=1)).median_gap is None


def test_the_table_of_pairs_is_the_mean_difference_in_points() -> None:
    responses = position("risk.attitude", endpoint=1, operations=4) + position("risk.soak", endpoint=2, operations=2)
    responses += position("risk.fleet", security=1)
    assert summary("risk", responses).distances == {("endpoint", "operations"): Fraction(3, 2)}


def test_ownership_is_counted_by_claim_pattern() -> None:
    found = summary("ownership", voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"}))
    assert (found.columns[Band.FAR_APART], found.median_gap) == (1, None)


@pytest.mark.parametrize(
    ("team", "apart"), [("endpoint", True), ("operations", False), ("security", False), ("network", None)]
)
def test_a_team_stands_apart_more_than_two_points_from_the_middle_of_the_others(team: str, apart: bool | None) -> None:
    item = compared_on("risk.attitude", position={"endpoint": 5, "operations": 2, "security": [2, 3]})
    assert stands_apart(item, team) is apart


def test_two_points_from_the_middle_of_the_others_is_not_apart() -> None:
    item = compared_on("risk.attitude", position={"endpoint": 4, "operations": 2, "security": 2})
    assert stands_apart(item, "endpoint") is False


def test_a_team_alone_stands_apart_from_nobody() -> None:
    assert stands_apart(compared_on("risk.attitude", position={"endpoint": 4}), "endpoint") is None


@pytest.mark.parametrize(
    ("team", "apart"), [("endpoint", True), ("operations", False), ("security", False), ("network", None)]
)
def test_on_ownership_a_team_stands_apart_when_fewer_than_half_of_the_others_say_the_same(
    team: str, apart: bool | None
) -> None:
    owners = {"endpoint": "endpoint", "operations": "security", "security": "security"}
    assert stands_apart(compared_on("ownership.pause", owner=owners), team) is apart


def test_a_tied_team_shares_the_answer_of_either() -> None:
    item = compared_on("ownership.pause", owner={"endpoint": ["endpoint", "security"], "operations": "security"})
    assert stands_apart(item, "endpoint") is False


def test_a_teams_standing_counts_what_could_be_compared() -> None:
    responses = position("risk.attitude", endpoint=5, operations=1) + position("risk.soak", endpoint=2, operations=2)
    responses += position("risk.fleet", endpoint=2)
    assert summary("risk", responses).standings["endpoint"] == Apartness(apart=1, compared=2)
