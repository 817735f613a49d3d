"""Figures filled from the saved exports that lie beside the answers: those that are known, and why others are not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import Final

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

_SUFFIXES: Final = (".csv", ".zip")


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


def fill_beside(beside: Beside, named: Named, telling: Telling) -> FolderFilled:
    """Reads the exports of a folder. Raises OSError where the folder cannot be listed, and NotSavedError where the
    pilot's figures cannot be read."""
    number = beside.choice.number
    if doubled := double_figures(beside.gathered, number):
        return FolderFilled(None, None, (), tuple(doubled))
    found = round_chosen(beside.gathered, beside.questionnaire, beside.choice)
    own = [file.path for file in beside.gathered.figures if file.actuals.pilot.round == number]
    paths, unused = _known(beside, Told(None, named.day))
    try:
        at = figures_at((*own, beside.folder / ACTUALS_NAME)[0], found, beside.today)
    except InvalidFile as error:
        return FolderFilled(None, None, unused, tuple(error.faults))
    if not paths:
        return FolderFilled(at, None, unused)
    asked = Asked(paths, beside.folder, month=named.month, cycle=named.cycle, day=named.day)
    try:
        return FolderFilled(at, fill(asked, found, at.there, beside.today, telling), unused)
    except InvalidFile as error:
        return FolderFilled(at, None, unused, tuple(error.faults))


def _known(beside: Beside, told: Told) -> tuple[tuple[Path, ...], tuple[Fault, ...]]:
    """The exports of the folder by what they say of themselves, and why the other files are none."""
    paths: list[Path] = []
    faults: list[Fault] = []
    tickets = sort_files(Asked((), beside.folder), known_of(beside.questionnaire), []).tickets
    exports = exports_read(beside.questionnaire, tickets)
    inside = (path for path in beside.folder.iterdir() if path.suffix.lower() in _SUFFIXES and path.name[:1] != ".")
    for path in sorted(inside, key=lambda one: one.name):
        try:
            with open_export(path, exports, beside.today, told=told) as export:
                is_written = tickets is not None or not export.table.export.is_tickets
        except InvalidFile as error:
            faults += [Fault(path.name, fault.key, fault.message) for fault in error.faults]
        else:
            paths += [path] if is_written else []
            faults += [] if is_written else [Fault(path.name, "", NOT_SAID)]
    return tuple(paths), tuple(faults)
