"""How far each team is from the others, as a number and in a word: worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from maturity.files.trees import Tree
from tests.given.builders import Voices
from tests.given.example_results import asked


def teams_on(question: str, facet: str, **facets: Voices) -> dict[str, Tree]:
    """What each team said on one facet of the question, by team."""
    found = next(item for item in asked(question, **facets)["facet"] if item["name"] == facet)
    return {team["id"]: team for team in found["team"]}


def levels(question: str, facet: str, **facets: Voices) -> dict[str, Any]:
    """By team, how far it is from the others, as a number and in a word; None for what has no key."""
    teams = teams_on(question, facet, **facets)
    return {name: (team.get("from_others"), team.get("level")) for name, team in teams.items()}


@pytest.mark.parametrize(
    ("theirs", "distance", "level"),
    [
        (0, 0, "aligned"),
        (1, 1, "aligned"),
        ([1, 2], 1.5, "close"),
        (2, 2, "close"),
        ([2, 3], 2.5, "apart"),
        (3, 3, "apart"),
        ([3, 4], 3.5, "far_apart"),
        (4, 4, "far_apart"),
        (5, 5, "far_apart"),
    ],
)
def test_a_distance_on_the_edge_belongs_to_the_nearer_band(
    theirs: int | list[int], distance: float, level: str
) -> None:
    found = levels("risk.attitude", "position", position={"endpoint": 0, "security": theirs})
    assert found == {"endpoint": (distance, level), "security": (distance, level)}


def test_the_distance_is_that_to_the_median_of_the_other_teams() -> None:
    # From 0, the others' median of 1, 4 and 5 is 4; from 5, that of 0, 1 and 4 is 1; the mean would be another one.
    said = {"endpoint": 0, "operations": 1, "security": 4, "network": 5}
    assert levels("risk.attitude", "position", position=said) == {
        "endpoint": (4, "far_apart"),
        "operations": (3, "apart"),
        "security": (3, "apart"),
        "network": (4, "far_apart"),
    }


def test_the_median_of_two_other_teams_lies_between_them() -> None:
    said = {"endpoint": 0, "operations": 1, "security": 4}
    assert levels("risk.attitude", "position", position=said) == {
        "endpoint": (2.5, "apart"),
        "operations": (1, "aligned"),
        "security": (3.5, "far_apart"),
    }


def test_the_middle_answer_of_a_torn_team_counts_for_its_own_distance_and_for_those_of_others() -> None:
    """Endpoint is at 2.5: half a point from 2, the middle of 1 and 3; Security at 3 from 1.75; Operations at 1 from
    2.75."""
    said: Voices = {"endpoint": [0, 5, 0, 5], "operations": 1, "security": 3}
    found = teams_on("risk.attitude", "position", position=said)
    assert {name: team["from_others"] for name, team in found.items()} == {
        "endpoint": 0.5,
        "operations": 1.75,
        "security": 1.25,
    }


@pytest.mark.parametrize("other", [{}, {"security": "dont_know"}, {"security": "not_applicable"}])
def test_a_team_without_another_has_no_distance(other: dict[str, str]) -> None:
    found = levels("risk.attitude", "position", position={"endpoint": 2, **other})
    assert set(found.values()) == {(None, None)}


def test_each_facet_has_distances_of_its_own() -> None:
    facets: dict[str, Voices] = {"needed": {"endpoint": 0, "security": 5}, "wanted": {"endpoint": 2, "security": 3}}
    assert set(levels("control.release", "needed", **facets).values()) == {(5, "far_apart")}
    assert set(levels("control.release", "wanted", **facets).values()) == {(1, "aligned")}


@pytest.mark.parametrize(
    ("owners", "expected"),
    [
        ({"endpoint": "endpoint", "security": "endpoint"}, {"endpoint": "aligned", "security": "aligned"}),
        ({"endpoint": "endpoint", "security": "service"}, {"endpoint": "far_apart", "security": "far_apart"}),
        # Half of the others is enough to stand with them; one of three is not.
        (
            {"endpoint": "service", "operations": "service", "security": "network"},
            {"endpoint": "aligned", "operations": "aligned", "security": "far_apart"},
        ),
        (
            {"endpoint": "service", "operations": "service", "security": "network", "network": "provider"},
            {"endpoint": "far_apart", "operations": "far_apart", "security": "far_apart", "network": "far_apart"},
        ),
        ({"endpoint": "endpoint"}, {"endpoint": None}),
        ({"endpoint": "endpoint", "security": "dont_know"}, {"endpoint": None, "security": None}),
    ],
)
def test_without_an_order_a_team_names_what_half_of_the_others_name_or_stands_apart(
    owners: dict[str, str], expected: dict[str, str | None]
) -> None:
    found = levels("ownership.pause", "owner", owner=owners)
    assert found == {team: (None, level) for team, level in expected.items()}
