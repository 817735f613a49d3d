"""The next round at the command line: only what is on the agenda, by the same people, from nothing."""

from __future__ import annotations

import io
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from questionnaires import Answer
from questionnaires.words import Depth
from tests.given.commands import Command
from tests.given.files import Outcome, snapshot_of
from tests.given.rounds import AGENDA, FIRST, SECOND, first_round, handed_in, in_round, second_round

Assess = Callable[..., Outcome]

ON_THE_AGENDA: Final = "4 questions are on the agenda of round 1; this is round 2."


@pytest.fixture
def workspace(place: Path) -> Path:
    """A workspace with the answers of the first round."""
    handed_in(place / "workspace", first_round())
    return place / "workspace"


@pytest.fixture
def assess(command: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> Assess:
    """Takes up what is contested, with these lines typed, then closes the input."""

    def run(*options: str | Path, typed: tuple[str, ...] = (), results: str | Path | None = None) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        by = [] if results is None else [results]
        return command("-q", own, "assess", "--plain", *options, "--contested", *by)

    return run


def saved(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def of_round(number: int, folder: Path) -> dict[str, dict[str, Any]]:
    """The files of a round by the respondent's id."""
    documents = [saved(path) for path in folder.glob("*.toml")]
    return {one["respondent"]["id"]: one for one in documents if one["respondent"]["round"] == number}


def test_the_next_round_begins_empty_with_the_same_person_and_what_is_on_the_agenda(
    assess: Assess, workspace: Path
) -> None:
    before = snapshot_of(workspace)
    said = assess("--team", "endpoint")
    assert (said.code, said.messages) == (0, [ON_THE_AGENDA])
    begun = saved(workspace / "endpoint--endpoint1--r2.toml")
    assert begun["respondent"]["only"] == list(AGENDA)
    assert {key: begun["respondent"][key] for key in ("id", "team", "round", "depth")} == {
        "id": "endpoint1",
        "team": "endpoint",
        "round": 2,
        "depth": "full",
    }
    assert begun["answers"] == {}
    assert {name: data for name, data in snapshot_of(workspace).items() if name in before} == before


def test_a_plain_walk_through_what_is_contested_ends_in_the_file(assess: Assess, workspace: Path) -> None:
    said = assess("--team", "endpoint", typed=("1", "3", "2", "4", "0"))
    assert "Endpoint, round 2, 4 questions." in said.out
    assert "Finished." in said.out
    assert "are open" not in said.out
    document = saved(workspace / "endpoint--endpoint1--r2.toml")
    assert document["answers"] == {
        "ownership.pause": {"owner": "endpoint"},
        "control.release": {"needed": 3, "wanted": 2},
        "risk.attitude": {"position": 4},
        "risk.taste": {"position": 0},
    }
    assert "completed" in document["respondent"]


def test_a_team_is_asked_only_what_it_is_asked_at_all(assess: Assess, workspace: Path) -> None:
    said = assess("--team", "security", typed=("1", "3", "3", "5"))
    assert "Security, round 2, 3 questions." in said.out
    assert "Finished." in said.out
    assert list(saved(workspace / "security--security1--r2.toml")["answers"]) == list(AGENDA[:3])


def test_a_person_keeps_the_depth_and_is_asked_only_what_belongs_to_it(assess: Assess, place: Path) -> None:
    core = in_round(1, "endpoint", FIRST["endpoint"], depth=Depth.CORE)
    handed_in(place / "workspace", [core, *first_round()[1:]])
    assert "Endpoint, round 2, 3 questions." in assess("--team", "endpoint").out
    assert of_round(2, place / "workspace")["endpoint1"]["respondent"]["depth"] == "core"


def test_a_name_is_kept_across_rounds(assess: Assess, place: Path) -> None:
    first, *others = first_round()
    named = first.model_copy(update={"respondent": first.respondent.model_copy(update={"name": "Ingrid"})})
    handed_in(place / "workspace", [named, *others])
    assess("--team", "endpoint")
    assert of_round(2, place / "workspace")["endpoint1"]["respondent"]["name"] == "Ingrid"


def test_a_round_that_others_have_begun_is_joined(assess: Assess, workspace: Path) -> None:
    assess("--team", "endpoint", typed=("1", "3", "2", "2", "0"))
    said = assess("--team", "operations", typed=("1", "1", "1", "5", "5"))
    assert said.messages == [ON_THE_AGENDA]
    assess("--team", "security")
    found = of_round(2, workspace)
    assert set(found) == {"endpoint1", "operations1", "security1"}
    assert [one["respondent"]["only"] for one in found.values()] == [list(AGENDA)] * 3
    assert of_round(3, workspace) == {}


def test_coming_back_continues_where_one_stopped(assess: Assess, workspace: Path) -> None:
    assess("--team", "endpoint", typed=("1",))
    said = assess("--team", "endpoint", typed=("3", "2", "4", "0"))
    assert "Question 2 of 4." in said.out
    assert "Question 1 of 4." not in said.out
    assert len(saved(workspace / "endpoint--endpoint1--r2.toml")["answers"]) == 4


def test_whoever_has_finished_is_not_asked_again_by_accident(assess: Assess, workspace: Path) -> None:
    assess("--team", "endpoint", typed=("1", "3", "2", "4", "0"))
    before = snapshot_of(workspace)
    said = assess("--team", "endpoint", typed=("2",))
    assert (said.code, said.out) == (2, "")
    assert "Somebody of this team has finished already: endpoint1 (endpoint, round 2, finished 2026-" in said.err
    assert snapshot_of(workspace) == before


def test_whoever_has_finished_can_come_back_by_name_of_the_id(assess: Assess, workspace: Path) -> None:
    assess("--team", "endpoint", typed=("1", "3", "2", "4", "0"))
    assert assess("--respondent", "endpoint1", typed=("b", "b", "b", "2")).code == 0
    assert len(of_round(2, workspace)) == 1


def test_a_third_round_takes_up_what_the_second_left(assess: Assess, workspace: Path) -> None:
    settled = {"risk.taste": Answer(position=3)}
    handed_in(
        workspace, [in_round(2, team, {**SECOND[team], **settled}, only=AGENDA) for team in ("endpoint", "operations")]
    )
    said = assess("--team", "endpoint", "--round", "3")
    assert said.messages == ["3 questions are on the agenda of round 2; this is round 3."]
    assert of_round(3, workspace)["endpoint1"]["respondent"]["only"] == list(AGENDA[:3])


def test_a_round_of_one_team_has_no_agenda_and_the_one_before_it_counts(assess: Assess, workspace: Path) -> None:
    handed_in(workspace, second_round()[:1])
    assert assess("--team", "endpoint", "--round", "3").messages == [ON_THE_AGENDA.replace("round 2", "round 3")]


def test_whoever_names_nobody_that_is_there_is_told_who_is(assess: Assess, workspace: Path) -> None:
    unknown = assess("--respondent", "zzzz", "--team", "security")
    assert unknown.messages[-1].endswith(
        "; to go on as somebody who has answered, --respondent, one of "
        "security1 (security, round 1, finished 2026-11-21)."
    )
    assert "endpoint1 (endpoint, round 1, finished " in assess().messages[-1]


def test_of_several_people_of_a_team_one_has_to_say_who(assess: Assess, workspace: Path) -> None:
    handed_in(workspace, [in_round(1, "endpoint", FIRST["endpoint"], respondent="endpoint2")])
    before = snapshot_of(workspace)
    said = assess("--team", "endpoint")
    assert (said.code, said.out) == (2, "")
    assert said.messages[-1] == (
        "Several people of this team have answered before; say which with --respondent, one of "
        "endpoint1 (endpoint, round 1, finished 2026-11-21), endpoint2 (endpoint, round 1, finished 2026-11-21); "
        "or answer as another person with --new."
    )
    assert snapshot_of(workspace) == before
    assert assess("--respondent", "endpoint2").code == 0
    assert set(of_round(2, workspace)) == {"endpoint2"}


def test_without_team_or_respondent_one_is_asked_for_the_team(assess: Assess, workspace: Path) -> None:
    said = assess()
    assert (said.code, said.out) == (2, "")
    assert said.messages[-1].startswith("Say which team you answer for: --team")


def test_new_begins_as_another_person(assess: Assess, workspace: Path) -> None:
    assert assess("--team", "endpoint", "--new").code == 0
    ((identifier, document),) = of_round(2, workspace).items()
    assert identifier != "endpoint1"
    assert document["respondent"]["only"] == list(AGENDA)


def test_a_team_that_is_new_in_this_round_answers_the_same_questions(assess: Assess, workspace: Path) -> None:
    assert assess("--team", "network").code == 0
    ((_, document),) = of_round(2, workspace).items()
    assert (document["respondent"]["team"], document["respondent"]["only"]) == ("network", list(AGENDA))


def test_with_nothing_on_the_agenda_nothing_begins(assess: Assess, place: Path) -> None:
    alike = {"risk.soak": Answer(position=2)}
    handed_in(place / "workspace", [in_round(1, team, alike) for team in ("endpoint", "security")])
    before = snapshot_of(place)
    said = assess("--team", "endpoint")
    assert (said.code, said.out) == (2, "")
    assert said.messages == ["Nothing is on the agenda of round 1, so nothing is left to settle."]
    assert snapshot_of(place) == before


@pytest.mark.parametrize("teams", [0, 1])
def test_with_fewer_than_two_teams_the_results_are_asked_for(assess: Assess, place: Path, teams: int) -> None:
    if teams:
        handed_in(place / "workspace", first_round()[:1])
    said = assess("--team", "endpoint")
    assert (said.code, said.out, len(said.messages)) == (2, "", 1)
    assert "holds no earlier round of two teams" in said.err
    assert "--contested results.toml" in said.err
    assert len(list((place / "workspace").glob("*"))) == teams


def test_after_the_last_round_that_there_can_be_nothing_begins(assess: Assess, place: Path) -> None:
    handed_in(place / "workspace", [in_round(999, team, answers) for team, answers in FIRST.items()])
    before = snapshot_of(place)
    said = assess("--team", "endpoint")
    assert (said.code, said.out, len(said.messages)) == (2, "", 1)
    assert snapshot_of(place) == before
