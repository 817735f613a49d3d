"""Which pictures a report shows, each of them once."""

from __future__ import annotations

from collections.abc import Iterator

from maturity.pictures.control import control
from maturity.pictures.shapes import Picture
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.words import Kind


def picture_of(results: Results, item: QuestionResults) -> Picture:
    """The picture of a question, by its kind."""
    return control(results, item)


def overview_of(results: Results, kind: Kind) -> Iterator[Picture]:
    """The pictures that show all questions of a kind at once; none where each has one of its own."""
    yield from ()
