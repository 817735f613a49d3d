"""The one boundary through which any file comes in: limits, encoding, cleaning, all faults at once.

Whatever is read was written by a stranger. What leaves this module is bounded in size, free of
characters that could steer a terminal, and described by faults rather than tracebacks.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from pydantic import BaseModel, ValidationError

from questionnaires.words import SCHEMA, FileKind

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LARGEST_FILE: Final = 1024 * 1024
"""Bytes. A full response is about 16 KB; anything near this size is not one of ours."""

MOST_FAULTS: Final = 100
"""Per file: more would hide the first ones."""

_DEEPEST_NESTING: Final = 40
_LONGEST_KEY_PATH: Final = 20

_STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)

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


def clean(text: str) -> str:
    """The text with every character that could steer a terminal replaced by U+FFFD.

    Tab and newline stay; so do the joiners that real scripts and emoji need.
    """
    return _STEERING.sub("\ufffd", text.replace("\r\n", "\n"))


def clean_tree(value: Any) -> Any:
    """Cleans every string of a parsed document, keys included."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): clean_tree(item) for key, item in value.items()}
    if isinstance(value, list):
        return [clean_tree(item) for item in value]
    return value


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file within the size limit; anything else is a fault."""
    name = clean(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise InvalidFile([Fault(name, "", "is a folder, where a file was expected")])
        if not stat.S_ISREG(status.st_mode):
            raise InvalidFile([Fault(name, "", "is not a regular file and was not opened")])
        if status.st_size > LARGEST_FILE:
            raise InvalidFile([Fault(name, "", f"has {status.st_size} bytes; at most {LARGEST_FILE} are read")])
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)[: LARGEST_FILE + 1]
    except FileNotFoundError:
        raise InvalidFile([Fault(name, "", "does not exist; check the name and the folder")]) from None
    except OSError as error:
        reason = clean(error.strerror or "unknown reason")
        raise InvalidFile([Fault(name, "", f"cannot be read ({reason})")]) from None


def parse(data: bytes, name: str) -> dict[str, Any]:
    """The cleaned document in these bytes, with decimals exact.

    Raises InvalidFile for anything that is not plain, bounded TOML in UTF-8.
    """
    if len(data) > LARGEST_FILE:
        raise InvalidFile([Fault(name, "", f"is larger than {LARGEST_FILE} bytes")])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InvalidFile([Fault(name, "", "is UTF-16, as PowerShell's > writes it; save it as UTF-8 (or use -o)")])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidFile([Fault(name, "", f"is not UTF-8 text (byte {error.start}); save it as UTF-8")]) from None
    if not text.strip():
        raise InvalidFile([Fault(name, "", "is empty")])
    _refuse_hostile_shape(text, name)
    try:
        document = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError, MemoryError) as error:
        reason = clean(str(error))[:160] or type(error).__name__
        raise InvalidFile([Fault(name, "", f"is not valid TOML: {reason}")]) from None
    cleaned: dict[str, Any] = clean_tree(document)
    return cleaned


def _refuse_hostile_shape(text: str, name: str) -> None:
    """Deep brackets and endless dotted keys cost the parser quadratic time before it refuses them."""
    for number, line in enumerate(text.splitlines(), start=1):
        key = line.split("=", 1)[0]
        if key.count(".") > _LONGEST_KEY_PATH and not key.lstrip().startswith(('"', "'", "#")):
            raise InvalidFile([Fault(name, f"line {number}", "has a key of too many parts")])
        if line.count("[") > _DEEPEST_NESTING or line.count("{") > _DEEPEST_NESTING:
            raise InvalidFile([Fault(name, f"line {number}", "is nested too deeply")])


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
        sentence = f"is {schema}, but this version of maturity reads up to {SCHEMA}; update maturity to read this file"
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
        ]
        raise InvalidFile(list(dict.fromkeys(faults))) from None


def _place(location: tuple[int | str, ...], prefix: str) -> str:
    place = prefix
    for part in location:
        if isinstance(part, int):
            place += f"[{part}]"
        elif part not in _UNION_BRANCHES:
            place += f".{part}" if place else part
    return place


# pydantic names the branch of a union it tried; a person looks for the key.
_UNION_BRANCHES: Final = frozenset({"int", "str", "constrained-int", "constrained-str"}) | {
    "literal['dont_know','not_applicable']"
}


def _sentence(detail: ErrorDetails) -> str:
    """What is wrong and what to do, without pydantic's vocabulary."""
    context = detail.get("ctx", {})
    shown = _shown(detail["input"])
    match detail["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            return "is not a known key; remove it or correct its name"
        case "value_error":
            return str(context["error"])
        case "literal_error" | "enum":
            return f"is {shown}; it must be one of {context['expected']}"
        case "greater_than_equal":
            return f"is {shown}; the smallest allowed is {context['ge']}"
        case "less_than_equal":
            return f"is {shown}; the largest allowed is {context['le']}"
        case "string_too_long":
            return f"is too long; at most {context['max_length']} characters"
        case "string_too_short":
            return "must not be empty"
        case "string_pattern_mismatch":
            return f"is {shown}; only small letters, digits, and the separators of its form are allowed"
        case "too_short":
            return f"needs at least {context['min_length']} entries"
        case "too_long":
            return f"has more than {context['max_length']} entries"
        case "int_type" | "int_from_float" | "int_parsing":
            return f"is {shown}; a whole number was expected"
        case "string_type":
            return f"is {shown}; a text in quotes was expected"
        case "bool_type":
            return f"is {shown}; true or false was expected"
        case "datetime_type" | "datetime_parsing" | "date_type" | "datetime_from_date_parsing":
            return f"is {shown}; a date was expected, such as 2026-11-21T09:00:00Z"
        case "model_type" | "dict_type":
            return f"is {shown}; a table was expected"
        case "tuple_type" | "list_type":
            return f"is {shown}; a list was expected"
        case _:
            return f"is {shown}; {clean(detail['msg'])[:120]}"


def _shown(value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f'"{clean(value)[:40]}"'
        case int() | float() | Decimal():
            return str(value)[:24]
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            return f"a {type(value).__name__}"
