"""The one boundary through which any file comes in: limits, encoding, cleaning, all faults at once.

Whatever is read was written by a stranger. What leaves this module is bounded in size, free of
characters that could steer a terminal, and described by faults rather than tracebacks.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Protocol

from questionnaires.faults import Fault, InvalidFile, shown
from questionnaires.text import clean
from questionnaires.words import SCHEMA, FileKind

LARGEST_FILE: Final = 1024 * 1024
"""Bytes. A full response is about 16 KB; anything near this size is not one of ours."""
LARGEST_RESULTS: Final = 4 * LARGEST_FILE
"""Results of seven teams on everything, with another round beside, pass the limit of other files."""

_DEEPEST_NESTING: Final = 40
_LONGEST_KEY_PATH: Final = 20


class Readable(Protocol):
    """A file on disk or inside the package."""

    @property
    def name(self) -> str: ...
    def read_bytes(self) -> bytes: ...


def clean_tree(value: Any) -> Any:
    """Cleans every string of a parsed document, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        cleaned: dict[str, Any] = {}
        for key, item in value.items():
            name = clean(key)
            while name in cleaned:  # two keys that differ only in what was cleaned away: neither is lost
                name += "\ufffd"
            cleaned[name] = clean_tree(item)
        return cleaned
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    return value


def read_bytes(path: Path, most: int = LARGEST_FILE) -> bytes:
    """The bytes of a regular file of at most so many; anything else is a fault."""
    name = clean(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InvalidFile([Fault(name, "", "is a folder, where a file was expected")])
        if not stat.S_ISREG(status.st_mode):
            raise InvalidFile([Fault(name, "", "is not a regular file and was not opened")])
        if status.st_size > most:
            raise InvalidFile([Fault(name, "", f"has {status.st_size} bytes; at most {most} are read")])
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise InvalidFile([Fault(name, "", "does not exist; check the name and the folder")]) from None
    except InvalidFile:
        raise
    except (OSError, ValueError) as error:
        reason = clean(error.strerror or "unknown reason") if isinstance(error, OSError) else "its name cannot be used"
        raise InvalidFile([Fault(name, "", f"cannot be read ({reason})")]) from None


def parse(data: bytes, name: str, most: int = LARGEST_FILE) -> dict[str, Any]:
    """The cleaned document in these bytes, with decimals exact.

    Raises InvalidFile for anything that is not plain, bounded TOML in UTF-8.
    """
    if len(data) > most:
        raise InvalidFile([Fault(name, "", f"has {len(data)} bytes; at most {most} are read")])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidFile([Fault(name, "", "is UTF-16, as PowerShell's > writes it; save it as UTF-8 (or use -o)")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidFile([Fault(name, "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8")]) from None
    if not text.strip():
        raise InvalidFile([Fault(name, "", "is empty")])
    if text.lstrip().startswith("{"):
        raise InvalidFile([Fault(name, "", "is JSON, which is written but not read; export it as .toml to use it")])
    _refuse_hostile_shape(text, name)
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError, MemoryError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "a number or a nesting is too large"
        cut = "; it may have been cut off, ask for it again" if "end of document" in reason else ""
        raise InvalidFile([Fault(name, "", f"is not valid TOML: {clean(reason)[:160]}{cut}")]) from None
    cleaned: dict[str, Any] = clean_tree(document)
    return cleaned


_STRINGS_AND_COMMENTS: Final = re.compile(
    r"""
      \"{3} (?: [^\\] | \\. )*? \"{3}
    | '{3} .*? '{3}
    | \" (?: [^"\\\n] | \\. )* \"
    | ' [^'\n]* '
    | \# [^\n]*
    """,
    re.DOTALL | re.VERBOSE,
)
_ENDLESS_KEY: Final = re.compile(rf'(?:[A-Za-z0-9_"-]*[ \t]*\.[ \t]*){{{_LONGEST_KEY_PATH}}}')


def _refuse_hostile_shape(text: str, name: str) -> None:
    """Deep brackets and endless dotted keys cost the parser quadratic time before it refuses them.

    What a person wrote into a string or a comment does not count.
    """
    bare = _STRINGS_AND_COMMENTS.sub('""', text)
    if _ENDLESS_KEY.search(bare):
        raise InvalidFile([Fault(name, "", "has a key of too many parts")])
    depth = 0
    for character in bare:
        if character in "[{":
            depth += 1
            if depth > _DEEPEST_NESTING:
                raise InvalidFile([Fault(name, "", "is nested too deeply")])
        elif character in "]}":
            depth -= 1


def kind_of(document: Mapping[str, Any]) -> FileKind | None:
    """What a document says it is; None when it says nothing we know."""
    said = document.get("kind")
    return FileKind(said) if isinstance(said, str) and said in frozenset(FileKind) else None


def expect(document: dict[str, Any], kind: FileKind, name: str) -> dict[str, Any]:
    """The body of a document of that kind and of a schema we read; otherwise InvalidFile."""
    said = document.get("kind")
    if said != kind.value:
        found = f'this one says "{said}"' if isinstance(said, str) else "this one does not say what it is"
        raise InvalidFile([Fault(name, "kind", f'a file with kind = "{kind.value}" was expected; {clean(found)[:80]}')])
    schema = document.get("schema")
    if not isinstance(schema, int) or isinstance(schema, bool) or schema < 1:
        raise InvalidFile([Fault(name, "schema", f"must be a whole number; this version writes {SCHEMA}")])
    if schema > SCHEMA:
        sentence = (
            f"is {shown(schema)}, but this version of maturity reads up to {SCHEMA}; update maturity to read this file"
        )
        raise InvalidFile([Fault(name, "schema", sentence)])
    return {key: value for key, value in document.items() if key not in ("kind", "schema")}
