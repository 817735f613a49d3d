"""The one boundary through which any file comes in: limits, encoding, cleaning, all faults at once.

Whatever is read was written by a stranger. What leaves this module is bounded in size, free of
characters that could steer a terminal, and described by faults rather than tracebacks.
"""

from __future__ import annotations

import datetime as dt
import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from questionnaires.text import clean
from questionnaires.words import SCHEMA, FileKind

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LARGEST_FILE: Final = 1024 * 1024
"""Bytes. A full response is about 16 KB; anything near this size is not one of ours."""
LARGEST_RESULTS: Final = 4 * LARGEST_FILE
"""Results of seven teams on everything, with another round beside, pass the limit of other files."""

MOST_FAULTS: Final = 100
"""Per file: more would hide the first ones."""

_DEEPEST_NESTING: Final = 40
_LONGEST_KEY_PATH: Final = 20
_LARGEST_SHOWN: Final = 10**20

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with one file: where it is, and one sentence that says what to do."""

    file: str
    key: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}: {self.key}" if self.key else self.file
        return f"{place}: {self.message}"


class InvalidFile(ValueError):
    """A file cannot be used; carries every fault found in it."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults


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


def validate(model: type[Model], data: object, name: str, prefix: str = "") -> Model:
    """The data as a model, or InvalidFile with every fault, each in a plain sentence."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = [
            Fault(name, clean(_place(detail["loc"], prefix))[:160], _sentence(detail))
            for detail in error.errors(include_url=False, include_context=True)[:MOST_FAULTS]
            if not _is_echo(detail)
        ]
        raise InvalidFile(list(dict.fromkeys(faults))) from None


def _is_echo(detail: ErrorDetails) -> bool:
    """Whether a list is called too short only because its unsound entries were not counted."""
    return detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]


def _place(location: tuple[int | str, ...], prefix: str) -> str:
    place = prefix
    for part in location:
        if isinstance(part, int):
            place += f"[{part}]"
        elif part != "[key]":  # pydantic's mark of a key, which names the key itself before it
            place += f".{part}" if place else part
    return place


def _sentence(detail: ErrorDetails) -> str:
    """What is wrong and what to do, without pydantic's vocabulary."""
    given = shown(detail["input"])
    template = _SENTENCES.get(detail["type"])
    if template is None:
        return f"is {given}; {clean(detail['msg'])[:120]}"
    return template.format(given=given, **detail.get("ctx", {}))


_WHOLE_NUMBER: Final = "is {given}; a whole number was expected"
_DATE: Final = "is {given}; a date was expected, such as 2026-11-21T09:00:00Z"
_DAY: Final = "is {given}; a date was expected, such as 2026-11-21"
_LIST: Final = "is {given}; a list was expected"
_TABLE: Final = "is {given}; a table was expected"
_SENTENCES: Final = {
    "missing": "is missing; add it",
    "extra_forbidden": "is not a known key; remove it or correct its name",
    "value_error": "{error}",
    "literal_error": "is {given}; it must be one of {expected}",
    "enum": "is {given}; it must be one of {expected}",
    "greater_than_equal": "is {given}; the smallest allowed is {ge}",
    "less_than_equal": "is {given}; the largest allowed is {le}",
    "string_too_long": "is too long; at most {max_length} characters",
    "string_too_short": "must not be empty",
    "string_pattern_mismatch": "is {given}; only small letters, digits, and the separators of its form are allowed",
    "too_short": "needs at least {min_length} entries",
    "too_long": "has more than {max_length} entries",
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "string_type": "is {given}; a text in quotes was expected",
    "bool_type": "is {given}; true or false was expected",
    "datetime_type": _DATE,
    "datetime_parsing": _DATE,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "decimal_max_places": "is {given}; at most {decimal_places} digits after the point",
    "datetime_from_date_parsing": _DATE,
    "model_type": _TABLE,
    "dict_type": _TABLE,
    "tuple_type": _LIST,
    "list_type": _LIST,
}
"""By pydantic's type of error; whatever is not listed is said in pydantic's own words."""


def shown(value: object) -> str:
    """A value from a file as a message may quote it: short and harmless."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{clean(value)[:40]}"'
        case int() if abs(value) > _LARGEST_SHOWN:
            return "a very large number"
        case int() | float() | Decimal():
            return str(value)[:24]
        case dt.date():
            return value.isoformat()[:25]
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            return f"a {type(value).__name__}"
