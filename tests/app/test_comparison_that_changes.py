"""A comparison that is looked at while others write figures and decisions into its folder."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import pytest

from maturity.app.screens import growing
from maturity.app.screens.comparison import ComparisonScreen
from maturity.app.screens.comparison_watch import CHANGED
from maturity.files.workspace import Workspace
from tests.given.files import put
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilots import TODAY

ACTUALS: Final = Path(__file__).parents[1] / "given" / "actuals"
NONE: Final = "No figures of the pilot yet."
FAILS: Final = "6 of 11 musts pass, 4 fail, 1 is not measured"
PASSES: Final = "9 of 11 musts pass, 2 fail"


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """A day on which the gate is judged, and no look that the test does not ask for."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))
    monkeypatch.setattr(growing, "LOOKS_AFTER", 3_600)


def comparison(person: Person) -> ComparisonScreen:
    screen = person.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


async def looked(person: Person) -> str:
    """What shows after a look at whether anything has changed."""
    comparison(person).look_for_others()
    await person.app.workers.wait_for_complete()
    return " ".join((await person.looks()).split())


def said(person: Person) -> list[str]:
    return [one.message for one in person.app._notifications]


async def test_figures_that_come_or_are_written_anew_in_place_show_where_one_was(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "3")
        assert NONE in await looked(person)
        assert CHANGED not in said(person)
        put(ANSWERS / "actuals.toml", (ACTUALS / "fails-two.toml").read_bytes())
        assert FAILS in await looked(person)
        assert said(person)[-1] == CHANGED
        assert comparison(person).tab.id == "criteria"
        with (ANSWERS / "actuals.toml").open("wb") as file:  # as an editor does that puts nothing in its place
            file.write((ACTUALS / "passes.toml").read_bytes())
        assert PASSES in await looked(person)


async def test_nothing_is_said_where_nothing_has_changed(examples: Workspace) -> None:
    put(ANSWERS / "actuals.toml", (ACTUALS / "fails-two.toml").read_bytes())
    async with at_home(examples) as person:
        await person.press("c", "3")
        before = comparison(person).results
        await looked(person)
        await looked(person)
        assert (CHANGED in said(person), comparison(person).results is before) == (False, True)


async def test_r_reads_again_what_lies_in_the_folder(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "3")
        put(ANSWERS / "actuals.toml", (ACTUALS / "fails-two.toml").read_bytes())
        assert NONE in await person.looks()
        await person.press("r")
        await person.app.workers.wait_for_complete()
        assert FAILS in " ".join((await person.looks()).split())
        assert said(person)[-1] == "The folder is read again."


async def test_what_comes_behind_another_page_shows_once_one_is_back(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "3")
        below = comparison(person)
        await person.press("question_mark")
        assert person.app.screen is not below
        put(ANSWERS / "actuals.toml", (ACTUALS / "fails-two.toml").read_bytes())
        await person.press("escape")
        assert FAILS in await looked(person)
