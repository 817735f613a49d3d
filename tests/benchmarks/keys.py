"""How long a key takes until what it changes is drawn: `python -m uv run python -m tests.benchmarks.keys`; with
`what-if`, until what would follow is drawn in a workshop.

As ratios to a bare option list with the titles of the agenda that moves in the same run, because absolute times depend
on the machine; in time of the processor, because others may be using it. The slowest of a hundred keys is held to the
median of the bare list as well. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest import mock

from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.app import MaturityApp
from maturity.app.screens.answering import AnsweringScreen
from maturity.app.screens.comparison import ComparisonScreen
from maturity.app.screens.home import HomeScreen
from maturity.app.screens.review import ReviewScreen
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.workshop import WorkshopScreen
from maturity.files.examples import write_examples
from maturity.files.keeper import Keeper
from maturity.files.workspace import Workspace, file_name, to_bytes
from maturity.rounds.workshop import Workshop
from questionnaires import builtin
from questionnaires.words import Depth
from tests.benchmarks.speed import response

Row = tuple[str, float, float, str]
"""What was measured, its ratio, the most it may be, and what it is a ratio to."""

WHAT_IF_SIZES: Final = ((80, 24), (120, 40))
SIZE: Final = (120, 40)
MOVES: Final = 15
PEOPLE: Final = 3
ROUNDS: Final = 4
QUESTIONS: Final = 60
"""Questions that are answered, one after the other."""
PAUSE: Final = 0.05
"""Seconds between two keys, as of somebody who types fast; in them what may come next is drawn ahead."""
USUAL: Final = 1.3
WORST: Final = 3.0
YARDSTICK: Final = "a bare list moving"


class BareList(App[None]):
    """An option list of Textual, and nothing else."""

    def __init__(self, titles: list[str]) -> None:
        super().__init__()
        self.titles = titles

    def compose(self) -> ComposeResult:
        yield OptionList(*(Option(title) for title in self.titles))


class Paints:
    """How much this thread had worked when anything was last drawn, in any app."""

    def __init__(self) -> None:
        self.work = 0.0
        display = App._display

        def noted(app: App[Any], screen: Any, renderable: Any) -> None:
            display(app, screen, renderable)
            if isinstance(renderable, CompositorUpdate):
                renderable.render_segments(app.console)  # what a terminal would be sent
            self.work = time.thread_time()

        App._display = noted  # type: ignore[method-assign, assignment]


PAINTS = Paints()


@dataclass
class Saves:
    """How long saving took, by the clock and by the processor, and how much of a key's work was saving."""

    by_clock: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    @contextmanager
    def noted(self) -> Iterator[None]:
        keep = Keeper.keep

        def measured(keeper: Keeper, response: Any) -> None:
            start, begun = time.thread_time(), time.perf_counter()
            keep(keeper, response)
            self.work.append(time.thread_time() - start)
            self.by_clock.append(time.perf_counter() - begun)

        with mock.patch.object(Keeper, "keep", measured):
            yield


async def painted(app: App[Any], key: str) -> float | None:
    """Seconds from a key until the last of what it changes has been drawn; None where it changed nothing."""
    start = time.thread_time()
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    await asyncio.sleep(PAUSE)
    return PAINTS.work - start if PAINTS.work > start else None


async def moved(app: App[Any], keys: tuple[str, str] = ("down", "up")) -> list[float]:
    """Down and up again, as often as it takes."""
    times = [await painted(app, key) for key in (keys[0],) * MOVES + (keys[1],) * MOVES]
    return [taken for taken in times if taken is not None]


async def at(app: App[Any], size: tuple[int, int], begin: Callable[[Any], Awaitable[None]]) -> float:
    return statistics.median(await times_at(app, size, begin))


async def times_at(app: App[Any], size: tuple[int, int], begin: Callable[[Any], Awaitable[None]]) -> list[float]:
    """What every move took."""
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        await pilot.pause()
        return [taken for _ in range(ROUNDS) for taken in await moved(app)]


async def first(pilot: Any) -> None:
    await pilot.press("home")


def seven_teams(folder: Path) -> None:
    """Answers of all seven teams to the full questionnaire, three people each."""
    questionnaire, chance = builtin(), random.Random(2026)
    for place, team in enumerate(questionnaire.teams):
        for number in range(PEOPLE):
            made = response(questionnaire, team.id, place * PEOPLE + number, chance, of_one_mind=True)
            (folder / file_name(made)).write_bytes(to_bytes(made))


def demo(folder: Path) -> None:
    write_examples(folder)


FOLDERS: Final[dict[str, Callable[[Path], None]]] = {"demo": demo, "seven teams": seven_teams}


async def until(pilot: Any, screen: type[Any]) -> Any:
    """That screen, once it is on top and everything it waits for is there."""
    while not isinstance(pilot.app.screen, screen) or getattr(pilot.app.screen, "room", "") is None:
        await pilot.pause(PAUSE)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause(PAUSE * 4)
    return pilot.app.screen


Times = dict[str, list[float]]


async def lists_of(folder: Path) -> Times:
    """Moving in each list and picture of the folder."""
    taken: Times = {}
    async with MaturityApp(Workspace(folder, builtin())).run_test(size=SIZE) as pilot:
        app = pilot.app

        async def note(name: str, keys: tuple[str, str] = ("down", "up")) -> None:
            await pilot.pause(PAUSE * 4)
            taken[name] = [one for _ in range(ROUNDS) for one in await moved(app, keys)]

        await until(pilot, HomeScreen)
        if not app.screen.view.is_unfolded:  # type: ignore[attr-defined]
            await pilot.press("f")
        await note("home")
        await pilot.press("v")
        await until(pilot, ReviewScreen)
        await note("review")
        await pilot.press("escape")
        await until(pilot, HomeScreen)
        await pilot.press("c")
        comparison: ComparisonScreen = await until(pilot, ComparisonScreen)
        for place, tab in enumerate(comparison.tabs):
            comparison.action_show(place)
            for view in tab.views:
                await note(f"{tab.title.lower()}, {view.name.lower()}" if len(tab.views) > 1 else tab.title.lower())
                await pilot.press("v")
        comparison.action_show(1)
        await pilot.press("enter")
        await note("agenda, page by page", ("right", "left"))
        await pilot.press("escape", "escape", "escape", "w")
        await until(pilot, WorkshopScreen)
        await note("workshop list")
    return taken


async def answering(folder: Path, depth: Depth, saves: Saves) -> Times:
    """Answering one question after the other: a digit, and the next question."""
    questionnaire, chance = builtin(), random.Random(2026)
    workspace = Workspace(folder, questionnaire)
    begun = workspace.begin(questionnaire.teams[0].id, depth, "")
    taken: Times = {"moving in a scale": [], "choosing an option": [], "the next question": []}
    async with MaturityApp(workspace, begun).run_test(size=SIZE) as pilot:
        screen: AnsweringScreen = await until(pilot, AnsweringScreen)
        with saves.noted():
            while screen.is_current and screen.interview.place < QUESTIONS:
                interview = screen.interview
                if interview.rule_to_read is not None:
                    await painted(pilot.app, "enter")
                    continue
                if interview.is_asking:
                    for key in ("down", "up"):
                        taken["moving in a scale"] += [one for one in [await painted(pilot.app, key)] if one]
                is_chosen = interview.is_asking
                key = str(chance.randrange(6)) if is_chosen else "enter"
                name = "choosing an option" if is_chosen else "the next question"
                taken[name] += [one for one in [await painted(pilot.app, key)] if one]
    return taken


def percentile(times: list[float]) -> float:
    """What 99 of a hundred keys stay below."""
    return statistics.quantiles(times, n=100, method="inclusive")[98]


def bare_list() -> list[float]:
    titles = [question.title for question in builtin().questions[: MOVES * 2]]
    return asyncio.run(times_at(BareList(titles), SIZE, first))


def measured(name: str, fill: Callable[[Path], None]) -> Iterator[tuple[str, list[float], Saves | None]]:
    """What was timed in a folder."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        fill(folder)
        for what, times in asyncio.run(lists_of(folder)).items():
            yield f"{name}: {what}", times, None
        depth = Depth.CORE if fill is demo else Depth.FULL
        saves = Saves()
        for what, times in asyncio.run(answering(folder, depth, saves)).items():
            yield f"{name}: {what}", times, saves if what == "choosing an option" else None


def rows() -> Iterator[Row]:
    """Each list, picture and answer: the usual key, and the slowest of a hundred."""
    bare = statistics.median(bare_list())
    for name, fill in FOLDERS.items():
        for what, times, saves in measured(name, fill):
            if len(times) < MOVES:  # nothing to move in: what was drawn now and then was of something else
                continue
            yield what, statistics.median(times) / bare, USUAL, YARDSTICK
            yield f"{what}, 99 of 100", percentile(times) / bare, WORST, YARDSTICK
            if saves is not None:
                yield f"{name}: of a choice, saving (processor)", statistics.median(saves.work) / bare, USUAL, YARDSTICK
                yield f"{name}: of a choice, saving (clock)", statistics.median(saves.by_clock) / bare, 0, YARDSTICK


async def what_if(folder: Path) -> None:
    """What would follow from an outcome, and from the answer of a team, on the full questionnaire with seven teams."""
    workspace = Workspace(folder, builtin())
    talk = Workshop.open(workspace, None, clock.today())
    titles = [item.title for item in talk.items]
    kinds = {talk.questionnaire.question_by_id[item.question].kind: item for item in reversed(talk.items)}
    for size in WHAT_IF_SIZES:
        bare = await times_at(BareList(titles), size, first)
        usual = statistics.median(bare)
        sys.stdout.write(f"{size[0]}x{size[1]}  a bare list{usual * 1000:>26.1f} ms, worst {max(bare) * 1000:.1f} ms\n")
        for kind, item in kinds.items():
            for name, keys in (("outcome", ("r", "x")), ("team", ("r", "x", "right"))):

                async def turn(pilot: Any, question: str = item.question, keys: tuple[str, ...] = keys) -> None:
                    while not isinstance(screen := pilot.app.screen, WorkshopScreen) or screen.room is None:
                        await pilot.pause(PAUSE)
                    screen.talk_about(question)
                    await pilot.pause()
                    await pilot.press(*keys)
                    await pilot.pause()
                    assert pilot.app.screen.mode is Mode.TRYING

                app = MaturityApp(workspace, is_workshop=True)
                taken = await times_at(app, size, turn)
                median, worst = statistics.median(taken), max(taken)
                sys.stdout.write(
                    f"{size[0]}x{size[1]}  {kind.value:<13} {name:<8}{median * 1000:>15.1f} ms {median / usual:>6.2f} x"
                    f", worst {worst * 1000:>5.1f} ms {worst / max(bare):>6.2f} x\n"
                )


def main() -> None:
    for name, ratio, limit, yardstick in rows():
        mark = "  above" if limit and ratio > limit else ""
        sys.stdout.write(f"{name:<58}{ratio:>7.2f} x {yardstick}, at most {limit:.1f}{mark}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:] == ["what-if"]:
        with tempfile.TemporaryDirectory() as place:
            seven_teams(Path(place))
            asyncio.run(what_if(Path(place)))
    else:
        main()
