"""What the answers mean. Pure: the same questionnaire and responses give the same result, always."""

from scoring.comparison import Comparison, QuestionComparison, compare
from scoring.criteria import Because, Criterion, recommend
from scoring.findings import Finding
from scoring.tally import Distribution, Tally, tally

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
