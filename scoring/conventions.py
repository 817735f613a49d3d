"""The declared conventions: bands, evidence grades and the agenda table.

They are choices, kept in one place and printed in reports, and not editable, so that two
reports can be laid side by side.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from questionnaires.words import Impact, Reversible


class Band(StrEnum):
    """How far apart the teams are on a question, from calm to urgent: the columns of the agenda table.

    Positions fall into a band by their gap; every other finding that takes a column is given one by the
    catalogue of findings. The four that a gap is found to be go by the same words as `FindingKind`s.
    """

    ALIGNED = "aligned"
    CLOSE = "close"
    APART = "apart"
    FAR_APART = "far_apart"


BAND_ORDER: Final = tuple(Band)

GAP_BANDS: Final = (
    (Fraction(1), Band.ALIGNED),
    (Fraction(2), Band.CLOSE),
    (Fraction(3), Band.APART),
)
"""Largest gap, in scale points, of each band; anything above is far apart."""

TIGHT: Final = Fraction(1, 2)
COMMON_POSITION: Final = Fraction(1)
"""Largest spread, in points, at which a median is still the team's view: K/6 for six options
(Burke & Dunlap 2002)."""


class SpreadBand(StrEnum):
    """How far answers are apart among themselves."""

    TIGHT = "tight"
    ACCEPTABLE = "acceptable"
    NONE = "no common position"


def spread_band(spread: Fraction) -> SpreadBand:
    """At most half a point is tight, at most one point acceptable, more is no common position."""
    if spread <= TIGHT:
        return SpreadBand.TIGHT
    return SpreadBand.ACCEPTABLE if spread <= COMMON_POSITION else SpreadBand.NONE


class Evidence(StrEnum):
    """How many answers a team's position rests on."""

    NONE = "no answer"
    SINGLE_VOICE = "single voice"
    INDICATIVE = "indicative"
    FAIR = "fair"
    GOOD = "good"


def evidence(answers: int) -> Evidence:
    """1 answer is a single voice, 2–4 indicative, 5–9 fair, 10 and more good.

    Of two people one more answer can shift the median by a step and more. The edges are declared, not measured, and
    stand in every results file.
    """
    if answers <= 0:
        return Evidence.NONE
    if answers == 1:
        return Evidence.SINGLE_VOICE
    if answers <= 4:
        return Evidence.INDICATIVE
    return Evidence.FAIR if answers <= 9 else Evidence.GOOD


@lru_cache(maxsize=64)
def band(gap: Fraction) -> Band:
    """The band of a gap in points; a gap on the edge belongs to the nearer band."""
    for largest, name in GAP_BANDS:
        if gap <= largest:
            return name
    return Band.FAR_APART


def band_at_best(gap: Fraction, calmest: Band) -> Band:
    """The band of a gap in points, and none that is calmer than `calmest`."""
    return max(band(gap), calmest, key=BAND_ORDER.index)


class AgendaClass(StrEnum):
    """How urgently a question wants to be discussed."""

    A = "A"
    B = "B"
    C = "C"
    CONFIRM = "confirm"


CLASS_ORDER: Final = tuple(AgendaClass)


_A, _B, _C = AgendaClass.A, AgendaClass.B, AgendaClass.C
_AGENDA: Final[dict[tuple[Impact, Reversible], tuple[AgendaClass | None, ...]]] = {
    (Impact.HIGH, Reversible.ONE_WAY): (AgendaClass.CONFIRM, _B, _A, _A),
    (Impact.HIGH, Reversible.TWO_WAY): (None, _C, _B, _A),
    (Impact.MEDIUM, Reversible.ONE_WAY): (None, _C, _B, _A),
    (Impact.MEDIUM, Reversible.TWO_WAY): (None, None, _C, _B),
    (Impact.LOW, Reversible.ONE_WAY): (None, None, None, _C),
    (Impact.LOW, Reversible.TWO_WAY): (None, None, None, _C),
}


def agenda_class(impact: Impact, reversible: Reversible, column: Band) -> AgendaClass | None:
    """The class of a question from the lookup table; None when it needs no discussion.

    A table and not a product of scores: products of ordinal numbers are the known fault of
    risk priority numbers.
    """
    return _AGENDA[impact, reversible][BAND_ORDER.index(column)]
