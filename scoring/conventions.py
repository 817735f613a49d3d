"""The declared conventions: bands, evidence grades and the agenda table.

They are choices, kept in one place and printed in reports, and not editable, so that two
reports can be laid side by side.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Final

from questionnaires.words import FindingKind, Impact, Reversible

GAP_BANDS: Final = (
    (Fraction(1), FindingKind.ALIGNED),
    (Fraction(2), FindingKind.CLOSE),
    (Fraction(3), FindingKind.APART),
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


BAND_ORDER: Final = (FindingKind.ALIGNED, FindingKind.CLOSE, FindingKind.APART, FindingKind.FAR_APART)


class Evidence(StrEnum):
    """How many answers a team's position rests on."""

    NONE = "no answer"
    SINGLE_VOICE = "single voice"
    INDICATIVE = "indicative"
    FAIR = "fair"
    GOOD = "good"


def evidence(answers: int) -> Evidence:
    """1 answer is a single voice, 2–4 indicative, 5–9 fair, 10 and more good."""
    if answers <= 0:
        return Evidence.NONE
    if answers == 1:
        return Evidence.SINGLE_VOICE
    if answers <= 4:
        return Evidence.INDICATIVE
    return Evidence.FAIR if answers <= 9 else Evidence.GOOD


def band(gap: Fraction) -> FindingKind:
    """The band of a gap in points; a gap on the edge belongs to the nearer band."""
    for largest, name in GAP_BANDS:
        if gap <= largest:
            return name
    return FindingKind.FAR_APART


class Column(StrEnum):
    """Which column of the agenda table a finding takes, from calm to urgent."""

    ALIGNED = "aligned"
    CLOSE = "close"
    APART = "apart"
    FAR_APART = "far_apart"


COLUMN_ORDER: Final = tuple(Column)


class AgendaClass(StrEnum):
    """How urgently a question wants to be discussed."""

    A = "A"
    B = "B"
    C = "C"
    CONFIRM = "confirm"


CLASS_ORDER: Final = tuple(AgendaClass)


class Listing(StrEnum):
    """Where a finding that takes no column of the table is listed instead."""

    NONE = "says nothing by itself"
    NO_COMMON_POSITION = "teams with no common position"
    APPLICABILITY = "applicability conflicts"


_F = FindingKind
FINDING_ROW: Final[dict[FindingKind, Column | Listing]] = {
    _F.ALIGNED: Column.ALIGNED,
    _F.CLOSE: Column.CLOSE,
    _F.APART: Column.APART,
    _F.FAR_APART: Column.FAR_APART,
    # A shape describes a band that has its own row.
    _F.UNANIMOUS: Listing.NONE,
    _F.ADJACENT: Listing.NONE,
    _F.LONE_DISSENTER: Listing.NONE,
    _F.TWO_CAMPS: Listing.NONE,
    _F.SPREAD: Listing.NONE,
    _F.AGREED: Column.ALIGNED,
    _F.UNCONFIRMED: Column.CLOSE,
    _F.CONTESTED: Column.FAR_APART,
    _F.UNAWARE_OWNER: Column.FAR_APART,
    _F.ORPHAN: Column.FAR_APART,
    _F.SPLIT: Column.APART,
    _F.BOUNDARY_CLAIMED: Column.APART,
    _F.BOUNDARY_EXPECTED: Column.APART,
    # A blocker counts as far apart only on a question of high impact: see `column_of`.
    _F.BLOCKER: Column.FAR_APART,
    _F.OFFER_UNKNOWN: Column.CLOSE,
    _F.COMFORT: Column.CLOSE,
    _F.EXPOSED: Column.CLOSE,
    _F.BASELINE_DISPUTE: Column.APART,
    _F.DIRECTION_DISPUTE: Column.APART,
    _F.PACE_DISPUTE: Column.CLOSE,
    _F.BACKWARDS: Column.CLOSE,
    _F.INFEASIBLE_TOGETHER: Column.FAR_APART,
    _F.PREREQUISITE_MET: Column.ALIGNED,
    _F.PREREQUISITE_PARTLY: Column.CLOSE,
    _F.PREREQUISITE_NOT_MET: Column.APART,
    _F.PREREQUISITE_SPLIT: Column.APART,
    _F.UNKNOWN: Column.CLOSE,
    _F.UNDECIDED: Listing.NO_COMMON_POSITION,
    _F.NO_COMMON_POSITION: Listing.NO_COMMON_POSITION,
    _F.APPLICABILITY_CONFLICT: Listing.APPLICABILITY,
    _F.NOT_COMPARABLE: Listing.NONE,
}
"""Every finding and its row. A question takes the worst column of its findings."""


def column_of(finding: FindingKind, impact: Impact) -> Column | None:
    """The column a finding takes on a question of that impact; None when it is listed elsewhere."""
    row = FINDING_ROW[finding]
    if finding is FindingKind.BLOCKER and impact is not Impact.HIGH:
        return Column.APART
    return row if isinstance(row, Column) else None


_A, _B, _C = AgendaClass.A, AgendaClass.B, AgendaClass.C
_AGENDA: Final[dict[tuple[Impact, Reversible], tuple[AgendaClass | None, ...]]] = {
    (Impact.HIGH, Reversible.ONE_WAY): (AgendaClass.CONFIRM, _B, _A, _A),
    (Impact.HIGH, Reversible.TWO_WAY): (None, _C, _B, _A),
    (Impact.MEDIUM, Reversible.ONE_WAY): (None, _C, _B, _A),
    (Impact.MEDIUM, Reversible.TWO_WAY): (None, None, _C, _B),
    (Impact.LOW, Reversible.ONE_WAY): (None, None, None, _C),
    (Impact.LOW, Reversible.TWO_WAY): (None, None, None, _C),
}


def agenda_class(impact: Impact, reversible: Reversible, column: Column) -> AgendaClass | None:
    """The class of a question from the lookup table; None when it needs no discussion.

    A table and not a product of scores: products of ordinal numbers are the known fault of
    risk priority numbers.
    """
    return _AGENDA[impact, reversible][COLUMN_ORDER.index(column)]
