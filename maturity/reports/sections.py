"""The two tables on sections as text: how far the teams agree, and how often each stands apart."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from maturity.pictures.titles import shortened
from maturity.reports.criteria import wrapped
from maturity.results.model import Results
from maturity.results.sections import TeamResults
from maturity.results.values import Band
from scoring.wording.noise import of_hundred
from scoring.wording.words import listed, number

STANDS_APART: Final = (
    "A team stands apart where its middle answer is more than 2 steps from the median of the other teams' middle "
    "answers, on any of the answers that a question asks for; on owners and prerequisites, where fewer than half of "
    "the other teams answer as it does."
)
"""What the second table counts."""

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


def chance_lines(results: Results, width: int, *, with_table: bool = True) -> Iterator[str]:
    """What agreement is worth with so few teams; then, section by section, gaps beside those of answers at random."""
    if said := " ".join(beware(results)):
        yield from wrapped(said, width)
    found = [(section.title, section.noise) for section in results.section if section.noise]
    if not found or not with_table:
        return
    if results.noise:
        found.append(("In all", results.noise))
    yield ""
    yield from wrapped(
        "By gaps alone, whatever else was found: questions within 1 step, and more than 3 steps apart, each beside "
        "what as many answers at random would give on average.",
        width,
    )
    yield ""
    titles = shortened([title for title, _ in found], width - _COUNTS)
    longest = max([_TITLE, *map(len, titles)])
    yield f"  {'':<{longest}} {'with a gap':>12} {'within 1':>9} {'at random':>10} {'over 3':>8} {'at random':>10}"
    for title, (_, noise) in zip(titles, found, strict=True):
        near = f"{noise.near:>9} {_average(noise.near_at_random):>10}"
        far = f"{noise.far:>8} {_average(noise.far_at_random):>10}"
        yield f"  {title:<{longest}} {noise.questions:>12} {near} {far}"


def _average(value: float) -> str:
    """With one decimal, half of one upwards, as the sentences on the same figures have it."""
    words = number(Fraction(str(value)))
    return words if "." in words else f"{words}.0"


def beware(results: Results) -> Iterator[str]:
    """On how many questions how many teams are compared, and how often chance would align them there; nothing where
    no question has a gap."""
    rows = [row for row in results.chance if row.questions]
    if not rows:
        return
    most, questions = rows[0], sum(row.questions or 0 for row in rows)
    yield "Beware of small numbers."
    yield f"{most.answers} teams are compared on {most.questions} of {questions} questions with a gap;"
    yield f"answers at random would lie within 1 step on {of_hundred(most.chance)} of 100 such."
    for row in rows[1:]:
        yield f"{row.answers} teams are compared on {row.questions}; there on {of_hundred(row.chance)} of 100."


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


def pairs_that_differ(results: Results) -> Iterator[str]:
    """Where only two teams are compared, neither stands apart: each is as far from the other, and they differ."""
    found: dict[tuple[str, ...], list[str]] = {}
    for question in results.question:
        levels = [{entry.id: entry.level for entry in facet.team if entry.level} for facet in question.facet]
        compared = {team for facet in levels for team in facet}
        if len(compared) == 2 and any(set(facet.values()) & {Band.APART, Band.FAR_APART} for facet in levels):
            names = tuple(team.name for team in results.team if team.id in compared)
            found.setdefault(names, []).append(f"“{question.title}”")
    for names, titles in found.items():
        both = "only these two can be compared there, so both count as apart"
        yield f"{listed(names)} differ on {listed(titles)}: {both}."
