"""The decisions that stand, as they are shown; and which entries of the agenda they settle or park."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from maturity.results.decisions import ClashResults, DecisionResults
from maturity.results.values import rounded_if_any
from questionnaires import Questionnaire
from questionnaires.decisions import Decision, Outcome
from questionnaires.decisions_admission import choice_of, settles
from scoring import Comparison
from scoring.comparison.agenda import AgendaEntry
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.room import RoomState, otherwise, room_state
from scoring.decisions.settled import limit_of
from scoring.wording.decisions import clash_sentence, otherwise_sentence, outcome_words, told_in


def decision_results(comparison: Comparison) -> Iterator[DecisionResults]:
    """Every decision that stands, as the questionnaire asks."""
    for decision in comparison.settled.decisions:
        yield _result(comparison, decision)


def _result(comparison: Comparison, decision: Decision) -> DecisionResults:
    questionnaire = comparison.questionnaire
    question = questionnaire.question_by_id[decision.question]
    outcome, later = decision.outcome or Outcome(), otherwise(comparison, decision)
    scale = questionnaire.scale_by_id[question.scale]
    is_keyed = outcome.owner is not None
    return DecisionResults(
        id=decision.id,
        question=question.id,
        title=question.title,
        facet=decision.facet or settles(question)[0],
        status=decision.status,
        outcome=outcome_words(questionnaire, decision),
        says=told_in(comparison, decision),
        owner=outcome.owner,
        deputy=outcome.deputy,
        option=None if is_keyed else choice_of(decision, scale),
        value=rounded_if_any(limit_of(outcome, scale)),
        by=outcome.by,
        control=outcome.control,
        safeguard=outcome.safeguard,
        tested_by=outcome.tested_by,
        because=decision.because,
        decider=decision.decider,
        agreed_by=decision.agreed_by,
        objected_by=decision.objected_by,
        round=decision.round,
        before=dict(decision.before),
        decided=decision.decided,
        due=decision.due,
        review_by=decision.review_by,
        next_step=decision.next_step,
        confirmed_by=decision.confirmed_by,
        otherwise=later.teams if later else (),
        otherwise_says=(otherwise_sentence(comparison, decision, later) or None) if later else None,
    )


def clash_results(questionnaire: Questionnaire, entries: Sequence[Decision]) -> ClashResults:
    """Decisions that exclude each other."""
    question = questionnaire.question_by_id[entries[0].question]
    return ClashResults(
        question=question.id,
        facet=entries[0].facet or settles(question)[0],
        says=clash_sentence(questionnaire, entries),
    )


def by_room(comparison: Comparison, entries: Iterable[AgendaEntry]) -> dict[RoomState, tuple[AgendaEntry, ...]]:
    """The entries of an agenda that are open, settled and parked, each in their order; nothing is lost."""
    excluded = excluded_now(comparison) if comparison.settled.decisions else frozenset()
    found: dict[RoomState, list[AgendaEntry]] = {state: [] for state in RoomState}
    for entry in entries:
        item = comparison.question(entry.question)
        assert item is not None
        found[room_state(comparison, item, excluded)].append(entry)
    return {state: tuple(some) for state, some in found.items()}
