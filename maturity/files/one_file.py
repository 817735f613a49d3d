"""What one file holds: something to use, or the reasons why it is not used."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from maturity.files.found import CountsFile, FiguresFile, ResponseFile
from maturity.files.links import is_taken
from maturity.files.saving import digest
from maturity.files.tally_model import admit_counts
from questionnaires import Fault, InvalidFile, Questionnaire, admit, kind_of, name_of, parse, read_bytes
from questionnaires.actuals import actuals_in
from questionnaires.reading import says
from questionnaires.words import FileKind


@dataclass(frozen=True, slots=True)
class FileRead:
    """What one file held. `label` is what results call it when it could not be used: nothing where not even its
    bytes are known."""

    name: str
    held: ResponseFile | CountsFile | FiguresFile | None = None
    faults: tuple[Fault, ...] = ()
    skipped: tuple[Fault, ...] = ()
    label: str = ""


def read_file(path: Path, questionnaire: Questionnaire, *, is_named: bool) -> FileRead | None:
    """Reads one file; None where one that nobody named is no longer there, as after a listing that is old by now."""
    name = name_of(path)
    try:
        data = read_bytes(path)
    except InvalidFile as error:
        if not is_named and not is_taken(path):
            return None
        return FileRead(name, faults=tuple(error.faults))
    said = says(data)
    read = FileRead(name, label=f"{said or 'file'} {digest(data)[:8]}")
    try:
        document = {"kind": said} if said is FileKind.RESULTS else parse(data, name)
        kind = kind_of(document)
        if kind is FileKind.TALLY:
            return replace(read, held=CountsFile(path, admit_counts(document, name, questionnaire), digest(data)))
        if kind is FileKind.ACTUALS:
            return _figures(read, FiguresFile(path, actuals_in(document, name)), questionnaire)
        if kind not in (FileKind.RESPONSE, None) and not is_named:
            sentence = f'says kind = "{kind}" and is no response; it was left out'
            return replace(read, skipped=(Fault(name, "kind", sentence),))
        return replace(read, held=ResponseFile(path, admit(document, name, questionnaire), digest(data)))
    except InvalidFile as error:
        return replace(read, faults=tuple(error.faults))


def _figures(read: FileRead, file: FiguresFile, questionnaire: Questionnaire) -> FileRead:
    """The pilot's figures, unless they are about another questionnaire."""
    other = file.actuals.pilot.questionnaire
    if other == questionnaire.head.id:
        return replace(read, held=file)
    sentence = f'is "{other}", another questionnaire; the figures were left out'
    return replace(read, skipped=(Fault(read.name, "pilot.questionnaire", sentence),))
