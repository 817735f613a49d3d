"""The heat map's tables: which cell says what, and how far from the others it is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from maturity.pictures.glyphs import GLYPHS, NOTHING, WORDS, level_of
from questionnaires import label
from questionnaires.words import FindingKind, Kind
from scoring import Comparison, QuestionComparison
from scoring.comparison.catalogue import column_of
from scoring.comparison.facets import TeamFacet
from scoring.comparison.sections import column_for, distance_from_others, is_comparable, stands_apart
from scoring.comparison.thresholds import stricter_option
from scoring.conventions import BAND_ORDER, Band
from scoring.counts.tally import Distribution
from scoring.wording.findings import FINDING_WORDS


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, glyph included, and its level, which gives the colour."""

    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. A heading has a label and no cells; the id names what the row is about."""

    id: str
    label: str
    cells: tuple[Cell, ...] = ()

    @property
    def is_heading(self) -> bool:
        return not self.cells


@dataclass(frozen=True, slots=True)
class Table:
    """Column headings with their widths, and the rows."""

    columns: tuple[tuple[str, int], ...]
    rows: tuple[Row, ...]
    label_width: int = 30


SECTION_PREFIX: Final = "section:"
_ROOMY: Final = 100
"""From this width on every finding fits in words."""

_SHARES: Final = (Fraction(1, 10), Fraction(1, 4), Fraction(1, 2), Fraction(1))
"""Largest share of questions on which a team stands apart, for each level: the number stands beside it."""


def overview(comparison: Comparison, width: int) -> Table:
    """Sections × teams, then every question × teams."""
    rows = [Row("", "How often a team stands apart from the others")]
    for summary in comparison.sections:
        cells = [Cell(" ".join(f"{summary.columns[column]}{GLYPHS[column]}" for column in BAND_ORDER), "plain")]
        for team in comparison.teams:
            standing = summary.standings[team]
            cells.append(_share(standing.apart, standing.compared))
        rows.append(Row(f"{SECTION_PREFIX}{summary.section.id}", summary.section.title, tuple(cells)))
    rows.append(_in_all(comparison))
    for summary in comparison.sections:
        rows.append(Row("", ""))
        rows += section_rows(comparison, summary.section.id)
    return Table(_columns(comparison, width), tuple(rows), _label_width(comparison, width))


def _in_all(comparison: Comparison) -> Row:
    """The sections added up."""
    columns = {column: sum(summary.columns[column] for summary in comparison.sections) for column in BAND_ORDER}
    cells = [Cell(" ".join(f"{count}{GLYPHS[column]}" for column, count in columns.items()), "plain")]
    for team in comparison.teams:
        standings = [summary.standings[team] for summary in comparison.sections]
        cells.append(_share(sum(one.apart for one in standings), sum(one.compared for one in standings)))
    return Row("", "In all", tuple(cells))


def section(comparison: Comparison, identifier: str, width: int) -> Table:
    """The questions of one section × teams."""
    return Table(
        _columns(comparison, width), tuple(section_rows(comparison, identifier)), _label_width(comparison, width)
    )


def section_rows(comparison: Comparison, identifier: str) -> list[Row]:
    """A heading, and a row for each question that anybody was asked."""
    title = comparison.questionnaire.section_by_id[identifier]
    rows = [Row("", f"{title.title}: {title.question}")]
    for item in comparison.questions:
        if item.question.section == identifier:
            cells = (verdict(item), *(team_cell(comparison, item, team) for team in comparison.teams))
            rows.append(Row(item.question.id, item.question.title, cells))
    return rows


def _columns(comparison: Comparison, width: int) -> tuple[tuple[str, int], ...]:
    teams = len(comparison.teams)
    verdict_width = _verdict_width(width)
    room = max(9, min(18, (width - 2 - _label_width(comparison, width) - verdict_width) // max(1, teams)))
    return (("verdict", verdict_width), *((comparison.label(team), room) for team in comparison.teams))


def _label_width(comparison: Comparison, width: int) -> int:
    return max(25, min(38, width - 2 - _verdict_width(width) - 10 * len(comparison.teams)))


def _verdict_width(width: int) -> int:
    return 16 if width < _ROOMY else 23


def verdict(item: QuestionComparison) -> Cell:
    """The one word that stands for a question: its worst finding."""
    column = column_for(item)
    if column is None or not (is_comparable(item) or column is not Band.ALIGNED):
        return Cell(f"{NOTHING} {_short(item)}", "quiet")
    worst = next(
        (finding for finding in item.findings if _takes(finding.kind, item, column) and finding.kind not in _BANDS),
        None,
    )
    word = FINDING_WORDS[worst.kind] if worst else WORDS[column]
    return Cell(f"{GLYPHS[column]} {word}", column.value)


_BANDS: Final = frozenset({FindingKind.ALIGNED, FindingKind.CLOSE, FindingKind.APART, FindingKind.FAR_APART})


def _takes(kind: FindingKind, item: QuestionComparison, column: Band) -> bool:
    return column_of(kind, item.question.impact) is column


def _short(item: QuestionComparison) -> str:
    for kind in (FindingKind.NO_COMMON_POSITION, FindingKind.UNKNOWN, FindingKind.NOT_COMPARABLE):
        if kind in item.kinds:
            return FINDING_WORDS[kind] if kind is not FindingKind.NOT_COMPARABLE else "one team only"
    return ""


def team_cell(comparison: Comparison, item: QuestionComparison, team: str) -> Cell:
    """What a team answered, and how far that is from the other teams."""
    cells = {facet: teams[team] for facet, teams in item.cells.items() if team in teams}
    if not cells:
        return Cell("not asked", "quiet")
    if not any(cell.answered for cell in cells.values()):
        return Cell(_state(list(cells.values())), "quiet")
    if item.facets:
        return _ordinal_cell(comparison, item, team)
    cell = next(iter(cells.values()))
    apart = stands_apart(item, team)
    column = None if apart is None else (Band.FAR_APART if apart else Band.ALIGNED)
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    most = max(cell.counts)
    named = [label(scale, scale.choice(place)) for place, n in enumerate(cell.counts) if n == most]
    words = "/".join(named)
    if len(named) > 1:
        return Cell(f"? {words}", "quiet")
    return Cell(f"{GLYPHS[column] if column else ' '} {words}", column.value if column else "plain")


def _ordinal_cell(comparison: Comparison, item: QuestionComparison, team: str) -> Cell:
    distances = [distance_from_others(item, team, facet.facet) for facet in item.facets]
    known = [value for value in distances if value is not None]
    column = level_of(max(known) if known else None)
    entries = [facet.team(team) for facet in item.facets]
    text = _positions(comparison, item, [entry for entry in entries if entry is not None])
    torn = any(entry is not None and entry.position is not None and not entry.has_common_position for entry in entries)
    glyph = "?" if torn else (GLYPHS[column] if column else " ")
    return Cell(f"{glyph} {text}", column.value if column and not torn else "quiet" if torn else "plain")


def _positions(comparison: Comparison, item: QuestionComparison, entries: list[TeamFacet]) -> str:
    scale = comparison.questionnaire.scale_by_id[item.question.scale]
    if item.question.kind is Kind.POSITION:
        position = _view(entries[0])
        if position is None:
            return NOTHING
        return scale.options[stricter_option(position)].label if scale.is_quantity else short(position)
    joint = {Kind.CONTROL: "/", Kind.TRAJECTORY: "→"}[item.question.kind]
    return joint.join(short(_view(entry)) for entry in entries)


def _view(entry: TeamFacet) -> Fraction | None:
    """A position that is the team's own; the median of a team that is torn is nobody's."""
    return entry.position if entry.has_common_position else None


def short(value: Fraction | None) -> str:
    """A position in as few cells as possible: `3`, `2½`."""
    if value is None:
        return NOTHING
    whole, half = divmod(value, 1)
    return f"{whole or ('0' if not half else '')}{'½' if half else ''}"


def _state(cells: list[Distribution]) -> str:
    if any(cell.dont_know for cell in cells):
        return "don't know"
    return "n/a" if any(cell.not_applicable for cell in cells) else "no answer"


def _share(apart: int, compared: int) -> Cell:
    if not compared:
        return Cell(NOTHING, "quiet")
    share = Fraction(apart, compared)
    column = next(c for limit, c in zip(_SHARES, BAND_ORDER, strict=True) if share <= limit)
    return Cell(f"{GLYPHS[column]} {apart}/{compared}", column.value)
