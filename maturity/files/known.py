"""What files held when they were last read, so that only those that changed since are read again."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity.files.one_file import FileRead, read_file
from questionnaires import Questionnaire
from questionnaires.patterns import Patterns

_TOO_NEW: Final = 2_000_000_000
"""Nanoseconds. Some disks note the time of a change in steps of two seconds: a file that was read so soon after it was
written may have been written again since, without a sign of it."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What changes when a file is written: its size, the time of its last change in nanoseconds, and which file it
    is, for one that was put in its place may be of the same size and time."""

    size: int
    changed: int
    inode: int


class KnownFiles:
    """What the files held, by path. The bytes are not kept, nor what could not be read: that is tried each time."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, bool], tuple[_Mark, FileRead]] = {}

    def read(
        self, path: Path, questionnaire: Questionnaire, *, is_named: bool, patterns: Patterns | None = None
    ) -> FileRead | None:
        """What the file holds now: as it is known when it has not changed, else read. None where it is gone."""
        key, now = (path, is_named), time.time_ns()
        # The mark is taken before reading: what is written in between is newer than its mark, and read again.
        mark = _mark_of(path)
        known = self._kept.get(key)
        if known is not None and known[0] == mark:
            return known[1]
        self._kept.pop(key, None)
        read = read_file(path, questionnaire, is_named=is_named, patterns=patterns)
        if read is not None and read.label and mark is not None and now - mark.changed > _TOO_NEW:
            self._kept[key] = (mark, read)
        return read

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Lets go of files that are no longer there."""
        present = set(paths)
        for key in list(self._kept):  # a copy: a reading that was given up may still add to it
            if key[0] not in present:
                self._kept.pop(key, None)


def _mark_of(path: Path) -> _Mark | None:
    """None where the system does not say; reading it then says why."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return _Mark(status.st_size, status.st_mtime_ns, status.st_ino)
