"""Answering: each kind of question by keyboard, and what the file holds afterwards."""

from __future__ import annotations

import pytest

from maturity.files.workspace import Workspace
from tests.screens.person import answering, at_home, saved, saved_answers


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
        assert "Answered. Enter goes to" in person.sees()
    assert saved_answers() == {question: answer}


async def test_a_high_need_is_asked_for_its_basis_after_the_other_columns(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("4", "5")
        assert "What asks for a need this high?" in person.sees()
        await person.press("2")
        assert "Basis of your need: Judgement" in person.sees()
    assert saved_answers() == {"control.release": {"needed": 4, "basis": "judgement", "wanted": 5}}


async def test_a_need_that_is_lowered_loses_its_basis(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("4", "5", "2", "left", "left", "left", "3")
        assert "Basis" not in person.sees()
    assert saved_answers() == {"control.release": {"needed": 3, "wanted": 5}}


async def test_the_basis_may_be_left_open(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("4", "5", "enter")
        assert "How much control over this?" in person.sees()
    assert saved_answers() == {"control.release": {"needed": 4, "wanted": 5}}


@pytest.mark.parametrize(("key", "state"), [("d", "dont_know"), ("a", "not_applicable")])
async def test_a_letter_says_that_one_does_not_know_or_that_it_does_not_apply(
    workspace: Workspace, key: str, state: str
) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press(key, "2")
    assert saved_answers() == {"control.release": {"needed": state, "wanted": 2}}


async def test_x_takes_an_answer_back(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("3", "2", "x")
    assert saved_answers() == {"control.release": {"needed": 3}}


async def test_taking_back_the_only_answer_leaves_the_question_open(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("1", "x")
        assert "Answered." not in person.sees()
    assert saved_answers() == {}


async def test_same_names_the_owner_of_the_question_above(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("4", "enter", "s")
    assert saved_answers() == {"ownership.pause": {"owner": "network"}, "ownership.deploy": {"owner": "network"}}


async def test_same_does_nothing_where_nothing_stands_above(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("s")
    assert saved_answers() == {}


@pytest.mark.parametrize("confirm", ["space", "enter"])
async def test_arrows_lead_to_an_option_and_space_or_enter_chooses_it(workspace: Workspace, confirm: str) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("down", "down", "up", "down", confirm)
        assert "question 1 of" in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_enter_without_arrows_goes_on_and_chooses_nothing(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("enter")
        assert "question 2 of" in person.sees()
    assert saved_answers() == {}


async def test_left_and_right_go_between_the_columns(workspace: Workspace) -> None:
    async with answering(workspace, "future.approvals") as person:
        await person.press("right", "right", "5", "left", "left", "left", "1")
    assert saved_answers() == {"future.approvals": {"today": 1, "in_24_months": 5}}


async def test_a_digit_that_stands_for_no_option_is_ignored(workspace: Workspace) -> None:
    async with answering(workspace, "control.release") as person:
        await person.press("7")
    assert saved_answers() == {}


async def test_an_answer_can_be_changed(workspace: Workspace) -> None:
    async with answering(workspace, "risk.attitude") as person:
        await person.press("1", "5")
    assert saved_answers() == {"risk.attitude": {"position": 5}}
