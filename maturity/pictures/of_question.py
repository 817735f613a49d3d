"""The picture of one question, by its kind."""

from __future__ import annotations

from maturity.pictures.answers import answers
from maturity.pictures.control import control
from maturity.pictures.operating_model import trajectory
from maturity.pictures.risk import risk
from maturity.pictures.shapes import Picture
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.words import Kind


def of_question(results: Results, item: QuestionResults) -> Picture:
    """Where the teams stand on one question."""
    if item.kind is Kind.CONTROL:
        return control(results, item)
    if item.kind is Kind.TRAJECTORY:
        return trajectory(results, item)
    if item.kind is Kind.POSITION:
        return risk(results, item)
    return answers(results, item)
