"""Figures filled from the saved exports that lie beside the answers: those that are known, and why others are not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from maturity.exports.columns import SeveralFitError
from maturity.exports.reading import Told, open_export
from maturity.files.actuals_writing import ACTUALS_NAME
from maturity.files.gathering import Gathered
from maturity.rounds.choosing import RoundChoice, round_chosen
from maturity.rounds.figures import double_figures
from maturity.rounds.filled import Filled
from maturity.rounds.filling import Telling, exports_read, fill, known_of
from maturity.rounds.filling_files import Asked, sort_files
from maturity.rounds.filling_saving import FiguresAt, figures_at
from maturity.rounds.filling_tickets import NOT_SAID
from questionnaires import Fault, InvalidFile, Questionnaire
from questionnaires.export import Export

_SUFFIXES: Final = (".csv", ".zip")
_NOTHING: Final[Mapping[str, str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Beside:
    """A folder of answers, the round of them that is looked at, and the day it is."""

    folder: Path
    gathered: Gathered
    questionnaire: Questionnaire
    choice: RoundChoice
    today: dt.date


@dataclass(frozen=True, slots=True)
class Named:
    """What somebody says of all exports of a folder; None where nobody did."""

    day: dt.date | None = None
    """The day that they show."""
    month: str | None = None
    cycle: int | None = None
    exports: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """By the name of a file, the id of the export that it is, where its headers leave that open."""


@dataclass(frozen=True, slots=True)
class OpenKind:
    """A file that may be several exports by its headers."""

    name: str
    fitting: tuple[Export, ...]
    chosen: Export | None
    """The one that somebody has said that it is; None while nobody has, and the file is not used."""


@dataclass(frozen=True, slots=True)
class FolderFilled:
    """What the exports of a folder tell."""

    at: FiguresAt | None
    """The file to which figures would be added; None where it has faults."""
    filled: Filled | None
    """None where there is no export, or one has faults."""
    unused: tuple[Fault, ...] = ()
    """The files that are no export which the questionnaire knows, and why."""
    faults: tuple[Fault, ...] = ()
    """What has to be mended before anything can be filled."""
    kinds: tuple[OpenKind, ...] = ()
    """The files of which somebody has to say which export they are, or has."""


def fill_beside(beside: Beside, named: Named, telling: Telling) -> FolderFilled:
    """Reads the exports of a folder. Raises OSError where the folder cannot be listed, and NotSavedError where the
    pilot's figures cannot be read."""
    number = beside.choice.number
    if doubled := double_figures(beside.gathered, number):
        return FolderFilled(None, None, (), tuple(doubled))
    found = round_chosen(beside.gathered, beside.questionnaire, beside.choice)
    own = [file.path for file in beside.gathered.figures if file.actuals.pilot.round == number]
    files = _known(beside, named)
    unused, kinds = tuple(files.unused), tuple(files.kinds)
    try:
        at = figures_at((*own, beside.folder / ACTUALS_NAME)[0], found, beside.today)
    except InvalidFile as error:
        return FolderFilled(None, None, unused, tuple(error.faults), kinds)
    if not files.paths:
        return FolderFilled(at, None, unused, (), kinds)
    told = tuple((one.name, one.chosen.id) for one in kinds if one.chosen is not None)
    asked = Asked(tuple(files.paths), beside.folder, month=named.month, cycle=named.cycle, day=named.day, told=told)
    try:
        return FolderFilled(at, fill(asked, found, at.there, beside.today, telling), unused, (), kinds)
    except InvalidFile as error:
        return FolderFilled(at, None, unused, tuple(error.faults), kinds)


@dataclass(frozen=True, slots=True)
class _Files:
    """The exports of a folder by what they say of themselves, why the other files are none, and what is left open."""

    paths: list[Path] = field(default_factory=list)
    unused: list[Fault] = field(default_factory=list)
    kinds: list[OpenKind] = field(default_factory=list)


def _known(beside: Beside, named: Named) -> _Files:
    files = _Files()
    tickets = sort_files(Asked((), beside.folder), known_of(beside.questionnaire), []).tickets
    exports = exports_read(beside.questionnaire, tickets)
    inside = (path for path in beside.folder.iterdir() if path.suffix.lower() in _SUFFIXES and path.name[:1] != ".")
    for path in sorted(inside, key=lambda one: one.name):
        try:
            export = _export_of(path, exports, beside, named, files)
        except InvalidFile as error:
            files.unused.extend(Fault(path.name, fault.key, fault.message) for fault in error.faults)
            continue
        if export is not None and export.is_tickets and tickets is None:
            files.unused.append(Fault(path.name, "", NOT_SAID))
        elif export is not None:
            files.paths.append(path)
    return files


def _export_of(path: Path, exports: Sequence[Export], beside: Beside, named: Named, files: _Files) -> Export | None:
    """Which export a file is, by its headers or by what somebody chose among those that fit; None while it is open."""
    try:
        with open_export(path, exports, beside.today, told=Told(None, named.day)) as export:
            return export.table.export
    except SeveralFitError as error:
        wanted = named.exports.get(path.name)
        chosen = next((one for one in error.fitting if one.id == wanted), None)
        files.kinds.append(OpenKind(path.name, error.fitting, chosen))
        return chosen
