"""One exit criterion, with what it rests on and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypedDict

from maturity.results.build_counting import computed_results
from maturity.results.build_facts import source_results
from maturity.results.build_findings import one_answer
from maturity.results.counting import ComputedResults
from maturity.results.criteria import CriterionChange, CriterionResults, Firm, MeasureResults, Reason
from maturity.results.made import made_of
from maturity.results.values import rounded
from questionnaires.candidate import Measure
from questionnaires.decisions import Status
from questionnaires.words import Direction, Facet
from scoring import Comparison, Criterion
from scoring.comparison.ownership import Owner, OwnerOrigin
from scoring.comparison.thresholds import Origin, Threshold
from scoring.criteria.counting import Counted, computed
from scoring.firmness.musts import Firmness
from scoring.fragility.criteria import CriterionFlip
from scoring.wording.changes import criterion_flip_sentence
from scoring.wording.counting import computed_sentence, counted_sentence
from scoring.wording.criteria import (
    because_sentences,
    conflict_sentences,
    owner_sentence,
    page_sentence,
    threshold_sentence,
)
from scoring.wording.firmness import firmness_sentence


def criterion_results(
    comparison: Comparison,
    criterion: Criterion,
    flips: Iterable[CriterionFlip],
    firm: Firmness | None,
    name: str | None,
    counted: Counted | None = None,
) -> CriterionResults:
    """A criterion as it is shown, with the single answers that would change it; of a must with how firm it is.

    `name` is that of the person who answers for it, where one is given; `counted` what the answers count of it, if
    anything.
    """
    candidate, sources = criterion.candidate, comparison.questionnaire.source_by_id
    named = dict.fromkeys((*candidate.sources, *candidate.threshold.sources))
    return CriterionResults(
        id=criterion.id,
        title=criterion.title,
        statement=criterion.statement,
        priority=criterion.priority,
        gate=criterion.gate,
        deferred=True if criterion.deferred else None,
        conflict=criterion.conflict,
        conflict_says=tuple(conflict_sentences(comparison, criterion)),
        **_limit(comparison, criterion.threshold),
        **_owner(comparison, criterion.owner, name),
        decided_by=tuple(_decided_by(comparison, criterion)),
        measure=made_of(
            MeasureResults, {name: getattr(criterion.measure, name) for name in MeasureResults.model_fields}
        ),
        **_counted(comparison, criterion, counted),
        stop_rule=candidate.stop_rule,
        evidence=candidate.evidence,
        page_says=page_sentence(comparison, criterion),
        reason=candidate.reason,
        findings=tuple(sorted({finding.kind for finding in criterion.findings})),
        because=tuple(_reasons(criterion)),
        because_says=tuple(because_sentences(comparison, criterion)),
        fragile=tuple(_change(comparison, flip) for flip in flips),
        firm=_firm(comparison, firm) if firm else None,
        source=tuple(source_results(sources[key]) for key in named),
    )


class _LimitParts(TypedDict):
    """The threshold, by the names that the model has for its parts."""

    threshold: float
    unit: str
    one: str | None
    comparison: Direction
    threshold_origin: Origin
    threshold_says: str
    threshold_by_team: dict[str, float]
    threshold_ends: dict[str, tuple[float, ...]]
    parked_by: str | None


def _measure(measure: Measure) -> MeasureResults:
    """All of it but what the tool counts by itself, which stands in figures of its own."""
    return made_of(MeasureResults, {name: getattr(measure, name) for name in MeasureResults.model_fields})


def _limit(comparison: Comparison, threshold: Threshold) -> _LimitParts:
    return {
        "threshold": rounded(threshold.value),
        "unit": threshold.unit,
        "one": threshold.one,
        "comparison": threshold.comparison,
        "threshold_origin": threshold.origin,
        "threshold_says": threshold_sentence(comparison, threshold),
        "threshold_by_team": {team.team: rounded(team.value) for team in threshold.teams},
        "threshold_ends": _ends(comparison, threshold),
        "parked_by": _parked_by(comparison, threshold),
    }


class _OwnerParts(TypedDict):
    """Who answers for it, by the names that the model has for its parts."""

    owner: str
    owner_name: str | None
    owner_origin: OwnerOrigin
    owner_says: str


def _owner(comparison: Comparison, owner: Owner, name: str | None) -> _OwnerParts:
    says = owner_sentence(comparison, owner)
    return {"owner": owner.named, "owner_name": name, "owner_origin": owner.origin, "owner_says": says}


class _CountedParts(TypedDict):
    """What the answers count of it, by the names that the model has for its parts."""

    computed: ComputedResults | None
    computed_says: str | None
    counted: int | None
    counted_says: str | None


def _counted(comparison: Comparison, criterion: Criterion, counted: Counted | None) -> _CountedParts:
    found: _CountedParts = {"computed": None, "computed_says": None, "counted": None, "counted_says": None}
    if counted is not None and criterion.measure.computed is not None:
        found["computed"] = computed_results(computed(criterion, counted, None), counted)
        found["computed_says"] = computed_sentence(comparison, counted)
    elif counted is not None:
        found["counted"] = len(counted.settled)
        found["counted_says"] = counted_sentence(comparison, counted)
    return found


def _reasons(criterion: Criterion) -> Iterator[Reason]:
    for reason in criterion.because:
        yield Reason(question=reason.question, team=reason.team, answer=reason.answer)


def _decided_by(comparison: Comparison, criterion: Criterion) -> Iterator[str]:
    """The decisions that its owner and its threshold follow, each once."""
    owner, threshold, settled = criterion.owner, criterion.threshold, comparison.settled
    by_owner = settled.owner(owner.task) if owner.task and owner.origin is OwnerOrigin.DECIDED else None
    is_decided = threshold.question is not None and threshold.origin is Origin.DECIDED
    by_limit = settled.decided(threshold.question, Facet.POSITION) if is_decided and threshold.question else None
    yield from (one.id for one in (by_owner, by_limit) if one is not None)


def _parked_by(comparison: Comparison, threshold: Threshold) -> str | None:
    """The entry by which the limit waits for a next step."""
    parked = (one for one in comparison.settled.decisions if one.status is Status.PARKED)
    return next((one.id for one in parked if one.question == threshold.question), None)


def _ends(comparison: Comparison, threshold: Threshold) -> dict[str, tuple[float, ...]]:
    """The values between which torn teams lie."""
    if threshold.question is None:
        return {}
    asked = comparison.questionnaire.question_by_id[threshold.question]
    values = [option.value for option in comparison.questionnaire.scale_by_id[asked.scale].options]
    found: dict[str, tuple[float, ...]] = {}
    for team in threshold.teams:
        low, high = values[team.lowest], values[team.highest]
        if team.is_torn and low is not None and high is not None:
            found[team.team] = (rounded(low), rounded(high))
    return found


def _firm(comparison: Comparison, firm: Firmness) -> Firm:
    return Firm(
        variants=firm.variants,
        stays=firm.stays,
        threshold=firm.threshold,
        owner=firm.owner,
        rests_on=firm.rests_on,
        says=firmness_sentence(comparison, firm),
    )


def _change(comparison: Comparison, flip: CriterionFlip) -> CriterionChange:
    return CriterionChange(
        **one_answer(flip.change),
        effect=flip.effect,
        threshold=rounded(flip.threshold.value) if flip.threshold else None,
        owner=flip.owner.named if flip.owner else None,
        says=criterion_flip_sentence(comparison, flip),
    )
