"""A person at the keyboard: opens the app, presses keys, reads the screen; and what the file holds afterwards."""

from __future__ import annotations

import asyncio
import tomllib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any, Final

from textual import events
from textual._compositor import Compositor
from textual.app import App
from textual.pilot import Pilot

from maturity.app.app import MaturityApp
from maturity.app.screens.answering import AnsweringScreen
from maturity.files.gathering import ResponseFile
from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.builders import THEN
from tests.given.snapshots import screen_text

ANSWERS: Final = Path("answers")
"""The workspace of these tests, in the folder they run in: no path of a machine on a screen."""

_CHARACTERS: Final = {"space": " ", "question_mark": "?"}


class Person:
    """Presses keys one at a time, each when the one before has had its effect.

    `is_patient` is waiting for a folder to be read before the next key.
    """

    def __init__(self, pilot: Pilot[Any], *, is_patient: bool = True) -> None:
        self.pilot = pilot
        self.is_patient = is_patient

    @property
    def app(self) -> App[Any]:
        return self.pilot.app

    @property
    def screen(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    async def press(self, *keys: str) -> None:
        for key in keys:
            self._send(key)
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """As when a slow line delivers several keys together."""
        for key in keys:
            self._send(key)
        for _ in keys:
            await self.settle()

    async def read_rule(self) -> None:
        """Goes on to the first question of a section, where one is at its rule."""
        screen = self.app.screen
        if isinstance(screen, AnsweringScreen) and screen.interview.rule_to_read is not None:
            await self.press("enter")

    async def type(self, text: str) -> None:
        """Types into a field; nothing is looked at in between."""
        for character in text:
            self._send(character)
        await self.settle()

    def _send(self, key: str) -> None:
        character = key if len(key) == 1 else _CHARACTERS.get(key)
        self.app.post_message(events.Key(key, character))

    async def settle(self) -> None:
        await self._until_nothing_follows()
        reading = [worker for worker in self.app.workers if worker.group == "reading" and not worker.is_finished]
        if reading and self.is_patient:
            await self.app.workers.wait_for_complete(reading)
            await self._until_nothing_follows()

    async def rest(self) -> None:
        """Waits until nothing moves any more: searching, scrolling and the footer go on after the key."""
        await self.app.workers.wait_for_complete()
        await self.settle()
        while self.app.animator._animations or self.app._batch_count or self.app._resize_timer:
            self.app.animator()
            await asyncio.sleep(0.001)
            await self.settle()

    async def _until_nothing_follows(self) -> None:
        """Every message has been handled, with those it led to, and what they changed is laid out."""
        loop: Any = asyncio.get_running_loop()
        await asyncio.sleep(0)  # what comes from a thread or a signal is seen even where nothing was ready
        following = True
        while following:
            while loop._ready:
                await asyncio.sleep(0)
            self.app.screen._on_timer_update()
            following = bool(loop._ready)

    def sees(self) -> str:
        return screen_text(self.app)

    async def looks(self) -> str:
        """The screen when it has come to rest."""
        await self.rest()
        return self.sees()

    async def footer(self) -> str:
        """The last line of the screen: the keys that work now."""
        await self.rest()
        return self.sees().rstrip("\n").splitlines()[-1]


@contextmanager
def drawn_when_looked_at() -> Iterator[None]:
    """A screen is drawn when a test looks at it, and not also at every change for a terminal that nobody sees.

    On a large screen drawing takes half of the time of a test. What is drawn, and how, is the same.
    """

    def leave(self: Compositor, full: bool = False, **how: Any) -> Any:
        if full:
            return draw(self, full, **how)
        self._dirty_regions.clear()
        return None

    draw = Compositor.render_update
    Compositor.render_update = leave  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        Compositor.render_update = draw  # type: ignore[method-assign]


@asynccontextmanager
async def sitting_at(
    app: App[Any], size: tuple[int, int] = (80, 24), *, toasts: bool = False, is_patient: bool = True
) -> AsyncIterator[Person]:
    """Somebody at any app of ours, a small host of one widget as well."""
    with drawn_when_looked_at():
        async with app.run_test(size=size, notifications=toasts) as pilot:
            person = Person(pilot, is_patient=is_patient)
            await person.settle()
            yield person


@asynccontextmanager
async def at_home(
    workspace: Workspace, size: tuple[int, int] = (80, 24), *, toasts: bool = False, is_patient: bool = True
) -> AsyncIterator[Person]:
    """Somebody who starts the app on a workspace."""
    async with sitting_at(MaturityApp(workspace), size, toasts=toasts, is_patient=is_patient) as person:
        yield person


@asynccontextmanager
async def answering(
    workspace: Workspace,
    question: str = "",
    *,
    team: str = "endpoint",
    depth: Depth = Depth.FULL,
    size: tuple[int, int] = (80, 24),
    toasts: bool = False,
    at_rule: bool = False,
) -> AsyncIterator[Person]:
    """Somebody at a question of a new response, who has read the rule of its section unless that is looked at."""
    file = workspace.begin(team, depth)
    if question:
        file = workspace.save(ResponseFile(file.path, file.response.at(question, THEN), file.digest))
    async with sitting_at(MaturityApp(workspace, file), size, toasts=toasts) as person:
        if not at_rule:
            await person.read_rule()
        yield person


def the_file() -> Path:
    """The one response file of the workspace."""
    (path,) = ANSWERS.glob("*.toml")
    return path


def saved() -> dict[str, Any]:
    """What the one response file holds."""
    return tomllib.loads(the_file().read_text(encoding="utf-8"))


def saved_answers() -> dict[str, Any]:
    """The answers in the one response file, by question."""
    answers: dict[str, Any] = saved()["answers"]
    return answers
