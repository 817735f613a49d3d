"""What is found on a question once decisions count: for what the tool counts, never for what was answered."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from questionnaires.words import DocumentedOwner, Facet, FindingKind, Kind
from scoring.comparison.compare import Comparison
from scoring.comparison.questions import QuestionComparison
from scoring.criteria.conflicts import broken_in

_F = FindingKind

_STATUSES: Final = {
    "met": FindingKind.PREREQUISITE_MET,
    "partly": FindingKind.PREREQUISITE_PARTLY,
    "not_met": FindingKind.PREREQUISITE_NOT_MET,
}


def excluded_now(comparison: Comparison) -> frozenset[str]:
    """The questions whose limits exclude each other, with what was decided in place of what was answered."""
    return frozenset(name for one in broken_in(comparison) for name in one.questions)


def findings_now(comparison: Comparison, item: QuestionComparison, excluded: Collection[str]) -> frozenset[FindingKind]:
    """The kinds that hold with the decisions; `excluded` are the questions whose limits exclude each other now."""
    if not comparison.settled.decisions:
        return item.kinds
    decided = _decided(comparison, item)
    found = (item.kinds if decided is None else decided) - {_F.INFEASIBLE_TOGETHER}
    return found | {_F.INFEASIBLE_TOGETHER} if item.question.id in excluded else found


def _decided(comparison: Comparison, item: QuestionComparison) -> frozenset[FindingKind] | None:
    """What takes the place of the findings of the answers; None where nothing was decided."""
    settled, question = comparison.settled, item.question
    match question.kind:
        case Kind.OWNERSHIP:
            return _owned(comparison, item)
        case Kind.PREREQUISITE:
            outcome = settled.outcome(question.id, Facet.STATUS)
            status = outcome.status if outcome else None
            return None if status is None else frozenset({_STATUSES[status]})
        case Kind.TRAJECTORY:
            return _staged(comparison, item)
        case Kind.CONTROL:
            return None if settled.decided(question.id, Facet.NEEDED) is None else frozenset({_F.ALIGNED})
        case Kind.POSITION:
            return None if settled.decided(question.id, Facet.POSITION) is None else frozenset({_F.ALIGNED})


def _owned(comparison: Comparison, item: QuestionComparison) -> frozenset[FindingKind] | None:
    """A task with an owner; one of the service's that a team of ours is to own stays on the wrong side of the line."""
    outcome = comparison.settled.outcome(item.question.id, Facet.OWNER)
    if outcome is None:
        return None
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    is_service = scale.means.get(outcome.owner or "") == DocumentedOwner.SERVICE.value
    is_claimed = item.documented is DocumentedOwner.SERVICE and not is_service
    return frozenset({_F.AGREED, _F.BOUNDARY_CLAIMED} if is_claimed else {_F.AGREED})


def _staged(comparison: Comparison, item: QuestionComparison) -> frozenset[FindingKind]:
    """One stage for today leaves no dispute about where we are, one for 24 months none about where to; one pace takes
    both."""
    settled, name = comparison.settled, item.question.id
    kinds = set(item.kinds)
    if settled.decided(name, Facet.TODAY) is not None:
        kinds.discard(_F.BASELINE_DISPUTE)
    if settled.decided(name, Facet.IN_24_MONTHS) is not None:
        kinds.discard(_F.DIRECTION_DISPUTE)
        if _F.BASELINE_DISPUTE not in kinds:
            kinds.discard(_F.PACE_DISPUTE)
    return frozenset(kinds)
