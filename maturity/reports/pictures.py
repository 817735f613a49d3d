"""Which pictures a report shows, each of them once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.agreement import agreement, apart, columns
from maturity.pictures.calendar import calendar
from maturity.pictures.exit_criteria import bullets, cycles
from maturity.pictures.of_question import of_question
from maturity.pictures.ownership import ownership
from maturity.pictures.readiness import readiness
from maturity.pictures.shapes import Picture
from maturity.reports.blocks import Block, Heading, Link, Part, Pictured, said
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.results.values import AgendaClass
from questionnaires.words import Kind

_FEW: Final = 4
_FEW_TO_SETTLE: Final = 7


def picture_of(results: Results, item: QuestionResults) -> Picture:
    """The picture of a question, by its kind."""
    return of_question(results, item)


def overview_of(results: Results, kind: Kind) -> Iterator[Picture]:
    """The pictures that show all questions of a kind at once; none of kinds of which each question has its own."""
    if kind is Kind.OWNERSHIP:
        yield ownership(results)
    elif kind is Kind.PREREQUISITE:
        yield readiness(results)
    elif kind is Kind.POSITION:
        yield calendar(results)


def map_of(results: Results, section: str) -> Pictured:
    """Where the teams stand on the questions of a section, which have their table in the appendix."""
    return Pictured(agreement(results, section), Link("All questions", "questions"))


def at_a_glance(results: Results, *, brief: bool = False) -> Part:
    """How far the teams agree, section by section, and how often each stands apart; in brief only where there is room
    for that."""
    blocks: list[Block] = [Pictured(columns(results)), said("Each question counts once, by its worst finding.")]
    first = sum(entry.urgency is AgendaClass.A for entry in results.agenda)
    if not brief or (len(results.team) <= _FEW and first <= _FEW_TO_SETTLE):
        title = "How often a team stands apart from the others"
        blocks += [Heading(3, title, "standing-apart"), Pictured(apart(results))]
    return Part("glance", "How far the teams agree", tuple(blocks))


def of_figures(results: Results) -> Iterator[Picture]:
    """The pilot's figures against their thresholds, and cycle by cycle."""
    yield bullets(results)
    yield cycles(results)
