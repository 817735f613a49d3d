"""One exit criterion as a tree."""

from __future__ import annotations

from maturity.trees import Tree, number, present
from questionnaires import Source
from scoring import Comparison, Criterion
from scoring.wording_of_criteria import because_sentences, owner_sentence, threshold_sentence


def criterion_tree(comparison: Comparison, criterion: Criterion) -> Tree:
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
        source=[_source(sources[key]) for key in named],
    )


def _source(source: Source) -> Tree:
    if source.ours:
        return {"title": source.title, "place": source.place, "ours": True}
    return present(title=source.title, place=source.place, dated=source.dated, checked=source.checked)
