"""Krippendorff's alpha as published, and what it says where it can say little."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from scoring.measures import Metric, alpha_from_counts, krippendorff_alpha
from tests.given.published import PUBLISHED

Unit = Sequence[int | str | None]

CASES: Final = PUBLISHED["alpha"]
FIRST_CASE: Final = CASES[0]


def units(observers: Sequence[str]) -> list[Unit]:
    """One unit for each column of the table; a dot is a missing answer, digits are numbers."""
    rows = [
        [None if cell == "." else int(cell) if cell.isdigit() else cell for cell in row.split()] for row in observers
    ]
    return list(zip(*rows, strict=True))


def expectations(precision: str) -> list[Any]:
    return [
        pytest.param(case["observers"], level, value, id=f"{case['title']}, {level}")
        for case in CASES
        for level, value in case[precision].items()
    ]


@pytest.mark.parametrize(("observers", "level", "value"), expectations("published"))
def test_alpha_is_as_published(observers: list[str], level: str, value: float) -> None:
    alpha = krippendorff_alpha(units(observers), level)
    assert alpha is not None
    assert float(alpha) == pytest.approx(value, abs=0.0005)


@pytest.mark.parametrize(("observers", "level", "value"), expectations("exact"))
def test_alpha_is_exact_beyond_the_published_digits(observers: list[str], level: str, value: float) -> None:
    alpha = krippendorff_alpha(units(observers), level)
    assert alpha is not None
    assert float(alpha) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("level", "value"), [(Metric.NOMINAL, Fraction(113, 152)), (Metric.INTERVAL, Fraction(951, 1120))]
)
def test_alpha_is_a_fraction_not_a_rounded_number(level: Metric, value: Fraction) -> None:
    assert krippendorff_alpha(units(FIRST_CASE["observers"]), level) == value


def test_ordinal_is_krippendorffs_and_not_that_of_irrcac() -> None:
    """The R package irrCAC calls other weights ordinal and gets .834 from the same table."""
    alpha = krippendorff_alpha(units(FIRST_CASE["observers"]), "ordinal")
    assert alpha is not None
    assert float(alpha) != pytest.approx(0.834, abs=0.01)


@pytest.mark.parametrize("level", Metric)
def test_where_nothing_varies_alpha_is_undefined_and_neither_zero_nor_one(level: Metric) -> None:
    assert krippendorff_alpha(units(["3 3 3", "3 3 3"]), level) is None


@pytest.mark.parametrize("level", Metric)
@pytest.mark.parametrize(
    "observers", [[], [". . ."], ["1 2 3"], ["1 . 3", ". 2 ."]], ids=["no item", "all missing", "one voice", "no pair"]
)
def test_without_two_answers_to_one_item_alpha_is_undefined(observers: list[str], level: Metric) -> None:
    assert krippendorff_alpha(units(observers), level) is None


@pytest.mark.parametrize("level", Metric)
def test_variation_among_single_voices_alone_is_no_variation(level: Metric) -> None:
    assert krippendorff_alpha([(3, 3), (1,), (None, 5)], level) is None


@pytest.mark.parametrize("level", Metric)
def test_alpha_is_one_where_every_item_is_answered_alike_and_items_differ(level: Metric) -> None:
    assert krippendorff_alpha([(1, 1, 1), (4, 4), (0, 0, None)], level) == 1


@pytest.mark.parametrize("level", Metric)
def test_alpha_of_two_answers_to_one_item_is_at_chance(level: Metric) -> None:
    assert krippendorff_alpha([(0, 5)], level) == 0


@pytest.mark.parametrize("level", [Metric.NOMINAL, Metric.ORDINAL, Metric.INTERVAL])
def test_alpha_is_no_measure_of_consensus(level: Metric) -> None:
    """Two teams alike on eight of ten items and one point apart on two score below chance."""
    assert krippendorff_alpha([(3, 3)] * 8 + [(3, 4)] * 2, level) == Fraction(-1, 18)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        # Items {0,1} and {1,5}: n = 4 and 3·(observed differences)/(expected differences), by hand.
        (Metric.NOMINAL, 1 - 3 * Fraction(1 + 1, 2 + 1 + 2)),
        (Metric.ORDINAL, 1 - 3 * (Fraction(9, 4) + Fraction(9, 4)) / (2 * Fraction(9, 4) + 9 + 2 * Fraction(9, 4))),
        (Metric.INTERVAL, 1 - 3 * Fraction(1 + 16, 2 * 1 + 25 + 2 * 16)),
        (Metric.RATIO, 1 - 3 * (1 + Fraction(4, 9)) / (2 + 1 + 2 * Fraction(4, 9))),
    ],
)
def test_each_metric_has_its_own_difference(level: Metric, expected: Fraction) -> None:
    assert krippendorff_alpha([(0, 1), (1, 5)], level) == expected


def test_a_metric_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="circular"):
        krippendorff_alpha([(0, 1)], "circular")


@pytest.mark.parametrize("level", Metric)
def test_counts_without_answers_have_no_alpha(level: Metric) -> None:
    assert alpha_from_counts([[0, 0, 0], [0, 1, 0]], level) is None


@pytest.mark.parametrize("level", Metric)
@pytest.mark.parametrize("value", [0.5, 1.0, float("nan"), Decimal("0.5")], ids=str)
def test_what_is_not_exact_is_refused_in_plain_words(level: Metric, value: Any) -> None:
    with pytest.raises(TypeError, match=r"alpha is exact: .* is a (float|Decimal); give an int, a Fraction or a text"):
        krippendorff_alpha([(value, 2), (3, 4)], level)


def test_fractions_are_as_exact_as_whole_numbers() -> None:
    halves = [(Fraction(1, 2), 1), (Fraction(3, 2), 2)]
    assert krippendorff_alpha(halves, "interval") == krippendorff_alpha([(1, 2), (3, 4)], "interval")
