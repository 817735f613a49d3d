"""The plan, made from the musts, the decisions, and what was planned of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from maturity.results.criteria import CriterionResults
from maturity.results.decisions import DecisionResults
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires.decisions import PlanEntry, Status
from questionnaires.words import Priority
from scoring.decisions.planned import NOTHING_PLANNED, Plan, days_of
from scoring.wording.plan import decide_words, do_words, review_words, show_words, step_words


def plan_items(
    criteria: Iterable[CriterionResults], decisions: Iterable[DecisionResults], plan: Plan = NOTHING_PLANNED
) -> Iterator[PlanItemResults]:
    """Every must, and every other criterion that somebody planned; then what each decision asks for."""
    for criterion in criteria:
        entry = plan.entries.get(criterion.id)
        if criterion.priority is Priority.MUST or entry is not None:
            yield _to_show(criterion, entry, plan)
    for decision in decisions:
        entry, (due, review) = plan.entries.get(decision.id), days_of(decision)
        if due is not None or entry is not None:
            yield _to_do(decision, entry, plan)
        if review is not None:
            yield _to_review(decision, plan)


def _to_show(criterion: CriterionResults, entry: PlanEntry | None, plan: Plan) -> PlanItemResults:
    return PlanItemResults(
        kind=PlanKind.SHOW,
        criterion=criterion.id,
        gate=criterion.gate,
        says=show_words(criterion.title),
        person=(entry.person if entry else None) or criterion.owner_name,
        owner=criterion.owner,
        due=plan.due(criterion.id),
        state=plan.state(criterion.id),
        entry=entry.id if entry else None,
        first=plan.firsts.get(entry.id) if entry else None,
    )


def _to_do(decision: DecisionResults, entry: PlanEntry | None, plan: Plan) -> PlanItemResults:
    """What is to be done about a decision: what was planned of it stands before what was said when it was made."""
    kind, says = _kind_and_words(decision)
    step = decision.next_step
    return PlanItemResults(
        kind=kind,
        decision=decision.id,
        question=decision.question,
        says=says,
        person=(entry.person if entry else None) or (step.owner if step else None),
        due=plan.due(decision.id, days_of(decision)[0]),
        state=plan.state(decision.id),
        entry=entry.id if entry else None,
        first=plan.firsts.get(decision.id, decision.id),
    )


def _kind_and_words(decision: DecisionResults) -> tuple[PlanKind, str]:
    if decision.status is Status.PARKED and decision.next_step is not None:
        return PlanKind.NEXT_STEP, step_words(decision.title, decision.next_step)
    if decision.status is Status.PROPOSED:
        return PlanKind.DECIDE, decide_words(decision.title, decision.outcome)
    return PlanKind.CARRY_OUT, do_words(decision.title, decision.outcome)


def _to_review(decision: DecisionResults, plan: Plan) -> PlanItemResults:
    """It is looked at again by whoever decided; it is done when another decision stands in its place."""
    return PlanItemResults(
        kind=PlanKind.REVIEW,
        decision=decision.id,
        question=decision.question,
        says=review_words(decision.title, decision.outcome),
        person=decision.decider,
        due=decision.review_by,
        first=plan.firsts.get(decision.id, decision.id),
    )
