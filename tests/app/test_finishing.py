"""The end of the questions: review, finish, and what a later change does."""

from __future__ import annotations

from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import ANSWERS, answering, at_home, saved, saved_answers


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


async def test_a_finished_answer_of_somebody_else_is_changed_only_by_who_says_that_it_is_theirs(
    teams: Workspace,
) -> None:
    before = {path.name: path.read_bytes() for path in ANSWERS.glob("*.toml")}
    async with at_home(teams) as person:
        await person.press("f", "enter", "b")
        assert "I am this person: change the answers of Endpoint, endpoint1" in person.sees()
        await person.press("1", "b", "escape")
        assert person.screen == "ReviewScreen", "who only looks stays where nothing is changed"
        assert {path.name: path.read_bytes() for path in ANSWERS.glob("*.toml")} == before
        await person.press("b", "2")
        assert person.screen == "AnsweringScreen"


async def test_the_list_of_all_questions_shows_the_answer_beside_each(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "o")
        lines = [line for line in person.sees().splitlines() if "Licences" in line or "Approvals" in line]
        assert any("Met" in line for line in lines)
        assert any("open" in line for line in lines)
