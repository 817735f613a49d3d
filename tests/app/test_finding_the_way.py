"""Moving among the questions: back, the list, the next open one, leaving and coming back, and the way to the end."""

from __future__ import annotations

from maturity.files.workspace import Workspace
from questionnaires import questions_for
from tests.given.person import answering, at_home, saved, saved_answers, the_file


async def test_b_goes_back_and_g_to_the_next_open_question(workspace: Workspace) -> None:
    async with answering(workspace) as person:
        await person.press("1", "enter", "b")
        assert "question 1 of" in person.sees()
        await person.press("2", "g", "1")
    assert saved_answers() == {"ownership.pause": {"owner": "operations"}, "ownership.deploy": {"owner": "endpoint"}}


async def test_the_list_shows_what_is_answered_and_jumps(workspace: Workspace) -> None:
    async with answering(workspace) as person:
        await person.press("1", "f", "o")
        assert person.screen == "ChooseDialog"
        assert "◉ Pausing" in person.sees()
        assert "▲ flagged" in person.sees()
        assert "○ Deploying" in person.sees()
        await person.press("down", "down", "down", "down", "enter", "enter", "2", "3")
    assert saved_answers()["control.release"] == {"needed": 2, "wanted": 3}


async def test_the_list_can_be_left_without_jumping(workspace: Workspace) -> None:
    async with answering(workspace, "risk.attitude") as person:
        await person.press("o", "down", "escape")
        assert "Which risk would we rather carry?" in person.sees()


async def test_one_comes_back_to_the_question_one_left(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1", "enter", "1", "enter", "enter", "enter", "3", "escape")
        assert person.screen == "HomeScreen"
        await person.press("enter")
        assert "question 3 of 10" in person.sees()
    async with at_home(Workspace(workspace.folder, workspace.questionnaire)) as person:
        await person.press("enter", "2")
        assert "question 3 of 10" in person.sees()
    assert saved()["respondent"]["at"] == "control.release"
    assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}, "control.release": {"needed": 3, "wanted": 2}}


async def test_the_core_questions_take_a_press_for_each_column_each_question_and_each_section(
    autopatch: Workspace,
) -> None:
    presses = 0
    begun: set[str] = set()
    async with at_home(autopatch) as person:
        await person.press("n", "1")
        questions = questions_for(autopatch.read().files[0].response, autopatch.questionnaire)
        for question in questions:
            is_first = question.section not in begun
            begun.add(question.section)
            keys = [*(["enter"] if is_first else []), *("2" for _ in question.facets), "enter"]
            await person.press(*keys)
            presses += len(keys)
        assert person.screen == "ReviewScreen"
        assert "Everything is answered." in person.sees()
    assert presses == sum(len(question.facets) + 1 for question in questions) + len(begun)
    answers = saved_answers()
    assert list(answers) == [question.id for question in questions]
    assert all(set(answers[question.id]) == {facet.value for facet in question.facets} for question in questions)


async def test_keys_that_arrive_together_answer_the_questions_they_were_meant_for(workspace: Workspace) -> None:
    async with answering(workspace) as person:
        await person.press_at_once("1", "enter", "2", "enter", "3", "enter", "4")
    owners = {question: answer["owner"] for question, answer in saved_answers().items()}
    assert owners == {
        "ownership.pause": "endpoint",
        "ownership.deploy": "operations",
        "ownership.marked": "security",
        "ownership.retired": "network",
    }


async def test_digits_that_arrive_together_answer_the_columns_in_turn(workspace: Workspace) -> None:
    async with answering(workspace, "future.approvals") as person:
        await person.press_at_once("0", "2", "4")
    assert saved_answers() == {"future.approvals": {"today": 0, "in_12_months": 2, "in_24_months": 4}}


async def test_f3_asks_all_questions_and_a_typed_name_stays_in_the_file(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "f3", "tab")
        await person.type("Zoë [b]2[/b]")
        await person.press("enter", "1")
        assert "question 1 of 15" in person.sees()
    respondent = saved()["respondent"]
    assert (respondent["depth"], respondent["name"]) == ("full", "Zoë [b]2[/b]")


async def test_f3_again_asks_the_core_questions(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "f3", "f3", "down", "enter")
        assert "Operations · question 1 of 10" in person.sees()


async def test_nothing_is_written_before_a_team_is_chosen(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "escape")
        assert person.screen == "HomeScreen"
    assert not workspace.folder.exists()


async def test_a_round_of_its_own_continues_in_the_file_it_was_begun_in(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1", "2", "escape", "enter", "3", "escape")
    assert the_file().name == "endpoint--abcdefgh--r1.toml"
