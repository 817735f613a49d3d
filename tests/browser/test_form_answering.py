"""A whole set of answers on the page, as somebody gives them who has no Python: by keys alone, and by a finger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.files.examples import examples
from maturity.files.workspace import file_name, to_bytes
from maturity.reports.form_data import Asked
from questionnaires import Response, admit, parse
from questionnaires.words import Depth
from tests.browser.answering import answer_by_keys, answer_by_taps
from tests.browser.form_page import FormPage, open_form
from tests.browser.forms import form_of, questionnaire_of, written
from tests.browser.watching import Look, watched
from tests.given.commands import Command, command, place

__all__ = ["command", "place"]

_MOMENT: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_PHONE: Final = Look("phone", 360, "light", is_touch=True)
_CORE: Final = Asked(Depth.CORE)
_TARGETS: Final = "button, label:has(input), summary, textarea, input:not([type=radio], [type=checkbox])"
_TOO_SMALL: Final = """selector => [...document.querySelectorAll(selector)]
    .map((one) => [one.textContent, one.getBoundingClientRect()])
    .filter(([, box]) => box.width > 0 && box.height < 44)
    .map(([words, box]) => `${words}: ${box.height}`)"""


@pytest.fixture(scope="module")
def demo() -> dict[str, Response]:
    """The answers of the demo, by the file's name."""
    return {file_name(response): response for response in examples()}


def _of(demo: dict[str, Response], team: str) -> Response:
    return next(response for response in demo.values() if response.respondent.team == team)


def _is_the_same_to_the_program(
    place: Path, command: Command, demo: dict[str, Response], name: str, data: bytes
) -> None:
    """`check` takes the file, and the comparison of the demo says the same with it as without."""
    questionnaire = questionnaire_of("autopatch")
    given = admit(parse(data, name), name, questionnaire)
    wanted = _of(demo, given.respondent.team)
    assert dict(given.answers) == dict(wanted.answers)
    assert to_bytes(given) == data
    folders = [place / "demo", place / "with the form's"]
    for folder in folders:
        folder.mkdir()
        for other, response in demo.items():
            (folder / other).write_bytes(to_bytes(response))
    (folders[1] / file_name(wanted)).unlink()
    (folders[1] / name).write_bytes(data)
    checked = command("check", folders[1] / name)
    assert checked.code == 0, checked.err
    said = [command("compare", folder, "--json", "-w", folder) for folder in folders]
    assert said[0].code == 0
    assert said[0] == said[1]


def test_a_core_set_is_answered_by_keys_alone_and_says_what_the_same_answers_say_in_the_program(
    browser: Browser, tmp_path: Path, place: Path, command: Command, demo: dict[str, Response]
) -> None:
    questionnaire, wanted = questionnaire_of("autopatch"), _of(demo, "endpoint")
    teams = [team.id for team in questionnaire.teams]
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", _CORE)), _MOMENT)
        form.press(str(teams.index("endpoint") + 1), "Enter")
        answer_by_keys(form, questionnaire, wanted, until=12)
        before = form.seen()
        form.reload()
        _tab_to(form, "[data-continue]")
        form.press("Enter")
        assert form.seen().file == before.file
        answer_by_keys(form, questionnaire, wanted, until=len(wanted.answers) - 12)
        assert form.seen().view == "review"
        assert form.text("#open-count") == "Everything is answered."
        name, data = form.given(lambda: form.press("f"))
        assert form.seen().view == "saved"
        assert form.text("#file-name") == name
        assert seen.is_quiet()
    _is_the_same_to_the_program(place, command, demo, name, data)


def test_a_core_set_is_answered_with_a_finger_on_targets_that_are_large_enough(
    browser: Browser, tmp_path: Path, place: Path, command: Command, demo: dict[str, Response]
) -> None:
    questionnaire, wanted = questionnaire_of("autopatch"), _of(demo, "security")
    with watched(browser, _PHONE) as seen:
        form = open_form(seen, written(tmp_path, form_of("autopatch", Asked(Depth.CORE, "security"))), _MOMENT)
        assert form.page.evaluate(_TOO_SMALL, _TARGETS) == []
        form.page.tap("#begin")
        assert form.page.evaluate(_TOO_SMALL, _TARGETS) == []
        answer_by_taps(form, questionnaire, wanted)
        assert form.page.evaluate(_TOO_SMALL, _TARGETS) == []
        name, data = form.given(lambda: form.page.tap("#finish"))
        assert form.page.evaluate(_TOO_SMALL, _TARGETS) == []
        assert seen.is_quiet()
    _is_the_same_to_the_program(place, command, demo, name, data)


def _tab_to(form: FormPage, selector: str) -> None:
    """By Tab alone."""
    for _ in range(40):
        form.press("Tab")
        if form.page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")
