"""A section as a whole: how many questions fall into each band, and who stands apart from whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from questionnaires import Section
from questionnaires.words import Facet
from scoring.comparison.catalogue import column_of
from scoring.comparison.questions import QuestionComparison
from scoring.conventions import BAND_ORDER, Band
from scoring.measures import modes


@dataclass(frozen=True, slots=True)
class Apartness:
    """How often a team stands apart from the others: `apart` of `compared` questions.

    On an ordinal question it does when its position is more than two points from the median of
    the other teams' positions on any facet; on the others, when fewer than half of the other
    teams give the answer that it gives.
    """

    apart: int
    compared: int


@dataclass(frozen=True, slots=True)
class SectionSummary:
    """Counts by column of the agenda table, with what could not be compared; the median gap of the
    ordinal questions; every team's standing; and mean |difference| in points for each pair of teams."""

    section: Section
    columns: Mapping[Band, int]
    not_comparable: int
    median_gap: Fraction | None
    standings: Mapping[str, Apartness]
    distances: Mapping[tuple[str, str], Fraction]

    @property
    def comparable(self) -> int:
        """How many questions have a band."""
        return sum(self.columns.values())


def summarise(section: Section, questions: tuple[QuestionComparison, ...], teams: tuple[str, ...]) -> SectionSummary:
    """The questions of one section taken together; parts stay visible, nothing is averaged into an index."""
    mine = [item for item in questions if item.question.section == section.id]
    columns = dict.fromkeys(BAND_ORDER, 0)
    not_comparable = 0
    for item in mine:
        column = column_for(item) if is_comparable(item) else None
        if column is None:
            not_comparable += 1
        else:
            columns[column] += 1
    gaps = sorted(item.worst.gap for item in mine if item.worst and item.worst.gap is not None)
    middle = None if not gaps else (gaps[(len(gaps) - 1) // 2] + gaps[len(gaps) // 2]) / 2
    standings = {team: _standing(team, mine) for team in teams}
    return SectionSummary(section, columns, not_comparable, middle, standings, _distances(mine, teams))


def is_comparable(item: QuestionComparison) -> bool:
    """Whether at least two teams gave an answer that can be compared."""
    if item.facets:
        return item.worst is not None
    return sum(1 for cell in next(iter(item.cells.values())).values() if cell.answered) >= 2


def column_for(item: QuestionComparison) -> Band | None:
    """The worst column of a question's findings."""
    columns = [column_of(finding.kind, item.question.impact) for finding in item.findings]
    found = [BAND_ORDER.index(column) for column in columns if column is not None]
    return BAND_ORDER[max(found)] if found else None


def stands_apart(item: QuestionComparison, team: str) -> bool | None:
    """Whether a team stands apart from the others on a question; None where that cannot be said."""
    if item.facets:
        verdicts = [distance_from_others(item, team, facet.facet) for facet in item.facets]
        known = [verdict for verdict in verdicts if verdict is not None]
        # As far as what is called apart between two teams.
        return max(known) > 2 if known else None
    cells = next(iter(item.cells.values()))
    others = [modes(cell.counts) for name, cell in cells.items() if name != team and cell.answered]
    mine = modes(cells[team].counts) if team in cells else ()
    if not mine or not others:
        return None
    return 2 * sum(1 for other in others if set(other) & set(mine)) < len(others)


def distance_from_others(item: QuestionComparison, team: str, facet: Facet) -> Fraction | None:
    """Points between a team's position and the median of the other teams' positions."""
    compared = item.facet(facet)
    positions = compared.positions if compared else {}
    others = sorted(value for name, value in positions.items() if name != team)
    if team not in positions or not others:
        return None
    middle = (others[(len(others) - 1) // 2] + others[len(others) // 2]) / 2
    return abs(positions[team] - middle)


def _standing(team: str, questions: list[QuestionComparison]) -> Apartness:
    verdicts = [stands_apart(item, team) for item in questions]
    known = [verdict for verdict in verdicts if verdict is not None]
    return Apartness(sum(known), len(known))


def _distances(questions: list[QuestionComparison], teams: tuple[str, ...]) -> dict[tuple[str, str], Fraction]:
    """Mean |m_t − m_u| in points over the ordinal facets that both teams have a position on."""
    table = {}
    for first, second in combinations(teams, 2):
        steps = [
            abs(facet.positions[first] - facet.positions[second])
            for item in questions
            for facet in item.facets
            if first in facet.positions and second in facet.positions
        ]
        if steps:
            table[first, second] = sum(steps, Fraction(0)) / len(steps)
    return table
