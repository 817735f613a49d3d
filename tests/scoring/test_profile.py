"""One team by itself, before anybody is compared."""

from __future__ import annotations

from questionnaires import Answer, Response
from questionnaires.words import FindingKind, Kind
from scoring.comparison.profile import TeamProfile, profile
from scoring.counts.tally import tally
from tests.given.builders import respond, small, voices


def profile_of(responses: list[Response], team: str = "endpoint") -> TeamProfile:
    return profile(small(), tally(small(), responses), team, 1)


def test_other_teams_do_not_show_in_a_profile() -> None:
    mine = voices("control.release", needed={"endpoint": 5}, wanted={"endpoint": 5})
    others = voices("control.release", needed={"security": 0}, wanted={"security": 4})
    assert profile_of(mine + others) == profile_of(mine)


def test_what_to_prepare_is_what_a_team_can_work_on_alone() -> None:
    responses = voices("control.release", needed={"endpoint": 5}, wanted={"endpoint": 2})
    responses += voices("readiness.licences", status={"endpoint": "not_met"})
    assert [finding.kind for finding in profile_of(responses).prepare] == [
        FindingKind.BLOCKER,
        FindingKind.EXPOSED,
        FindingKind.PREREQUISITE_NOT_MET,
    ]


def test_questions_are_found_by_their_kind() -> None:
    found = profile_of([respond("endpoint", {"risk.attitude": Answer(position=1)})])
    assert [item.question.id for item in found.of_kind(Kind.TRAJECTORY)] == ["future.approvals"]
