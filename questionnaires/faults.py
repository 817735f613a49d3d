"""What is wrong with a file: where, and in a sentence that says what to do."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from questionnaires.text import one_line

if TYPE_CHECKING:
    from pydantic import BaseModel, ValidationError
    from pydantic_core import ErrorDetails

MOST_FAULTS: Final = 1000
"""Per file: more are not described one by one."""
_MOST_ALIKE: Final = 20
"""Of one kind in one file: more would hide the other kinds."""
_MOST_LISTED: Final = 20
_LONGEST_KEY: Final = 160
_LONGEST_QUOTED: Final = 40
_VALUES: Final = re.compile(r'"[^"]*+"|\d++')
_LARGEST_SHOWN: Final = 10**20

Model = TypeVar("Model", bound="BaseModel")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong with one file: where it is, and one sentence that says what to do."""

    file: str
    key: str
    message: str
    more: int = 0
    """How many more of the same kind the file has, that are not listed."""

    def __str__(self) -> str:
        place = f"{self.file}: {one_line(self.key, _LONGEST_KEY)}" if self.key else self.file
        more = f"; and {self.more} more like it" if self.more else ""
        return one_line(f"{place}: {self.message}{more}")


class InvalidFile(ValueError):
    """A file cannot be used; carries the faults found in it, of many alike the first ones and how many there are."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = summed(faults)
        super().__init__("\n".join(map(str, self.faults)))


def summed(faults: Iterable[Fault]) -> list[Fault]:
    """The faults in their order, each once; where more than twenty are alike, the twentieth says how many follow."""
    unique = list(dict.fromkeys(faults))
    alike: Counter[tuple[str, str]] = Counter()
    for fault in unique:
        alike[_kind(fault)] += 1 + fault.more
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Fault] = []
    for fault in unique:
        kind = _kind(fault)
        seen[kind] += 1
        if seen[kind] < _MOST_ALIKE:
            kept.append(fault)
        elif seen[kind] == _MOST_ALIKE:
            kept.append(replace(fault, more=alike[kind] - _MOST_ALIKE))
    return kept


def counted(faults: Iterable[Fault]) -> int:
    """How many faults these are, with those that are not listed."""
    return sum(1 + fault.more for fault in faults)


def _kind(fault: Fault) -> tuple[str, str]:
    """The file, and what faults of one kind have in common: neither what they quote nor their numbers."""
    return fault.file, _VALUES.sub("", fault.message)


def validate(model: type[Model], data: object, name: str, prefix: str = "") -> Model:
    """The data as a model, or InvalidFile with every fault, each in a plain sentence."""
    from pydantic import ValidationError  # who validates has loaded it; who reads a text or a head has not

    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise InvalidFile(_described(model, data, error, name, prefix)) from None


def _described(model: type[Model], data: object, error: ValidationError, name: str, prefix: str) -> Iterator[Fault]:
    """To put a hundred thousand faults into words would take a second and a hundred MiB; so of so many only those are
    described that the beginnings of the lists and tables have."""
    found: ValidationError | None = error
    if error.error_count() > MOST_FAULTS:
        yield Fault(name, "", f"has {error.error_count()} faults; the first ones are listed")
        found = _refused(model, _beginning(data))
    for detail in found.errors(include_url=False, include_context=True)[:MOST_FAULTS] if found else ():
        if not _is_echo(detail):
            yield Fault(name, one_line(_place(detail["loc"], prefix), _LONGEST_KEY), _sentence(detail))


def _refused(model: type[Model], data: object) -> ValidationError | None:
    from pydantic import ValidationError

    try:
        model.model_validate(data)
    except ValidationError as error:
        return error
    return None


def _beginning(value: object) -> object:
    """The same document, of every list and table only the first entries."""
    if isinstance(value, dict):
        return {key: _beginning(item) for key, item in islice(value.items(), _MOST_LISTED)}
    if isinstance(value, list):
        return [_beginning(item) for item in islice(value, _MOST_LISTED)]
    return value


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
        return f"is {given}; {one_line(detail['msg'], 120)}"
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
            return f'"{one_line(value[: 2 * _LONGEST_QUOTED], _LONGEST_QUOTED)}"'
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
