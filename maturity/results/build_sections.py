"""A section of the questionnaire in numbers, and what chance alone would make of the answers."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from maturity.results.head import Chance
from maturity.results.sections import AgreementResults, NoiseResults, Pair, SectionResults
from maturity.results.values import Scales, rounded, rounded_if_any
from scoring import Comparison, QuestionComparison
from scoring.comparison.agreement import agreement
from scoring.comparison.noise import NEAR, chance_by_teams, noise
from scoring.comparison.sections import SectionSummary
from scoring.measures import Metric
from scoring.wording.noise import noise_sentence


def section_results(comparison: Comparison, summary: SectionSummary) -> SectionResults:
    """How far the teams are apart in a section, and how often they agree."""
    items = [item for item in comparison.questions if item.question.section == summary.section.id]
    return SectionResults(
        id=summary.section.id,
        title=summary.section.title,
        **{column.value: count for column, count in summary.columns.items()},
        comparable=summary.comparable,
        not_comparable=summary.not_comparable,
        median_gap=rounded_if_any(summary.median_gap),
        distance=tuple(Pair(teams=pair, points=rounded(mean)) for pair, mean in summary.distances.items()),
        agreement=tuple(_agreement(items)),
        question=summary.section.question,
        noise=noise_results(items),
    )


_METRICS: Final[tuple[tuple[Metric, Scales], ...]] = ((Metric.ORDINAL, "ordinal"), (Metric.NOMINAL, "nominal"))


def _agreement(items: list[QuestionComparison]) -> Iterable[AgreementResults]:
    for metric, name in _METRICS:
        if found := agreement(items, metric):
            yield AgreementResults(
                metric=name,
                items=found.items,
                alike=found.alike,
                plain=rounded(Fraction(found.alike, found.items)),
                alpha=rounded_if_any(found.alpha),
            )


def chance_results(comparison: Comparison) -> Iterable[Chance]:
    """By how many teams are compared on a question: how likely chance alone would align them."""
    for teams, (questions, chance) in chance_by_teams(comparison.questions).items():
        yield Chance(answers=teams, within=rounded(NEAR), chance=rounded(chance), questions=questions)


def noise_results(items: Iterable[QuestionComparison]) -> NoiseResults | None:
    """How many of the gaps chance alone would make; None where it cannot be told."""
    found = noise(items)
    if found is None:
        return None
    return NoiseResults(
        questions=found.questions,
        near=found.near,
        far=found.far,
        near_at_random=rounded(found.near_at_random),
        far_at_random=rounded(found.far_at_random),
        says=noise_sentence(found),
    )
