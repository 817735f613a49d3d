"""What every measure starts from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate

Counts = Sequence[int]
"""How often each option was chosen, over the whole scale, in order, zeros kept."""


def cumulative_shares(counts: Counts) -> list[Fraction]:
    """F(c) for c = 0..K−2: the share of answers at most at option c. There must be answers."""
    total = sum(counts)
    return [Fraction(below, total) for below in list(accumulate(counts))[:-1]]
