"""What is on a screen, and when: facts after answering, keys where they work, a sentence where it is too small."""

from __future__ import annotations

import pytest

from maturity.app import themes
from maturity.app.app import MaturityApp
from maturity.app.screens.question_panels import explanation
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.builders import small
from tests.given.person import ANSWERS, answering, at_home, sitting_at


@pytest.mark.parametrize(
    ("question", "keys", "facts"),
    [
        ("ownership.pause", "1", ["Documented:"]),
        ("ownership.retired", "1", ["Documented:", "No longer done by anybody."]),
        ("control.release", "11", ["Offered:", "Price:", "A delay."]),
        ("risk.hours_to_stop", "1", ["Limit:", "Less than 8 hours cannot be promised."]),
    ],
)
async def test_facts_are_shown_after_answering_and_never_before(
    workspace: Workspace, question: str, keys: str, facts: list[str]
) -> None:
    async with answering(workspace, question) as person:
        for key in keys:
            assert not any(fact in person.sees() for fact in facts)
            await person.press(key)
        assert all(fact in person.sees() for fact in facts)
        await person.press("x")
        assert not any(fact in person.sees() for fact in facts)


LAPSED = """
[[lapsed]]
id = "tool"
title = "The tool"
reason = "It is gone."
sources = ["page"]

[[lapsed]]
id = "enrol"
title = "Enrolling"
reason = "The step is gone."
documented = [{ owner = "customer", source = "page" }]
sources = ["page"]
"""


def test_the_help_of_a_prerequisite_lists_what_is_no_longer_asked_for_but_no_tasks() -> None:
    questionnaire = small(LAPSED)
    said = explanation(questionnaire, questionnaire.question_by_id["readiness.licences"]).plain
    assert "No longer asked for:\nThe tool: It is gone." in said
    assert "Enrolling" not in said


async def test_a_suggested_team_is_named_only_after_answering(autopatch: Workspace) -> None:
    question = next(item for item in autopatch.questionnaire.questions if item.suggested and item.depth is Depth.CORE)
    async with answering(autopatch, question.id, size=(120, 40)) as person:
        assert "Suggested" not in person.sees()
        await person.press("o", "escape", "question_mark")
        assert "Suggested" not in person.sees()
        await person.press("escape", "1")
        assert "Suggested" in person.sees()


@pytest.mark.parametrize("size", [(59, 24), (80, 15)])
async def test_a_window_that_is_too_small_says_so_and_comes_back(workspace: Workspace, size: tuple[int, int]) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.press("3")
        await person.pilot.resize_terminal(*size)
        await person.settle()
        assert "Make this window at least 60 wide and 16 high, or its letters smaller." in " ".join(
            person.sees().split()
        )
        await person.pilot.resize_terminal(60, 16)
        await person.settle()
        assert "◉ [3] Security" in person.sees()


async def test_a_window_that_is_small_from_the_start_says_so_and_comes_back(workspace: Workspace) -> None:
    async with at_home(workspace, (50, 12)) as person:
        assert "Make this window at least" in person.sees()
        await person.pilot.resize_terminal(80, 24)
        await person.settle()
        assert "n  Answer for your team" in person.sees()


async def test_every_option_can_be_reached_in_the_smallest_window(workspace: Workspace) -> None:
    async with answering(workspace, "control.release", size=(60, 16)) as person:
        for label in ("Zero", "One", "Two", "Three", "Four", "Five"):
            assert label in person.sees()
            await person.press("down")


async def test_without_colour_no_colour_is_drawn(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(workspace) as person:
        assert person.app.theme == themes.COLOURLESS.name
        strips = person.app.screen._compositor.render_strips()
        styles = [segment.style for strip in strips for segment in strip if segment.style is not None]
        colours = {str(c.name) for style in styles for c in (style.color, style.bgcolor) if c is not None}
    assert colours <= {"default"}


async def test_without_colour_the_line_one_is_on_is_reversed(teams: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with at_home(teams) as person:
        await person.press("f")
        seen = []
        for _ in range(2):
            strips = person.app.screen._compositor.render_strips()
            seen.append(
                [y for y, strip in enumerate(strips) if any(part.style and part.style.reverse for part in strip)]
            )
            await person.press("j")
    (first,), (second,) = seen
    assert second == first + 1


@pytest.mark.parametrize("key", ["f2", "ctrl+p"])
async def test_the_palette_finds_a_theme_by_its_name(workspace: Workspace, key: str) -> None:
    async with at_home(workspace) as person:
        await person.press(key)
        await person.type("theme: light")
        await person.rest()
        await person.press("enter")
        assert person.app.theme == "maturity-light"


async def test_the_footer_of_an_empty_home_offers_only_what_works(autopatch: Workspace) -> None:
    async with at_home(autopatch) as person:
        assert (await person.footer()).split() == ["⏎", "Open", "n", "New", "e", "Example", "q", "Quit", "?", "Help"]
        await person.press("c", "p", "v", "x")
        assert person.screen == "HomeScreen"


async def test_the_footer_offers_comparing_once_two_teams_have_answered(teams: Workspace) -> None:
    async with at_home(teams) as person:
        assert "c Compare" in await person.footer()
        assert "Problems" not in await person.footer()


async def test_same_and_back_are_offered_only_where_they_work(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        assert "again." not in person.sees()
        assert "b Back" not in await person.footer()
        await person.press("1", "enter")
        assert "s: Endpoint again." in person.sees()
        assert "b Back" in await person.footer()


async def test_help_names_every_key_that_works_and_why_the_question_is_asked(workspace: Workspace) -> None:
    async with answering(workspace, "control.release", size=(100, 50)) as person:
        await person.press("f1")
        assert person.screen == "HelpDialog"
        for words in ("How much control over releasing?", "At most option 3", "Flag this question", "Go to the column"):
            assert words in person.sees()
        assert "Name the same owner" not in person.sees()
        await person.press("question_mark")
        assert person.screen == "AnsweringScreen"


@pytest.mark.parametrize(
    ("keys", "box", "words"),
    [
        (("n", "question_mark"), "StartDialog", "chooses the team and begins"),
        (("p", "question_mark"), "ChooseDialog", "Choose a line with"),
        (("c", "3", "down", "enter", "question_mark"), "DetailPage", "What the words mean"),
    ],
)
async def test_a_box_has_its_own_help(examples: Workspace, keys: tuple[str, ...], box: str, words: str) -> None:
    async with at_home(examples, size=(100, 120)) as person:
        await person.press(*keys)
        assert person.screen == "HelpDialog"
        assert words in person.sees()
        await person.press("escape")
        assert person.screen == box


@pytest.mark.parametrize("key", ["f10", "ctrl+q"])
async def test_the_app_can_be_left_from_anywhere(workspace: Workspace, key: str) -> None:
    app = MaturityApp(workspace)
    async with sitting_at(app) as person:
        await person.press("n")
        await person.pilot.press(key)
    assert app.return_code == 0
    assert not ANSWERS.exists()
