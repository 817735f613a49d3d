"""Which counts of a row are hidden, where few people stand behind one of them."""

from __future__ import annotations

from collections.abc import Sequence


def hidden(row: Sequence[int], least: int) -> frozenset[int]:
    """The places of the counts that are hidden: those of 1 to `least` − 1 people, and what would give them away.

    Who knows how many people were asked subtracts what is shown. So the smallest of the other counts goes with them,
    each of its size; where there is none, all of the row. Whoever knows this rule as well then still finds at least
    two numbers that may stand in each place: the hidden ones may change places with each other, and are not all alike.
    (But for a row of nothing but ones, of which `least` is two: nothing can hide that from who knows the sum.)
    """
    small = {place for place, count in enumerate(row) if 0 < count < least}
    if not small:
        return frozenset()
    large = [count for count in row if count >= least]
    if not large:
        return frozenset(range(len(row)))
    return frozenset(small | {place for place, count in enumerate(row) if count == min(large)})
