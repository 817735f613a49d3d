"""Where the table of a picture stands, and how much of the picture is said to whoever does not see it."""

from __future__ import annotations

from typing import Final

from maturity.pictures.shapes import Chart, Picture, Sheet
from maturity.reports.blocks import Pictured

_NARROW: Final = 2
"""Columns that fit on any screen."""
_ASIDE: Final = 8
"""Rows of a table whose cells stand below each other beside a picture in print: of all teams, and of one more."""
_ASIDE_HEADS: Final = 5
_HEARD: Final = 240
"""Characters of a description that somebody may have to listen to."""
_BESIDE: Final = 75
"""Characters of the widest cells of all columns that find room beside a picture."""


def place_of(block: Pictured) -> str:
    """Where the table of a picture stands: beside it, only in print beside it, or below it."""
    if block.table_at is not None:
        return ""
    if _is_slim(block.picture.sheet):
        return "beside"
    sheet = block.picture.sheet
    is_short = len(sheet.rows) <= _ASIDE and len(sheet.heads) <= _ASIDE_HEADS
    return "aside" if is_short and isinstance(block.picture, Chart) else ""


def _is_slim(sheet: Sheet) -> bool:
    columns = list(zip(sheet.heads, *sheet.rows, strict=True))
    return len(columns) <= _NARROW or sum(max(map(len, column)) for column in columns) <= _BESIDE


def in_short(picture: Picture) -> str:
    """What is to be seen, for whoever does not; nobody has to hear all of a table before the table."""
    parts = picture.says.split("; ")
    said = ""
    for part in parts:
        if len(said) + len(part) > _HEARD:
            return f"{said or picture.says[:_HEARD]}; all of it is in the table."
        said = f"{said}; {part}" if said else part
    return said
