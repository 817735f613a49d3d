"""Thresholds that could not hold together in one of two rounds and can in the other."""

from __future__ import annotations

from dataclasses import dataclass

from questionnaires.words import Facet
from scoring.comparison.stands import WholeRound
from scoring.comparison.thresholds import contradictions


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether a threshold now holds together with that of an `other` question, where that was not so before.

    `unvalued` are those of the two to which no team gives a value now, so that a default stands for it, if there is
    one.
    """

    other: str
    holds: bool
    unvalued: tuple[str, ...] = ()


def holding(before: WholeRound, now: WholeRound) -> dict[str, tuple[Holding, ...]]:
    """By question, the other thresholds with which it now holds together, or no longer does."""
    found: dict[str, list[Holding]] = {}
    was, is_now = _pairs(before), _pairs(now)
    for question, other in (*(pair for pair in was if pair not in is_now), *(p for p in is_now if p not in was)):
        unvalued = tuple(one for one in (question, other) if not _is_valued(now, one))
        found.setdefault(question, []).append(Holding(other, (question, other) in was, unvalued))
    return {question: tuple(changes) for question, changes in found.items()}


def _pairs(one: WholeRound) -> dict[tuple[str, str], None]:
    found = contradictions(one.questionnaire, one.counted, one.teams)
    return dict.fromkeys((finding.question, finding.other) for finding in found if finding.other is not None)


def _is_valued(one: WholeRound, question: str) -> bool:
    row = one.cells(one.questionnaire.question_by_id[question])[Facet.POSITION]
    return any(cell.answered for cell in row.values())
