"""How long a key takes until list and pane are drawn: `python -m uv run python -m tests.benchmarks.keys`.

As ratios to a bare option list with the titles of the agenda that moves in the same run, because absolute times depend
on the machine; in time of the processor, because others may be using it. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import asyncio
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

from maturity.app.app import MaturityApp
from maturity.files.workspace import Workspace
from maturity.results.model import Results
from questionnaires import builtin
from tests.given.example_results import example_results

SIZES = ((120, 40), (200, 60))
TABS = {"agenda": "2", "criteria": "3", "ownership": "5", "control": "6"}
MOVES = 15
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
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        await pilot.pause()
        times = [taken for _ in range(ROUNDS) for taken in await moved(app)]
        return statistics.median(times)


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


if __name__ == "__main__":
    asyncio.run(main(example_results()))
