"""What people want against what they need: counted by person, and of each team."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from questionnaires.words import FindingKind
from scoring.wording.changes import pairs_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, compared_on, voices

COMFORT, EXPOSED = FindingKind.COMFORT, FindingKind.EXPOSED
Said = dict[str, Choice | list[Choice]]


def sentence_on(question: str, kind: FindingKind, **facets: Said) -> str:
    """What is said of the finding of this kind."""
    comparison = compared(voices(question, **facets))
    item = comparison.question(question)
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return finding_sentence(comparison, finding)


@pytest.mark.parametrize(
    ("needed", "wanted", "says"),
    [
        pytest.param(
            {"endpoint": [0, 2, 2, 4], "network": [1, 3, 5]},
            {"endpoint": [5, 3, 2, 1], "network": [2, 3, 4]},
            "Of the 7 people who said both, 3 want more than they need, 2 the same, 2 less.",
            id="several of each",
        ),
        pytest.param(
            {"endpoint": [1, 5, 4]},
            {"endpoint": [2, 0, "dont_know"]},
            "Of the 2 people who said both, 1 wants more than they need, 0 the same, 1 less.",
            id="one more and one less, and one who said one only",
        ),
        pytest.param(
            {"endpoint": 2},
            {"endpoint": 2},
            "Of the 1 person who said both, 0 want more than they need, 1 the same, 0 less.",
            id="one person",
        ),
    ],
)
def test_people_who_want_more_or_less_than_they_need_are_counted(needed: Said, wanted: Said, says: str) -> None:
    assert pairs_sentence(compared_on("control.release", needed=needed, wanted=wanted)) == says


def test_where_nobody_said_both_nothing_is_counted() -> None:
    assert not pairs_sentence(compared_on("control.release", needed={"endpoint": 2}))
    assert not pairs_sentence(compared_on("future.approvals", today={"endpoint": 2}, in_24_months={"endpoint": 3}))


@pytest.mark.parametrize(
    ("kind", "needed", "wanted", "says"),
    [
        pytest.param(
            COMFORT,
            {"endpoint": 1},
            {"endpoint": 4},
            "Comfort: Endpoint (4 against 1) wants more control than it needs.",
            id="one team wants more",
        ),
        pytest.param(
            COMFORT,
            {"endpoint": 1, "security": [0, 2, 4]},
            {"endpoint": [4], "security": [5, 5, 5]},
            "Comfort: Endpoint (4 against 1) and Security (5 against 0 to 4) want more control than they need.",
            id="two teams, one of them with no common position",
        ),
        pytest.param(
            EXPOSED,
            {"endpoint": 4},
            {"endpoint": [1, 2]},
            "Exposed: Endpoint (1.5 against 4) wants less control than it needs.",
            id="one team wants less",
        ),
    ],
)
def test_a_team_that_wants_more_or_less_than_it_needs_is_quoted(
    kind: FindingKind, needed: Said, wanted: Said, says: str
) -> None:
    assert sentence_on("control.release", kind, needed=needed, wanted=wanted) == says


def test_how_differently_today_is_seen_is_said_in_steps() -> None:
    today: Said = {"endpoint": 1, "security": [4, 4]}
    assert sentence_on("future.approvals", FindingKind.BASELINE_DISPUTE, today=today) == (
        "Today is seen differently: 3 steps between the middle answers; evidence can settle that."
    )
