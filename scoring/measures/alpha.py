"""Krippendorff's alpha: how well answers tell items apart. It is no measure of consensus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import accumulate, combinations

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
    than nominal must be numbers, for ratio none below 0; `level` is the name of a Metric.
    """
    return _alpha([Counter(value for value in unit if value is not None) for unit in units], Metric(level))


def alpha_from_counts(units: Iterable[Sequence[int]], level: str) -> Fraction | None:
    """The same from counts over a scale, one row for each item; option i stands for the value i.

    Range up to 1; None when nothing can be paired or nothing varies.
    """
    rows: list[Counter[Value]] = [
        Counter({option: count for option, count in enumerate(row) if count}) for row in units
    ]
    return _alpha(rows, Metric(level))


def _alpha(units: Iterable[Mapping[Value, int]], metric: Metric) -> Fraction | None:
    paired = [unit for unit in units if sum(unit.values()) >= 2]
    totals: Counter[Value] = Counter()
    for unit in paired:
        totals.update(unit)
    difference = _squared_difference(totals, metric)
    values = list(totals) if metric is Metric.NOMINAL else sorted(totals)
    squares = {pair: difference(*pair) for pair in combinations(values, 2)}
    expected = sum((totals[c] * totals[k] * square for (c, k), square in squares.items()), Fraction(0))
    if not expected:
        return None
    observed = Fraction(0)
    for unit in paired:
        within = sum(
            (unit[c] * unit[k] * square for (c, k), square in squares.items() if c in unit and k in unit), Fraction(0)
        )
        observed += Fraction(within, sum(unit.values()) - 1)
    return 1 - (sum(totals.values()) - 1) * observed / expected


def _squared_difference(totals: Mapping[Value, int], metric: Metric) -> Callable[[Value, Value], Fraction]:
    """δ² of two different values, the lower one first."""
    if metric is Metric.NOMINAL:
        return lambda _c, _k: Fraction(1)
    if metric is Metric.ORDINAL:
        ordered = sorted(totals)
        below = dict(zip(ordered, accumulate(totals[value] for value in ordered), strict=True))
        return lambda c, k: (below[k] - below[c] + Fraction(totals[c] - totals[k], 2)) ** 2
    if metric is Metric.INTERVAL:
        return lambda c, k: Fraction(k - c) ** 2  # type: ignore[operator]  # numbers, as the docstring asks
    return lambda c, k: Fraction(Fraction(k - c), Fraction(k + c)) ** 2  # type: ignore[operator]  # numbers, as the docstring asks
