"""What somebody may do with the form, each on the page and as the program's interview takes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from maturity.files.workspace import to_bytes
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.interview import keys_of
from maturity.rounds.sitting import Sitting, Turn
from questionnaires import Choice, Response, admit, parse
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet
from tests.browser.form_page import FormPage

Now = dt.datetime
Lead = Callable[[Interview, Now], Interview]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody does: on the page, and what the interview makes of it."""

    name: str
    do: Callable[[FormPage], object]
    lead: Lead = lambda interview, _: interview


ARROWS: Final = {-1: "ArrowLeft", 1: "ArrowRight"}


def by_key(interview: Interview, choice: Choice) -> Event:
    facet = interview.facet
    scale = interview.questionnaire.scale_of(interview.question, facet)
    keys = {scale.choice(place): key for place, key in enumerate(keys_of(scale))}
    if choice not in keys:
        return stated("d" if choice == DONT_KNOW else "a", choice)
    return Event(
        f"{facet} = {choice} by key",
        lambda form: form.press(keys[choice]),
        lambda one, now: one.choose(facet, choice, now),
    )


def stated(key: str, choice: Choice) -> Event:
    return Event(f"{choice} by key", lambda form: form.press(key), lambda one, now: one.state(choice, now))


def by_arrows(interview: Interview, choice: Choice, key: str) -> Event:
    facet = interview.facet
    if interview.response.answer(interview.question.id).choice(facet) == choice:
        return by_click(facet, choice)
    return Event(
        f"{facet} = {choice} by arrows and {key}",
        lambda form: form.choose_by_arrows(str(choice), key),
        lambda one, now: _chosen(one, facet, choice, now),
    )


def by_click(facet: Facet, choice: Choice) -> Event:
    def lead(one: Interview, now: Now) -> Interview:
        # What is chosen already changes nothing when it is clicked: one is in its column, no more.
        is_new = one.response.answer(one.question.id).choice(facet) != choice
        return _chosen(one, facet, choice, now) if is_new else turned(one, facet)

    return Event(f"{facet} = {choice} by click", lambda form: form.click(f"label[for='{facet}-{choice}']"), lead)


def _chosen(interview: Interview, facet: Facet, choice: Choice, now: Now) -> Interview:
    there = turned(interview, facet)
    return there.state(choice, now) if choice in (DONT_KNOW, NOT_APPLICABLE) else there.choose(facet, choice, now)


def turned(interview: Interview, facet: Facet) -> Interview:
    return replace(interview, active=interview.facets.index(facet))


def sideways(interview: Interview, step: int) -> Interview:
    last = len(interview.facets) - 1
    return replace(interview, active=min(max(min(interview.active, last + 1) + step, 0), last))


def turn(interview: Interview, at: str | None, now: Now) -> Interview:
    return begin_interview(interview.questionnaire, interview.response, now, Turn(interview.sitting, at))


def begun_again(interview: Interview, now: Now) -> Interview:
    turn = Turn(Sitting(earlier=interview.sitting.earlier))
    return begin_interview(interview.questionnaire, interview.response, now, turn)


def read_back(interview: Interview, data: bytes, now: Now) -> Interview:
    return begun_again(replace(interview, response=response(interview, data)), now)


def response(interview: Interview, data: bytes) -> Response:
    return admit(parse(data, "answers.toml"), "answers.toml", interview.questionnaire)


def differs(interview: Interview, data: bytes) -> bool:
    """Whether a file says something else than is kept, wherever somebody was in it."""
    here, there = (
        one.model_copy(
            update={"respondent": one.respondent.model_copy(update={"at": None, "updated": one.respondent.started})}
        )
        for one in (interview.response, response(interview, data))
    )
    return to_bytes(here) != to_bytes(there)


def jump(form: FormPage, question: str) -> None:
    form.press("o")
    form.click(f"#list-dialog [data-jump='{question}']")


def finish(form: FormPage) -> None:
    form.saved("#finish")
    form.press("Enter")


def save_so_far(form: FormPage) -> bytes:
    _, data = form.saved("#save-so-far")
    form.press("Enter")
    return data


def save_and_read_back(form: FormPage) -> None:
    data = save_so_far(form)
    form.reload()
    form.read(data)


def reload(form: FormPage) -> None:
    form.reload()
    form.click("[data-continue]")


def read_elsewhere(form: FormPage, data: bytes) -> None:
    """As in another browser, in which nothing is kept: with the file of the program."""
    form.page.evaluate("localStorage.clear()")
    form.reload()
    form.read(data)


def read_older(form: FormPage, data: bytes, *, is_taken: bool) -> None:
    form.reload()
    form.read(data)
    if form.is_there("#take-file"):
        form.click("#take-file" if is_taken else "#take-kept")
