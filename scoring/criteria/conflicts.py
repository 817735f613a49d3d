"""Criteria whose limits exclude each other: together they are one conflict to settle, and none of them can be shown
before it is settled which limit holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from questionnaires.question import Contradiction
from scoring.comparison.compare import Comparison

Conflicts = Mapping[str, tuple[str, ...]]
"""By criterion in a conflict, the ids of all criteria that are in it, its own included; the same for each of them."""


def broken_in(comparison: Comparison) -> tuple[Contradiction, ...]:
    """The contradictions of which the recommended thresholds cannot all hold."""
    found = {finding.contradiction for item in comparison.questions for finding in item.findings}
    return tuple(one for one in comparison.questionnaire.contradictions if one.id in found)


def conflicts(broken: Iterable[Contradiction], questions: Mapping[str, str]) -> Conflicts:
    """The conflicts between criteria, given by id with the question that sets the threshold; in the same order.

    It takes criteria on two questions of a contradiction: a limit that stands alone is one thing to show. Conflicts
    that share a criterion are one, because settling the one moves the other.
    """
    groups: dict[str, frozenset[str]] = {}
    for one in broken:
        tied = {criterion for criterion, question in questions.items() if question in one.questions}
        if len({questions[criterion] for criterion in tied}) > 1:
            joined = tied.union(*(groups.get(criterion, ()) for criterion in tied))
            groups |= dict.fromkeys(joined, frozenset(joined))
    return {key: tuple(name for name in questions if name in group) for key, group in groups.items()}
