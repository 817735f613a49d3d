"""Each kind of page of the form: what axe says in light, in dark and at 320 px, and whether anything leads sideways."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.reports.form_data import Asked
from questionnaires.words import Depth, Kind
from tests.browser.form_page import FormPage, open_form
from tests.browser.forms import TODAY, form_of, questionnaire_of, written
from tests.browser.watching import watched

_MOMENT: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_TEAM: Final = "endpoint"


def _at_first_question(form: FormPage) -> None:
    form.begin(_TEAM, "Kim Doe")
    form.press("Enter")


def _at(kind: Kind) -> Callable[[FormPage], None]:
    """At the first question of a kind, by the list of all questions."""
    questionnaire = questionnaire_of("autopatch")
    question = next(one for one in questionnaire.asked_of(_TEAM, Depth.CORE) if one.kind is kind)

    def go(form: FormPage) -> None:
        form.begin(_TEAM)
        form.press("o")
        form.click(f"#list-dialog [data-jump='{question.id}']")
        if form.seen().view == "rule":
            form.press("Enter")

    return go


def _answered(form: FormPage) -> None:
    """A control question with a high need and its basis, a note and a flag, and what is documented."""
    _at(Kind.CONTROL)(form)
    form.press("5", "4", "1", "f")
    form.write_note("We need it. " * 160)
    assert form.is_there("#facts")


def _warned(form: FormPage) -> None:
    _at(Kind.TRAJECTORY)(form)
    form.press("2", "Enter")
    assert "partly answered" in form.text("#prompt")


def _reviewed(form: FormPage) -> None:
    _at_first_question(form)
    form.press("1", "f", "Enter", "d", "Enter")
    last = questionnaire_of("autopatch").asked_of(_TEAM, Depth.CORE)[-1].id
    form.press("o")
    form.click(f"#list-dialog [data-jump='{last}']")
    form.press("Enter", "Enter")
    assert form.seen().view == "review"


def _saved(form: FormPage) -> None:
    _reviewed(form)
    form.saved("#finish")
    form.click("summary")


def _kept(form: FormPage) -> None:
    """The first page again, with answers that are kept, one of them to be removed."""
    _at_first_question(form)
    form.press("1", "Escape")
    form.click("[data-remove]")


def _refused(form: FormPage) -> None:
    form.read(b"no file of answers")


def _unlike(form: FormPage) -> None:
    """A file and the browser that say different things."""
    _at_first_question(form)
    form.press("1")
    _, data = form.saved("#save-so-far")
    form.press("Enter", "b", "2", "Escape")
    form.read(data)
    assert form.is_there("#take-file")


def _helped(form: FormPage) -> None:
    _at(Kind.CONTROL)(form)
    form.press("?")


def _listed(form: FormPage) -> None:
    _at_first_question(form)
    form.press("1", "o")


_VIEWS: Final[dict[str, Callable[[FormPage], None]]] = {
    "start": lambda form: None,
    "rule": lambda form: form.begin(_TEAM),
    **{f"question, {kind}": _at(kind) for kind in Kind},
    "answered, with facts": _answered,
    "half answered": _warned,
    "review": _reviewed,
    "saved": _saved,
    "start, with answers kept": _kept,
    "a file refused": _refused,
    "which answers count": _unlike,
    "help": _helped,
    "all questions": _listed,
}


@pytest.mark.parametrize("view", list(_VIEWS))
def test_a_view_can_be_read_in_light_in_dark_and_narrow(browser: Browser, tmp_path: Path, view: str) -> None:
    asked = Asked(Depth.CORE, until=TODAY)
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", asked)), _MOMENT)
        _VIEWS[view](form)
        assert seen.can_be_read()
        assert seen.is_quiet()


_IN_SIGHT: Final = """selector => {
    const box = document.querySelector(selector).getBoundingClientRect();
    return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight;
}"""
_IS_COVERED: Final = """() => {
    const [focused, bar] = [document.activeElement, document.getElementById("bar")];
    if (bar.contains(focused) || focused === document.body) return false;
    const [box, cover] = [focused.getBoundingClientRect(), bar.getBoundingClientRect()];
    return (box.bottom > cover.top && box.top < cover.bottom) || box.top < 0;
}"""
_SIZES: Final = ((1280, 800), (360, 640))


@pytest.mark.parametrize("kind", list(Kind))
def test_next_is_in_sight_at_a_question_however_long_and_covers_nothing_that_has_the_focus(
    browser: Browser, tmp_path: Path, kind: Kind
) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", Asked(Depth.CORE))), _MOMENT)
        _at(kind)(form)
        for width, height in _SIZES:
            form.page.set_viewport_size({"width": width, "height": height})
            assert form.page.evaluate(_IN_SIGHT, "#next")
            for _ in range(14):
                form.press("Tab")
                assert not form.page.evaluate(_IS_COVERED), form.page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_what_is_documented_comes_into_sight_with_the_answer(
    browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", Asked(Depth.CORE))), _MOMENT)
        form.page.set_viewport_size({"width": width, "height": height})
        _at_first_question(form)
        form.press("2")
        assert form.page.evaluate(_IN_SIGHT, "#facts")
        assert form.page.evaluate(_IN_SIGHT, "#next")
        assert not form.page.evaluate(
            "document.getElementById('facts').getBoundingClientRect().bottom > "
            "document.getElementById('bar').getBoundingClientRect().top"
        )


@pytest.mark.parametrize(("width", "height"), _SIZES)
def test_a_click_moves_nothing_under_the_mouse_and_what_is_documented_is_said_to_stand_below(
    browser: Browser, tmp_path: Path, width: int, height: int
) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", Asked(Depth.CORE))), _MOMENT)
        form.page.set_viewport_size({"width": width, "height": height})
        _at_first_question(form)
        form.page.dblclick("label[for='owner-operations']")
        assert form.page.is_checked("#owner-operations")
        assert form.text("#prompt") == "Chosen: Operations. What is documented or offered stands below."
