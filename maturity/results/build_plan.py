"""The plan, made from the musts, the decisions, and what was planned of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from maturity.results.criteria import CriterionResults
from maturity.results.decisions import DecisionResults
from maturity.results.plan import PlanItemResults, PlanKind
from questionnaires import Questionnaire
from questionnaires.actuals import CriterionId
from questionnaires.decisions import PlanEntry, Status
from questionnaires.words import Priority
from scoring.decisions.planned import NOTHING_PLANNED, Plan, days_of
from scoring.wording.plan import (
    decide_words,
    do_words,
    provide_words,
    review_words,
    safeguard_words,
    show_words,
    step_words,
)

NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})


def plan_items(
    criteria: Iterable[CriterionResults],
    decisions: Iterable[DecisionResults],
    plan: Plan = NOTHING_PLANNED,
    teams: Mapping[str, str] = NO_NAMES,
    titles: Mapping[str, str] = NO_NAMES,
) -> Iterator[PlanItemResults]:
    """Every must, and every other criterion that somebody planned; then what each decision asks for; at last what was
    planned of criteria that are no longer recommended. `teams` are their names by id, `titles` those of the
    questionnaire's criteria."""
    criteria = tuple(criteria)
    for criterion in criteria:
        entry = plan.entries.get(criterion.id)
        if criterion.priority is Priority.MUST or entry is not None:
            yield _to_show(criterion, entry, plan)
    for decision in decisions:
        entry, (_, review) = plan.entries.get(decision.id), days_of(decision)
        if entry is not None or _asks(decision):
            yield _to_do(decision, entry, plan, teams)
        if review is not None:
            yield _to_review(decision, plan)
    recommended = {criterion.id for criterion in criteria}
    for _, entry in sorted(plan.entries.items()):
        if entry.criterion is not None and entry.criterion not in recommended:
            yield _dropped(entry.criterion, entry, plan, titles)


def titles_of(questionnaire: Questionnaire) -> dict[str, str]:
    """The titles of the criteria that a questionnaire holds, by their ids."""
    return {candidate.id: candidate.title for candidate in questionnaire.candidates}


def _dropped(criterion: CriterionId, entry: PlanEntry, plan: Plan, titles: Mapping[str, str]) -> PlanItemResults:
    """What was planned of a criterion that these answers do not call for, so that nobody works on it unasked; one of
    another version is called by its id."""
    return PlanItemResults(
        kind=PlanKind.SHOW,
        criterion=criterion,
        says=show_words(titles.get(criterion.partition(".")[0], criterion)),
        person=entry.person,
        due=entry.due,
        state=entry.state,
        entry=entry.id,
        first=plan.firsts.get(entry.id),
    )


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


def _asks(decision: DecisionResults) -> bool:
    """Whether anything is to be done about it: by a day, or a safeguard to be tested, or what is missing put there."""
    return _day(decision) is not None or decision.is_missing or _is_tested(decision)


def _day(decision: DecisionResults) -> dt.date | None:
    """The day by which it is done; of a stage without one the day on which it is to be reached."""
    return days_of(decision)[0] or (decision.by if decision.status is Status.DECIDED else None)


def _is_tested(decision: DecisionResults) -> bool:
    return decision.status is Status.DECIDED and decision.safeguard is not None


def _to_do(decision: DecisionResults, entry: PlanEntry | None, plan: Plan, teams: Mapping[str, str]) -> PlanItemResults:
    """What is to be done about a decision: what was planned of it stands before what was said when it was made."""
    due = plan.due(decision.id, _day(decision))
    kind, says = _kind_and_words(decision, due)
    step = decision.next_step
    return PlanItemResults(
        kind=kind,
        decision=decision.id,
        question=decision.question,
        says=says,
        person=(entry.person if entry else None) or (step.owner if step else None),
        owner=teams.get(decision.tested_by or "") if _is_tested(decision) else None,
        due=due,
        state=plan.state(decision.id),
        entry=entry.id if entry else None,
        first=plan.firsts.get(decision.id, decision.id),
    )


def _kind_and_words(decision: DecisionResults, due: dt.date | None) -> tuple[PlanKind, str]:
    if decision.status is Status.PARKED and decision.next_step is not None:
        return PlanKind.NEXT_STEP, step_words(decision.title, decision.next_step)
    if decision.status is Status.PROPOSED:
        return PlanKind.DECIDE, decide_words(decision.title, decision.outcome)
    if decision.is_missing:
        return PlanKind.CARRY_OUT, provide_words(decision.title, decision.outcome)
    if _is_tested(decision) and decision.safeguard is not None:
        return PlanKind.CARRY_OUT, safeguard_words(decision.title, decision.safeguard)
    return PlanKind.CARRY_OUT, do_words(decision.title, decision.outcome, decision.by, due)


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
