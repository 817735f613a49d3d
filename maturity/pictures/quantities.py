"""Quantities on an axis: values of options, and what lies between them."""

from __future__ import annotations

from itertools import pairwise

from maturity.results.questions import QuestionResults


def in_unit(value: float) -> str:
    """A value with as many digits as it needs, and marks between thousands."""
    return f"{value:,.4f}".rstrip("0").rstrip(".")


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
