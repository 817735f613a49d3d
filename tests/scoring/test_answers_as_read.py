"""The answers as they are read without the program, worked out by hand: what every sentence is held against."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from questionnaires import Choice
from questionnaires.words import Facet
from questionnaires.words import FindingKind as F
from tests.given.builders import Voices, small, voices
from tests.given.rounds import first_round, second_round
from tests.proofs.last_words import LastWords, carried_questions
from tests.proofs.on_figures import medians_within
from tests.proofs.reading import Reading, read
from tests.proofs.rules import found_on, pattern_on, shape_of, threshold_place


def said(question: str, /, **facets: Voices) -> Reading:
    return read(small(), voices(question, **facets))


def test_a_median_is_of_one_team_and_half_a_step_where_two_are_in_the_middle() -> None:
    reading = said("risk.attitude", position={"endpoint": [5, 0, 4], "operations": [2, 3], "security": "dont_know"})
    assert reading.middles("risk.attitude", Facet.POSITION) == {"endpoint": 4, "operations": Fraction(5, 2)}
    assert reading.state("risk.attitude", Facet.POSITION, "dont_know")["security"] == 1


@pytest.mark.parametrize(("row", "torn"), [([0, 2], False), ([0, 3], True), ([1], False), ([0, 2, 5], True)])
def test_a_team_is_torn_above_one_point_from_its_median(row: Sequence[Choice], torn: bool) -> None:
    reading = said("risk.attitude", position={"endpoint": row})
    assert reading.torn("risk.attitude", Facet.POSITION) == (["endpoint"] if torn else [])


def test_a_torn_team_takes_part_and_its_question_is_at_best_close() -> None:
    reading = said("risk.attitude", position={"endpoint": 1, "security": [0, 3]})
    assert reading.gap("risk.attitude", Facet.POSITION) == Fraction(1, 2)
    assert found_on(reading, reading.question("risk.attitude")) == {F.CLOSE, F.NO_COMMON_POSITION}


@pytest.mark.parametrize(
    ("places", "shape"),
    [
        ((1, 1, 4), F.LONE_DISSENTER),
        ((1, 1, 5, 5), F.TWO_CAMPS),
        ((1, 3, 5), F.SPREAD),
        ((1, 3, 3, 5), F.SPREAD),
        ((2, 2), F.UNANIMOUS),
        ((2, 3), F.ADJACENT),
        ((0, 5), F.TWO_CAMPS),
    ],
)
def test_shapes(places: Sequence[int], shape: F) -> None:
    assert shape_of({str(name): Fraction(place) for name, place in enumerate(places)})[0] is shape


@pytest.mark.parametrize(
    ("named", "pattern"),
    [
        ({"endpoint": "endpoint", "security": "endpoint"}, F.AGREED),
        ({"endpoint": "network", "security": "network"}, F.UNCONFIRMED),
        ({"endpoint": "endpoint", "security": "security", "operations": "endpoint"}, F.CONTESTED),
        ({"endpoint": "security", "security": "endpoint", "operations": "security"}, F.UNAWARE_OWNER),
        ({"endpoint": "nobody", "security": "nobody"}, F.ORPHAN),
        ({"endpoint": "endpoint", "security": "service"}, F.SPLIT),
        ({"endpoint": "endpoint"}, None),
    ],
)
def test_claims(named: Voices, pattern: F | None) -> None:
    assert pattern_on(said("ownership.pause", owner=named), "ownership.pause") is pattern


@pytest.mark.parametrize(("sizes", "gap", "percent"), [((1, 1, 1), 1, 17), ((1, 1, 1, 1), 1, 6), ((5,) * 4, 1, 19)])
def test_the_chance_of_medians_is_that_of_their_sizes(sizes: tuple[int, ...], gap: int, percent: int) -> None:
    assert round(100 * medians_within(sizes, Fraction(gap))) == percent


@pytest.mark.parametrize(
    ("first", "second", "place"), [(0, 2, 2), (0, 4, 3), (5, 5, 3), ([0, 3], 0, 3), ([2, 3], 0, 3)]
)
def test_a_threshold_is_the_strictest_of_the_stricter_middles_cut_at_the_limit(
    first: Choice | Sequence[Choice], second: Choice, place: int
) -> None:
    reading = said("risk.hours_to_stop", position={"endpoint": first, "security": second})
    assert threshold_place(reading, "risk.hours_to_stop") == place


def test_what_was_said_before_stands_where_nothing_is_said_again() -> None:
    earlier, later = read(small(), first_round()), read(small(), second_round())
    words = LastWords(small(), first_round(), second_round())
    both = words.rows(later, earlier)
    assert both.middles("risk.soak", Facet.POSITION) == {"endpoint": 2, "operations": 2, "security": 2}
    assert both.middles("risk.attitude", Facet.POSITION) == {"endpoint": 2, "operations": 5, "security": 5}
    assert carried_questions(words) == {"endpoint": 1, "operations": 1, "security": 1}
