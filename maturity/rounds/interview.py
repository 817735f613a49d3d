"""The way through the questions: what is asked, what comes next, and how far one has come.

Both front ends, the app and the plain one, walk the same way.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from questionnaires import Choice, Question, Questionnaire, Response, Scale, Section, label, questions_for
from questionnaires.words import NOT_APPLICABLE, Depth, Facet, Kind, Level

_WORDS_A_MINUTE: Final = 200
"""The speed of reading attentively."""
_SECONDS_A_FACET: Final = 5
"""What choosing takes, once everything is read."""
_BARE_NUMBER: Final = re.compile(r"[\d.,\s]+")
_STEP: Final = 5
"""Minutes to which a time is rounded up: it is an estimate, and nobody should be promised less."""

DEPTH_WORDS: Final = {
    Depth.SHORT: "the short set",
    Depth.CORE: "the core questions",
    Depth.FULL: "all questions",
}


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
    asked = Counter(question.section for question in questions)
    # Most are open while somebody answers: only what has an answer at all is looked at closely.
    answered = Counter(
        question.section
        for question in questions
        if question.id in response.answers and not is_open(question, response)
    )
    return tuple(
        SectionProgress(section, answered[section.id], asked[section.id]) for section in questionnaire.sections
    )


def starting_place(questions: tuple[Question, ...], response: Response) -> int:
    """Where to continue: the question one was at, else the first open one, else the first."""
    at = response.respondent.at
    for place, question in enumerate(questions):
        if question.id == at:
            return place
    return next((place for place, question in enumerate(questions) if is_open(question, response)), 0)


def minutes(questionnaire: Questionnaire, depth: Depth) -> int:
    """About how long answering takes, to the nearest 5 minutes, for the team that is asked the most."""
    return max(minutes_for(questionnaire, questionnaire.asked_of(team.id, depth)) for team in questionnaire.teams)


def minutes_for(questionnaire: Questionnaire, asked: Collection[Question]) -> int:
    """About how long these questions take, to the nearest 5 minutes.

    The words that have to be read at 200 a minute, and 5 seconds for each choice.
    """
    seconds = words_to_read(questionnaire, asked) * Fraction(60, _WORDS_A_MINUTE)
    seconds += sum(len(question.facets) for question in asked) * _SECONDS_A_FACET
    return max(1, math.floor(seconds / (60 * _STEP) + Fraction(1, 2))) * _STEP


def words_to_read(questionnaire: Questionnaire, asked: Collection[Question]) -> int:
    """The words on the screens of these questions: each section's rule, each question with its help, and its options.

    A scale is read once in a section, however many of its questions are answered on it.
    """
    sections = dict.fromkeys(question.section for question in asked)
    scales = dict.fromkeys(
        (question.section, questionnaire.scale_of(question, facet).id)
        for question in asked
        for facet in (*question.facets, *((Facet.BASIS,) if question.kind is Kind.CONTROL else ()))
    )
    texts = [text for question in asked for text in (question.text, question.help)]
    for section in (questionnaire.section_by_id[name] for name in sections):
        texts += [section.question, section.about]
    for option in (option for _, scale in scales for option in questionnaire.scale_by_id[scale].options):
        texts += [option.label, option.behaviour]
    return sum(len(text.split()) for text in texts)


def depths_of(questionnaire: Questionnaire) -> tuple[Depth, ...]:
    """The depths at which something is asked that is not asked at those before, the least first."""
    return tuple(depth for depth in Depth if any(question.depth is depth for question in questionnaire.questions))


def usual_depth(questionnaire: Questionnaire) -> Depth:
    """The depth at which somebody begins who names none: core, or what comes closest where that asks nothing."""
    depths = depths_of(questionnaire)
    return max((depth for depth in depths if Depth.CORE.reaches(depth)), key=depths.index, default=depths[0])


def more_to_ask(questionnaire: Questionnaire, response: Response) -> tuple[Depth, int] | None:
    """The next depth at which this respondent is asked more, and how many questions more.

    None at the last one, and in a round that takes up only some of the questions.
    """
    who = response.respondent
    if who.only is not None:
        return None
    now = len(questionnaire.asked_of(who.team, who.depth))
    for depth in Depth:
        more = len(questionnaire.asked_of(who.team, depth)) - now
        if more > 0:
            return depth, more
    return None


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


def in_words(scale: Scale, choice: Choice | None) -> str:
    """What was chosen, in words; a quantity always with its unit, also where its label is a bare number."""
    words = label(scale, choice)
    return f"{words} {scale.unit}" if scale.is_quantity and _BARE_NUMBER.fullmatch(words) else words


def keys_of(scale: Scale) -> tuple[str, ...]:
    """The digit for each option: its number where options are numbered, else 1 to 9 and then 0."""
    if scale.level is Level.ORDINAL:
        return tuple(str(place) for place in range(len(scale.options)))
    return tuple("1234567890"[: len(scale.options)])
