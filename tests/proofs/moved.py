"""One answer moved by a step: in what is read, and in the responses that are compared anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from questionnaires import Answer, Question, Questionnaire, Response
from questionnaires.words import Facet, Kind
from tests.proofs.reading import Reading


@dataclass(frozen=True, slots=True)
class Move:
    """One answer of a team on a facet, from a place on the scale to another."""

    question: str
    facet: Facet
    team: str
    before: int
    after: int


def moves_of(reading: Reading, question: Question, team: str) -> Iterator[Move]:
    """Every move of a single answer of a team: to the option beside it, or of owners to any other."""
    options = range(len(reading.scale(question.id).options))
    for facet in question.facets:
        for before in sorted(set(reading.places(question.id, facet).get(team, []))):
            for after in options:
                if abs(after - before) == 1 or (question.kind is Kind.OWNERSHIP and after != before):
                    yield Move(question.id, facet, team, before, after)


def reread(reading: Reading, move: Move) -> Reading:
    """What is read when somebody has moved their answer."""
    scale = reading.scale(move.question)
    rows = dict(reading.cells[move.question, move.team])
    said = list(rows[move.facet])
    said[said.index(scale.choice(move.before))] = scale.choice(move.after)
    cells = {**reading.cells, (move.question, move.team): {**rows, move.facet: said}}
    return Reading(reading.questionnaire, cells)


def answered_anew(
    questionnaire: Questionnaire, responses: tuple[Response, ...], move: Move
) -> tuple[Response, ...] | None:
    """The responses with the answer of somebody who gave it moved; None where nobody did."""
    question = questionnaire.question_by_id[move.question]
    scale = questionnaire.scale_by_id[question.scale]
    for place, response in enumerate(responses):
        answer = response.answers.get(move.question)
        if response.respondent.team == move.team and answer and answer.choice(move.facet) == scale.choice(move.before):
            changed = response.model_copy(
                update={"answers": {**response.answers, move.question: _moved(answer, move, scale.choice(move.after))}}
            )
            return (*responses[:place], changed, *responses[place + 1 :])
    return None


def _moved(answer: Answer, move: Move, choice: int | str) -> Answer:
    changed = answer.model_copy(update={move.facet.value: choice})
    return changed if changed.wants_basis else changed.model_copy(update={"basis": None})
