"""Figures from exports in the app: what the files beside the answers tell, accepted by a person with a name."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import pytest

from maturity.app.screens.figures_page import Figures, FiguresView
from maturity.app.screens.figures_rows import kind_id, lines_of
from maturity.files.workspace import Workspace
from maturity.rounds.filling_folder import FolderFilled, OpenKind
from questionnaires import builtin
from tests.given.files import put
from tests.given.person import ANSWERS, Person, at_home
from tests.given.pilot_exports import DAY, FIGURES, PERSON, listed, report, saved, write_exports


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


async def test_which_report_a_file_is_can_be_said_where_its_headers_leave_that_open(exported: Workspace) -> None:
    head, *rows = report().splitlines()
    head = head.replace("AADDeviceId", "Microsoft Entra device ID")
    both = [f"{head},Last check-in,Model", *(f"{row},{DAY},Slate" for row in rows)]
    saved(ANSWERS / "quality.csv", "\n".join(both) + "\n")
    async with at_home(exported) as person:
        seen = await to_the_exports(person)
        assert "▲ quality.csv: may be “Quality update status” or “Devices, All devices”" in seen
        assert "not used before you say which, with w" in " ".join((await person.looks()).split())
        assert "w Which" in await person.footer()
        await person.press("w")
        assert "quality.csv has the columns of each." in await person.looks()
        await person.press("2")
        assert "quality.csv: read as “Devices, All devices”, as you said" in (await person.looks())
        assert "Few devices are silent" in filled_titles(person)
        await on_the_file(person)
        await person.press("w", "1")
        await person.looks()
        assert "Devices that are online get it" in filled_titles(person)
        await person.press("w", "escape")
        assert person.screen == "FiguresPage"
    assert not (ANSWERS / "actuals.toml").exists()


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        (
            None,
            "▲ [b].csv↵\ufffd: may be “Quality update status” or “Devices, All devices”; not used before you",
        ),
        (1, "· [b].csv↵\ufffd: read as “Devices, All devices”, as you said; w changes it"),
    ],
    ids=["open", "chosen"],
)
def test_a_file_that_may_be_several_reports_has_one_line_whatever_it_is_called(chosen: int | None, said: str) -> None:
    fitting = tuple(one for one in builtin().exports if one.id in ("quality_update_status", "all_devices"))
    kind = OpenKind("[b].csv\n\x1b", fitting, None if chosen is None else fitting[chosen])
    _, line = lines_of(FolderFilled(None, None, kinds=(kind,)), (), 120)
    assert line.words.plain.startswith(said)
    assert line.id == kind_id(kind)


async def on_the_file(person: Person) -> None:
    """Puts the mark on the file of which it is open which report it is."""
    assert isinstance(person.app.screen, FiguresView)
    screen = person.app.screen
    options = screen.query_one(Figures)
    options.highlighted = options.get_option_index("kind quality.csv")
    await person.settle()


def filled_titles(person: Person) -> set[str]:
    screen = person.app.screen
    assert isinstance(screen, FiguresView)
    assert screen.found is not None
    assert screen.found.filled is not None
    return {one.title for one in screen.found.filled.figures}


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


async def test_exports_of_an_earlier_month_are_its_cycle_and_nothing_of_them_is_ticked(exported: Workspace) -> None:
    rings = '[pilot]\nquestionnaire = "windows-autopatch"\nrings = ["Ring1", "Ring2"]\n'
    later = ("currency_per_ring", "Ring1", 2, 20, 20)
    entries = [*((*figure, DAY, "2026-11") for figure in FIGURES), (*later, dt.date(2026, 12, 14), "2026-12")]
    put(ANSWERS / "actuals.toml", 'kind = "actuals"\nschema = 1\n' + rings + "".join(map(entry_text, entries)))
    async with at_home(exported) as person:
        seen = " ".join((await to_the_exports(person)).split())
        assert "Cycle 1, release of 2026-11 (2026-11-10). There is nothing new to write." in seen
        assert "0 of 0 ticked" in seen
        saved(ANSWERS / "quality.csv", report(before="10.0.26100.7171"))
        await person.press("r")
        seen = " ".join((await person.looks()).split())
        assert "the release of 2026-11 is cycle 1, and not the latest" in seen
        await person.press("c")
        await person.type("1")
        await person.press("enter")
        assert "Enter adds 2 figures" in " ".join((await person.looks()).split())


def entry_text(entry: tuple[str, str | None, int | None, int, int, dt.date, str]) -> str:
    criterion, ring, cycle, above, below, day, month = entry
    lines = [
        f'criterion = "{criterion}"',
        f"numerator = {above}",
        f"denominator = {below}",
        f"date = {day}",
        'by = "M"',
    ]
    lines += [f'ring = "{ring}"'] if ring else []
    lines += [f"cycle = {cycle}", f'release = "{month}"'] if cycle else []
    return "\n[[actual]]\n" + "\n".join(lines) + "\n"


async def test_what_is_only_so_far_is_not_ticked_by_itself(exported: Workspace) -> None:
    early = dt.date(2026, 11, 20)
    saved(ANSWERS / "quality.csv", report(early), early)
    async with at_home(exported) as person:
        seen = " ".join((await to_the_exports(person)).split())
        assert "□ ◐ Devices that are online get it" in seen
        assert "so far" in seen
        assert "■ ● Devices are current in every ring, Ring2" in seen, "ever more have it, so it stays above"
        assert "3 of 4 ticked" in seen
