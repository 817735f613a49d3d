"""What a stranger put into a file or a file name neither steers the terminal nor ends in a traceback."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Final

import pytest

from questionnaires import Answer
from tests.given.commands import Command
from tests.given.files import GOOD, put, response_text, two_teams

CLIPBOARD: Final = "\x1b]52;c;aGVsbG8=\x07"
AS_TOML: Final = r"\u001b]52;c;aGVsbG8=\u0007"
STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LONG: Final = "a" * 300 + ".toml"


def with_note(note: str) -> str:
    text = response_text("endpoint", {**GOOD, "risk.attitude": Answer(position=1, note="NOTE", flag=True)})
    return text.replace("NOTE", note)


@pytest.mark.parametrize(
    "arguments",
    [["compare", "round"], ["compare", "--json", "round"], ["check", "round"], ["export", "round", "-o", "r.toml"]],
)
def test_a_note_cannot_write_the_clipboard(command: Command, own: Path, place: Path, arguments: list[str]) -> None:
    put(place / "round" / "endpoint.toml", with_note(AS_TOML))
    put(place / "round" / "security.toml", response_text("security", respondent="secu1"))
    said = command("-q", own, *arguments)
    assert said.code == 0
    assert not STEERING.search(said.out + said.err)
    assert "52;c;" not in said.out + said.err


@pytest.mark.parametrize(
    ("what", "instead"),
    [
        ("risk.attitude", f"risk.{AS_TOML}"),
        ('team = "endpoint"', f'team = "{AS_TOML}"'),
        ('id = "k7m2"', f'id = "{AS_TOML}"'),
        ('id = "small"', f'id = "{AS_TOML}"'),
        ('owner = "endpoint"', f'owner = "{AS_TOML}"'),
        ('owner = "endpoint"', f'"{AS_TOML}" = 1'),
        ('kind = "response"', f'kind = "{AS_TOML}"'),
        ("position = 1", 'position = "\\u202e\\u0000\\u009b31m"'),
        ("position = 1", f"position = {CLIPBOARD}"),
    ],
)
def test_a_message_quotes_without_steering(command: Command, own: Path, place: Path, what: str, instead: str) -> None:
    text = response_text("endpoint")
    assert what in text
    put(place / "bad.toml", text.replace(what, instead))
    said = command("-q", own, "check", "bad.toml")
    assert said.code == 3
    assert not STEERING.search(said.out + said.err)


@pytest.mark.parametrize("name", [f"risk.{AS_TOML}", r"risk.Read this:\nall is well", "a" * 900_000])
def test_a_question_that_no_questionnaire_can_have_is_not_copied_into_results(
    command: Command, own: Path, place: Path, name: str
) -> None:
    two_teams(place / "round")
    text = response_text("network", respondent="netw1").replace("risk.attitude", name)
    put(place / "round" / "older.toml", re.sub('fingerprint = ".*"', 'fingerprint = "another"', text))
    for arguments in (["compare"], ["compare", "--json"]):
        said = command("-q", own, *arguments, "round")
        assert said.code == 3
        assert "only small letters, digits, and the separators of its form are allowed" in said.err
        assert len(said.err) < 1000
        assert "aaaa" not in said.out
        assert "]52" not in said.out
        assert "Read this" not in said.out
        assert not STEERING.search(said.out + said.err)


def test_a_file_name_never_stands_in_the_results(command: Command, own: Path, place: Path) -> None:
    put(two_teams(place / "round") / "bad\nAnna Smith.toml", "")
    assert command("-q", own, "export", "round", "-o", "results.toml").code == 3
    assert "Anna" not in Path("results.toml").read_text(encoding="utf-8")
    assert command("-q", own, "check", "results.toml").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "X.toml"],
        ["check", "X.toml", "X*.tml"],
        ["check", "X"],
        ["compare", "X"],
        ["-q", "X", "compare"],
        ["compare", "-w", "X"],
        ["export", "round", "-o", "X"],
        ["export", "round", "-o", "X.toml"],
        ["export", "round", "-o", "taken/X.toml"],
        ["demo", "X"],
        ["demo", "taken/X"],
        ["assess", "--plain", "--team", "X"],
        ["assess", "--plain", "--respondent", "X", "-w", "X"],
        ["assess", "--plain", "--team", "endpoint", "-w", "taken/X"],
    ],
)
def test_a_file_name_cannot_steer_the_terminal(
    command: Command, own: Path, place: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    two_teams(place / "round")
    put(place / "taken", "a file, not a folder")
    said = command("-q", own, *(argument.replace("X", CLIPBOARD) for argument in arguments))
    assert not STEERING.search(said.out + said.err)


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", LONG],
        ["check", LONG],
        ["compare", "-w", LONG],
        ["-q", LONG, "compare"],
        ["assess", "--plain", "--team", "endpoint", "-w", LONG],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_name_that_no_file_can_have_is_a_fault_like_any_other(command: Command, arguments: list[str]) -> None:
    said = command(*arguments)
    assert (said.code in (1, 3), said.out) == (True, "")
    assert said.messages


def test_a_result_that_cannot_have_its_name_is_not_saved(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "export", two_teams(place / "round"), "-o", LONG)
    assert said.code == 1
    assert "was not saved" in said.err


def test_a_link_to_itself_is_a_fault_like_any_other(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    (folder / "loop.toml").symlink_to("loop.toml")
    said = command("-q", own, "compare", "round")
    assert said.code == 3
    assert said.messages[0].startswith(f"{Path('round/loop.toml')}: cannot be read")
    assert "Security" in said.out


def test_results_are_not_written_through_a_link_to_itself(command: Command, own: Path, place: Path) -> None:
    (place / "results.toml").symlink_to("results.toml")
    said = command("-q", own, "export", two_teams(place / "round"), "-o", "results.toml")
    assert (said.code, len(said.messages)) == (2, 1)


@pytest.mark.parametrize("number", ["1000", "-1", "0"])
def test_a_round_that_cannot_be_is_a_usage_error(
    command: Command, place: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    said = command("assess", "--plain", "--team", "endpoint", "--round", number)
    assert (said.code, said.out) == (2, "")
    assert not (place / "workspace").exists()
