"""The heat map's tables: which cell says what, and how far from the others it is."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from maturity.pictures.glyphs import GLYPHS, NOTHING
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.sections import SectionResults
from maturity.results.values import Band
from questionnaires.words import Kind


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
        """Whether the line only names what comes below it."""
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


def overview(results: Results, width: int) -> Table:
    """Sections × teams, then every question × teams."""
    rows = [Row("", "How often a team stands apart from the others")]
    for section in results.section:
        cells = [_counted(_bands_of(section))]
        for team in results.team:
            standing = next((one for one in team.section if one.id == section.id), None)
            cells.append(_share(standing.apart, standing.compared) if standing else Cell(NOTHING, "quiet"))
        rows.append(Row(f"{SECTION_PREFIX}{section.id}", section.title, tuple(cells)))
    rows.append(_in_all(results))
    for section in results.section:
        rows.append(Row("", ""))
        rows += section_rows(results, section.id)
    return Table(_columns(results, width), tuple(rows), _label_width(results, width))


def _bands_of(section: SectionResults) -> dict[Band, int]:
    return {
        Band.ALIGNED: section.aligned,
        Band.CLOSE: section.close,
        Band.APART: section.apart,
        Band.FAR_APART: section.far_apart,
    }


def _counted(bands: Mapping[Band, int]) -> Cell:
    return Cell(" ".join(f"{count}{GLYPHS[band]}" for band, count in bands.items()), "plain")


def _in_all(results: Results) -> Row:
    """The sections added up."""
    sections = [_bands_of(section) for section in results.section]
    bands = _counted({band: sum(section[band] for section in sections) for band in Band})
    shares = (
        _share(sum(one.apart for one in team.section), sum(one.compared for one in team.section))
        for team in results.team
    )
    return Row("", "In all", (bands, *shares))


def section(results: Results, identifier: str, width: int) -> Table:
    """The questions of one section × teams."""
    return Table(_columns(results, width), tuple(section_rows(results, identifier)), _label_width(results, width))


def section_rows(results: Results, identifier: str) -> list[Row]:
    """A heading, and a row for each question that anybody was asked."""
    found = next(section for section in results.section if section.id == identifier)
    rows = [Row("", f"{found.title}: {found.question}" if found.question else found.title)]
    for item in results.question:
        if item.section == identifier:
            cells = (verdict(item), *(team_cell(item, team.id) for team in results.team))
            rows.append(Row(item.id, item.title, cells))
    return rows


def _columns(results: Results, width: int) -> tuple[tuple[str, int], ...]:
    verdict_width = _verdict_width(width)
    room = (width - 2 - _label_width(results, width) - verdict_width) // max(1, len(results.team))
    return (("verdict", verdict_width), *((team.name, max(9, min(18, room))) for team in results.team))


def _label_width(results: Results, width: int) -> int:
    return max(25, min(38, width - 2 - _verdict_width(width) - 10 * len(results.team)))


def _verdict_width(width: int) -> int:
    return 16 if width < _ROOMY else 23


def verdict(item: QuestionResults) -> Cell:
    """The one word that stands for a question: its worst finding."""
    found = item.verdict
    if found is None or found.column is None:
        return Cell(f"{NOTHING} {found.says if found else ''}", "quiet")
    return Cell(f"{GLYPHS[found.column]} {found.says}", found.column.value)


def team_cell(item: QuestionResults, team: str) -> Cell:
    """What a team answered, and how far that is from the other teams."""
    entries = [entry for facet in item.facet for entry in facet.team if entry.id == team]
    if not entries:
        return Cell("not asked", "quiet")
    if not any(entry.answered for entry in entries):
        return Cell(_state(entries), "quiet")
    if item.is_ordered:
        return _ordinal_cell(item, entries)
    (entry,) = entries
    most = max(entry.counts)
    named = [option for option, count in zip(item.scale, entry.counts, strict=True) if count == most]
    if len(named) > 1:
        return Cell(f"? {'/'.join(named)}", "quiet")
    return Cell(f"{GLYPHS[entry.level] if entry.level else ' '} {named[0]}", entry.level or "plain")


def _ordinal_cell(item: QuestionResults, entries: list[TeamAnswers]) -> Cell:
    if any(entry.common_position is False for entry in entries):
        return Cell(f"? {_positions(item, entries)}", "quiet")
    level = furthest(entry.level for entry in entries)
    return Cell(f"{GLYPHS[level] if level else ' '} {_positions(item, entries)}", level or "plain")


def furthest(levels: Iterable[Band | None]) -> Band | None:
    """The band that is furthest apart; None where none is known."""
    order = list(Band)
    return max((level for level in levels if level), key=order.index, default=None)


def _positions(item: QuestionResults, entries: list[TeamAnswers]) -> str:
    if item.kind is Kind.POSITION:
        (entry,) = entries
        if entry.ends:
            return _between(item, *entry.ends)
        view = entry.view
        if view is None:
            return NOTHING
        return item.scale[math.ceil(view)] if item.values else short(view)
    joint = {Kind.CONTROL: "/", Kind.TRAJECTORY: "→"}[item.kind]
    return joint.join("–".join(map(str, entry.ends)) if entry.ends else short(entry.view) for entry in entries)


def _between(item: QuestionResults, lowest: int, highest: int) -> str:
    """Both ends of a torn team's answers, of quantities with the unit: `2–5`, `72–4 hours`."""
    if not item.values:
        return f"{lowest}–{highest}"
    low, high = (f"{item.values[place]:g}" for place in (lowest, highest))
    return f"{low}–{high} {item.unit or ''}".rstrip()


def short(value: float | None) -> str:
    """A position in as few cells as possible: `3`, `2½`."""
    if value is None:
        return NOTHING
    whole, half = divmod(value, 1)
    return f"{int(whole) or ('0' if not half else '')}{'½' if half else ''}"


def _state(entries: list[TeamAnswers]) -> str:
    if any(entry.dont_know for entry in entries):
        return "don't know"
    return "n/a" if any(entry.not_applicable for entry in entries) else "no answer"


def _share(apart: int, compared: int) -> Cell:
    if not compared:
        return Cell(NOTHING, "quiet")
    share = Fraction(apart, compared)
    level = next(band for limit, band in zip(_SHARES, Band, strict=True) if share <= limit)
    return Cell(f"{GLYPHS[level]} {apart}/{compared}", level.value)
