"""Answers without an order: owners and prerequisites."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from scoring.measures.counts import Counts


def fleiss_agreement(counts: Counts) -> Fraction | None:
    """P_i = Σ n_k(n_k − 1) / (n(n − 1)): the chance that two different answers are alike (Fleiss 1971).

    Range 0..1. None for fewer than two answers.
    """
    total = sum(counts)
    if total < 2:
        return None
    return Fraction(sum(count * (count - 1) for count in counts), total * (total - 1))


def pairwise_agreement(teams: Sequence[Counts]) -> Fraction | None:
    """Mean over pairs of teams of Σ_k p_tk·p_uk: the chance that one person of each names the same.

    Range 0..1. Teams without answers take no part; None for fewer than two teams with answers.
    With one answer per team it is `fleiss_agreement` of the pooled counts.
    """
    answered = [counts for counts in teams if sum(counts)]
    if len(answered) < 2:
        return None
    alike = [
        Fraction(sum(a * b for a, b in zip(first, second, strict=True)), sum(first) * sum(second))
        for first, second in combinations(answered, 2)
    ]
    return sum(alike, Fraction(0)) / len(alike)


def modes(counts: Counts) -> tuple[int, ...]:
    """The options chosen most: several when tied; without answers an empty tuple, never None."""
    most = max(counts, default=0)
    return tuple(option for option, count in enumerate(counts) if count == most) if most else ()
