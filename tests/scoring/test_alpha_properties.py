"""What holds of Krippendorff's alpha whatever the answers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import chain, permutations
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import Metric, alpha_from_counts, krippendorff_alpha
from tests.given.published import counted

Units = list[list[int | None]]

metrics = st.sampled_from(Metric)
items: st.SearchStrategy[Units] = st.lists(st.lists(st.none() | st.integers(0, 5), max_size=7), max_size=6)
answered = st.lists(st.lists(st.integers(0, 5), max_size=7), max_size=6)


def by_pairs_of_people(units: Sequence[Sequence[int]], level: Metric) -> Fraction | None:
    """Alpha by its definition, 1 − observed/expected disagreement, over every pair of answers."""
    paired = [unit for unit in units if len(unit) >= 2]
    everything = list(chain.from_iterable(paired))

    def disagreement(values: Sequence[int]) -> Fraction:
        squares = ((a != b) if level is Metric.NOMINAL else (a - b) ** 2 for a, b in permutations(values, 2))
        return Fraction(sum(squares), len(values) - 1)

    if len(set(everything)) < 2:
        return None
    return 1 - sum(map(disagreement, paired), Fraction(0)) / disagreement(everything)


@pytest.mark.parametrize("level", [Metric.NOMINAL, Metric.INTERVAL])
@given(units=answered)
def test_alpha_is_one_minus_observed_over_expected_disagreement(level: Metric, units: list[list[int]]) -> None:
    assert krippendorff_alpha(units, level) == by_pairs_of_people(units, level)


@given(answered, metrics)
def test_counts_say_the_same_as_the_answers(units: list[list[int]], level: Metric) -> None:
    assert alpha_from_counts([counted(unit) for unit in units], level) == krippendorff_alpha(units, level)


@given(answered, metrics, st.integers(1, 4))
def test_options_that_nobody_chose_change_nothing(units: list[list[int]], level: Metric, more: int) -> None:
    rows = [counted(unit) for unit in units]
    assert alpha_from_counts([row + [0] * more for row in rows], level) == alpha_from_counts(rows, level)


@given(items, metrics, st.randoms(use_true_random=False))
def test_the_order_of_items_and_of_people_is_irrelevant(units: Units, level: Metric, chance: Random) -> None:
    shuffled = [chance.sample(unit, len(unit)) for unit in chance.sample(units, len(units))]
    assert krippendorff_alpha(shuffled, level) == krippendorff_alpha(units, level)


@given(items, metrics)
def test_missing_answers_and_single_voices_take_no_part(units: Units, level: Metric) -> None:
    kept = [[value for value in unit if value is not None] for unit in units]
    assert krippendorff_alpha([unit for unit in kept if len(unit) >= 2], level) == krippendorff_alpha(units, level)


@given(answered, metrics)
def test_alpha_is_undefined_exactly_where_paired_answers_do_not_vary(units: list[list[int]], level: Metric) -> None:
    values = {value for unit in units if len(unit) >= 2 for value in unit}
    assert (krippendorff_alpha(units, level) is None) is (len(values) < 2)


@given(answered, metrics)
def test_alpha_is_one_only_without_disagreement_and_never_more(units: list[list[int]], level: Metric) -> None:
    alpha = krippendorff_alpha(units, level)
    assert alpha is None or alpha <= 1
    assert alpha is None or (alpha == 1) is all(len(set(unit)) <= 1 for unit in units)


@given(answered, st.fractions(-9, 9, max_denominator=9), st.fractions(-9, 9, max_denominator=9).filter(bool))
def test_interval_does_not_see_a_shift_or_a_scale(units: list[list[int]], shift: Fraction, factor: Fraction) -> None:
    moved = [[shift + factor * value for value in unit] for unit in units]
    assert krippendorff_alpha(moved, "interval") == krippendorff_alpha(units, "interval")


@given(answered, st.fractions(Fraction(1, 9), 9, max_denominator=9))
def test_ratio_does_not_see_a_scale(units: list[list[int]], factor: Fraction) -> None:
    scaled = [[factor * value for value in unit] for unit in units]
    assert krippendorff_alpha(scaled, "ratio") == krippendorff_alpha(units, "ratio")


@given(answered, st.lists(st.integers(-50, 50), min_size=6, max_size=6, unique=True).map(sorted), st.booleans())
def test_ordinal_sees_only_the_order_of_labels(units: list[list[int]], labels: list[int], descending: bool) -> None:
    named = labels[::-1] if descending else labels
    relabelled = [[named[value] for value in unit] for unit in units]
    assert krippendorff_alpha(relabelled, "ordinal") == krippendorff_alpha(units, "ordinal")


@given(answered, st.permutations(["endpoint", "operations", "security", "network", "service", "nobody"]))
def test_nominal_sees_only_which_labels_are_the_same(units: list[list[int]], names: list[str]) -> None:
    relabelled = [[names[value] for value in unit] for unit in units]
    assert krippendorff_alpha(relabelled, "nominal") == krippendorff_alpha(units, "nominal")


@given(st.lists(st.lists(st.sampled_from([1, 4]), max_size=6), max_size=6), metrics)
def test_on_two_values_every_metric_is_the_nominal_one(units: list[list[int]], level: Metric) -> None:
    assert krippendorff_alpha(units, level) == krippendorff_alpha(units, "nominal")
