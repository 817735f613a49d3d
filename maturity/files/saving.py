"""Writes a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Final

from maturity.files.links import is_link, is_taken
from questionnaires import name_of, one_line

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between attempts: virus scanners and file synchronisation hold files for a moment."""

_CANNOT_BE_SYNCED: Final = frozenset(
    {errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF, errno.EACCES, errno.EPERM}
)
"""What file systems say that cannot sync a folder: then there is nothing more to be done for it."""

_TEMPORARY: Final = ".maturity-tmp"
_STALE_AFTER: Final = 600.0


class NotSavedError(Exception):
    """A file could not be written; what was to be saved is still in memory."""

    left: str = ""
    """The digest of what may stand in the file all the same: the system refused after the old one was replaced."""


class HeldError(NotSavedError):
    """The file is in somebody else's hands, perhaps for a moment only."""


class ChangedElsewhereError(Exception):
    """Another program wrote the file since it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{one_line(path.name)} was changed by another program since you opened it.")
        self.path = path


class GoneError(NotSavedError):
    """The file is no longer where it was."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{one_line(path.name)} was not saved: it was deleted, moved or renamed since you opened it.")


def write(path: Path, data: bytes, *, within: Path | None = None) -> None:
    """Writes like `write_once`, and waits up to three seconds for a file that is held: for callers that may wait."""
    for pause in PAUSES:
        try:
            write_once(path, data, within=within)
        except HeldError:
            time.sleep(pause)
        else:
            return
    write_once(path, data, within=within)


def write_once(path: Path, data: bytes, *, within: Path | None = None) -> None:
    """Replaces the file by these bytes in one step: after a crash it holds the old or the new, never half.

    Makes the folder when it is missing. Neither the file nor a folder between it and `within` may be a link:
    whoever sent the folder `within` would decide what is replaced. `within` itself was chosen by somebody here,
    and may be one. Never waits. Raises NotSavedError, with the reason, when a link is in the way or the system
    refuses; HeldError when another program holds the file.
    """
    shown = name_of(path)
    try:
        make_folder(path, within)
        refuse_link(path, path)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=_TEMPORARY)
    except OSError as error:
        raise NotSavedError(f"{shown} was not saved: {error.strerror}. Choose a folder you may write to.") from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_for(path))
        _replace(temporary, path)
        _sync(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):  # it is swept later; what matters is why nothing was saved
            temporary.unlink(missing_ok=True)
        kind = HeldError if isinstance(error, _InUse) else NotSavedError
        refused = kind(f"{shown} was not saved: {error.strerror}. It will be tried again.")
        refused.left = digest(data)
        raise refused from error


def make_folder(path: Path, within: Path | None) -> None:
    """Makes the folder of a file. Below `within` one at a time, so that none is made behind a link.

    Raises OSError where the system refuses, NotSavedError where a link is in the way.
    """
    (within or path.parent).mkdir(parents=True, exist_ok=True)
    if within is not None:
        for folder in reversed(path.relative_to(within).parents[:-1]):
            refuse_link(within / folder, path)
            (within / folder).mkdir(exist_ok=True)


def refuse_link(place: Path, path: Path) -> None:
    """Raises NotSavedError for `path` where this `place`, itself or a folder on the way to it, is a link."""
    if is_link(place):
        raise NotSavedError(
            f"{name_of(path)} was not saved: {name_of(place)} is a link, and nothing is written to where "
            "a link leads; remove it, or use another place."
        )


def _mode_for(target: Path) -> int:
    """The rights of the file that is replaced, or those of any new file: on a share others have to read it."""
    if is_taken(target):
        return stat.S_IMODE(target.lstat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


class _InUse(PermissionError):
    """What moving a file over one that is held ends with, on Windows."""


def _replace(temporary: Path, target: Path) -> None:
    """Moves the new file over the old one."""
    try:
        temporary.replace(target)
    except PermissionError as error:
        raise _InUse(error.errno, error.strerror) from error


def _sync(folder: Path) -> None:
    """Has the system keep the new name through a loss of power; Windows does so by itself."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_BE_SYNCED:
            raise


def sweep(folder: Path, now: float) -> None:
    """Removes temporary files that a killed process left behind more than ten minutes before `now`."""
    with contextlib.suppress(OSError):  # a folder that cannot be listed cannot be swept; reading it says why
        for stale in list(folder.glob(f".*{_TEMPORARY}")):
            with contextlib.suppress(OSError):  # somebody else was faster, or it is not ours to remove
                if now - stale.stat().st_mtime > _STALE_AFTER:
                    stale.unlink()


def digest(data: bytes) -> str:
    """What tells two states of a file apart."""
    return hashlib.sha256(data).hexdigest()
