"""Somebody who answers as somebody else did: by keys, or by taps."""

from __future__ import annotations

from collections.abc import Callable

from maturity.rounds.interview import keys_of
from questionnaires import Answer, Choice, Question, Questionnaire, Response
from questionnaires.words import BASIS_FROM, DONT_KNOW, NOT_APPLICABLE, Facet
from tests.browser.form_page import FormPage

Choose = Callable[[FormPage, Question, Facet, Choice], None]

_RESERVED = {DONT_KNOW: "d", NOT_APPLICABLE: "a"}


def by_key(form: FormPage, questionnaire: Questionnaire, question: Question, facet: Facet, choice: Choice) -> None:
    """The key that stands beside the option; the column waits already."""
    assert form.seen().facet == facet
    scale = questionnaire.scale_of(question, facet)
    keys = {scale.choice(place): key for place, key in enumerate(keys_of(scale))} | _RESERVED
    form.press(keys[choice])


def by_tap(form: FormPage, facet: Facet, choice: Choice) -> None:
    """A tap on the words of the option."""
    form.page.tap(f"label[for='{facet}-{choice}']")


def columns(question: Question, answer: Answer) -> tuple[Facet, ...]:
    """The columns that are asked of who answers like this."""
    is_high = isinstance(answer.needed, int) and answer.needed >= BASIS_FROM
    return (*question.facets, Facet.BASIS) if is_high else question.facets


def answer_by_keys(form: FormPage, questionnaire: Questionnaire, wanted: Response, until: int | None = None) -> None:
    """From the question that is shown to the review, or so many questions: each answer as it was given, by keys."""
    for _ in range(len(wanted.answers) if until is None else until):
        if form.seen().view == "rule":
            form.press("Enter")
        question = questionnaire.question_by_id[form.seen().question]
        answer = wanted.answer(question.id)
        assert not form.is_there("#facts")
        for facet in columns(question, answer):
            choice = answer.choice(facet)
            if choice is None:
                form.press("ArrowRight")
            else:
                by_key(form, questionnaire, question, facet, choice)
        if answer.flag:
            form.press("f")
        if answer.note:
            form.press("n")
            form.page.keyboard.type(answer.note)
            form.press("Escape")
        _leave(form, lambda: form.press("Enter"))


def answer_by_taps(form: FormPage, questionnaire: Questionnaire, wanted: Response) -> None:
    """The same with a finger."""
    for _ in range(len(wanted.answers)):
        if form.seen().view == "rule":
            form.page.tap("#next")
        question = questionnaire.question_by_id[form.seen().question]
        answer = wanted.answer(question.id)
        for facet in columns(question, answer):
            choice = answer.choice(facet)
            if choice is not None:
                by_tap(form, facet, choice)
        if answer.flag:
            form.page.tap("#flag")
        if answer.note:
            form.page.tap("#note")
            form.page.keyboard.type(answer.note)
        _leave(form, lambda: form.page.tap("#next"))


def _leave(form: FormPage, go_on: Callable[[], None]) -> None:
    """A question without a basis, or with a column left open, takes another step."""
    here = form.seen().question
    for _ in range(3):
        if form.seen().question == here:
            go_on()
    assert form.seen().question != here
