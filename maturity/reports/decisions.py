"""What the room decided on a question, and on what a criterion follows from: the same sentences for every text and
screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from maturity.reports.decided import is_step_done, wanted_beside
from maturity.results.criteria import CriterionResults
from maturity.results.decisions import DecisionResults
from maturity.results.findings import AgendaEntry
from maturity.results.model import Results
from questionnaires.decisions import Status
from scoring.wording.plan import STEP_DONE
from scoring.wording.words import listed

if TYPE_CHECKING:
    from maturity.pictures.shapes import Key


def decisions_on(results: Results, question: str) -> list[DecisionResults]:
    """Everything that was proposed, decided or parked of a question: of stages there may be several."""
    return [one for one in results.decision if one.question == question]


def decision_lines(results: Results, decision: DecisionResults) -> Iterator[str]:
    """What was decided, who agreed, until when it holds and what shows that it does, and who answers otherwise since;
    a sentence each."""
    yield decision.says
    if apart := wanted_beside(results, decision):
        yield apart
    if is_step_done(results, decision):
        yield f"{STEP_DONE.capitalize()}."
    names = results.questionnaire.teams
    if decision.agreed_by:
        yield f"Agreed by {listed(names.get(team, team) for team in decision.agreed_by)}."
    if decision.due and decision.status is not Status.PARKED:
        yield f"To be carried out by {decision.due}."
    if decision.review_by:
        yield f"To be looked at again by {decision.review_by}."
    titles = {one.id: one.title for one in results.criterion}
    if shown := [f"“{titles[one]}”" for one in decision.confirmed_by if one in titles]:
        yield f"{listed(shown)} {'shows' if len(shown) == 1 else 'show'} whether it holds."
    if decision.otherwise_says:
        yield decision.otherwise_says


def followed_by(results: Results, criterion: CriterionResults) -> Iterator[str]:
    """The decisions that a criterion follows, and those of which it shows whether they hold."""
    for one in results.decision:
        said = f"“{one.title}”: {' '.join(decision_lines(results, one))}"
        if one.id in criterion.decided_by:
            yield said
        elif criterion.id in one.confirmed_by:
            yield f"It shows whether this holds: {said}"


def in_room(results: Results) -> Iterator[tuple[str, Key, list[str]]]:
    """The two lists below an agenda, each with its mark and its questions: those of the agenda first."""
    if not (results.parked or results.settled or results.decision):
        return
    from maturity.pictures.room import PARKED, SETTLED, room_mark  # shapes, for whoever has decided anything

    for title, mark, entries in (
        ("Parked with a next step", PARKED, results.parked),
        ("Settled", SETTLED, results.settled),
    ):
        questions = dict.fromkeys(_questions(entries))
        questions |= dict.fromkeys(one.question for one in results.decision if room_mark(results, one.question) is mark)
        if questions:
            yield title, mark, list(questions)


def _questions(entries: Iterable[AgendaEntry]) -> Iterator[str]:
    return (entry.question for entry in entries)


def said_on(results: Results, question: str) -> Iterator[str]:
    """Everything that was decided on a question, a sentence each; where nothing was, what settled it all the same."""
    found = decisions_on(results, question)
    for one in found:
        yield from decision_lines(results, one)
    if not found:
        yield from (one.decision_says for one in results.settled if one.question == question and one.decision_says)


def title_of(results: Results, question: str) -> str:
    """What a decided question is about, also where nobody was asked it in this round."""
    found = next((one.title for one in results.decision if one.question == question), question)
    item = results.question_by_id.get(question)
    return item.title if item else found
