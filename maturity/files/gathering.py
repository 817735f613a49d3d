"""Collects responses from files and folders: the good ones, and every fault of the others."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from maturity import clock
from maturity.files.decided import together
from maturity.files.doubles import one_roster, without_conflicts, without_doubles
from maturity.files.found import UNREADABLE, CountsFile, DecisionsFile, FiguresFile, Gathered, ResponseFile, RosterFile
from maturity.files.known import KnownFiles
from maturity.files.listing import exists, expand, files_in, is_folder, is_missing, listed, not_listed, resolved
from maturity.files.not_yet import without_future
from maturity.files.one_file import FileRead, read_file
from questionnaires import Fault, Questionnaire
from questionnaires.patterns import Patterns

__all__ = [
    "UNREADABLE",
    "CountsFile",
    "FiguresFile",
    "Gathered",
    "Gathering",
    "KnownFiles",
    "ResponseFile",
    "Sighting",
    "exists",
    "expand",
    "files_in",
    "gather",
    "is_folder",
    "is_missing",
    "sightings",
    "whole",
]

_FIRST_SIGHTING: Final = 0.1
_BETWEEN_SIGHTINGS: Final = 0.25
"""Seconds: the first lines come at once, and somebody who waits sees that it goes on."""
_MOSTLY_READING: Final = 10
"""Looking at what is there so far takes at most a tenth of the time."""


class Gathering:
    """Reads files and folders one file at a time; what is there so far can be had after each.

    The command line goes through all steps and then looks, the app looks in between: both are this, so that
    neither can find something else than the other. The paths are looked at when the first step is taken, not before.
    """

    def __init__(
        self,
        paths: Iterable[Path],
        questionnaire: Questionnaire,
        without: Path | None = None,
        known: KnownFiles | None = None,
    ) -> None:
        """All files but the one `without`; those in `known` that did not change are not read again."""
        self.done = 0
        self.whole = 0
        self._paths = paths
        self._questionnaire = questionnaire
        self._without = without
        self._known = known
        self._reads: list[FileRead] = []
        self._faults: list[Fault] = []

    def steps(self) -> Iterator[None]:
        """Reads one file a step, in whatever order they were listed. One bad file never stops the others."""
        left_alone = None if self._without is None else resolved(self._without)
        files = [
            (file, folder)
            for file, folder in listed(self._paths, self._faults)
            if left_alone is None or resolved(file) != left_alone
        ]
        self.whole = len(files)
        vanished_from: dict[Path, None] = {}
        patterns = Patterns(self._questionnaire)
        how = read_file if self._known is None else self._known.read
        for file, folder in files:
            read = how(file, self._questionnaire, is_named=folder is None, patterns=patterns)
            if read is not None:
                self._reads.append(read)
            elif folder is not None:
                vanished_from[folder] = None
            self.done += 1
            yield
        if self._known is not None:
            self._known.forget_all_but(file for file, _ in files)
        # One file less is somebody's tidying up; without its folder the others are missing as well.
        self._faults += [not_listed(folder, "it vanished meanwhile") for folder in vanished_from if is_missing(folder)]

    def gathered(self) -> Gathered:
        """What is there so far, the same whatever the order of the files."""
        held = [read.held for read in self._reads]
        files, conflicts = without_conflicts([file for file in held if isinstance(file, ResponseFile)])
        tallies, doubled = without_doubles([file for file in held if isinstance(file, CountsFile)], files)
        roster, renamed = one_roster([file for file in held if isinstance(file, RosterFile)])
        decided, ahead = _of_today(file for file in held if isinstance(file, DecisionsFile))
        entries, at_odds = together(decided, self._questionnaire)
        figures = (file for file in held if isinstance(file, FiguresFile))
        return Gathered(
            files,
            tallies,
            tuple(sorted(figures, key=lambda file: str(file.path))),
            tuple(sorted((*self._faults, *ahead, *(fault for read in self._reads for fault in read.faults)))),
            (*conflicts, *doubled, *renamed, *at_odds),
            tuple(sorted(fault for read in self._reads for fault in read.skipped)),
            MappingProxyType({read.name: read.label for read in self._reads if read.label}),
            roster,
            decided,
            entries.decisions,
            entries.plan,
            entries.clashes,
        )


def _of_today(found: Iterable[DecisionsFile]) -> tuple[tuple[DecisionsFile, ...], list[Fault]]:
    """The decisions in the order of their files, without those of a day that has not come. This is asked each time, and
    not when a file is read: files that are known are not read again, and tomorrow has come by then."""
    looked_at = [without_future(file, clock.today()) for file in sorted(found, key=lambda file: str(file.path))]
    return tuple(file for file, _ in looked_at), [fault for _, faults in looked_at for fault in faults]


def gather(paths: Iterable[Path], questionnaire: Questionnaire, without: Path | None = None) -> Gathered:
    """Everything in these files and folders but the one `without`. One bad file never stops the others."""
    return whole(Gathering(paths, questionnaire, without))


def whole(gathering: Gathering) -> Gathered:
    """What is there when all is read."""
    for _ in gathering.steps():
        pass
    return gathering.gathered()


@dataclass(frozen=True, slots=True)
class Sighting:
    """How far reading is: the files read of those there are, what they hold, and whether that is everything."""

    done: int
    whole: int
    gathered: Gathered
    is_all: bool


def sightings(gathering: Gathering, now: Callable[[], float] = time.monotonic) -> Iterator[Sighting]:
    """What is there from time to time while it is read, and at the end: for somebody who does not wait."""
    due = now() + _FIRST_SIGHTING
    for _ in gathering.steps():
        if (begun := now()) >= due:
            yield Sighting(gathering.done, gathering.whole, gathering.gathered(), is_all=False)
            ended = now()
            due = ended + max(_BETWEEN_SIGHTINGS, _MOSTLY_READING * (ended - begun))
    yield Sighting(gathering.done, gathering.whole, gathering.gathered(), is_all=True)
