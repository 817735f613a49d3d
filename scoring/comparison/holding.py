"""Thresholds that could not hold together in one of two rounds and can in the other."""

from __future__ import annotations

from dataclasses import dataclass

from questionnaires.words import Facet
from scoring.comparison.contradictions import contradictions
from scoring.comparison.stands import WholeRound


@dataclass(frozen=True, slots=True)
class Holding:
    """Whether a threshold now holds together with those of `others` in a contradiction, where that was not so before.

    `unvalued` are those of all of them to which no team gives a value now, so that a default stands for it, if there is
    one.
    """

    others: tuple[str, ...]
    holds: bool
    unvalued: tuple[str, ...] = ()


def holding(before: WholeRound, now: WholeRound) -> dict[str, tuple[Holding, ...]]:
    """By question, the contradictions in which it now holds together with the others, or no longer does."""
    found: dict[str, list[Holding]] = {}
    was, is_now = _broken(before), _broken(now)
    for place in (*(place for place in was if place not in is_now), *(place for place in is_now if place not in was)):
        (question, _), others = place, (was | is_now)[place]
        unvalued = tuple(one for one in (question, *others) if not _is_valued(now, one))
        found.setdefault(question, []).append(Holding(others, place in was, unvalued))
    return {question: tuple(changes) for question, changes in found.items()}


def _broken(one: WholeRound) -> dict[tuple[str, str | None], tuple[str, ...]]:
    """By question and contradiction that does not hold, the other questions of it."""
    found = contradictions(one.questionnaire, one.counted, one.teams)
    return {(finding.question, finding.contradiction): finding.others for finding in found}


def _is_valued(one: WholeRound, question: str) -> bool:
    row = one.cells(one.questionnaire.question_by_id[question])[Facet.POSITION]
    return any(cell.answered for cell in row.values())
