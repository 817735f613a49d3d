"""The catalogue of findings: a row for every kind, with all that follows from it.

A new kind is a member of `FindingKind`, a row here, and a word and a sentence in `scoring.wording.findings`.
Which answers lead to it is said in `scoring.comparison.findings` and `nominal_findings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Final

from questionnaires.words import FindingKind, Impact
from scoring.conventions import Band


class Family(StrEnum):
    """Findings of which one takes the place of another when answers change."""

    BAND = "band"
    SHAPE = "shape"
    PATTERN = "claim pattern"
    WANT = "want against need"
    TARGET = "dispute about the target"
    PREREQUISITE = "prerequisite"


class Listing(StrEnum):
    """Where a finding that takes no column of the agenda table is listed instead."""

    NONE = "says nothing by itself"
    NO_COMMON_POSITION = "teams with no common position"
    APPLICABILITY = "applicability conflicts"


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """What follows from one kind of finding.

    `column` is the column of the agenda table that it takes, `at_high_impact` another one that it takes on a
    question of high impact; `listing` is where it is listed if it takes none. `stands_alone`: it counts even
    when only one team answered. `to_prepare` is its place, from 1, among what a team can work on by itself.
    For fragility: `family` says what may take its place; `causes` how many of its teams may give cause for it
    and one answer still end it (None: any number, because it rests on all of them together); `by_facet` that
    it is found on each facet by itself; `lasts` that no answer moved by a step ends it.
    """

    column: Band | None = None
    at_high_impact: Band | None = None
    listing: Listing = Listing.NONE
    stands_alone: bool = False
    to_prepare: int | None = None
    family: Family | None = None
    causes: int | None = None
    by_facet: bool = False
    lasts: bool = False


_F, _Row = FindingKind, FindingRow
_BAND, _PATTERN, _READY = Family.BAND, Family.PATTERN, Family.PREREQUISITE

# A shape describes a band that has a row of its own, so it takes no column.
_SHAPE: Final = _Row(family=Family.SHAPE)

CATALOGUE: Final[Mapping[FindingKind, FindingRow]] = MappingProxyType(
    {
        _F.ALIGNED: _Row(column=Band.ALIGNED, family=_BAND),
        _F.CLOSE: _Row(column=Band.CLOSE, family=_BAND),
        _F.APART: _Row(column=Band.APART, family=_BAND),
        _F.FAR_APART: _Row(column=Band.FAR_APART, family=_BAND),
        _F.UNANIMOUS: _SHAPE,
        _F.ADJACENT: _SHAPE,
        _F.LONE_DISSENTER: _SHAPE,
        _F.TWO_CAMPS: _SHAPE,
        _F.SPREAD: _SHAPE,
        _F.AGREED: _Row(column=Band.ALIGNED, family=_PATTERN),
        _F.UNCONFIRMED: _Row(column=Band.CLOSE, family=_PATTERN),
        # Of two teams that claim a task either can give way; of three, none by itself.
        _F.CONTESTED: _Row(column=Band.FAR_APART, family=_PATTERN, causes=2),
        _F.UNAWARE_OWNER: _Row(column=Band.FAR_APART, family=_PATTERN),
        _F.ORPHAN: _Row(column=Band.FAR_APART, family=_PATTERN),
        _F.SPLIT: _Row(column=Band.APART, family=_PATTERN),
        _F.BOUNDARY_CLAIMED: _Row(column=Band.APART, stands_alone=True, to_prepare=5, causes=1),
        _F.BOUNDARY_EXPECTED: _Row(column=Band.APART, stands_alone=True, to_prepare=6, causes=1),
        # What one cannot have matters most where most hangs on it.
        _F.BLOCKER: _Row(column=Band.APART, at_high_impact=Band.FAR_APART, stands_alone=True, to_prepare=1, causes=1),
        _F.OFFER_UNKNOWN: _Row(column=Band.CLOSE, stands_alone=True),
        _F.COMFORT: _Row(column=Band.CLOSE, stands_alone=True, to_prepare=2, family=Family.WANT, causes=1),
        _F.EXPOSED: _Row(column=Band.CLOSE, stands_alone=True, to_prepare=3, family=Family.WANT, causes=1),
        _F.BASELINE_DISPUTE: _Row(column=Band.APART),
        _F.DIRECTION_DISPUTE: _Row(column=Band.APART, family=Family.TARGET),
        _F.PACE_DISPUTE: _Row(column=Band.CLOSE, family=Family.TARGET),
        _F.BACKWARDS: _Row(column=Band.CLOSE, stands_alone=True, to_prepare=4, causes=1),
        _F.INFEASIBLE_TOGETHER: _Row(column=Band.FAR_APART, stands_alone=True, to_prepare=7),
        _F.PREREQUISITE_MET: _Row(column=Band.ALIGNED, family=_READY),
        _F.PREREQUISITE_UNCONFIRMED: _Row(column=Band.CLOSE, stands_alone=True, family=_READY),
        _F.PREREQUISITE_PARTLY: _Row(column=Band.CLOSE, stands_alone=True, to_prepare=11, family=_READY),
        _F.PREREQUISITE_NOT_MET: _Row(column=Band.APART, stands_alone=True, to_prepare=10, family=_READY),
        _F.PREREQUISITE_SPLIT: _Row(column=Band.APART, stands_alone=True, to_prepare=12, family=_READY),
        # Who could not answer at all does not begin to because somebody answers a step higher or lower.
        _F.UNKNOWN: _Row(column=Band.CLOSE, stands_alone=True, to_prepare=13, lasts=True),
        _F.UNDECIDED: _Row(listing=Listing.NO_COMMON_POSITION, to_prepare=9, causes=1),
        _F.NO_COMMON_POSITION: _Row(listing=Listing.NO_COMMON_POSITION, to_prepare=8, causes=1, by_facet=True),
        _F.APPLICABILITY_CONFLICT: _Row(listing=Listing.APPLICABILITY, lasts=True),
        _F.NOT_COMPARABLE: _Row(family=_BAND),
    }
)
"""Every finding and its row. A question takes the worst column of its findings."""

TO_PREPARE: Final = tuple(
    sorted((kind for kind in CATALOGUE if CATALOGUE[kind].to_prepare), key=lambda kind: CATALOGUE[kind].to_prepare or 0)
)
"""What a team can work on by itself, in the order in which it is shown."""


def column_of(finding: FindingKind, impact: Impact) -> Band | None:
    """The column that a finding takes on a question of that impact; None when it is listed elsewhere."""
    row = CATALOGUE[finding]
    return row.at_high_impact if row.at_high_impact and impact is Impact.HIGH else row.column


@cache
def in_family(finding: FindingKind) -> frozenset[FindingKind]:
    """The findings that may take the place of this one."""
    family = CATALOGUE[finding].family
    return frozenset(kind for kind, row in CATALOGUE.items() if family and row.family is family)


def agenda_rows() -> dict[FindingKind, Band | Listing]:
    """Each finding's row of the agenda, for readers: its column, or its list."""
    return {kind: row.column or row.listing for kind, row in CATALOGUE.items()}


def rows_at_high_impact() -> dict[FindingKind, Band]:
    """The findings that take another column on a question of high impact, with that column."""
    return {kind: row.at_high_impact for kind, row in CATALOGUE.items() if row.at_high_impact}
