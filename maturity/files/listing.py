"""Which files there are: patterns of the command line, and what is in a folder."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from maturity.files.links import is_link
from questionnaires import Fault, name_of, one_line

_SUFFIX: Final = ".toml"


def expand(arguments: Iterable[str]) -> list[Path]:
    """The paths that arguments name; patterns are expanded here, because not every shell does it."""
    paths: list[Path] = []
    for argument in arguments:
        if exists(Path(argument)) or not glob.has_magic(argument):
            paths.append(Path(argument))
        else:
            paths.extend(Path(found) for found in sorted(glob.glob(argument, recursive=True)))
    return list(dict.fromkeys(paths))


def exists(path: Path) -> bool:
    """Whether there is such a file or folder; a name that no system can hold names nothing."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def is_missing(path: Path) -> bool:
    """Whether nothing is there. Where the system refuses to say, something may be: reading it then says why not."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return True
    except OSError:
        return False
    return False


def is_folder(path: Path) -> bool:
    """Whether it is a folder. Where the system refuses to say it is taken for a file, and reading it says why."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def files_in(folder: Path) -> list[Path]:
    """The files of a folder that may be ours, by name. Raises OSError when it cannot be listed."""
    return sorted(
        (entry for entry in folder.iterdir() if entry.suffix.lower() == _SUFFIX), key=lambda entry: entry.name
    )


def listed(paths: Iterable[Path], faults: list[Fault]) -> Iterator[tuple[Path, Path | None]]:
    """Each file once, and the folder it was found in, None for one that was named itself.

    A folder that cannot be listed is added to the faults.
    """
    seen: set[Path] = set()
    for path in paths:
        folder = path if is_folder(path) else None
        try:
            inside = [path] if folder is None else [file for file in files_in(folder) if file.name[:1] != "."]
        except OSError as error:
            faults.append(not_listed(path, error.strerror))
            continue
        behind = resolved(path)
        for file in inside:
            # Only a link can lead to a file that was seen already, and following each name is slow on a share.
            real = behind if folder is None else resolved(file) if is_link(file) else behind / file.name
            if real not in seen:
                seen.add(real)
                yield file, folder


def not_listed(folder: Path, reason: str | None) -> Fault:
    """That a folder could not be read as a whole, and why."""
    return Fault(name_of(folder), "", f"cannot be listed ({one_line(reason or 'unknown reason')})")


def resolved(path: Path) -> Path:
    """The file behind links; the path itself where links lead in a circle, which reading then reports."""
    try:
        return path.resolve()
    except (OSError, RuntimeError, ValueError):
        return path
