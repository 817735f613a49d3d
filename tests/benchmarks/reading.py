"""How a folder of many files is read: `python -m uv run python -m tests.benchmarks.reading [FILES ...]`.

The yardstick of every row is reading the same folder in one go, as the command line does, in the same run: ratios hold
on other machines, seconds do not. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final
from unittest import mock

from textual import events
from textual.pilot import Pilot

from maturity.app.app import MaturityApp
from maturity.app.screens.home import HomeScreen
from maturity.files import one_file
from maturity.files.gathering import KnownFiles, gather
from maturity.files.workspace import Workspace, file_name, to_bytes
from questionnaires import Questionnaire, builtin, read_bytes
from tests.benchmarks.speed import response

SIZES: Final = (500, 2_000)
OLD: Final = 1_700_000_000
"""Seconds since 1970: files that were written long before they are read."""
A_BREATH: Final = 0.002


class Opened:
    """Counts the files that are opened."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, path: Path) -> bytes:
        self.count += 1
        return read_bytes(path)

    def said(self) -> str:
        """How many since this was last asked."""
        count, self.count = self.count, 0
        return f"{count:,} files opened"


def fill(folder: Path, questionnaire: Questionnaire, files: int) -> None:
    """Full responses of every team."""
    chance = random.Random(2026)
    teams = [team.id for team in questionnaire.teams]
    for number in range(files):
        made = response(questionnaire, teams[number % len(teams)], number, chance)
        path = folder / file_name(made)
        path.write_bytes(to_bytes(made))
        os.utime(path, (OLD, OLD))


async def until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        await asyncio.sleep(A_BREATH)


def row(what: str, seconds: float, yardstick: float, more: str = "") -> None:
    sys.stdout.write(f"{what:<34}{seconds * 1000:>10.0f} ms {seconds / yardstick:>9.4f}   {more}\n")


async def keys_meanwhile(pilot: Pilot[None], home: HomeScreen) -> list[float]:
    """Seconds from a key to its effect, while the folder is read: the cursor goes down, help opens and closes."""
    times: list[float] = []

    async def press(key: str, is_so: Callable[[], bool]) -> None:
        begun = time.perf_counter()
        # What Textual has for tests waits until the processor has nothing to do, which is what is measured here.
        pilot.app.post_message(events.Key(key, None))
        await until(is_so)
        times.append(time.perf_counter() - begun)

    while home.is_reading:
        place = home.view.rows.highlighted or 0
        await press("down", lambda place=place: home.view.rows.highlighted == place + 1 or not home.is_reading)  # type: ignore[misc]
        await press("question_mark", lambda: pilot.app.screen is not home)
        await press("escape", lambda: pilot.app.screen is home)
    return times


@asynccontextmanager
async def at_home(folder: Path, questionnaire: Questionnaire) -> AsyncIterator[tuple[Pilot[None], HomeScreen]]:
    """The app on its first screen, as soon as there is one."""
    app = MaturityApp(Workspace(folder, questionnaire))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: isinstance(app.screen, HomeScreen) and app.screen.is_mounted)
        assert isinstance(app.screen, HomeScreen)
        yield pilot, app.screen


async def looked_at(folder: Path, questionnaire: Questionnaire, yardstick: float, opened: Opened) -> None:
    """Nobody presses a key until everything is there."""
    begun = time.perf_counter()
    async with at_home(folder, questionnaire) as (pilot, home):
        await until(lambda: bool(home.view.rows.files))
        row("the first lines", time.perf_counter() - begun, yardstick, opened.said())
        await until(lambda: home.has_read)
        row("all lines", time.perf_counter() - begun, yardstick, opened.said())
        for name, keys in (("opening and closing help", ("question_mark", "escape")), ("r", ("r",))):
            begun = time.perf_counter()
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            row(name, time.perf_counter() - begun, yardstick, opened.said())


async def in_use(folder: Path, questionnaire: Questionnaire, yardstick: float, opened: Opened) -> None:
    """Keys are pressed while the folder is read, each as soon as the one before has had its effect."""
    async with at_home(folder, questionnaire) as (pilot, home):
        await until(lambda: bool(home.view.rows.files))
        times = await keys_meanwhile(pilot, home)
        more = f"{len(times)} keys; the slowest {max(times) * 1000:.0f} ms"
        row("a key while it is read", statistics.median(times), yardstick, more)
        opened.said()
        home.known = KnownFiles()
        home.action_reload()
        await until(lambda: home.done > 0)
        begun = time.perf_counter()
    row("quitting while it is read", time.perf_counter() - begun, yardstick, opened.said())


def main() -> None:
    questionnaire, opened = builtin(), Opened()
    for files in [int(size) for size in sys.argv[1:]] or SIZES:
        with tempfile.TemporaryDirectory() as name, mock.patch.object(one_file, "read_bytes", opened):
            folder = Path(name)
            fill(folder, questionnaire, files)
            begun = time.perf_counter()
            gather([folder], questionnaire)
            yardstick = time.perf_counter() - begun
            sys.stdout.write(f"{files:,} files {'':<24}{'time':>9}    {'ratio':>9}\n")
            row("reading them in one go", yardstick, yardstick, opened.said())
            asyncio.run(looked_at(folder, questionnaire, yardstick, opened))
            asyncio.run(in_use(folder, questionnaire, yardstick, opened))


if __name__ == "__main__":
    main()
