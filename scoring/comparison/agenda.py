"""What to discuss, from a lookup table: same input, same order, whatever the order of the files."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.comparison.catalogue import CATALOGUE, Listing, column_of
from scoring.comparison.findings import Finding
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.sections import column_for, is_comparable
from scoring.conventions import (
    CLASS_ORDER,
    AgendaClass,
    Band,
    Evidence,
    agenda_class,
    evidence,
)


@dataclass(frozen=True, slots=True)
class AgendaEntry:
    """One question to discuss: its class, and the findings that put it there. `distance` (0..1) and `gap` (points)
    say how far the teams are apart; `fewest` are the answers of the team that gave fewest, of those that gave any."""

    question: str
    agenda_class: AgendaClass
    column: Band
    findings: tuple[Finding, ...]
    distance: Fraction | None
    gap: Fraction | None
    flags: int
    fewest: int


@dataclass(frozen=True, slots=True)
class Agenda:
    """The entries by class, and two lists of their own: teams without a common position, and teams that say
    that a question does not apply to them. `flagged` are the questions that somebody wants discussed."""

    entries: tuple[AgendaEntry, ...]
    no_common_position: tuple[Finding, ...]
    applicability: tuple[Finding, ...]
    flagged: tuple[str, ...]

    @property
    def questions(self) -> frozenset[str]:
        """Every question that is an entry or stands in one of the lists."""
        listed = (*self.no_common_position, *self.applicability)
        return frozenset({entry.question for entry in self.entries} | {finding.question for finding in listed})


def agenda_of(questions: tuple[QuestionComparison, ...]) -> Agenda:
    """The agenda: classes in order; within a class most flags first, then most answers of the team that gave fewest,
    then as the questionnaire asks.

    What hangs on a question comes before these, and is known once criteria are: `scoring.criteria.leverage`.
    """
    entries = [entry for item in questions if (entry := entry_of(item)) is not None]
    entries.sort(key=_order)
    return Agenda(
        tuple(entries),
        _listed(questions, Listing.NO_COMMON_POSITION),
        _listed(questions, Listing.APPLICABILITY),
        tuple(item.question.id for item in questions if item.flags),
    )


def _order(entry: AgendaEntry) -> tuple[int, int, int]:
    # Sorting keeps what is alike as it was: in the questionnaire's order, so that no order of files ever shows.
    return CLASS_ORDER.index(entry.agenda_class), -entry.flags, -entry.fewest


def entry_of(item: QuestionComparison) -> AgendaEntry | None:
    """The entry of one question; None where it needs no talk."""
    question = item.question
    column = column_for(item)
    if column is None or not (is_comparable(item) or _speaks_alone(item)):
        return None
    place = agenda_class(question.impact, question.reversible, column)
    if place is None or (place is AgendaClass.CONFIRM and not _needs_confirming(item)):
        return None
    deciding = tuple(finding for finding in item.findings if column_of(finding.kind, question.impact) is column)
    worst, agreement = item.worst, item.agreement
    apart = worst.distance if worst else (1 - agreement if agreement is not None else None)
    return AgendaEntry(
        question.id,
        place,
        column,
        deciding,
        apart,
        worst.gap if worst else None,
        sum(item.flags.values()),
        item.fewest,
    )


def _speaks_alone(item: QuestionComparison) -> bool:
    return any(CATALOGUE[kind].stands_alone for kind in item.kinds)


def _needs_confirming(item: QuestionComparison) -> bool:
    """Aligned, but on little evidence: a single voice or an indicative team, or a third or more don't know."""
    cells = [cell for teams in item.cells.values() for cell in teams.values()]
    grades = {evidence(cell.answered) for cell in cells if cell.answered}
    if grades & {Evidence.SINGLE_VOICE, Evidence.INDICATIVE}:
        return True
    unsure = sum(cell.dont_know for cell in cells)
    return 3 * unsure >= unsure + sum(cell.answered for cell in cells)


def _listed(questions: tuple[QuestionComparison, ...], listing: Listing) -> tuple[Finding, ...]:
    return tuple(
        finding for item in questions for finding in item.findings if CATALOGUE[finding.kind].listing is listing
    )
