"""A disk that refuses: put this folder first on the PYTHONPATH of a process, and say in its environment what fails.

Only what concerns paths below `STORM_BELOW` is touched. `STORM_CALLS` names the calls (or `all`), `STORM_ERROR` the
error, `STORM_EVERY` that every n-th of them fails. Nothing fails before the first `STORM_FROM` calls, later than
`STORM_SECONDS` after the first failure, or while the file `STORM_SWITCH` is missing, where these are named.
`STORM_LOG` is a file to which each call is added as a line: its name, a tab, and the path.

It stands alone: it runs before everything else in the process, and uses nothing but what Python brings.
"""

from __future__ import annotations

import errno
import io
import os
import time
from typing import Any, Final

_STAT: Final = os.stat
_OPEN: Final = os.open
_WRITE: Final = os.write
_READLINK: Final = os.readlink

ERRORS: Final[dict[str, tuple[int, str, int | None]]] = {
    "ENOSPC": (errno.ENOSPC, "No space left on device", None),
    "EACCES": (errno.EACCES, "Permission denied", None),
    "EIO": (errno.EIO, "Input/output error", None),
    "WIN5": (errno.EACCES, "Access is denied", 5),
    "WIN32": (errno.EACCES, "The process cannot access the file because it is being used by another process", 32),
    "WIN33": (errno.EACCES, "The process cannot access the file because another process has locked a portion", 33),
}
"""By name: the number, the words, and the number on Windows. Its 32 and 33 are a PermissionError there as well."""

CALLS: Final = ("open", "read", "write", "fsync", "replace", "stat", "scandir", "unlink", "mkdir", "chmod")


class Disk:
    """Counts the calls below a folder, and refuses those that are to fail."""

    def __init__(self, wanted: dict[str, str]) -> None:
        self.below = os.path.abspath(wanted["STORM_BELOW"])  # noqa: PTH100  # resolving would look at the disk
        self.calls = set(CALLS if wanted.get("STORM_CALLS") == "all" else wanted.get("STORM_CALLS", "").split(","))
        self.error = wanted.get("STORM_ERROR", "EIO")
        self.every = int(wanted.get("STORM_EVERY", "1"))
        self.start = int(wanted.get("STORM_FROM", "0"))
        self.seconds = float(wanted.get("STORM_SECONDS", "inf"))
        self.switch = wanted.get("STORM_SWITCH", "")
        log = wanted.get("STORM_LOG", "")
        self.log = _OPEN(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600) if log else -1
        self.count = 0
        self.first: float | None = None

    def is_below(self, path: object) -> str | None:
        """The path where it lies below the folder, else None."""
        if isinstance(path, int):
            try:
                path = _READLINK(f"/proc/self/fd/{path}")
            except OSError:
                return None
        try:
            whole = os.path.abspath(os.fsdecode(path))  # type: ignore[arg-type]  # noqa: PTH100
        except (TypeError, ValueError):
            return None
        return whole if whole == self.below or whole.startswith(self.below + os.sep) else None

    def ask(self, call: str, path: object) -> None:
        """Raises an OSError where this call on this path is to fail."""
        whole = self.is_below(path)
        if whole is None:
            return
        if self.log >= 0:
            _WRITE(self.log, f"{call}\t{whole}\n".encode("utf-8", "surrogateescape"))
        if call not in self.calls or not self._is_on():
            return
        self.count += 1
        if self.count <= self.start or (self.count - self.start) % self.every:
            return
        now = time.monotonic()
        self.first = now if self.first is None else self.first
        if now - self.first <= self.seconds:
            raise self._made(whole)

    def _is_on(self) -> bool:
        if not self.switch:
            return True
        try:
            _STAT(self.switch)
        except OSError:
            return False
        return True

    def _made(self, path: str) -> OSError:
        number, words, windows = ERRORS[self.error]
        error = OSError(number, words, path)
        if windows is not None:
            error.winerror = windows  # type: ignore[attr-defined, unused-ignore]
        return error


def install(disk: Disk) -> None:
    """Puts the disk between Python and the system, for the rest of this process."""
    for name, call in (
        ("stat", "stat"),
        ("lstat", "stat"),
        ("scandir", "scandir"),
        ("listdir", "scandir"),
        ("unlink", "unlink"),
        ("remove", "unlink"),
        ("mkdir", "mkdir"),
        ("chmod", "chmod"),
        ("replace", "replace"),
        ("rename", "replace"),
        ("fsync", "fsync"),
        ("fstat", "stat"),
        ("open", "open"),
        ("read", "read"),
        ("write", "write"),
    ):
        setattr(os, name, _asking(disk, call, getattr(os, name)))
    opened = _opening(disk, io.open)
    io.open = opened
    __builtins__["open"] = opened  # type: ignore[index, unused-ignore]


def _asking(disk: Disk, call: str, real: Any) -> Any:
    def asked(path: Any = ".", *arguments: Any, **named: Any) -> Any:
        disk.ask(call, path)
        return real(path, *arguments, **named)

    asked.__name__ = real.__name__
    for able in (os.supports_fd, os.supports_dir_fd, os.supports_follow_symlinks):
        if real in able:
            able.add(asked)
    return asked


def _opening(disk: Disk, real: Any) -> Any:
    class Raw(io.FileIO):
        """A file whose reads and writes are asked for one by one, below its buffer."""

        def readinto(self, buffer: Any) -> Any:
            disk.ask("read", self.fileno())
            return super().readinto(buffer)

        def readall(self) -> Any:
            disk.ask("read", self.fileno())
            return super().readall()

        def write(self, data: Any) -> Any:
            disk.ask("write", self.fileno())
            return super().write(data)

    def opened(  # noqa: PLR0913, RUF100  # the parameters of open()
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        if disk.is_below(file) is None:
            return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
        if not isinstance(file, int) and opener is None:
            disk.ask("open", file)
        raw = Raw(file, mode.replace("b", "").replace("t", ""), closefd, opener)
        if buffering == 0:
            return raw
        buffer: Any
        if "+" in mode:
            buffer = io.BufferedRandom(raw)
        else:
            buffer = io.BufferedReader(raw) if raw.readable() else io.BufferedWriter(raw)
        return buffer if "b" in mode else io.TextIOWrapper(buffer, encoding, errors, newline, buffering == 1)

    return opened


if "STORM_BELOW" in os.environ:
    install(Disk(dict(os.environ)))
