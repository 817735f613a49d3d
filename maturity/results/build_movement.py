"""One round against another."""

from __future__ import annotations

from typing import cast

from maturity.results.movement import MovementResults, QuestionMoved, State, Steps
from maturity.results.values import Shape, Step, rounded_if_any
from questionnaires import Questionnaire
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.rounds import Movement, QuestionMovement
from scoring.comparison.sections import column_for
from scoring.wording.rounds import movement_sentence, presence_sentence


def movement_results(questionnaire: Questionnaire, movement: Movement) -> MovementResults:
    """Counts of every step, and each question with what it was and what it is now."""
    return MovementResults(
        against=movement.against,
        teams=tuple(questionnaire.team_by_id[team].label for team in movement.both),
        gone=movement.gone,
        came=movement.came,
        says=presence_sentence(questionnaire, movement) or None,
        steps=Steps.model_validate({step.value: len(movement.of_step(step)) for step in Step}),
        question=tuple(_question(questionnaire, movement, item) for item in movement.questions),
    )


def _question(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> QuestionMoved:
    return QuestionMoved(
        question=item.question.id,
        section=item.question.section,
        title=item.question.title,
        step=item.step,
        teams=item.teams,
        missing=item.missing,
        joined=item.joined,
        torn=item.without_common_position,
        before=_state(item.before) if item.before else None,
        after=_state(item.after) if item.after else None,
        says=movement_sentence(questionnaire, movement, item) or None,
    )


def _state(item: QuestionComparison) -> State:
    worst = item.worst
    return State(
        column=column_for(item),
        findings=tuple(finding.kind for finding in item.findings),
        facet=worst.facet if worst else None,
        gap=rounded_if_any(worst.gap) if worst else None,
        distance=rounded_if_any(worst.distance) if worst else None,
        shape=cast("Shape", worst.shape.kind.value) if worst and worst.shape else None,
        agreement=rounded_if_any(item.agreement),
    )
