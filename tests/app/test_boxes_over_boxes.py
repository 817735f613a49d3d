"""Boxes over boxes, keys in one breath, and windows that shrink: nothing crashes, and every way leads back."""

from __future__ import annotations

import asyncio

import pytest
from textual import events
from textual.screen import Screen

from maturity.app.app import MaturityApp
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import answering, at_home, saved_answers

LARGE = (80, 24)
SMALL = (20, 5)
_TURNS = 200
"""Of the event loop: more than ending the app takes."""
SENTENCE = "Make this window at least 60 wide and 16 high, or its letters smaller."


@pytest.mark.parametrize("key", ["f2", "ctrl+p"])
async def test_a_palette_under_the_sentence_on_small_windows_is_not_opened_twice(
    workspace: Workspace, key: str
) -> None:
    async with answering(workspace) as person:
        await person.press("f2")
        await person.pilot.resize_terminal(*SMALL)
        await person.press(key)
        await person.pilot.resize_terminal(*LARGE)
        await person.settle()
        assert [type(screen).__name__ for screen in person.app.screen_stack].count("Palette") == 1
        await person.press("escape")
        assert person.screen == "AnsweringScreen"


async def test_a_palette_opens_again_in_the_breath_in_which_one_is_closed(workspace: Workspace) -> None:
    async with answering(workspace) as person:
        await person.press("f2")
        await person.press_at_once("escape", "f2")
        await person.press("f2")
        assert person.screen == "Palette"


@pytest.mark.parametrize("key", ["f1", "f2", "o", "n"])
async def test_what_is_open_comes_back_when_there_is_room_again(workspace: Workspace, key: str) -> None:
    async with answering(workspace) as person:
        await person.press(key)
        opened = person.screen
        await person.pilot.resize_terminal(*SMALL)
        await person.settle()
        assert person.screen == "TooSmall"
        await person.press("f1")
        await person.pilot.resize_terminal(*LARGE)
        await person.settle()
        assert person.screen == opened
        assert SENTENCE not in " ".join((await person.looks()).split())
        await person.press("escape")
        assert person.screen == "AnsweringScreen"


@pytest.mark.parametrize("key", ["f1", "f2", "n"])
async def test_a_box_that_opens_as_the_window_shrinks_leaves_no_sentence_behind(workspace: Workspace, key: str) -> None:
    async with answering(workspace) as person:
        person._send(key)
        await person.pilot.resize_terminal(*SMALL)
        await person.settle()
        await person.pilot.resize_terminal(*LARGE)
        await person.settle()
        await person.press("escape", "escape")
        assert person.screen in ("AnsweringScreen", "HomeScreen")
        assert "TooSmall" not in [type(screen).__name__ for screen in person.app.screen_stack]


async def test_a_tiny_window_shows_the_sentence_and_promises_nothing(workspace: Workspace) -> None:
    async with answering(workspace, size=SMALL) as person:
        said = " ".join((await person.looks()).split())
        assert said == f"{SENTENCE} It is {SMALL[0]} by {SMALL[1]} now."


@pytest.mark.parametrize(
    ("before", "keys", "screen"),
    [
        (("n",), ("enter", "enter", "enter"), "AnsweringScreen"),
        (("n",), ("1", "1"), "AnsweringScreen"),
        (("n",), ("escape", "escape"), "HomeScreen"),
        (("f1",), ("enter", "enter"), "StartDialog"),
        (("f1",), ("escape", "escape"), "HomeScreen"),
    ],
)
async def test_keys_in_one_breath_close_a_box_once(
    workspace: Workspace, before: tuple[str, ...], keys: tuple[str, ...], screen: str
) -> None:
    async with at_home(workspace) as person:
        await person.press(*before)
        await person.press_at_once(*keys)
        assert person.screen == screen


async def test_two_enters_in_one_breath_run_one_command_of_the_palette(workspace: Workspace) -> None:
    async with answering(workspace) as person:
        await person.press("f2")
        await person.type("flag")
        await person.rest()
        await person.press("down")
        await person.press_at_once("enter", "enter")
        await person.rest()
        assert [type(screen).__name__ for screen in person.app.screen_stack][1:] == ["HomeScreen", "AnsweringScreen"]
    assert [answer["flag"] for answer in saved_answers().values()] == [True]


@pytest.mark.parametrize("key", ["v", "p"])
async def test_esc_twice_in_one_breath_leads_to_the_list_and_no_further(workspace: Workspace, key: str) -> None:
    workspace.begin("endpoint", Depth.FULL)
    async with at_home(workspace) as person:
        await person.press(key)
        await person.press_at_once("escape", "escape")
        assert person.screen == "HomeScreen"


@pytest.mark.parametrize("key", ["o", "n", "f1", "f2"])
async def test_quitting_while_a_box_is_being_made_is_no_fault(workspace: Workspace, key: str) -> None:
    """At each of the moments between the key and the box that it opens."""
    for moment in range(3, 8):
        async with answering(workspace) as person:
            person._send(key)
            for _ in range(moment):
                await asyncio.sleep(0)
            person._send("ctrl+q")
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            assert person.app.return_code == 0, moment


async def test_a_key_that_comes_when_the_last_screen_is_gone_is_no_fault(workspace: Workspace) -> None:
    gone = MaturityApp(workspace)
    await gone.on_event(events.Key("enter", None))
    assert not gone.screen_stack


class SlowScreen(Screen[None]):
    """Still being made when the app ends."""

    async def on_mount(self) -> None:
        while self.app.is_running:
            await asyncio.sleep(0)
        self.query_one("#never-made")


async def test_a_screen_that_is_still_being_made_when_the_app_ends_is_no_fault(workspace: Workspace) -> None:
    async with at_home(workspace) as person:
        person.app.push_screen(SlowScreen())
    assert person.app._exception is None
