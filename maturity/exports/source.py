"""The bytes of one saved export, block by block, whether it was packed or not; they can be had again from the start."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from io import FileIO
from pathlib import Path
from typing import Final, Protocol

from maturity.exports.limits import BLOCK, MOST_BYTES
from questionnaires.faults import Fault, InvalidFile
from questionnaires.reading import opened, said_of, says
from questionnaires.text import name_of

Progress = Callable[[int, int], None]
"""Told, every now and then, how many bytes of how many are read. Whoever wants to stop raises `Stopped` from it."""

_PACKED: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OTHERS: Final = {
    b"\xd0\xcf\x11\xe0": "is a workbook of Excel; save it as CSV there",
    b"%PDF": "is a PDF; save the report as CSV",
    b"\x1f\x8b": "is packed with gzip; unpack it first",
    b"7z\xbc\xaf": "is packed as 7z; unpack it first",
    b"Rar!": "is packed as RAR; unpack it first",
    b"PAR1": "is Parquet; save the report as CSV",
    b"SQLite format 3\x00": "is a database; save the report as CSV",
}
_FIRST: Final = {
    b"": "is empty",
    b"{": "is JSON; save the report as CSV",
    b"[": "is JSON; save the report as CSV",
    b"<": "is a web page, as one gets for a link that has expired; save the report again",
}
"""By the first byte that is no space."""
HEAD: Final = 4096
"""Bytes by which a kind of file is told."""


class Stopped(Exception):
    """Nobody waits for the rest any more."""


class Source(Protocol):
    """Where the bytes come from."""

    name: str
    """How messages call the file."""
    file: FileIO

    def blocks(self) -> Iterator[bytes]:
        """All bytes, from the start."""


class Plain:
    """A file that is what it holds."""

    def __init__(self, file: FileIO, name: str, progress: Progress) -> None:
        self.file = file
        self.name = name
        self._progress = progress
        self._size = os.fstat(file.fileno()).st_size
        if self._size > MOST_BYTES:
            raise InvalidFile([Fault(name, "", f"has {self._size:,} bytes; at most {MOST_BYTES:,} are read")])

    def blocks(self) -> Iterator[bytes]:
        """All bytes, from the start."""
        self.file.seek(0)
        done = 0
        while block := self.file.read(BLOCK):
            done += len(block)
            if done > MOST_BYTES:  # it has grown since it was opened
                raise InvalidFile([Fault(self.name, "", f"has more than the {MOST_BYTES:,} bytes that are read")])
            self._progress(done, max(done, self._size))
            yield block


def source_at(path: Path, progress: Progress) -> Source:
    """The file, opened; told by its first bytes whether it is packed. Raises InvalidFile with what is wrong."""
    name = name_of(path)
    with said_of(name):
        file = opened(path, name)
        try:
            return _source(file, name, progress)
        except BaseException:
            file.close()
            raise


def _source(file: FileIO, name: str, progress: Progress) -> Source:
    head = file.read(HEAD)
    if head.startswith(_PACKED):
        from maturity.exports.packed import Packed  # most are not packed

        return Packed(file, name, progress)
    refuse_other(head, name)
    return Plain(file, name, progress)


def refuse_other(head: bytes, name: str, within: str = "") -> None:
    """Raises InvalidFile where the first bytes are those of another kind of file."""
    for begins, words in _OTHERS.items():
        if head.startswith(begins):
            raise InvalidFile([Fault(name, within, words)])
    if head.startswith(_PACKED):
        raise InvalidFile([Fault(name, within, "is packed once more; unpack it first")])
    if (kind := says(head)) is not None:
        raise InvalidFile([Fault(name, within, f'says kind = "{kind}" and is no saved report')])
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if first in _FIRST:
        raise InvalidFile([Fault(name, within, _FIRST[first])])
