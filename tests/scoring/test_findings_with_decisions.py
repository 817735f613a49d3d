"""What is found on a question once something is decided: there, elsewhere, or of one stage only."""

from __future__ import annotations

from dataclasses import replace

import pytest

from questionnaires.decisions import Decision
from questionnaires.words import Facet, FindingKind
from scoring import Comparison, QuestionComparison
from scoring.comparison.findings import Finding
from scoring.criteria.findings_now import excluded_now, findings_now
from tests.given.builders import compared, voices
from tests.given.decisions import decide, settled
from tests.scoring.test_decisions_count import limits

APPROVALS = "future.approvals"
TODAY = decide("aaaa", APPROVALS, facet="today", option=2)
LATER = decide("bbbb", APPROVALS, facet="in_24_months", option=4, by=decide("cccc", APPROVALS, option=1).review_by)
STAGES = (FindingKind.BASELINE_DISPUTE, FindingKind.DIRECTION_DISPUTE, FindingKind.PACE_DISPUTE)


def item_of(comparison: Comparison, question: str) -> QuestionComparison:
    item = comparison.question(question)
    assert item is not None
    return item


def found(comparison: Comparison, question: str) -> frozenset[FindingKind]:
    return findings_now(comparison, item_of(comparison, question), excluded_now(comparison))


def test_without_decisions_what_was_found_in_the_answers_holds_whatever_is_excluded() -> None:
    comparison = compared(limits(5, 5))
    item = item_of(comparison, "risk.soak")
    assert FindingKind.INFEASIBLE_TOGETHER in item.kinds
    assert findings_now(comparison, item, ()) == item.kinds


def test_a_decided_limit_that_excludes_another_is_found_on_both() -> None:
    comparison = settled(compared(limits(1, 3)), decide("aaaa", "risk.soak", option=5))
    assert found(comparison, "risk.soak") == {FindingKind.ALIGNED, FindingKind.INFEASIBLE_TOGETHER}
    exposure = item_of(comparison, "risk.exposure").kinds
    assert FindingKind.INFEASIBLE_TOGETHER not in exposure
    assert found(comparison, "risk.exposure") == exposure | {FindingKind.INFEASIBLE_TOGETHER}


@pytest.mark.parametrize(
    ("question", "facet", "kind"),
    [
        ("control.release", "needed", FindingKind.BLOCKER),
        ("risk.attitude", "position", FindingKind.FAR_APART),
        ("future.approvals", "today", FindingKind.BASELINE_DISPUTE),
    ],
)
def test_a_decision_on_one_question_leaves_what_was_found_on_another(
    question: str, facet: str, kind: FindingKind
) -> None:
    comparison = compared(voices(question, **{facet: {"endpoint": 5, "operations": 0}}))
    assert kind in item_of(comparison, question).kinds
    elsewhere = settled(comparison, decide("aaaa", "ownership.pause", owner="operations"))
    assert found(elsewhere, question) == item_of(comparison, question).kinds


def test_a_task_of_ours_that_got_an_owner_is_agreed_and_no_line_is_crossed() -> None:
    comparison = compared(voices("ownership.pause", owner={"endpoint": "endpoint", "operations": "operations"}))
    decided = settled(comparison, decide("aaaa", "ownership.pause", owner="operations"))
    assert found(decided, "ownership.pause") == {FindingKind.AGREED}
    theirs = settled(comparison, decide("aaaa", "ownership.pause", owner="service"))
    assert found(theirs, "ownership.pause") == {FindingKind.AGREED}


@pytest.mark.parametrize(
    ("kinds", "decisions", "left"),
    [
        (STAGES, (TODAY,), {FindingKind.DIRECTION_DISPUTE, FindingKind.PACE_DISPUTE}),
        (STAGES, (LATER,), {FindingKind.BASELINE_DISPUTE, FindingKind.PACE_DISPUTE}),
        (STAGES, (TODAY, LATER), set()),
        (STAGES[1:], (LATER,), set()),
    ],
    ids=["today", "in 24 months", "both", "in 24 months, where nobody disputes today"],
)
def test_each_stage_that_is_decided_ends_its_own_dispute_and_both_that_about_the_pace(
    kinds: tuple[FindingKind, ...], decisions: tuple[Decision, ...], left: set[FindingKind]
) -> None:
    comparison = settled(compared(voices(APPROVALS, today={"endpoint": 1, "operations": 1})), *decisions)
    findings = tuple(Finding(kind, APPROVALS, ("endpoint", "operations"), Facet.TODAY) for kind in kinds)
    assert findings_now(comparison, replace(item_of(comparison, APPROVALS), findings=findings), ()) == left
