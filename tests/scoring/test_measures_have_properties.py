"""What holds of the measures whatever the answers."""

from __future__ import annotations

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from scoring.measures import (
    Shape,
    average_deviation,
    distance,
    fleiss_agreement,
    gap,
    median,
    modes,
    ordinal_variation,
    pairwise_agreement,
    shape,
)

OPTIONS = 6
answers = st.lists(st.integers(0, OPTIONS - 1), min_size=1, max_size=30)
counts = st.lists(st.integers(0, 12), min_size=OPTIONS, max_size=OPTIONS)
positions = st.lists(st.integers(0, 10).map(lambda halves: Fraction(halves, 2)), min_size=2, max_size=7)


def counted(chosen: list[int]) -> list[int]:
    return [chosen.count(option) for option in range(OPTIONS)]


def as_sets(found: Shape[int] | None) -> tuple[object, frozenset[frozenset[int]]]:
    assert found is not None
    return found.kind, frozenset(frozenset(camp) for camp in found.camps)


@given(answers)
def test_the_median_is_that_of_the_sorted_answers(chosen: list[int]) -> None:
    ordered = sorted(chosen)
    middle = Fraction(ordered[(len(ordered) - 1) // 2] + ordered[len(ordered) // 2], 2)
    assert median(counted(chosen)) == middle


@given(st.lists(st.integers(0, OPTIONS - 2), min_size=1, max_size=30))
def test_moving_every_answer_one_step_moves_the_median_one_step(chosen: list[int]) -> None:
    before = median(counted(chosen))
    assert before is not None
    assert median(counted([option + 1 for option in chosen])) == before + 1


@given(st.lists(st.integers(0, OPTIONS - 2), min_size=2, max_size=30))
def test_moving_every_answer_one_step_leaves_the_spread(chosen: list[int]) -> None:
    moved = counted([option + 1 for option in chosen])
    assert average_deviation(moved) == average_deviation(counted(chosen))
    assert ordinal_variation(moved) == ordinal_variation(counted(chosen))


@given(counts)
def test_reversing_the_scale_leaves_the_spread(row: list[int]) -> None:
    assert average_deviation(row[::-1]) == average_deviation(row)
    assert ordinal_variation(row[::-1]) == ordinal_variation(row)


@given(counts)
def test_every_measure_of_answers_keeps_its_bounds(row: list[int]) -> None:
    for value, largest in (
        (median(row), OPTIONS - 1),
        (average_deviation(row), Fraction(OPTIONS - 1, 2)),
        (ordinal_variation(row), 1),
        (fleiss_agreement(row), 1),
    ):
        assert value is None or 0 <= value <= largest


@given(counts.filter(lambda row: sum(row) >= 2))
def test_average_deviation_is_the_sum_of_the_smaller_shares(row: list[int]) -> None:
    shares = [Fraction(sum(row[: cut + 1]), sum(row)) for cut in range(OPTIONS - 1)]
    assert average_deviation(row) == sum(min(share, 1 - share) for share in shares)


@given(counts)
def test_only_the_most_chosen_options_are_modes(row: list[int]) -> None:
    assert all(row[option] == max(row) for option in modes(row))
    assert bool(modes(row)) is bool(sum(row))


@given(counts, st.integers(1, 1000))
def test_a_larger_team_of_the_same_shares_has_the_same_modes(row: list[int], times: int) -> None:
    assert modes([count * times for count in row]) == modes(row)


@given(positions, st.randoms(use_true_random=False))
def test_the_order_of_teams_is_irrelevant(values: list[Fraction], chance: Random) -> None:
    shuffled = list(enumerate(values))
    chance.shuffle(shuffled)
    others = [value for _, value in shuffled]
    assert gap(others) == gap(values)
    assert distance(others, OPTIONS) == distance(values, OPTIONS)
    assert as_sets(shape(dict(shuffled))) == as_sets(shape(dict(enumerate(values))))


@given(positions)
def test_gap_and_distance_keep_their_bounds(values: list[Fraction]) -> None:
    width, far = gap(values), distance(values, OPTIONS)
    assert width is not None
    assert far is not None
    assert 0 <= width <= OPTIONS - 1
    assert 0 <= far <= 1
    assert (width == 0) is (far == 0)


@given(positions.filter(lambda values: len(values) <= 3))
def test_distance_of_two_or_three_teams_is_the_gap_over_the_width(values: list[Fraction]) -> None:
    width = gap(values)
    assert width is not None
    assert distance(values, OPTIONS) == width / (OPTIONS - 1)


@given(positions)
def test_reversing_the_scale_leaves_the_shape(values: list[Fraction]) -> None:
    reversed_scale = {team: OPTIONS - 1 - value for team, value in enumerate(values)}
    assert as_sets(shape(reversed_scale)) == as_sets(shape(dict(enumerate(values))))


@given(positions)
def test_camps_hold_every_team_once_or_there_are_none(values: list[Fraction]) -> None:
    found = shape(dict(enumerate(values)))
    assert found is not None
    held = sorted(team for camp in found.camps for team in camp)
    assert held in ([], list(range(len(values))))


@given(st.lists(counts, min_size=2, max_size=5))
def test_agreement_between_teams_is_a_chance_and_has_no_order(teams: list[list[int]]) -> None:
    agreement = pairwise_agreement(teams)
    assert agreement is None or 0 <= agreement <= 1
    assert pairwise_agreement(teams[::-1]) == agreement
