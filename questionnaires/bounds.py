"""What a text, a number or a date in a file may be. Most of them were written by strangers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field

from questionnaires.faults import shown

LARGEST_NUMBER: Final = 10**9
"""Nothing that anybody counts or measures is more; what is far larger would end in infinity."""

MOST_DECIMALS: Final = 9
"""Bounded as well: an exact fraction of 1e-99999999 would take all memory there is."""

FIRST_YEAR: Final = 2020
LAST_YEAR: Final = 2100
"""When answers are given and figures taken. A date of the year 1 would disarm every check against a later one."""

Moment = TypeVar("Moment", bound=dt.date)


def _on_one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise ValueError("must be one line; put a space in place of each line break and tab")
    return text


def joined_lines(text: str) -> str:
    """The text on one line, where refusing it would lose what stands beside it."""
    return text.replace("\n", " ").replace("\t", " ")


def _number(value: object) -> object:
    """A number of TOML: whole, or exact. A text that reads like one is none, and neither is true."""
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and Decimal(value).is_finite():
        return value
    raise ValueError(f"is {shown(value)}; a number was expected")


def _in_our_time(moment: Moment) -> Moment:
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(f"is {shown(moment)}; a year from {FIRST_YEAR} to {LAST_YEAR} was expected")
    return moment


ON_ONE_LINE: Final = AfterValidator(_on_one_line)
"""Nothing in such a text can pass for a line or a column of ours."""
ON_LINES_JOINED: Final = AfterValidator(joined_lines)
WRITTEN_AS_NUMBER: Final = BeforeValidator(_number)
IN_OUR_TIME: Final = AfterValidator(_in_our_time)

YEAR_SCHEMA: Final = Field(json_schema_extra={"pattern": r"^(20[2-9][0-9]|2100)-"})
Day = Annotated[dt.date, YEAR_SCHEMA, IN_OUR_TIME]
"""A local day, as somebody reads it off a calendar."""
Month = Annotated[str, Field(pattern=r"^20[0-9]{2}-(0[1-9]|1[0-2])$")]
"""A month, such as "2026-11"; a later one is a text that sorts behind."""


def day_in(typed: str) -> dt.date | None:
    """The day that somebody typed as the files hold it, such as 2026-12-11, in a year that they may hold; else None."""
    try:
        found = dt.date.fromisoformat(typed)
    except ValueError:
        return None
    # Python reads 20261211 and 2026-W50-5 as well, which no file of TOML holds.
    return found if str(found) == typed and FIRST_YEAR <= found.year <= LAST_YEAR else None


def month_in(typed: str) -> str | None:
    """The month that somebody typed as the files hold it, such as 2026-11; else None."""
    return typed if day_in(f"{typed}-01") is not None else None


def text(most: int, least: int = 1) -> Any:
    """The bounds of a text of one line; `ON_ONE_LINE` belongs beside it."""
    return Field(min_length=least, max_length=most, json_schema_extra={"pattern": r"^[^\n\t]*$"})


def number_schema(smallest: int) -> dict[str, Any]:
    """What the JSON Schema says of a number from the smallest to the largest."""
    return {"type": "number", "minimum": smallest, "maximum": LARGEST_NUMBER}
