"""Results that somebody sent: looked at as the answers behind them would be, with what they cannot know said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from maturity.results.reading import NOT_IN_RESULTS, sent_results
from tests.given.commands import Command
from tests.given.files import put, two_teams

SAID = f"results.toml: results of round 1. {NOT_IN_RESULTS}"


@pytest.fixture
def sent(command: Command, own: Path, place: Path) -> Path:
    """A file of results, without the answers it was made from."""
    command("-q", own, "export", two_teams(place / "round"), "-o", "results.toml")
    return place / "results.toml"


@pytest.mark.parametrize("how", [(), ("--brief",), ("--json",)])
def test_results_say_what_the_answers_behind_them_say(
    command: Command, own: Path, place: Path, sent: Path, how: tuple[str, ...]
) -> None:
    answers = command("-q", own, "compare", place / "round", *how)
    said = command("compare", "results.toml", *how)
    assert (said.code, said.out, said.messages) == (0, answers.out, [SAID])


def test_notes_are_said_to_be_missing(command: Command, sent: Path) -> None:
    said = command("compare", "results.toml", "--notes")
    assert "Notes\n=====" not in said.out
    assert "no notes" in said.err


def test_results_are_named_as_a_folder_of_answers_is(command: Command, sent: Path) -> None:
    assert command("-w", sent, "compare").out == command("compare", sent).out


def test_results_are_exported_in_the_other_format(command: Command, own: Path, place: Path, sent: Path) -> None:
    assert command("export", "results.toml", "-o", "again.json").code == 0
    command("-q", own, "export", place / "round", "-o", "first.json")
    assert json.loads(Path("again.json").read_text("utf-8")) == json.loads(Path("first.json").read_text("utf-8"))


@pytest.mark.parametrize(
    "option", [("--round", "1"), ("--against", "1"), ("--carry",), ("--no-carry",), ("--actuals", "pilot.toml")]
)
@pytest.mark.parametrize("verb", [("compare",), ("export", "-o", "again.toml")])
def test_what_needs_the_answers_is_refused(
    command: Command, sent: Path, verb: tuple[str, ...], option: tuple[str, ...]
) -> None:
    said = command(*verb, "results.toml", *option)
    assert (said.code, said.out) == (2, "")
    assert said.messages[-1].startswith("Results are of one round as it was looked at; leave out --round")
    assert not Path("again.toml").exists()


def test_all_faults_of_results_are_said_at_once(command: Command, sent: Path) -> None:
    text = (
        sent.read_text("utf-8").replace("round = 1", 'round = "one"', 1).replace("respondents = 1", "respondents = -1")
    )
    put(sent.with_name("bad.toml"), text)
    said = command("compare", "bad.toml")
    assert (said.code, said.out) == (3, "")
    faults = [line.removeprefix("bad.toml: ").partition(":")[0] for line in said.messages]
    assert faults == ["round", "team[0].respondents", "team[1].respondents"]


def test_results_that_were_cut_off_on_the_way_are_said_to_be(command: Command, sent: Path) -> None:
    put(sent.with_name("cut.toml"), sent.read_text("utf-8")[:3000])
    said = command("compare", "cut.toml")
    assert (said.code, said.out) == (3, "")
    assert [line[:10] for line in said.messages] == ["cut.toml: "]
    assert "cut off" in said.err


def test_results_beside_answers_are_left_out_as_ever(command: Command, own: Path, place: Path, sent: Path) -> None:
    said = command("-q", own, "compare", sent, place / "round")
    assert said.code == 3
    assert 'a file with kind = "response" was expected; this one says "results"' in said.err


def test_a_folder_and_several_files_are_no_results(place: Path, sent: Path) -> None:
    assert sent_results([place]) is None
    assert sent_results([sent, sent]) is None
    assert sent_results([]) is None
    assert sent_results([place / "round" / "none.toml"]) is None
