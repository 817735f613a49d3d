"""Krippendorff's alpha beside PyPI's `krippendorff`, as ratios within one run.

`uv run --with krippendorff python -m tests.benchmarks.alpha`

Each side gets its own form of the same answers, made outside the timing. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from fractions import Fraction
from importlib import import_module
from types import ModuleType
from typing import Final

from scoring.measures import alpha_from_counts, krippendorff_alpha

ITEMS: Final = 50
OPTIONS: Final = 6
MISSING: Final = 0.05
LEVEL: Final = "ordinal"
SIZES: Final = {1_000: 21, 100_000: 5}
"""By respondents, the number of runs."""

Unit = list[int | None]


def answered(respondents: int, chance: random.Random) -> list[Unit]:
    """One unit for each item: answers lean to an option of the item's own, one in twenty is missing."""
    units: list[Unit] = []
    for _ in range(ITEMS):
        weights = [chance.random() for _ in range(OPTIONS)]
        answers = chance.choices(range(OPTIONS), weights, k=respondents)
        units.append([None if chance.random() < MISSING else answer for answer in answers])
    return units


def counted(units: Sequence[Unit]) -> list[list[int]]:
    """How often each option was chosen, a row for each item."""
    return [[unit.count(option) for option in range(OPTIONS)] for unit in units]


def medians_of(runs: int, *works: Callable[[], object]) -> list[float]:
    """Seconds of each, the median of several runs that take turns."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for taken, work in zip(times, works, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in times]


def row(name: str, runs: int, ours: Callable[[], Fraction | None], theirs: Callable[[], float]) -> str:
    """Both medians, their ratio and both values, which must agree."""
    found, expected = ours(), theirs()
    if found is None or f"{float(found):.6f}" != f"{expected:.6f}":
        sys.exit(f"{name}: alpha is {found} here and {expected} by krippendorff")
    mine, other = medians_of(runs, ours, theirs)
    times = f"{mine * 1000:>10.2f} ms {other * 1000:>10.2f} ms {mine / other:>8.3f}"
    return f"{name:<28}{times}   {float(found):.6f} {expected:.6f}\n"


def rows(respondents: int, runs: int, chance: random.Random, krippendorff: ModuleType, numpy: ModuleType) -> list[str]:
    units = answered(respondents, chance)
    counts = counted(units)
    reliability_data = numpy.array(units, dtype=float).T
    value_counts = numpy.array(counts)
    return [
        row(
            f"{respondents:,} × {ITEMS} from answers",
            runs,
            lambda: krippendorff_alpha(units, LEVEL),
            lambda: float(krippendorff.alpha(reliability_data=reliability_data, level_of_measurement=LEVEL)),
        ),
        row(
            f"{respondents:,} × {ITEMS} from counts",
            runs,
            lambda: alpha_from_counts(counts, LEVEL),
            lambda: float(krippendorff.alpha(value_counts=value_counts, level_of_measurement=LEVEL)),
        ),
    ]


def main() -> None:
    try:
        krippendorff, numpy = import_module("krippendorff"), import_module("numpy")
    except ModuleNotFoundError:
        sys.exit("krippendorff is missing: uv run --with krippendorff python -m tests.benchmarks.alpha")
    chance = random.Random(2026)
    sys.stdout.write(f"{'':<28}{'ours':>13} {'krippendorff':>13} {'ratio':>8}   values\n")
    for respondents, runs in SIZES.items():
        sys.stdout.writelines(rows(respondents, runs, chance, krippendorff, numpy))


if __name__ == "__main__":
    main()
