"""What the tool counts by itself, in sentences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from scoring.comparison.compare import Comparison
from scoring.criteria.counting import Counted
from scoring.criteria.gate import Verdict
from scoring.wording.words import listed

_MOST_NAMED: Final = 10
"""Questions in one sentence; the results hold the ids of all."""


def computed_sentence(comparison: Comparison, counted: Counted) -> str:
    """How many of the questions are settled, how many of them because the room decided, and which are not yet.

    `9 of 15, 3 of them decided in the room, computed from the answers of round 1; not yet: “Pausing” and “Deploying”.`
    """
    if not counted.total:
        return f"Nothing to count: none of its questions was asked in round {comparison.round}."
    not_yet = f"; not yet: {_named(comparison, counted.open)}" if counted.open else ""
    decided = f", {len(counted.decided)} of them decided in the room" if counted.decided else ""
    settled = f"{len(counted.settled)} of {counted.total}{decided}"
    return f"{settled}, computed from the answers of round {comparison.round}{not_yet}."


def counted_sentence(comparison: Comparison, counted: Counted) -> str:
    """Out of how many people measure, and which questions they are.

    `Out of 2 by the answers of round 1: “Pausing” and “Deploying”.`
    """
    if not counted.settled:
        return f"By the answers of round {comparison.round} there is nothing to count yet."
    names = f": {_named(comparison, counted.settled)}"
    return f"Out of {len(counted.settled)} by the answers of round {comparison.round}{names}."


def cycles_in_a_row(verdict: Verdict) -> str | None:
    """How many cycles in a row passed; None where the tool counts no cycles of this criterion."""
    if verdict.computed is None or not verdict.criterion.measure.counts_cycles:
        return None
    if verdict.computed.value is None:
        return "Nothing to count: no cycle was measured of any must that is counted by cycle."
    row = verdict.computed.numerator
    return f"{row} {'cycle' if row == 1 else 'cycles'} in a row, computed from the pilot's figures."


def _named(comparison: Comparison, questions: Iterable[str]) -> str:
    titles = [f"“{comparison.questionnaire.question_by_id[question].title}”" for question in questions]
    more = [f"{len(titles) - _MOST_NAMED} more"] if len(titles) > _MOST_NAMED else []
    return listed([*titles[:_MOST_NAMED], *more])
