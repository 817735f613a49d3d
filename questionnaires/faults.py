"""What is wrong with a file: where, and in a sentence that says what to do."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar

from pydantic import BaseModel, ValidationError

from questionnaires.text import clean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

MOST_FAULTS: Final = 100
"""Per file: more would hide the first ones."""

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
