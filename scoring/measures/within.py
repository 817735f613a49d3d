"""One team by itself, on an ordinal scale."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from scoring.measures.counts import Counts


def middles(counts: Counts) -> tuple[int, int] | None:
    """The two middle answers, the lower one first: of an odd number of answers the middle one twice.

    Options 0..K−1. None without answers.
    """
    return _middles(tuple(counts))


@lru_cache(maxsize=4096)
def _middles(counts: tuple[int, ...]) -> tuple[int, int] | None:
    # Few counts occur, each of them in many places: so it is worked out once, as the spread is below.
    total = sum(counts)
    if total == 0:
        return None
    below = list(accumulate(counts))
    lower = next(option for option, count in enumerate(below) if count >= (total + 1) // 2)
    upper = next(option for option, count in enumerate(below) if count >= total // 2 + 1)
    return lower, upper


def median(counts: Counts) -> Fraction | None:
    """The median option; the mean of the two middle answers when their number is even.

    Range 0..K−1 in half points. None without answers.
    """
    return _median(middles(counts))


@lru_cache(maxsize=4096)
def _median(middle: tuple[int, int] | None) -> Fraction | None:
    return None if middle is None else Fraction(sum(middle), 2)


def average_deviation(counts: Counts) -> Fraction | None:
    """AD_Md = (1/n) Σ |x − median|, in points (Burke, Finkelstein & Dusig 1999).

    Range 0..(K−1)/2. None for fewer than two answers: a single voice has no spread.
    """
    return _average_deviation(tuple(counts))


@lru_cache(maxsize=4096)
def _average_deviation(counts: tuple[int, ...]) -> Fraction | None:
    total = sum(counts)
    centre = median(counts)
    if total < 2 or centre is None:
        return None
    # In half points everything is whole.
    middle = 2 * centre.numerator // centre.denominator
    return Fraction(sum(count * abs(2 * option - middle) for option, count in enumerate(counts)), 2 * total)


def ordinal_variation(counts: Counts) -> Fraction | None:
    """Berry & Mielke's (1992) index of ordinal variation of single answers.

    Range 0 (all alike) .. 1 (halves at both ends). None for fewer than two answers.
    """
    total = sum(counts)
    if total < 2:
        return None
    pairs = sum((below * (total - below) for below in list(accumulate(counts))[:-1]), 0)
    return Fraction(4 * pairs, (total**2 - total % 2) * (len(counts) - 1))
