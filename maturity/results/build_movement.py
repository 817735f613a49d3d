"""One round against another, as a tree."""

from __future__ import annotations

from maturity.files.trees import Tree, number_or_none, present
from questionnaires import Questionnaire
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.rounds import Movement, QuestionMovement, Step
from scoring.comparison.sections import column_for
from scoring.wording.rounds import movement_sentence, presence_sentence


def movement_tree(questionnaire: Questionnaire, movement: Movement) -> Tree:
    """Counts of every step, and each question with what it was and what it is now."""
    return present(
        against=movement.against,
        teams=[questionnaire.team_by_id[team].label for team in movement.both],
        gone=list(movement.gone) or None,
        came=list(movement.came) or None,
        says=presence_sentence(questionnaire, movement) or None,
        steps={step.value: len(movement.of_step(step)) for step in Step},
        question=[_question(questionnaire, movement, item) for item in movement.questions],
    )


def _question(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> Tree:
    return present(
        question=item.question.id,
        section=item.question.section,
        title=item.question.title,
        step=item.step.value,
        teams=list(item.teams),
        missing=list(item.missing) or None,
        joined=list(item.joined) or None,
        torn=list(item.without_common_position) or None,
        before=_state(item.before) if item.before else None,
        after=_state(item.after) if item.after else None,
        says=movement_sentence(questionnaire, movement, item) or None,
    )


def _state(item: QuestionComparison) -> Tree:
    column, worst = column_for(item), item.worst
    return present(
        column=column.value if column else None,
        findings=[finding.kind.value for finding in item.findings],
        facet=worst.facet.value if worst else None,
        gap=number_or_none(worst.gap) if worst else None,
        distance=number_or_none(worst.distance) if worst else None,
        shape=worst.shape.kind.value if worst and worst.shape else None,
        agreement=number_or_none(item.agreement),
    )
