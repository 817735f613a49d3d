"""One interview: where somebody stands among the questions, and what each thing that they do leads to.

A value: every event gives the next interview, and the moment comes in as an argument. The app and the plain way show
it and hand it what was pressed or typed; no rule of answering is anywhere else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import Enum, auto

from maturity.rounds.interview import (
    facets_to_ask,
    first_open_facet,
    is_open,
    not_applicable,
    same_as_above,
    starting_place,
)
from questionnaires import Choice, Question, Questionnaire, Response, Section, questions_for
from questionnaires.words import NOT_APPLICABLE, Facet


class Prompt(Enum):
    """What the respondent is told to do next."""

    RULE_FIRST = auto()
    """The rule of a section is read before its first question."""
    ASKED = auto()
    """The current column waits for a choice."""
    LEFT_HALF_OPEN = auto()
    """Enter was pressed on a question that is half answered; once more leaves it so."""
    HALF_ANSWERED = auto()
    """No column waits, but one of them was passed over."""
    ANSWERED = auto()
    """The next question follows."""
    ANSWERED_LAST = auto()
    """The review follows."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Somebody at one of the questions. `active` is the column that waits, as a place among `facets`."""

    questionnaire: Questionnaire
    response: Response
    questions: tuple[Question, ...]
    place: int
    active: int = 0
    is_warned: bool = False
    is_from_review: bool = False
    """Whether a review sent here: Enter leads back to it, for as long as one stays at this question."""
    is_at_review: bool = False
    """Whether the questions are at their end: what is open, flagged or unknown is looked at now."""
    rules_read: frozenset[str] = frozenset()
    """The sections whose rule was read in this sitting."""

    # What is asked

    @property
    def question(self) -> Question:
        """The question that is asked now."""
        return self.questions[self.place]

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The columns that are asked."""
        return facets_to_ask(self.question, self.response)

    @property
    def facet(self) -> Facet:
        """The column one is at; the last one where none waits."""
        return self.facets[min(self.active, len(self.facets) - 1)]

    @property
    def is_asking(self) -> bool:
        """Whether a column still waits, as opposed to a question that is done with."""
        return self.active < len(self.facets)

    @property
    def shown_facets(self) -> tuple[Facet, ...]:
        """The columns on the scale that is shown: the basis has a scale of its own."""
        return (Facet.BASIS,) if self.facet is Facet.BASIS and self.is_asking else self.question.facets

    @property
    def shown_active(self) -> int:
        """The column that waits, as a place among those that are shown; behind them where none does."""
        shown = self.shown_facets
        return shown.index(self.facet) if self.is_asking and self.facet in shown else len(shown)

    @property
    def rule_to_read(self) -> Section | None:
        """The section that begins here, until its rule was read: before its first question, with nothing answered yet.

        Whoever comes back to the question, or is sent there by a review, has read it.
        """
        section = self.question.section
        if section in self.rules_read or self.is_from_review:
            return None
        mine = [question for question in self.questions if question.section == section]
        if self.question is not mine[0] or any(self.response.answer(question.id).facets for question in mine):
            return None
        return self.questionnaire.section_by_id[section]

    @property
    def is_half_answered(self) -> bool:
        """Whether some columns have an answer and others do not."""
        answer = self.response.answer(self.question.id)
        given = [answer.choice(facet) is not None for facet in self.question.facets]
        return any(given) and not all(given)

    @property
    def tells_facts(self) -> bool:
        """Whether what is documented or offered may be shown: after answering, never before."""
        return not self.is_asking and not is_open(self.question, self.response)

    @property
    def prompt(self) -> Prompt:
        """What can be done next; the front ends put it in words."""
        if self.rule_to_read is not None:
            return Prompt.RULE_FIRST
        if not self.is_asking:
            if self.is_half_answered:
                return Prompt.HALF_ANSWERED
            is_last = self.is_from_review or self.place + 1 == len(self.questions)
            return Prompt.ANSWERED_LAST if is_last else Prompt.ANSWERED
        return Prompt.LEFT_HALF_OPEN if self.is_warned else Prompt.ASKED

    @property
    def same_as_above(self) -> Choice | None:
        """The owner named at the question before, where that can be said again."""
        return same_as_above(self.questions, self.place, self.response)

    # Moving

    def jump(self, place: int, now: dt.datetime) -> Interview:
        """At another question, with its first open column waiting; the file remembers the place."""
        if not self.questions:
            return self.review()
        place = min(max(0, place), len(self.questions) - 1)
        question, response = self.questions[place], self.response
        if response.respondent.at != question.id:
            response = response.at(question.id, now)
        open_facet = first_open_facet(question, response)
        facets = facets_to_ask(question, response)
        return replace(
            self,
            response=response,
            place=place,
            active=facets.index(open_facet) if open_facet else len(facets),
            is_warned=False,
            is_from_review=self.is_from_review and place == self.place,
        )

    def read_rule(self) -> Interview:
        """At the first question of the section, whose rule is read."""
        return replace(self, rules_read=self.rules_read | {self.question.section})

    def next(self, now: dt.datetime) -> Interview:
        """On to the next question or the review; a question that is half answered says so once before, and the first
        one of a section follows its rule."""
        if self.rule_to_read is not None:
            return self.read_rule()
        if self.is_half_answered and not self.is_warned:
            return replace(self, is_warned=True)
        if self.is_asking and self.facet is Facet.BASIS and not is_open(self.question, self.response):
            # Who gives no basis has answered all the same, and sees what the service offers before going on.
            return replace(self, active=len(self.facets))
        return self.leave_question(now)

    def leave_question(self, now: dt.datetime) -> Interview:
        """On to the next question or the review, whatever is open."""
        if self.is_from_review or self.place + 1 == len(self.questions):
            return self.review()
        return self.jump(self.place + 1, now)

    def back(self, now: dt.datetime) -> Interview:
        """At the question before."""
        return self.jump(self.place - 1, now)

    def next_open(self, now: dt.datetime) -> Interview:
        """At the next question without an answer, round to the first; at the review where there is none."""
        places = [*range(self.place + 1, len(self.questions)), *range(self.place + 1)]
        found = next((place for place in places if is_open(self.questions[place], self.response)), None)
        return self.review() if found is None else self.jump(found, now)

    def review(self) -> Interview:
        """At the end of the questions, where what is open is looked at."""
        return replace(self, is_at_review=True)

    def finish(self, now: dt.datetime) -> Interview:
        """With the answers marked as finished, whatever is open; a later change takes that back."""
        return replace(self, response=self.response.completed(now))

    def turn_to(self, column: int) -> Interview:
        """At another of the columns that are shown."""
        return replace(self, active=self.facets.index(self.shown_facets[column]))

    def first_column(self) -> Interview:
        """At the first column, answered or not: read line by line, every column is come to in turn."""
        return replace(self, active=0)

    def skip(self) -> Interview:
        """At the column after this one."""
        return replace(self, active=self.active + 1)

    # Answering

    def choose(self, facet: Facet, choice: Choice, now: dt.datetime) -> Interview:
        """With a choice in one column, and the next one waiting."""
        response = self.response.with_choice(self.question.id, facet, choice, now)
        following = facets_to_ask(self.question, response).index(facet) + 1
        return replace(self, response=response, active=following, is_warned=False)

    def state(self, choice: Choice, now: dt.datetime) -> Interview:
        """Don't know is about one column; what does not apply to us is about all that are still open."""
        if choice != NOT_APPLICABLE or self.facet is Facet.BASIS:
            return self.choose(self.facet, choice, now)
        response = not_applicable(self.question, self.facet, self.response, now)
        return replace(self, response=response, active=len(self.question.facets), is_warned=False)

    def same(self, now: dt.datetime) -> Interview:
        """With the owner of the question before; as it was where there is none."""
        above = self.same_as_above
        return self if above is None else self.choose(Facet.OWNER, above, now)

    def clear(self, now: dt.datetime) -> Interview:
        """With the column emptied in which one is."""
        response = self.response.with_choice(self.question.id, self.facet, None, now)
        last = len(facets_to_ask(self.question, response)) - 1
        return replace(self, response=response, active=min(self.active, last))

    def flag(self, now: dt.datetime) -> Interview:
        """With this question flagged for discussion, or no longer."""
        is_flagged = self.response.answer(self.question.id).flag
        return replace(self, response=self.response.with_flag(self.question.id, not is_flagged, now))

    def note(self, question: str, text: str, now: dt.datetime) -> Interview:
        """With a note on a question, which need not be the one at which one is now."""
        return replace(self, response=self.response.with_note(question, text, now))


def begin_interview(
    questionnaire: Questionnaire, response: Response, now: dt.datetime, at: str | None = None
) -> Interview:
    """Somebody who begins or continues; with `at`, one question that a review sent there."""
    questions = questions_for(response, questionnaire)
    place = starting_place(questions, response)
    if at is not None:
        place = next((i for i, question in enumerate(questions) if question.id == at), place)
    standing = Interview(questionnaire, response, questions, place, is_from_review=at is not None)
    return standing.jump(place, now)
