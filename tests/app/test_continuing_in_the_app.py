"""A response to an earlier version on the first screen: continued where its answers mean what they meant."""

from __future__ import annotations

import pytest

from maturity.files.workspace import Workspace
from questionnaires import reference_to
from tests.given.builders import small
from tests.given.person import ANSWERS, at_home, saved, the_file
from tests.given.rounds import handed_in
from tests.given.versions import OTHER_LADDER, OTHER_TEXT, begun


def words(text: str) -> str:
    """The screen without its lines and boxes."""
    return " ".join(text.replace("│", " ").replace("▌", " ").replace("▐", " ").split())


async def test_after_a_changed_text_enter_continues_and_the_next_answer_is_saved_in_this_version(
    workspace: Workspace,
) -> None:
    handed_in(ANSWERS, [begun(OTHER_TEXT)])
    before = saved()
    async with at_home(workspace) as person:
        await person.press("enter")
        assert person.screen == "AnsweringScreen"
        await person.press("6", "enter")
    assert saved()["questionnaire"] == reference_to(small()).model_dump()
    assert saved()["answers"] == {**before["answers"], "ownership.deploy": {"owner": "service"}}


@pytest.mark.parametrize("key", ["enter", "v"])
async def test_what_changed_its_meaning_is_refused_in_words_and_left_alone(workspace: Workspace, key: str) -> None:
    handed_in(ANSWERS, [begun(OTHER_LADDER)])
    before = the_file().read_bytes()
    async with at_home(workspace, toasts=True) as person:
        await person.press(key)
        assert person.screen == "HomeScreen"
        said = words(await person.looks())
        assert "control.release changed since" in said
        assert "Begin a new response instead." in said
    assert the_file().read_bytes() == before


async def test_what_changed_its_meaning_is_still_listed(workspace: Workspace) -> None:
    handed_in(ANSWERS, [begun(OTHER_LADDER)])
    async with at_home(workspace) as person:
        assert "Endpoint" in await person.looks()
        assert "could not be used" not in person.sees()


async def test_who_begins_for_a_team_with_open_answers_is_asked_whether_they_are_theirs(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        await person.press("n", "1", "enter", "1", "escape")
        await person.press("n", "1")
        said = words(person.sees())
        assert "Endpoint has open answers in round 1." in said
        assert ": 1 of 10 answered 2 Answer as another person" in said
        await person.press("enter")
        assert "question 1 of 10" in person.sees()
        assert len(list(ANSWERS.glob("*.toml"))) == 1
        await person.press("escape", "n", "1", "2")
        assert person.screen == "AnsweringScreen"
        assert len(list(ANSWERS.glob("*.toml"))) == 2
        await person.press("escape", "n", "2")
        assert person.screen == "AnsweringScreen", "another team is asked nothing more"
