"""What an export may replace: an earlier export. Anything else that lies there is somebody's work."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from maturity.files.links import is_link, is_taken
from maturity.files.saving import NotSavedError, write
from questionnaires import name_of
from questionnaires.reading import says
from questionnaires.words import FileKind

_HEAD: Final = 4096
"""Bytes. Every export says in its first line what it is; remarks may have been put before it since."""

_EXPORTED: Final = (FileKind.RESULTS, FileKind.TALLY)
_AS_JSON: Final = re.compile(rf"""\s*\{{\s*"kind"\s*:\s*"(?:{"|".join(_EXPORTED)})\"""".encode())
_HOW: Final = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def refuse_to_replace(target: Path, is_ours: Callable[[bytes], bool] | None = None) -> None:
    """Raises NotSavedError when the target is a link, or holds anything but an earlier export, or what `is_ours` takes
    for one by its first bytes."""
    shown = name_of(target)
    if is_link(target):
        raise NotSavedError(f"{shown} is a link and was left alone; remove it, or name another file.")
    if is_taken(target) and not (is_ours or _is_export)(_head(target)):
        raise NotSavedError(
            f"{shown} holds something that no export wrote, and was left alone; name another file, "
            "or move that one away."
        )


def replace_ours(
    target: Path,
    data: bytes,
    put_there: Callable[[Path, bytes], None] = write,
    is_ours: Callable[[bytes], bool] | None = None,
) -> None:
    """Writes the file, if it replaces nothing else, and looks at what is on disk afterwards. Raises NotSavedError."""
    shown = name_of(target)
    refuse_to_replace(target, is_ours)
    put_there(target, data)
    try:
        found = target.read_bytes()
    except OSError as error:
        raise NotSavedError(f"{shown} was written, but cannot be read back: {error.strerror}.") from error
    if found != data:
        raise NotSavedError(f"{shown} does not hold what was written; export it again, to another folder.")


def _head(path: Path) -> bytes:
    """How a file begins; nothing of what is no file or cannot be read. A pipe or a device is not even opened."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return b""
        with os.fdopen(os.open(path, _HOW), "rb") as file:
            is_still_one = stat.S_ISREG(os.fstat(file.fileno()).st_mode)
            return file.read(_HEAD) if is_still_one else b""
    except OSError:
        return b""


def _is_export(head: bytes) -> bool:
    """Whether the kind is the first thing that it says, as an export writes it."""
    return says(head) in _EXPORTED or _AS_JSON.match(head) is not None
