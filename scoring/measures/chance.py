"""How likely agreement is when nobody means anything by it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import lru_cache
from math import comb, prod
from typing import Final

_MOST_DIGITS: Final = 4096
"""Binary ones, in the number of outcomes, up to which a chance is exact: some 1,600 answers on six options."""
_OUTCOMES: Final = 2**256
"""Of each team, where there are more: sums of exact chances of thousands of answers would take seconds."""
_FINER: Final = 2**320
"""In between, so that what is lost in thousands of terms is not seen."""


def chance_within(answers: int, options: int, span: int) -> Fraction:
    """The exact chance that n independent answers, uniform over K options, lie within `span` points.

    Σ over ranges r ≤ span: P(range = 0) = K/Kⁿ, and for r ≥ 1
    (K−r)·[(r+1)ⁿ − 2rⁿ + (r−1)ⁿ]/Kⁿ. Range above 0 up to 1, for a span of 0 or more;
    one answer or none is always within any span.
    """
    if answers < 2:
        return Fraction(1)
    ways = options
    for width in range(1, min(span, options - 1) + 1):
        spread = (width + 1) ** answers - 2 * width**answers + (width - 1) ** answers
        ways += (options - width) * spread
    return Fraction(ways, options**answers)


def chance_of_medians(sizes: Sequence[int], options: int, gap: Fraction | int) -> Fraction:
    """The exact chance that the medians of teams lie within `gap` points, which may be half ones.

    `sizes` are the answers of each team, all independent and uniform over K options. With W_t(h) of the K^n_t
    outcomes of team t giving the median h, P = Σ_l [Π_t W_t(l..l+gap) − Π_t W_t(l+½..l+gap)] / Π_t K^n_t, over the
    lowest median l. Exact up to some 1,600 answers, beyond that to some sixty digits. Range above 0 up to 1, for a gap
    of 0 or more; teams without answers take no part, one median or none is always within any gap. With one answer a
    team it is `chance_within`.
    """
    # In half points everything is whole.
    halves = 2 * gap.numerator // gap.denominator
    return _within(tuple(sorted(size for size in sizes if size)), options, halves)


@lru_cache(maxsize=4096)
def _within(sizes: tuple[int, ...], options: int, halves: int) -> Fraction:
    if len(sizes) < 2:
        return Fraction(1)
    outcomes = options ** sum(sizes)
    is_exact = outcomes.bit_length() <= _MOST_DIGITS
    teams = [ways_of_medians(size, options) if is_exact else _rounded(size, options) for size in sizes]
    ways = 0
    for lowest in range(2 * options - 1):
        above = [sum(team[lowest + 1 : lowest + halves + 1]) for team in teams]
        ways += prod(team[lowest] + rest for team, rest in zip(teams, above, strict=True)) - prod(above)
    return Fraction(ways, outcomes) if is_exact else min(Fraction(1), Fraction(max(1, ways), _OUTCOMES ** len(sizes)))


@lru_cache(maxsize=1024)
def ways_of_medians(answers: int, options: int) -> tuple[int, ...]:
    """In how many of the Kⁿ outcomes n answers have each median: 0, ½, 1, … K−1 points. Range 0..Kⁿ each.

    By the two middle answers in order, which are one answer where n is odd: the lower is at most c where at least
    ⌈n/2⌉ answers are. They are at a < b where half of the answers have a as their highest and the other half b as
    their lowest: C(n, n/2)·[(a+1)^(n/2) − a^(n/2)]·[(K−b)^(n/2) − (K−b−1)^(n/2)] outcomes.
    """
    half = (answers + 1) // 2
    chosen = _combinations(answers, half)
    at_most = [_at_most(chosen, half, low + 1, options - low - 1) for low in range(options)]
    return _by_median(answers, at_most, lambda ways: ways)


def _by_median(answers: int, at_most: Sequence[int], scaled: Callable[[int], int]) -> tuple[int, ...]:
    """The outcomes by their median, from those in which the lower middle answer is `at_most` each option."""
    options, half = len(at_most), (answers + 1) // 2
    ways = [0] * (2 * options - 1)
    for low in range(options):
        ways[2 * low] += at_most[low] - (at_most[low - 1] if low else 0)
        for high in range(low + 1, options) if answers % 2 == 0 else ():
            lower, upper = (low + 1) ** half - low**half, (options - high) ** half - (options - high - 1) ** half
            # Where the upper one is further up, the median is between both and not on the lower one.
            between = scaled(comb(answers, half) * lower * upper)
            ways[low + high] += between
            ways[2 * low] -= between
    return tuple(ways)


def _combinations(answers: int, half: int) -> list[int]:
    """C(n, c) for each c from n/2 to n, one from the other."""
    chosen = [comb(answers, half)]
    for count in range(half, answers):
        chosen.append(chosen[-1] * (answers - count) // (count + 1))
    return chosen


def _at_most(chosen: Sequence[int], half: int, below: int, above: int) -> int:
    """Σ C(n, c)·below^c·above^(n−c) over c from n/2 to n, `chosen` being the C(n, c), from the first term to the last:
    each step multiplies by small numbers only."""
    ways, power = 0, below**half
    for combinations in chosen:
        ways = ways * above + combinations * power
        power *= below
    return ways


@lru_cache(maxsize=1024)
def _rounded(answers: int, options: int) -> tuple[int, ...]:
    """Of so many outcomes that the numbers can be worked with, in how many n answers have each median."""
    half = (answers + 1) // 2
    at_most = [_share_at_most(answers, half, low + 1, options - low - 1) for low in range(options)]
    return _by_median(answers, at_most, lambda ways: ways * _OUTCOMES // options**answers)


def _share_at_most(answers: int, half: int, below: int, above: int) -> int:
    """In how many of the rounded outcomes at least so many answers are among those below, term by term, each smaller
    than the one before; where they would grow, the others are counted instead."""
    if not above:
        return _OUTCOMES
    if below > above:
        return _OUTCOMES - _share_at_most(answers, answers - half + 1, above, below)
    term = comb(answers, half) * below**half * above ** (answers - half) * _FINER // (below + above) ** answers
    share, count = 0, half
    while term:
        share += term
        term = term * (answers - count) * below // ((count + 1) * above)
        count += 1
    return share * _OUTCOMES // _FINER
