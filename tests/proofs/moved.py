"""Answers moved: in what is read, and in the responses that are compared anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questionnaires import Answer, Question, Questionnaire, Response
from questionnaires.words import DONT_KNOW, Facet, Kind
from tests.proofs.reading import Reading


@dataclass(frozen=True, slots=True)
class Move:
    """One answer of a team on a facet, from a place on the scale to another; `before` is None for *don't know*."""

    question: str
    facet: Facet
    team: str
    before: int | None
    after: int


def moves_of(reading: Reading, question: Question, team: str) -> Iterator[Move]:
    """Every move of a single answer of a team: to the option beside it, or of owners to any other."""
    options = range(len(reading.scale(question.id).options))
    for facet in question.facets:
        for before in sorted(set(reading.places(question.id, facet).get(team, []))):
            for after in options:
                if abs(after - before) == 1 or (question.kind is Kind.OWNERSHIP and after != before):
                    yield Move(question.id, facet, team, before, after)


def known_moves_of(reading: Reading, question: Question, team: str) -> Iterator[Move]:
    """Everything that somebody of a team who does not know might answer."""
    for facet in question.facets:
        if reading.state(question.id, facet, DONT_KNOW).get(team):
            for after in range(len(reading.scale(question.id).options)):
                yield Move(question.id, facet, team, None, after)


def reread(reading: Reading, moves: Iterable[Move]) -> Reading:
    """What is read when these people have moved their answers."""
    cells = dict(reading.cells)
    for move in moves:
        scale = reading.scale(move.question)
        rows = dict(cells[move.question, move.team])
        said = list(rows[move.facet])
        said[said.index(DONT_KNOW if move.before is None else scale.choice(move.before))] = scale.choice(move.after)
        cells[move.question, move.team] = {**rows, move.facet: said}
    return Reading(reading.questionnaire, cells, room=reading.room)


def tears(before: Reading, after: Reading, move: Move) -> bool:
    """Whether a team that had a common position has none after a move of it."""
    if not before.ordinal(move.question):
        return False
    was, is_now = (move.team in reading.torn(move.question, move.facet) for reading in (before, after))
    return is_now and not was


def answered_anew(
    questionnaire: Questionnaire, responses: tuple[Response, ...], move: Move
) -> tuple[Response, ...] | None:
    """The responses with the answer of somebody who gave it moved; None where nobody did."""
    question = questionnaire.question_by_id[move.question]
    scale = questionnaire.scale_by_id[question.scale]
    before = DONT_KNOW if move.before is None else scale.choice(move.before)
    for place, response in enumerate(responses):
        answer = response.answers.get(move.question)
        if response.respondent.team == move.team and answer and answer.choice(move.facet) == before:
            changed = response.model_copy(
                update={"answers": {**response.answers, move.question: _moved(answer, move, scale.choice(move.after))}}
            )
            return (*responses[:place], changed, *responses[place + 1 :])
    return None


def _moved(answer: Answer, move: Move, choice: int | str) -> Answer:
    changed = answer.model_copy(update={move.facet.value: choice})
    return changed if changed.wants_basis else changed.model_copy(update={"basis": None})
