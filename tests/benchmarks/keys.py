"""How long a key takes until list and pane are drawn: `python -m uv run python -m tests.benchmarks.keys`; with
`what-if`, until what would follow is drawn in a workshop.

As ratios to a bare option list with the titles of the agenda that moves in the same run, because absolute times depend
on the machine; in time of the processor, because others may be using it. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import asyncio
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from textual import events
from textual._compositor import CompositorUpdate
from textual.app import App, ComposeResult
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from maturity import clock
from maturity.app.app import MaturityApp
from maturity.app.screens.talk_modes import Mode
from maturity.app.screens.workshop import WorkshopScreen
from maturity.files.workspace import Workspace, file_name, to_bytes
from maturity.results.model import Results
from maturity.rounds.workshop import Workshop
from questionnaires import builtin
from tests.benchmarks.speed import response
from tests.given.example_results import example_results

SIZES = ((120, 40), (200, 60))
WHAT_IF_SIZES = ((80, 24), (120, 40))
TABS = {"agenda": "2", "criteria": "3", "ownership": "5", "control": "6"}
MOVES = 15
PEOPLE = 3
ROUNDS = 3
PAUSE = 0.05
"""Seconds between two keys, as of somebody who types fast; in them what may come next is drawn ahead."""


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


async def painted(app: App[Any], key: str) -> float | None:
    """Seconds from a key until the last of what it changes has been drawn; None where it changed nothing."""
    start = time.thread_time()
    app.post_message(events.Key(key, None))
    await asyncio.sleep(PAUSE)
    return PAINTS.work - start if PAINTS.work > start else None


async def moved(app: App[Any]) -> list[float]:
    """Down and up again, as often as it takes."""
    times = [await painted(app, key) for key in ("down",) * MOVES + ("up",) * MOVES]
    return [taken for taken in times if taken is not None]


async def at(app: App[Any], size: tuple[int, int], begin: Callable[[Any], Awaitable[None]]) -> float:
    return statistics.median(await times_at(app, size, begin))


async def times_at(app: App[Any], size: tuple[int, int], begin: Callable[[Any], Awaitable[None]]) -> list[float]:
    """What every move took."""
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        await pilot.pause()
        return [taken for _ in range(ROUNDS) for taken in await moved(app)]


async def main(results: Results) -> None:
    titles = [entry.title for entry in results.agenda]
    for size in SIZES:

        async def nothing(pilot: Any) -> None:
            await pilot.press("home")

        bare = await at(BareList(titles), size, nothing)
        sys.stdout.write(f"{size[0]}x{size[1]}  a bare list{bare * 1000:>26.1f} ms\n")
        for name, key in TABS.items():

            async def turn(pilot: Any, key: str = key) -> None:
                await pilot.press(key)

            with tempfile.TemporaryDirectory() as folder:
                app = MaturityApp(Workspace(Path(folder), builtin()), results=results)
                taken = await at(app, size, turn)
            sys.stdout.write(f"{size[0]}x{size[1]}  {name:<12}{taken * 1000:>25.1f} ms {taken / bare:>6.2f} x\n")


def seven_teams(folder: Path) -> None:
    """Answers of all seven teams to the full questionnaire, three people each."""
    questionnaire, chance = builtin(), random.Random(2026)
    for place, team in enumerate(questionnaire.teams):
        for number in range(PEOPLE):
            made = response(questionnaire, team.id, place * PEOPLE + number, chance, of_one_mind=True)
            (folder / file_name(made)).write_bytes(to_bytes(made))


async def what_if(folder: Path) -> None:
    """What would follow from an outcome, and from the answer of a team, on the full questionnaire with seven teams."""
    workspace = Workspace(folder, builtin())
    talk = Workshop.open(workspace, None, clock.today())
    titles = [item.title for item in talk.items]
    kinds = {talk.questionnaire.question_by_id[item.question].kind: item for item in reversed(talk.items)}
    for size in WHAT_IF_SIZES:

        async def nothing(pilot: Any) -> None:
            await pilot.press("home")

        bare = await times_at(BareList(titles), size, nothing)
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


if __name__ == "__main__":
    if sys.argv[1:] == ["what-if"]:
        with tempfile.TemporaryDirectory() as place:
            seven_teams(Path(place))
            asyncio.run(what_if(Path(place)))
    else:
        asyncio.run(main(example_results()))
