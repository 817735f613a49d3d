"""A drill written down beside its criterion: what is typed becomes an entry of the pilot's figures."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.screens.plan_dialog import PlanDialog
from maturity.files.workspace import Workspace
from tests.given.files import put
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilots import TODAY

FIGURES = Path(__file__).parents[1] / "given" / "actuals" / "fails-two.toml"


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))
    monkeypatch.setattr("maturity.clock.zone", lambda: dt.UTC)


def entries(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads((ANSWERS / name).read_text(encoding="utf-8"))["actual"]
    return found


async def to_the_drill(person: Person, identifier: str = "criterion:pause_drill") -> None:
    await person.press("c", "3")
    screen = person.app.screen
    assert isinstance(screen, ComparisonPage)
    screen.mark(identifier)
    await person.settle()


async def test_a_drill_is_typed_seen_against_its_threshold_and_saved_in_a_new_file(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await to_the_drill(person)
        assert "m Drill" in await person.footer()
        await person.press("m")
        print(await person.looks())
        await person.type("07:30")
        await person.press("tab")
        await person.type("08:50")
        assert "1 hour 20 minutes: 1.3334 hours, at most 12 hours: it passes." in await person.looks()
        await person.press("enter")
        print(await person.looks())
        await person.press("tab")
        await person.type("24")
        await person.press("tab")
        await person.type("Ada")
        await person.press("enter")
        assert person.screen == "ComparisonScreen"
        print(await person.looks())
        print((ANSWERS / "actuals.toml").read_text()[-600:])
        assert 0
