"""The files that figures are filled from, told apart by what they say: saved exports, and what is known of builds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from maturity.exports.reading import Told
from maturity.files.listing import files_in, resolved
from questionnaires import Fault, InvalidFile, name_of, one_line, parse, read_bytes
from questionnaires.builds import Builds, builtin_builds, overlaid, read_builds
from questionnaires.reading import opened, said_of, says
from questionnaires.words import FileKind

_HEAD: Final = 4096
_NOTHING: Final[Mapping[str, int]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants figures from, and what they say of it."""

    files: tuple[Path, ...]
    """Saved exports, the list of the pilot among them, and files of builds."""
    beside: Path | None = None
    """The folder of the answers, in which builds are looked for that nobody named."""
    devices: Path | None = None
    """The list of the pilot; None where it stands among the files."""
    builds: Path | None = None
    month: str | None = None
    cycle: int | None = None
    day: dt.date | None = None
    """The day that the exports show; None for those on which they were written."""
    told: tuple[tuple[str, str], ...] = ()
    """Of a file, by its name, which export it is."""
    deadlines: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    """By ring, the days from the release to its deadline, where they are other than the questionnaire says."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files by what they are."""

    exports: tuple[tuple[Path, Told], ...]
    builds: Builds
    own_builds: str | None
    """The name of the file of builds that was laid over those of the package; None without one."""


def sort_files(asked: Asked, pilot_list: str | None, faults: list[Fault]) -> Sorted:
    """Tells the files apart; what is wrong with any of them is added to the faults. `pilot_list` is the id of the
    export that is the list of the pilot."""
    named = _once([*((asked.devices,) if asked.devices else ()), *asked.files])
    kinds = {path: _kind(path) for path in named}
    exports = [path for path, kind in kinds.items() if kind is not FileKind.BUILDS]
    among = [path for path, kind in kinds.items() if kind is FileKind.BUILDS]
    own = [asked.builds] if asked.builds else among or list(_beside(asked.beside, FileKind.BUILDS))
    if len(own) > 1:
        names = ", ".join(name_of(path.name) for path in own)
        faults += [Fault(name_of(path), "", f"is one of several files of builds ({names}); keep one") for path in own]
    builds, name = builtin_builds(), None
    for path in own[:1]:
        try:
            builds, name = (
                overlaid(builds, read_builds(parse(read_bytes(path), name_of(path)), name_of(path))),
                path.name,
            )
        except InvalidFile as error:
            faults += error.faults
    told = _told(asked, exports, pilot_list, faults)
    return Sorted(tuple((path, told[path]) for path in exports), builds, name)


def _told(asked: Asked, exports: Iterable[Path], pilot_list: str | None, faults: list[Fault]) -> dict[Path, Told]:
    """What was said of each file."""
    ids = {path: pilot_list if path == asked.devices else None for path in exports}
    for name, export in asked.told:
        fitting = [path for path in ids if name in (str(path), path.name)]
        if not fitting:
            faults.append(Fault(one_line(name), "", "was told to be an export, and is none of the files"))
        ids.update(dict.fromkeys(fitting, export))
    return {path: Told(export, asked.day) for path, export in ids.items()}


def _once(paths: Iterable[Path]) -> list[Path]:
    """Each file once, however it was named."""
    return list({resolved(path): path for path in paths}.values())


def _beside(folder: Path | None, kind: FileKind) -> Iterator[Path]:
    """The files of a kind in the folder of the answers."""
    if folder is not None:
        with suppress(OSError):  # whoever reads the answers says what is wrong with their folder
            yield from (path for path in files_in(folder) if path.name[:1] != "." and _kind(path) is kind)


def _kind(path: Path) -> FileKind | None:
    """What a file says that it is; whoever reads it says why it cannot be read."""
    name = name_of(path)
    with suppress(InvalidFile), said_of(name), opened(path, name) as file:
        return says(file.read(_HEAD))
    return None
