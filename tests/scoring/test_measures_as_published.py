"""The measures against published.toml, where every value has its source."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Final

import pytest

from scoring.conventions import COMMON_POSITION, Band, band
from scoring.measures import average_deviation, distance, fleiss_agreement, gap, ordinal_variation, pairwise_agreement
from tests.given.published import PUBLISHED, counted

FLEISS: Final = PUBLISHED["fleiss"]
EIJK: Final = PUBLISHED["van_der_eijk"]
CUTOFF: Final = PUBLISHED["practical_cutoff"]
THREE: Final = PUBLISHED["three_answers"]


@pytest.mark.parametrize(("counts", "expected"), list(zip(FLEISS["counts"], FLEISS["agreement"], strict=True)))
def test_agreement_on_an_item_is_as_fleiss_has_it(counts: list[int], expected: float) -> None:
    agreement = fleiss_agreement(counts)
    assert agreement is not None
    assert float(agreement) == pytest.approx(expected, abs=FLEISS["tolerance"])


def test_ordinal_variation_of_many_answers_is_as_published() -> None:
    variation = ordinal_variation(EIJK["frequencies"])
    assert variation is not None
    assert float(variation) == pytest.approx(EIJK["ordinal_variation"], abs=EIJK["tolerance"])


def test_average_deviation_is_leiks_index_times_half_the_width() -> None:
    deviation = average_deviation(EIJK["frequencies"])
    assert deviation is not None
    assert float(deviation) == pytest.approx(EIJK["leik"] * 6 / 2, abs=EIJK["tolerance"] * 3)


@pytest.mark.parametrize(("options", "expected"), list(zip(CUTOFF["options"], CUTOFF["cutoff"], strict=True)))
def test_the_practical_cutoff_is_a_sixth_of_the_options(options: int, expected: float) -> None:
    assert float(COMMON_POSITION * options / 6) == pytest.approx(expected, abs=CUTOFF["tolerance"])


@pytest.mark.parametrize(
    ("answers", "expected"), list(zip(THREE["answers"], THREE["ordinal_variation"], strict=True)), ids=str
)
def test_ordinal_variation_of_three_answers(answers: list[int], expected: str) -> None:
    assert ordinal_variation(counted(answers)) == Fraction(expected)


@pytest.mark.parametrize(
    ("answers", "expected"), list(zip(THREE["answers"], THREE["average_deviation"], strict=True)), ids=str
)
def test_average_deviation_of_three_answers(answers: list[int], expected: str) -> None:
    assert average_deviation(counted(answers)) == Fraction(expected)


@pytest.mark.parametrize(("answers", "expected"), list(zip(THREE["answers"], THREE["range"], strict=True)), ids=str)
def test_the_gap_of_three_single_voices_is_their_range(answers: list[int], expected: int) -> None:
    assert gap([Fraction(answer) for answer in answers]) == expected


@pytest.mark.parametrize("answers", THREE["answers"], ids=str)
def test_distance_of_single_voices_is_their_ordinal_variation(answers: list[int]) -> None:
    """With an odd number of teams this holds only with the odd-T term in both."""
    assert distance([Fraction(answer) for answer in answers], 6) == ordinal_variation(counted(answers))


@pytest.mark.parametrize("counts", FLEISS["counts"])
def test_agreement_of_teams_with_one_voice_each_is_that_of_fleiss(counts: list[int]) -> None:
    voices = [
        [int(place == option) for place in range(len(counts))]
        for option, count in enumerate(counts)
        for _ in range(count)
    ]
    assert pairwise_agreement(voices) == fleiss_agreement(counts)


@pytest.mark.parametrize(
    ("bands", "chance"),
    [({Band.ALIGNED}, Fraction(1, 6)), ({Band.ALIGNED, Band.CLOSE}, Fraction(7, 18))],
    ids=["within one point", "within two points"],
)
def test_three_voices_at_random_come_close_by_chance(bands: set[Band], chance: Fraction) -> None:
    """Of fifty items of pure noise about eight look aligned: agreement is reported with its evidence."""
    triples = list(product(range(6), repeat=3))
    close = sum(band(Fraction(max(triple) - min(triple))) in bands for triple in triples)
    assert Fraction(close, len(triples)) == chance
