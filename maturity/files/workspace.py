"""The folder of responses: where it is, what is in it, and saving into it."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import platformdirs
import tomli_w

from maturity import clock
from maturity.files.gathering import Gathered, Gathering, KnownFiles, ResponseFile, is_missing, whole
from maturity.files.links import is_link, is_taken
from maturity.files.saving import NotSavedError, digest, sweep, write
from questionnaires import Questionnaire, Respondent, Response, name_of, one_line, read_bytes, reference_to
from questionnaires.faults import InvalidFile
from questionnaires.words import SCHEMA, Depth, FileKind

_ID_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letters that are easily mistaken for each other when read aloud."""


def default_folder() -> Path:
    """`MATURITY_WORKSPACE`, or a folder in the user's data directory. Nothing is made on disk here."""
    named = os.environ.get("MATURITY_WORKSPACE")
    return Path(named) if named else Path(platformdirs.user_data_dir("maturity", appauthor=False)) / "workspace"


class ChangedElsewhereError(Exception):
    """Another program wrote the file since it was read."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{one_line(path.name)} was changed by another program since you opened it.")
        self.path = path


class Workspace:
    """A folder of responses. The folder is made when something is first saved."""

    def __init__(self, folder: Path, questionnaire: Questionnaire) -> None:
        self.folder = folder
        self.questionnaire = questionnaire

    def read(self) -> Gathered:
        """Everything in the folder; an empty result when it does not exist yet."""
        return whole(self.reading())

    def reading(self, known: KnownFiles | None = None) -> Gathering:
        """The same, a file at a time; those `known` that did not change are not read again."""
        return Gathering(self._swept(), self.questionnaire, known=known)

    def _swept(self) -> Iterator[Path]:
        """The folder, without what a killed process left in it; nothing when it does not exist yet."""
        if not is_missing(self.folder):
            with suppress(OSError):  # the same trouble meets whoever lists the folder next, and is said there
                sweep(self.folder, clock.now().timestamp())
            yield self.folder

    def begin(
        self,
        team: str,
        depth: Depth,
        name: str = "",
        round_number: int = 1,
        respondent: str = "",
        only: tuple[str, ...] | None = None,
    ) -> ResponseFile:
        """A new, empty response, saved. The respondent's id is random unless one is kept from an earlier round;
        `only` are the questions that a later round takes up, None for all."""
        moment = clock.now()
        identifier = respondent or "".join(secrets.choice(_ID_LETTERS) for _ in range(8))
        response = Response(
            questionnaire=reference_to(self.questionnaire),
            respondent=Respondent(
                id=identifier,
                team=team,
                name=name,
                round=round_number,
                depth=depth,
                only=only,
                started=moment,
                updated=moment,
            ),
        )
        path = self.folder / file_name(response)
        if is_taken(path):
            raise NotSavedError(
                f"{name_of(path)} exists already and was left alone; rename it, or answer as another person."
            )
        return self.save(ResponseFile(path, response, ""))

    def save(self, file: ResponseFile) -> ResponseFile:
        """Writes a response to its file. Raises ChangedElsewhereError rather than overwrite another's work."""
        if file.digest and is_taken(file.path) and digest(_on_disk(file.path)) != file.digest:
            raise ChangedElsewhereError(file.path)
        data = to_bytes(file.response)
        write(file.path, data, within=self.folder)
        return ResponseFile(file.path, file.response, digest(data))

    def keep_both(self, file: ResponseFile) -> ResponseFile:
        """Saves over a file that another program changed, after setting that version aside beside it."""
        theirs = _on_disk(file.path) if is_taken(file.path) else b""
        if theirs:
            aside = file.path.with_name(f"{file.path.name}.{digest(theirs)[:8]}.bak")
            write(aside, theirs, within=self.folder)
        return self.save(ResponseFile(file.path, file.response, ""))


def _on_disk(path: Path) -> bytes:
    """What another program may have written. Nothing is read from where a link leads: it would be set aside here."""
    shown = name_of(path)
    if is_link(path):
        raise NotSavedError(f"{shown} was not saved: it is a link now; put the file itself back in its place.")
    try:
        return read_bytes(path)
    except InvalidFile as error:
        raise NotSavedError(f"{shown} was not saved: what is there now {error.faults[0].message}.") from error


def file_name(response: Response) -> str:
    """A name to recognise the file by; never read for meaning. Team and id are of an allow-listed alphabet."""
    respondent = response.respondent
    return f"{respondent.team}--{respondent.id}--r{respondent.round}.toml"


def document(response: Response) -> dict[str, Any]:
    """The response as its file shows it: kind and schema first, nothing that was not said."""
    body = response.model_dump(exclude_none=True, mode="python")
    body["respondent"] |= {"depth": response.respondent.depth.value, "answered": len(response.answers)}
    answers = body.pop("answers")
    for answer in answers.values():
        if not answer["note"]:
            del answer["note"]
        if not answer["flag"]:
            del answer["flag"]
    return {"kind": FileKind.RESPONSE.value, "schema": SCHEMA, **body, "answers": answers}


def to_bytes(response: Response) -> bytes:
    """The bytes of a response file."""
    return tomli_w.dumps(document(response)).encode("utf-8")
