"""Plain trees: tables, lists, texts and rounded numbers, as TOML and JSON hold them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

Tree = dict[str, Any]


def number(value: Fraction | Decimal) -> int | float:
    """Four digits after the point; a whole number as such."""
    rounded = round(float(value), 4)
    return int(rounded) if rounded.is_integer() else rounded


def present(**values: object) -> Tree:
    """A table without the keys that are not defined."""
    return {key: value for key, value in values.items() if value is not None}
