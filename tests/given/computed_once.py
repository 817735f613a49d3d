"""The same answers are compared by many tests of screens and commands, and that is most of what these cost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pkgutil import resolve_name

import pytest

from maturity.results.model import Results
from maturity.rounds.round import Round
from scoring.comparison.compare import Comparison


@contextmanager
def results_computed_once() -> Iterator[None]:
    """Results of a round are made once for all that it holds; whatever differs makes results of its own."""
    known: dict[object, Results] = {}
    compute = Round.results

    def compute_once(self: Round) -> Results:
        compared, asked = self.comparison, self.comparison.questionnaire
        counts = [(item.question.id, item.cells) for item in compared.questions]
        shown = (asked.teams, asked.rings, [getattr(question, "days_from", None) for question in asked.questions])
        parts = (self.movement, self.carried, self.judgement, self.responses, self.people, self.heard)
        rest = (compared.settled, compared.anew, self.plan, self.left_out, *parts)
        key = (asked.fingerprint, repr(shown), compared.round, repr(counts), repr(rest))
        if key not in known:
            known[key] = compute(self)
        return known[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Round, "results", compute_once)
        for place in ("results.build.firmness", "results.build.most_missed"):
            patch.setattr(f"maturity.{place}", _of_the_same_answers(resolve_name(f"maturity.{place}")))
        yield


def _of_the_same_answers(found_of: Callable[..., object]) -> Callable[..., object]:
    """What follows from answers alone is the same whatever people wrote beside them, or called their files."""
    known: dict[object, object] = {}

    def found_once(comparison: Comparison, *criteria: object) -> object:
        counts = [(item.question.id, item.cells) for item in comparison.questions]
        answers = (comparison.teams, comparison.progress, comparison.settled, comparison.anew, counts)
        key = (comparison.questionnaire.fingerprint, repr(answers), repr(criteria))
        if key not in known:
            known[key] = found_of(comparison, *criteria)
        return known[key]

    return found_once


@pytest.fixture(scope="session", autouse=True)
def once() -> Iterator[None]:
    """For every room that compares the examples again and again."""
    with results_computed_once():
        yield
