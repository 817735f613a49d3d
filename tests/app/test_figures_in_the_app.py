"""The verdict on the pilot's figures in the comparison, when they lie among the answers."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Final

import pytest
from textual.content import Content

from maturity.app.screens.comparison_lists import criterion_entries
from maturity.app.screens.detail import FOLDED, without_names
from maturity.files.workspace import Workspace
from tests.given.files import put
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilots import TODAY
from tests.given.three_cycles import THREE_CYCLES, three_cycles

ACTUALS: Final = Path(__file__).parents[1] / "given" / "actuals"
IN_SHORT: Final = "Not yet: 6 of 11 musts pass, 4 fail, 1 is not measured"
SAYS: Final = f"{IN_SHORT}; 2 recommended criteria are missed, 10 are not measured."


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day on which the gate is judged."""
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))


@pytest.fixture
def measured(examples: Workspace) -> Workspace:
    """The examples, with the pilot's figures among them."""
    put(ANSWERS / "figures.toml", (ACTUALS / "fails-two.toml").read_bytes())
    return examples


def words(text: str) -> str:
    """The screen without its lines and boxes."""
    return " ".join(text.replace("│", " ").replace("▌", " ").replace("▐", " ").split())


def notices(person: Person) -> str:
    """What was said in passing, in boxes that may lie over each other."""
    return " ".join(notice.message for notice in person.app._notifications)


async def test_the_verdict_stands_above_the_map_and_the_criteria(measured: Workspace) -> None:
    async with at_home(measured) as person:
        await person.press("c")
        for tab in "13":
            await person.press(tab)
            assert f"{IN_SHORT}." in words(await person.looks())


async def test_a_figure_of_today_counts_where_today_has_begun(
    measured: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(12), dt.UTC))
    monkeypatch.setattr("maturity.clock.zone", lambda: dt.timezone(dt.timedelta(hours=13)))
    tomorrow = str(TODAY + dt.timedelta(days=1))
    put(
        ANSWERS / "figures.toml", (ANSWERS / "figures.toml").read_text(encoding="utf-8").replace("2026-12-11", tomorrow)
    )
    async with at_home(measured) as person:
        await person.press("c")
        assert f"{IN_SHORT}." in words(await person.looks())


async def test_figures_are_no_problem_at_home(measured: Workspace) -> None:
    async with at_home(measured) as person:
        assert "could not be used" not in await person.looks()
        assert "6 responses" in person.sees()


async def test_every_criterion_to_leave_the_pilot_has_its_verdict(measured: Workspace) -> None:
    async with at_home(measured, (100, 100)) as person:
        await person.press("c", "3")
        leaving = (await person.looks()).partition("To leave the pilot")[2].partition("Due before the pilot started")[0]
    marks = {mark: leaving.count(f"{mark} ") for mark in ("●", "▲", "○")}
    assert sum(marks.values()) == leaving.count("MUST ") + leaving.count("SHOULD ") + leaving.count("COULD ")
    assert min(marks.values()) > 0


async def test_the_gate_that_was_judged_stands_first_and_on_it_what_fails(measured: Workspace) -> None:
    async with at_home(measured, (100, 30)) as person:
        await person.press("c", "3")
        lines = [line.strip("▸ ").rstrip() for line in person.sees().splitlines()]
        place = next(at for at, line in enumerate(lines) if line.startswith("To leave the pilot"))
        assert place < 6
        assert lines[place + 1].startswith("▲ MUST")
        assert lines[place + 2].startswith("FAIL ")


async def test_a_criterion_opens_with_its_verdict_and_the_figures_behind_it(measured: Workspace) -> None:
    async with at_home(measured, (100, 60)) as person:
        await person.press("c", "3", "enter")
        assert person.screen == "DetailPage"
        said = await person.looks()
        assert "Verdict" in said
        assert said.index("Verdict") < said.index("Measure")
        assert "Kim)" not in said, "people are folded away"
        await person.press("p")
        assert "Kim)" in await person.looks()


async def test_a_line_of_the_picture_of_cycles_opens_to_its_rings(examples: Workspace) -> None:
    put(ANSWERS / "figures.toml", THREE_CYCLES.read_bytes())
    async with at_home(examples, (80, 24)) as person:
        await person.press("c", "3", "v", "v")
        assert "Devices are current in" in await person.looks()
        await person.press("enter")
        assert person.screen == "DetailPage"
        lines = [line.strip(" │▌▐") for line in (await person.looks()).splitlines()]
        place = lines.index("Cycle by cycle")
        assert lines[place + 1 : place + 9] == [
            "cycle 1  first ●   96 %   48 of 50   2026-11-27",
            "broad ▲   91 %  364 of 400  2026-11-27",
            "cycle 2  first ●   98 %   49 of 50   2026-12-04",
            "broad ● 95.8 %  383 of 400  2026-12-04",
            "cycle 3  first ●   98 %   49 of 50   2026-12-11",
            "broad ○ not measured",
            "measured again in cycle 1: first, before it ▲ 88 % (44 of 50) on 2026-11-25",
            "not measured in cycle 3: broad; latest figure of 2026-12-04, in cycle 2",
        ]


def test_a_waived_criterion_says_in_the_list_what_lies_under_it() -> None:
    entries = [entry for entry in criterion_entries(three_cycles()) if entry.id == "criterion:business_scenarios"]
    said = [part.plain for entry in entries for part in entry.parts if isinstance(part, Content)]
    assert said[0].startswith("◆ MUST")
    assert said[1].strip().startswith("waived, without the waiver ▲ FAIL  ")


def test_where_people_are_folded_away_no_cycle_names_them() -> None:
    gate = three_cycles().gate
    assert gate is not None
    figures = [one for verdict in map(without_names, gate.verdict) for cycle in verdict.cycle for one in cycle.figure]
    assert len(figures) > 9
    assert {one.by for one in figures} == {FOLDED}


async def test_without_figures_there_is_no_verdict(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c", "3")
        assert "musts pass" not in await person.looks()
        assert "FAIL" not in person.sees()
        await person.press("enter")
        assert "Verdict" not in await person.looks()


async def test_the_export_of_the_app_holds_the_verdict(measured: Workspace) -> None:
    async with at_home(measured) as person:
        await person.press("c", "e")
    results = tomllib.loads((ANSWERS / "results" / "results.toml").read_text(encoding="utf-8"))
    assert results["gate"]["says"] == SAYS


async def test_two_files_of_figures_are_said_and_neither_is_used(measured: Workspace) -> None:
    put(ANSWERS / "more.toml", (ACTUALS / "passes.toml").read_bytes())
    async with at_home(measured, toasts=True) as person:
        await person.press("c")
        assert person.screen == "ComparisonScreen"
        assert "is one of several with figures of round 1 (figures.toml, more.toml)" in notices(person)
        assert "musts pass" not in words(await person.looks())


async def test_faulty_figures_are_said_and_the_comparison_opens_without_a_verdict(measured: Workspace) -> None:
    text = (ANSWERS / "figures.toml").read_text(encoding="utf-8").replace("pause_drill", "invented")
    put(ANSWERS / "figures.toml", text)
    async with at_home(measured, toasts=True) as person:
        await person.press("c")
        assert person.screen == "ComparisonScreen"
        assert "is not a criterion that these answers recommend" in notices(person)
        assert "musts pass" not in words(await person.looks())
