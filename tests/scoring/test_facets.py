"""One facet across teams: positions, who counts, bands with exact edges."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import pytest

from questionnaires import Choice
from questionnaires.words import Facet, FindingKind
from scoring.comparison.facets import FacetComparison
from scoring.conventions import Band, Evidence, band, evidence
from tests.given.builders import Voices, compared_on


def on_attitude(**position: Choice | list[Choice]) -> FacetComparison:
    facet = compared_on("risk.attitude", position=position).facet(Facet.POSITION)
    assert facet is not None
    return facet


@pytest.mark.parametrize(
    ("gap", "expected"),
    [
        ("0", Band.ALIGNED),
        ("1", Band.ALIGNED),
        ("1000001/1000000", Band.CLOSE),
        ("2", Band.CLOSE),
        ("2000001/1000000", Band.APART),
        ("3", Band.APART),
        ("3000001/1000000", Band.FAR_APART),
        ("5", Band.FAR_APART),
    ],
)
def test_a_gap_on_the_edge_belongs_to_the_nearer_band(gap: str, expected: Band) -> None:
    assert band(Fraction(gap)) is expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (0, Evidence.NONE),
        (1, Evidence.SINGLE_VOICE),
        (2, Evidence.INDICATIVE),
        (4, Evidence.INDICATIVE),
        (5, Evidence.FAIR),
        (9, Evidence.FAIR),
        (10, Evidence.GOOD),
    ],
)
def test_evidence_grows_with_the_answers(answers: int, expected: Evidence) -> None:
    assert evidence(answers) is expected


def test_a_single_voice_is_a_position_without_a_spread() -> None:
    team = on_attitude(endpoint=4).team("endpoint")
    assert team is not None
    assert (team.position, team.spread, team.evidence, team.has_common_position) == (
        Fraction(4),
        None,
        Evidence.SINGLE_VOICE,
        True,
    )


@pytest.mark.parametrize(
    ("answers", "common"), [([2, 4], True), ([0, 0, 3], True), ([0, 3], False), ([0, 0, 4, 4, 4], False)], ids=str
)
def test_a_spread_of_one_point_is_still_a_common_position(answers: list[Choice], common: bool) -> None:
    team = on_attitude(endpoint=answers).team("endpoint")
    assert team is not None
    assert team.has_common_position is common


def test_a_torn_team_takes_part_with_its_middle_answer() -> None:
    facet = on_attitude(endpoint=[0, 5], operations=4, security=5)
    torn = facet.team("endpoint")
    assert torn is not None
    assert (torn.position, torn.lowest, torn.highest, torn.is_torn) == (Fraction(5, 2), 0, 5, True)
    assert facet.positions == {"endpoint": Fraction(5, 2), "operations": Fraction(4), "security": Fraction(5)}
    assert (facet.torn, facet.gap, facet.band) == (("endpoint",), Fraction(5, 2), Band.APART)


def test_with_a_torn_team_a_facet_is_close_at_best_and_has_no_camps() -> None:
    facet = on_attitude(endpoint=[0, 5], operations=2)
    assert (facet.gap, facet.distance, facet.band) == (Fraction(1, 2), Fraction(1, 10), Band.CLOSE)
    assert facet.shape is not None
    assert (facet.shape.kind, facet.shape.camps) == (FindingKind.SPREAD, ())


@pytest.mark.parametrize(
    ("teams", "least", "most"),
    [
        ({"endpoint": [2, 5], "operations": 1, "security": 1}, 1, 4),
        ({"endpoint": [0, 5], "operations": 2}, 0, 3),
        ({"endpoint": [0, 5], "operations": 2, "security": 3}, 1, 3),
        ({"endpoint": [0, 5], "operations": [2, 4]}, 0, 3),
        ({"endpoint": [0, 3], "operations": [2, 5]}, 0, 5),
        ({"endpoint": [0, 5], "operations": [0, 5]}, 0, 5),
        ({"endpoint": [0, 0, 4, 4, 4], "operations": 5}, 1, 5),
        ({"endpoint": [0, 3], "operations": 0, "security": 5}, 5, 5),
        ({"endpoint": [2, 4], "operations": 0}, 3, 3),
        ({"endpoint": 1, "operations": 3}, 2, 2),
    ],
    ids=str,
)
def test_a_torn_team_may_settle_anywhere_between_its_own_answers(
    teams: dict[str, Choice | list[Choice]], least: int, most: int
) -> None:
    """Each team at one place only: two torn teams between 0 and 5 may meet, or be 5 apart. A team that is not torn has
    settled already."""
    facet = on_attitude(**teams)
    assert (facet.least, facet.most) == (Fraction(least), Fraction(most))


def test_a_team_that_is_alone_has_no_range() -> None:
    facet = on_attitude(endpoint=[0, 5])
    assert (facet.gap, facet.band, facet.shape, facet.least, facet.most) == (None, None, None, None, None)
    assert facet.torn == ("endpoint",)


def test_a_team_without_an_option_has_no_position() -> None:
    team = on_attitude(endpoint=["dont_know", "not_applicable"]).team("endpoint")
    assert team is not None
    assert (team.position, team.has_common_position, team.lowest, team.highest) == (None, False, None, None)


@pytest.mark.parametrize("state", ["dont_know", "not_applicable"])
def test_neither_dont_know_nor_not_applicable_is_a_zero(state: str) -> None:
    facet = on_attitude(endpoint=[5, state, state, state], operations=5)
    assert (facet.positions["endpoint"], facet.gap) == (Fraction(5), Fraction(0))


def test_fifteen_respondents_do_not_outvote_two() -> None:
    facet = on_attitude(endpoint=[1] * 15, operations=[5, 5])
    assert (facet.gap, facet.band) == (Fraction(4), Band.FAR_APART)


def test_the_ends_name_every_team_at_the_lowest_and_the_highest() -> None:
    facet = on_attitude(endpoint=1, operations=3, security=1, network=5)
    assert facet.ends() == (("endpoint", "security"), ("network",))


def test_distance_knows_the_number_of_options() -> None:
    assert on_attitude(endpoint=1, operations=3, security=2).distance == Fraction(2, 5)


def test_the_worst_facet_stands_for_the_question() -> None:
    item = compared_on(
        "control.release", needed={"endpoint": 1, "operations": 1}, wanted={"endpoint": 1, "operations": 4}
    )
    assert item.worst is not None
    assert item.worst.facet is Facet.WANTED
    assert FindingKind.APART in item.kinds
    assert FindingKind.ALIGNED not in item.kinds


ONE_APART: Final[Voices] = {"endpoint": 2, "operations": 3}
TORN_IN_THE_MIDDLE: Final[Voices] = {"endpoint": [0, 5], "operations": [2, 2]}
TORN_ALIKE: Final[Voices] = {"endpoint": [0, 5], "operations": [0, 5]}
ONE_BY_ONE: Final[Voices] = {"endpoint": 0, "operations": 1, "security": 1, "network": 2}
TWO_AND_TWO: Final[Voices] = {"endpoint": 0, "operations": 0, "security": 2, "network": 2}
NEARER_TWO_AND_TWO: Final[Voices] = {"endpoint": 0, "operations": 0, "security": [1, 2], "network": [1, 2]}


@pytest.mark.parametrize(
    ("calmer", "worse"),
    [
        pytest.param(ONE_APART, TORN_IN_THE_MIDDLE, id="the band comes before the distance"),
        pytest.param(ONE_BY_ONE, TWO_AND_TWO, id="in one band the distance decides"),
        pytest.param(TORN_ALIKE, TORN_IN_THE_MIDDLE, id="no distance is less than any"),
        pytest.param(NEARER_TWO_AND_TWO, ONE_BY_ONE, id="at one distance the gap decides"),
    ],
)
def test_the_worst_facet_goes_by_band_then_distance_then_gap(calmer: Voices, worse: Voices) -> None:
    for needed, wanted, expected in ((calmer, worse, Facet.WANTED), (worse, calmer, Facet.NEEDED)):
        item = compared_on("control.release", needed=needed, wanted=wanted)
        assert item.worst is not None
        assert item.worst.facet is expected


def test_of_equal_facets_the_first_stands_for_the_question() -> None:
    item = compared_on(
        "control.release", needed={"endpoint": 1, "operations": 3}, wanted={"endpoint": 2, "operations": 4}
    )
    assert item.worst is not None
    assert item.worst.facet is Facet.NEEDED


def test_without_a_comparable_facet_none_is_worst() -> None:
    assert compared_on("risk.attitude", position={"endpoint": 1}).worst is None
