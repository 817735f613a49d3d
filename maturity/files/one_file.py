"""What one file holds: something to use, or the reasons why it is not used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from maturity.files.found import CountsFile, DecisionsFile, FiguresFile, ResponseFile, RosterFile
from maturity.files.links import is_taken
from maturity.files.saving import digest
from maturity.files.tally_model import admit_counts
from questionnaires import Fault, InvalidFile, Questionnaire, admit, kind_of, name_of, parse, read_bytes
from questionnaires.actuals import actuals_in
from questionnaires.decisions_admission import admit_decisions
from questionnaires.patterns import Patterns
from questionnaires.reading import says
from questionnaires.roster import admit_roster
from questionnaires.words import FileKind


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file held. `label` is what results call it when it could not be used: nothing where not even its
    bytes are known."""

    name: str
    held: ResponseFile | CountsFile | FiguresFile | RosterFile | DecisionsFile | None = None
    faults: tuple[Fault, ...] = ()
    skipped: tuple[Fault, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Content:
    """A parsed file: where it lies, what it is called, what is in it, and the digest of its bytes."""

    path: Path
    name: str
    document: dict[str, Any]
    digest: str


def _response(read: FileRead, content: _Content, questionnaire: Questionnaire) -> FileRead:
    response = admit(content.document, content.name, questionnaire)
    return replace(read, held=ResponseFile(content.path, response, content.digest))


def _counts(read: FileRead, content: _Content, questionnaire: Questionnaire) -> FileRead:
    counted = admit_counts(content.document, content.name, questionnaire)
    return replace(read, held=CountsFile(content.path, counted, content.digest))


def _figures(read: FileRead, content: _Content, questionnaire: Questionnaire) -> FileRead:
    """The pilot's figures, unless they are about another questionnaire."""
    actuals = actuals_in(content.document, content.name)
    other = actuals.pilot.questionnaire
    if other == questionnaire.head.id:
        return replace(read, held=FiguresFile(content.path, actuals))
    sentence = f'is "{other}", another questionnaire; the figures were left out'
    return replace(read, skipped=(Fault(read.name, "pilot.questionnaire", sentence),))


def _roster(read: FileRead, content: _Content, questionnaire: Questionnaire) -> FileRead:
    roster = admit_roster(content.document, content.name, questionnaire)
    return replace(read, held=RosterFile(content.path, roster, content.digest))


def _decisions(read: FileRead, content: _Content, questionnaire: Questionnaire) -> FileRead:
    """The decisions that can be used; one that cannot leaves the others as they are."""
    found = admit_decisions(content.document, content.name, questionnaire)
    held = DecisionsFile(content.path, found.decisions, content.digest, found.refused)
    # Where something is wrong with it, results say so of these decisions, not of the whole file.
    return replace(read, held=held, faults=found.faults, skipped=found.skipped, label=f"{read.label} (in part)")


_USED: Final[dict[FileKind, Callable[[FileRead, _Content, Questionnaire], FileRead]]] = {
    FileKind.RESPONSE: _response,
    FileKind.TALLY: _counts,
    FileKind.ACTUALS: _figures,
    FileKind.ROSTER: _roster,
    FileKind.DECISIONS: _decisions,
}
"""The kinds of files that a folder of answers is made of, and what is taken from each. A new one is a row here, a
class in `maturity.files.found`, and a field in `Gathered`."""
_FOR_FIGURES: Final = frozenset({FileKind.BUILDS, FileKind.TICKETS})
"""What lies beside the answers for whoever counts figures in exports; nothing is taken from it here."""


def read_file(
    path: Path, questionnaire: Questionnaire, *, is_named: bool, patterns: Patterns | None = None
) -> FileRead | None:
    """Reads one file; None where one that nobody named is no longer there, as after a listing that is old by now.

    Where many are read, the `patterns` of those before make it quicker, and change nothing else.
    """
    name = name_of(path)
    try:
        data = read_bytes(path)
    except InvalidFile as error:
        if not is_named and not is_taken(path):
            return None
        return FileRead(name, faults=tuple(error.faults))
    said, known_by = says(data), digest(data)
    label = f"{said or 'file'} {known_by[:8]}"
    if said is FileKind.RESPONSE and patterns is not None and (response := patterns.admitted(data)) is not None:
        return FileRead(name, ResponseFile(path, response, known_by), label=label)
    read = FileRead(name, label=label)
    try:
        document = {"kind": said} if said is FileKind.RESULTS else parse(data, name)
        kind = kind_of(document)
        if kind in _FOR_FIGURES and not is_named:
            return read
        if kind is not None and kind not in _USED and not is_named:
            sentence = f'says kind = "{kind}" and is no response; it was left out'
            if kind is FileKind.RESULTS:
                sentence += "; to look at it, name the file itself: maturity -w FILE"
            return replace(read, skipped=(Fault(name, "kind", sentence),))
        # What says nothing that can be used is held to be a response, and told what a response looks like.
        use = _USED.get(kind or FileKind.RESPONSE, _response)
        return use(read, _Content(path, name, document, known_by), questionnaire)
    except InvalidFile as error:
        return replace(read, faults=tuple(error.faults))
