"""The gate of another field: figures about backups, held against what its three teams answered."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

from tests.given.backup_teams import FIELD, answered, words_of_updates
from tests.given.commands import Command
from tests.given.files import Outcome
from tests.given.pilots import MEASURED, TODAY

ENOUGH: Final[Mapping[str, tuple[int, int]]] = {
    "restores_succeed": (9, 10),
    "back_in_time": (4, 1),
    "one_owner.responsibility.restore_decision": (3, 3),
    "one_owner.responsibility.restore_test": (3, 3),
}


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the gate is judged."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))


@pytest.fixture
def template(command: Command, place: Path) -> Path:
    """The file to fill in, as the tool writes it."""
    path = place / "pilot.toml"
    assert command("-q", FIELD, "gate", path, answered(place / "answers"), "--template").code == 0
    return path


def judged(command: Command, template: Path, figures: Mapping[str, tuple[int, int]], site: str = "") -> Outcome:
    """What the gate says to the template, filled in with these figures, of one site if it is named."""
    text = template.read_text(encoding="utf-8")
    ring = f'ring = "{site}"\n' if site else ""
    if site:
        text = text.replace("rings = []", f'rings = ["{site}"]')
    for criterion, (numerator, denominator) in figures.items():
        before, named, after = text.partition(f'criterion = "{criterion}"\n')
        assert named
        counted = f'numerator = {numerator}\ndenominator = {denominator}\ndate = {MEASURED}\nby = "Kim"\n'
        text = before + named + ring + counted + after
    template.write_text(text, encoding="utf-8")
    return command("-q", FIELD, "gate", template, template.parent / "answers")


def test_the_template_holds_every_criterion_and_speaks_of_backups_only(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert [entry["criterion"] for entry in tomllib.loads(text)["actual"]] == list(ENOUGH)
    assert words_of_updates(text) == []


def test_the_template_is_sound_as_it_is(command: Command, template: Path) -> None:
    said = command("-q", FIELD, "check", template)
    fine = "fine by itself, 0 figures; maturity gate holds it against the criteria"
    assert (said.code, said.out, said.err) == (0, f"{template}: {fine}\n", "")


def test_a_pilot_that_shows_enough_may_end(command: Command, template: Path) -> None:
    said = judged(command, template, ENOUGH)
    assert (said.code, said.err, words_of_updates(said.out)) == (0, "", [])
    assert said.out.startswith("Yes: 2 of 2 musts pass.\n")


def test_a_pilot_that_is_too_slow_may_not(command: Command, template: Path) -> None:
    said = judged(command, template, {**ENOUGH, "back_in_time": (5, 1)})
    assert (said.code, said.err, words_of_updates(said.out)) == (1, "", [])
    assert said.out.startswith("Not yet: 1 of 2 musts passes, 1 fails.\n")


def test_few_systems_at_a_site_are_not_called_devices(command: Command, template: Path) -> None:
    said = judged(command, template, ENOUGH, "Site A")
    assert "Site A: 90 % (9 of 10" in said.out
    assert words_of_updates(said.out) == []


def test_figures_of_another_field_are_refused(command: Command, template: Path) -> None:
    text = template.read_text(encoding="utf-8").replace("backup-and-restore", "windows-autopatch")
    template.write_text(text, encoding="utf-8")
    said = judged(command, template, ENOUGH)
    assert (said.code, said.out) == (3, "")
    assert said.messages == [f'{template}: pilot.questionnaire: the answers are on "backup-and-restore"']
