"""What is kept in the browser, and what is said where it keeps nothing."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.reports.form_data import Asked
from questionnaires import admit, clean, parse
from questionnaires.bounds import joined_lines
from questionnaires.words import Depth
from tests.browser.form_page import open_form
from tests.browser.forms import form_of, questionnaire_of, written
from tests.browser.hard_texts import HARD
from tests.browser.watching import watched

_MOMENT: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_FULL: Final = Asked(Depth.FULL)
_REFUSES: Final = {
    "is not to be reached": """Object.defineProperty(window, "localStorage", {
        get() { throw new DOMException("denied", "SecurityError"); } })""",
    "is not there": 'Object.defineProperty(window, "localStorage", { value: null })',
    "is full": 'Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }',
    "forgets": "Storage.prototype.setItem = () => {}",
}
_KEEP_ELSEWHERE: Final = """value => {
    const key = Object.keys(localStorage)[0];
    localStorage.setItem(key, value);
    dispatchEvent(new StorageEvent("storage", { key }));
}"""
"""What another window keeps, and what a browser tells this one then: Chromium tells it at its leisure."""
_NOT_TYPED: Final = re.compile("[\r\n\ud800-\udfff]")
"""What no keyboard types into a field of one line: a line break, and half a character."""
_NOT_KEPT: Final = "Not kept in this browser: save the file before you close."


def _is_answered(data: bytes) -> int:
    return len(admit(parse(data, "answers.toml"), "answers.toml", questionnaire_of("small")).answers)


@pytest.mark.parametrize("storage", list(_REFUSES))
def test_where_nothing_is_kept_it_is_said_before_and_after_and_the_file_is_whole(
    browser: Browser, tmp_path: Path, storage: str
) -> None:
    with watched(browser) as seen:
        seen.page.add_init_script(_REFUSES[storage])
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        assert form.is_there("#keeps-nothing")
        form.begin("endpoint")
        form.press("Enter", "1")
        assert form.text("#kept") == _NOT_KEPT
        form.press("Escape")
        assert "save a copy before you leave" in form.text("#trouble")
        assert form.page.get_attribute("#main", "data-view") == "question"
        _, data = form.saved("#save-so-far")
        assert _is_answered(data) == 1
        assert seen.is_quiet()


def test_a_browser_that_becomes_full_is_said_at_the_answer_that_it_does_not_keep(
    browser: Browser, tmp_path: Path
) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1")
        assert form.text("#kept").startswith("Kept in this browser")
        form.page.evaluate(f"() => {{ {_REFUSES['is full']} }}")
        form.press("2")
        assert form.text("#kept") == _NOT_KEPT
        assert "Not kept" in form.text("#live")
        assert seen.is_quiet()


def test_leaving_the_page_asks_nothing_where_the_answers_are_kept(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1")
        form.reload()
        form.click("[data-continue]")
        assert seen.times_asked_to_stay == 0


@pytest.mark.parametrize("storage", list(_REFUSES))
def test_leaving_the_page_asks_where_answers_are_kept_nowhere(browser: Browser, tmp_path: Path, storage: str) -> None:
    with watched(browser) as seen:
        seen.page.add_init_script(_REFUSES[storage])
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        for times, is_saved in ((1, False), (1, True)):
            form.begin("endpoint")
            form.press("Enter", "1")
            if is_saved:
                form.saved("#save-so-far")
            form.page.reload()
            assert seen.times_asked_to_stay == times


def test_nothing_is_kept_of_who_only_looks(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.page.fill("#name", "Kim Doe")
        form.page.check("#team-endpoint")
        assert form.page.evaluate("localStorage.length") == 0
        assert "Nothing leaves this page" in form.text("#privacy")


def test_what_was_removed_is_no_longer_in_the_browser(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1", "Escape")
        form.click("[data-remove]")
        assert form.page.evaluate("localStorage.length") == 1
        form.click("[data-remove-now]")
        assert form.page.evaluate("localStorage.length") == 0
        assert not form.is_there("[data-continue]")


def test_of_two_windows_the_one_that_was_left_keeps_nothing_and_says_so(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1")
        form.page.evaluate(_KEEP_ELSEWHERE, "what another window keeps")
        assert "Another window" in form.text("#kept")
        form.press("3")
        assert form.page.evaluate("Object.values(localStorage)") == ["what another window keeps"]
        assert _is_answered(form.saved("#save-so-far")[1]) >= 1
        assert seen.is_quiet()


def test_a_name_however_it_is_typed_is_one_that_the_program_takes(browser: Browser, tmp_path: Path) -> None:
    questionnaire = questionnaire_of("small")
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        for name in [text for text in HARD if not _NOT_TYPED.search(text)][::3]:
            form.begin("endpoint", name)
            response = admit(parse(form.seen().file.encode(), "answers.toml"), "answers.toml", questionnaire)
            assert response.respondent.name == joined_lines(clean(name)).strip()[:80]
            form.press("Escape")
            form.page.evaluate("localStorage.clear()")
        assert seen.is_quiet()


def test_letters_are_no_keys_once_they_are_switched_off(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "?")
        form.page.uncheck("#keys-on")
        form.press("Escape")
        before = form.seen()
        form.press("1", "d", "a", "f", "n", "x", "o")
        assert form.seen() == before
        form.press("Enter")
        assert form.seen().question != before.question


def test_the_first_page_shows_what_another_window_begins_to_keep(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1", "Escape")
        kept = form.page.evaluate("Object.values(localStorage)[0]")
        form.page.evaluate(_KEEP_ELSEWHERE, "")
        assert not form.is_there("[data-continue]")
        form.page.fill("#name", "Kim Doe")
        form.page.evaluate(_KEEP_ELSEWHERE, kept)
        assert form.is_there("[data-continue]")
        assert form.page.input_value("#name") == "Kim Doe"
        assert seen.is_quiet()


def test_a_second_set_of_a_team_is_begun_only_when_it_is_meant(browser: Browser, tmp_path: Path) -> None:
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("small", _FULL)), _MOMENT)
        form.begin("endpoint")
        form.press("Enter", "1", "Escape")
        form.begin("endpoint")
        assert form.seen().view == "start"
        assert "go on with them above" in form.text("#anew")
        form.click("#begin")
        assert form.seen().view == "rule"
        assert form.page.evaluate("localStorage.length") == 2
