"""`maturity profile`: one team by itself, in sentences that say what to prepare."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.given.commands import Command


def words(text: str) -> str:
    return " ".join(text.split())


def test_one_team_prints_what_it_may_want_to_prepare(command: Command, examples: Path) -> None:
    said = command("profile", examples, "--team", "endpoint")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Endpoint by itself\nWindows Autopatch: who owns updates?\n3 people, round 1.")
    assert (
        "1. Holding back the next ring. Be ready to say what 4 “Within our limits, and we can stop it” would add to "
        "the 3 “It runs within our limits” that you need; it may be what you can give up."
    ) in words(said.out)
    assert "needs of 4 or 5: 1 by own judgement" in words(said.out)


def test_several_teams_have_to_be_told_apart(command: Command, examples: Path) -> None:
    said = command("profile", examples)
    assert (said.code, said.out) == (2, "")
    assert said.err == "Say which team: --team, one of endpoint, operations, security, architecture.\n"


@pytest.mark.parametrize(
    ("team", "says"),
    [
        ("nobody", 'There is no team "nobody"; the teams are endpoint, '),
        ("network", "Network has not answered in round 1; there are endpoint, operations, security, architecture."),
    ],
)
def test_a_team_that_is_not_there_is_named(command: Command, examples: Path, team: str, says: str) -> None:
    said = command("profile", examples, "--team", team)
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(says)


def test_an_empty_folder_has_no_profile(command: Command, place: Path) -> None:
    said = command("profile", "-w", place / "none")
    assert (said.code, said.out) == (3, "")
    assert said.messages[-1] == "Nobody has answered in round 1; there is no team to say anything of."


def test_it_goes_into_a_new_file_and_replaces_none(command: Command, examples: Path, place: Path) -> None:
    said = command("profile", examples, "--team", "security", "-o", place / "profile.txt")
    assert (said.code, said.out) == (0, "")
    written = (place / "profile.txt").read_text(encoding="utf-8")
    assert written == command("profile", examples, "--team", "security").out
    again = command("profile", examples, "--team", "endpoint", "-o", place / "profile.txt")
    assert again.code == 1
    assert "is there already and was left alone" in again.err
    assert (place / "profile.txt").read_text(encoding="utf-8") == written
