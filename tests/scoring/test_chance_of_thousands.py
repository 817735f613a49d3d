"""Of thousands of answers a chance is rounded, to more digits than anybody sees."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scoring.measures import chance
from scoring.measures.chance import chance_of_medians, ways_of_medians


@pytest.mark.parametrize("sizes", [(700, 701), (3, 800, 801), (40, 40, 41, 700, 700, 1)])
@pytest.mark.parametrize("gap", [Fraction(0), Fraction(1, 2), Fraction(1), Fraction(3), Fraction(5)])
def test_a_rounded_chance_is_the_exact_one_to_sixty_digits(
    sizes: tuple[int, ...], gap: Fraction, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance._within.cache_clear()
    exact = chance_of_medians(sizes, 6, gap)
    monkeypatch.setattr(chance, "_MOST_DIGITS", 64)
    chance._within.cache_clear()
    rounded = chance_of_medians(sizes, 6, gap)
    chance._within.cache_clear()
    assert 0 < rounded <= 1
    assert abs(rounded - exact) < Fraction(1, 10**60)


@pytest.mark.parametrize(("answers", "options"), [(1, 6), (2, 6), (1400, 6), (1401, 2)])
def test_every_outcome_has_one_median(answers: int, options: int) -> None:
    assert sum(ways_of_medians(answers, options)) == options**answers
