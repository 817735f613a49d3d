"""A drill written down beside its criterion: what is typed becomes an entry of the pilot's figures."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.app.screens.comparison_page import ComparisonPage
from maturity.app.screens.plan_dialog import PlanDialog
from maturity.files.workspace import Workspace
from tests.given.files import put
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilots import TODAY
from tests.given.snapshots import TextSnapshot

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


async def test_a_drill_is_typed_seen_against_its_threshold_and_saved_in_a_new_file(
    examples: Workspace, snapshot: SnapshotAssertion
) -> None:
    async with at_home(examples, toasts=True) as person:
        await to_the_drill(person)
        assert "m Drill" in await person.footer()
        await person.press("m")
        assert "The figure shows here once start and stop are a day and a time." in await person.looks()
        await person.press_at_once(*"07:30", "tab", *"08:50")
        assert "1 hour 20 minutes: 1.3334 hours, at most 12 hours: it passes." in await person.looks()
        await person.press("enter")
        assert "▲ Who is empty; write who took the time." in await person.looks()
        assert person.sees() == snapshot.use_extension(TextSnapshot)(name="form")
        assert not (ANSWERS / "actuals.toml").exists()
        await person.press("tab")
        await person.type("24")
        await person.press("tab")
        await person.type("Ada")
        await person.press("enter")
        assert person.screen == "ComparisonScreen"
        assert "pass 1.3 hours" in await person.looks(), "the verdict follows from what is on disk"
        assert [one.message for one in person.app._notifications][-1] == (
            "Saved in actuals.toml: Pause drill: we can stop a rollout, 1.3334 hours, at most 12 hours: it passes."
        )
        assert entries("actuals.toml")[-1] == {
            "criterion": "pause_drill",
            "date": TODAY,
            "numerator": 1.3334,
            "report": "2026-12-15 07:30 to 2026-12-15 08:50 (1 hour 20 minutes), on 24",
            "by": "Ada",
        }
        await person.press("m")
        dialog = person.app.screen
        assert isinstance(dialog, PlanDialog)
        assert dialog.inputs[3].value == "Ada", "who signed once signs again"


async def test_esc_asks_nothing_unless_something_was_typed_and_keeps_nothing(examples: Workspace) -> None:
    before = put(ANSWERS / "figures.toml", FIGURES.read_bytes()).read_bytes()
    async with at_home(examples) as person:
        await to_the_drill(person, "criterion:recovery_drill")
        await person.press("m", "escape")
        assert person.screen == "ComparisonScreen"
        await person.press("m")
        await person.type("07:30")
        await person.press("escape")
        assert person.screen == "ChooseDialog"
        await person.press("3")
        assert "07:30" in await person.looks()
        await person.press("escape", "2")
        assert person.screen == "ComparisonScreen"
    assert (ANSWERS / "figures.toml").read_bytes() == before


async def test_a_file_that_cannot_be_added_to_keeps_what_was_typed(examples: Workspace) -> None:
    path = put(ANSWERS / "figures.toml", FIGURES.read_bytes())
    async with at_home(examples) as person:
        await to_the_drill(person)
        put(path, "kind = ")
        await person.press("m")
        await person.type("07:30")
        await person.press("tab")
        await person.type("08:50")
        await person.press("tab", "tab")
        await person.type("Ada")
        await person.press("enter")
        assert "is not valid TOML" in " ".join((await person.looks()).replace("│", "").split())
        put(path, FIGURES.read_bytes())
        await person.press("enter")
        assert person.screen == "ComparisonScreen"
    assert path.read_bytes().startswith(FIGURES.read_bytes())
    assert entries("figures.toml")[-1]["by"] == "Ada"


async def test_the_key_is_there_for_drills_alone(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await to_the_drill(person, "criterion:tickets_per_cycle")
        assert "m Drill" not in await person.footer()
        await person.press("m")
        assert person.screen == "ComparisonScreen"
        await person.press("enter")
        assert "m Drill" not in await person.footer()


async def test_the_page_of_a_drill_leads_to_the_same_form_and_back_to_its_line(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await to_the_drill(person, "criterion:recovery_drill")
        await person.press("enter")
        assert "m Drill" in await person.footer()
        while (page := person.app.screen).identifiers[page.at] != "criterion:pause_drill":  # type: ignore[attr-defined]
            await person.press("left")
        assert "m Drill" in await person.footer()
        await person.press("m")
        assert "Pause drill: we can stop a rollout" in await person.looks()
        assert person.screen == "DrillDialog"
        await person.press("escape")
        assert person.screen == "ComparisonScreen"
        assert "▸ MUST   Pause drill" in await person.looks()
