"""Krippendorff's alpha: how well answers tell items apart. It is no measure of consensus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, combinations
from math import lcm
from typing import Any

Value = int | Fraction | str


class Metric(StrEnum):
    """How the difference of two values is counted."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


def krippendorff_alpha(units: Iterable[Sequence[Value | None]], level: str) -> Fraction | None:
    """Alpha of items that were answered by several people each; None in a unit is a missing answer.

    α = 1 − (n − 1)·Σ_u Σ_{c<k} n_uc·n_uk·δ²_ck/(m_u − 1) / Σ_{c<k} n_c·n_k·δ²_ck, over units with at
    least two answers (Krippendorff 2011). δ² is 1 (nominal), (c − k)² (interval), ((c − k)/(c + k))²
    (ratio), or the square of the answers between c and k, half of both ends counted (ordinal).
    Range up to 1; 0 is chance. None when nothing can be paired or nothing varies. Values other
    than nominal must be numbers, for ratio none below 0; `level` is the name of a Metric. Raises TypeError for
    a value that is not exact, such as a float.
    """
    counted = [Counter(value for value in unit if value is not None) for unit in units]
    for value in set().union(*counted):
        _expect_exact(value)
    return _alpha(counted, Metric(level))


def _expect_exact(value: object) -> None:
    """A float is taken for another number than the one that was meant: 0.1 is no tenth."""
    if not isinstance(value, int | Fraction | str):
        raise TypeError(f"alpha is exact: {value!r} is a {type(value).__name__}; give an int, a Fraction or a text")


def alpha_from_counts(units: Iterable[Sequence[int]], level: str) -> Fraction | None:
    """The same from counts over a scale, one row for each item; option i stands for the value i.

    Range up to 1; None when nothing can be paired or nothing varies.
    """
    return _alpha([{option: count for option, count in enumerate(row) if count} for row in units], Metric(level))


def _alpha(units: Iterable[Mapping[Value, int]], metric: Metric) -> Fraction | None:
    paired = [(unit, answers) for unit in units if (answers := sum(unit.values())) >= 2]
    totals: Counter[Value] = Counter()
    for unit, _ in paired:
        totals.update(unit)
    disagreement = _disagreement(totals, metric)
    expected = disagreement(totals)
    if not expected:
        return None
    # Over one denominator: whole numbers throughout and a single division are many times faster than fractions.
    parts = lcm(*(answers - 1 for _, answers in paired))
    observed = sum(parts // (answers - 1) * disagreement(unit) for unit, answers in paired)
    return 1 - Fraction((totals.total() - 1) * observed, parts * expected)


def _disagreement(totals: Mapping[Value, int], metric: Metric) -> Callable[[Mapping[Value, int]], int | Fraction]:
    """Σ_{c<k} n_c·n_k·δ²_ck of counts, up to a factor, which alpha does not see.

    Where δ is the distance of two places, Σ_{c<k} n_c·n_k·(c − k)² = n·Σ n_c·c² − (Σ n_c·c)².
    """
    if metric is Metric.NOMINAL:
        return lambda unit: sum(unit.values()) ** 2 - sum(count**2 for count in unit.values())
    if metric is Metric.RATIO:
        return _of_ratios
    places: Mapping[Any, Any] = _middles(totals) if metric is Metric.ORDINAL else {value: value for value in totals}

    def of_places(unit: Mapping[Value, int]) -> int | Fraction:
        first: int | Fraction = sum(count * places[value] for value, count in unit.items())
        second: int | Fraction = sum(count * places[value] ** 2 for value, count in unit.items())
        return sum(unit.values()) * second - first**2

    return of_places


def _of_ratios(unit: Mapping[Any, int]) -> int | Fraction:
    pairs = combinations(unit.items(), 2)
    return sum(n * m * Fraction(c - k, c + k) ** 2 for (c, n), (k, m) in pairs)


def _middles(totals: Mapping[Value, int]) -> dict[Value, int]:
    """Twice the place of each value's middle answer, with all answers in order."""
    ordered = sorted(totals)
    ends = accumulate(totals[value] for value in ordered)
    return {value: 2 * end - totals[value] for value, end in zip(ordered, ends, strict=True)}
