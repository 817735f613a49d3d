"""The single changes of a comparison, worked out once for all that ask what each of them would change."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from scoring.comparison.compare import Comparison
from scoring.fragility.changes import Changed, single_changes

ChangesOn = Callable[[str], tuple[Changed, ...]]
"""The changes on a question, by its id; none for a question that nobody answered."""


def changes_in(comparison: Comparison) -> ChangesOn:
    """Every change of one answer that can matter, of each question when it is first asked for."""
    scales = comparison.questionnaire.scale_by_id

    @cache
    def changes_on(question: str) -> tuple[Changed, ...]:
        item = comparison.question(question)
        return tuple(single_changes(item, scales[item.question.scale])) if item else ()

    return changes_on
