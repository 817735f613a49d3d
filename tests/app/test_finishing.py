"""The end of the questions: review, finish, and what a later change does."""

from __future__ import annotations

from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import answering, saved, saved_answers


async def test_review_opens_a_question_and_f_finishes(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences", depth=Depth.CORE) as person:
        await person.press("d", "enter")
        assert person.screen == "ReviewScreen"
        assert "9 of 10 questions are open." in person.sees()
        await person.press("f")
        assert "Finished. Thank you. 9 of 10 questions are open." in person.sees()
        await person.press("end", "enter")
        assert "Everybody has a licence." in person.sees()
        await person.press("1", "enter", "f")
        assert "Finished. Thank you." in person.sees()
        assert "completed" in saved()["respondent"]
    assert saved_answers() == {"readiness.licences": {"status": "met"}}


async def test_a_change_after_finishing_makes_the_answers_unfinished_again(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "enter", "f")
        assert "completed" in saved()["respondent"]
        await person.press("b", "2", "enter")
        assert "not finished" in person.sees()
    assert "completed" not in saved()["respondent"]


async def test_looking_at_a_finished_response_leaves_it_finished(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "enter", "f", "b", "b", "b", "escape")
        assert person.screen == "HomeScreen"
        await person.press("enter")
        assert person.screen == "ReviewScreen", "a finished response opens on its review"
    assert "completed" in saved()["respondent"]


async def test_the_review_shows_the_profile_of_the_own_team(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "enter", "p")
        assert "Endpoint · profile" in person.sees()
        await person.press("escape")
        assert person.screen == "ReviewScreen"
        await person.press("escape")
        assert person.screen == "HomeScreen"
