"""How far apart the teams are on each answer of a question that asks for several."""

from __future__ import annotations

from questionnaires.words import FindingKind
from scoring.comparison.facets import FacetComparison
from scoring.comparison.questions import QuestionComparison
from scoring.wording.findings import FINDING_WORDS
from scoring.wording.words import FACET_WORDS, steps


def bands_sentence(item: QuestionComparison) -> str:
    """The band of each facet, and which of them stands for the question.

    `Control needed: close, 2 steps; control wanted: far apart, 4 steps. The worst counts: control wanted.`

    Empty for a question that asks for one answer, and where nothing can be compared.
    """
    worst = item.worst
    if worst is None or len(item.facets) == 1:
        return ""
    said = "; ".join(_band(facet) for facet in item.facets)
    bands = {facet.band for facet in item.facets if facet.band is not None}
    counts = f" The worst counts: {FACET_WORDS[worst.facet]}." if len(bands) > 1 else ""
    return f"{said[0].upper()}{said[1:]}.{counts}"


def _band(facet: FacetComparison) -> str:
    name = FACET_WORDS[facet.facet]
    if facet.band is None or facet.gap is None:
        return f"{name}: not compared"
    torn = ", a team without a common position" if facet.torn else ""
    return f"{name}: {FINDING_WORDS[FindingKind(facet.band)]}, {steps(facet.gap)}{torn}"
