"""A later round line by line: the earlier answer and the teams are told, and an empty line gives the answer again."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from questionnaires import Answer
from tests.given.commands import Command
from tests.given.files import Outcome, snapshot_of
from tests.given.rounds import AGENDA, first_round, handed_in, in_round

Assess = Callable[..., Outcome]


@pytest.fixture
def workspace(place: Path) -> Path:
    handed_in(place / "workspace", first_round())
    return place / "workspace"


@pytest.fixture
def assess(command: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> Assess:
    """Answers as endpoint with these lines typed, then closes the input."""

    def run(*options: str | Path, typed: tuple[str, ...] = ()) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        return command("-q", own, "assess", "--plain", "--team", "endpoint", *options)

    return run


def begun(workspace: Path) -> dict[str, Any]:
    return tomllib.loads((workspace / "endpoint--endpoint1--r2.toml").read_text(encoding="utf-8"))


def test_an_empty_line_a_question_gives_every_answer_again(assess: Assess, workspace: Path) -> None:
    said = assess("--contested", typed=("",) * 4)
    assert "Finished." in said.out
    first = tomllib.loads((workspace / "endpoint--endpoint1--r1.toml").read_text(encoding="utf-8"))
    assert begun(workspace)["answers"] == {question: first["answers"][question] for question in AGENDA}


def test_ones_own_answer_comes_first_then_the_teams_and_what_the_empty_line_does(
    assess: Assess, workspace: Path
) -> None:
    lines = assess("--contested").out.splitlines()
    at = lines.index("Question 1 of 4. Who pauses?")
    assert lines[at + 1 : at + 5] == [
        "  Your answer in round 1: Endpoint.",
        "  The teams in round 1: Endpoint, Security say Endpoint · Operations says Operations.",
        "  Single voices: Endpoint, Security, Operations.",
        "  Enter alone confirms your answer, the key of an option changes it, k skips.",
    ]
    assert "Owner [round 1: Endpoint]: " in lines[at + 5 :][-1], "what Enter confirms is no answer of this round yet"


def test_a_key_changes_one_column_an_empty_line_keeps_the_other_and_u_takes_it_back(
    assess: Assess, workspace: Path
) -> None:
    said = assess("--contested", typed=("", "5", "", "law", "u", "u", "u", "2"))
    assert "  Confirmed: Two. Saved." in said.out
    assert "  Took back: " in said.out
    assert begun(workspace)["answers"] == {"ownership.pause": {"owner": "operations"}}


def test_after_the_rest_is_confirmed_only_the_basis_that_still_waits_is_asked(assess: Assess, workspace: Path) -> None:
    said = assess("--contested", typed=("", "5", "", "1", ""))
    at = said.out.index("  Confirmed: Two. Saved.")
    assert said.out[at:].split("\n", 2)[1].startswith("  Key 1: ")
    assert begun(workspace)["answers"]["control.release"] == {"needed": 5, "basis": "law", "wanted": 2}
    assert "risk.attitude" in begun(workspace)["answers"]


def test_a_note_is_not_given_again(assess: Assess, workspace: Path) -> None:
    noted = in_round(1, "endpoint", {"ownership.pause": Answer(owner="endpoint", note="As agreed.", flag=True)})
    handed_in(workspace, [noted])
    assess("--contested", typed=("",))
    assert begun(workspace)["answers"] == {"ownership.pause": {"owner": "endpoint"}}


def test_only_some_items_are_asked_and_it_goes_on_with_these(assess: Assess, workspace: Path) -> None:
    said = assess("--items", "a", typed=("",))
    assert said.messages == ["2 of the 4 questions on the agenda of round 1 are asked again; this is round 2."]
    assert begun(workspace)["respondent"]["only"] == ["ownership.pause", "risk.attitude"]
    again = assess("--contested", "--items", "risk.taste", typed=("",))
    assert "Round 2 was begun here with 2 questions, and goes on with these." in again.messages
    assert "Finished." in again.out
    assert begun(workspace)["respondent"]["only"] == ["ownership.pause", "risk.attitude"]


def test_what_is_not_on_the_agenda_begins_nothing(assess: Assess, workspace: Path) -> None:
    before = snapshot_of(workspace)
    said = assess("--contested", "--items", "risk.soak")
    assert (said.code, said.out) == (2, "")
    assert said.messages[0].startswith('"risk.soak" is not on the agenda of round 1; choose a, ab, all, or ')
    assert snapshot_of(workspace) == before


def test_results_that_were_sent_tell_where_the_teams_stood(
    assess: Assess, command: Command, own: Path, place: Path
) -> None:
    handed_in(place / "elsewhere", first_round())
    assert command("-q", own, "export", place / "elsewhere", "-o", "results.toml").code == 0
    said = assess("--contested", "results.toml")
    assert "  The teams in round 1: Endpoint, Security say Endpoint · Operations says Operations." in said.out
    assert "Your answer" not in said.out
    assert "Enter alone" not in said.out


def test_a_first_round_tells_nothing(assess: Assess, workspace: Path) -> None:
    said = assess("--new", "--round", "1")
    assert "round 1" not in said.out
