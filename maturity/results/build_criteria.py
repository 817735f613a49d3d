"""One exit criterion as a tree."""

from __future__ import annotations

from maturity.files.trees import Tree, number, present
from questionnaires import Source
from scoring import Comparison, Criterion
from scoring.fragility.changes import Change
from scoring.fragility.criteria import CriterionFlips
from scoring.wording.changes import criterion_flip_sentence
from scoring.wording.criteria import because_sentences, owner_sentence, threshold_sentence


def criterion_tree(comparison: Comparison, flips: CriterionFlips, criterion: Criterion) -> Tree:
    threshold, owner, candidate = criterion.threshold, criterion.owner, criterion.candidate
    sources = comparison.questionnaire.source_by_id
    named = dict.fromkeys((*candidate.sources, *candidate.threshold.sources))
    return present(
        id=criterion.id,
        title=criterion.title,
        statement=criterion.statement,
        priority=criterion.priority.value,
        gate=criterion.gate.value,
        deferred=True if criterion.deferred else None,
        threshold=number(threshold.value),
        unit=threshold.unit,
        one=threshold.one,
        comparison=threshold.comparison.value,
        threshold_origin=threshold.origin.value,
        threshold_says=threshold_sentence(comparison, threshold),
        threshold_by_team={team.team: number(team.value) for team in threshold.teams} or None,
        owner=owner.named,
        owner_origin=owner.origin.value,
        owner_says=owner_sentence(comparison, owner),
        measure={
            "numerator": criterion.measure.numerator,
            "denominator": criterion.measure.denominator,
            "per": criterion.measure.per,
            **({"by": [part.value for part in criterion.measure.by]} if criterion.measure.by else {}),
            "report": criterion.measure.report,
            "traps": list(criterion.measure.traps),
        },
        evidence=candidate.evidence,
        reason=candidate.reason,
        findings=sorted({finding.kind.value for finding in criterion.findings}) or None,
        because=[
            {"question": reason.question, "team": reason.team, "answer": reason.answer} for reason in criterion.because
        ],
        because_says=because_sentences(comparison, criterion),
        fragile=[
            present(
                effect=flip.effect.value,
                **change_tree(flip.change),
                threshold=number(flip.threshold.value) if flip.threshold else None,
                owner=flip.owner.named if flip.owner else None,
                says=criterion_flip_sentence(comparison, flip),
            )
            for flip in flips.get(criterion.id, ())
        ]
        or None,
        source=[_source(sources[key]) for key in named],
    )


def change_tree(change: Change) -> Tree:
    """One answer moved: options are places on the scale, from 0."""
    return {
        "question": change.question,
        "facet": change.facet.value,
        "team": change.team,
        "before": change.before,
        "after": change.after,
        "answers": change.answers,
    }


def _source(source: Source) -> Tree:
    if source.ours:
        return {"title": source.title, "place": source.place, "ours": True}
    return present(title=source.title, place=source.place, dated=source.dated, checked=source.checked)
