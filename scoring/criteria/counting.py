"""What the tool counts by itself: how many of a criterion's questions are settled, and what that makes of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

from questionnaires.actuals import Actual
from questionnaires.candidate import Counting
from questionnaires.counting import is_counted
from questionnaires.words import FindingKind, Kind
from scoring.comparison.compare import Comparison
from scoring.comparison.questions import QuestionComparison
from scoring.criteria.criteria import Criterion
from scoring.criteria.figures import meets
from scoring.criteria.findings_now import excluded_now, findings_now
from scoring.decisions.settled import NOTHING_SETTLED


@dataclass(frozen=True, slots=True)
class Counted:
    """The questions that a criterion counts and that somebody was asked, as they are asked: settled, and not yet; and
    of the settled those that are `decided` in the room.

    What does not apply to anybody who spoke counts nowhere: no pilot can show what it has no part in.
    """

    settled: tuple[str, ...]
    open: tuple[str, ...]
    decided: tuple[str, ...] = ()

    @property
    def total(self) -> int:
        """How many they are."""
        return len(self.settled) + len(self.open)


Counts = Mapping[str, Counted]
"""By criterion what the answers count of it; absent where they count nothing."""

NO_COUNTS: Final[Counts] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure that nobody enters. `denominator` is None for cycles in a row; `value` where there is nothing to count:
    no question was asked, no cycle was measured."""

    numerator: int
    denominator: int | None
    value: Fraction | None
    passes: bool


def counts(comparison: Comparison, criteria: Iterable[Criterion]) -> dict[str, Counted]:
    """What the answers count of each criterion of which they count anything."""
    found, excluded = {}, excluded_now(comparison)
    answered = comparison.with_settled(NOTHING_SETTLED)
    for criterion in criteria:
        part = criterion.measure.computed or criterion.measure.counted
        if part is not None and not part.cycles:
            own = criterion.findings[0].question if criterion.candidate.when.each else None
            # What people measure is counted out of what was answered; what nobody enters, with what was decided.
            seen = comparison if criterion.measure.computed is not None else answered
            found[criterion.id] = counted_in(seen, part, own, excluded)
    return found


def counted_in(comparison: Comparison, part: Counting, own: str | None, excluded: Collection[str]) -> Counted:
    """What one criterion counts. Where each question has a criterion of its `own`, that one counts it alone;
    `excluded` are the questions whose limits exclude each other."""
    asked = [item for item in comparison.questions if own in (None, item.question.id) and not item.is_outside]
    items = [item for item in asked if is_counted(comparison.questionnaire, part, item.question)]
    settled = {item.question.id: item for item in items if _is_settled(comparison, part, item, excluded)}
    answered = comparison.with_settled(NOTHING_SETTLED)
    decided = (
        name
        for name, item in settled.items()
        if _is_decided(comparison, part, item, is_so=_is_settled(answered, part, item, ()))
    )
    return Counted(
        tuple(settled),
        tuple(item.question.id for item in items if item.question.id not in settled),
        tuple(decided),
    )


def _is_settled(comparison: Comparison, part: Counting, item: QuestionComparison, excluded: Collection[str]) -> bool:
    if part.aligned is not None:
        facet = item.facet(part.aligned)
        is_aligned = facet is not None and facet.band is not None and FindingKind(facet.band) is FindingKind.ALIGNED
        return is_aligned or comparison.settled.decided(item.question.id, part.aligned) is not None
    found = findings_now(comparison, item, excluded)
    if part.having:
        return not found.isdisjoint(part.having)
    # What nobody answered has none of these findings either, and is not settled by that.
    is_known = item.answered > 0 or comparison.settled.is_all_decided(item.question)
    return is_known and found.isdisjoint(part.without)


def _is_decided(comparison: Comparison, part: Counting, item: QuestionComparison, *, is_so: bool) -> bool:
    """Whether the room decided what is counted of a settled question. Of stages it may have decided others: then only
    what is not so by the answers is its work."""
    if part.aligned is not None:
        return comparison.settled.decided(item.question.id, part.aligned) is not None
    is_stage = item.question.kind is Kind.TRAJECTORY
    return comparison.settled.is_any_decided(item.question.id) and not (is_stage and is_so)


def computed(criterion: Criterion, counted: Counted | None, row: int | None) -> Computed:
    """The figure of a criterion that the tool computes: of its questions, or of the cycles in a `row`, None where no
    cycle was measured."""
    assert criterion.measure.computed is not None
    if criterion.measure.computed.cycles:
        value = None if row is None else Fraction(row)
        return Computed(row or 0, None, value, value is not None and meets(criterion, value))
    settled, total = (len(counted.settled), counted.total) if counted else (0, 0)
    share = Fraction(settled * criterion.measure.per, total) if total else None
    return Computed(settled, total, share, share is not None and meets(criterion, share))


def completed(criterion: Criterion, actual: Actual, counted: Counts) -> Actual:
    """A figure with the denominator that the answers count, where whoever took it has left that out."""
    known = denominator(criterion, counted)
    if not known or not actual.is_measured or actual.denominator is not None:
        return actual
    return actual.model_copy(update={"denominator": Decimal(known)})


def denominator(criterion: Criterion, counted: Counts) -> int | None:
    """Out of how many it is by the answers: the questions found; None where people count that."""
    found = counted.get(criterion.id)
    return len(found.settled) if criterion.measure.counted is not None and found is not None else None
