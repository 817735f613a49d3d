"""A ZIP with one file in it, as reports are downloaded. What it says of itself is checked, and never used as a path."""

from __future__ import annotations

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader, FileIO
from typing import Final

from maturity.exports.limits import BLOCK, MOST_BYTES, MOST_RATIO
from maturity.exports.source import HEAD, Progress, refuse_other
from questionnaires.faults import Fault, InvalidFile
from questionnaires.text import one_line

_LONGEST_DIRECTORY: Final = 1024 * 1024
"""Bytes. The directory of one file, its name and comment as long as they can be, takes a fifth."""
_SMALL: Final = 1024 * 1024
"""Bytes up to which a ratio says nothing."""
_LONGEST_NAME: Final = 60
_ENCRYPTED: Final = 0x1
_WORKBOOK: Final = "[Content_Types].xml"
_WAYS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class _Bounded(BufferedReader):
    """Reads no more at once than an archive of one file asks for: a directory may say that it is of any size."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > _LONGEST_DIRECTORY:
            raise zipfile.BadZipFile
        return super().read(_LONGEST_DIRECTORY if size is None or size < 0 else size)


class Packed:
    """The one file in an archive."""

    def __init__(self, file: FileIO, name: str, progress: Progress) -> None:
        self.file = file
        self.name = name
        self._progress = progress
        self._called = ""
        """What is in it, as messages call it."""
        self._size = size = os.fstat(file.fileno()).st_size
        if size > MOST_BYTES:
            raise InvalidFile([Fault(name, "", f"has {size:,} bytes; at most {MOST_BYTES:,} are read")])
        with self._unpacked():
            self._archive = zipfile.ZipFile(_Bounded(file))
        self._entry = self._only_entry(self._archive.infolist())
        with self._unpacked(), self._archive.open(self._entry) as packed:
            refuse_other(packed.read(HEAD), name, self._called)

    def blocks(self) -> Iterator[bytes]:
        """All bytes, from the start, and no more than it said there are."""
        size, packed_size, done = self._entry.file_size, self._entry.compress_size, 0
        with self._unpacked(), self._archive.open(self._entry) as packed:
            while block := packed.read(BLOCK):
                done += len(block)
                if done > max(_SMALL, MOST_RATIO * packed_size):
                    raise self._refused(f"unpacks to more than {MOST_RATIO} times its size, and was not read on")
                self._progress(done, size)
                yield block
        if done != size:
            raise self._refused(f"has {done:,} bytes where the archive says {size:,}; save the report again")

    def _only_entry(self, entries: list[zipfile.ZipInfo]) -> zipfile.ZipInfo:
        """Raises InvalidFile unless there is exactly one, and it is a file of a size that is read."""
        if any(entry.filename == _WORKBOOK for entry in entries):
            raise self._refused("is a workbook of Excel; save it as CSV there")
        if len(entries) != 1:
            raise self._refused(f"holds {len(entries)} files; a ZIP with a single CSV in it is read")
        self._called = f"“{one_line(entries[0].filename, _LONGEST_NAME)}”"
        if reason := _unusable(entries[0], self._size):
            raise self._refused(reason)
        return entries[0]

    def _refused(self, words: str) -> InvalidFile:
        return InvalidFile([Fault(self.name, self._called, words)])

    @contextmanager
    def _unpacked(self) -> Iterator[None]:
        """Whatever is wrong with the archive, in a sentence."""
        try:
            yield
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError):
            raise self._refused("is a ZIP that cannot be unpacked; save the report again") from None


def _unusable(entry: zipfile.ZipInfo, size: int) -> str:
    """Why it is not read out of an archive of so many bytes, in words; empty where it can be."""
    mode = stat.S_IFMT(entry.external_attr >> 16)
    path = entry.filename.replace("\\", "/")
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted; unpack it first"
    if entry.is_dir():
        return "is a folder, where a file was expected"
    if mode not in (0, stat.S_IFREG):
        return "is a link or something else that is no file"
    if path.startswith("/") or path[1:2] == ":" or ".." in path.split("/"):
        return "has a name that leads elsewhere; save the report again"
    if entry.compress_type not in _WAYS:
        return "is packed in a way that is not read; unpack it first"
    if entry.header_offset != 0 or entry.compress_size >= size:
        return "does not stand where an archive of one file has it; save the report again"
    if entry.file_size > MOST_BYTES:
        return f"unpacks to {entry.file_size:,} bytes; at most {MOST_BYTES:,} are read"
    if entry.file_size > max(_SMALL, MOST_RATIO * entry.compress_size):
        return f"unpacks to more than {MOST_RATIO} times its size, and was not unpacked"
    return ""
