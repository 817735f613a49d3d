"""Where a question, a criterion and a count stand: what is held against each other before and after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from questionnaires import Candidate
from questionnaires.words import Direction, Facet, FindingKind
from scoring.comparison.agenda import entry_of
from scoring.comparison.compare import Comparison
from scoring.comparison.ownership import Owner, owner_of
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import Origin, Threshold
from scoring.conventions import AgendaClass, Band
from scoring.criteria.criteria import threshold_of
from scoring.criteria.room import RoomState, room_state


@dataclass(frozen=True, slots=True)
class FacetStand:
    """How far the teams are apart on one facet of an ordered scale; None below two positions."""

    facet: Facet
    gap: Fraction | None
    band: Band | None


@dataclass(frozen=True, slots=True)
class QuestionStand:
    """What a question shows: gaps by facet, what was found, its place on the agenda, and what became of it."""

    facets: tuple[FacetStand, ...]
    kinds: tuple[FindingKind, ...]
    agenda: AgendaClass | None
    room: RoomState


@dataclass(frozen=True, slots=True)
class CriterionStand:
    """What is recommended of a criterion, as far as answers and decisions move it."""

    value: Decimal
    unit: str
    one: str | None
    comparison: Direction
    origin: Origin
    owner: Owner


Stands = Mapping[str, CriterionStand]
"""By the id of a criterion, where it stands; absent where it is not recommended."""


def question_stand(comparison: Comparison, item: QuestionComparison, excluded: frozenset[str]) -> QuestionStand:
    """Where a question stands; `excluded` are those whose limits exclude each other."""
    entry = entry_of(item)
    return QuestionStand(
        tuple(FacetStand(one.facet, one.gap, one.band) for one in item.facets),
        tuple(dict.fromkeys(finding.kind for finding in item.findings)),
        entry.agenda_class if entry else None,
        room_state(comparison, item, excluded),
    )


def recommended_of(comparison: Comparison, candidate: Candidate, covered: Iterable[str]) -> Iterator[str]:
    """The ids of the criteria of a candidate that are recommended.

    `covered` are the questions that may call for it, as the questionnaire asks.
    """
    when = candidate.when
    if when.always:
        yield candidate.id
        return
    wanted = frozenset(when.findings)
    items = (item for name in covered if (item := comparison.question(name)) is not None)
    calling = (item.question.id for item in items if not item.kinds.isdisjoint(wanted))
    if when.each:
        yield from (f"{candidate.id}.{name}" for name in calling)
    elif next(calling, None) is not None:
        yield candidate.id


def stand_of(comparison: Comparison, candidate: Candidate) -> CriterionStand:
    """Where the criteria of a candidate stand where they are recommended: the same for each of them."""
    return stand_from(threshold_of(comparison, candidate), owner_of(comparison, candidate.owner))


def stand_from(threshold: Threshold, owner: Owner) -> CriterionStand:
    """What a threshold and an owner make of a criterion."""
    return CriterionStand(threshold.value, threshold.unit, threshold.one, threshold.comparison, threshold.origin, owner)
