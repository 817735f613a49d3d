"""The short words that findings are called by, on screens, in reports and in sentences."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires.words import FindingKind
from scoring.wording.findings import FINDING_WORDS, finding_sentence
from tests.given.builders import Voices, compared, voices

F = FindingKind

WORDS: Final = {
    F.ALIGNED: "aligned",
    F.CLOSE: "close",
    F.APART: "apart",
    F.FAR_APART: "far apart",
    F.UNANIMOUS: "unanimous",
    F.ADJACENT: "next to each other",
    F.LONE_DISSENTER: "one team stands alone",
    F.TWO_CAMPS: "two camps",
    F.SPREAD: "spread out",
    F.AGREED: "agreed",
    F.UNCONFIRMED: "not confirmed",
    F.CONTESTED: "contested",
    F.UNAWARE_OWNER: "unaware owner",
    F.ORPHAN: "no owner",
    F.SPLIT: "split",
    F.BOUNDARY_CLAIMED: "claims the service's task",
    F.BOUNDARY_EXPECTED: "left to the service",
    F.BLOCKER: "blocker",
    F.OFFER_UNKNOWN: "offer unknown",
    F.COMFORT: "comfort",
    F.EXPOSED: "exposed",
    F.BASELINE_DISPUTE: "baseline disputed",
    F.DIRECTION_DISPUTE: "direction disputed",
    F.PACE_DISPUTE: "pace disputed",
    F.BACKWARDS: "target before today",
    F.INFEASIBLE_TOGETHER: "cannot hold together",
    F.PREREQUISITE_MET: "met",
    F.PREREQUISITE_UNCONFIRMED: "met, not confirmed",
    F.PREREQUISITE_PARTLY: "partly met",
    F.PREREQUISITE_NOT_MET: "not met",
    F.PREREQUISITE_SPLIT: "answers differ",
    F.UNKNOWN: "mostly unknown",
    F.UNDECIDED: "undecided team",
    F.NO_COMMON_POSITION: "no common position",
    F.APPLICABILITY_CONFLICT: "does it apply?",
    F.NOT_COMPARABLE: "not comparable",
}


def test_every_finding_is_called_by_its_word() -> None:
    assert FINDING_WORDS == WORDS


EARLIER: Final = "a target at an earlier stage than today or than the target before it: please confirm."


@pytest.mark.parametrize(
    ("today", "later", "says"),
    [
        ({"endpoint": 3}, {"endpoint": 1}, f"Endpoint has {EARLIER}"),
        (
            {"endpoint": 3, "security": 2},
            {"endpoint": 1, "security": 0},
            f"Endpoint and Security have {EARLIER}",
        ),
    ],
)
def test_teams_whose_target_is_at_an_earlier_stage_are_asked_to_confirm(
    today: Voices, later: Voices, says: str
) -> None:
    comparison = compared(voices("future.approvals", today=today, in_24_months=later))
    item = comparison.question("future.approvals")
    assert item is not None
    finding = item.finding(F.BACKWARDS)
    assert finding is not None
    assert finding_sentence(comparison, finding) == says


def test_what_one_team_alone_answered_cannot_be_compared() -> None:
    comparison = compared(voices("risk.attitude", position={"endpoint": 3}))
    item = comparison.question("risk.attitude")
    assert item is not None
    (finding,) = item.findings
    assert finding_sentence(comparison, finding) == ("Fewer than two teams have an answer, so nothing can be compared.")
