"""The way through the questions: what is asked, what comes next, and how far one has come.

Both front ends, the app and the plain one, walk the same way.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from typing import Final

from questionnaires import Choice, Question, Questionnaire, Response, Scale, Section, questions_for
from questionnaires.words import NOT_APPLICABLE, Depth, Facet, Kind, Level

_SECONDS_A_FACET: Final = 16
"""A full core of 56 facets takes 15 minutes."""


@dataclass(frozen=True, slots=True)
class SectionProgress:
    """Questions answered of those asked, in one section; one that is half answered is open."""

    section: Section
    answered: int
    asked: int

    @property
    def is_complete(self) -> bool:
        """Whether nothing in the section is open."""
        return self.answered >= self.asked


def facets_to_ask(question: Question, response: Response) -> tuple[Facet, ...]:
    """The facets of a question; a high need is asked for its basis as well."""
    if response.answer(question.id).wants_basis:
        return (*question.facets, Facet.BASIS)
    return question.facets


def first_open_facet(question: Question, response: Response) -> Facet | None:
    """The first facet without an answer; None when the question is answered."""
    answer = response.answer(question.id)
    return next((facet for facet in facets_to_ask(question, response) if answer.choice(facet) is None), None)


def is_open(question: Question, response: Response) -> bool:
    """Whether a facet that everybody is asked has no answer; a missing basis does not hold anybody up."""
    answer = response.answer(question.id)
    return any(answer.choice(facet) is None for facet in question.facets)


def progress(questionnaire: Questionnaire, response: Response) -> tuple[SectionProgress, ...]:
    """How far the respondent has come, section by section."""
    questions = questions_for(response, questionnaire)
    found = []
    for section in questionnaire.sections:
        mine = [question for question in questions if question.section == section.id]
        answered = sum(not is_open(question, response) for question in mine)
        found.append(SectionProgress(section, answered, len(mine)))
    return tuple(found)


def starting_place(questions: tuple[Question, ...], response: Response) -> int:
    """Where to continue: the question one was at, else the first open one, else the first."""
    at = response.respondent.at
    for place, question in enumerate(questions):
        if question.id == at:
            return place
    return next((place for place, question in enumerate(questions) if is_open(question, response)), 0)


def minutes(questionnaire: Questionnaire, depth: Depth) -> int:
    """About how long answering takes, rounded up to 5 minutes, for the team that is asked the most."""
    facets = max(
        sum(len(question.facets) for question in questionnaire.asked_of(team.id, depth)) for team in questionnaire.teams
    )
    return max(1, math.ceil(facets * _SECONDS_A_FACET / 300)) * 5


def same_as_above(questions: tuple[Question, ...], place: int, response: Response) -> Choice | None:
    """The owner named at the question before, where both are of ownership."""
    if place == 0 or questions[place].kind is not Kind.OWNERSHIP or questions[place - 1].kind is not Kind.OWNERSHIP:
        return None
    return response.answer(questions[place - 1].id).choice(Facet.OWNER)


def not_applicable(question: Question, facet: Facet, response: Response, now: dt.datetime) -> Response:
    """What does not apply to us applies in no column that is still open, but for a basis, which is asked by itself."""
    if facet is Facet.BASIS:
        return response.with_choice(question.id, facet, NOT_APPLICABLE, now)
    given = response.answer(question.id)
    for each in question.facets:
        if each is facet or given.choice(each) is None:
            response = response.with_choice(question.id, each, NOT_APPLICABLE, now)
    return response


def keys_of(scale: Scale) -> tuple[str, ...]:
    """The digit for each option: its number where options are numbered, else 1 to 9 and then 0."""
    if scale.level is Level.ORDINAL:
        return tuple(str(place) for place in range(len(scale.options)))
    return tuple("1234567890"[: len(scale.options)])
