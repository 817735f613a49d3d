"""A copy of somebody's answers, where that person wants it: on the desktop, on a stick, on a share."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from maturity.files.links import is_taken
from maturity.files.saving import NotSavedError, write_once
from maturity.files.workspace import file_name, to_bytes
from questionnaires import Response, clean, one_line

_QUOTES = "\"'"
"""What Windows puts around a path that is copied from its file manager."""


def offered_place(response: Response) -> Path:
    """Where a copy is easily found again: on the desktop, else in the home folder, else here."""
    places = (platformdirs.user_desktop_path(), Path("~").expanduser(), Path.cwd())
    folder = next((place for place in places if place.is_dir() and os.access(place, os.W_OK)), Path.cwd())
    return folder / file_name(response)


def named_place(typed: str, response: Response) -> Path:
    """The file that somebody means by what they typed: a folder means a file in it. Raises NotSavedError."""
    text = clean(typed).strip().strip(_QUOTES)
    if not text:
        raise NotSavedError("Say where the copy goes: a folder, or a file that is not there yet.")
    try:
        path = Path(os.path.abspath(Path(text).expanduser()))  # noqa: PTH100 - resolve() would follow a link
        return path / file_name(response) if path.is_dir() else path
    except (OSError, RuntimeError, ValueError) as error:  # nobody's home, or a name that cannot be one
        raise NotSavedError(f"{one_line(text)} is no place for a file; choose another.") from error


def save_copy(response: Response, path: Path, original: Path) -> None:
    """Writes a copy of the answers to a file that is not there yet. Raises NotSavedError, with what to do."""
    shown = one_line(str(path))
    if path.parent == Path(os.path.abspath(original.parent)):  # noqa: PTH100 - as `named_place` does
        raise NotSavedError("Your answers are in that folder already; a second file there would count as another.")
    if is_taken(path):
        raise NotSavedError(f"{shown} is there already and was left alone; choose another name.")
    if not path.parent.is_dir():
        raise NotSavedError(f"There is no folder {one_line(str(path.parent))}; choose one that is there.")
    write_once(path, to_bytes(response))
