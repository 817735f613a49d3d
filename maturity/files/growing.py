"""Whether a folder has changed since it was read, by what its system says of it: nothing is opened or listed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

_TOO_NEW: Final = 2_000_000_000
"""Nanoseconds. Some disks note the time of a change in steps of two seconds: another may have followed unseen."""


@dataclass(frozen=True, slots=True)
class FolderMark:
    """What changes when a file comes, goes or is put in another's place; all zero for a folder that is not there. A
    file that is written in place changes nothing here, and is found when somebody looks at the folder again."""

    changed: int = 0
    size: int = 0
    inode: int = 0

    def may_miss(self, looked_at: int) -> bool:
        """Whether something may have come after this mark was taken, at a moment in nanoseconds, and left it the same.
        What was changed in the future was changed by another clock, which says nothing about that."""
        return 0 <= looked_at - self.changed <= _TOO_NEW


def mark_of(folder: Path) -> FolderMark:
    """How a folder is now."""
    try:
        status = folder.stat()
    except (OSError, ValueError):
        return FolderMark()
    return FolderMark(status.st_mtime_ns, status.st_size, status.st_ino)
