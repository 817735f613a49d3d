"""Which round is meant when nobody names one: a lone file of another round takes nothing over."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest

from maturity.files.gathering import gather
from questionnaires import Answer
from tests.given.builders import small
from tests.given.commands import Command
from tests.given.files import put
from tests.given.rounds import AGENDA, FIRST, first_round, handed_in, in_round

SAID = {"risk.attitude": Answer(position=1)}


def a_stranger(number: int = 999, team: str = "network") -> list[Path]:
    """One file of one team in a round of its own, in the folder of the others."""
    return handed_in(Path("workspace"), [in_round(number, team, SAID, respondent=f"stranger{number}")])


@pytest.fixture
def workspace(place: Path) -> Path:
    """A workspace with the answers of three teams to the first round."""
    handed_in(place / "workspace", first_round())
    return place / "workspace"


@pytest.mark.parametrize(
    ("answered", "begun", "compared", "begins"),
    [
        ({}, {}, 1, 1),
        ({1: 1}, {}, 1, 1),
        ({4: 1}, {}, 4, 4),
        ({1: 2}, {}, 1, 1),
        ({1: 2, 2: 1}, {}, 1, 2),
        ({1: 2}, {2: 1}, 1, 2),
        ({1: 2, 2: 2}, {}, 2, 2),
        ({1: 3, 2: 2, 3: 1, 4: 1, 999: 1}, {}, 2, 4),
        ({1: 2, 999: 1}, {}, 1, 1),
        ({1: 1, 2: 1}, {}, 1, 2),
        ({1: 1, 999: 1}, {}, 1, 1),
        ({999: 1}, {1: 2}, 999, 1),
        ({2: 2}, {1: 1}, 2, 2),
    ],
)
def test_the_rule(tmp_path: Path, answered: dict[int, int], begun: dict[int, int], compared: int, begins: int) -> None:
    for teams, said in ((answered, SAID), (begun, {})):
        for number, count in teams.items():
            names = [team.id for team in small().teams][:count]
            handed_in(tmp_path, [in_round(number, name, said) for name in names])
    gathered = gather([tmp_path], small())
    assert (gathered.round_to_compare, gathered.round_to_answer) == (compared, begins)


def test_several_people_of_one_team_are_one_team(tmp_path: Path) -> None:
    handed_in(tmp_path, [in_round(1, team, answers) for team, answers in FIRST.items()])
    handed_in(tmp_path, [in_round(2, "network", SAID, respondent=f"network{place}") for place in range(3)])
    assert gather([tmp_path], small()).round_to_compare == 1


def test_a_tally_counts_as_the_teams_in_it(command: Command, own: Path, place: Path) -> None:
    handed_in(place / "second", [in_round(2, team, answers) for team, answers in FIRST.items()])
    handed_in(place / "workspace", first_round())
    command("-q", own, "export", "--tally", "second", "-o", "workspace/sent.toml")
    assert gather([place / "workspace"], small()).round_to_compare == 2


@pytest.mark.usefixtures("workspace")
def test_one_file_of_a_later_round_is_named_and_changes_nothing(command: Command, own: Path) -> None:
    before = command("-q", own, "compare")
    a_stranger()
    said = command("-q", own, "compare")
    assert (said.code, said.out) == (0, before.out)
    assert said.messages == [
        "Round 1 is compared; round 999 was begun by one team and is left out: name it with --round 999."
    ]


@pytest.mark.usefixtures("workspace")
def test_all_that_is_left_out_is_said_in_one_sentence(command: Command, own: Path, place: Path) -> None:
    handed_in(place / "workspace", [in_round(number, *said) for number in (2, 3) for said in FIRST.items()])
    a_stranger(7)
    assert command("-q", own, "compare").messages == [
        "Round 3 is compared; 3 files of other rounds left out; "
        "round 7 was begun by one team and is left out: name it with --round 7."
    ]
    a_stranger(9)
    assert command("-q", own, "compare", "--against", "1").messages == [
        "Round 3 is compared; 3 files of other rounds left out; rounds 7 and 9 were begun by one team each "
        "and are left out: name one of them with --round."
    ]


@pytest.mark.usefixtures("workspace")
def test_of_very_many_rounds_only_the_first_are_listed(command: Command, own: Path) -> None:
    for number in range(900, 910):
        a_stranger(number)
    assert "rounds 900, 901, 902 and 7 more were begun by one team each" in command("-q", own, "compare").err


@pytest.mark.usefixtures("workspace")
def test_a_later_round_can_still_be_asked_for(command: Command, own: Path) -> None:
    a_stranger()
    said = command("-q", own, "compare", "--round", "999", "--against", "1")
    assert (said.code, said.err) == (0, "")
    assert "round 999" in said.out.splitlines()[0]


@pytest.mark.parametrize("verb", [("export", "-o", "out.toml"), ("gate", "--template", "out.toml")])
@pytest.mark.usefixtures("workspace")
def test_export_and_gate_go_by_the_same_round(command: Command, own: Path, verb: tuple[str, ...]) -> None:
    a_stranger()
    said = command("-q", own, *verb)
    assert "Round 1 is compared; round 999 was begun by one team" in said.messages[0]
    document = tomllib.loads(Path("out.toml").read_text(encoding="utf-8"))
    assert document.get("pilot", document)["round"] == 1


def begun(workspace: Path, team: str) -> set[int]:
    """The rounds in which a team has files."""
    return {tomllib.loads(path.read_text())["respondent"]["round"] for path in workspace.glob(f"{team}--*.toml")}


@pytest.mark.parametrize("only", [AGENDA, None])
def test_what_is_contested_is_taken_up_in_the_round_after_the_one_compared(
    command: Command, own: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch, only: tuple[str, ...] | None
) -> None:
    handed_in(workspace, [in_round(999, "network", SAID, only=only)])
    monkeypatch.setattr("sys.stdin", io.StringIO())
    said = command("-q", own, "assess", "--plain", "--team", "endpoint", "--contested")
    assert said.messages == ["4 questions are on the agenda of round 1; this is round 2."]
    assert begun(workspace, "endpoint") == {1, 2}


@pytest.mark.parametrize(("rounds", "begins"), [((999,), 1), ((2,), 2), ((2, 3, 999), 3)])
def test_new_answers_from_the_command_line_join_the_round_under_way(
    command: Command,
    own: Path,
    workspace: Path,
    monkeypatch: pytest.MonkeyPatch,
    rounds: tuple[int, ...],
    begins: int,
) -> None:
    for number in rounds:
        a_stranger(number, "security")
    monkeypatch.setattr("sys.stdin", io.StringIO())
    for more in ((), ("--new",)):
        assert command("-q", own, "assess", "--plain", "--team", "network", *more).code == 0
    assert begun(workspace, "network") == {begins}


def test_the_help_says_which_round_is_compared(command: Command) -> None:
    for verb in ("compare", "export", "gate"):
        said = " ".join(command(verb, "--help").out.split())
        assert "the round to compare (default: the latest that two teams have answered)" in said


def test_a_folder_of_one_team_in_two_rounds_begins_with_the_first(command: Command, own: Path, place: Path) -> None:
    put(place / "workspace" / "note.txt", "not a response")
    for number in (1, 2):
        a_stranger(number)
    said = command("-q", own, "compare")
    assert "round 1" in said.out.splitlines()[0]
    assert said.messages == [
        "Round 1 is compared; round 2 was begun by one team and is left out: name it with --round 2."
    ]
