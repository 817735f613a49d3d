"""How likely agreement is when nobody means anything by it."""

from __future__ import annotations

from fractions import Fraction


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
