"""What the answers mean. Pure: the same questionnaire and responses give the same result, always.

Each name is loaded from its module when it is first asked for: whoever only counts does not wait for what compares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from questionnaires import given_lazily

if TYPE_CHECKING:
    from scoring.comparison.answers import Because
    from scoring.comparison.compare import Comparison, compare
    from scoring.comparison.findings import Finding
    from scoring.comparison.questions import QuestionComparison
    from scoring.counts.tally import Distribution, Tally, tally
    from scoring.criteria.criteria import Criterion, recommend

__all__ = [
    "Because",
    "Comparison",
    "Criterion",
    "Distribution",
    "Finding",
    "QuestionComparison",
    "Tally",
    "compare",
    "recommend",
    "tally",
]

_NAMES: Final = {
    "comparison.answers": ("Because",),
    "comparison.compare": ("Comparison", "compare"),
    "comparison.findings": ("Finding",),
    "comparison.questions": ("QuestionComparison",),
    "counts.tally": ("Distribution", "Tally", "tally"),
    "criteria.criteria": ("Criterion", "recommend"),
}
"""What each module gives to the floor above."""

__getattr__ = given_lazily(__name__, _NAMES)
