"""What every measure starts from."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

Counts = Sequence[int]
"""How often each option was chosen, over the whole scale, in order, zeros kept."""


def on_a_grid(values: Sequence[Fraction]) -> tuple[list[int], int]:
    """The values as whole numbers of a common part, and how many such parts make one.

    Exact, and many times faster to compare and add than fractions are.
    """
    parts = lcm(*(value.denominator for value in values))
    return [value.numerator * (parts // value.denominator) for value in values], parts
