"""A still world for every screen: one moment, known ids, no colours from outside, and a folder of its own."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.parse import parse

from maturity.files.examples import write_examples
from maturity.files.workspace import Workspace
from questionnaires import builtin
from tests.given.builders import THEN, small
from tests.given.computed_once import results_computed_once
from tests.given.person import ANSWERS
from tests.given.rounds import first_round, handed_in


@pytest.fixture(scope="session", autouse=True)
def _styles_are_parsed_once() -> Iterator[None]:
    """Every app parses the same few style sheets several times; nothing changes what comes of it but its variables."""
    known: dict[object, list[RuleSet]] = {}

    def parse_once(scope: str, css: str, read_from: tuple[str, str], **how: Any) -> Iterable[RuleSet]:
        variables = how.pop("variable_tokens")
        values = tuple((name, *(token.value for token in tokens)) for name, tokens in variables.items())
        sheet = (scope, css, read_from, *how.items(), values)
        if sheet not in known:
            known[sheet] = list(parse(scope, css, read_from, variable_tokens=variables, **how))
        return known[sheet]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.css.stylesheet.parse", parse_once)
        # By identity in either case, here without a call of Python for each of a million look-ups.
        patch.setattr(RuleSet, "__hash__", object.__hash__)
        yield


@pytest.fixture(scope="session", autouse=True)
def _results_are_computed_once() -> Iterator[None]:
    with results_computed_once():
        yield


@pytest.fixture(autouse=True)
def _still_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: THEN)
    letters = itertools.count()
    monkeypatch.setattr("maturity.files.workspace.secrets.choice", lambda known: known[next(letters) % len(known)])
    for name in ("NO_COLOR", "COLORFGBG", "UNICODE_VERSION", "MATURITY_WORKSPACE", "MATURITY_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr("maturity.files.settings.settings_folder", lambda: tmp_path / "settings")
    monkeypatch.setattr("maturity.app.crash_report.log_file", lambda: tmp_path / "last-fault.log")
    for name in ("review", "copy"):  # no path of a machine on a screen
        monkeypatch.setattr(f"maturity.app.screens.{name}.whole_path", str)
    monkeypatch.setattr("maturity.app.screens.copy.offered_place", lambda _: Path("elsewhere") / "copy.toml")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def workspace() -> Workspace:
    """An empty workspace for the small questionnaire."""
    return Workspace(ANSWERS, small())


@pytest.fixture
def teams(workspace: Workspace) -> Workspace:
    """The finished answers of three teams to the small questionnaire, which is read and compared in no time."""
    handed_in(ANSWERS, first_round())
    return workspace


@pytest.fixture
def autopatch() -> Workspace:
    """An empty workspace for the built-in questionnaire."""
    return Workspace(ANSWERS, builtin())


@pytest.fixture
def examples() -> Workspace:
    """The workspace of a facilitator: the examples of four teams."""
    write_examples(ANSWERS)
    return Workspace(ANSWERS, builtin())
