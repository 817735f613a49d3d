"""Which questions the tool counts by itself; and checks that it can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from questionnaires.candidate import Candidate, Counting
from questionnaires.model import Questionnaire
from questionnaires.question import Question
from questionnaires.words import By, Direction, Facet, Kind, Priority

_MOST_NAMED: Final = 3
_WITHOUT_BANDS: Final = (Facet.OWNER, Facet.BASIS, Facet.STATUS)
"""Facets that are answered on no order, so that no teams are aligned on them."""

Wrong = tuple[str, str]
"""A key below the criterion, and a sentence."""


def is_counted(questionnaire: Questionnaire, part: Counting, question: Question) -> bool:
    """Whether a question is counted: it is named, of this depth, and documented so. A retired task is nobody's."""
    if part.depth is not None and not part.depth.reaches(question.depth):
        return False
    is_documented = part.documented is None or questionnaire.documented_owner(question) is part.documented
    return is_documented and _names(part, question)


def _names(part: Counting, question: Question) -> bool:
    """Whether a question, or all of its section, is named."""
    return question.id in part.questions or f"{question.section}.*" in part.questions


def miscounted(questionnaire: Questionnaire, candidate: Candidate) -> Iterator[Wrong]:
    """Everything about a criterion that the tool cannot count as it is said."""
    measure = candidate.measure
    for name, part in (("computed", measure.computed), ("counted", measure.counted)):
        if part is not None and part.cycles:
            yield from ((f"measure.{name}.{key}", words) for key, words in _cycles(questionnaire, candidate, name))
        elif part is not None:
            if measure.is_single:
                yield f"measure.{name}", "counts questions out of so many, so measure says what that is in denominator"
            found = _questions(questionnaire, candidate, part)
            yield from ((f"measure.{name}.{key}", words) for key, words in found)


def _cycles(questionnaire: Questionnaire, candidate: Candidate, name: str) -> Iterator[Wrong]:
    if name == "counted":
        yield "cycles", "are no denominator; name the questions that are counted"
        return
    if not candidate.measure.is_single:
        yield "cycles", "are counted as they are; give an entry in measure instead of a denominator"
    if candidate.threshold.comparison is not Direction.AT_LEAST:
        yield "cycles", "in a row can only be too few; threshold.comparison must be at_least"
    musts = (one for one in questionnaire.candidates if one.gate is candidate.gate and one.priority is Priority.MUST)
    if not any(By.CYCLE in must.measure.by for must in musts):
        yield "cycles", f"cannot be counted: no must of the gate {candidate.gate.value} has a figure by cycle"


def _questions(questionnaire: Questionnaire, candidate: Candidate, part: Counting) -> Iterator[Wrong]:
    """What is named and not there, what a filter or facet does not fit, and what calls for it and is left out."""
    for pattern in part.questions:
        section, _, rest = pattern.partition(".")
        known = section in questionnaire.section_by_id if rest == "*" else pattern in questionnaire.question_by_id
        if not known:
            yield "questions", f'there is no question or section "{pattern}"'
    named = [one for one in questionnaire.questions if _names(part, one)]
    if named and not any(is_counted(questionnaire, part, one) for one in named):
        yield "questions", "no question that is named fits documented and depth, so nothing can be counted"
    if part.documented is not None:
        yield from _but(named, lambda one: one.kind is Kind.OWNERSHIP, "documented", "is no task, which a page assigns")
    if part.aligned in _WITHOUT_BANDS:
        yield "aligned", f'is "{part.aligned.value}", which is answered on no order: no teams are aligned on it'
    elif part.aligned is not None:
        words = f'has no facet "{part.aligned.value}"'
        yield from _but(named, lambda one: part.aligned in one.facets, "aligned", words)
    if candidate.when.each:
        when = candidate.when
        calling = [one for one in questionnaire.questions if when.covers(one.id, one.impact)]
        yield from _but(
            calling,
            lambda one: is_counted(questionnaire, part, one),
            "questions",
            "can call for a criterion of its own, and is not counted",
        )


def _but(questions: list[Question], fits: Callable[[Question], bool], key: str, words: str) -> Iterator[Wrong]:
    """The questions that do not fit, the first few of them by name."""
    others = [question.id for question in questions if not fits(question)]
    if others:
        more = f" (and {len(others) - _MOST_NAMED} more)" if len(others) > _MOST_NAMED else ""
        yield key, "; ".join(f'"{name}" {words}' for name in others[:_MOST_NAMED]) + more
