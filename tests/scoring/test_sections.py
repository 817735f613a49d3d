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


@pytest.mark.parametrize("of_others", ["dont_know", None], ids=["another does not know", "nobody else was asked"])
def test_what_one_team_alone_says_cannot_be_compared_though_it_is_found(of_others: str | None) -> None:
    owners: dict[str, Choice] = {"endpoint": "endpoint"}
    if of_others:
        owners["operations"] = of_others
    responses = voices("ownership.deploy", owner=owners) + voices("control.release", needed={"endpoint": 5})
    responses += position("risk.attitude", operations=1)
    for section in ("ownership", "control"):
        assert summary(section, responses).comparable == 0


def test_two_teams_on_any_facet_can_be_compared() -> None:
    assert summary("control", voices("control.release", wanted={"endpoint": 1, "operations": 2})).comparable == 1


@pytest.mark.parametrize(("gaps", "middle"), [([1], 1), ([1, 4], Fraction(5, 2)), ([5, 0, 1], 1)], ids=str)
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
    responses = position("risk.attitude", endpoint=4, operations=1) + position("risk.soak", endpoint=2, operations=2)
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


@pytest.mark.parametrize(
    ("position", "apart"),
    [
        ({"endpoint": 1, "operations": 4, "security": 0, "network": 4}, True),
        ({"endpoint": 3, "operations": 0, "security": 5}, False),
    ],
    ids=["of three the one in the middle", "of two between both"],
)
def test_the_middle_of_the_others_is_a_median(position: dict[str, Choice], apart: bool) -> None:
    assert stands_apart(compared_on("risk.attitude", position=position), "endpoint") is apart


def test_a_team_stands_apart_when_it_does_on_one_of_two_facets() -> None:
    item = compared_on(
        "control.release", needed={"endpoint": 1, "operations": 1}, wanted={"endpoint": 5, "operations": 1}
    )
    assert stands_apart(item, "endpoint") is True


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


@pytest.mark.parametrize(
    ("owners", "apart"),
    [
        ({"endpoint": "endpoint", "operations": "security"}, True),
        ({"endpoint": "endpoint", "operations": "endpoint", "security": "security", "network": "security"}, True),
        ({"endpoint": "endpoint", "operations": "dont_know", "security": "endpoint", "network": "dont_know"}, False),
        ({"endpoint": "endpoint"}, None),
    ],
    ids=["the only other", "one of three", "who does not know says nothing", "alone"],
)
def test_only_the_others_that_answer_are_counted(owners: dict[str, Choice], apart: bool | None) -> None:
    responses = voices("ownership.pause", owner=owners) + voices("risk.attitude", position=dict.fromkeys(owners, 1))
    item = compared(responses).question("ownership.pause")
    assert item is not None
    assert stands_apart(item, "endpoint") is apart


def test_a_tied_team_shares_the_answer_of_either() -> None:
    item = compared_on("ownership.pause", owner={"endpoint": ["endpoint", "security"], "operations": "security"})
    assert stands_apart(item, "endpoint") is False


def test_a_teams_standing_counts_what_could_be_compared() -> None:
    responses = position("risk.attitude", endpoint=5, operations=1) + position("risk.soak", endpoint=2, operations=2)
    responses += position("risk.fleet", endpoint=2)
    assert summary("risk", responses).standings["endpoint"] == Apartness(apart=1, compared=2)
