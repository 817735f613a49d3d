"""The counts of a round as a table for any engine: a row for each option of each question, by site and team.

It holds less than a tally: no names, no notes, nobody's hash, no flags, and nothing of how one person's answers differ.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from maturity.files.spreadsheet import csv_text, first_line
from questionnaires import Question, Questionnaire, Scale
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet, Level
from scoring.counts.small_cells import hidden
from scoring.counts.tally import Distribution, Tally, cells_of

HEADS: Final = (
    "site",
    "questionnaire",
    "fingerprint",
    "round",
    "question",
    "facet",
    "team",
    "state",
    "answer",
    "place",
    "count",
)
BEGINS: Final = first_line(HEADS)
ANSWERED: Final = "answered"
_STATES: Final = (DONT_KNOW, NOT_APPLICABLE, "unanswered")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose counts they are, and how many people have to stand behind each that is shown; 1 shows all."""

    site: str = ""
    least: int = 1


@dataclass(frozen=True, slots=True)
class CountsTable:
    """The table, with how many of its counts are hidden: the `small` ones, and those `beside` them."""

    rows: tuple[tuple[str, ...], ...]
    small: int = 0
    beside: int = 0

    def csv(self) -> bytes:
        """As a file for spreadsheets and engines alike; a count that is hidden is empty."""
        return csv_text(HEADS, self.rows).encode()


def counts_table(questionnaire: Questionnaire, counted: Tally, number: int, wanted: Wanted) -> CountsTable:
    """The counts of a round, in the order of the questionnaire, zeros included."""
    teams = [team.id for team in questionnaire.teams]
    rows: list[tuple[str, ...]] = []
    small = beside = 0
    head = (wanted.site, questionnaire.head.id, questionnaire.fingerprint, str(number))
    for question, facet in _facets(questionnaire):
        scale = questionnaire.scale_by_id[question.scale]
        for team, cell in cells_of(counted, question, facet, teams):
            row = (*cell.counts, cell.dont_know, cell.not_applicable, cell.unanswered)
            gone = hidden(row, wanted.least)
            few = sum(0 < row[place] < wanted.least for place in gone)
            small, beside = small + few, beside + len(gone) - few
            shown = ["" if place in gone else str(count) for place, count in enumerate(row)]
            where = (*head, question.id, facet.value, team)
            rows += ((*where, *what, count) for what, count in zip(_said(scale, cell), shown, strict=True))
    return CountsTable(tuple(rows), small, beside)


def query() -> str:
    """The query in SQL that gives median, spread and gap of such tables, and says what must not be added up."""
    return files("maturity.files").joinpath("counts.sql").read_text(encoding="utf-8")


def _facets(questionnaire: Questionnaire) -> Iterator[tuple[Question, Facet]]:
    return ((question, facet) for question in questionnaire.questions for facet in question.facets)


def _said(scale: Scale, cell: Distribution) -> Iterator[tuple[str, str, str]]:
    """State, answer and place of each count: an answer as it stands in a response, its place where there is an order,
    and then the states that are none."""
    for place in range(len(cell.counts)):
        yield ANSWERED, str(scale.choice(place)), str(place) if scale.level is Level.ORDINAL else ""
    yield from ((state, "", "") for state in _STATES)
