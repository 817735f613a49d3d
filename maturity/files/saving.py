"""Writes a file whole or not at all."""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Final

from maturity.files.links import is_link, is_taken
from questionnaires import name_of

_RETRIES: Final = (0.05, 0.1, 0.2, 0.4, 0.8, 1.0)
"""Seconds between attempts: virus scanners and file synchronisation hold files for a moment."""

_TEMPORARY: Final = ".maturity-tmp"
_STALE_AFTER: Final = 600.0


class NotSavedError(Exception):
    """A file could not be written; what was to be saved is still in memory."""


def write(path: Path, data: bytes, *, within: Path | None = None) -> None:
    """Replaces the file by these bytes in one step: after a crash it holds the old or the new, never half.

    Makes the folder when it is missing. Neither the file nor a folder between it and `within` may be a link:
    whoever sent the folder `within` would decide what is replaced. `within` itself was chosen by somebody here,
    and may be one. Raises NotSavedError, with the reason, when a link is in the way or the system refuses.
    """
    shown = name_of(path)
    try:
        _make_folder(path, within)
        _refuse_link(path, path)
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
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise NotSavedError(f"{shown} was not saved: {error.strerror}. It will be tried again.") from error


def _make_folder(path: Path, within: Path | None) -> None:
    """The folder of a file. Below `within` one at a time, so that none is made behind a link."""
    (within or path.parent).mkdir(parents=True, exist_ok=True)
    if within is not None:
        for folder in reversed(path.relative_to(within).parents[:-1]):
            _refuse_link(within / folder, path)
            (within / folder).mkdir(exist_ok=True)


def _refuse_link(place: Path, path: Path) -> None:
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
