"""Says to others on this machine that a response is open: a hidden file beside it, locked by the system.

A lock of the system goes with the process, however it ends, so that nothing stays locked after a kill. It only
warns: on many shares locks are not seen by others, and where none can be had one works without. The conflict check
of every saving is what keeps the work of two apart. A library would do the same in ten times as many lines, and
follow a link or empty a file where we must not.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_SUFFIX: Final = ".maturity-lock"
_HELD: Final = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK})
_HOW: Final = os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_TIMES: Final = 3
"""Attempts, where whoever held the lock removes the file at the very moment in which it is opened here."""


@dataclass(frozen=True, slots=True)
class Lock:
    """What was got: the lock, none because somebody else has it, or none because there can be none here."""

    path: Path
    descriptor: int | None = None
    is_held_elsewhere: bool = False

    def release(self) -> None:
        """Gives the lock back, and removes its file."""
        if self.descriptor is None:
            return
        with contextlib.suppress(OSError):
            if os.name == "posix" and _is_still_there(self.path, self.descriptor):
                self.path.unlink()  # while it is locked, so that nobody has locked a file that is removed
        with contextlib.suppress(OSError):
            os.close(self.descriptor)
        if os.name != "posix":  # where a file that is open cannot be removed, and another's not either
            with contextlib.suppress(OSError):
                self.path.unlink()


def lock_of(folder: Path, name: str) -> Lock:
    """Tries to lock what has this name in a folder; never waits, and never follows a link."""
    path = folder / f".{name}{_SUFFIX}"
    for _ in range(_TIMES):
        try:
            descriptor = _opened(path)
        except OSError:
            return Lock(path)
        try:
            _take(descriptor)
            if _is_still_there(path, descriptor):
                return Lock(path, descriptor)
        except OSError as error:
            os.close(descriptor)
            return Lock(path, is_held_elsewhere=error.errno in _HELD)
        os.close(descriptor)
    return Lock(path)


def _opened(path: Path) -> int:
    """The file that is locked. Somebody else's on a share may perhaps be read only; that is enough."""
    try:
        return os.open(path, os.O_RDWR | _HOW, 0o666)
    except PermissionError:
        return os.open(path, os.O_RDONLY | _HOW & ~os.O_CREAT)


if sys.platform == "win32":

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _take(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_still_there(path: Path, descriptor: int) -> bool:
    """Whether the file that was locked is the one with that name, and a regular file."""
    status = os.fstat(descriptor)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "no regular file")
    try:
        return os.path.samestat(status, path.lstat())
    except FileNotFoundError:
        return False
