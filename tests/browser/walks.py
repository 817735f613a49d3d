"""Random walks through the same questions: on the page, and by the interview that the program asks with.

What is drawn depends on where the interview stands. Each step is done on both sides at the same moment.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from random import Random
from typing import Final

from maturity.files.workspace import to_bytes
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.interview import keys_of
from maturity.rounds.sitting import Sitting, Turn
from questionnaires import LONGEST_NOTE, Choice, Response, admit, clean, parse
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.browser.form_page import FormPage
from tests.browser.hard_texts import HARD

Now = dt.datetime
Lead = Callable[[Interview, Now], Interview]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody does: on the page, and what the interview makes of it."""

    name: str
    do: Callable[[FormPage], object]
    lead: Lead = lambda interview, _: interview


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
                _by_key(interview, here),
                _by_key(interview, here),
                _by_arrows(interview, here, self.chance.choice(("Enter", "Space"))),
                _by_click(facet, choice),
                _stated("d", DONT_KNOW),
                _stated("a", NOT_APPLICABLE),
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
            Event(f"sideways {step}", lambda form: form.press(_ARROWS[step]), lambda one, _: _sideways(one, step)),
        ]
        if interview.response.answer(interview.question.id).choice(facet) is not None:
            events.append(
                Event(
                    f"clear {facet} by click",
                    lambda form: form.click(f"[data-clear={facet}]"),
                    lambda one, now: _turned(one, facet).clear(now),
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
            Event(f"jump to {identifier}", lambda form: _jump(form, identifier), lambda one, now: one.jump(place, now)),
            *self._leaving(interview),
        ]

    # The review, leaving and coming back

    def _at_review(self, interview: Interview) -> list[Event]:
        identifier = self.chance.choice(interview.questions).id
        return [
            Event("to the questions", lambda form: form.press("b"), lambda one, now: _turn(one, None, now)),
            Event(
                f"from the review to {identifier}",
                lambda form: _jump(form, identifier),
                lambda one, now: _turn(one, identifier, now),
            ),
            Event("finish", _finish, lambda one, now: one if one.response.respondent.completed else one.finish(now)),
        ]

    def _leaving(self, interview: Interview) -> list[Event]:
        if self.chance.random() < 0.5:
            return []
        data = to_bytes(interview.response)
        self.saved.append(data)
        older, is_taken = self.chance.choice(self.saved), self.chance.random() < 0.5
        return [
            Event("reload", _reload, _begun_again),
            Event("save so far", _save_so_far),
            Event("save, and read back", _save_and_read_back, _begun_again),
            Event(
                "read back elsewhere",
                lambda form: _read_elsewhere(form, data),
                lambda one, now: begin_interview(one.questionnaire, _response(one, data), now),
            ),
            Event(
                f"read an older file, which counts: {is_taken}",
                lambda form: _read_older(form, older, is_taken=is_taken),
                lambda one, now: (
                    _read_back(one, older, now) if is_taken and _differs(one, older) else _begun_again(one, now)
                ),
            ),
        ]


_ARROWS: Final = {-1: "ArrowLeft", 1: "ArrowRight"}


def _by_key(interview: Interview, choice: Choice) -> Event:
    facet = interview.facet
    scale = interview.questionnaire.scale_of(interview.question, facet)
    keys = {scale.choice(place): key for place, key in enumerate(keys_of(scale))}
    if choice not in keys:
        return _stated("d" if choice == DONT_KNOW else "a", choice)
    return Event(
        f"{facet} = {choice} by key",
        lambda form: form.press(keys[choice]),
        lambda one, now: one.choose(facet, choice, now),
    )


def _stated(key: str, choice: Choice) -> Event:
    return Event(f"{choice} by key", lambda form: form.press(key), lambda one, now: one.state(choice, now))


def _by_arrows(interview: Interview, choice: Choice, key: str) -> Event:
    facet = interview.facet
    if interview.response.answer(interview.question.id).choice(facet) == choice:
        return _by_click(facet, choice)
    return Event(
        f"{facet} = {choice} by arrows and {key}",
        lambda form: form.choose_by_arrows(str(choice), key),
        lambda one, now: _chosen(one, facet, choice, now),
    )


def _by_click(facet: Facet, choice: Choice) -> Event:
    def lead(one: Interview, now: Now) -> Interview:
        # What is chosen already changes nothing when it is clicked: one is in its column, no more.
        is_new = one.response.answer(one.question.id).choice(facet) != choice
        return _chosen(one, facet, choice, now) if is_new else _turned(one, facet)

    return Event(f"{facet} = {choice} by click", lambda form: form.click(f"label[for='{facet}-{choice}']"), lead)


def _chosen(interview: Interview, facet: Facet, choice: Choice, now: Now) -> Interview:
    there = _turned(interview, facet)
    return there.state(choice, now) if choice in (DONT_KNOW, NOT_APPLICABLE) else there.choose(facet, choice, now)


def _turned(interview: Interview, facet: Facet) -> Interview:
    return replace(interview, active=interview.facets.index(facet))


def _sideways(interview: Interview, step: int) -> Interview:
    last = len(interview.facets) - 1
    return replace(interview, active=min(max(min(interview.active, last + 1) + step, 0), last))


def _turn(interview: Interview, at: str | None, now: Now) -> Interview:
    return begin_interview(interview.questionnaire, interview.response, now, Turn(interview.sitting, at))


def _begun_again(interview: Interview, now: Now) -> Interview:
    turn = Turn(Sitting(earlier=interview.sitting.earlier))
    return begin_interview(interview.questionnaire, interview.response, now, turn)


def _read_back(interview: Interview, data: bytes, now: Now) -> Interview:
    return _begun_again(replace(interview, response=_response(interview, data)), now)


def _response(interview: Interview, data: bytes) -> Response:
    return admit(parse(data, "answers.toml"), "answers.toml", interview.questionnaire)


def _differs(interview: Interview, data: bytes) -> bool:
    """Whether a file says something else than is kept, wherever somebody was in it."""
    here, there = (
        one.model_copy(
            update={"respondent": one.respondent.model_copy(update={"at": None, "updated": one.respondent.started})}
        )
        for one in (interview.response, _response(interview, data))
    )
    return to_bytes(here) != to_bytes(there)


def _jump(form: FormPage, question: str) -> None:
    form.press("o")
    form.click(f"#list-dialog [data-jump='{question}']")


def _finish(form: FormPage) -> None:
    form.saved("#finish")
    form.press("Enter")


def _save_so_far(form: FormPage) -> bytes:
    _, data = form.saved("#save-so-far")
    form.press("Enter")
    return data


def _save_and_read_back(form: FormPage) -> None:
    data = _save_so_far(form)
    form.reload()
    form.read(data)


def _reload(form: FormPage) -> None:
    form.reload()
    form.click("[data-continue]")


def _read_elsewhere(form: FormPage, data: bytes) -> None:
    """As in another browser, in which nothing is kept: with the file of the program."""
    form.page.evaluate("localStorage.clear()")
    form.reload()
    form.read(data)


def _read_older(form: FormPage, data: bytes, *, is_taken: bool) -> None:
    form.reload()
    form.read(data)
    if form.is_there("#take-file"):
        form.click("#take-file" if is_taken else "#take-kept")


def moments(chance: Random, start: Now) -> Iterator[Now]:
    """A clock that goes on, and sometimes is set back."""
    now = start
    while True:
        now += dt.timedelta(seconds=chance.randrange(90))
        yield now - dt.timedelta(days=400) if chance.random() < 0.03 else now
