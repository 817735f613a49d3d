"""What a later round shows of the one before, below the scale: where the teams stood, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.content import Content

from maturity.app.widgets.literal import row
from maturity.pictures.signs import BEFORE
from maturity.rounds.answering import Interview
from maturity.rounds.earlier_words import own_words, teams_words, voices_words
from questionnaires.words import Facet

_SHORT: Final = {
    Facet.NEEDED: "need",
    Facet.WANTED: "want",
    Facet.TODAY: "today",
    Facet.IN_12_MONTHS: "1 year",
    Facet.IN_24_MONTHS: "2 years",
}


def earlier_rows(interview: Interview) -> tuple[Content, ...]:
    """Teams, never people. One's own answer is marked on the scale; in words only where it cannot be."""
    return tuple(_rows(interview))


def earlier_help() -> str:
    """What the mark on the scale means, and how to answer with it."""
    return (
        f"{BEFORE} stands beside what you answered in an earlier round. Enter confirms it, in every column that is "
        "still open; a digit changes it; Page Down goes on and confirms nothing. An earlier note is not copied."
    )


def _rows(interview: Interview) -> Iterator[Content]:
    earlier, question = interview.sitting.earlier, interview.question
    if question.id in earlier.incomparable:
        yield row((own_words(interview.questionnaire, earlier, question), "$warning"))
    if decided := earlier.decided.get(question.id):
        yield row((decided, "bold"))
    said = teams_words(interview.questionnaire, earlier, question)
    if earlier.stood is None or not said:
        return
    head = f"The teams in round {earlier.stood.round}"
    voices = voices_words(earlier, question)
    single = f" (single voices: {voices})" if voices else ""
    if len(question.facets) == 1:
        yield row((f"{head}  ", "bold"), *said.values(), (single, "$quiet"))
        return
    yield row((head, "bold"), (single, "$quiet"))
    for facet, words in said.items():
        yield row((f"{_SHORT[facet]:>7}  ", "bold"), words)
