"""A form for a questionnaire of a stranger: its texts stay texts, on each view."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Browser

from maturity.reports.form_data import Asked
from questionnaires import Questionnaire
from questionnaires.words import Depth
from tests.browser.form_page import FormPage, open_form
from tests.browser.forms import form_of, questionnaire_of, written
from tests.browser.watching import Watched, watched

_MOMENT: Final = dt.datetime(2026, 11, 27, 9, 0, tzinfo=dt.UTC)
_OURS: Final = Counter({"SCRIPT": 2, "STYLE": 1, "META": 5})
"""What is live in a form: its script and its data, its style, and what its head says."""
_LIVE: Final = (
    "script, style, meta, link, base, iframe, frame, object, embed, form, img, svg, video, audio, a, area, template, "
    "[style], [srcdoc], [onload], [onerror], [onclick], [formaction]"
)
_TAGS: Final = "all => all.map((one) => one.tagName)"


def _is_dead(seen: Watched, questionnaire: Questionnaire) -> None:
    assert Counter(seen.page.eval_on_selector_all(_LIVE, _TAGS)) == _OURS
    assert seen.page.title() == " ".join(questionnaire.head.title.split())
    assert seen.is_quiet()


@pytest.mark.parametrize("name", ["live texts", "names of JavaScript", "documents", "line breaks", "invisible"])
def test_a_text_of_a_stranger_is_shown_as_a_text_on_each_view(browser: Browser, tmp_path: Path, name: str) -> None:
    questionnaire = questionnaire_of(name)
    team = questionnaire.teams[0].id
    with watched(browser) as seen:
        form = open_form(seen, written(tmp_path, form_of(name, Asked(Depth.FULL))), _MOMENT)
        _is_dead(seen, questionnaire)
        assert questionnaire.teams[0].about in _all_text(form)
        form.begin(team, "<b>Kim</b>")
        questions = questionnaire.asked_of(team, Depth.FULL)
        for question in questions:
            form.press("o")
            form.click(f"#list-dialog [data-jump='{question.id}']")
            if form.seen().view == "rule":
                assert questionnaire.section_by_id[question.section].about in _all_text(form)
                form.press("Enter")
            assert form.page.text_content("#heading") == question.text
            form.press("1", "1", "1", "?")
            assert question.help in _all_text(form)
            form.press("Escape")
        form.write_note("<img src=x onerror=alert(1)>")
        _is_dead(seen, questionnaire)
        form.press("Enter")
        form.press("Enter")
        assert form.seen().view == "review"
        _is_dead(seen, questionnaire)
        form.saved("#finish")
        form.click("summary")
        _is_dead(seen, questionnaire)
        form.press("Escape")
        assert "<b>Kim</b>" in _all_text(form)
        _is_dead(seen, questionnaire)


def _all_text(form: FormPage) -> str:
    """What is on the page, dialogs included, with the blanks as they stand in the questionnaire."""
    return str(form.page.evaluate("document.body.textContent"))
