"""What the answers mean. Pure: the same questionnaire and responses give the same result, always."""

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
