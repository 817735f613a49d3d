"""A later round by keyboard: what the screen shows of the one before, and what one key gives again."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.app.app import MaturityApp
from maturity.app.screens.choose_items import ChooseItemsDialog
from maturity.files.workspace import Workspace
from maturity.rounds.resuming import begin_again
from maturity.rounds.stood import stood_before
from questionnaires import Answer
from tests.given.decisions import MOMENT
from tests.given.person import ANSWERS, at_home, sitting_at
from tests.given.rounds import FIRST, first_round, handed_in, in_round
from tests.given.snapshots import TextSnapshot
from tests.rounds.test_agenda_items import DECIDED


def begun() -> dict[str, Any]:
    """What the one file of the second round holds."""
    (path,) = ANSWERS.glob("*--r2.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def first(question: str) -> dict[str, Any]:
    """Endpoint's answer of the first round, as a file holds it."""
    return FIRST["endpoint"][question].model_dump(exclude_none=True, exclude_defaults=True)


async def test_enter_gives_an_answer_again_is_saved_before_the_next_shows_and_u_takes_it_back(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "a", "1", "enter")
        assert "Who pauses?" not in person.sees()
        assert begun()["answers"] == {"ownership.pause": first("ownership.pause")}
        await person.press("enter")
        assert begun()["answers"]["control.release"] == first("control.release")
        await person.press("u")
        assert "Took back: control needed “Three”; control wanted “Two”; it is open again." in person.sees()
        assert list(begun()["answers"]) == ["ownership.pause"]
        await person.press("5", "pagedown", "pagedown")
        assert begun()["answers"]["control.release"] == {"needed": 5}, "leafing through confirms nothing"
        await person.press("b", "enter")
        assert begun()["answers"]["control.release"] == {"needed": 5, "wanted": 2}
        assert "What asks for a need this high?" in person.sees()


async def test_esc_leads_back_to_the_round_that_one_was_answering_and_enter_goes_on_with_it(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f", "a", "1", "enter", "escape")
        assert person.screen == "HomeScreen"
        await person.press("enter")
        assert "Endpoint · round 2 · question 2 of 4" in person.sees()
        await person.press("escape", "f", "f", "down", "r", "v", "escape")
        await person.press("enter")
        assert person.screen == "ReviewScreen", "the response one looked at last is the one that Enter opens"


async def test_question_scale_own_answer_teams_and_decision_stand_on_one_small_screen(
    examples: Workspace, snapshot: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: MOMENT)
    looks = snapshot.use_extension(TextSnapshot)
    fingerprint = examples.questionnaire.fingerprint
    words = DECIDED.format(fingerprint=fingerprint).replace('"small"', '"windows-autopatch"')
    words = words.replace("ownership.pause", "ownership.customer_pause").replace("risk.taste", "risk_appetite.novelty")
    (ANSWERS / "decisions.toml").write_text(words, encoding="utf-8")
    async with at_home(examples) as person:
        await person.press("f", "end", "up", "a")
        assert await person.looks() == looks(name="choice")
        await person.press("4", "space", *("down",) * 4, "space", *("down",) * 7, "space")
        assert isinstance(person.app.screen, ChooseItemsDialog)
        assert await person.looks() == looks(name="chosen")
        await person.press("enter", "enter")
        assert await person.looks() == looks(name="owner")
        await person.press("enter")
        assert await person.looks() == looks(name="control")
    assert len(begun()["respondent"]["only"]) == 3


async def test_a_key_of_ones_own_for_going_on_confirms_as_well(teams: Workspace) -> None:
    file = begin_again(teams, teams.read().files[0], 2)
    async with sitting_at(MaturityApp(teams, file, own_keys={"answering-next": "z"})) as person:
        await person.press("pagedown", "b")
        assert begun()["answers"] == {}
        await person.press("z")
    assert begun()["answers"] == {"ownership.pause": first("ownership.pause")}


async def test_what_was_not_known_is_marked_as_well_and_can_be_given_again(workspace: Workspace) -> None:
    unsure = in_round(1, "endpoint", {**FIRST["endpoint"], "risk.attitude": Answer(position="dont_know")})
    handed_in(ANSWERS, [unsure, *first_round()[1:]])
    async with at_home(workspace) as person:
        await person.press("f", "a", "1", "enter", "enter")
        assert "▸  ◂ your answer in round 1, don't know" in person.sees(), "the mark is on what Enter confirms"
        await person.press("enter")
    assert begun()["answers"]["risk.attitude"] == {"position": "dont_know"}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_results_that_were_sent_show_the_teams_also_to_who_has_no_answers_here(
    teams: Workspace, size: tuple[int, int]
) -> None:
    stood = stood_before(teams.read(), teams.questionnaire, 2)
    (ANSWERS / "security--security1--r1.toml").unlink()
    (ANSWERS / "operations--operations1--r1.toml").unlink()
    file = begin_again(teams, teams.read().files[0], 2)
    async with sitting_at(MaturityApp(teams, file, stood=stood), size) as person:
        assert "The teams in round 1  Endpoint, Security say Endpoint" in person.sees()
        await person.press("escape")
        assert person.screen == "HomeScreen"
        await person.press("enter")
        assert "The teams in round 1  Endpoint, Security say Endpoint" in person.sees()
