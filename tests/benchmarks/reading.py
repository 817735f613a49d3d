"""How a folder of many files is read: `python -m uv run python -m tests.benchmarks.reading [FILES ...]`.

The yardstick of what takes long is reading the same folder in one go, as the command line does, in the same run; of a
key, the same key when nothing is read. Ratios hold on other machines, seconds do not. Nothing here is asserted in the
test suite.
"""

from __future__ import annotations

import asyncio
import gc
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from textual import events
from textual.pilot import Pilot

from maturity.app.app import MaturityApp
from maturity.app.screens.comparison import ComparisonScreen
from maturity.app.screens.home import HomeScreen
from maturity.app.screens.page import Dialog
from maturity.files.gathering import KnownFiles, gather
from maturity.files.workspace import Workspace, file_name, to_bytes
from questionnaires import Questionnaire, builtin
from tests.benchmarks.keys import PAINTS, Row
from tests.benchmarks.speed import response

FILES: Final = 10_000
DIFFERENT: Final = 140
"""Responses that are made; the others say the same as one of them, by other people. Making one takes longer than
reading it."""
OLD: Final = 1_700_000_000
"""Seconds since 1970: files that were written long before they are read."""
A_BREATH: Final = 0.002
IN_ONE_GO: Final = "reading the folder in one go"
AT_REST: Final = "the same key when nothing is read"


def fill(folder: Path, questionnaire: Questionnaire, files: int) -> None:
    """Full responses of every team."""
    chance = random.Random(2026)
    teams = [team.id for team in questionnaire.teams]
    made = [
        response(questionnaire, teams[number % len(teams)], number, chance) for number in range(min(files, DIFFERENT))
    ]
    texts = [(file_name(one), to_bytes(one).decode(), one.respondent.id) for one in made]
    for number in range(files):
        name, text, identifier = texts[number % len(texts)]
        another = f"resp{number:06d}"
        path = folder / name.replace(identifier, another)
        path.write_text(text.replace(identifier, another), encoding="utf-8", newline="")
        os.utime(path, (OLD, OLD))
    os.utime(folder, (OLD, OLD))


async def until(is_so: Callable[[], bool]) -> None:
    while not is_so():
        await asyncio.sleep(A_BREATH)


async def press(pilot: Pilot[None], key: str, is_so: Callable[[], bool]) -> float:
    """Seconds by the clock from a key until its effect was drawn.

    What Textual has for tests waits until the processor has nothing to do, which is what is measured here.
    """
    begun, work = time.perf_counter(), PAINTS.work
    pilot.app.post_message(events.Key(key, None))
    await until(lambda: is_so() and PAINTS.work > work)
    return time.perf_counter() - begun


async def keys_while(pilot: Pilot[None], home: HomeScreen, goes_on: Callable[[], bool]) -> list[float]:
    """What a key takes, each pressed as soon as the one before has had its effect: people unfold and fold again, help
    opens and closes."""
    times: list[float] = []
    while goes_on():
        was = home.view.is_unfolded
        times.append(await press(pilot, "f", lambda was=was: home.view.is_unfolded is not was))  # type: ignore[misc]
        times.append(await press(pilot, "question_mark", lambda: pilot.app.screen is not home))
        times.append(await press(pilot, "escape", lambda: pilot.app.screen is home))
    return times


@asynccontextmanager
async def at_home(folder: Path, questionnaire: Questionnaire) -> AsyncIterator[tuple[Pilot[None], HomeScreen]]:
    """The app on its first screen, as soon as there is one."""
    app = MaturityApp(Workspace(folder, questionnaire))
    async with app.run_test(size=(100, 30)) as pilot:
        await until(lambda: isinstance(app.screen, HomeScreen) and app.screen.is_mounted)
        assert isinstance(app.screen, HomeScreen)
        yield pilot, app.screen


async def looked_at(folder: Path, questionnaire: Questionnaire, one_go: float) -> list[Row]:
    """Nobody presses a key until everything is there; then somebody compares, and a file comes."""
    begun = time.perf_counter()
    async with at_home(folder, questionnaire) as (pilot, home):
        found: list[Row] = []

        def note(what: str, limit: float) -> None:
            found.append((what, (time.perf_counter() - begun) / one_go, limit, IN_ONE_GO))

        await until(lambda: home.done > 0)
        note("the count shows", 0.5)
        await until(lambda: home.has_read)
        note("everything is read in the app", 1.3)
        begun = time.perf_counter()
        await press(pilot, "f", lambda: home.view.is_unfolded)
        note("all people unfold", 0.3)
        begun = time.perf_counter()
        home.action_reload()
        await until(lambda: not home.is_reading)
        note("looking again at what did not change", 0.2)
        made = response(questionnaire, questionnaire.teams[0].id, 999_999, random.Random(1))
        (folder / "comes.toml").write_bytes(to_bytes(made))
        before, begun = len(home.gathered.files), time.perf_counter()
        home.look_for_others()
        await until(lambda: len(home.gathered.files) > before)
        note("a file that came is there, once looked for", 0.2)
        begun = time.perf_counter()
        await press(pilot, "c", lambda: isinstance(pilot.app.screen, ComparisonScreen) and pilot.app.screen.is_mounted)
        note("comparing all of them", 1.0)
        return found


async def in_use(folder: Path, questionnaire: Questionnaire) -> list[Row]:
    """Keys are pressed while the folder is read, each as soon as the one before has had its effect."""
    async with at_home(folder, questionnaire) as (pilot, home):
        await until(lambda: home.done > 0)
        while_read = await keys_while(pilot, home, lambda: home.is_reading)
        await until(lambda: home.has_read)
        laps = iter(range(20))
        at_rest = await keys_while(pilot, home, lambda: next(laps, None) is not None)
        home.known = KnownFiles()
        home.action_reload()
        await until(lambda: home.done > 0)
        opened = await press(pilot, "n", lambda: isinstance(pilot.app.screen, Dialog) and pilot.app.screen.is_mounted)
        await press(pilot, "escape", lambda: pilot.app.screen is home)
        usual = statistics.median(at_rest)
        count = f", of {len(while_read)}"
        return [
            ("a key while the folder is read", statistics.median(while_read) / usual, 1.3, AT_REST),
            (f"the slowest{count}", max(while_read) / usual, 10, AT_REST),
            ("beginning to answer while it is read", opened / usual, 10, AT_REST),
        ]


def rows(files: int = FILES) -> Iterator[Row]:
    """A folder of so many files on the first screen."""
    questionnaire = builtin()
    gc.set_threshold(200_000, 20, 20)  # as the command does before the app begins
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder, questionnaire, files)
        begun = time.perf_counter()
        gather([folder], questionnaire)
        one_go = time.perf_counter() - begun
        found = asyncio.run(in_use(folder, questionnaire)) + asyncio.run(looked_at(folder, questionnaire, one_go))
        for what, ratio, limit, yardstick in found:
            yield f"{files:,} files: {what}", ratio, limit, yardstick


def main() -> None:
    sizes: list[Any] = sys.argv[1:] or [FILES]
    for size in sizes:
        for name, ratio, limit, yardstick in rows(int(size)):
            mark = "  above" if ratio > limit else ""
            sys.stdout.write(f"{name:<62}{ratio:>8.3f} x {yardstick}, at most {limit:.1f}{mark}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
