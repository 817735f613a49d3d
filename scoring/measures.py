"""The named statistics, each a pure function of counts over the whole scale, zeros kept.

Results are exact fractions, so that band edges compare exactly; None means *not defined*,
which is never the same as zero.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, combinations, pairwise
from typing import Generic, TypeVar

from questionnaires.words import FindingKind

Counts = Sequence[int]
Name = TypeVar("Name", bound=Hashable)


def median(counts: Counts) -> Fraction | None:
    """The median option; the mean of the two middle answers when their number is even.

    Range 0..K−1 in half points. None without answers.
    """
    total = sum(counts)
    if total == 0:
        return None
    below = list(accumulate(counts))
    lower = next(option for option, count in enumerate(below) if count >= (total + 1) // 2)
    upper = next(option for option, count in enumerate(below) if count >= total // 2 + 1)
    return Fraction(lower + upper, 2)


def average_deviation(counts: Counts) -> Fraction | None:
    """AD_Md = (1/n) Σ |x − median|, in points (Burke, Finkelstein & Dusig 1999).

    Range 0..(K−1)/2. None for fewer than two answers: a single voice has no spread.
    """
    total = sum(counts)
    centre = median(counts)
    if total < 2 or centre is None:
        return None
    return sum((count * abs(option - centre) for option, count in enumerate(counts)), Fraction(0)) / total


def gap(medians: Sequence[Fraction]) -> Fraction | None:
    """Highest − lowest position, in points. None for fewer than two teams."""
    return max(medians) - min(medians) if len(medians) >= 2 else None


def distance(medians: Sequence[Fraction], options: int) -> Fraction | None:
    """D = Σ_{t<u} |m_t − m_u| / [(T² − (T mod 2))·(K−1)/4], Berry & Mielke's (1992) index of
    ordinal variation on one value per team.

    Range 0..1; for two or three teams it is gap/(K−1). For sorting, never for show. None for
    fewer than two teams.
    """
    teams = len(medians)
    if teams < 2:
        return None
    largest = Fraction((teams**2 - teams % 2) * (options - 1), 4)
    return sum((abs(first - second) for first, second in combinations(medians, 2)), Fraction(0)) / largest


def ordinal_variation(counts: Counts) -> Fraction | None:
    """Berry & Mielke's (1992) index of ordinal variation of single answers.

    Range 0 (all alike) .. 1 (halves at both ends). None for fewer than two answers.
    """
    total = sum(counts)
    if total < 2:
        return None
    pairs = sum((below * (total - below) for below in list(accumulate(counts))[:-1]), 0)
    return Fraction(4 * pairs, (total**2 - total % 2) * (len(counts) - 1))


@dataclass(frozen=True, slots=True)
class Shape(Generic[Name]):
    """How positions lie to each other. `camps` holds the names on either side of the cut, if there is one;
    of a lone dissenter the single team comes first."""

    kind: FindingKind
    camps: tuple[tuple[Name, ...], ...] = ()


def shape(positions: Mapping[Name, Fraction]) -> Shape[Name] | None:
    """Unanimous (gap 0), adjacent (gap ≤ 1), or a cut at the largest step between sorted positions.

    A step of at least 2 points that is larger than the span of each side makes two camps, or a
    lone dissenter when one side is a single team of three or more; otherwise spread. None for
    fewer than two teams.
    """
    if len(positions) < 2:
        return None
    ordered = sorted(positions.items(), key=lambda item: item[1])
    values = [value for _, value in ordered]
    if values[-1] == values[0]:
        return Shape(FindingKind.UNANIMOUS)
    if values[-1] - values[0] <= 1:
        return Shape(FindingKind.ADJACENT)
    step, cut = max((after - before, place) for place, (before, after) in enumerate(pairwise(values), 1))
    sides = ordered[:cut], ordered[cut:]
    span = max(side[-1][1] - side[0][1] for side in sides)
    if step < 2 or step <= span:
        return Shape(FindingKind.SPREAD)
    camps = tuple(tuple(name for name, _ in side) for side in sides)
    if len(values) >= 3 and min(len(camp) for camp in camps) == 1:
        return Shape(FindingKind.LONE_DISSENTER, tuple(sorted(camps, key=len)))
    return Shape(FindingKind.TWO_CAMPS, camps)


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
    """The options chosen most; several when tied, none without answers."""
    most = max(counts, default=0)
    return tuple(option for option, count in enumerate(counts) if count == most) if most else ()
