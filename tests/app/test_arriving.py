"""What shows before the program is loaded, and what becomes of whatever is typed by then."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

import pytest
from textual import events
from textual.worker import WorkerFailed

from maturity.app import loading
from maturity.app.app import MaturityApp
from maturity.app.screens import folder_page
from maturity.files import one_file
from maturity.files.examples import write_examples
from maturity.files.heads import FolderSoFar
from maturity.files.workspace import Workspace
from questionnaires import read_bytes
from tests.given.person import ANSWERS, Person, sitting_at

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 8
"""Seconds after which a test that goes wrong lets go."""


class Loading:
    """Loading that waits until it is let go."""

    def __init__(self) -> None:
        self.released = threading.Event()
        self.problem: Exception | None = None

    def __call__(self, folder: Path) -> Iterator[loading.Loaded | None]:
        self.released.wait(PATIENCE)
        if self.problem is not None:
            raise self.problem
        yield from LOAD(folder)


LOAD: Final = loading.load


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> Iterator[Loading]:
    """Nothing is loaded until the test says so."""
    slow = Loading()
    monkeypatch.setattr(loading, "load", slow)
    yield slow
    slow.released.set()


@asynccontextmanager
async def arriving(size: tuple[int, int] = (80, 24)) -> AsyncIterator[Person]:
    async with sitting_at(MaturityApp(FolderSoFar(ANSWERS)), size) as person:
        yield person


async def let_go(person: Person, slow: Loading, screen: str) -> str:
    slow.released.set()
    async with asyncio.timeout(PATIENCE):
        while person.screen != screen or not person.app.hears_keys:  # type: ignore[attr-defined]
            await person.pilot.pause(0.01)
    return await person.looks()


def teams(text: str) -> list[str]:
    """The lines of the teams, with what stands above them."""
    lines = text.splitlines()
    first = next(place for place, line in enumerate(lines) if line.split()[:2] == ["team", "people"])
    return lines[first : first + 5]


async def test_the_teams_show_where_home_has_them_before_anything_is_loaded(examples: Workspace, slow: Loading) -> None:
    async with arriving() as person:
        before = person.sees()
        assert person.screen == "ArrivingScreen"
        home = await let_go(person, slow, "HomeScreen")
        assert teams(before) == teams(home)
        place, title = (before.splitlines().index(teams(before)[0]), before.splitlines()[2])
        assert (home.splitlines()[place], home.splitlines()[2]) == (teams(before)[0], title)
        assert "Reading" in before
        assert "6 responses" in home


async def test_what_is_typed_before_is_heard_in_its_order_when_home_is_there(autopatch: Workspace) -> None:
    app = MaturityApp(FolderSoFar(autopatch.folder))
    async with app.run_test(size=(80, 24)):
        for key in ("n", "4"):
            app.post_message(events.Key(key, key))
        async with asyncio.timeout(PATIENCE):
            while not (app.hears_keys and list(ANSWERS.glob("network--*.toml"))):
                await asyncio.sleep(0.01)
        app.exit()
    assert len(list(ANSWERS.glob("network--*.toml"))) == 1


@pytest.mark.parametrize("key", ["q", "ctrl+q", "f10"])
async def test_leaving_does_not_wait_for_what_is_loaded(
    slow: Loading, key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.app.arriving._A_STEP", 0)
    async with arriving() as person:
        await person.press(key)
        assert person.app.return_code == 0
        assert not slow.released.is_set()


async def until_it_ended(slow: Loading) -> None:
    async with arriving() as person, asyncio.timeout(PATIENCE):
        slow.released.set()
        while person.app.return_code is None:
            await person.pilot.pause(0.01)


async def test_a_fault_while_loading_is_said_like_any_other(slow: Loading, tmp_path: Path) -> None:
    slow.problem = LookupError("nobody's answers")
    with pytest.raises(WorkerFailed):
        await until_it_ended(slow)
    assert "LookupError" in (tmp_path / "last-fault.log").read_text(encoding="utf-8")


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each file keeps whoever opens it waiting."""
    released = threading.Event()

    def hang(path: Path) -> bytes:
        released.wait(PATIENCE)
        return read_bytes(path)

    monkeypatch.setattr(one_file, "read_bytes", hang)
    monkeypatch.setattr(folder_page, "_PATIENCE", 0.01)
    yield
    released.set()
    for thread in threading.enumerate():
        if thread.name in ("beginning", "reading"):
            thread.join(PATIENCE)


@pytest.mark.usefixtures("examples", "hanging")
async def test_a_file_that_keeps_whoever_opens_it_waiting_does_not_keep_home_from_hearing_keys() -> None:
    async with arriving() as person, asyncio.timeout(PATIENCE):
        person.is_patient = False
        while not person.app.hears_keys:  # type: ignore[attr-defined]
            await person.pilot.pause(0.01)
        assert "Reading the folder" in person.sees()
        await person.press("n")
        assert person.screen == "StartDialog"


OURS: Final = {
    "app": "app arriving background colours leaving terminal theme_choice themes",
    "app.screens": "arriving home_rows",
    "app.widgets": "literal terminal_cursor top_bar",
    "cli": "console exit_codes folders opening pasting",
    "files": "heads links places settings",
    "pictures": "shapes signs",
}
"""What the first paint may load of the top floor; a name more costs everybody's start."""
OF_THE_LOWEST: Final = {"faults", "front", "reading", "shape", "text", "words"}
OF_OTHERS: Final = {"platformdirs", "pygments", "rich", "textual", "typing_extensions", "markdown_it", "mdurl"}

UNTIL_PAINTED: Final = """
import json, sys
from pathlib import Path
from types import SimpleNamespace
before = set(sys.modules)
from maturity.cli import opening
opening.is_refused = lambda: False
def painted(app):
    from maturity.app.arriving import ArrivingApp
    def ends(app, folder):
        sys.stderr.write(json.dumps(sorted(set(sys.modules) - before)))
        app.exit()
    ArrivingApp._load = ends
    app.run(headless=True)
    return 0
opening.opened = painted
opening.opened_at_once(SimpleNamespace(workspace=Path(sys.argv[1])))
"""


def test_nothing_but_the_first_screen_is_loaded_before_it_is_painted(tmp_path: Path) -> None:
    write_examples(tmp_path / "demo")
    done = subprocess.run(
        [sys.executable, "-c", UNTIL_PAINTED, tmp_path / "demo"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stderr))
    top = {f"{room}.{name}" for room, names in OURS.items() for name in names.split()}
    rooms = {*OURS, "terminal"}
    ours = {name.partition(".")[2] for name in loaded if name.startswith("maturity.")}
    assert ours - rooms == top
    assert {name.partition(".")[2] for name in loaded if name.startswith("questionnaires.")} == OF_THE_LOWEST
    packages = {name.partition(".")[0] for name in loaded}
    assert packages - sys.stdlib_module_names - {"maturity", "questionnaires"} <= OF_OTHERS
