"""A screen on a folder that is read while the screen is in use: what is there so far, and what waits for all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Final

from textual import work

from maturity.app.background import latest_of, made_within
from maturity.app.screens.page import Page
from maturity.files.gathering import Gathered, KnownFiles, Sighting, sightings
from maturity.files.workspace import Workspace

_PATIENCE: Final = 1.0
"""Seconds: ten times as long as what there is to see at first takes on a disk that answers."""
_NOTICED: Final = 0.3
"""Seconds: a shorter wait is not worth a word, which would only flicker."""


@dataclass(frozen=True, slots=True)
class BegunReading:
    """A folder that is being read: what the files hold that were read, what there is so far, and the rest to come."""

    known: KnownFiles
    first: Sighting
    rest: Iterator[Sighting]


def begun_reading(workspace: Workspace) -> BegunReading:
    """Reads a folder until there is something to see: all of it, or what was read after a moment. Where a file keeps
    whoever opens it waiting there is nothing yet, and the folder is read anew behind the screen."""
    known = KnownFiles()
    rest = sightings(workspace.reading(known))
    first = made_within(_PATIENCE, partial(next, rest))
    if first is None:
        known = KnownFiles()
        return BegunReading(known, Sighting(0, 0, Gathered(), is_all=False), sightings(workspace.reading(known)))
    return BegunReading(known, first, rest)


class FolderPage(Page):
    """Reads its folder when it comes up, and what changed when somebody comes back to it from another screen.

    `gathered` is what is known: while the folder is read for the first time, what was read so far; later what was
    there before, until everything has been looked at again.
    """

    def __init__(self, workspace: Workspace, begun_reading: BegunReading | None = None) -> None:
        """`begun_reading` is the folder where it was read in part before there was a screen."""
        super().__init__()
        self.workspace = workspace
        self.gathered = Gathered()
        self.begun_reading = begun_reading
        self.known = begun_reading.known if begun_reading else KnownFiles()
        self.has_read = False
        self.is_reading = False
        self.is_stale = True
        self.done, self.whole = 0, 0
        self.afterwards: Callable[[], None] | None = None

    def show_reading(self) -> None:
        """Shows how far reading is, and what was read so far when it is the first time."""

    def show_all(self, before: Gathered) -> None:
        """Shows what is there, now that everything is read; `before` is what was known until now."""

    def on_screen_suspend(self) -> None:
        """Help, the palette and dialogs write nothing; behind a whole screen answers may have been given."""
        if any(isinstance(screen, Page) for screen in self.app.screen_stack[-1:]):
            self.is_stale = True

    def on_screen_resume(self) -> None:
        # By the time this is heard the next screen may be on top: straight to answering, or out of a dialog.
        if self.is_stale and self.is_active:
            self.action_reload()

    def action_reload(self) -> None:
        """Looks at the folder again, and reads what changed."""
        self.is_stale, self.is_reading = False, True
        self.done, self.whole = 0, 0
        self._read()

    def show_begun(self) -> None:
        """Shows what was read before there was a screen, and goes on with the rest."""
        begun, self.begun_reading = self.begun_reading, None
        if begun is None:
            return
        self.is_stale, self.is_reading = False, True
        self._see(begun.first)
        if not begun.first.is_all:
            self._read(begun.rest)

    def made_ready(self, found: Iterator[Sighting]) -> Iterator[Sighting]:
        """The same, once what will be shown of each is made: in the thread that reads, for with thousands of files it
        would hold up the keys."""
        return found

    @work(group="reading", exclusive=True)
    async def _read(self, seen: Iterator[Sighting] | None = None) -> None:
        found = seen or sightings(self.workspace.reading(self.known))
        async for sighting in latest_of(self.made_ready(found)):
            self._see(sighting)

    def _see(self, sighting: Sighting) -> None:
        if not self.is_there:
            return
        before = self.gathered
        self.done, self.whole = sighting.done, sighting.whole
        if sighting.is_all or not self.has_read:
            self.gathered = sighting.gathered
        if not sighting.is_all:
            self.show_reading()
            return
        self.is_reading, self.has_read = False, True
        self.workspace.take_names(self.gathered)
        self.show_all(before)
        afterwards, self.afterwards = self.afterwards, None
        # Who has gone on to something else no longer waits; what was asked for would come up out of nowhere.
        if afterwards is not None and self.is_active:
            self.call_next(afterwards)  # as a key of this screen, whoever had it read

    def when_all_is_read(self, act: Callable[[], None]) -> None:
        """Does what needs the whole folder: at once, or as soon as all of it is read.

        Nobody should have to press a key again because a file was still missing, and nobody be shown a comparison
        of half of the teams. After answering the wait is too short to be seen; of a folder of thousands the screen
        says that it goes on, and every key works meanwhile. The last wish counts.
        """
        if not self.is_reading:
            act()
            return
        self.afterwards = act
        self.set_timer(_NOTICED, self._say_that_it_waits)

    def _say_that_it_waits(self) -> None:
        if self.is_reading and self.afterwards is not None:
            self.show_reading()
