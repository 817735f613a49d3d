"""Answers on backups beside answers to something else: another questionnaire, and another version of the same."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.given.backup_teams import FIELD, TITLES, answered
from tests.given.commands import Command

MOVED = "responsibility.restore_drill"
KEPT = ["responsibility.restore_decision", MOVED, "recovery.deletion"]


@pytest.fixture
def mixed(examples: Path) -> Path:
    """A folder with the answers of three teams on backups, and the examples of the built-in questionnaire."""
    return answered(examples)


@pytest.fixture
def second(place: Path) -> Path:
    """The next version of the questionnaire: a question renamed, an option with another meaning, a question gone."""
    folder = place / "second"
    shutil.copytree(FIELD, folder)
    for path in folder.glob("*.toml"):
        text = path.read_text(encoding="utf-8").replace("responsibility.restore_test", MOVED)
        text = text.replace('version = "1"', 'version = "2"')
        text = text.replace('key = "h8", value = 8, label = "8 hours"', 'key = "h12", value = 12, label = "12 hours"')
        path.write_text(text.partition("# What is in place.")[0], encoding="utf-8")
    with (folder / "questionnaire.toml").open("a", encoding="utf-8") as head:
        head.write(f'\n[renamed]\n"responsibility.restore_test" = "{MOVED}"\n')
    return folder


@pytest.fixture
def first_answers(place: Path) -> Path:
    """The answers of the three teams to the first version."""
    return answered(place / "answers")


def compared(command: Command, questionnaire: Path, answers: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(command("-q", questionnaire, "compare", "--json", answers).out)
    return tree


def test_answers_to_the_built_in_questionnaire_are_named_and_not_used(command: Command, mixed: Path) -> None:
    said = command("-q", FIELD, "compare", "--json", mixed)
    assert said.code == 3
    assert len(said.messages) == 6
    assert all(
        line.endswith('is "windows-autopatch"; this comparison is on "backup-and-restore"') for line in said.messages
    )
    tree = json.loads(said.out)
    assert [team["id"] for team in tree["team"]] == ["database", "platform", "application"]
    assert len(tree["left_out"]["files"]) == 6


def test_the_built_in_questionnaire_names_answers_on_backups_and_does_not_use_them(
    command: Command, mixed: Path
) -> None:
    said = command("compare", "--json", mixed)
    assert said.code == 3
    assert len(said.messages) == 3
    assert all(
        line.endswith('is "backup-and-restore"; this comparison is on "windows-autopatch"') for line in said.messages
    )
    tree = json.loads(said.out)
    assert [team["id"] for team in tree["team"]] == ["endpoint", "operations", "security", "architecture"]


def test_check_names_the_files_of_the_other_questionnaire(command: Command, mixed: Path) -> None:
    said = command("-q", FIELD, "check", mixed)
    assert (said.code, len(said.out.splitlines()), len(said.messages)) == (3, 3, 6)


def test_the_next_version_is_sound(command: Command, second: Path) -> None:
    said = command("check", second)
    assert (said.code, said.err) == (0, "")
    assert "fine, a questionnaire with 4 questions (" in said.out


def test_earlier_answers_are_compared_where_the_versions_agree(
    command: Command, second: Path, first_answers: Path
) -> None:
    before, after = (compared(command, folder, first_answers) for folder in (FIELD, second))
    kept = {item["title"]: item["facet"] for item in after["question"]}
    assert kept == {item["title"]: item["facet"] for item in before["question"] if item["title"] in kept}
    assert list(kept) == list(TITLES[:3])


def test_a_renamed_question_is_followed(command: Command, second: Path, first_answers: Path) -> None:
    tree = compared(command, second, first_answers)
    assert [item["id"] for item in tree["question"]] == KEPT
    assert f"one_owner.{MOVED}" in [criterion["id"] for criterion in tree["criterion"]]


def test_what_cannot_be_compared_is_named(command: Command, second: Path, first_answers: Path) -> None:
    left_out = compared(command, second, first_answers)["left_out"]
    assert left_out["unknown"] == {"recovery.second_site": 3}
    assert left_out["incomparable"] == {"recovery.hours_to_restore": 3}
    said = command("-q", second, "compare", first_answers)
    words = " ".join(said.out.split())
    assert (said.code, said.err) == (0, "")
    assert "questions that this questionnaire does not have were left out: recovery.second_site." in words
    assert "whose scale has changed since were not compared: recovery.hours_to_restore." in words


def test_a_threshold_that_cannot_be_compared_falls_back_to_its_default(
    command: Command, second: Path, first_answers: Path
) -> None:
    criteria = {one["id"]: one for one in compared(command, second, first_answers)["criterion"]}
    assert (criteria["back_in_time"]["threshold"], criteria["back_in_time"]["threshold_origin"]) == (24, "default_ours")


def test_earlier_answers_of_which_some_changed_their_meaning_are_not_continued(
    command: Command, second: Path, first_answers: Path
) -> None:
    before = {path.name: path.read_bytes() for path in first_answers.iterdir()}
    said = command("-q", second, "-w", first_answers, "assess", "--plain", "--respondent", "platform1")
    assert (said.code, said.out) == (2, "")
    assert "answers version 1 of the questionnaire" in said.err
    assert "recovery.second_site, recovery.hours_to_restore changed since" in said.err
    assert {path.name: path.read_bytes() for path in first_answers.iterdir()} == before


def test_an_answer_to_the_next_version_counts_in_it(
    command: Command, second: Path, first_answers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n" * 8))
    begun = command("-q", second, "-w", first_answers, "assess", "--plain", "--team", "platform", "--new")
    assert begun.code == 0
    tree = compared(command, second, first_answers)
    (hours,) = (item for item in tree["question"] if item["id"] == "recovery.hours_to_restore")
    assert [team["id"] for team in hours["facet"][0]["team"] if any(team["counts"])] == ["platform"]
    assert tree["left_out"]["incomparable"] == {"recovery.hours_to_restore": 3}
