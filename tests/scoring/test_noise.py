"""What answers at random would give with the same teams, sizes and facets: section by section, and by teams."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import product
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from questionnaires.words import Facet
from scoring import QuestionComparison
from scoring.comparison.noise import Noise, chance_by_teams, noise, sizes, widest_gap
from scoring.measures import chance_of_medians, chance_within
from tests.given.builders import Voices, compared, compared_on, voices

ALL_WITHIN_1 = chance_within(2, 6, 1)
"""4 of 9: two single answers within one step."""


def on_attitude(**position: int | list[int] | str) -> QuestionComparison:
    return compared_on("risk.attitude", position=position)


def on_release(needed: Voices, wanted: Voices) -> QuestionComparison:
    return compared_on("control.release", needed=needed, wanted=wanted)


def test_over_every_outcome_noise_gives_just_what_it_is_said_to_give() -> None:
    """Three answers of two teams: 216 outcomes, each of them compared."""
    found = [noise([on_attitude(endpoint=[a, b], operations=c)]) for a, b, c in product(range(6), repeat=3)]
    every = [one for one in found if one is not None]
    # Where both people of a team lie far apart that is no common position, and leaves nothing to compare.
    assert {(one.near_at_random, one.far_at_random) for one in every} == {
        (chance_of_medians((1, 2), 6, 1), 1 - chance_of_medians((1, 2), 6, 3))
    }
    gaps = [abs(Fraction(a + b, 2) - c) for a, b, c in product(range(6), repeat=3)]
    assert Fraction(sum(gap <= 1 for gap in gaps), 216) == chance_of_medians((1, 2), 6, 1)
    assert Fraction(sum(gap > 3 for gap in gaps), 216) == 1 - chance_of_medians((1, 2), 6, 3)


def test_a_question_is_near_or_far_by_the_widest_of_its_gaps() -> None:
    items = [
        on_attitude(endpoint=0, operations=1),
        on_attitude(endpoint=0, operations=4),
        on_attitude(endpoint=0, operations=[1, 2]),
        on_attitude(endpoint=0, operations=[3, 3]),
        on_release({"endpoint": 0, "operations": 0}, {"endpoint": 0, "operations": 5}),
    ]
    found = noise(items)
    assert found is not None
    assert [widest_gap(item) for item in items] == [1, 4, Fraction(3, 2), 3, 5]
    assert (found.questions, found.near, found.far) == (5, 1, 2)


def test_the_average_of_noise_is_the_sum_of_the_chances_of_each_question() -> None:
    single, pair = on_attitude(endpoint=0, operations=1), on_attitude(endpoint=[2, 2], operations=[3, 3])
    both = on_release({"endpoint": 0, "operations": 0}, {"endpoint": 0, "operations": 5})
    found = noise([single, pair, both])
    # Of two single answers 16 of 36 pairs lie within 1 step, and 6 of 36 more than 3 apart; on two facets both have
    # to be near, and one of them far.
    assert found == Noise(
        questions=3,
        near=2,
        far=1,
        near_at_random=Fraction(16, 36) + chance_of_medians((2, 2), 6, 1) + Fraction(16, 36) ** 2,
        far_at_random=Fraction(6, 36) + (1 - chance_of_medians((2, 2), 6, 3)) + (1 - Fraction(30, 36) ** 2),
    )


def test_where_nothing_can_be_compared_noise_says_nothing() -> None:
    alone = on_attitude(endpoint=1)
    owners = compared_on("ownership.pause", owner={"endpoint": "endpoint", "operations": "endpoint"})
    assert noise([]) is None
    assert noise([alone, owners]) is None
    assert chance_by_teams([alone, owners]) == {}


def test_who_gave_no_option_has_no_size() -> None:
    item = on_attitude(endpoint=[1, 2, 2], operations="dont_know", security=3)
    facet = item.facet(Facet.POSITION)
    assert facet is not None
    assert sizes(facet) == (3, 1)


def test_teams_are_counted_by_question_and_not_by_round() -> None:
    """two_of_seven: two teams answer everything, the others one question."""
    everybody = on_attitude(endpoint=1, operations=1, security=1, network=1)
    two = on_attitude(endpoint=1, security=1)
    twice = on_release({"endpoint": 1, "security": 1}, {"endpoint": 1, "security": 1})
    found = chance_by_teams([everybody, two, two, twice])
    assert list(found.items()) == [
        (2, (3, (2 * ALL_WITHIN_1 + ALL_WITHIN_1**2) / 3)),
        (4, (1, chance_within(4, 6, 1))),
    ]


def test_the_number_of_teams_that_most_questions_have_comes_first() -> None:
    four, two = on_attitude(endpoint=1, operations=1, security=1, network=1), on_attitude(endpoint=1, security=1)
    assert list(chance_by_teams([two, four, four])) == [4, 2]


def test_of_several_facets_the_one_with_the_most_teams_counts_and_of_equally_many_questions_fewer_teams_first() -> None:
    uneven = on_release({"endpoint": 1, "security": 1, "network": 1}, {"endpoint": 1, "security": 1})
    two = on_attitude(endpoint=1, security=1)
    found = chance_by_teams([uneven, two])
    assert list(found.items()) == [(2, (1, ALL_WITHIN_1)), (3, (1, chance_within(3, 6, 1) * ALL_WITHIN_1))]


@given(st.integers(0, 2**32), st.integers(1, 5))
def test_every_question_with_a_gap_is_counted_once(seed: int, teams: int) -> None:
    draw = Random(seed)
    names = ["endpoint", "operations", "security", "network"][:teams]
    people = [
        response
        for question in ("risk.attitude", "risk.soak", "risk.fleet")
        for response in voices(question, position=_at_random(draw, names))
    ]
    items = compared(people).questions
    found, by_teams = noise(items), chance_by_teams(items)
    counted = sum(questions for questions, _ in by_teams.values())
    assert counted == sum(widest_gap(item) is not None for item in items) == (found.questions if found else 0)
    if found:
        assert found.near + found.far <= found.questions
        assert found.near_at_random == sum(questions * chance for questions, chance in by_teams.values())
        assert found.near_at_random + found.far_at_random <= found.questions


def _at_random(draw: Random, teams: Sequence[str]) -> Voices:
    return {team: [draw.randrange(6) for _ in range(draw.randint(1, 4))] for team in teams if draw.random() < 0.8}
