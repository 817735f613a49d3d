"""Control, risk appetite, operating model and readiness: every question is accounted for, and asked of who can say."""

from __future__ import annotations

import pytest

from questionnaires import Question, builtin
from questionnaires.words import Depth, Kind
from tests.content.sections_became import BECAME, GONE, LAPSED, NEW

QUESTIONNAIRE = builtin()
QUESTIONS = [question for question in QUESTIONNAIRE.questions if question.kind is not Kind.OWNERSHIP]
LIMITS = [question for question in QUESTIONS if QUESTIONNAIRE.scale_of(question).is_quantity]
LADDER = ["not_told", "told_after", "told_before", "within_limits", "can_stop", "we_approve"]


def names(*depths: Depth, kind: Kind) -> list[str]:
    return [question.id.split(".")[1] for question in QUESTIONS if question.depth in depths and question.kind is kind]


def test_what_became_of_every_question_is_said() -> None:
    assert {question.id for question in QUESTIONS} == (BECAME.keys() - GONE.keys()) | NEW


def test_what_is_gone_has_somebody_in_its_place() -> None:
    assert GONE.keys() <= BECAME.keys()
    assert set(GONE.values()) <= QUESTIONNAIRE.question_by_id.keys()
    assert GONE.keys().isdisjoint(QUESTIONNAIRE.question_by_id)


def test_what_lapsed_is_listed_and_what_is_asked_in_other_words_is_not() -> None:
    lapsed = {entry.id for entry in QUESTIONNAIRE.lapsed}
    assert {name: name in lapsed for name in LAPSED} == {"security_defaults": True, "mdm_authority": False}


def test_the_ladder_of_control_runs_from_not_being_told_to_nothing_without_a_yes() -> None:
    assert [option.key for option in QUESTIONNAIRE.scale_by_id["delegation"].options] == LADDER


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q.kind is Kind.CONTROL], ids=lambda one: one.id)
def test_a_question_on_control_can_stand_alone(question: Question) -> None:
    assert question.text.startswith("How much ")
    assert question.text.endswith("?")


def test_the_core_decisions_limits_shifts_and_prerequisites_are_those_of_the_design() -> None:
    core = (Depth.SHORT, Depth.CORE)
    assert names(*core, kind=Kind.CONTROL) == [
        "monthly_release",
        "hold_next_ring",
        "pause_rollout",
        "undo_update",
        "drivers_and_firmware",
        "see_what_happened",
    ]
    assert names(*core, kind=Kind.POSITION) == [
        "exposure_or_disruption",
        "release_button",
        "devices_current",
        "last_ring_days",
        "exploited_flaw_days",
        "soak_days",
        "failed_installs",
        "hours_to_stop",
        "recovery_hours",
        "not_ready",
    ]
    assert names(*core, kind=Kind.TRAJECTORY) == [
        "approvals",
        "ownership",
        "standards",
        "lifecycle",
        "alignment",
        "definition_of_good",
    ]
    assert names(*core, kind=Kind.PREREQUISITE) == [
        "co_management_workloads",
        "no_conflicting_policies",
        "network_endpoints",
        "baseline_recorded",
    ]


def test_the_short_set_holds_the_limits_of_the_musts() -> None:
    assert names(Depth.SHORT, kind=Kind.POSITION) == [
        "devices_current",
        "last_ring_days",
        "failed_installs",
        "hours_to_stop",
        "recovery_hours",
        "not_ready",
    ]
    assert [question.id for question in QUESTIONS if question.depth is Depth.SHORT and question not in LIMITS] == []


@pytest.mark.parametrize("question", LIMITS, ids=lambda one: one.id)
def test_a_limit_is_asked_of_those_who_keep_or_feel_it(question: Question) -> None:
    assert {"endpoint", "operations"} <= set(question.asked) or question.id == "risk_appetite.calls_per_day"
    assert len(question.asked) <= 6


def test_the_service_desk_alone_says_what_it_can_take_on_a_day() -> None:
    assert QUESTIONNAIRE.question_by_id["risk_appetite.calls_per_day"].asked == ("service_desk",)


def test_only_the_days_of_watching_have_no_strict_end() -> None:
    assert [question.id for question in QUESTIONS if question.agreement_only] == ["risk_appetite.soak_days"]
