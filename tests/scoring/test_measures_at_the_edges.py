"""What the measures say of few, equal and extreme answers: the traps of small numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import pytest

from questionnaires.words import FindingKind
from scoring.measures import (
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

NOBODY = [0, 0, 0, 0, 0, 0]
ONE_VOICE = [0, 0, 0, 1, 0, 0]
BOTH_ENDS = [1, 0, 0, 0, 0, 1]
ALL_THE_SAME = [0, 0, 4, 0, 0, 0]


@pytest.mark.parametrize("measure", [median, average_deviation, ordinal_variation, fleiss_agreement])
def test_without_answers_nothing_is_defined(measure: Callable[[Sequence[int]], Fraction | None]) -> None:
    assert measure(NOBODY) is None


@pytest.mark.parametrize("measure", [average_deviation, ordinal_variation, fleiss_agreement])
def test_a_single_voice_has_no_spread(measure: Callable[[Sequence[int]], Fraction | None]) -> None:
    assert measure(ONE_VOICE) is None


def test_the_position_of_a_single_voice_is_its_answer() -> None:
    assert median(ONE_VOICE) == 3


@pytest.mark.parametrize(("measure", "expected"), [(average_deviation, 0), (ordinal_variation, 0), (median, 2)])
def test_equal_answers_have_no_spread(measure: Callable[[Sequence[int]], Fraction | None], expected: int) -> None:
    assert measure(ALL_THE_SAME) == expected


def test_equal_answers_agree_fully() -> None:
    assert fleiss_agreement(ALL_THE_SAME) == 1


def test_the_two_ends_have_a_median_that_nobody_chose() -> None:
    assert (median(BOTH_ENDS), average_deviation(BOTH_ENDS), ordinal_variation(BOTH_ENDS)) == (
        Fraction(5, 2),
        Fraction(5, 2),
        Fraction(1),
    )


def test_two_neighbours_meet_in_between() -> None:
    counts = [0, 0, 1, 1, 0, 0]
    assert (median(counts), average_deviation(counts), ordinal_variation(counts)) == (
        Fraction(5, 2),
        Fraction(1, 2),
        Fraction(1, 5),
    )


def test_options_that_nobody_chose_still_count() -> None:
    assert ordinal_variation([1, 1, 0, 0, 0, 0]) == Fraction(1, 5)


def test_on_two_options_the_same_answers_are_as_far_apart_as_can_be() -> None:
    assert ordinal_variation([1, 1]) == 1


@pytest.mark.parametrize("answers", [3, 4, 5, 6], ids=lambda answers: f"{answers} answers")
def test_an_even_cut_between_the_ends_is_the_most_variation(answers: int) -> None:
    assert ordinal_variation([answers // 2, 0, 0, 0, 0, answers - answers // 2]) == 1


@pytest.mark.parametrize(
    ("counts", "expected"),
    [([2, 1, 0, 0, 0, 0], 0), ([1, 2, 0, 0, 0, 0], 1), ([2, 0, 2, 0, 0, 0], 1), ([1, 1, 1, 1, 0, 0], Fraction(3, 2))],
)
def test_the_median_is_the_middle_or_between_the_two_middles(counts: list[int], expected: Fraction) -> None:
    assert median(counts) == expected


@pytest.mark.parametrize("positions", [[], [Fraction(3)]], ids=["no team", "one team"])
def test_one_team_has_nobody_to_differ_from(positions: list[Fraction]) -> None:
    named = dict(enumerate(positions))
    assert (gap(positions), distance(positions, 6), shape(named)) == (None, None, None)


@pytest.mark.parametrize("teams", [2, 3, 4, 5, 6, 7])
def test_teams_at_both_ends_have_distance_one_however_many(teams: int) -> None:
    """Without the odd-T term 3 teams could not reach what 2 or 4 reach."""
    positions = [Fraction(0)] * (teams // 2) + [Fraction(5)] * (teams - teams // 2)
    assert distance(positions, 6) == 1


@pytest.mark.parametrize(("counts", "expected"), [([2, 0], 1), ([1, 1], 0), ([2, 1], Fraction(1, 3))], ids=str)
def test_two_answers_are_enough_to_agree_or_not(counts: list[int], expected: Fraction) -> None:
    assert fleiss_agreement(counts) == expected


def test_agreement_needs_two_teams_with_answers() -> None:
    assert pairwise_agreement([[1, 2], [0, 0]]) is None


def test_a_silent_team_takes_no_part_in_the_agreement() -> None:
    assert pairwise_agreement([[1, 0], [0, 0], [1, 0]]) == 1


def test_agreement_is_the_chance_that_one_person_of_each_team_names_the_same() -> None:
    assert pairwise_agreement([[1, 1, 0], [1, 0, 3]]) == Fraction(1, 8)


def test_agreement_gives_each_pair_of_teams_one_vote() -> None:
    large, small, other = [15, 0], [2, 0], [0, 1]
    assert pairwise_agreement([large, small, other]) == Fraction(1, 3)


def test_agreement_on_different_scales_is_refused() -> None:
    with pytest.raises(ValueError, match="longer"):
        pairwise_agreement([[1, 0], [1, 0, 0]])


@pytest.mark.parametrize(
    ("counts", "expected"), [([0, 3, 1], (1,)), ([2, 0, 2], (0, 2)), ([0, 0, 0], ()), ([], ())], ids=str
)
def test_ties_keep_all_modes(counts: list[int], expected: tuple[int, ...]) -> None:
    assert modes(counts) == expected


@pytest.mark.parametrize(
    ("positions", "kind", "camps"),
    [
        ("3 3 3", FindingKind.UNANIMOUS, ()),
        ("300 300", FindingKind.UNANIMOUS, ()),
        ("3 4 3", FindingKind.ADJACENT, ()),
        ("3 7/2", FindingKind.ADJACENT, ()),
        ("1 1 4", FindingKind.LONE_DISSENTER, ("c", "ab")),
        ("0 4 4", FindingKind.LONE_DISSENTER, ("a", "bc")),
        ("1 1 1 4", FindingKind.LONE_DISSENTER, ("d", "abc")),
        ("1 5 1 5", FindingKind.TWO_CAMPS, ("ac", "bd")),
        ("1 3", FindingKind.TWO_CAMPS, ("a", "b")),
        ("5 1", FindingKind.TWO_CAMPS, ("b", "a")),
        ("0 7/3", FindingKind.TWO_CAMPS, ("a", "b")),
        ("1 5/2", FindingKind.SPREAD, ()),
        ("1 3 5", FindingKind.SPREAD, ()),
        ("1 3 3 5", FindingKind.SPREAD, ()),
        ("0 2 4 4", FindingKind.SPREAD, ()),
        ("0 1 3 4", FindingKind.TWO_CAMPS, ("ab", "cd")),
        ("0 3/2 7/2 7/2", FindingKind.TWO_CAMPS, ("ab", "cd")),
        ("0 2 4 5", FindingKind.SPREAD, ()),
    ],
)
def test_the_shape_is_cut_at_the_largest_step(positions: str, kind: FindingKind, camps: tuple[str, ...]) -> None:
    found = shape({name: Fraction(value) for name, value in zip("abcd", positions.split(), strict=False)})
    assert found is not None
    assert (found.kind, found.camps) == (kind, tuple(tuple(camp) for camp in camps))


def test_the_same_shape_found_twice_is_one_in_a_set() -> None:
    assert len({shape({"a": Fraction(value), "b": Fraction(value)}) for value in (2, 3)}) == 1
