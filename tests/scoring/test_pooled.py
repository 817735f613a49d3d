"""The same answers counted by people and by team."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires import Choice
from questionnaires.words import Facet
from scoring.comparison.facets import FacetComparison
from scoring.comparison.pooled import Pooled, Reading, pooled
from scoring.conventions import SpreadBand, spread_band
from tests.given.builders import compared_on

sizes = st.integers(1, 6)
answers = st.integers(0, 5)


def on_attitude(**position: Choice | list[Choice]) -> FacetComparison:
    facet = compared_on("risk.attitude", position=position).facet(Facet.POSITION)
    assert facet is not None
    return facet


def taken_together(**position: Choice | list[Choice]) -> Pooled:
    found = pooled(on_attitude(**position))
    assert found is not None
    return found


def test_fifteen_people_outvote_two_but_not_by_team() -> None:
    """Fifteen say 1 and two say 5. By people the middle is 1, and two of 17 are 4 points away. By team each counts
    half, so that the middle is between 1 and 5, and all are 2 points away."""
    found = taken_together(endpoint=[1] * 15, operations=[5, 5])
    assert found.by_people == Reading(Fraction(1), Fraction(8, 17), SpreadBand.TIGHT)
    assert found.by_team == Reading(Fraction(3), Fraction(2), SpreadBand.NONE)
    assert found.differs


def test_the_largest_team_is_named_with_its_share() -> None:
    found = taken_together(operations=[5, 5], endpoint=[1] * 15)
    assert (found.largest, found.most, found.answers) == ("endpoint", 15, 17)


def test_a_large_team_that_says_the_same_makes_no_difference() -> None:
    assert not taken_together(endpoint=[1] * 15, operations=[1, 2]).differs


def test_two_readings_in_one_band_do_not_differ() -> None:
    """By people 1 with a quarter of a point, by team 1.5 with half a point: both are tight."""
    found = taken_together(endpoint=[1, 1, 1], operations=2)
    assert found.by_people == Reading(Fraction(1), Fraction(1, 4), SpreadBand.TIGHT)
    assert found.by_team == Reading(Fraction(3, 2), Fraction(1, 2), SpreadBand.TIGHT)
    assert not found.differs


def test_people_without_an_option_are_not_counted() -> None:
    found = taken_together(endpoint=[1, "dont_know", "not_applicable"], operations=[5, 5, "dont_know"])
    assert (found.answers, found.largest, found.most) == (3, "operations", 2)


@pytest.mark.parametrize("others", [{}, {"operations": "dont_know"}], ids=["one team", "the other does not know"])
def test_one_team_alone_is_not_taken_together(others: dict[str, Choice | list[Choice]]) -> None:
    assert pooled(on_attitude(endpoint=[1, 5], **others)) is None


@given(sizes.flatmap(lambda size: st.lists(st.lists(answers, min_size=size, max_size=size), min_size=2, max_size=4)))
def test_teams_of_equal_size_read_alike_either_way(teams: list[list[Choice]]) -> None:
    found = taken_together(**dict(zip(["endpoint", "operations", "security", "network"], teams, strict=False)))
    assert found.by_people == found.by_team
    assert not found.differs


@given(st.lists(answers, min_size=1, max_size=4), st.lists(answers, min_size=1, max_size=4), st.integers(2, 5))
def test_more_people_of_the_same_views_do_not_change_the_reading_by_team(
    endpoint: list[Choice], security: list[Choice], times: int
) -> None:
    before = taken_together(endpoint=endpoint, security=security)
    after = taken_together(endpoint=endpoint * times, security=security)
    assert after.by_team == before.by_team


@pytest.mark.parametrize(
    ("spread", "expected"),
    [
        (Fraction(1, 2), SpreadBand.TIGHT),
        (Fraction(51, 100), SpreadBand.ACCEPTABLE),
        (Fraction(1), SpreadBand.ACCEPTABLE),
        (Fraction(101, 100), SpreadBand.NONE),
    ],
)
def test_a_spread_on_the_edge_belongs_to_the_nearer_band(spread: Fraction, expected: SpreadBand) -> None:
    assert spread_band(spread) is expected
