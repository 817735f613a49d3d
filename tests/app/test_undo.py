"""Taking back, and answers that take the place of others: every journey ends in the saved file."""

from __future__ import annotations

from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import answering, at_home, saved, saved_answers


async def test_u_takes_back_one_change_after_the_other_at_its_question(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("1", "enter", "s", "f", "n")
        await person.type("Hm.")
        await person.press("f4", "enter", "d")
        assert "question 3 of 15" in person.sees()
        await person.press("u")
        assert "Took back: “don't know”; it is open again." in person.sees()
        assert "question 3 of 15" in person.sees()
        await person.press("u")
        assert "Took back: the note." in person.sees()
        assert "question 2 of 15" in person.sees()
        await person.press("u")
        assert "Took back: the flag." in person.sees()
        assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}, "ownership.deploy": {"owner": "endpoint"}}
        await person.press("u", "u", "u")
        assert "question 1 of 15" in person.sees()
    assert saved_answers() == {}


async def test_a_digit_on_an_answered_question_says_what_was_there_and_u_brings_it_back(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("1")
        assert "It was answered" not in person.sees()
        await person.press("2")
        assert "▲ It was answered: “Endpoint”. u takes the change back." in person.sees()
        assert saved_answers() == {"ownership.pause": {"owner": "operations"}}
        await person.press("u")
        assert "Took back: “Operations”; “Endpoint” stands again." in person.sees()
        assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}
        await person.press("enter")
        assert "Took back" not in person.sees()
    assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}


async def test_of_several_columns_the_one_that_changed_is_named(workspace: Workspace) -> None:
    async with answering(workspace, "control.minor", size=(100, 40)) as person:
        await person.press("2", "1", "left", "left", "3")
        assert "It was answered: control needed “Two”." in person.sees()
    assert saved_answers() == {"control.minor": {"needed": 3, "wanted": 1}}


async def test_what_was_answered_before_this_sitting_is_not_taken_back(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("1", "escape", "enter", "u", "f", "u", "u")
    assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}


async def test_u_goes_on_taking_back_after_a_look_at_the_review(workspace: Workspace) -> None:
    async with answering(workspace, "readiness.licences") as person:
        await person.press("1", "enter")
        assert person.screen == "ReviewScreen"
        await person.press("b", "u")
        assert "Took back: “Met”" in person.sees()
    assert saved_answers() == {}


async def test_a_note_that_was_saved_many_times_is_taken_back_at_once(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("n")
        for letter in "abc":
            await person.type(letter)
            person.app.screen.hand_over()  # type: ignore[attr-defined]
        assert saved_answers() == {"ownership.pause": {"note": "abc"}}
        await person.press("f4", "u")
    assert saved_answers() == {}


async def test_with_more_questions_enter_leads_past_what_is_answered(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1", "enter", "3", "enter", "2", "o", "end", "enter", "enter", "1", "enter", "m")
        seen = []
        while person.screen == "AnsweringScreen":
            await person.read_rule()
            seen.append(person.app.screen.question.id)  # type: ignore[attr-defined]
            await person.press("enter")
        assert len(seen) == len(set(seen)) == 12
        assert not {"ownership.pause", "ownership.deploy", "readiness.licences"}.intersection(seen)
    assert saved()["respondent"]["depth"] == "full"
    assert len(saved_answers()) == 3


async def test_the_review_goes_from_one_open_question_to_the_next_and_keeps_its_place(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause", depth=Depth.CORE) as person:
        await person.press("1", "o", "end", "enter", "enter", "d", "enter")
        assert person.screen == "ReviewScreen"
        await person.press("down", "down", "enter")
        await person.read_rule()
        at = person.app.screen.question.id  # type: ignore[attr-defined]
        await person.press("escape")
        assert person.screen == "ReviewScreen"
        assert person.app.screen.marked == at, "esc leads back to the same line"  # type: ignore[attr-defined]
        await person.press("enter", "1", "1", "enter")
        assert person.screen == "AnsweringScreen"
        assert person.app.screen.question.id != at, "on to the next open one"  # type: ignore[attr-defined]
        await person.press("escape", "end", "enter")
        assert "Everybody has a licence." in person.sees()
        await person.press("1", "enter")
        assert person.screen == "ReviewScreen", "what was answered already leads back"
    assert saved_answers()["readiness.licences"] == {"status": "met"}
    assert at in saved_answers()


async def test_g_stands_in_the_footer(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.deploy") as person:
        assert "g Open" in await person.footer()


async def test_jumping_into_the_middle_of_a_section_shows_its_rule_once(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("1", "o", "end", "up", "enter")
        assert "Read this first." in person.sees()
        await person.press("2")
        assert len(saved_answers()) == 1, "no digit is about a question that does not show yet"
        await person.press("enter", "2", "o", "enter")
        assert "Read this first." not in person.sees()
    assert len(saved_answers()) == 2


async def test_the_name_field_leads_back_to_the_teams_and_keeps_the_name(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        for key in ("enter", "escape", "up"):
            await person.press("n", "tab")
            await person.type("Kim 3")
            assert "Enter, ↑ or Esc: back to the teams" in person.sees()
            await person.press(key)
            assert "digit: begin" in person.sees()
            assert "Kim 3" in person.sees()
            if key != "up":
                await person.press("escape")
        await person.press("3")
    assert (saved()["respondent"]["team"], saved()["respondent"]["name"]) == ("security", "Kim 3")


async def test_what_was_taken_back_is_said_whole_on_a_small_screen(autopatch: Workspace) -> None:
    async with answering(autopatch, "control.monthly_release") as person:
        await person.press("4", "5", "u")
        said = " ".join((await person.looks()).split())
        assert "Took back: control wanted “Nothing happens until we say yes”; it is open again." in said
