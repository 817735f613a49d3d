"""Counting as it is told: response by response, question by question, without taking equal answers together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from questionnaires import Answer, Choice, Question, Questionnaire, Response, Scale, answers_for, foreign, questions_for
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from scoring.counts.tally import LARGEST_DIFFERENCE, PAIRS, Cell, Distribution, Place, Progress, Tally


class _Counts:
    def __init__(self) -> None:
        self.rows: dict[Cell, list[int]] = {}
        self.progress: dict[str, Progress] = {}
        self.differences: dict[Place, list[int]] = {}
        self.bases: dict[Place, list[int]] = {}
        self.flags: Counter[Place] = Counter()
        self.unknown: Counter[str] = Counter()
        self.incomparable: Counter[str] = Counter()


def counted_one_by_one(questionnaire: Questionnaire, responses: Iterable[Response]) -> Tally:
    """The counts of these responses, taken together."""
    found = _Counts()
    for response in responses:
        _count(questionnaire, response, found)
    cells = {
        cell: Distribution(tuple(options), dont_know, not_applicable, unanswered)
        for cell, (*options, dont_know, not_applicable, unanswered) in found.rows.items()
    }
    differences = {place: tuple(row) for place, row in found.differences.items()}
    bases = {place: tuple(row) for place, row in found.bases.items()}
    return Tally(found.progress, cells, differences, dict(found.flags), bases, found.unknown, found.incomparable)


def _count(questionnaire: Questionnaire, response: Response, found: _Counts) -> None:
    who, left_out = response.respondent, foreign(response, questionnaire)
    answers = answers_for(response, questionnaire)
    found.unknown.update(left_out.unknown)
    found.incomparable.update(left_out.incomparable)
    met = {question.id for question in questions_for(response, questionnaire)}
    asked = answered = 0
    for question in questionnaire.questions:
        answer = answers.get(question.id)
        if question.id in left_out.incomparable:
            continue
        if answer:
            _count_besides(questionnaire, question, answer, (question.id, who.team), found)
        # An answer counts even where the question was not asked; a note or a flag alone is no answer.
        if question.id not in met and not (answer and answer.facets):
            continue
        scale = questionnaire.scale_by_id[question.scale]
        for facet in question.facets:
            choice = answer.choice(facet) if answer else None
            row = found.rows.setdefault((question.id, facet, who.team), [0] * (len(scale.options) + 3))
            row[_slot(scale, choice)] += 1
            asked += 1
            answered += choice is not None
    one, vote = int(not who.voted), int(who.voted)
    progress = Progress(one, one * (who.completed is not None), asked, answered, vote)
    found.progress[who.team] = found.progress.get(who.team, Progress()) + progress


def _slot(scale: Scale, choice: Choice | None) -> int:
    states = (DONT_KNOW, NOT_APPLICABLE, None)
    if choice in states:
        return len(scale.options) + states.index(choice)
    index = None if choice is None else scale.index(choice)
    assert index is not None
    return index


def _count_besides(
    questionnaire: Questionnaire, question: Question, answer: Answer, place: Place, found: _Counts
) -> None:
    found.flags[place] += answer.flag
    if question.kind in PAIRS:
        first, second = (answer.choice(facet) for facet in PAIRS[question.kind])
        if isinstance(first, int) and isinstance(second, int):
            row = found.differences.setdefault(place, [0] * (2 * LARGEST_DIFFERENCE + 1))
            row[second - first + LARGEST_DIFFERENCE] += 1
    if answer.basis is not None and answer.wants_basis:
        scale = questionnaire.scale_of(question, Facet.BASIS)
        index = scale.index(answer.basis)
        if index is not None:
            found.bases.setdefault(place, [0] * len(scale.options))[index] += 1
