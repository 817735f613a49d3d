"""The two tables on sections as text: how far the teams agree, and how often each stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from maturity.pictures.titles import shortened
from maturity.results.model import Results
from maturity.results.sections import TeamResults

_TITLE: Final = 18
"""Columns of the title of a section, or more for a longer one."""
_COUNTS: Final = 57
"""Columns of the margin, and of the counts beside a title."""
_NAME: Final = 20
"""Columns of the name of a team, which is never longer."""
_STANDING: Final = 11
"""Columns of `14 of 38` below the title of a section, or more for a longer one."""


def agreement_lines(results: Results, width: int) -> Iterator[str]:
    """A line for each section: its questions by how far apart the teams are."""
    titles = shortened([section.title for section in results.section], width - _COUNTS)
    longest = max([_TITLE, *map(len, titles)])
    yield f"  {'':<{longest}} {'aligned':>8} {'close':>8} {'apart':>8} {'far apart':>10}   not comparable"
    for title, section in zip(titles, results.section, strict=True):
        counts = "".join(f"{count:>9}" for count in (section.aligned, section.close, section.apart))
        yield f"  {title:<{longest}}{counts} {section.far_apart:>10}   {section.not_comparable:>8}"


def standing_lines(results: Results, width: int) -> Iterator[str]:
    """A line for each team, below the titles of the sections; several tables where these are too many for one."""
    titles = [*(section.title for section in results.section), "In all"]
    room = width - 2 - _NAME
    size = max(_STANDING, min(max(map(len, titles)) + 2, room // len(titles)))
    headings = shortened(titles, size - 1)
    for first in range(0, len(titles), room // _STANDING):
        shown = slice(first, first + room // _STANDING)
        if first:
            yield ""
        yield f"  {'':<{_NAME}}" + "".join(f"{heading:>{size}}" for heading in headings[shown])
        for team in results.team:
            cells = "".join(f"{standing:>{size}}" for standing in _standings(team)[shown])
            yield f"  {team.name:<{_NAME}.{_NAME}}{cells}"


def _standings(team: TeamResults) -> list[str]:
    """By section and in all, on how many of the questions compared a team stands apart."""
    counts = [(cell.apart, cell.compared) for cell in team.section]
    counts.append((sum(apart for apart, _ in counts), sum(compared for _, compared in counts)))
    return [f"{apart} of {compared}" if compared else "–" for apart, compared in counts]
