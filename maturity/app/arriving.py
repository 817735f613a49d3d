"""An app that shows its first screen before it is loaded.

What is painted first comes from the heads of files; everything else is loaded after that, in one thread
(`maturity.app.loading`). Until then the event loop imports nothing of ours, so that no module is loaded by two threads
at once, and what is typed is kept: home hears it in the same order, as if it had been there.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, TypeVar

from textual import events, work
from textual.screen import Screen

from maturity.app.background import latest_of
from maturity.app.leaving import LeavingApp
from maturity.app.screens.arriving import ArrivingScreen
from maturity.files.heads import FolderSoFar

if TYPE_CHECKING:
    from maturity.app.loading import Loaded
    from maturity.files.workspace import Workspace

Step = TypeVar("Step")

_A_STEP: Final = 1.0
"""Seconds. A disk that hangs is not waited for any longer."""
_A_BREATH: Final = 0.02
"""Seconds from one early key to the next."""
_LEAVE: Final = frozenset({"ctrl+q", "f10"})
"""Keys that end the app whatever else was typed, as on every screen."""


class ArrivingApp(LeavingApp):
    """Made with a workspace everything is there; with a folder it is loaded once that shows."""

    def __init__(self, workspace: Workspace | FolderSoFar, *, ansi_color: bool | None = None) -> None:
        self._folder = workspace if isinstance(workspace, FolderSoFar) else None
        super().__init__(None if isinstance(workspace, FolderSoFar) else workspace, ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._given: events.Event | None = None
        """What was typed early and is heard now."""
        self._is_over = Event()
        self._is_over.set()
        self.is_loaded = self._folder is None
        self.hears_keys = self.is_loaded
        """From here on a key is heard when it is typed: whatever was typed before has had its effect."""

    @property
    def folder(self) -> Path:
        """Where everything is saved."""
        return self.workspace.folder if self._folder is None else self._folder.path

    def show_home(self, loaded: Loaded | None) -> None:
        """Shows the first screen, now that everything is loaded."""
        raise NotImplementedError

    def get_default_screen(self) -> Screen[None]:
        return super().get_default_screen() if self._folder is None else ArrivingScreen(self._folder)

    def begin(self) -> None:
        """Shows home: at once, or when what shows meanwhile is painted and the rest is loaded."""
        if self._folder is None:
            self.show_home(None)
            self.screen.call_after_refresh(self._go_on_loading)
        else:
            self.screen.call_after_refresh(self._load, self._folder)

    @work(group="loading")
    async def _load(self, folder: FolderSoFar) -> None:
        from maturity.app.loading import load

        async for loaded in latest_of(self._until_over(load(folder.path))):
            if loaded is None:
                continue
            self._workspace = loaded.workspace
            self.is_loaded = True
            self.show_home(loaded)
            self.screen.call_after_refresh(self._has_arrived, loaded)

    def _go_on_loading(self) -> None:
        """Straight at the questions, or at results: what they lead to is loaded behind them."""
        from maturity.app.loading import is_behind_loaded

        collect_again()
        if not is_behind_loaded():
            self._load_behind()

    @work(group="loading")
    async def _load_behind(self) -> None:
        from maturity.app.loading import load_behind

        async for _ in latest_of(self._until_over(load_behind())):
            pass

    def _until_over(self, steps: Iterator[Step]) -> Iterator[Step]:
        """The steps of loading, and when no more of them is taken."""
        self._is_over.clear()
        try:
            yield from steps
        finally:
            self._is_over.set()

    def on_unmount(self) -> None:
        """The step that is being taken ends before Python does: a thread that is cut off within a module of another
        language can take the process with it."""
        self._is_over.wait(_A_STEP)

    def _has_arrived(self, loaded: Loaded) -> None:
        collect_again()
        self._type_next(loaded)

    def _type_next(self, loaded: Loaded) -> None:
        """One key at a time, each when the one before has had its effect: it may have opened what this one is for."""
        if not self._typed:
            self.hears_keys = True
            loaded.is_shown.set()
        elif self.screen_stack:
            self._given = self._typed.popleft()
            self.post_message(self._given)
            self.set_timer(_A_BREATH, partial(self._type_next, loaded))  # a screen that the key closes would forget it

    async def on_event(self, event: events.Event) -> None:
        is_early = isinstance(event, events.InputEvent | events.Paste) and event is not self._given
        if is_early and not self.hears_keys:
            self._keep(event)
        else:
            await super().on_event(event)

    def _keep(self, event: events.Event) -> None:
        """What is typed, for home. What leaves does so at once, as long as nothing was typed that it is meant for."""
        leaves = isinstance(event, events.Key) and (event.key in _LEAVE or (event.key == "q" and not self._typed))
        if leaves and not self.is_loaded:
            self.exit()
        elif isinstance(event, events.Key | events.Paste):
            self._typed.append(event)


def collect_again() -> None:
    """Garbage is collected from here on, where the start went without; what was loaded is not looked through again."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
