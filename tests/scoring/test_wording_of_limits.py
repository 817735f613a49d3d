"""How far a figure reaches: counted by people, inside teams, moved, and by how many answers, in plain sentences."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from questionnaires.words import Facet
from scoring import Comparison
from scoring.comparison.facets import FacetComparison
from scoring.wording.changes import answers_sentence, distance_sentence, pooled_sentence, variation_sentence
from tests.given.builders import compared, compared_on, voices

Named = dict[str, Choice | list[Choice]]


def on_attitude(position: Named) -> tuple[Comparison, FacetComparison]:
    comparison = compared(voices("risk.attitude", position=position))
    item = comparison.question("risk.attitude")
    assert item is not None
    facet = item.facet(Facet.POSITION)
    assert facet is not None
    return comparison, facet


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": [1] * 15, "operations": [5, 5]},
            "If people counted instead of teams, the answers would look closer: 15 of the 17 are from Endpoint.",
        ),
        (
            {"endpoint": [1] * 3, "security": [3] * 4 + [0]},
            "If people counted instead of teams, the answers would look further apart: 5 of the 8 are from Security.",
        ),
        ({"endpoint": [1, 1], "operations": [5, 5]}, ""),
        ({"endpoint": [1, 1, 1], "operations": 2}, ""),
        ({"endpoint": [1, 5]}, ""),
    ],
    ids=["outvoted", "outvoted by a torn team", "equal sizes", "one band", "one team"],
)
def test_counting_by_people_is_said_where_it_reads_differently(position: Named, text: str) -> None:
    assert pooled_sentence(*on_attitude(position)) == text


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": 1, "security": 4},
            "Whether people differ inside the teams cannot be told: every team gave one answer.",
        ),
        (
            {"endpoint": [1, 1], "security": [4, 4]},
            "100 % of the differences lie between the teams, the rest inside them.",
        ),
        (
            {"endpoint": [1, 2], "security": [2, 3]},
            "33 % of the differences lie between the teams, the rest inside them.",
        ),
        (
            {"endpoint": [1, 4], "security": [4, 1]},
            "0 % of the differences lie between the teams, the rest inside them.",
        ),
        ({"endpoint": [3, 3], "security": [3, 3]}, ""),
        ({"endpoint": 3, "security": 3}, ""),
        ({"endpoint": [1, 4]}, ""),
    ],
    ids=["single voices", "all between", "a third between", "all inside", "nobody differs", "alike voices", "one team"],
)
def test_how_much_lies_between_the_teams_is_said_where_people_differ(position: Named, text: str) -> None:
    _, facet = on_attitude(position)
    assert variation_sentence(facet) == text


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": [1, 1], "security": [4, 5]},
            "To turn the answers of Endpoint into those of Security, each would have to move by 3.5 steps on average.",
        ),
        (
            {"endpoint": [4, 5], "operations": 3, "security": 1},
            "To turn the answers of Security into those of Endpoint, each would have to move by 3.5 steps on average.",
        ),
        (
            {"endpoint": [1, 1], "security": 2},
            "To turn the answers of Endpoint into those of Security, each would have to move by 1 step on average.",
        ),
        ({"endpoint": 1, "security": 4}, ""),
        ({"endpoint": [2, 2], "security": [1, 3]}, ""),
        (
            {"endpoint": [2, 2], "security": [0, 5]},
            "To turn the answers of Endpoint into those of Security, each would have to move by 2.5 steps on average.",
        ),
        ({"endpoint": [0, 5]}, ""),
        (
            {"endpoint": [0, 0], "operations": [0, 0, 1], "network": [4, 5, 5], "security": [5, 5]},
            "To turn the answers of Endpoint into those of Security, each would have to move by 5 steps on average.",
        ),
    ],
    ids=["up", "down", "one answer and several", "single voices", "no gap", "torn", "nothing to compare", "two each"],
)
def test_how_far_answers_would_have_to_move_is_said_of_the_two_ends(position: Named, text: str) -> None:
    assert distance_sentence(*on_attitude(position)) == text


def test_what_rounds_to_one_step_is_one_step() -> None:
    """Of 24 answers against a single one, 23 lie one step away and one lies two: 25/24 steps on average."""
    position: Named = {"endpoint": [*[2] * 23, 3], "security": 1}
    text = distance_sentence(*on_attitude(position))
    assert text.endswith("each would have to move by 1 step on average.")


@pytest.mark.parametrize(
    ("position", "fewest", "text"),
    [
        ({"endpoint": 1, "security": 4}, 1, "1 answer a team"),
        ({"endpoint": [1, 1], "security": [4, 4]}, 2, "2 answers a team"),
        ({"endpoint": 1, "security": [4] * 5}, 1, "1 to 5 answers a team"),
        ({"endpoint": [1] * 10, "security": [4] * 12}, 10, "10 to 12 answers a team"),
        ({"endpoint": [1] * 5, "security": "dont_know"}, 5, "5 answers a team"),
        ({"endpoint": [1, 1, "dont_know"], "security": [4, 4, 4, "not_applicable"]}, 2, "2 to 3 answers a team"),
        ({"endpoint": "dont_know"}, 0, "no answer"),
    ],
)
def test_the_number_of_answers_is_said_from_the_team_with_the_fewest_to_that_with_the_most(
    position: Named, fewest: int, text: str
) -> None:
    item = compared_on("risk.attitude", position=position)
    assert (item.fewest, answers_sentence(item)) == (fewest, text)


def test_of_several_facets_the_one_with_the_fewest_answers_counts() -> None:
    item = compared_on(
        "control.release",
        needed={"endpoint": [1, 1, 1], "security": [2, 2]},
        wanted={"endpoint": [1, "dont_know", "dont_know"], "security": ["dont_know", "dont_know"]},
    )
    assert (item.fewest, answers_sentence(item)) == (1, "1 to 3 answers a team")
