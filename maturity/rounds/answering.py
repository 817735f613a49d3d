"""One interview: where somebody stands among the questions, and what each thing that they do leads to.

A value: every event gives the next interview, and the moment comes in as an argument. The app and the plain way show
it and hand it what was pressed or typed; no rule of answering is anywhere else.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from maturity.rounds.earlier import OwnAnswer, to_confirm
from maturity.rounds.interview import (
    facets_to_ask,
    first_open_facet,
    is_open,
    not_applicable,
    same_as_above,
    starting_place,
)
from maturity.rounds.prompts import Prompt
from maturity.rounds.sitting import START, Change, Sitting, Turn
from questionnaires import Choice, Question, Questionnaire, Response, Section, questions_for
from questionnaires.words import NOT_APPLICABLE, Facet


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
    """Whether a review sent here: it is what one goes back to, for as long as one stays at this question, or among
    those that are open."""
    only_open: bool = False
    """Whether Enter leads past what is answered, to the next open question and at last to the review. So nobody who
    goes on with more questions, or from a review, comes past answers without having asked for them."""
    is_at_review: bool = False
    """Whether the questions are at their end: what is open, flagged or unknown is looked at now."""
    sitting: Sitting = START
    """What is remembered of this sitting."""

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
        """The section one has come to, until its rule was read: once in a sitting, while nothing in it is answered yet,
        wherever in it one comes in; and not by who has answered in it before, in an earlier round."""
        section = self.question.section
        if section in self.sitting.rules_read:
            return None
        mine = [question.id for question in self.questions if question.section == section]
        if any(self.response.answer(question).facets or question in self.sitting.earlier.own for question in mine):
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
    def earlier_answer(self) -> OwnAnswer | None:
        """What the same person answered in an earlier round."""
        return self.sitting.earlier.own.get(self.question.id)

    @property
    def to_confirm(self) -> dict[Facet, Choice]:
        """What one key gives again of the earlier answer, in the columns that are still open."""
        mine = self.earlier_answer
        if mine is None:
            return {}
        waits = self.facet if self.is_asking else None
        return to_confirm(self.question, self.response.answer(self.question.id), mine.answer, waits)

    @property
    def prompt(self) -> Prompt:
        """What can be done next; the front ends put it in words."""
        if self.rule_to_read is not None:
            return Prompt.RULE_FIRST
        if self.to_confirm:
            return Prompt.ASKED_AGAIN
        if not self.is_asking:
            if self.is_half_answered:
                return Prompt.HALF_ANSWERED
            if self._following is None:
                return Prompt.ANSWERED_LAST
            return Prompt.ANSWERED_NEXT_OPEN if self.only_open else Prompt.ANSWERED
        return Prompt.LEFT_HALF_OPEN if self.is_warned else Prompt.ASKED

    @property
    def same_as_above(self) -> Choice | None:
        """The owner named at the question before, where that can be said again."""
        return same_as_above(self.questions, self.place, self.response)

    @property
    def _following(self) -> int | None:
        """The place that Enter leads to; None where that is the review."""
        after = range(self.place + 1, len(self.questions))
        if self.only_open:
            return next((place for place in after if is_open(self.questions[place], self.response)), None)
        return None if self.is_from_review or not after else after[0]

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
            is_from_review=self.is_from_review and (self.only_open or place == self.place),
        )

    def read_rule(self) -> Interview:
        """At the question, with the rule of its section read."""
        return replace(self, sitting=self.sitting.read(self.question.section))

    def next(self, now: dt.datetime, *, confirms: bool = True) -> Interview:
        """On to the next question or the review; a question that is half answered says so once before, the first one of
        a section follows its rule, and an earlier answer is confirmed."""
        if self.rule_to_read is not None:
            return self.read_rule()
        if confirms and self.to_confirm:
            return self.confirm(now)
        if self.is_half_answered and not self.is_warned:
            return replace(self, is_warned=True)
        if self.is_asking and self.facet is Facet.BASIS and not is_open(self.question, self.response):
            # Who gives no basis has answered all the same, and sees what the service offers before going on.
            return replace(self, active=len(self.facets))
        return self.leave_question(now)

    def leave_question(self, now: dt.datetime) -> Interview:
        """On to the next question or the review, whatever is open."""
        following = self._following
        return self.review() if following is None else self.jump(following, now)

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

    def _with(self, question: str, response: Response) -> Interview:
        """With another answer to a question, which can be taken back; what says the same again is no change."""
        before = self.response.answer(question)
        if response.answer(question) == before:
            return self
        change = Change(question, before, self.response.respondent)
        section = self.questionnaire.question_by_id[question].section
        return replace(self, response=response, sitting=self.sitting.changed(change).read(section))

    def undo(self, now: dt.datetime) -> Interview:
        """With the last change of this sitting taken back, at its question; as it was where there is none."""
        if not self.sitting.changes:
            return self
        *earlier, last = self.sitting.changes
        place = next((i for i, question in enumerate(self.questions) if question.id == last.question), self.place)
        sitting = replace(self.sitting, changes=tuple(earlier))
        return replace(self, response=last.taken_back(self.response, now), sitting=sitting).jump(place, now)

    def choose(self, facet: Facet, choice: Choice, now: dt.datetime) -> Interview:
        """With a choice in one column, and the next one waiting."""
        response = self.response.with_choice(self.question.id, facet, choice, now)
        following = facets_to_ask(self.question, response).index(facet) + 1
        return replace(self._with(self.question.id, response), active=following, is_warned=False)

    def state(self, choice: Choice, now: dt.datetime) -> Interview:
        """Don't know is about one column; what does not apply to us is about all that are still open."""
        if choice != NOT_APPLICABLE or self.facet is Facet.BASIS:
            return self.choose(self.facet, choice, now)
        response = not_applicable(self.question, self.facet, self.response, now)
        return replace(self._with(self.question.id, response), active=len(self.question.facets), is_warned=False)

    def confirm(self, now: dt.datetime) -> Interview:
        """With the earlier answer given again in every column that is open, as one change, and on to what follows; at
        the same question where a column of it still waits."""
        response, before = self.response, self.earlier_answer
        for facet, choice in self.to_confirm.items():
            response = response.with_choice(self.question.id, facet, choice, now)
        given = replace(self._with(self.question.id, response), is_warned=False)
        waits = first_open_facet(self.question, response)
        is_same_need = before is not None and response.answer(self.question.id).needed == before.answer.needed
        if waits is None or (waits is Facet.BASIS and is_same_need):  # who gave no basis then is not asked for it again
            return given.leave_question(now)
        return replace(given, active=facets_to_ask(self.question, response).index(waits))

    def same(self, now: dt.datetime) -> Interview:
        """With the owner of the question before; as it was where there is none."""
        above = self.same_as_above
        return self if above is None else self.choose(Facet.OWNER, above, now)

    def clear(self, now: dt.datetime) -> Interview:
        """With the column emptied in which one is."""
        response = self.response.with_choice(self.question.id, self.facet, None, now)
        last = len(facets_to_ask(self.question, response)) - 1
        return replace(self._with(self.question.id, response), active=min(self.active, last))

    def flag(self, now: dt.datetime) -> Interview:
        """With this question flagged for discussion, or no longer."""
        is_flagged = self.response.answer(self.question.id).flag
        return self._with(self.question.id, self.response.with_flag(self.question.id, not is_flagged, now))

    def note(self, question: str, text: str, now: dt.datetime) -> Interview:
        """With a note on a question, which need not be the one at which one is now."""
        return self._with(question, self.response.with_note(question, text, now))


def begin_interview(
    questionnaire: Questionnaire, response: Response, now: dt.datetime, turn: Turn | None = None
) -> Interview:
    """Somebody who begins or continues; with a `turn`, whom a review sent here. From a question that is open there one
    goes on to the next open one."""
    turn = turn or Turn()
    questions = questions_for(response, questionnaire)
    place = starting_place(questions, response)
    if turn.at is not None:
        place = next((i for i, question in enumerate(questions) if question.id == turn.at), place)
    is_from_review = turn.at is not None
    only_open = turn.only_open or (is_from_review and bool(questions) and is_open(questions[place], response))
    standing = Interview(
        questionnaire,
        response,
        questions,
        place,
        is_from_review=is_from_review,
        only_open=only_open,
        sitting=turn.sitting,
    )
    return standing.jump(place, now)
