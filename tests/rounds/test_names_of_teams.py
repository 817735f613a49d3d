"""Names of teams beside the answers: shown everywhere, and nothing that is compared changes."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from maturity.files.workspace import Workspace
from maturity.reports.outline import text
from maturity.rounds.choosing import choice_of, round_chosen
from tests.given.builders import THEN, small
from tests.given.commands import Command
from tests.given.rounds import first_round, handed_in

NAMES = 'kind = "roster"\nschema = 1\n\n[teams]\nendpoint = "Workplace"\n'


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    handed_in(tmp_path, first_round())
    return tmp_path


def report(folder: Path) -> tuple[str, str]:
    """What is reported of the folder, and the fingerprint of its questionnaire."""
    gathered = gather([folder], small())
    results = round_chosen(gathered, small(), choice_of(gathered)).results()
    return text(results, THEN.date()), results.questionnaire.fingerprint


def test_a_report_calls_the_teams_as_the_roster_says_and_finds_the_same(answers: Path) -> None:
    before, known_as = report(answers)
    (answers / "names.toml").write_text(NAMES, encoding="utf-8")
    after, still = report(answers)
    assert "Endpoint" in before
    assert "Endpoint" not in after
    assert after.replace("Workplace", "Endpoint").split() == before.split()
    assert known_as == still == small().fingerprint


def test_a_workspace_offers_the_names_and_forgets_them_with_the_roster(answers: Path) -> None:
    workspace = Workspace(answers, small())
    (answers / "names.toml").write_text(NAMES, encoding="utf-8")
    workspace.read()
    assert workspace.questionnaire.team_by_id["endpoint"].label == "Workplace"
    (answers / "names.toml").unlink()
    workspace.read()
    assert workspace.questionnaire.team_by_id["endpoint"].label == "Endpoint"


def test_identical_rosters_count_once_and_of_differing_ones_none(answers: Path) -> None:
    for name in ("a.toml", "b.toml"):
        (answers / name).write_text(NAMES, encoding="utf-8")
    assert gather([answers], small()).named(small()).team_by_id["endpoint"].label == "Workplace"
    (answers / "b.toml").write_text(NAMES.replace("Workplace", "Desk"), encoding="utf-8")
    gathered = gather([answers], small())
    assert gathered.named(small()) == small()
    assert [str(fault) for fault in gathered.conflicts] == [
        f"{answers / 'a.toml'}: teams: names the teams, and so does b.toml; none of them is used, keep one",
        f"{answers / 'b.toml'}: teams: names the teams, and so does a.toml; none of them is used, keep one",
    ]


def test_check_says_whom_a_roster_names(answers: Path, command: Command, own: Path) -> None:
    (answers / "names.toml").write_text(NAMES, encoding="utf-8")
    for place in (answers, answers / "names.toml"):
        said = command("-q", own, "check", place)
        assert said.code == 0
        assert "names.toml: fine, Workplace for Endpoint" in said.out


def test_two_rosters_are_a_conflict_and_the_comparison_is_made_without(
    answers: Path, command: Command, own: Path
) -> None:
    for name, label in (("a.toml", "Desk"), ("b.toml", "Workplace")):
        (answers / name).write_text(NAMES.replace("Workplace", label), encoding="utf-8")
    said = command("-q", own, "compare", answers)
    assert said.code == 4
    assert said.err.count("none of them is used, keep one") == 2
    assert "Endpoint" in said.out


def test_whoever_answers_line_by_line_is_offered_the_names_and_the_file_keeps_the_ids(
    tmp_path: Path, command: Command, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "answers"
    folder.mkdir()
    (folder / "names.toml").write_text(NAMES, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    said = command("-q", own, "-w", folder, "assess", "--plain", "--team", "endpoint")
    assert "Small. Workplace, 10 questions." in said.out
    assert "  Key 1: Workplace. " in said.out
    assert "  Chosen: Workplace. Saved." in said.out
    (path,) = folder.glob("endpoint--*.toml")
    assert tomllib.loads(path.read_text(encoding="utf-8"))["answers"] == {"ownership.pause": {"owner": "endpoint"}}
