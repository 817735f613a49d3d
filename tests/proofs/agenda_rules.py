"""Columns and classes of the agenda, worked out once more from what is found, without `scoring`."""

from __future__ import annotations

from typing import Final

from questionnaires import Question
from questionnaires.words import DONT_KNOW, FindingKind, Impact, Reversible
from tests.proofs.reading import Reading
from tests.proofs.rules import found_on

F = FindingKind

_COLUMNS: Final = (
    {F.ALIGNED, F.AGREED, F.PREREQUISITE_MET},
    {F.CLOSE, F.UNCONFIRMED, F.OFFER_UNKNOWN, F.COMFORT, F.EXPOSED, F.PACE_DISPUTE, F.BACKWARDS}
    | {F.PREREQUISITE_PARTLY, F.PREREQUISITE_UNCONFIRMED, F.UNKNOWN},
    {F.APART, F.SPLIT, F.BOUNDARY_CLAIMED, F.BOUNDARY_EXPECTED, F.BASELINE_DISPUTE, F.DIRECTION_DISPUTE}
    | {F.PREREQUISITE_NOT_MET, F.PREREQUISITE_SPLIT, F.BLOCKER},
    {F.FAR_APART, F.CONTESTED, F.UNAWARE_OWNER, F.ORPHAN, F.INFEASIBLE_TOGETHER},
)
_ALONE: Final = {
    F.BOUNDARY_CLAIMED,
    F.BOUNDARY_EXPECTED,
    F.BLOCKER,
    F.OFFER_UNKNOWN,
    F.COMFORT,
    F.EXPOSED,
    F.BACKWARDS,
    F.UNKNOWN,
} | {
    F.INFEASIBLE_TOGETHER,
    F.PREREQUISITE_UNCONFIRMED,
    F.PREREQUISITE_PARTLY,
    F.PREREQUISITE_NOT_MET,
    F.PREREQUISITE_SPLIT,
}
_CLASSES: Final = {
    (Impact.HIGH, Reversible.ONE_WAY): ("confirm", "B", "A", "A"),
    (Impact.HIGH, Reversible.TWO_WAY): ("", "C", "B", "A"),
    (Impact.MEDIUM, Reversible.ONE_WAY): ("", "C", "B", "A"),
    (Impact.MEDIUM, Reversible.TWO_WAY): ("", "", "C", "B"),
    (Impact.LOW, Reversible.ONE_WAY): ("", "", "", "C"),
    (Impact.LOW, Reversible.TWO_WAY): ("", "", "", "C"),
}


_FAMILIES: Final = (
    {F.ALIGNED, F.CLOSE, F.APART, F.FAR_APART, F.NOT_COMPARABLE},
    {F.AGREED, F.UNCONFIRMED, F.CONTESTED, F.UNAWARE_OWNER, F.ORPHAN, F.SPLIT},
    {F.COMFORT, F.EXPOSED},
    {F.DIRECTION_DISPUTE, F.PACE_DISPUTE},
    {F.PREREQUISITE_MET, F.PREREQUISITE_UNCONFIRMED, F.PREREQUISITE_PARTLY, F.PREREQUISITE_NOT_MET}
    | {F.PREREQUISITE_SPLIT},
)


def in_place_of(kind: FindingKind) -> set[FindingKind]:
    """What may stand instead of a finding when answers change."""
    return next((family for family in _FAMILIES if kind in family), set())


def column_of(kind: FindingKind, question: Question) -> int | None:
    """The column of the agenda's table that a finding takes, 0 to 3; None where it takes none."""
    if kind is F.BLOCKER and question.impact is Impact.HIGH:
        return 3
    return next((place for place, kinds in enumerate(_COLUMNS) if kind in kinds), None)


def column_on(reading: Reading, question: Question) -> int | None:
    """The worst column of what is found on a question."""
    columns = [column_of(kind, question) for kind in found_on(reading, question)]
    return max((column for column in columns if column is not None), default=None)


def comparable(reading: Reading, question: Question) -> bool:
    """Whether two teams or more gave an answer to the same facet."""
    return any(len(reading.places(question.id, facet)) > 1 for facet in question.facets)


def class_on(reading: Reading, question: Question) -> str:
    """The class of a question on the agenda; empty where it is not on it."""
    return class_by(reading, question, set(found_on(reading, question)))


def class_by(reading: Reading, question: Question, found: set[FindingKind]) -> str:
    """The class that a question would have if this were found on it."""
    columns = [column for kind in found if (column := column_of(kind, question)) is not None]
    column = max(columns, default=None)
    if column is None or not (comparable(reading, question) or found & _ALONE):
        return ""
    place = _CLASSES[question.impact, question.reversible][column]
    return "" if place == "confirm" and not _little_evidence(reading, question) else place


def _little_evidence(reading: Reading, question: Question) -> bool:
    sizes = [len(row) for facet in question.facets for row in reading.places(question.id, facet).values()]
    unknown = sum(sum(reading.state(question.id, facet, DONT_KNOW).values()) for facet in question.facets)
    return any(size < 5 for size in sizes) or 3 * unknown >= unknown + sum(sizes)
