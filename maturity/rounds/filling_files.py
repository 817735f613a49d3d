"""The files that figures are filled from, told apart by what they say: saved exports, and what is known of builds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from maturity.exports.reading import Told
from maturity.files.listing import files_in, resolved
from questionnaires import Fault, InvalidFile, name_of, one_line, parse, read_bytes
from questionnaires.builds import Builds, builtin_builds, overlaid, read_builds
from questionnaires.reading import opened, said_of, says
from questionnaires.tickets import Tickets, read_tickets
from questionnaires.words import FileKind

_HEAD: Final = 4096
_FOR_FIGURES: Final = (FileKind.BUILDS, FileKind.TICKETS)
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
    tickets: Path | None = None
    """The service desk's tickets; None where they stand among the files, or are not counted."""
    builds: Path | None = None
    month: str | None = None
    cycle: int | None = None
    day: dt.date | None = None
    """The day that the exports show; None for those on which they were written."""
    told: tuple[tuple[str, str], ...] = ()
    """Of a file, by its name, which export it is."""
    deadlines: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    """By ring, the days from the release to its deadline, where they are other than the questionnaire says."""


class Known(NamedTuple):
    """The ids of the exports that somebody names by an option of its own; None where the questionnaire has none."""

    list: str | None
    tickets: str | None


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files by what they are."""

    exports: tuple[tuple[Path, Told], ...]
    builds: Builds
    own_builds: str | None
    """The name of the file of builds that was laid over those of the package; None without one."""
    tickets: Tickets | None
    """How the tickets are written that may be among the exports; None where nobody has said so."""


def sort_files(asked: Asked, known: Known, faults: list[Fault]) -> Sorted:
    """Tells the files apart; what is wrong with any of them is added to the faults."""
    first = [path for path in (asked.devices, asked.tickets) if path is not None]
    kinds = {path: _kind(path) for path in _once([*first, *asked.files])}
    exports = [path for path, kind in kinds.items() if kind not in _FOR_FIGURES]
    builds, own_builds = builtin_builds(), None
    if (path := _one_of_a_kind(FileKind.BUILDS, asked.builds, kinds, asked.beside, faults)) is not None:
        with _kept(faults):
            builds, own_builds = overlaid(builds, read_builds(*_document(path))), path.name
    tickets = None
    if (path := _one_of_a_kind(FileKind.TICKETS, None, kinds, asked.beside, faults)) is not None:
        with _kept(faults):
            tickets = read_tickets(*_document(path))
    told = _told(asked, exports, known, faults)
    return Sorted(tuple((path, told[path]) for path in exports), builds, own_builds, tickets)


def _one_of_a_kind(
    kind: FileKind, named: Path | None, kinds: Mapping[Path, FileKind | None], beside: Path | None, faults: list[Fault]
) -> Path | None:
    """The file of a kind: the one that was named for it, else among all that were named, else beside the answers."""
    if named is not None:
        return named
    found = [path for path, one in kinds.items() if one is kind] or list(_beside(beside, kind))
    if len(found) > 1:
        names = ", ".join(name_of(path.name) for path in found)
        words = f"is one of several files of {kind.value} ({names}); keep one"
        faults += [Fault(name_of(path), "kind", words) for path in found]
        return None
    return found[0] if found else None


def _document(path: Path) -> tuple[dict[str, Any], str]:
    name = name_of(path)
    return parse(read_bytes(path), name), name


@contextmanager
def _kept(faults: list[Fault]) -> Iterator[None]:
    """Keeps what is wrong with a file, and goes on with the others."""
    try:
        yield
    except InvalidFile as error:
        faults += error.faults


def _told(asked: Asked, exports: Iterable[Path], known: Known, faults: list[Fault]) -> dict[Path, Told]:
    """What was said of each file."""
    by_option = {asked.devices: known.list, asked.tickets: known.tickets}
    ids = {path: by_option.get(path) for path in exports}
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
