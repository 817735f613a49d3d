"""What the tool counts by itself, as results hold it."""

from __future__ import annotations

from maturity.results.counting import ComputedResults
from maturity.results.values import rounded_if_any
from scoring.criteria.counting import Computed, Counted


def computed_results(figure: Computed, counted: Counted | None) -> ComputedResults:
    """A figure that nobody enters, with the questions that are not settled and those that were decided."""
    return ComputedResults(
        numerator=figure.numerator,
        denominator=figure.denominator,
        value=rounded_if_any(figure.value),
        passes=figure.passes,
        open=counted.open if counted else (),
        decided=counted.decided if counted else (),
    )
