"""Before a section's first question its rule is read: by keyboard, at every size, and never in the way."""

from __future__ import annotations

import pytest

from maturity.files.workspace import Workspace
from questionnaires.words import Facet
from tests.given.person import answering, at_home, saved_answers

SIZES = [(60, 16), (80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_rule_shows_whole_before_the_first_question(autopatch: Workspace, size: tuple[int, int]) -> None:
    async with answering(autopatch, size=size, at_rule=True) as person:
        said = " ".join(person.sees().replace("│", " ").split())
        section = autopatch.questionnaire.sections[0]
        assert section.question in said
        assert section.about in said
        assert "Enter goes to the first of its" in said


async def test_digits_choose_nothing_before_the_rule_is_read(workspace: Workspace) -> None:
    async with answering(workspace, at_rule=True) as person:
        await person.press("2", "d", "f", "space", "1", "x")
        assert saved_answers() == {}
        await person.press("enter", "3")
    assert saved_answers() == {"ownership.pause": {"owner": "security"}}


async def test_enter_and_a_digit_in_one_breath_answer_the_question(workspace: Workspace) -> None:
    async with answering(workspace, at_rule=True) as person:
        await person.press_at_once("enter", "3", "enter", "2")
    owners = {question: answer["owner"] for question, answer in saved_answers().items()}
    assert owners == {"ownership.pause": "security", "ownership.deploy": "operations"}


async def test_escape_leaves_from_the_rule_as_from_a_question(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1")
        assert "Read this first." in person.sees()
        await person.press("escape")
        assert person.screen == "HomeScreen"


async def test_the_arrows_scroll_a_rule_that_does_not_fit(workspace: Workspace) -> None:
    long = " ".join(f"word{number}" for number in range(80))
    first, *others = workspace.questionnaire.sections
    sections = (first.model_copy(update={"about": f"{long} the end"}), *others)
    questionnaire = workspace.questionnaire.model_copy(update={"sections": sections})
    del questionnaire.__dict__["section_by_id"]
    async with answering(Workspace(workspace.folder, questionnaire), size=(60, 16), at_rule=True) as person:
        assert "the end" not in person.sees()
        await person.press(*["down"] * 12)
        assert "the end" in await person.looks()


@pytest.mark.parametrize("size", SIZES)
async def test_help_of_a_question_gives_the_question_and_the_rule_of_its_section(
    autopatch: Workspace, size: tuple[int, int]
) -> None:
    async with answering(autopatch, "ownership.customer_pause", size=size) as person:
        await person.press("question_mark")
        section = autopatch.questionnaire.section_by_id["ownership"]
        said = " ".join(person.sees().replace("│", " ").split())
        assert f"Section: {section.title}" in said
        assert section.question in said


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_stands_apart_from_a_quantity_and_the_choice_is_said_with_its_unit(
    workspace: Workspace, size: tuple[int, int]
) -> None:
    async with answering(workspace, "risk.hours_to_stop", size=size) as person:
        scale = workspace.questionnaire.scale_of(
            workspace.questionnaire.question_by_id["risk.hours_to_stop"], Facet.POSITION
        )
        assert f"[3] {scale.options[3].label}" in person.sees()
        await person.press("3")
        assert f"Chosen: {scale.options[3].label}. Enter goes to" in person.sees()


async def test_m_goes_on_with_the_next_larger_set_and_keeps_the_answers(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1", "enter", "3", "o", "end", "enter", "enter", "1", "enter", "f")
        assert person.screen == "ReviewScreen"
        assert "to go on: all questions, 5 more." in person.sees()
        await person.press("m")
        assert person.screen == "AnsweringScreen"
        assert "question 2 of 15" in person.sees()
        await person.press("4", "escape")
    assert saved_answers() == {
        "ownership.pause": {"owner": "security"},
        "ownership.deploy": {"owner": "network"},
        "readiness.licences": {"status": "met"},
    }
