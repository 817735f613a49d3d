"""What becomes of a question in the room, and what a later round says of what was decided there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from questionnaires.decisions import Decision
from questionnaires.words import Facet
from scoring import Comparison
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.room import Otherwise, RoomState, decided_elsewhere, open_stages, otherwise
from tests.given.builders import Voices, compared, small, voices, voices_to
from tests.given.decisions import decide, settled
from tests.scoring.test_decisions_count import state
from tests.scoring.test_shares_that_leave_no_room import TOGETHER

LEVEL = decide("aaaa", "control.release", option=2, control="given_up")


def test_a_level_of_control_is_settled_however_far_apart_the_teams_are_on_what_they_want() -> None:
    teams = {"endpoint": 0, "operations": 5}
    comparison = settled(compared(voices("control.release", needed=teams, wanted=teams)), LEVEL)
    item = comparison.question("control.release")
    assert item is not None
    assert open_stages(comparison, item) == ()
    assert state(comparison, "control.release") is RoomState.SETTLED


def test_what_needs_no_talk_is_not_settled_by_decisions_elsewhere() -> None:
    comparison = settled(
        compared(voices("risk.attitude", position={"endpoint": [2] * 4, "operations": [2] * 4})), LEVEL
    )
    assert state(comparison, "risk.attitude") is RoomState.OPEN


def test_of_several_other_limits_only_those_that_were_decided_settle_one() -> None:
    questionnaire = small(TOGETHER)
    said = {"risk.soak": 2, "risk.exposure": 1, "risk.fleet": 1}
    answers = [
        one for name, place in said.items() for one in voices_to(questionnaire, name, position={"endpoint": place})
    ]
    comparison = settled(compared(answers, questionnaire), decide("aaaa", "risk.fleet", option=5))
    item = comparison.question("risk.soak")
    assert item is not None
    assert decided_elsewhere(comparison, item, excluded_now(comparison)) == ("risk.fleet",)


# A later round


def later(question: str, decision: Decision, **facets: Voices) -> Otherwise | None:
    return otherwise(next_round(question, **facets), decision)


def next_round(question: str, **facets: Voices) -> Comparison:
    return replace(compared(voices(question, **facets)), round=2)


def test_a_later_round_says_nothing_of_what_nobody_was_asked_or_nobody_answered() -> None:
    decision = decide("aaaa", "risk.taste", option=1)
    assert later("risk.attitude", decision, position={"security": 1}) is None
    assert later("risk.taste", decision, position={"endpoint": "dont_know"}) is None
    assert later("risk.taste", decision, position={"endpoint": 1}) == Otherwise((), 1)


def test_a_stage_is_held_against_what_is_said_of_that_stage() -> None:
    decision = decide("aaaa", "future.approvals", facet="in_12_months", option=3, by=LEVEL.review_by)
    today, then = {"endpoint": 3, "operations": 1}, {"endpoint": 2, "operations": 3}
    assert later("future.approvals", decision, today=today, in_12_months=then) == Otherwise(("endpoint",), 2)


def test_a_decision_that_names_no_facet_is_on_the_one_that_is_decided() -> None:
    assert LEVEL.facet is None
    levels = {"endpoint": 1, "operations": 2}
    swapped = {"endpoint": 2, "operations": 1}
    assert later("control.release", LEVEL, needed=levels, wanted=swapped) == Otherwise(("endpoint",), 2)


def test_a_prerequisite_is_held_against_the_status_that_a_team_names() -> None:
    decision = decide("aaaa", "readiness.licences", status_="partly")
    status = {"endpoint": "partly", "operations": "met"}
    assert later("readiness.licences", decision, status=status) == Otherwise(("operations",), 2)


@pytest.mark.parametrize(
    ("question", "value", "as_decided"),
    [
        ("risk.soak", 5, {3}),
        ("risk.soak", 6, {3, 4}),
        ("risk.soak", 0, {0}),
        ("risk.soak", 14, {5}),
        ("risk.exposure", 7, {3}),
        ("risk.exposure", 10, {2, 3}),
        ("risk.exposure", 60, {0}),
        ("risk.exposure", 1, {5}),
    ],
)
def test_a_limit_is_held_against_its_own_option_or_those_on_both_sides_of_it(
    question: str, value: int, as_decided: set[int]
) -> None:
    decision = decide("aaaa", question, facet=Facet.POSITION, value=Decimal(value))
    said = {place: later(question, decision, position={"endpoint": place}) for place in range(6)}
    assert {place for place, found in said.items() if found == Otherwise((), 1)} == as_decided
    assert {place for place, found in said.items() if found == Otherwise(("endpoint",), 1)} == {*said} - as_decided
