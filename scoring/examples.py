"""Whether the examples beside a rule do what they say: the whole way from answers to criteria."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from questionnaires import Answer, Candidate, Example, Questionnaire, Respondent, Response, asked
from questionnaires.words import Depth
from scoring.comparison import compare
from scoring.criteria import Criterion, recommend
from scoring.tally import tally

_THEN: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
"""Answers of an example were never given; no figure depends on when."""


def not_holding(questionnaire: Questionnaire, candidate: Candidate) -> Iterator[tuple[int, Example]]:
    """The examples of a candidate that do not do what they say, each with its place, from 0."""
    for place, example in enumerate(candidate.examples):
        if example.fires != bool(called_for(questionnaire, candidate, example)):
            yield place, example


def called_for(questionnaire: Questionnaire, candidate: Candidate, example: Example) -> tuple[Criterion, ...]:
    """What is recommended of this candidate, now or at a later gate, when the teams say what the example says."""
    comparison = compare(questionnaire, tally(questionnaire, _responses(questionnaire, example)), 1)
    return tuple(criterion for criterion in recommend(comparison) if criterion.candidate.id == candidate.id)


def _responses(questionnaire: Questionnaire, example: Example) -> Iterator[Response]:
    """One response for each team."""
    answers: dict[str, dict[str, Answer]] = {}
    for question, said in example.answers.items():
        for team, answer in said.items():
            answers.setdefault(team, {})[question] = answer
    for place, (team, given) in enumerate(answers.items()):
        respondent = Respondent(id=f"team{place}", team=team, depth=Depth.FULL, started=_THEN, updated=_THEN)
        yield Response(questionnaire=asked(questionnaire), respondent=respondent, answers=given)
