"""A room of three teams that disagree on four questions, for the tests of workshops without a screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from maturity.files.decisions_file import DECISIONS_NAME, add_entries
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.workshop import Workshop
from questionnaires import parse
from questionnaires.decisions import Decision, Outcome, decisions_in
from tests.given.builders import small
from tests.given.every_kind_of_criterion import CONTRADICTION, CRITERIA
from tests.given.rounds import FIRST, handed_in, in_round

QUESTIONNAIRE = small(CRITERIA + CONTRADICTION)
NOW = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
PAUSE, ATTITUDE, RELEASE = "ownership.pause", "risk.attitude", "control.release"
TO_ENDPOINT = Outcome(owner="endpoint", deputy="operations")


@pytest.fixture(autouse=True)
def it_is_a_friday_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """For every test of a module that takes this in."""
    monkeypatch.setattr("maturity.clock.now", lambda: NOW)


def answered(folder: Path) -> Workspace:
    """Three teams have answered, and disagree on four questions."""
    handed_in(folder, [in_round(1, team, said, questionnaire=QUESTIONNAIRE) for team, said in FIRST.items()])
    return Workspace(folder, QUESTIONNAIRE)


@pytest.fixture
def room(tmp_path: Path) -> Workspace:
    """The same in a folder of the test."""
    return answered(tmp_path)


def opened(workspace: Workspace, choice: RoundChoice | None = None) -> Workshop:
    return Workshop.open(workspace, choice, TODAY)


def written(workspace: Workspace) -> tuple[Decision, ...]:
    path = workspace.folder / DECISIONS_NAME
    return decisions_in(parse(path.read_bytes(), path.name), path.name).decision


def earlier(workspace: Workspace, *entries: Decision, name: str = DECISIONS_NAME) -> None:
    """Written by somebody before today."""
    add_entries(workspace.folder / name, QUESTIONNAIRE, entries, within=workspace.folder)


def numbers(workshop: Workshop) -> dict[str, int]:
    return {item.question: item.number for item in workshop.items}


def with_status(entry: Decision, **changes: object) -> Decision:
    return Decision.model_validate({**entry.model_dump(exclude_none=True), **changes})
