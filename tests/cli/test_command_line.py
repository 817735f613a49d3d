"""The verbs that need no terminal: data on standard output, messages on standard error, documented codes."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from maturity import __version__
from maturity.cli.verb_options import DEPTHS
from questionnaires.words import Depth
from tests.given.commands import Command
from tests.given.files import GOOD, put, response_text, snapshot_of, two_teams


def test_version_is_said(command: Command) -> None:
    said = command("--version")
    assert (said.code, said.out, said.err) == (0, f"maturity {__version__}\n", "")


@pytest.mark.parametrize(
    "arguments",
    [
        ["dance"],
        ["export"],
        ["check"],
        ["compare", "--round", "soon"],
        ["compare", "--unheard-of"],
        ["assess", "--depth", "bottomless"],
    ],
)
def test_what_cannot_be_understood_is_a_usage_error(command: Command, arguments: list[str]) -> None:
    said = command(*arguments)
    assert (said.code, said.out) == (2, "")
    assert "usage: maturity" in said.err


def test_compare_writes_text_and_nothing_else(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "compare", two_teams(place / "round"))
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Small  ·  round 1\n")


def test_compare_as_json_writes_the_results(command: Command, own: Path, place: Path) -> None:
    said = command("compare", "--json", two_teams(place / "round"), "-q", own)
    tree = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert (tree["kind"], tree["schema"], [team["id"] for team in tree["team"]]) == (
        "results",
        1,
        ["endpoint", "security"],
    )


def test_brief_says_nothing_that_the_whole_text_does_not(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    brief, whole = command("-q", own, "compare", "--brief", folder), command("-q", own, "compare", "--criteria", folder)
    assert (brief.code, brief.err) == (0, "")
    assert set(brief.out.splitlines()) <= set(whole.out.splitlines())
    assert len(brief.out) < len(whole.out) / 2


def test_brief_of_the_examples_fits_on_two_pages_of_a_mail(command: Command, examples: Path) -> None:
    assert len(command("compare", "--brief", examples).out.splitlines()) <= 100


def test_compare_without_files_reads_the_workspace(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "workspace")
    assert "Security" in command("-q", own, "compare").out


def test_a_workspace_that_is_named_comes_before_the_variable(command: Command, own: Path, place: Path) -> None:
    put(place / "workspace" / "network.toml", response_text("network"))
    said = command("-q", own, "compare", "-w", two_teams(place / "elsewhere"))
    assert [team in said.out.partition("Who answered")[2] for team in ("  Security  ", "  Network  ")] == [True, False]


def test_a_workspace_that_does_not_exist_is_said_and_not_made(command: Command, place: Path) -> None:
    said = command("compare")
    assert (said.code, said.out) == (3, "")
    assert "no usable response was found" in said.err
    assert not (place / "workspace").exists()


@pytest.mark.parametrize("name", ["results.toml", "results.json", "RESULTS.TOML", "below/here/results.json"])
def test_export_writes_the_results_and_says_so(command: Command, own: Path, place: Path, name: str) -> None:
    said = command("-q", own, "export", two_teams(place / "round"), "-o", name)
    assert (said.code, said.out) == (0, "")
    assert said.err.startswith(f"Wrote {Path(name)}: ")
    text = (place / name).read_text(encoding="utf-8")
    tree = json.loads(text) if name.endswith(".json") else tomllib.loads(text)
    assert tree["kind"] == "results"


@pytest.mark.parametrize("name", ["results.csv", "results", "results.md"])
def test_export_refuses_a_suffix_that_it_does_not_know(command: Command, examples: Path, name: str) -> None:
    said = command("export", examples, "-o", name)
    assert (said.code, said.messages) == (2, [f"{name}: the suffix decides the format; use one of .toml, .json."])
    assert not Path(name).exists()


def test_export_says_why_a_file_was_not_written(command: Command, own: Path, place: Path) -> None:
    put(place / "taken", "a file, not a folder")
    said = command("-q", own, "export", two_teams(place / "round"), "-o", "taken/results.toml")
    assert said.code == 1
    assert "was not saved" in said.err
    assert len(said.messages) == 1


def test_the_latest_round_is_compared_and_the_others_are_named(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    for team in ("endpoint", "security"):
        put(folder / f"{team}2.toml", response_text(team, GOOD, f"{team[:4]}1", 2))
    for team in ("endpoint", "security"):
        put(folder / f"{team}3.toml", response_text(team, GOOD, f"{team[:4]}1", 3))
    said = command("-q", own, "compare", folder)
    assert said.code == 0
    assert "round 3" in said.out.splitlines()[0]
    assert "Since round 2" in said.out
    assert said.messages == ["Round 3 is compared; 2 files of other rounds left out."]


def test_a_round_can_be_asked_for(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    put(folder / "later.toml", response_text("endpoint", GOOD, "endp1", 2))
    said = command("-q", own, "compare", folder, "--round", "1")
    assert "round 1" in said.out.splitlines()[0]
    assert said.messages == ["Round 1 is compared; 1 file of other rounds left out."]


@pytest.mark.parametrize("number", ["7", "999"])
def test_a_round_that_nobody_answered_is_a_usage_error(command: Command, own: Path, place: Path, number: str) -> None:
    said = command("-q", own, "compare", two_teams(place / "round"), "--round", number)
    assert (said.code, said.out) == (2, "")
    assert said.messages == [f"There is no response of round {number}; the rounds present are 1."]


@pytest.mark.parametrize("verb", [["compare"], ["export", "-o", "results.toml"], ["assess", "--team", "endpoint"]])
@pytest.mark.parametrize("number", ["0", "-1", "1000", "1.5", "²", "", "9" * 5000, "0000000011000"])
def test_a_round_that_no_file_can_hold_is_a_usage_error(command: Command, verb: list[str], number: str) -> None:
    said = command(*verb, f"--round={number}")
    assert (said.code, said.out) == (2, "")
    assert said.messages[-1].endswith("error: argument --round: a round is a number from 1 to 999")


def test_patterns_are_expanded_by_the_tool(command: Command, own: Path, place: Path) -> None:
    two_teams(place / "round")
    put(place / "round" / "notes.txt", "not ours")
    said = command("-q", own, "compare", "round/*.toml")
    assert (said.code, said.err) == (0, "")
    assert "Endpoint" in said.out


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(command: Command, own: Path, place: Path) -> None:
    put(place / "round[1].toml", response_text("endpoint"))
    assert command("-q", own, "compare", "round[1].toml").code == 0


def test_a_pattern_that_matches_nothing_is_named(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "compare", two_teams(place / "round"), "round/*.tml")
    assert (said.code, said.messages) == (3, ["round/*.tml: matches no file"])
    assert said.out


def test_a_file_named_twice_counts_once(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    once = command("-q", own, "compare", folder)
    assert command("-q", own, "compare", folder, "round/endpoint.toml", folder) == once


def test_demo_without_a_terminal_writes_the_examples_and_says_where(command: Command, place: Path) -> None:
    said = command("demo", "looking")
    assert (said.code, said.out) == (0, "")
    assert said.messages == [
        "6 example responses of four teams are in looking.",
        "Without a terminal, look at them with: maturity compare looking",
    ]
    assert len(snapshot_of(place / "looking")) == 6
    assert command("compare", "looking").code == 0


def test_demo_has_a_folder_of_its_own_by_default(command: Command, place: Path) -> None:
    command("demo")
    assert len(snapshot_of(place / "maturity-demo")) == 6


def test_one_team_alone_is_said_to_be_alone(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "compare", put(place / "one.toml", response_text("endpoint")))
    assert said.code == 0
    assert "Only one team has answered" in said.out


def test_a_team_that_said_nothing_is_not_compared(command: Command, own: Path, place: Path) -> None:
    folder = two_teams(place / "round")
    put(folder / "network.toml", response_text("network", {}, "netw1"))
    said = command("-q", own, "compare", "--json", folder)
    assert [team["id"] for team in json.loads(said.out)["team"]] == ["endpoint", "security"]


def test_nobody_who_said_anything_is_not_called_one_team(command: Command, own: Path, place: Path) -> None:
    said = command("-q", own, "compare", put(place / "network.toml", response_text("network", {}, "netw1")))
    assert said.code == 0
    assert "Only one team has answered" not in said.out
    assert "nothing can be compared yet" in said.out


def test_an_empty_name_of_a_folder_is_not_the_current_one(command: Command, own: Path, place: Path) -> None:
    two_teams(place)
    said = command("-q", own, "compare", "-w", "")
    assert (said.code, said.out) == (2, "")
    assert "name a folder, or leave -w out" in said.err


def test_every_depth_can_be_asked_for() -> None:
    assert tuple(Depth) == DEPTHS
