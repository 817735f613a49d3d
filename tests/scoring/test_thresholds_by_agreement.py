"""Quantities on which no option is the strict one: the default stands until all teams give the same value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from questionnaires import Choice
from questionnaires.loading import assemble
from questionnaires.words import FindingKind
from scoring import Comparison
from scoring.comparison.thresholds import Origin, Threshold
from scoring.criteria.criteria import recommend
from scoring.wording.criteria import threshold_sentence
from tests.given.builders import HEADER, SMALL, compared, criterion, voices_to

SOAK = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }'
)
EVEN = 'help = "More days are stricter."'
BY_AGREEMENT = assemble(
    [
        ("small.toml", SMALL.read_text().replace(EVEN, f"{EVEN}\nagreement_only = true").encode()),
        ("extra.toml", (HEADER + criterion("soak", threshold=SOAK)).encode()),
    ]
)


def compared_on(exposure: dict[str, Choice] | None = None, /, **teams: Choice | list[Choice]) -> Comparison:
    responses = voices_to(BY_AGREEMENT, "risk.soak", position=teams)
    responses += voices_to(BY_AGREEMENT, "risk.exposure", position=exposure or {})
    return compared(responses, BY_AGREEMENT)


def soak(exposure: dict[str, Choice] | None = None, /, **teams: Choice | list[Choice]) -> Threshold:
    (found,) = recommend(compared_on(exposure, **teams))
    return found.threshold


@pytest.mark.parametrize(
    "teams",
    [
        {"endpoint": 1, "operations": 5},
        {"endpoint": 2, "operations": 3},
        {"endpoint": [0, 5], "operations": 5},
        {"endpoint": [0, 5, 5], "operations": 5},
        {"endpoint": [4, 5], "operations": 5},
        {"endpoint": [4, 5]},
    ],
    ids=[
        "far apart",
        "a step apart",
        "a torn team",
        "a torn team with its middle where the other is",
        "a team between two options",
        "one team between two options",
    ],
)
def test_the_default_stands_until_the_teams_agree(teams: dict[str, Choice | list[Choice]]) -> None:
    found = soak(**teams)
    assert (found.value, found.origin) == (Decimal(3), Origin.NOT_AGREED)
    assert [one.team for one in found.teams] == list(teams)


@pytest.mark.parametrize("option", [1, 5])
def test_teams_at_one_option_have_agreed_whether_it_is_more_or_less_than_the_default(option: int) -> None:
    found = soak(endpoint=option, operations=[option, option])
    assert (found.value, found.origin) == (Decimal({1: 1, 5: 14}[option]), Origin.AGREED)


def test_one_team_of_one_mind_decides_as_long_as_it_is_alone() -> None:
    found = soak(endpoint=1)
    assert (found.value, found.origin) == (Decimal(1), Origin.ONE_TEAM)


def test_without_answers_the_default_is_told_as_a_default() -> None:
    assert soak(endpoint="dont_know").origin is Origin.DEFAULT_OURS


def test_every_value_is_told_beside_the_default_and_none_of_a_torn_team_counts() -> None:
    comparison = compared_on(endpoint=1, operations=[0, 5])
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == (
        "The default until the teams agree, for no value is the strict one."
        " Endpoint 1 day; Operations No day to 14 days (no common position)."
    )


@pytest.mark.parametrize(("open_days", "others"), [(5, (("risk.exposure",),)), (3, ())])
def test_of_teams_that_differ_it_is_the_default_that_contradicts(
    open_days: int, others: tuple[tuple[str, ...], ...]
) -> None:
    """3 days by default cannot hold beside 1 day open; 14 days of one team alone contradict nothing."""
    found = soak({"security": open_days}, endpoint=1, operations=5)
    assert found.infeasible_with == others


def test_teams_that_differ_contradict_no_default() -> None:
    kinds = {kind for item in compared_on(endpoint=1, operations=5).questions for kind in item.kinds}
    assert FindingKind.INFEASIBLE_TOGETHER not in kinds
