"""Another field through every verb: a questionnaire on backups, written by somebody who has only the README."""

from __future__ import annotations

import io
import json
import shutil
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
from jsonschema import Draft202012Validator

from maturity.files.decisions_file import DECISIONS_NAME
from tests.given.backup_teams import FIELD, SAID, TEAMS, TITLES, TYPED, answered, backups, words_of_updates
from tests.given.commands import Command
from tests.given.decisions import decide, decisions_text
from tests.given.files import Outcome

CRITERIA: Final = (
    "restores_succeed",
    "back_in_time",
    "one_owner.responsibility.restore_decision",
    "one_owner.responsibility.restore_test",
)


@pytest.fixture
def answers(place: Path) -> Path:
    """The folder in which the three teams have put their answers."""
    return answered(place / "answers")


def broken(place: Path) -> Path:
    """A copy of the questionnaire in which a question names a scale that does not exist."""
    folder = place / "broken"
    shutil.copytree(FIELD, folder)
    text = (folder / "recovery.toml").read_text(encoding="utf-8")
    (folder / "recovery.toml").write_text(text.replace('scale = "hours"', 'scale = "hour"'), encoding="utf-8")
    return folder


def test_the_folder_is_a_questionnaire(command: Command) -> None:
    said = command("check", FIELD)
    assert (said.code, said.err) == (0, "")
    assert "fine, a questionnaire with 5 questions (" in said.out


def test_an_unknown_scale_is_named_with_its_file_and_its_key(command: Command, place: Path) -> None:
    said = command("check", broken(place))
    assert (said.code, said.out) == (3, "")
    place_of_it = 'recovery.toml: question recovery.hours_to_restore.scale: there is no scale "hour"'
    assert [line for line in said.messages if line.startswith(place_of_it)]


def test_whoever_names_an_unknown_scale_is_told_which_there_are(command: Command, place: Path) -> None:
    (fault,) = (line for line in command("check", broken(place)).messages if ".scale: " in line)
    assert [scale for scale in ("owner", "say", "basis", "status") if scale not in fault] == []


@pytest.mark.parametrize("name", ["questionnaire.toml", "responsibility.toml", "recovery.toml", "criteria.toml"])
def test_every_file_fits_the_schema(command: Command, name: str) -> None:
    validator = Draft202012Validator(json.loads(command("-q", FIELD, "schema", "questionnaire").out))
    document = tomllib.loads((FIELD / name).read_text(encoding="utf-8"))
    assert [error.message for error in validator.iter_errors(json.loads(json.dumps(document, default=str)))] == []


def assess(command: Command, team: str, monkeypatch: pytest.MonkeyPatch) -> Outcome:
    """Somebody answers every question, line by line."""
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{key}\n" for key in "".join(TYPED[team]))))
    return command("-q", FIELD, "-w", "typed", "assess", "--plain", "--team", team)


@pytest.mark.parametrize("team", TEAMS)
def test_a_team_answers_all_five_line_by_line(
    command: Command, place: Path, team: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = assess(command, team, monkeypatch)
    (path,) = (place / "typed").glob("*.toml")
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    assert (said.code, words_of_updates(said.out)) == (0, [])
    assert said.out.startswith(f"Backup and restore. {team.capitalize()}, 5 questions.\n")
    assert document["answers"] == SAID[team]
    assert (document["respondent"]["team"], "completed" in document["respondent"]) == (team, True)


def test_what_was_typed_is_compared(command: Command, answers: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for team in TEAMS:
        assess(command, team, monkeypatch)
    typed, written = (
        json.loads(command("-q", FIELD, "compare", "--json", folder).out) for folder in ("typed", answers)
    )
    assert typed["question"] == written["question"]


@pytest.mark.parametrize("options", [(), ("--brief",), ("--notes",)])
def test_the_comparison_speaks_of_backups_only(command: Command, answers: Path, options: tuple[str, ...]) -> None:
    said = command("-q", FIELD, "compare", answers, *options)
    assert (said.code, said.err, words_of_updates(said.out)) == (0, "", [])
    assert said.out.startswith("Backup and restore  ·  round 1\n")


def test_the_comparison_names_every_question(command: Command, answers: Path) -> None:
    said = command("-q", FIELD, "compare", answers).out
    assert [title for title in TITLES if title not in said] == []


def test_the_title_of_a_section_is_never_cut(command: Command, answers: Path) -> None:
    counted = command("-q", FIELD, "compare", answers).out.partition("Where the teams agree")[2]
    assert counted.partition("Each question counts once")[0].count("Keeping and restoring ") == 1


def test_every_kind_of_question_has_its_findings(command: Command, answers: Path) -> None:
    tree = json.loads(command("-q", FIELD, "compare", "--json", answers).out)
    found = {item["id"]: {finding["kind"] for finding in item["findings"]} for item in tree["question"]}
    assert "contested" in found["responsibility.restore_decision"]
    assert {"split", "boundary_expected"} <= found["responsibility.restore_test"]
    assert {"apart", "blocker"} <= found["recovery.deletion"]
    assert "apart" in found["recovery.hours_to_restore"]
    assert "prerequisite_partly" in found["recovery.second_site"]


def test_criteria_come_always_from_a_finding_and_from_a_quantity(command: Command, answers: Path) -> None:
    criteria = {
        one["id"]: one for one in json.loads(command("-q", FIELD, "compare", "--json", answers).out)["criterion"]
    }
    assert tuple(criteria) == CRITERIA
    assert criteria[CRITERIA[2]]["statement"].startswith("Deciding to restore: 100 %")
    in_time = criteria["back_in_time"]
    assert (in_time["threshold"], in_time["unit"], in_time["threshold_origin"]) == (4, "hours", "limit")
    assert in_time["threshold_by_team"] == {"database": 24, "platform": 8, "application": 1}


@pytest.mark.parametrize("name", ["results.toml", "results.json"])
def test_results_are_written_and_sound(command: Command, answers: Path, place: Path, name: str) -> None:
    assert command("-q", FIELD, "export", answers, "-o", name).messages == [f"Wrote {name}: 5 questions, 4 criteria."]
    text = (place / name).read_text(encoding="utf-8")
    tree: dict[str, Any] = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    assert [item["title"] for item in tree["question"]] == list(TITLES)
    assert words_of_updates(text) == []


def test_exported_results_are_called_fine(command: Command, answers: Path) -> None:
    command("-q", FIELD, "export", answers, "-o", "results.toml")
    said = command("-q", FIELD, "check", "results.toml")
    assert (said.code, said.out, said.err) == (0, "results.toml: fine, results of round 1\n", "")


@pytest.mark.parametrize("form", ["toml", "json"])
def test_a_tally_gives_the_same_bytes_as_its_responses(command: Command, answers: Path, place: Path, form: str) -> None:
    assert command("-q", FIELD, "export", "--tally", answers, "-o", "tally.toml").code == 0
    command("-q", FIELD, "export", answers, "-o", f"direct.{form}")
    command("-q", FIELD, "export", "tally.toml", "-o", f"counted.{form}")
    assert (place / f"counted.{form}").read_bytes() == (place / f"direct.{form}").read_bytes()


def test_the_example_of_another_questionnaire_is_not_offered(command: Command, place: Path) -> None:
    said = command("-q", FIELD, "demo", "example")
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["The example answers the built-in questionnaire: leave out -q to look at it."]
    assert not (place / "example").exists()


@pytest.mark.parametrize("suffix", ["html", "md", "txt", "csv"])
def test_the_page_to_sign_speaks_of_the_field_that_was_asked(
    command: Command, answers: Path, place: Path, suffix: str
) -> None:
    entry = decide("d001", "responsibility.restore_decision", on=backups(), owner="application", deputy="database")
    (answers / DECISIONS_NAME).write_text(decisions_text(entry, on=backups()), encoding="utf-8")
    assert command("-q", FIELD, "agreement", answers, "-o", f"page.{suffix}").code == 0
    page = (place / f"page.{suffix}").read_text("utf-8")
    assert "Deciding to restore" in page
    assert words_of_updates(page.replace("device-width", "")) == []
