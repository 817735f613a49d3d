"""By hand: 10,000 random events over every screen, from fixed seeds.

`python -m tests.storms.events [--events 10000] [--seed 0] [--life 1000]` lets things happen to the app: keys, texts
pasted, clicks, sizes from 20×5 to 200×60, and now and then a disk that refuses. After each burst the app has to answer
help, and the files have to hold what was answered. Said are crashes, screens that are stuck, differences, and how
often each screen was seen.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter, deque
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from textual.app import App
from textual.pilot import Pilot

from maturity.app.app import MaturityApp
from maturity.app.screens.choose import ChooseDialog
from maturity.app.screens.comparison import ComparisonScreen
from maturity.app.screens.page import Page
from maturity.app.screens.too_small import TooSmall
from maturity.cli.console import put
from maturity.files.saving import NotSavedError, write_once
from tests.given.snapshots import screen_text
from tests.storms.chances import Event, click, next_event, resize, send_key
from tests.storms.folders import write_examples
from tests.storms.memory import Memory
from tests.storms.opening import every_screen, open_app

BURST: Final = 25
SLOW: Final = 10.0
"""Seconds for one event that are called stuck: machines differ, and are busy with other things."""
_HOPS: Final = 4
_REFUSES: Final = 0.05
"""How often the disk begins to refuse, by event."""
_REFUSES_ON: Final = 0.9
"""How often it goes on to."""
_QUITS_UNSAVED: Final = 0.15
"""How often somebody quits, by event, while something is not saved."""
_COPY: Final = re.compile(r"(\S+) could not be saved; all its answers are in (\S+): put that file in its place")
_HELP: Final = "╭─ Help ─"
_WAY_OUT: Final = 8
"""Boxes on boxes that Esc is to close at most."""


@dataclass(slots=True)
class Found:
    """What happened in all lives together."""

    events: int = 0
    screens: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)
    lives: int = 0
    answers: int = 0
    slowest: float = 0.0
    refused: int = 0
    rescued: int = 0


class Disk:
    """Writes responses, or refuses to for a while."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.refuses = False

    def write(self, path: Path, data: bytes, *, within: Path | None = None) -> None:
        if self.refuses:
            self.found.refused += 1
            raise NotSavedError(f"{path.name} was not saved: No space left on device. It will be tried again.")
        write_once(path, data, within=within)

    def put_back(self, last_words: str) -> bool:
        """Does what somebody is told who quits without saving; whether there was anything to do."""
        copies = _COPY.findall(last_words)
        for path, copy in copies:
            shutil.copy(copy, path)
        self.found.rescued += len(copies)
        return bool(copies)


class Life:
    """One run of the app, from its opening to the last event, or to a key that quits."""

    def __init__(self, folder: Path, chance: random.Random, memory: Memory, found: Found) -> None:
        self.folder, self.chance, self.memory, self.found = folder, chance, memory, found
        self.last: deque[str] = deque(maxlen=8)
        self.disk = Disk(found)

    async def live(self, events: int) -> None:
        app = open_app(self.folder)
        self.found.lives += 1
        try:
            with patch("maturity.files.workspace.write_once", self.disk.write):
                await self._run(app, events)
        except BaseException as error:  # whatever ends the app is what is looked for
            if isinstance(error, KeyboardInterrupt):
                raise
            places = " < ".join(
                f"{frame.name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)[:-9:-1]
            )
            self._is_bad(f"a crash: {type(error).__name__}: {str(error)[:120]} ({places})")
        else:
            if app.return_code and not self.disk.put_back(app.last_words):
                self._is_bad(f"ended with code {app.return_code}: {app.last_words}")

    async def _run(self, app: MaturityApp, events: int) -> None:
        async with app.run_test(size=(100, 30), notifications=True) as pilot:
            await self._go_on(app, pilot, events)

    async def _go_on(self, app: MaturityApp, pilot: Pilot[Any], events: int) -> None:
        await self._settle(pilot)
        for number in range(1, events + 1):
            self._note(app)
            self.disk.refuses = self.chance.random() < (_REFUSES_ON if self.disk.refuses else _REFUSES)
            began = time.monotonic()
            await self._happen(app, pilot, self._next(app))
            took = time.monotonic() - began
            self.found.slowest = max(self.found.slowest, took)
            if took > SLOW:
                self._is_bad(f"an event took {took:.1f} s")
            if app.return_code is not None or not app.is_running:
                break
            if number % BURST == 0:
                await self._look(app, pilot)
                if app.return_code is not None:
                    break

    def _next(self, app: MaturityApp) -> Event:
        if app.workspace.keepers.unsaved and self.chance.random() < _QUITS_UNSAVED:
            return ("key", "ctrl+q")
        return next_event(self.chance, app)

    def _note(self, app: App[Any]) -> None:
        """Which screen is on top; of the comparison which tab, of a question what is asked."""
        screen = app.screen
        self.found.screens[type(screen).__name__] += 1
        if isinstance(screen, ComparisonScreen):
            self.found.places[f"tab {screen.tabs[screen.current]}"] += 1
        elif isinstance(screen, ChooseDialog):
            self.found.places[screen.heading] += 1

    async def _happen(self, app: App[Any], pilot: Pilot[Any], event: Event) -> None:
        kind, *what = event
        self.found.events += 1
        self.found.kinds[kind] += 1
        self.last.append(f"{type(app.screen).__name__}: {kind} {' '.join(what)[:40]!r}")
        match kind:
            case "key" | "at once":
                for key in what:
                    send_key(app, key)
            case "one by one":
                for key in what:
                    send_key(app, key)
                    await self._settle(pilot)
                    self._note(app)
            case "paste":
                await _paste(app, what[0])
            case "click":
                click(app, int(what[0]), int(what[1]))
            case _:
                resize(app, int(what[0]), int(what[1]))
        await self._settle(pilot)

    async def _settle(self, pilot: Pilot[Any]) -> None:
        for _ in range(_HOPS):
            if pilot.app.return_code is not None:
                return
            await pilot.pause(0)

    # After each burst

    async def _look(self, app: App[Any], pilot: Pilot[Any]) -> None:
        """Out of every box by Esc; help opens and closes; and the files hold what was answered."""
        where = f"{type(app.screen).__name__}: "
        self.disk.refuses = False
        resize(app, 100, 30)
        await self._settle(pilot)
        end = time.monotonic() + SLOW
        while isinstance(app.screen, TooSmall) and time.monotonic() < end:
            await self._rest(pilot)  # Textual tells screens of a new size only after a moment
        for _ in range(_WAY_OUT):
            if isinstance(app.screen, Page):
                break
            send_key(app, "escape")
            await self._settle(pilot)
        for key, is_open in (("f1", True), ("escape", False)):
            send_key(app, key)
            end = time.monotonic() + SLOW
            while (_HELP in screen_text(app)) is not is_open and time.monotonic() < end:
                await self._rest(pilot)
            if (_HELP in screen_text(app)) is not is_open:
                words = "open" if is_open else "close"
                self._is_bad(f"stuck: {where}help did not {words} on {type(app.screen).__name__}")
        if "at least 60 wide" in screen_text(app):
            self._is_bad("stuck: the sentence on small windows stands on a large one")
        await self._compare(pilot)

    async def _rest(self, pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await self._settle(pilot)

    async def _compare(self, pilot: Pilot[Any]) -> None:
        end = time.monotonic() + 3
        while (differences := self.memory.differences(self.folder)) and time.monotonic() < end:
            await pilot.pause(0.1)
        self.learn(differences)

    def learn(self, differences: list[str]) -> None:
        """Says what is otherwise on disk, once."""
        if differences:
            self._is_bad(f"{len(differences)} other answers on disk: {differences[0][:300]}")
            self.memory.read(self.folder)

    def _is_bad(self, words: str) -> None:
        self.found.bad.append(f"{words}\n    after {'; '.join(self.last)}")


async def _paste(app: App[Any], text: str) -> None:
    from textual import events

    app.post_message(events.Paste(text))


async def go_on(seed: int, events: int, found: Found, begin: str = "example") -> None:
    """So many events from one seed, on one folder, in as many lives as it takes."""
    place = Path(tempfile.mkdtemp(prefix="maturity-events-"))
    chance, memory = random.Random(seed), Memory()
    folder = place / "answers"
    try:
        if begin == "example":
            write_examples(folder)
            (folder / "broken.toml").write_text("kind = 7\n", "utf-8")
        memory.read(folder)
        end = found.events + events
        homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(place))
        with patch.dict(os.environ, homes), memory.listening():
            while found.events < end:
                life = Life(folder, chance, memory, found)
                await life.live(end - found.events)
                life.learn(memory.differences(folder))
        found.answers += memory.given
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--events", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=0, help="the first seed")
    options.add_argument("--life", type=int, default=1000, help="events of one seed")
    chosen = options.parse_args()
    found, began = Found(), time.monotonic()
    for number in range(-(-chosen.events // chosen.life)):
        known, at = len(found.bad), time.monotonic()
        seed = chosen.seed + number
        asyncio.run(go_on(seed, chosen.life, found, "empty" if seed % 4 == 3 else "example"))
        put(f"seed {seed}: {time.monotonic() - at:.0f} s, {len(found.bad) - known} bad\n")
        put("".join(f"  {words}\n" for words in found.bad[known:]))
        sys.stdout.flush()
    unseen = sorted(every_screen() - set(found.screens))
    put(f"{found.events} events in {time.monotonic() - began:.0f} s, {found.lives} starts, {found.answers} answers\n")
    put(f"the slowest event took {found.slowest:.1f} s; kinds: {dict(found.kinds.most_common())}\n")
    put(f"{found.refused} writes refused, {found.rescued} copies put in their place\n")
    put(f"screens: {dict(found.screens.most_common())}\n")
    put(f"tabs and questions: {dict(found.places.most_common())}\n")
    put(f"never seen: {', '.join(unseen) or 'none'}\n")
    sorts = Counter(words.partition(":")[0] for words in found.bad)
    put(f"bad: {dict(sorts) or 'nothing'}\n")
    return 1 if found.bad or unseen else 0


if __name__ == "__main__":
    sys.exit(main())
