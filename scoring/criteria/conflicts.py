"""Criteria whose limits exclude each other: together they are one conflict to settle, and none of them can be shown
before it is settled which limit holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from questionnaires import Question
from questionnaires.question import Contradiction
from scoring.comparison.compare import Comparison
from scoring.comparison.thresholds import recommended_values

Conflicts = Mapping[str, tuple[str, ...]]
"""By criterion in a conflict, the ids of all criteria that are in it, its own included; the same for each of them."""


def broken_in(comparison: Comparison) -> tuple[Contradiction, ...]:
    """The contradictions of which the recommended thresholds cannot all hold."""
    return tuple(one for one in comparison.questionnaire.contradictions if _is_broken(comparison, one))


def _is_broken(comparison: Comparison, contradiction: Contradiction) -> bool:
    """Whether its limits exclude each other: those that were decided, else what the answers leave."""
    limits = [limits_on(comparison, comparison.questionnaire.question_by_id[name]) for name in contradiction.questions]
    return contradiction.is_broken_by(limits)


def limits_on(comparison: Comparison, question: Question) -> tuple[Decimal, ...]:
    """The thresholds that are recommended of a quantity: the one decided, else what the answers leave."""
    decided = comparison.settled.limit(comparison.questionnaire, question)
    if decided is not None:
        return (decided,)
    item = comparison.question(question.id)
    return recommended_values(comparison.questionnaire, question, item.facets[0].teams if item else ())[1]


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
