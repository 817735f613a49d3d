"""What the tool counts by itself, so that nobody enters it."""

from __future__ import annotations

from maturity.results.made import ResultsModel
from maturity.results.values import MOST_ENTRIES, Count, Value
from questionnaires.parts import QuestionIdentifier, several


class ComputedResults(ResultsModel):
    """A figure that the tool computes: how many questions are settled, or how many cycles in a row pass."""

    numerator: Count
    """How many questions are settled, or cycles in a row passed."""
    denominator: Count | None = None
    """Of how many questions that somebody was asked; absent of cycles in a row."""
    value: Value | None = None
    """Numerator ÷ denominator × the measure's factor, in the unit of the threshold; absent with nothing to count."""
    passes: bool
    """Whether it meets the threshold; false with nothing to count."""
    open: tuple[QuestionIdentifier, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The ids of the questions that are not settled; absent where all are, and of cycles in a row."""
    decided: tuple[QuestionIdentifier, ...] = several(default=(), max_length=MOST_ENTRIES)
    """The ids of the settled questions that were decided in the room; absent where none was."""
