"""Answering: each kind of question by keyboard, and what the file holds afterwards."""

from __future__ import annotations

import pytest

from maturity.files.workspace import Workspace
from tests.given.person import answering, at_home, saved, saved_answers


async def test_a_digit_on_the_list_of_teams_begins_and_asks_the_first_question(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "3")
        assert person.screen == "AnsweringScreen"
        assert "Security · question 1 of 10" in person.sees()
    respondent = saved()["respondent"]
    assert (respondent["team"], respondent["depth"], respondent["round"]) == ("security", "core", 1)
    assert "completed" not in respondent


@pytest.mark.parametrize(
    ("question", "keys", "answer"),
    [
        ("ownership.pause", "3", {"owner": "security"}),
        ("control.release", "32", {"needed": 3, "wanted": 2}),
        ("risk.hours_to_stop", "3", {"position": 3}),
        ("future.approvals", "024", {"today": 0, "in_12_months": 2, "in_24_months": 4}),
        ("readiness.licences", "2", {"status": "partly"}),
    ],
)
async def test_digits_answer_every_kind_of_question(
    workspace: Workspace, question: str, keys: str, answer: dict[str, object]
) -> None:
    async with answering(workspace, question) as person:
        await person.press(*keys)
        said = " ".join(person.sees().split())
        assert "Chosen: " in said
        assert "Enter goes to the " in said
    assert saved_answers() == {question: answer}


async def test_every_key_of_answering_ends_in_the_file(workspace: Workspace) -> None:
    """What each leads to is shown on values; here, that every key reaches the interview."""
    async with answering(workspace, "ownership.pause") as person:
        await person.press("s", "4", "f", "enter", "s", "enter", "d", "enter", "1", "x", "enter")
        await person.read_rule()
        assert "How much control over releasing?" in person.sees()
        await person.press("4", "5")
        assert "What asks for a need this high?" in person.sees()
        await person.press("2")
        assert "Basis of your need: Judgement" in person.sees()
        await person.press("enter", "a", "enter", "4", "enter")
        assert "Only partly answered." in person.sees()
        await person.press("enter", "enter", "1", "5")
    async with at_home(workspace) as person:
        await person.press("enter", "o", "end", "up", "enter", "enter")
        await person.press("right", "right", "5", "left", "left", "left", "1")
    assert saved_answers() == {
        "ownership.pause": {"owner": "network", "flag": True},
        "ownership.deploy": {"owner": "network"},
        "ownership.marked": {"owner": "dont_know"},
        "control.release": {"needed": 4, "basis": "judgement", "wanted": 5},
        "control.unclear": {"needed": "not_applicable", "wanted": "not_applicable"},
        "control.minor": {"needed": 4},
        "risk.attitude": {"position": 5},
        "future.approvals": {"today": 1, "in_24_months": 5},
    }


@pytest.mark.parametrize("confirm", ["space", "enter"])
async def test_arrows_lead_to_an_option_and_space_or_enter_chooses_it(workspace: Workspace, confirm: str) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("down", "down", "up", "down", confirm)
        assert "question 1 of" in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_a_digit_that_stands_for_no_option_is_ignored(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("7")
    assert saved_answers() == {}
