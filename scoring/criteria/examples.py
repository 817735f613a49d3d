"""Whether the examples beside a rule do what they say: the whole way from answers to criteria."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from questionnaires import Answer, Candidate, Example, Questionnaire, Respondent, Response, reference_to
from questionnaires.words import Depth
from scoring.comparison.compare import compare
from scoring.comparison.narrowed import narrowed
from scoring.counts.tally import tally
from scoring.criteria.criteria import Criterion, recommend

_THEN: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""Answers of an example were never given; no figure depends on when."""


def not_holding(questionnaire: Questionnaire, candidate: Candidate) -> Iterator[tuple[int, Example]]:
    """The examples of a candidate that do not do what they say, each with its place, from 0."""
    for place, example in enumerate(candidate.examples):
        if example.fires != bool(called_for(questionnaire, candidate, example)):
            yield place, example


def called_for(questionnaire: Questionnaire, candidate: Candidate, example: Example) -> tuple[Criterion, ...]:
    """What is recommended of this candidate when the teams say what the example says.

    The rules beside it have no say.
    """
    part = _concerned(questionnaire, candidate, example)
    return recommend(compare(part, tally(part, _responses(part, example)), 1))


def _concerned(questionnaire: Questionnaire, candidate: Candidate, example: Example) -> Questionnaire:
    """The questionnaire with this candidate alone, and the questions on which it can depend.

    Without answers a question names no owner and contradicts no other, so it matters only where the candidate waits
    for a finding on it, or takes its threshold from it. With many rules on many questions, comparing all of them for
    every example would take minutes.
    """
    ids = {question.id for question in questionnaire.questions if candidate.when.covers(question.id, question.impact)}
    ids |= {*example.answers, candidate.threshold.question or ""}
    return narrowed(questionnaire, ids, (candidate,))


def _responses(questionnaire: Questionnaire, example: Example) -> Iterator[Response]:
    """One response for each team."""
    answers: dict[str, dict[str, Answer]] = {}
    for question, said in example.answers.items():
        for team, answer in said.items():
            answers.setdefault(team, {})[question] = answer
    for place, (team, given) in enumerate(answers.items()):
        respondent = Respondent(id=f"team{place}", team=team, depth=Depth.FULL, started=_THEN, updated=_THEN)
        yield Response(questionnaire=reference_to(questionnaire), respondent=respondent, answers=given)
