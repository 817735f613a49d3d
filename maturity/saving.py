"""Writes a file whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Final

_RETRIES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between attempts: virus scanners and file synchronisation hold files for a moment."""

_TEMPORARY: Final = ".maturity-tmp"
_STALE_AFTER: Final = 600.0


class NotSavedError(Exception):
    """A file could not be written; what was to be saved is still in memory."""


def write(path: Path, data: bytes) -> None:
    """Replaces the file by these bytes in one step: after a crash it holds the old or the new, never half.

    Makes the folder when it is missing. Raises NotSavedError, with the reason, when the system refuses.
    """
    try:
        target = path.resolve()  # a link stays a link
        target.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=_TEMPORARY)
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "its links lead in a circle"
        raise NotSavedError(f"{path} was not saved: {reason}. Choose a folder you may write to.") from error
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(_mode_for(target))
        _replace(temporary, target)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NotSavedError(f"{path} was not saved: {error.strerror}. It will be tried again.") from error


def _mode_for(target: Path) -> int:
    """The rights of the file that is replaced, or those of any new file: on a share others have to read it."""
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _replace(temporary: Path, target: Path) -> None:
    """Moves the new file over the old one; a file that is briefly in use is waited for."""
    for pause in _RETRIES:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(pause)
        else:
            return
    temporary.replace(target)


def sweep(folder: Path, now: float) -> None:
    """Removes temporary files that a killed process left behind more than ten minutes before `now`."""
    for stale in folder.glob(f".*{_TEMPORARY}"):
        try:
            if now - stale.stat().st_mtime > _STALE_AFTER:
                stale.unlink()
        except OSError:
            continue  # somebody else was faster, or it is not ours to remove


def digest(data: bytes) -> str:
    """What tells two states of a file apart."""
    return hashlib.sha256(data).hexdigest()
