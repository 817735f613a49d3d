"""The folder of responses: where it is, what is in it, and saving into it."""

from __future__ import annotations

import secrets
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import tomli_w

from maturity import clock
from maturity.files.gathering import Gathered, Gathering, KnownFiles, ResponseFile, is_missing, whole
from maturity.files.keeper import Keepers
from maturity.files.links import is_gone, is_link, is_taken, leads_elsewhere
from maturity.files.saving import ChangedElsewhereError, GoneError, HeldError, NotSavedError, digest, sweep, write_once
from questionnaires import Questionnaire, Respondent, Response, admit, name_of, parse, read_bytes, reference_to
from questionnaires.faults import InvalidFile
from questionnaires.words import SCHEMA, Depth, FileKind

ID_LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""No letters that are easily mistaken for each other when read aloud."""


class Workspace:
    """A folder of responses. The folder is made when something is first saved.

    `keepers` are those of the responses that are open; a folder within another shares them.
    """

    def __init__(self, folder: Path, questionnaire: Questionnaire, keepers: Keepers | None = None) -> None:
        self.folder = folder
        self.questionnaire = questionnaire
        self._as_it_comes = questionnaire
        self.keepers = Keepers() if keepers is None else keepers

    def at(self, folder: Path) -> Workspace:
        """Another folder for the same questionnaire; what is open there counts as open here."""
        return Workspace(folder, self._as_it_comes, self.keepers)

    def read(self) -> Gathered:
        """Everything in the folder; an empty result when it does not exist yet."""
        gathered = whole(self.reading())
        self.take_names(gathered)
        return gathered

    def take_names(self, gathered: Gathered) -> None:
        """The teams are called from now on as a roster in the folder says; without one as the questionnaire does."""
        self.questionnaire = gathered.named(self._as_it_comes)

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
        identifier = respondent or "".join(secrets.choice(ID_LETTERS) for _ in range(8))
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
        try:
            return self.save(ResponseFile(path, response, ""))
        except NotSavedError as error:
            _remove_left(path, error.left)
            raise

    def save(self, file: ResponseFile, tried: Container[str] = ()) -> ResponseFile:
        """Writes a response to its file, in one attempt.

        `tried` are digests of what an earlier attempt may have left there, though the system refused it. Raises
        ChangedElsewhereError rather than overwrite another's work, and GoneError rather than make anew what
        somebody has removed.
        """
        data = to_bytes(file.response)
        known = digest(data)
        if file.digest:
            if is_gone(file.path):
                raise GoneError(file.path)
            there = digest(_on_disk(file.path))
            if there not in (file.digest, known) and there not in tried:
                raise ChangedElsewhereError(file.path)
        write_once(file.path, data, within=self.folder)
        return ResponseFile(file.path, file.response, known)

    def keep_both(self, file: ResponseFile) -> ResponseFile:
        """Saves over a file that another program changed or removed, after setting that version aside beside it."""
        theirs = b"" if is_gone(file.path) else _on_disk(file.path)
        if theirs:
            aside = file.path.with_name(f"{file.path.name}.{digest(theirs)[:8]}.bak")
            write_once(aside, theirs, within=self.folder)
        return self.save(ResponseFile(file.path, file.response, ""))

    def has_only(self, path: Path, state: str) -> bool:
        """Whether a file still is as it was in the state of this digest. Raises NotSavedError where that is unclear."""
        return not is_gone(path) and digest(_on_disk(path)) == state

    def put_back(self, path: Path, before: bytes | None) -> None:
        """Makes a file what it was before; None where it was not there. Raises NotSavedError."""
        if before is not None:
            write_once(path, before, within=self.folder)
            return
        try:
            path.unlink()
        except OSError as error:
            raise HeldError(f"{name_of(path)} was not removed: {error.strerror}.") from error

    def read_again(self, file: ResponseFile) -> ResponseFile:
        """The file as it is now: another program may have gone on with it since the folder was read.

        Raises InvalidFile when it cannot be used any more.
        """
        data = read_bytes(file.path)
        known = digest(data)
        if known == file.digest:
            return file
        shown = name_of(file.path)
        return ResponseFile(file.path, admit(parse(data, shown), shown, self.questionnaire), known)


def _remove_left(path: Path, left: str) -> None:
    """Removes what a refused attempt has left where nothing was: nobody began it."""
    with suppress(OSError, InvalidFile):
        if left and not is_link(path) and digest(read_bytes(path)) == left:
            path.unlink()


def _on_disk(path: Path) -> bytes:
    """What another program may have written. Nothing is read from where a link leads: it would be set aside here."""
    shown = name_of(path)
    try:
        is_link_now = leads_elsewhere(path.lstat())
    except OSError as error:
        raise HeldError(f"{shown} was not saved: {error.strerror}. It will be tried again.") from error
    if is_link_now:
        raise NotSavedError(f"{shown} was not saved: it is a link now; put the file itself back in its place.")
    try:
        return read_bytes(path)
    except InvalidFile as error:
        message = error.faults[0].message
        kind = HeldError if message.startswith("cannot be read") else NotSavedError
        raise kind(f"{shown} was not saved: what is there now {message}.") from error


def file_name(response: Response) -> str:
    """A name to recognise the file by; never read for meaning. Team and id are of an allow-listed alphabet."""
    respondent = response.respondent
    return f"{respondent.team}--{respondent.id}--r{respondent.round}.toml"


def document(response: Response) -> dict[str, Any]:
    """The response as its file shows it: kind and schema first, nothing that was not said."""
    body = response.model_dump(exclude_none=True, mode="python")
    body["respondent"] |= {"depth": response.respondent.depth.value, "answered": len(response.answers)}
    if not response.respondent.voted:
        del body["respondent"]["voted"]
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
