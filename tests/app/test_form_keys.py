"""The keys of the form are those of the app."""

from __future__ import annotations

import re
from importlib.resources import files

from textual.binding import Binding

from maturity.app.screens.answering import AnsweringScreen
from maturity.app.widgets.scale_choice import ScaleChoice
from maturity.reports.form_data import Asked, form_data
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth
from tests.given.builders import small
from tests.given.response_documents import STARTED

NAMES = {"enter": "Enter", "backspace": "Backspace", "delete": "Delete", "escape": "Escape"} | {
    side: f"Arrow{side.title()}" for side in ("up", "down", "left", "right")
}
SCROLLS = {"pageup", "pagedown"}
"""What a page in a browser is scrolled by."""
BY_THE_SCALE = {*"0123456789", "space"}
"""Digits are those of the options, and Space chooses what has the focus."""


def keys(*screens: type[AnsweringScreen | ScaleChoice]) -> set[str]:
    bindings = (one for screen in screens for one in Binding.make_bindings(screen.BINDINGS))
    return {binding.key for binding in bindings if not binding.id or not binding.id.startswith("response-")}


def test_every_key_of_a_question_in_the_app_is_one_in_the_form() -> None:
    script = (files("maturity.reports") / "form_keys.js").read_text("utf-8")
    there = set(re.findall(r'\["(\w+)", ', script)) | {"o"}
    wanted = keys(AnsweringScreen, ScaleChoice) - SCROLLS - BY_THE_SCALE
    assert {NAMES.get(key, key) for key in wanted} <= there


def test_dont_know_and_not_applicable_have_the_keys_that_the_form_shows() -> None:
    by_action = {binding.action: binding.key for binding in Binding.make_bindings(AnsweringScreen.BINDINGS)}
    shown = form_data(small(), Asked(Depth.CORE), STARTED.date())["reserved"]
    assert isinstance(shown, list)
    told = {one["choice"]: one["key"] for one in shown if isinstance(one, dict)}
    assert told == {state: by_action[f"state('{state}')"] for state in (DONT_KNOW, NOT_APPLICABLE)}
