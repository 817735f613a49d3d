"""Pace compares how far the teams want to move in 24 months, and not where they want to arrive.

On a question of the built-in questionnaire; a team's answers are for today, for 12 and for 24 months from now.
"""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires import Choice, builtin
from questionnaires.words import FindingKind
from scoring import Comparison, recommend
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, voices_to

F = FindingKind
APPROVALS: Final = "operating_model.approvals"
TARGETS: Final = {F.DIRECTION_DISPUTE, F.PACE_DISPUTE}

Path = tuple[Choice, Choice, Choice]


def comparison_of(**teams: Path) -> Comparison:
    today, near, far = ({team: path[place] for team, path in teams.items()} for place in range(3))
    responses = voices_to(builtin(), APPROVALS, today=today, in_12_months=near, in_24_months=far)
    return compared(responses, builtin())


def sentences(comparison: Comparison) -> dict[FindingKind, str]:
    item = comparison.question(APPROVALS)
    assert item is not None
    return {finding.kind: finding_sentence(comparison, finding) for finding in item.findings}


@pytest.mark.parametrize(
    "teams",
    [
        {"endpoint": (1, "dont_know", 4), "operations": ("dont_know", "dont_know", 1)},
        {"endpoint": (1, 1, 1), "operations": (4, 4, 4)},
        {"endpoint": (0, 1, 2), "operations": (3, 4, 5)},
        {"endpoint": (0, 1, 2), "operations": (3, 4, 4)},
        {"endpoint": (1, 1, 4), "operations": (1, 4, 4)},
        {"endpoint": (0, 2, 5)},
    ],
    ids=[
        "pace_no_start",
        "pace_standing_still",
        "pace_same_pace",
        "a step less is one pace",
        "one way in two years, another in one",
        "one team",
    ],
)
def test_teams_of_one_pace_are_not_said_to_differ_in_it(teams: dict[str, Path]) -> None:
    comparison = comparison_of(**teams)
    assert not TARGETS & sentences(comparison).keys()
    assert "pace_settled" not in {criterion.id for criterion in recommend(comparison)}


@pytest.mark.parametrize(
    ("teams", "kind", "text"),
    [
        (
            {"endpoint": (1, 1, 2), "operations": (1, 3, 5)},
            F.PACE_DISPUTE,
            "Same direction, different pace over 24 months: Endpoint 1 step, Operations 4 steps.",
        ),
        (
            {"endpoint": (0, 2, 4), "operations": (3, 3, 4)},
            F.PACE_DISPUTE,
            "Same direction, different pace over 24 months: Endpoint 4 steps, Operations 1 step.",
        ),
        (
            {"endpoint": (5, 4, 2), "operations": (5, 5, 4), "security": ("dont_know", 1, 1)},
            F.PACE_DISPUTE,
            "Same direction, different pace over 24 months: Endpoint 3 steps, Operations 1 step.",
        ),
        (
            {"endpoint": (1, 1, 2), "operations": (1, 1, 1), "security": (3, 2, 2), "architecture": (0, 0, 0)},
            F.DIRECTION_DISPUTE,
            "Different directions over 24 months: Endpoint moves up; Operations and Architecture move nowhere;"
            " Security moves down.",
        ),
    ],
    ids=["two targets", "one target", "down, and a start that is unknown", "three directions"],
)
def test_a_dispute_about_the_target_tells_each_move(teams: dict[str, Path], kind: FindingKind, text: str) -> None:
    found = sentences(comparison_of(**teams))
    assert found[kind] == text
    assert len(TARGETS & found.keys()) == 1


def test_a_torn_team_moves_with_its_middle_answers() -> None:
    """Operations stands at 1 and 4 today, 2.5 in the middle, and wants 5: two steps and a half, against four."""
    responses = voices_to(
        builtin(),
        APPROVALS,
        today={"endpoint": 0, "operations": [1, 4]},
        in_24_months={"endpoint": 4, "operations": [5, 5]},
    )
    found = sentences(compared(responses, builtin()))
    assert found[F.PACE_DISPUTE] == (
        "Same direction, different pace over 24 months: Endpoint 4 steps, "
        "Operations (in the middle, without a common position) 2.5 steps."
    )
