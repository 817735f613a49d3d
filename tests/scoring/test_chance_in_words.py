"""How much agreement is worth when few have answered, in words."""

from __future__ import annotations

import pytest

from questionnaires.words import Facet
from scoring.comparison.facets import FacetComparison
from scoring.wording.findings import chance_sentence
from tests.given.builders import compared, voices


def facet(**positions: int | list[int]) -> FacetComparison:
    item = compared(voices("risk.attitude", position=positions)).question("risk.attitude")
    assert item is not None
    found = item.facet(Facet.POSITION)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("positions", "words"),
    [
        ({"endpoint": 2, "operations": 2}, "By chance alone, 2 answers would lie this close in 17 of 100 cases."),
        ({"endpoint": 2, "operations": 3}, "By chance alone, 2 answers would lie this close in 44 of 100 cases."),
        (
            {"endpoint": 2, "operations": 3, "security": 4},
            "By chance alone, 3 answers would lie this close in 39 of 100 cases.",
        ),
        (
            {"endpoint": 2, "operations": 3, "security": 2, "network": 3},
            "By chance alone, 4 answers would lie this close in 6 of 100 cases.",
        ),
        (
            {"endpoint": 2, "operations": 2, "security": 2, "network": 2},
            "By chance alone, 4 answers would lie this close in fewer than 1 of 100 cases.",
        ),
    ],
)
def test_agreement_is_held_against_chance(positions: dict[str, int], words: str) -> None:
    assert chance_sentence(facet(**positions), 6) == words


def test_a_gap_in_half_points_counts_as_the_next_whole_one() -> None:
    assert facet(endpoint=[2, 3], operations=2).chance(6) == facet(endpoint=3, operations=2).chance(6)


@pytest.mark.parametrize("positions", [{"endpoint": 0, "operations": 3}, {"endpoint": 0, "operations": 5}])
def test_what_is_apart_is_not_held_against_chance(positions: dict[str, int]) -> None:
    assert chance_sentence(facet(**positions), 6) == ""


def test_one_team_alone_is_compared_with_nothing() -> None:
    alone = facet(endpoint=3)
    assert (alone.chance(6), chance_sentence(alone, 6)) == (None, "")
