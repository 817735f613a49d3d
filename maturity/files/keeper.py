"""Keeps an open response: the only way to its file, and the only one who knows whether everything is on disk.

One attempt for each saving, without waiting: what is refused stays in memory and is said, and whoever has the time
tries again, with the next answer, on leaving, or after a moment.
"""

from __future__ import annotations

import os
import time
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, Protocol

from maturity.files.gathering import ResponseFile
from maturity.files.links import is_gone, is_link
from maturity.files.lock import Lock, lock_of
from maturity.files.saving import (
    PAUSES,
    ChangedElsewhereError,
    GoneError,
    HeldError,
    NotSavedError,
    digest,
)
from questionnaires import InvalidFile, Response, one_line, read_bytes

_SUFFIX: Final = ".toml"


class Store(Protocol):
    """Where responses are saved."""

    @property
    def folder(self) -> Path:
        """Where responses are kept."""

    def save(self, file: ResponseFile, tried: Container[str] = ()) -> ResponseFile:
        """Puts it on disk whole. Raises NotSavedError, or one of its kinds that says what stands in the way."""

    def keep_both(self, file: ResponseFile) -> ResponseFile:
        """Sets the other version aside, so that this one can be saved. Raises NotSavedError."""


class Holder(Protocol):
    """Whatever else is open, and may hold what is not on disk, as a workshop does."""

    is_open: bool
    problem: str
    written: Path | None
    """The file in which something of this sitting is; None where there is nothing."""

    @property
    def is_saved(self) -> bool:
        """Whether everything is known to be on disk."""

    def settle(self) -> bool:
        """One more attempt where it is needed; whether everything is on disk."""

    def rescue(self, folder: Path) -> str:
        """Writes a copy of what is not saved to a folder; says in a sentence where it is."""

    def close(self) -> None:
        """Others may go on."""


class Keeper:
    """One open response. `problem` says why it is not on disk, "" when it is; `notice` what was done besides."""

    def __init__(self, store: Store, file: ResponseFile, lock: Lock) -> None:
        self.store = store
        self.is_for_reading = lock.is_held_elsewhere
        self.sets_aside = True
        """Whether another program's version is set aside; else ChangedElsewhereError comes out of saving."""
        self.problem = ""
        self.notice = ""
        self._file = file
        self._lock = lock
        self._size = _size_of(file.path)
        self._tried: set[str] = set()
        self._error: NotSavedError | None = None
        self.is_open = True
        self.has_answered = False
        """Whether anything was answered in this sitting."""

    @property
    def path(self) -> Path:
        """Where the response is, or is to be."""
        return self._file.path

    @property
    def response(self) -> Response:
        """The newest answers, saved or not."""
        return self._file.response

    @property
    def is_saved(self) -> bool:
        """Whether the newest answers are known to be on disk."""
        return not self.problem

    @property
    def is_held(self) -> bool:
        """Whether what keeps it from being saved may pass by itself in a moment."""
        return isinstance(self._error, HeldError)

    @property
    def is_gone(self) -> bool:
        """Whether the file was removed, so that only a person can say whether to write it anew."""
        return isinstance(self._error, GoneError)

    def keep(self, response: Response) -> None:
        """Takes the newest answers, and tries once to save them."""
        if self.is_for_reading:
            raise NotSavedError(f"{one_line(self.path.name)} is open elsewhere and can only be looked at here.")
        self.has_answered = self.has_answered or response.answers != self.response.answers
        self._file = replace(self._file, response=response)
        self.problem = "not saved yet"
        self._attempt()

    def try_again(self) -> bool:
        """One more attempt where it is not saved; whether it is."""
        if not self.is_saved:
            self._attempt()
        return self.is_saved

    def settle(self) -> bool:
        """Before one leaves: one more attempt where it is needed, also where the file has gone since."""
        if not self.is_for_reading and (not self.is_saved or is_gone(self.path)):
            self._attempt()
        return self.is_saved

    def write_anew(self) -> bool:
        """Writes the file again that somebody has removed: a person said so."""
        if self.is_gone:
            self._attempt(anew=True)
        return self.is_saved

    def close(self) -> None:
        """Others may open it again."""
        if self.is_open:
            self.is_open = False
            self._lock.release()

    def _attempt(self, *, anew: bool = False) -> None:
        self.notice = ""
        try:
            self._file = self._saved(anew=anew)
        except NotSavedError as error:
            self._error, self.problem = error, str(error)
            self._tried.add(error.left)
        else:
            self._error, self.problem = None, ""
            self._size = _size_of(self.path)
            self._tried.clear()

    def _saved(self, *, anew: bool) -> ResponseFile:
        try:
            return self.store.keep_both(self._file) if anew else self.store.save(self._file, self._tried)
        except ChangedElsewhereError as error:
            if not self.sets_aside:
                raise
            kept = self.store.keep_both(self._file)
            self.notice = f"{error} Both were kept: the other version lies beside it as .bak."
            return kept
        except GoneError:
            renamed = self._renamed_to()
            if renamed is None:
                raise
            before, self._file = self.path, replace(self._file, path=renamed)
            self.notice = f"{one_line(before.name)} was renamed; it goes on as {one_line(renamed.name)}."
            return self.store.save(self._file, self._tried)

    def _renamed_to(self) -> Path | None:
        """The one file of the same folder that holds what was saved last, byte by byte; None without one."""
        alike = [path for path in _of_size(self.path.parent, self._size) if _holds(path, self._file.digest)]
        return alike[0] if len(alike) == 1 else None


class Keepers:
    """The responses that are open in this process: one keeper each, however many screens show it; and other holders."""

    def __init__(self) -> None:
        self._known: dict[tuple[Path, str], Keeper] = {}
        self._holders: list[Holder] = []

    def __iter__(self) -> Iterator[Keeper]:
        return (keeper for keeper in tuple(self._known.values()) if keeper.is_open)

    def find(self, file: ResponseFile) -> Keeper | None:
        """The keeper of a response that is open already."""
        keeper = self._known.get(_key(file))
        return keeper if keeper is not None and keeper.is_open else None

    def add(self, store: Store, file: ResponseFile, lock: Lock) -> Keeper:
        """A keeper for a response that is opened."""
        before = self._known.get(_key(file))
        keeper = self._known[_key(file)] = Keeper(store, file, lock)
        keeper.has_answered = before is not None and before.has_answered
        return keeper

    def join(self, holder: Holder) -> None:
        """Something else that is to be saved before the program ends."""
        self._holders.append(holder)

    @property
    def decided(self) -> tuple[Path, ...]:
        """The files in which something was written down besides answers, by whichever screen."""
        return tuple(dict.fromkeys(one.written for one in self._holders if one.written is not None))

    @property
    def answered(self) -> tuple[Path, ...]:
        """The files in which something was answered, by whichever screen, and in which all of that is saved."""
        return tuple(keeper.path for keeper in self._known.values() if keeper.has_answered and keeper.is_saved)

    @property
    def unsaved(self) -> tuple[Keeper | Holder, ...]:
        """The open responses, and whatever else is open, of which not everything is on disk."""
        return tuple(one for one in self._all_open() if not one.is_saved)

    def _all_open(self) -> Iterator[Keeper | Holder]:
        yield from self
        yield from (holder for holder in self._holders if holder.is_open)

    def settle(self) -> bool:
        """One more attempt for each that is not saved; whether everything is on disk now."""
        for one in self._all_open():
            one.settle()
        return not self.unsaved

    def close(self) -> None:
        """The program ends: nobody else has to wait for it."""
        for one in self._all_open():
            one.close()


def lock_for(file: ResponseFile) -> Lock:
    """Locks a response by who answers in which round, so that it stays locked when its file is renamed."""
    return lock_of(file.path.parent, _identity(file))


def keep_patiently(keeper: Keeper, response: Response) -> None:
    """Keeps answers, and waits up to three seconds for a file that is held: for callers that may wait."""
    keeper.keep(response)
    for pause in PAUSES:
        if keeper.is_saved or not keeper.is_held:
            return
        time.sleep(pause)
        keeper.try_again()


def _key(file: ResponseFile) -> tuple[Path, str]:
    return file.path.parent.absolute(), _identity(file)


def _identity(file: ResponseFile) -> str:
    return f"{file.response.respondent.id}-r{file.response.respondent.round}"


def _size_of(path: Path) -> int:
    try:
        return path.lstat().st_size
    except OSError:
        return -1


def _of_size(folder: Path, size: int) -> Iterable[Path]:
    """The files of a folder, no links, that have this size and are named like responses."""
    try:
        with os.scandir(folder) as entries:
            found = [Path(entry.path) for entry in entries if entry.name.endswith(_SUFFIX)]
    except OSError:
        return ()
    return (path for path in found if not is_link(path) and _size_of(path) == size)


def _holds(path: Path, known: str) -> bool:
    try:
        return digest(read_bytes(path)) == known
    except InvalidFile:
        return False
