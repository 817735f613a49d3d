"""Adds to the end of a file that people write as well: every byte that is there stays, on disk whole or as it was."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from maturity.files.links import is_taken
from maturity.files.lock import Lock, lock_of
from maturity.files.saving import PAUSES, HeldError, NotSavedError, make_folder, refuse_link, write_once
from questionnaires import InvalidFile, name_of, parse, read_bytes

Done = TypeVar("Done")

_ATTEMPTS: Final = 5
"""At a lock, where others give theirs back at the very moment in which it is tried."""


def add(path: Path, head: str, made: Callable[[bytes], bytes], *, within: Path) -> None:
    """Writes what `made` makes of what is there, or of the `head` of a new file; when it comes back, it is on disk.

    Never waits. Raises NotSavedError with the reason, HeldError where somebody else has the file at this moment, and
    whatever `made` raises.
    """
    shown = name_of(path)
    try:
        make_folder(path, within)
        refuse_link(path, path)
    except OSError as error:
        raise NotSavedError(f"{shown} was not saved: {error.strerror}. Choose a folder you may write to.") from error
    lock = _locked(path)
    if lock.is_held_elsewhere:
        raise HeldError(f"{shown} was not saved: another program is adding to it. It will be tried again.")
    try:
        before = there(path, head)
        data = made(before)
        if lock.descriptor is None and before != there(path, head):
            raise HeldError(f"{shown} was not saved: another program wrote it. It will be tried again.")
        write_once(path, data, within=within)
    finally:
        lock.release()


def patiently(add_now: Callable[[], Done]) -> Done:
    """Adds, and waits up to three seconds for a file that is held: for callers that may wait."""
    for pause in PAUSES:
        try:
            return add_now()
        except HeldError:
            time.sleep(pause)
    return add_now()


def there(path: Path, head: str) -> bytes:
    """What stands in the file; of a new one its head. Raises NotSavedError where it cannot be read."""
    if not is_taken(path):
        return head.encode()
    try:
        return read_bytes(path)
    except InvalidFile as error:
        raise faulty(error, name_of(path)) from error


def follows(before: bytes, text: str) -> bytes:
    """The text as it comes after what is there: on a line of its own, with the ends of lines that the file has."""
    if not before.endswith(b"\n"):
        text = f"\n{text}"
    return (text.replace("\n", "\r\n") if b"\r\n" in before else text).encode()


def parses(data: bytes) -> bool:
    """Whether it is a document of ours at all."""
    try:
        parse(data, "")
    except InvalidFile:
        return False
    return True


def faulty(error: InvalidFile, shown: str) -> NotSavedError:
    """That nothing can be added to a file before it is corrected: its first fault, and how many more there are."""
    first, *others = error.faults
    more = f" `maturity check` names {len(others)} more." if others else ""
    return NotSavedError(f"{shown} was not saved: {first.key or 'it'} {first.message}. Correct the file first.{more}")


def _locked(path: Path) -> Lock:
    """The lock of the file, for the moment of adding; without a lock where there can be none."""
    for _ in range(_ATTEMPTS):
        lock = lock_of(path.parent, path.stem)
        if lock.is_held_elsewhere or lock.descriptor is not None:
            return lock
    return lock
