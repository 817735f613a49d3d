"""Krippendorff's alpha beside PyPI's `krippendorff`, as ratios within one run.

`uv run --with krippendorff python -m tests.benchmarks --only alpha`; without that package there is nothing beside it.

Each side gets its own form of the same answers, made outside the timing; both have to find the same.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import Final

from scoring.measures import alpha_from_counts, krippendorff_alpha
from tests.benchmarks.table import Row, Yardstick

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
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [statistics.median(taken) for taken in times]


def beside(name: str, runs: int, ours: Callable[[], Fraction | None], theirs: Callable[[], float]) -> Row:
    """Both medians, and both values, which must agree."""
    found, expected = ours(), theirs()
    if found is None or f"{float(found):.6f}" != f"{expected:.6f}":
        raise ValueError(f"{name}: alpha is {found} here and {expected} by krippendorff")
    mine, other = medians_of(runs, ours, theirs)
    return Yardstick("krippendorff", other).row(name, mine, note=f"both {expected:.6f}")


def of_size(respondents: int, runs: int, krippendorff: ModuleType, numpy: ModuleType) -> Iterator[Row]:
    """From answers and from counts, of so many people."""
    units = answered(respondents, random.Random(2026))
    counts = counted(units)
    reliability_data = numpy.array(units, dtype=float).T
    value_counts = numpy.array(counts)
    yield beside(
        f"alpha, {respondents:,} × {ITEMS} from answers",
        runs,
        lambda: krippendorff_alpha(units, LEVEL),
        lambda: float(krippendorff.alpha(reliability_data=reliability_data, level_of_measurement=LEVEL)),
    )
    yield beside(
        f"alpha, {respondents:,} × {ITEMS} from counts",
        runs,
        lambda: alpha_from_counts(counts, LEVEL),
        lambda: float(krippendorff.alpha(value_counts=value_counts, level_of_measurement=LEVEL)),
    )


def rows() -> Iterator[Row]:
    """Of each size, where there is something to stand beside."""
    if find_spec("krippendorff") is None:
        yield Row("alpha", "", "krippendorff", None, None, "not installed: uv run --with krippendorff …")
        return
    for respondents, runs in SIZES.items():
        yield from of_size(respondents, runs, import_module("krippendorff"), import_module("numpy"))
