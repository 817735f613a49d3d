"""The one boundary through which any file comes in: limits, encoding, cleaning, all faults at once.

Whatever is read was written by a stranger. What leaves this module is bounded in size, free of
characters that could steer a terminal, and described by faults rather than tracebacks.
"""

from __future__ import annotations

import codecs
import os
import re
import stat
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from io import FileIO
from pathlib import Path
from typing import Any, Final, Protocol

from questionnaires.faults import Fault, InvalidFile, shown
from questionnaires.shape import MOST_VALUES, excess
from questionnaires.text import clean, name_of, one_line
from questionnaires.words import SCHEMA, FileKind

LARGEST_FILE: Final = 1024 * 1024
"""Bytes. A full response is about 16 KB; anything near this size is not one of ours."""
LARGEST_RESULTS: Final = LARGEST_FILE * 3 // 2
"""Results of seven teams on everything, with another round beside, are a little larger than other files may be."""

_HEAD: Final = 4096
"""Bytes in which a file says what it is: its first two lines do, before any comment of length."""
_KINDS: Final = frozenset(FileKind)
_BLOCK: Final = 64 * 1024
_SAYS_ITS_KIND: Final = re.compile(
    rb"""(?:\xef\xbb\xbf)?(?>(?:\s++|\#[^\n]*+\n)*)kind[ \t]*+=[ \t]*+["']([a-z]{1,20})["']"""
)
_HARMLESS: Final = bytes({*range(0x20, 0x7F), *b"\t\r\n"} - {ord("\\")})
"""A document of these bytes alone holds nothing to clean: no escape can bring anything else in."""
_ESCAPE: Final = b"\\"


class Readable(Protocol):
    """A file on disk or inside the package."""

    @property
    def name(self) -> str:
        """How messages call it."""

    def read_bytes(self) -> bytes:
        """All of it."""


def clean_tree(value: Any) -> Any:
    """Cleans every string of a parsed document, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return _clean_table(value)
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    return value


def _clean_table(table: dict[str, Any]) -> dict[str, Any]:
    """Two keys that differ only in what was cleaned away get numbers, so that neither is lost."""
    cleaned: dict[str, Any] = {}
    alike: Counter[str] = Counter()
    for key, item in table.items():
        name = known = clean(key)
        while name in cleaned:
            alike[known] += 1
            name = f"{known}\ufffd{alike[known]}"
        cleaned[name] = clean_tree(item)
    return cleaned


def says(head: bytes) -> FileKind | None:
    """The kind that a file names before anything else in its first bytes, without parsing it; None where it does not.

    A hint for what its size may be and whether to read on; what the parsed document says is what counts.
    """
    found = _SAYS_ITS_KIND.match(head[:_HEAD])
    said = found[1].decode() if found else ""
    return FileKind(said) if said in _KINDS else None


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the limit of its kind; anything else is a fault."""
    name = name_of(path)
    with said_of(name), opened(path, name) as file:
        head = file.read(_HEAD)
        most = most_bytes(head)
        size = os.fstat(file.fileno()).st_size
        if size > most:
            raise InvalidFile([_too_large(name, size, most)])
        return head + b"".join(_rest(file, most + 1 - len(head)))


@contextmanager
def said_of(name: str) -> Iterator[None]:
    """Whatever the system refuses while the file is read, as a fault of the file."""
    try:
        yield
    except FileNotFoundError:
        raise InvalidFile([Fault(name, "", "does not exist; check the name and the folder")]) from None
    except InvalidFile:
        raise
    except (OSError, ValueError) as error:
        reason = (
            one_line(error.strerror or "unknown reason") if isinstance(error, OSError) else "its name cannot be used"
        )
        raise InvalidFile([Fault(name, "", f"cannot be read ({reason})")]) from None


def opened(path: Path, name: str) -> FileIO:
    """A regular file, open for reading; anything else is a fault.

    It is opened without waiting and looked at again once it is open: between a look and an opening it may have been
    swapped for a pipe.
    """
    _refuse_special(path.stat(), name)
    file = FileIO(path, "rb", opener=_without_waiting)
    try:
        _refuse_special(os.fstat(file.fileno()), name)
    except InvalidFile:
        file.close()
        raise
    return file


def _rest(file: FileIO, most: int) -> Iterator[bytes]:
    """What follows in the file, up to so many bytes: a file may have grown since it was looked at."""
    while most > 0 and (block := file.read(min(most, _BLOCK))):
        most -= len(block)
        yield block


def _without_waiting(path: str, flags: int) -> int:
    """Opens like the system does, but comes back at once where a pipe has nobody at its other end."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _refuse_special(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InvalidFile([Fault(name, "", "is a folder, where a file was expected")])
    if not stat.S_ISREG(status.st_mode):
        raise InvalidFile([Fault(name, "", "is not a regular file and was not opened")])


def most_bytes(head: bytes) -> int:
    """How large a file may be that begins like this: only results may be larger than the others."""
    return LARGEST_RESULTS if says(head) is FileKind.RESULTS else LARGEST_FILE


def _too_large(name: str, size: int, most: int) -> Fault:
    return Fault(name, "", f"has {size} bytes; at most {most} are read")


def parse(data: bytes, name: str) -> dict[str, Any]:
    """The cleaned document in these bytes, with decimals exact.

    Raises InvalidFile for anything that is not plain TOML in UTF-8, within the limits of its kind.
    """
    most = most_bytes(data)
    if len(data) > most:
        raise InvalidFile([_too_large(name, len(data), most)])
    text = _text(data, name)
    if broken := excess(text, MOST_VALUES * most // LARGEST_FILE):
        raise InvalidFile([Fault(name, "", broken)])
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a number or a nesting is too large"
        cut = "; it may have been cut off, ask for it again" if "end of document" in reason else ""
        raise InvalidFile([Fault(name, "", f"is not valid TOML: {one_line(reason, 160)}{cut}")]) from None
    if _is_clean(data):
        return document
    cleaned: dict[str, Any] = clean_tree(document)
    return cleaned


def _is_clean(data: bytes) -> bool:
    """Whether nothing that this text in UTF-8 holds is to be cleaned, as of almost every file: it is a hundred times as
    fast to look at the few characters that are not plain as at each string by itself."""
    rest = data.removeprefix(codecs.BOM_UTF8).translate(None, _HARMLESS)
    if _ESCAPE in rest:
        return False
    text = rest.decode()
    return clean(text) == text


def _text(data: bytes, name: str) -> str:
    """The text in these bytes; a fault where they are no text of ours."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidFile([Fault(name, "", "is UTF-16, as PowerShell's > writes it; save it as UTF-8 (or use -o)")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidFile([Fault(name, "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8")]) from None
    first = text.lstrip()[:1]
    if not first:
        raise InvalidFile([Fault(name, "", "is empty")])
    if first == "{":
        raise InvalidFile([Fault(name, "", "is JSON, which is written but not read; export it as .toml to use it")])
    return text


def kind_of(document: Mapping[str, Any]) -> FileKind | None:
    """What a document says it is; None when it says nothing we know."""
    said = document.get("kind")
    return FileKind(said) if isinstance(said, str) and said in _KINDS else None


def expect(document: dict[str, Any], kind: FileKind, name: str) -> dict[str, Any]:
    """The body of a document of that kind and of a schema we read; otherwise InvalidFile."""
    said = document.get("kind")
    if said != kind.value:
        found = f'this one says "{said}"' if isinstance(said, str) else "this one does not say what it is"
        raise InvalidFile(
            [Fault(name, "kind", f'a file with kind = "{kind.value}" was expected; {one_line(found, 80)}')]
        )
    schema = document.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise InvalidFile([Fault(name, "schema", f"must be a whole number; this version writes {SCHEMA}")])
    if schema > SCHEMA:
        sentence = (
            f"is {shown(schema)}, but this version of maturity reads up to {SCHEMA}; update maturity to read this file"
        )
        raise InvalidFile([Fault(name, "schema", sentence)])
    return {key: value for key, value in document.items() if key not in ("kind", "schema")}
