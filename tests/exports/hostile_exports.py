"""Saved exports that somebody made to do harm, or that something went wrong with: what is said of each.

Every one holds the name of a person where it holds anything, which nothing that is said may repeat.
"""

from __future__ import annotations

import io
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.exports.saved import zipped

PERSON: Final = "anna.berg@example.org"
HEAD: Final = "Serial,State,User,Ring"
ROW: Final = f"a1,on,{PERSON},one"
LINES: Final = f"{HEAD}\n{ROW}\n"
READ: Final = ""
"""Of what is read all the same."""


@dataclass(frozen=True)
class Bad:
    category: str
    name: str
    said: str
    """A part of the sentence, or nothing where the file is read."""
    data: Callable[[], bytes] = bytes
    make: Callable[[Path], None] | None = None
    """Makes what is no plain file."""

    def __str__(self) -> str:
        return f"{self.category}: {self.name}"

    def write(self, path: Path) -> None:
        if self.make is not None:
            self.make(path)
        else:
            path.write_bytes(self.data())


def hostile() -> Iterator[Bad]:
    yield from _encodings()
    yield from _archives()
    yield from _bombs()
    yield from _quotes()
    yield from _headers()
    yield from _sizes()
    yield from _kinds()
    yield from _texts()


def special() -> Iterator[Bad]:
    """What is no plain file, or cannot be read."""
    yield Bad("special", "a folder", "is a folder", make=Path.mkdir)
    yield Bad("special", "nothing", "does not exist", make=lambda path: None)
    yield Bad("special", "a link to nothing", "does not exist", make=lambda path: path.symlink_to("nowhere"))
    yield Bad("special", "a link to itself", "cannot be read", make=lambda path: path.symlink_to(path.name))
    yield Bad("special", "a pipe that nobody writes to", "not a regular file", make=os.mkfifo)
    yield Bad("special", "a device", "not a regular file", make=lambda path: path.symlink_to("/dev/zero"))
    yield Bad("special", "a folder behind a link", "is a folder", make=lambda path: path.symlink_to("."))


def _encodings() -> Iterator[Bad]:
    in_part = "line 3: stops being UTF-8"
    in_pairs = "stops being UTF-16-LE"
    data = {
        "NULs among letters": (LINES.encode().replace(b"on", b"o\0n"), "holds NULs"),
        "only NULs": (b"\0" * 8192, "holds NULs"),
        "UTF-32": (LINES.encode("utf-32"), "holds NULs"),
        "UTF-16 with an odd byte": (LINES.encode("utf-16") + b"x", in_pairs),
        "half of a surrogate": (LINES.encode("utf-16") + b"\x00\xd8", in_pairs),
        "a mark and nothing else": (b"\xff\xfe", "has no line of headers"),
        "UTF-8 and then something else": (LINES.encode() + "ü,on".encode() + b"\xfc,on\n", in_part),
        "UTF-8 that was cut off": (LINES.encode() + "ü,ü".encode()[:-1], in_part),
        "what no code page has": (LINES.encode() + b"\x81\x8d,on\n", "neither UTF-8 nor Windows-1252"),
        "surrogates as bytes": (LINES.encode() + b"\xc3\xbc,\xed\xa0\x80\n", in_part),
        "too long a form": (LINES.encode() + b"\xc3\xbc,\xc0\xaf\n", in_part),
        "two marks": (b"\xef\xbb\xbf" + LINES.encode("utf-8-sig"), READ),
        "UTF-7": (LINES.encode("utf-7"), READ),
        "cp437": (f"{HEAD}\nä,on,{PERSON},one\n".encode("cp437"), READ),
    }
    for name, (content, said) in data.items():
        yield Bad("encodings", name, said, lambda content=content: content)  # type: ignore[misc]


def _archives() -> Iterator[Bad]:
    broken = "cannot be unpacked"
    elsewhere = "leads elsewhere"
    yield Bad("archives", "two files", "holds 2 files", lambda: _files({"a.csv": LINES, "b.csv": LINES}))
    yield Bad("archives", "no file", "holds 0 files", lambda: _files({}))
    yield Bad("archives", "the same name twice", "holds 2 files", _twice)
    yield Bad("archives", "a folder", "is a folder", lambda: zipped("", "reports/"))
    yield Bad("archives", "a file in a folder", READ, lambda: zipped(LINES, "reports/export.csv"))
    yield Bad("archives", "a name with a time", READ, lambda: zipped(LINES, "2026-11-20T10:29:04.csv"))
    yield Bad("archives", "a name that leads up", elsewhere, lambda: zipped(LINES, "../../etc/passwd"))
    yield Bad("archives", "a name from the root", elsewhere, lambda: zipped(LINES, "/etc/passwd"))
    yield Bad("archives", "a name that leads up as in Windows", elsewhere, lambda: zipped(LINES, "..\\..\\a.csv"))
    yield Bad("archives", "a name on another drive", elsewhere, lambda: zipped(LINES, "C:\\a.csv"))
    yield Bad("archives", "a name that steers", "leads elsewhere", lambda: zipped(LINES, "/\x1b]0;x\x07\n: fine"))
    yield Bad("archives", "a link", "is a link", _link)
    yield Bad("archives", "encrypted", "is encrypted", lambda: _patched(LINES, flags=1))
    yield Bad("archives", "another ZIP", "packed once more", lambda: zipped(zipped(LINES)))
    yield Bad("archives", "gzip in it", "packed with gzip", lambda: zipped(b"\x1f\x8b\x08\0\0\0"))
    yield Bad("archives", "a workbook", "is a workbook", lambda: _files({"[Content_Types].xml": "", "xl/a.xml": ""}))
    yield Bad("archives", "LZMA", "a way that is not read", lambda: zipped(LINES, way=zipfile.ZIP_LZMA))
    yield Bad("archives", "bzip2", "a way that is not read", lambda: zipped(LINES, way=zipfile.ZIP_BZIP2))
    yield Bad("archives", "an unknown way", "a way that is not read", lambda: _patched(LINES, way=97))
    yield Bad("archives", "cut off", broken, lambda: zipped(LINES)[:-30])
    yield Bad("archives", "only its first bytes", broken, lambda: b"PK\x03\x04")
    yield Bad("archives", "only an end", "holds 0 files", lambda: zipped("")[-22:-22] + _files({}))
    yield Bad("archives", "a byte that is wrong", broken, lambda: _damaged(zipped(LINES)))
    yield Bad("archives", "something before it", "does not stand where", lambda: b"PK\x03\x04junk" + zipped(LINES))
    yield Bad("archives", "something after it", READ, lambda: zipped(LINES) + b"\0\0")
    yield Bad("archives", "a comment as long as can be", READ, _commented)
    yield Bad("archives", "nothing in its file", "is empty", lambda: zipped(""))


def _bombs() -> Iterator[Bad]:
    broken = "cannot be unpacked"
    yield Bad("bombs", "a gigabyte that is said", "unpacks to 1,000,000,000 bytes", lambda: _patched(LINES, size=10**9))
    yield Bad("bombs", "a ratio that is said", "200 times its size", lambda: zipped(LINES + "," * 5_000_000))
    yield Bad("bombs", "a size that is too small", broken, lambda: _patched(LINES + "," * 5_000_000, size=100))
    yield Bad("bombs", "a size that is too large", "where the archive says", lambda: _patched(LINES, size=90_000))
    yield Bad("bombs", "another sum", broken, lambda: _patched(LINES, crc=1))
    yield Bad("bombs", "a packed size that is too large", "does not stand where", lambda: _patched(LINES, packed=10**8))
    yield Bad("bombs", "a directory of four gigabytes", broken, lambda: _directory(size=0xFFFFFFF0))
    yield Bad("bombs", "a directory before the file", "does not stand where", lambda: _directory(offset=0xFFFFFFF0))
    yield Bad("bombs", "a hundred thousand files", broken, _many_files)
    yield Bad("bombs", "files that overlap", "holds 3 files", _overlapping)


def _quotes() -> Iterator[Bad]:
    unclear = "its quotation marks are no pairs"
    rows = {
        "a quote that never ends": (f'{ROW}\na2,"on\n{ROW}\n', unclear),
        "quotes and cells that nobody can tell": (f'a,"b, "c", d" e",f,g\n{ROW}\n', unclear),
        "fifty such lines": ('a,"b, "c", d" e",f,g\n' * 50, unclear),
        "only quotes": ('"' * 10_001 + "\n", unclear),
        "lines that open in either state": ('a",b"c,x,"d\n' * 500, READ),
        "a cell of many lines": (f'a,"{"x" * 70_000}\n{"y" * 70_000}",,\n', READ),
    }
    for name, (text, said) in rows.items():
        yield Bad("quotes", name, said, lambda text=text: f"{HEAD}\n{text}".encode())  # type: ignore[misc]


def _headers() -> Iterator[Bad]:
    texts = {
        "a quote that never ends": ('"Serial,State\na,b\n', "has no line of headers"),
        "none that is known": (f"User\n{PERSON}\n", "names in its first line no column of"),
        "no headers at all": (f"{PERSON},on\n{PERSON},off\n", "names in its first line no column of"),
        "a half": (f"Serial,User\na,{PERSON}\n", 'lacks "State" to be “Machines”; or it lacks "Ring" to be “Listed”'),
        "two that differ": (f"Serial,State,Machine serial,User\na,on,b,{PERSON}\n", "say different things"),
        "only a twin in another language": (f"Serial,State_loc,User\na,on,{PERSON}\n", 'lacks "State"'),
        "another delimiter": (LINES.replace(",", "|"), "names in its first line no column of"),
        "spaces": (" \n\t\n  \n", "is empty"),
        "delimiters alone": (",,,\n;;\n", "names in its first line no column of"),
        "too many": (f"{HEAD}{',x' * 2_000}\n{ROW}\n", "has 2,004 columns; at most 2,000"),
        "a hundred thousand": (f"{HEAD}{',' * 100_000}\n", "columns; at most 2,000"),
        "a delimiter that is named and is none": (f"sep=e\n{LINES}", READ),
    }
    for name, (text, said) in texts.items():
        yield Bad("headers", name, said, lambda text=text: text.encode())  # type: ignore[misc]


def _sizes() -> Iterator[Bad]:
    cell = "has a cell of more than 1,048,576 characters"
    line = "has more than the 4,194,304 characters that are read of one line"
    yield Bad("sizes", "a cell of a megabyte", READ, lambda: f"{LINES}a2,{'x' * 1_000_000}\n".encode())
    yield Bad("sizes", "a cell of more", cell, lambda: f"{LINES}a2,{'x' * 1_100_000}\n".encode())
    yield Bad("sizes", "a quoted cell of more", cell, lambda: f'{LINES}a2,"{"x" * 1_100_000}"\n'.encode())
    yield Bad("sizes", "a line of five megabytes", line, lambda: f"{LINES}a2,{'x' * 5_000_000}".encode())
    yield Bad("sizes", "a line of five megabytes first", line, lambda: b"x" * 5_000_000)
    yield Bad("sizes", "a row of cells without end", "no pairs", lambda: f"{LINES}{_endless()}".encode())
    yield Bad("sizes", "rows of a hundred thousand cells", READ, lambda: f"{HEAD}\n{('x,' * 100_000)}\n".encode() * 3)
    yield Bad("sizes", "empty lines", READ, lambda: LINES.encode() + b"\n" * 100_000)
    yield Bad("sizes", "lines of an old Mac", READ, lambda: LINES.replace("\n", "\r").encode() * 3)


def _kinds() -> Iterator[Bad]:
    data = {
        "nothing": (b"", "is empty"),
        "a mark alone": (b"\xef\xbb\xbf", "is empty"),
        "JSON": (json.dumps([{"User": PERSON}]).encode(), "is JSON"),
        "JSON with a mark": (json.dumps({"User": PERSON}).encode("utf-8-sig"), "is JSON"),
        "a web page": (f"<!DOCTYPE html><p>{PERSON}".encode(), "is a web page"),
        "an expired link": (b'\xef\xbb\xbf<?xml version="1.0"?><Error/>', "is a web page"),
        "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is a workbook"),
        "a PDF": (b"%PDF-1.7", "is a PDF"),
        "gzip": (b"\x1f\x8b\x08\0\0\0", "packed with gzip"),
        "7z": (b"7z\xbc\xaf\x27\x1c", "packed as 7z"),
        "RAR": (b"Rar!\x1a\x07", "packed as RAR"),
        "Parquet": (b"PAR1", "is Parquet"),
        "a database": (b"SQLite format 3\0", "is a database"),
        "a file of ours": (b'kind = "actuals"\nschema = 1\n', 'says kind = "actuals"'),
        "a program": (b"\x7fELF\x02\x01\x01\0\0", "holds NULs"),
    }
    for name, (content, said) in data.items():
        yield Bad("kinds", name, said, lambda content=content: content)  # type: ignore[misc]


def _texts() -> Iterator[Bad]:
    cells = {
        "formulas": '=cmd|" /C calc"!A0',
        "escape sequences": "\x1b]52;c;aGk=\x07\x1b[2J",
        "directions": "\u202egnp.exe\u2066",
        "markup": "[@click=app.quit]x[/]",
        "tags": "<script>alert(1)</script>",
        "separators of lines": "a\u2028b\u0085c\x0bd\x0ce\x1cf",
        "the last character": "\U0010ffff\ufffe",
    }
    for name, cell in cells.items():
        yield Bad("texts", name, READ, lambda cell=cell: f"{LINES}{cell},on,{PERSON}\n".encode())  # type: ignore[misc]
    header = "Ser\x1bial\u202e"
    yield Bad("texts", "headers that steer", READ, lambda: LINES.replace("Serial", header).encode())


def _files(files: dict[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return packed.getvalue()


def _twice() -> bytes:
    return _files({"a.csv": LINES, "b.csv": LINES}).replace(b"b.csv", b"a.csv")


def _link() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        entry = zipfile.ZipInfo("export.csv")
        entry.create_system = 3
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return packed.getvalue()


def _patched(
    text: str,
    *,
    flags: int | None = None,
    way: int | None = None,
    crc: int | None = None,
    packed: int | None = None,
    size: int | None = None,
) -> bytes:
    """An archive whose directory says something else of its file than is so."""
    data = bytearray(zipped(text))
    at = data.rindex(b"PK\x01\x02")
    for value, place, form in (
        (flags, 8, "<H"),
        (way, 10, "<H"),
        (crc, 16, "<L"),
        (packed, 20, "<L"),
        (size, 24, "<L"),
    ):
        if value is not None:
            struct.pack_into(form, data, at + place, value)
    return bytes(data)


def _directory(size: int | None = None, offset: int | None = None) -> bytes:
    """An archive that says that its directory is elsewhere, or of another size."""
    data = bytearray(zipped(LINES))
    at = data.rindex(b"PK\x05\x06")
    for value, place in ((size, 12), (offset, 16)):
        if value is not None:
            struct.pack_into("<L", data, at + place, value)
    return bytes(data)


def _damaged(data: bytes) -> bytes:
    middle = data.index(b"PK\x01\x02") - 4
    return data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]


def _commented() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("export.csv", LINES)
        archive.comment = b"PK" * 32_000
    return packed.getvalue()


def _many_files() -> bytes:
    """A directory of a hundred thousand entries for one file."""
    data = zipped(LINES)
    begins, ends = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    many = data[begins:ends] * 30_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 30_000, 30_000, len(many), begins, 0)
    return data[:begins] + many + end


def _overlapping() -> bytes:
    """A directory with three entries that all are one file."""
    data = zipped(LINES)
    begins, ends = data.rindex(b"PK\x01\x02"), data.rindex(b"PK\x05\x06")
    many = data[begins:ends] * 3
    return data[:begins] + many + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 3, 3, len(many), begins, 0)


def _endless() -> str:
    """A row that goes on over lines, in cells that are each as long as can be."""
    return ",".join(f'"{"x" * 500_000}\n{"y" * 500_000}"' for _ in range(12)) + "\n"
