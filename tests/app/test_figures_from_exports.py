"""Figures from exports in the app: what the files beside the answers tell, accepted by a person with a name."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from maturity.app.screens.figures_page import FiguresView
from maturity.files.workspace import Workspace
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilot_exports import DAY, FIGURES, PERSON, listed, saved, write_exports


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two weeks after the exports were saved."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC))


@pytest.fixture
def exported(examples: Workspace) -> Workspace:
    """The examples, with saved exports beside them."""
    write_exports(ANSWERS)
    saved(ANSWERS / "tasks.csv", f"Task,Who\nSweep,{PERSON}\n")
    return examples


def written() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ANSWERS / "actuals.toml").read_text(encoding="utf-8"))["actual"]
    return found


async def to_the_exports(person: Person) -> str:
    await person.press("c", "3", "x")
    return await person.looks()


async def test_what_is_ticked_is_added_under_the_name_that_is_given_once(exported: Workspace) -> None:
    async with at_home(exported, toasts=True) as person:
        seen = await to_the_exports(person)
        assert "Cycle 1, release of 2026-11 (2026-11-10). Enter adds 4 figures" in seen
        assert "■ ▲ Few devices are not ready 5 % (2 of 40) misses" in " ".join(seen.split())
        assert "quality.csv, 40 rows: AADDeviceId, DeviceReadiness; 2026-12-01" in seen
        await person.press("space", "enter")
        assert not Path(ANSWERS / "actuals.toml").exists()
        await person.type("Kim Doe")
        await person.press("enter")
        assert [(entry["criterion"], entry["by"], entry["date"]) for entry in written()] == [
            (name, "Kim Doe", DAY) for name, *_ in FIGURES[1:]
        ]
        assert "= Devices that are online get it" in await person.looks()
        await person.press("space", "enter")
        assert written()[-1]["criterion"] == "not_ready", "the name is known by now"
        await person.press("escape")
        assert "FAIL 5 %" in await person.looks(), "the comparison knows the figures"


async def test_day_month_and_cycle_can_be_named_and_escape_writes_nothing(exported: Workspace) -> None:
    saved(ANSWERS / "builds.toml", (ANSWERS / "builds.toml").read_text().replace("2026-11", "2026-08"))
    async with at_home(exported) as person:
        assert "Cycle 1, no month's release" in await to_the_exports(person)
        await person.press("d")
        await person.type("2026-11-30")
        await person.press("enter", "m")
        await person.type("2026-08")
        await person.press("enter", "c")
        await person.press("backspace")
        await person.type("4")
        await person.press("enter")
        seen = await person.looks()
        assert "Cycle 4, release of 2026-08 (2026-08-10). Enter adds 4 figures" in seen
        assert "AADDeviceId, DeviceReadiness; 2026-11-30" in seen
        await person.press("escape")
        assert person.screen == "ComparisonScreen"
        assert not (ANSWERS / "actuals.toml").exists()


async def test_files_that_are_not_used_and_faults_are_named(exported: Workspace) -> None:
    saved(ANSWERS / "pilot.csv", listed() + listed(("Ring2", "Ring2")).splitlines()[1] + "\n")
    async with at_home(exported, (120, 40)) as person:
        seen = await to_the_exports(person)
        assert "Nothing can be filled before what is named here is mended." in seen
        assert 'row 42: the device of row 2 is in "Ring1" there and in "Ring2" here' in seen
        assert "tasks.csv: names in its first line no column of" in seen
        assert PERSON not in seen
        await person.press("enter")
        assert person.screen == "FiguresPage"


async def test_without_exports_it_says_where_to_put_them(examples: Workspace) -> None:
    async with at_home(examples) as person:
        assert "No export lies beside the answers." in " ".join((await to_the_exports(person)).split())
        saved(ANSWERS / "pilot.csv", listed())
        await person.press("r")
        assert isinstance(person.app.screen, FiguresView)
        assert person.app.screen.found is not None
        assert person.app.screen.found.filled is not None
