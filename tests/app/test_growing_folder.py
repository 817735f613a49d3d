"""A folder that others write to while somebody looks at it."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from maturity.app.garbage import keep_what_is_there
from maturity.app.screens import growing
from maturity.app.screens.home import HomeScreen
from maturity.files import one_file
from maturity.files.workspace import Workspace
from questionnaires import read_bytes
from tests.given.files import DIFFERENT, GOOD, put, response_text
from tests.given.person import ANSWERS, Person, at_home

LONG_AGO = 1_700_000_000


def age() -> None:
    """As if all had been written long ago."""
    for path in (*ANSWERS.glob("*.toml"), ANSWERS):
        os.utime(path, (LONG_AGO, LONG_AGO))


def home(person: Person) -> HomeScreen:
    screen = person.app.screen
    assert isinstance(screen, HomeScreen)
    return screen


async def looked(person: Person) -> None:
    """After a look at whether anything came, and after what came of it."""
    home(person).look_for_others()
    await person.app.workers.wait_for_complete()
    await person.settle()


async def test_a_file_that_comes_shows_by_itself_and_only_it_is_opened(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "LOOKS_AFTER", 3_600)
    put(ANSWERS / "a.toml", response_text("security", DIFFERENT, "resp1", name="Ada"))
    put(ANSWERS / "b.toml", response_text("endpoint", GOOD, "resp2", name="Bo"))
    age()
    async with at_home(workspace) as person:
        opened: list[str] = []

        def noted(path: Path) -> bytes:
            opened.append(path.name)
            return read_bytes(path)

        monkeypatch.setattr(one_file, "read_bytes", noted)
        await looked(person)
        assert opened == []
        put(ANSWERS / "c.toml", response_text("network", GOOD, "resp3", name="Cy"))
        await looked(person)
        assert opened == ["c.toml"]
        assert len(home(person).gathered.files) == 3
        assert "3 responses" in person.sees()


async def test_a_folder_in_which_nothing_changed_is_not_listed_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(growing, "LOOKS_AFTER", 3_600)
    put(ANSWERS / "a.toml", response_text("security", DIFFERENT, "resp1", name="Ada"))
    age()
    async with at_home(workspace) as person:
        await looked(person)
        before = home(person).gathered
        os.utime(ANSWERS, (LONG_AGO, LONG_AGO))  # where locks come and go, a look of its own is due
        await looked(person)
        after = home(person).gathered
        await looked(person)
        assert before == after
        assert home(person).gathered is after


async def test_below_another_screen_no_look_is_taken_and_back_at_home_it_is_again(workspace: Workspace) -> None:
    put(ANSWERS / "a.toml", response_text("security", DIFFERENT, "resp1", name="Ada"))
    async with at_home(workspace) as person:
        (looks,) = (timer for timer in home(person)._timers if timer.name == "growing")
        assert looks._active.is_set()
        await person.press("question_mark")
        assert not looks._active.is_set()
        await person.press("escape")
        assert looks._active.is_set()


def test_what_is_there_is_left_out_of_later_collections() -> None:
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        keep_what_is_there()
        assert gc.get_freeze_count() > 0
        assert gc.isenabled()
        assert gc.get_threshold()[2] > 10
    finally:
        gc.unfreeze()
        gc.set_threshold(*usual)
