"""Where a path is a link: whoever sent a folder may have put one where the program is about to write."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

_LEADING_ELSEWHERE: Final = frozenset({0xA000000C, 0xA0000003})
"""Windows: symbolic links, and junctions and mount points. Other reparse points are no links: OneDrive's are files."""


def is_link(path: Path) -> bool:
    """Whether the path itself leads elsewhere, even to nothing."""
    status = _status(path)
    return status is not None and leads_elsewhere(status)


def is_taken(path: Path) -> bool:
    """Whether the name is in use: a link that leads nowhere uses its name as well."""
    return _status(path) is not None


def is_gone(path: Path) -> bool:
    """Whether nothing has this name any more. A file that cannot be looked at just now is not gone."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def leads_elsewhere(status: os.stat_result) -> bool:
    """Whether this is the status of a link, as `lstat` gives it."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) in _LEADING_ELSEWHERE


def _status(path: Path) -> os.stat_result | None:
    """None where nothing is, or can be; writing there then says why."""
    try:
        return path.lstat()
    except (OSError, ValueError):
        return None
