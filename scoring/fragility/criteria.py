"""Which one answer would drop a criterion, or change its threshold or its owner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from questionnaires import Candidate
from questionnaires.words import FindingKind
from scoring.comparison.catalogue import CATALOGUE
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.comparison.ownership import Owner, OwnerOrigin, owner_from
from scoring.comparison.thresholds import Origin, Threshold, threshold_from
from scoring.criteria.criteria import Criterion
from scoring.fragility.changes import Change, Changed
from scoring.fragility.findings import still_contradicts
from scoring.fragility.shared import ChangesOn, changes_in


class Effect(StrEnum):
    """What becomes of a criterion."""

    DROPPED = "dropped"
    THRESHOLD = "threshold"
    OWNER = "owner"


@dataclass(frozen=True, slots=True)
class CriterionFlip:
    """The one answer, moved by one step, that changes a criterion: to this threshold or owner, if it stays."""

    effect: Effect
    change: Change
    threshold: Threshold | None = None
    owner: Owner | None = None


CriterionFlips = Mapping[str, tuple[CriterionFlip, ...]]
"""Of each fragile criterion, by its id, the one answer that would drop it, change its threshold, or its owner."""


def criteria_fragility(
    comparison: Comparison, criteria: Iterable[Criterion], changes_on: ChangesOn | None = None
) -> CriterionFlips:
    """The smallest changes of each criterion; one that has none holds whatever one answer says.

    `changes_on` are the comparison's, of whoever has them already.
    """
    changes_on = changes_on or changes_in(comparison)
    flips = {criterion.id: _criterion_flips(comparison, criterion, changes_on) for criterion in criteria}
    return {identifier: found for identifier, found in flips.items() if found}


def _criterion_flips(comparison: Comparison, criterion: Criterion, changes_on: ChangesOn) -> tuple[CriterionFlip, ...]:
    """For each effect the first change that has it, in the order of facets, teams and options.

    A change that drops the criterion leaves nothing of which threshold or owner could change.
    """
    candidate, threshold = criterion.candidate, criterion.threshold
    dropped = tuple(_dropped(comparison, candidate, criterion.findings, changes_on))
    gone = {flip.change for flip in dropped}
    parts = (
        iter(dropped),
        (flip for flip in _other_threshold(comparison, candidate, threshold, changes_on) if flip.change not in gone),
        (flip for flip in _other_owner(comparison, criterion.owner, changes_on) if flip.change not in gone),
    )
    return tuple(flip for part in parts if (flip := next(part, None)))


def _dropped(
    comparison: Comparison, candidate: Candidate, findings: tuple[Finding, ...], changes_on: ChangesOn
) -> Iterator[CriterionFlip]:
    """A criterion that rests on answers to two questions, or on who could answer at all, is not dropped."""
    if any(CATALOGUE[finding.kind].lasts for finding in findings):
        return
    for question in dict.fromkeys(name for finding in findings for name in finding.questions):
        for tried in changes_on(question):
            if not _is_called_for(comparison, candidate, findings, tried):
                yield CriterionFlip(Effect.DROPPED, tried.change)


def _is_called_for(comparison: Comparison, candidate: Candidate, findings: tuple[Finding, ...], tried: Changed) -> bool:
    """Whether anything that the candidate waits for is found after a change."""
    question, when = tried.change.question, candidate.when
    if any(f.question != question and f.kind is not FindingKind.INFEASIBLE_TOGETHER for f in findings):
        return True
    own = findings[0].question if when.each else None
    if _covers(comparison, candidate, own, question) and any(f.kind in when.findings for f in tried.findings):
        return True
    return FindingKind.INFEASIBLE_TOGETHER in when.findings and any(
        still_contradicts(comparison, one, tried)
        for one in comparison.questionnaire.contradictions
        if any(_covers(comparison, candidate, own, name) for name in one.questions)
    )


def _covers(comparison: Comparison, candidate: Candidate, own: str | None, question: str) -> bool:
    """Whether findings on a question count: of one criterion per question only those on its `own`."""
    impact = comparison.questionnaire.question_by_id[question].impact
    return candidate.when.covers(question, impact) and own in (None, question)


def _other_threshold(
    comparison: Comparison, candidate: Candidate, threshold: Threshold, changes_on: ChangesOn
) -> Iterator[CriterionFlip]:
    if threshold.question is None or threshold.origin is Origin.DECIDED:
        return
    question = comparison.questionnaire.question_by_id[threshold.question]
    for tried in changes_on(question.id):
        entries = tried.facets[0].teams
        changed = threshold_from(comparison.questionnaire, candidate.threshold, question, entries)
        if changed.value != threshold.value:
            yield CriterionFlip(Effect.THRESHOLD, tried.change, threshold=changed)


def _other_owner(comparison: Comparison, owner: Owner, changes_on: ChangesOn) -> Iterator[CriterionFlip]:
    if owner.task is None or owner.origin is OwnerOrigin.DECIDED:
        return
    question = comparison.questionnaire.question_by_id[owner.task]
    scale = comparison.questionnaire.scale_by_id[question.scale]
    for tried in changes_on(question.id):
        if tried.claims:
            changed = owner_from(scale, tried.claims, question.id)
            if changed.named != owner.named:
                yield CriterionFlip(Effect.OWNER, tried.change, owner=changed)
