"""A comparison whose files change while it is looked at: figures and decisions that others write are taken in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual import work

from maturity.app.background import latest_of
from maturity.app.screens import growing
from maturity.app.screens.comparison_drill import DrillPage
from maturity.files.growing import FolderMark, mark_of

if TYPE_CHECKING:
    from maturity.app.screens.comparison_rounds import Shown

CHANGED: Final = "Files in this folder have changed; what they say shows now."


@dataclass(frozen=True, slots=True)
class Watched:
    """The places that are looked at, and what shows once something in them has changed; None where nothing has."""

    places: Callable[[], tuple[Path, ...]]
    read: Callable[[], Shown | None]


class WatchingPage(DrillPage):
    """Looks at its folder as the first screen does, and at the files of figures and decisions, which others write in
    place as well. Nothing is looked at behind another screen."""

    has_news = False
    """Whether something may have changed since this was compared: a workshop was opened, figures were written, or what
    was read came when nobody could see it."""
    _marked: tuple[tuple[FolderMark, ...], int] | None = None
    """How the places were when they were read last, and when that was; None before that."""

    def on_mount(self) -> None:
        self._looks_on = self.set_interval(growing.LOOKS_AFTER, self.look_for_others, name="watching")

    def on_screen_suspend(self) -> None:
        self._looks_on.pause()

    def on_screen_resume(self) -> None:
        self._looks_on.resume()

    @property
    def watched(self) -> Watched | None:
        """What is looked at; None of results that were sent."""
        return None

    @work(group="watching", exclusive=True)
    async def look_for_others(self) -> None:
        """Looks in a thread, as a share that hangs must not hold the screen."""
        watched = self.watched
        if watched is None or self.is_busy or not self.is_active:
            return
        async for shown in latest_of(self._changed(watched)):
            if not self.is_active or self.is_busy:
                self.has_news = True
            elif shown.results != self.results:
                self.take(shown)
                self.notify(CHANGED)

    def _changed(self, watched: Watched) -> Iterator[Shown]:
        """What shows now, where a place is another than it was, or may be."""
        mark = (tuple(mark_of(place) for place in watched.places()), time.time_ns())
        was, self._marked = self._marked, mark
        is_same = was is not None and was[0] == mark[0] and not any(one.may_miss(was[1]) for one in mark[0])
        if not is_same and (shown := watched.read()) is not None:
            yield shown

    def take(self, shown: Shown) -> None:
        """Shows it in the place of what shows."""
        raise NotImplementedError
