"""Random walks through the same questions: on the page, and by the interview that the program asks with.

What is drawn depends on where the interview stands. Each step is done on both sides at the same moment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from maturity.files.workspace import to_bytes
from maturity.rounds.answering import Interview, begin_interview
from questionnaires import LONGEST_NOTE, Choice, clean
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.browser.events import (
    ARROWS,
    Event,
    Now,
    begun_again,
    by_arrows,
    by_click,
    by_key,
    differs,
    finish,
    jump,
    read_back,
    read_elsewhere,
    read_older,
    reload,
    response,
    save_and_read_back,
    save_so_far,
    sideways,
    stated,
    turn,
    turned,
)
from tests.browser.hard_texts import HARD


@dataclass(frozen=True, slots=True)
class Walker:
    """Draws what is done next."""

    chance: Random
    saved: list[bytes] = field(default_factory=list)
    """Files of earlier in this walk."""

    def event(self, interview: Interview) -> Event:
        """Something that can be done where one is."""
        if interview.is_at_review:
            return self._one_of(self._at_review(interview))
        if interview.rule_to_read is not None:
            return self._one_of(self._moving(interview))
        if self.chance.random() < 0.55:
            return self.answer(interview)
        return self._one_of([*self._moving(interview), *self._saying(interview)])

    def _one_of(self, events: list[Event]) -> Event:
        return self.chance.choice(events)

    # Choosing

    def answer(self, interview: Interview) -> Event:
        """A choice in one of the columns."""
        facet = self.chance.choice(interview.facets)
        choice = self._choice(interview, facet)
        here = self._choice(interview, interview.facet)
        return self._one_of(
            [
                by_key(interview, here),
                by_key(interview, here),
                by_arrows(interview, here, self.chance.choice(("Enter", "Space"))),
                by_click(facet, choice),
                stated("d", DONT_KNOW),
                stated("a", NOT_APPLICABLE),
            ]
        )

    def _choice(self, interview: Interview, facet: Facet) -> Choice:
        scale = interview.questionnaire.scale_of(interview.question, facet)
        places = range(len(scale.options))
        return self.chance.choice([*(scale.choice(place) for place in places), DONT_KNOW, NOT_APPLICABLE])

    # Saying, moving

    def _saying(self, interview: Interview) -> list[Event]:
        facet = self.chance.choice(interview.facets)
        step = self.chance.choice((-1, 1))
        events = [
            self._note(interview),
            Event("flag", lambda form: form.press("f"), lambda one, now: one.flag(now)),
            Event("clear", lambda form: form.press("x"), lambda one, now: one.clear(now)),
            Event("same", lambda form: form.press("s"), lambda one, now: one.same(now)),
            Event(f"sideways {step}", lambda form: form.press(ARROWS[step]), lambda one, _: sideways(one, step)),
        ]
        if interview.response.answer(interview.question.id).choice(facet) is not None:
            events.append(
                Event(
                    f"clear {facet} by click",
                    lambda form: form.click(f"[data-clear={facet}]"),
                    lambda one, now: turned(one, facet).clear(now),
                )
            )
        return events

    def _note(self, interview: Interview) -> Event:
        text = self.chance.choice(HARD)
        if self.chance.random() < 0.5:
            text = "".join(self.chance.choices(HARD, k=3))
        text = text[: 3 * LONGEST_NOTE]
        typed = text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST_NOTE]
        question = interview.question.id
        return Event(
            f"note {text[:60]!r}",
            lambda form: form.write_note(text),
            lambda one, now: one.note(question, clean(typed).strip(), now),
        )

    def _moving(self, interview: Interview) -> list[Event]:
        place = self.chance.randrange(len(interview.questions))
        identifier = interview.questions[place].id
        following = Event("next", lambda form: form.go_on(), lambda one, now: one.next(now))
        back = [Event("back", lambda form: form.press("b"), lambda one, now: one.back(now))]
        return [
            *[following] * 3,
            *(back if interview.place > 0 else []),
            Event("undo", lambda form: form.press("u"), lambda one, now: one.undo(now)),
            Event("next open", lambda form: form.press("g"), lambda one, now: one.next_open(now)),
            Event(f"jump to {identifier}", lambda form: jump(form, identifier), lambda one, now: one.jump(place, now)),
            *self._leaving(interview),
        ]

    # The review, leaving and coming back

    def _at_review(self, interview: Interview) -> list[Event]:
        identifier = self.chance.choice(interview.questions).id
        return [
            Event("to the questions", lambda form: form.press("b"), lambda one, now: turn(one, None, now)),
            Event(
                f"from the review to {identifier}",
                lambda form: jump(form, identifier),
                lambda one, now: turn(one, identifier, now),
            ),
            Event("finish", finish, lambda one, now: one if one.response.respondent.completed else one.finish(now)),
        ]

    def _leaving(self, interview: Interview) -> list[Event]:
        if self.chance.random() < 0.5:
            return []
        data = to_bytes(interview.response)
        self.saved.append(data)
        older, is_taken = self.chance.choice(self.saved), self.chance.random() < 0.5
        return [
            Event("reload", reload, begun_again),
            Event("save so far", save_so_far),
            Event("save, and read back", save_and_read_back, begun_again),
            Event(
                "read back elsewhere",
                lambda form: read_elsewhere(form, data),
                lambda one, now: begin_interview(one.questionnaire, response(one, data), now),
            ),
            Event(
                f"read an older file, which counts: {is_taken}",
                lambda form: read_older(form, older, is_taken=is_taken),
                lambda one, now: (
                    read_back(one, older, now) if is_taken and differs(one, older) else begun_again(one, now)
                ),
            ),
        ]


def moments(chance: Random, start: Now) -> Iterator[Now]:
    """A clock that goes on, and sometimes is set back."""
    now = start
    while True:
        now += dt.timedelta(seconds=chance.randrange(90))
        yield now - dt.timedelta(days=400) if chance.random() < 0.03 else now
