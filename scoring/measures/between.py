"""Several teams on an ordinal scale: how far apart, in what shape, and how much of it lies between them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate, combinations, pairwise
from math import lcm
from typing import Generic, TypeVar

from questionnaires.words import FindingKind
from scoring.measures.counts import Counts, on_a_grid

Name = TypeVar("Name", bound=Hashable)


def gap(medians: Sequence[Fraction]) -> Fraction | None:
    """Highest − lowest position, in points. None for fewer than two teams."""
    if len(medians) < 2:
        return None
    values, parts = on_a_grid(medians)
    return Fraction(max(values) - min(values), parts)


def distance(medians: Sequence[Fraction], options: int) -> Fraction | None:
    """D = Σ_{t<u} |m_t − m_u| / [(T² − (T mod 2))·(K−1)/4], Berry & Mielke's (1992) index of
    ordinal variation on one value per team.

    Range 0..1; for two or three teams it is gap/(K−1). For sorting, never for show. None for
    fewer than two teams.
    """
    teams = len(medians)
    if teams < 2:
        return None
    values, parts = on_a_grid(medians)
    apart = sum(abs(first - second) for first, second in combinations(values, 2))
    return Fraction(4 * apart, parts * (teams**2 - teams % 2) * (options - 1))


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
    grid, point = on_a_grid(list(positions.values()))
    ordered = sorted(zip(positions, grid, strict=True), key=lambda item: item[1])
    values = [value for _, value in ordered]
    if values[-1] == values[0]:
        return Shape(FindingKind.UNANIMOUS)
    if values[-1] - values[0] <= point:
        return Shape(FindingKind.ADJACENT)
    step, cut = max((after - before, place) for place, (before, after) in enumerate(pairwise(values), 1))
    span = max(values[cut - 1] - values[0], values[-1] - values[cut])
    if step < 2 * point or step <= span:
        return Shape(FindingKind.SPREAD)
    camps = tuple(tuple(name for name, _ in side) for side in (ordered[:cut], ordered[cut:]))
    if len(values) >= 3 and min(len(camp) for camp in camps) == 1:
        return Shape(FindingKind.LONE_DISSENTER, tuple(sorted(camps, key=len)))
    return Shape(FindingKind.TWO_CAMPS, camps)


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Ordinal variation of several teams taken together: `total` = `within` + `between`.

    Each is 0..1; `ratio` is between/total. With one answer in every team `within` is 0 by
    construction and the ratio says nothing: `can_tell` is false.
    """

    total: Fraction
    within: Fraction
    between: Fraction
    ratio: Fraction | None
    can_tell: bool


def decompose(teams: Sequence[Counts]) -> Decomposition | None:
    """How much of the variation lies between teams, with equal weights whatever their sizes (Reardon 2009).

    F_t(c) is the share of team t that answers at most c; F̄ their mean; h(F) = 4/(K−1)·Σ F(1−F).
    total = h(F̄), within = mean of h(F_t). None for fewer than two teams with answers; the ratio is
    None when nothing varies.
    """
    answered = [counts for counts in teams if sum(counts)]
    if len(answered) < 2:
        return None
    rows = [(list(accumulate(counts))[:-1], sum(counts)) for counts in answered]
    # The shares of all teams in common parts: whole numbers, and one division in the end.
    parts = lcm(*(answers for _, answers in rows))
    mean = [sum(column) for column in zip(*([n * (parts // of) for n in below] for below, of in rows), strict=True)]
    total = _variation(mean, parts * len(rows))
    within = sum((_variation(below, answers) for below, answers in rows), Fraction(0)) / len(rows)
    between = total - within
    can_tell = any(sum(counts) > 1 for counts in answered)
    return Decomposition(total, within, between, between / total if total else None, can_tell)


def _variation(below: Sequence[int], answers: int) -> Fraction:
    """h(F) = 4/(K−1) · Σ F(1−F) over K−1 cumulative counts of that many answers: 0 all alike, 1 halves at both ends."""
    return Fraction(4 * sum(count * (answers - count) for count in below), len(below) * answers**2)


def earth_movers_distance(first: Counts, second: Counts) -> Fraction | None:
    """Σ_c |F_t(c) − F_u(c)|, in points: how far answers have to move to turn one team into the other.

    Range 0..K−1. None unless both have answers.
    """
    answers, others = sum(first), sum(second)
    if not answers or not others:
        return None
    pairs = zip(accumulate(first), accumulate(second), strict=True)
    return Fraction(sum(abs(a * others - b * answers) for a, b in pairs), answers * others)
