"""One round against another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from maturity.results.made import made_of
from maturity.results.movement import (
    CoverageResults,
    MovementResults,
    PeopleCount,
    QuestionMoved,
    RepeatedResults,
    State,
    Steps,
)
from maturity.results.values import Shape, Step, rounded, rounded_if_any
from questionnaires import Questionnaire
from scoring.comparison.coverage import Coverage
from scoring.comparison.people import Repeated, Turnover
from scoring.comparison.rounds import Movement, QuestionMovement
from scoring.comparison.sections import column_for
from scoring.comparison.stands import Stand
from scoring.wording.moves import movers_sentence
from scoring.wording.people import people_sentence
from scoring.wording.rounds import coverage_sentence, movement_sentence, presence_sentence


def movement_results(questionnaire: Questionnaire, movement: Movement) -> MovementResults:
    """Counts of every step, and each question with what it was and what it is now."""
    people = movement.people
    return MovementResults(
        against=movement.against,
        teams=tuple(questionnaire.team_by_id[team].label for team in movement.both),
        gone=movement.gone,
        came=movement.came,
        says=presence_sentence(questionnaire, movement) or None,
        moved_say=movers_sentence(questionnaire, movement) or None,
        people=tuple(_people(questionnaire, people.teams)) if people else (),
        repeated=_repeated(people.repeated) if people else None,
        people_say=people_sentence(questionnaire, movement) or None,
        coverage=_coverage(movement.coverage),
        coverage_says=coverage_sentence(movement) or None,
        steps=made_of(Steps, {step.value: len(movement.of_step(step)) for step in Step}),
        question=tuple(_question(questionnaire, movement, item) for item in movement.questions),
    )


def _question(questionnaire: Questionnaire, movement: Movement, item: QuestionMovement) -> QuestionMoved:
    mine = movement.people.questions.get(item.question.id, {}) if movement.people else {}
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
        moved=item.has_moved,
        agreed=item.is_agreed_in_both,
        holds_with=tuple(name for one in item.holding if one.holds for name in one.others),
        contradicts=tuple(name for one in item.holding if not one.holds for name in one.others),
        people=tuple(_people(questionnaire, mine)),
        says=movement_sentence(questionnaire, movement, item) or None,
    )


def _people(questionnaire: Questionnaire, found: Mapping[str, Turnover]) -> Iterator[PeopleCount]:
    for team in questionnaire.team_by_id:
        if team in found:
            one = found[team]
            yield PeopleCount(team=team, moved=one.moved, stayed=one.stayed, new=one.new, gone=one.gone)


def _repeated(found: Repeated) -> RepeatedResults | None:
    return RepeatedResults(answers=found.answers, same=found.same) if found.answers else None


def _coverage(found: Coverage) -> CoverageResults:
    return CoverageResults(
        asked=found.asked,
        teams=found.teams,
        answering=found.answering,
        compared=found.compared,
        again=found.again,
        before=found.before,
    )


def _state(found: Stand) -> State:
    widest = found.widest
    return State(
        column=column_for(found.item),
        findings=tuple(finding.kind for finding in found.item.findings),
        facet=widest.facet if widest else None,
        gap=rounded(widest.gap) if widest else None,
        distance=rounded(widest.distance) if widest else None,
        shape=cast("Shape", widest.shape.kind.value) if widest else None,
        agreement=rounded_if_any(found.agreement),
    )
