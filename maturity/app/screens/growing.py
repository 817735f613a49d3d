"""A folder that others write to while it is looked at: what comes is taken in by itself."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Final

from textual import work

from maturity.app.background import latest_of
from maturity.app.screens.folder_page import FolderPage
from maturity.files.gathering import Sighting
from maturity.files.growing import FolderMark, mark_of

LOOKS_AFTER: Final = 3.0
"""Seconds between two looks at whether anything came."""


class GrowingPage(FolderPage):
    """Reads its folder anew when files have come, gone or been replaced, without a word on how far it is: nobody asked
    for it, and a line that comes and goes would only disturb."""

    _is_by_itself = False
    """Whether nobody asked for what is being read."""
    _marked: tuple[FolderMark, int] | None = None
    """How the folder was just before it was read, and when that was; None where it was read without a look at it."""

    def on_mount(self) -> None:
        self._looks_on = self.set_interval(LOOKS_AFTER, self.look_for_others, name="growing")

    def on_screen_suspend(self) -> None:
        """Whatever a screen below does, be it nothing, has Textual draw the one above it anew, as a whole."""
        self._looks_on.pause()

    def on_screen_resume(self) -> None:
        self._looks_on.resume()

    def action_reload(self) -> None:
        self._is_by_itself, self._marked = False, None
        super().action_reload()

    @work(group="growing", exclusive=True)
    async def look_for_others(self) -> None:
        """Looks in a thread, as a share that hangs must not hold the screen."""
        if self.is_reading or not self.is_active:
            return
        async for mark in latest_of(self._looks()):
            was, self._marked = self._marked, mark
            is_same = was is not None and was[0] == mark[0] and not mark[0].may_miss(was[1])
            if not is_same and self.is_active and not self.is_reading:
                self._is_by_itself = True
                super().action_reload()

    def _looks(self) -> Iterator[tuple[FolderMark, int]]:
        yield mark_of(self.workspace.folder), time.time_ns()

    def _see(self, sighting: Sighting) -> None:
        if not self._is_by_itself or self.afterwards is not None:
            super()._see(sighting)
        elif sighting.is_all and sighting.gathered == self.gathered:
            self.is_reading = False  # what shows is what there is
        elif sighting.is_all:
            super()._see(sighting)
