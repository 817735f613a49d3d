"""How much agreement is worth when few have answered, in words."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires.words import Facet
from scoring import QuestionComparison
from scoring.comparison.noise import Noise, chance_on_facet, chance_on_question
from scoring.measures import chance_of_medians
from scoring.wording.noise import chance_sentence, noise_sentence, of_hundred
from tests.given.builders import Voices, compared_on


def on_attitude(**position: int | list[int]) -> QuestionComparison:
    return compared_on("risk.attitude", position=position)


def on_release(needed: Voices, wanted: Voices) -> QuestionComparison:
    return compared_on("control.release", needed=needed, wanted=wanted)


@pytest.mark.parametrize(
    ("positions", "words"),
    [
        ({"endpoint": 2, "operations": 2}, "2 answers would lie this close in 17 of 100 cases."),
        ({"endpoint": 2, "operations": 3}, "2 answers would lie this close in 44 of 100 cases."),
        ({"endpoint": 2, "operations": 3, "security": 4}, "3 answers would lie this close in 39 of 100 cases."),
        (
            {"endpoint": 2, "operations": 3, "security": 2, "network": 3},
            "4 answers would lie this close in 6 of 100 cases.",
        ),
        (
            {"endpoint": 2, "operations": 2, "security": 2, "network": 2},
            "4 answers would lie this close in fewer than 1 of 100 cases.",
        ),
    ],
)
def test_agreement_of_single_voices_is_held_against_as_many_answers(positions: dict[str, int], words: str) -> None:
    assert chance_sentence(on_attitude(**positions)) == f"By chance alone, {words}"


@pytest.mark.parametrize(
    ("positions", "words"),
    [
        # As many single answers would in 6 of 100 cases.
        pytest.param(
            {"endpoint": [2] * 5, "operations": [3] * 5, "security": [2] * 5, "network": [3] * 5},
            "4 teams with 5 answers each would lie this close in 19 of 100 cases.",
            id="four_teams_of_five",
        ),
        # As many single answers would in 17.
        pytest.param(
            {"endpoint": [2] * 15, "operations": [3] * 15, "security": [2] * 15},
            "3 teams with 15 answers each would lie this close in 67 of 100 cases.",
            id="three_teams_of_fifteen",
        ),
        pytest.param(
            {"endpoint": [2] * 5, "operations": 3, "security": [2] * 3},
            "3 teams with as many answers as these would lie this close in 23 of 100 cases.",
            id="five_one_and_three",
        ),
        pytest.param(
            {"endpoint": [2] * 5, "operations": 3, "security": 2},
            "3 teams with as many answers as these would lie this close in 19 of 100 cases.",
            id="five_and_twice_one",
        ),
        pytest.param(
            {"endpoint": [2] * 3, "operations": [3] * 3, "security": 2},
            "3 teams with as many answers as these would lie this close in 21 of 100 cases.",
            id="one_and_twice_three",
        ),
        pytest.param(
            {"endpoint": [2] * 5, "operations": [3] * 3, "security": [2] * 3},
            "3 teams with as many answers as these would lie this close in 29 of 100 cases.",
            id="twice_three_and_five",
        ),
    ],
)
def test_agreement_of_teams_of_several_is_held_against_medians(positions: dict[str, list[int]], words: str) -> None:
    assert chance_sentence(on_attitude(**positions)) == f"By chance alone, the middle answers of {words}"


def test_a_gap_in_half_points_is_not_taken_for_the_next_whole_one() -> None:
    """half_point: 1.5 steps apart; two single answers lie within 2 steps in 67 of 100 cases."""
    item = on_attitude(endpoint=[2, 3], operations=4)
    assert chance_on_question(item) == Fraction(5, 9)
    assert chance_sentence(item) == (
        "By chance alone, the middle answers of 2 teams with as many answers as these would lie this close in 56 of "
        "100 cases."
    )


def test_of_several_facets_chance_has_to_bring_all_as_close_as_the_worst() -> None:
    # Within 2 steps on each: 7/18 of three single answers, twice.
    item = on_release({"endpoint": 1, "operations": 2, "security": 1}, {"endpoint": 3, "operations": 3, "security": 5})
    assert chance_on_question(item) == Fraction(7, 18) ** 2
    assert chance_sentence(item) == (
        "By chance alone, the answers of 3 teams would lie this close, on control needed and on control wanted, in 15 "
        "of 100 cases."
    )
    # On each facet by itself: within 1 step, and within 2.
    assert [chance_on_facet(facet) for facet in item.facets] == [Fraction(1, 6), Fraction(7, 18)]


def test_each_facet_counts_with_its_own_teams_and_answers() -> None:
    item = on_release({"endpoint": [1, 2, 1], "operations": 2, "security": 1}, {"endpoint": [3, 3], "operations": 3})
    expected = chance_of_medians((3, 1, 1), 6, 1) * chance_of_medians((2, 1), 6, 1)
    assert chance_on_question(item) == expected
    assert chance_sentence(item).startswith(
        "By chance alone, the middle answers of teams with as many answers as these would lie this close, on control "
    )


def test_a_facet_that_is_not_compared_takes_no_part_and_the_other_is_named() -> None:
    item = on_release({"endpoint": 1, "operations": 2}, {"endpoint": 3})
    assert chance_on_question(item) == Fraction(4, 9)
    assert chance_sentence(item) == (
        "By chance alone, 2 answers would lie this close, on control needed, in 44 of 100 cases."
    )


def test_times_are_named_as_they_are_said() -> None:
    same = {"endpoint": 1, "operations": 1}
    item = compared_on("future.approvals", today=same, in_12_months=same, in_24_months=same)
    assert chance_sentence(item) == (
        "By chance alone, the answers of 2 teams would lie this close, today, in 12 months and in 24 months, in fewer "
        "than 1 of 100 cases."
    )


@pytest.mark.parametrize("positions", [{"endpoint": 0, "operations": 3}, {"endpoint": 0, "operations": 5}])
def test_what_is_apart_is_not_held_against_chance(positions: dict[str, int]) -> None:
    assert chance_sentence(on_attitude(**positions)) == ""


def test_one_team_alone_is_compared_with_nothing() -> None:
    alone = on_attitude(endpoint=3)
    facet = alone.facet(Facet.POSITION)
    assert facet is not None
    assert (chance_on_facet(facet), chance_on_question(alone), chance_sentence(alone)) == (None, None, "")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("0", "0"),
        ("1/1000", "fewer than 1"),
        ("99/10000", "fewer than 1"),
        ("1/100", "1"),
        ("1/8", "13"),
        ("4/9", "44"),
        ("99/100", "99"),
        ("999/1000", "more than 99"),
        ("1", "100"),
    ],
)
def test_what_is_not_never_or_always_does_not_read_so(share: str, words: str) -> None:
    assert of_hundred(Fraction(share)) == words
    assert of_hundred(float(Fraction(share))) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (
            Noise(9, 2, 4, Fraction(1, 2), Fraction(53, 10)),
            "Of 9 questions with a gap the teams are within 1 step on 2 and over 3 apart on 4; random answers "
            "would give 0.5 and 5.3.",
        ),
        (
            Noise(1, 0, 1, Fraction(1, 25), Fraction(1)),
            "Of 1 question with a gap the teams are within 1 step on 0 and over 3 apart on 1; random answers "
            "would give fewer than 0.1 and 1.",
        ),
        (
            Noise(2, 1, 0, Fraction(1), Fraction(0)),
            "Of 2 questions with a gap the teams are within 1 step on 1 and over 3 apart on 0; random answers "
            "would give 1 and 0.",
        ),
    ],
)
def test_gaps_stand_beside_those_of_noise(found: Noise, words: str) -> None:
    assert noise_sentence(found) == words
