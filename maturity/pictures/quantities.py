"""Quantities on an axis: values of options, and what lies between them."""

from __future__ import annotations

from itertools import pairwise

from maturity.results.questions import QuestionResults


def is_quantity(item: QuestionResults) -> bool:
    """Whether every option stands for a value; in a file from elsewhere only some might."""
    return len(item.values) == len(item.scale)


def in_unit(value: float) -> str:
    """A value with as many digits as it needs, and marks between thousands."""
    text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return "0" if text in ("", "-0") else text


def with_unit(item: QuestionResults, value: float) -> str:
    """A value with its unit: in the words of the option that stands for it, where there is one."""
    if value in item.values:
        return item.scale[item.values.index(value)]
    return f"{in_unit(value)} {item.unit or ''}".rstrip()


def place_of(item: QuestionResults, value: float) -> float:
    """Where a value lies among the options of a quantity, by their places; beyond both ends at the nearer one."""
    for place, (before, after) in enumerate(pairwise(item.values)):
        if before != after and min(before, after) <= value <= max(before, after):
            return place + (value - before) / (after - before)
    distances = [abs(value - end) for end in (item.values[0], item.values[-1])]
    return 0 if distances[0] <= distances[1] else len(item.values) - 1


def value_at(item: QuestionResults, place: float) -> float:
    """The value of an option; between two of them in the same proportion."""
    last = len(item.values) - 1
    low = min(int(place), last)
    high = min(low + 1, last)
    return item.values[low] + (item.values[high] - item.values[low]) * (place - low)
