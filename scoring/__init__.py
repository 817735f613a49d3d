"""What the answers mean. Pure: the same questionnaire and responses give the same result, always."""

from scoring.answers import Because
from scoring.comparison import Comparison, compare
from scoring.criteria import Criterion, recommend
from scoring.findings import Finding
from scoring.questions import QuestionComparison
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
