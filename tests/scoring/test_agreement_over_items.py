"""Agreement over many items: what counts as an item, and what alpha says of them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires import Choice
from scoring.comparison.agreement import FEWEST_ITEMS, Agreement, agreement
from scoring.comparison.questions import QuestionComparison
from scoring.measures import Metric
from tests.given.builders import compared_on


def on_attitude(**position: Choice | list[Choice]) -> QuestionComparison:
    return compared_on("risk.attitude", position=position)


def on_pausing(**owner: str | list[str]) -> QuestionComparison:
    return compared_on("ownership.pause", owner=owner)


def on_licences(**status: str | list[str]) -> QuestionComparison:
    return compared_on("readiness.licences", status=status)


ALIKE = on_attitude(endpoint=3, security=3)
A_POINT_APART = on_attitude(endpoint=3, security=4)
SAME_OWNER = on_pausing(endpoint="endpoint", security="endpoint")
OTHER_OWNER = on_pausing(endpoint="endpoint", security="security")


def test_nine_items_are_too_few() -> None:
    assert FEWEST_ITEMS == 10
    assert agreement([ALIKE] * 9, Metric.ORDINAL) is None
    assert agreement([SAME_OWNER] * 9, Metric.NOMINAL) is None


def test_ten_items_are_enough() -> None:
    assert agreement([ALIKE] * 9 + [A_POINT_APART], Metric.ORDINAL) is not None


def test_two_teams_alike_on_eight_items_and_a_point_apart_on_two_have_less_than_no_alpha() -> None:
    """Of twenty answers 18 are 3 and two are 4. Two of the ten pairs differ; by chance 18·2/19 would:
    α = 1 − 2·19/36 = −1/18, and this on teams that are aligned on all ten."""
    found = agreement([ALIKE] * 8 + [A_POINT_APART] * 2, Metric.ORDINAL)
    assert found == Agreement(Metric.ORDINAL, items=10, alike=10, alpha=Fraction(-1, 18))
    assert found.alpha is not None
    assert round(float(found.alpha), 3) == -0.056


def test_the_same_of_owners_leaves_eight_of_ten_alike() -> None:
    found = agreement([SAME_OWNER] * 8 + [OTHER_OWNER] * 2, Metric.NOMINAL)
    assert found == Agreement(Metric.NOMINAL, items=10, alike=8, alpha=Fraction(-1, 18))


@pytest.mark.parametrize(
    ("item", "metric"), [(ALIKE, Metric.ORDINAL), (SAME_OWNER, Metric.NOMINAL)], ids=["positions", "owners"]
)
def test_where_nothing_varies_there_is_no_alpha_beside_the_plain_agreement(
    item: QuestionComparison, metric: Metric
) -> None:
    assert agreement([item] * 12, metric) == Agreement(metric, items=12, alike=12, alpha=None)


def test_more_than_a_point_apart_is_not_alike() -> None:
    found = agreement([ALIKE] * 9 + [on_attitude(endpoint=[3, 3], security=[4, 5])], Metric.ORDINAL)
    assert found is not None
    assert (found.items, found.alike) == (10, 9)


@pytest.mark.parametrize(
    "silent",
    [
        on_attitude(endpoint=3),
        on_attitude(endpoint=3, security="dont_know"),
    ],
    ids=["one team", "the other does not know"],
)
def test_an_item_needs_two_teams_with_a_position(silent: QuestionComparison) -> None:
    assert agreement([ALIKE] * 9 + [silent], Metric.ORDINAL) is None


def test_an_item_with_a_torn_team_counts_and_is_never_alike() -> None:
    """Of 1 and 5 the middle is 3 as well, and nobody says 3."""
    found = agreement([ALIKE] * 9 + [on_attitude(endpoint=3, security=[1, 5])], Metric.ORDINAL)
    assert found is not None
    assert (found.items, found.alike) == (10, 9)


def test_a_tied_team_has_no_answer() -> None:
    tied = on_pausing(endpoint=["endpoint", "security"], security="endpoint")
    assert agreement([SAME_OWNER] * 9 + [tied], Metric.NOMINAL) is None


def test_the_others_are_held_against_each_other_without_the_tied_team() -> None:
    tied = on_pausing(endpoint=["endpoint", "security"], operations="network", security="network")
    found = agreement([SAME_OWNER] * 9 + [tied], Metric.NOMINAL)
    assert found is not None
    assert (found.items, found.alike) == (10, 10)


def test_a_team_answers_what_most_of_it_name() -> None:
    most = on_pausing(endpoint=["endpoint", "endpoint", "security"], security="endpoint")
    found = agreement([most] * 10, Metric.NOMINAL)
    assert found == Agreement(Metric.NOMINAL, items=10, alike=10, alpha=None)


def test_prerequisites_are_items_beside_owners() -> None:
    met = on_licences(endpoint="met", security="met")
    differ = on_licences(endpoint="met", security="partly")
    found = agreement([SAME_OWNER] * 6 + [met] * 3 + [differ], Metric.NOMINAL)
    assert found is not None
    assert (found.items, found.alike) == (10, 9)


def test_every_facet_is_an_item() -> None:
    both = {"endpoint": 1, "security": 1}
    approvals = compared_on("future.approvals", today=both, in_12_months=both, in_24_months=both)
    found = agreement([approvals] * 4, Metric.ORDINAL)
    assert found is not None
    assert found.items == 12


def test_positions_and_owners_are_not_mixed() -> None:
    items = [ALIKE] * 9 + [SAME_OWNER] * 9
    assert agreement(items, Metric.ORDINAL) is None
    assert agreement(items, Metric.NOMINAL) is None
