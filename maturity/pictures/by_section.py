"""Sections: how far apart the teams are in each, who stands apart how often, and who is how far from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Final

from maturity.pictures.glyphs import GLYPHS, WORDS
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.signs import NOTHING
from maturity.pictures.squares import INKS, LEVELS, NOTHING_ASKED, SECTION, team_heads, team_keys, used
from maturity.results.model import Results
from maturity.results.sections import SectionResults, TeamResults
from maturity.results.values import Band

_COLUMNS: Final = (*(Head(GLYPHS[band], f"{GLYPHS[band]} {WORDS[band]}") for band in Band),)
_UNCOMPARED: Final = Head(NOTHING, f"{NOTHING} not comparable")


def columns(results: Results) -> Matrix:
    """Sections against aligned, close, apart, far apart and not comparable, and all of them together."""
    counts = [(part, _bands_of(part), part.not_comparable) for part in results.section]
    in_all = Counter[Band]()
    for _, bands, _ in counts:
        in_all.update(bands)
    rest = sum(number for _, _, number in counts)
    rows = [_counted(f"{SECTION}{part.id}", part.title, bands, number) for part, bands, number in counts]
    rows += [_counted("", "In all", in_all, rest)] if rows else []
    total = in_all.total()
    parts = ", ".join(f"{in_all[band]} {WORDS[band]}" for band in Band)
    heads = (*_COLUMNS, _UNCOMPARED)
    return Matrix(
        "columns",
        "How far apart the teams are, by section",
        heads,
        tuple(rows),
        (*LEVELS, Key(NOTHING, "fewer than two teams have an answer", Ink.QUIET)) if rows else (),
        f"Of {total + rest} questions {parts}; {rest} not comparable." if rows else NOTHING_ASKED,
        _sheet("Section", (*WORDS.values(), "not comparable"), rows),
    )


def _bands_of(part: SectionResults) -> Counter[Band]:
    counts = (part.aligned, part.close, part.apart, part.far_apart)
    return Counter(dict(zip(Band, counts, strict=True)))


def _counted(identifier: str, title: str, bands: Counter[Band], rest: int) -> Line:
    squares = (Square(str(bands[band]), "", INKS[band] if bands[band] else Ink.QUIET) for band in Band)
    return Line(identifier, title, (*squares, Square(str(rest), "", Ink.PLAIN if rest else Ink.QUIET)))


def _sheet(first: str, heads: Iterable[str], rows: Iterable[Line]) -> Sheet:
    """The rows of a matrix as they stand, sign and word."""
    told_rows = ((row.label, *(f"{one.sign} {one.says}".rstrip() for one in row.squares)) for row in rows)
    return Sheet((first, *heads), tuple(told_rows))


_HOW_OFTEN: Final = (
    (Fraction(1, 10), Band.ALIGNED, "hardly ever"),
    (Fraction(1, 4), Band.CLOSE, "at times"),
    (Fraction(1, 2), Band.APART, "often"),
    (Fraction(1), Band.FAR_APART, "mostly"),
)
"""Largest share of questions on which a team stands apart, for each level: the number stands beside it."""


def apart(results: Results) -> Matrix:
    """Sections against teams: on how many of how many questions a team stands apart from the others."""
    rows = [
        Line(f"{SECTION}{part.id}", part.title, tuple(_share(*standing) for standing in standings(results, part.id)))
        for part in results.section
        if results.team
    ]
    in_all = standings(results, None)
    rows += [Line("", "In all", tuple(_share(*standing) for standing in in_all))] if rows else []
    keys = tuple(Key(GLYPHS[level], words, INKS[level]) for _, level, words in _HOW_OFTEN)
    counts = zip(results.team, in_all, strict=True)
    said = (f"{team.name} {f'on {some} of {of}' if of else 'cannot be compared'}" for team, (some, of) in counts)
    return Matrix(
        "apart",
        "How often a team stands apart from the others",
        team_heads(results),
        tuple(rows),
        (*used((*keys, Key(NOTHING, "nothing to compare", Ink.QUIET)), rows), *team_keys(results)) if rows else (),
        f"Questions on which a team stands apart: {', '.join(said)}." if rows else NOTHING_ASKED,
        _sheet("Section", (team.name for team in results.team), rows),
    )


def standings(results: Results, section: str | None) -> list[tuple[int, int]]:
    """By team, on how many questions of a section, or of all, it stands apart, and on how many that can be said."""
    found = [[one for one in team.section if section in (None, one.id)] for team in results.team]
    return [(sum(one.apart for one in some), sum(one.compared for one in some)) for some in found]


def _share(some: int, of: int) -> Square:
    if not of:
        return Square(NOTHING, "nothing to compare", Ink.QUIET)
    share = min(Fraction(1), Fraction(some, of))
    level, words = next((level, words) for limit, level, words in _HOW_OFTEN if share <= limit)
    return Square(f"{GLYPHS[level]}{some}/{of}", words, INKS[level])


_STEPS: Final = ((1.0, Band.ALIGNED), (2.0, Band.CLOSE), (3.0, Band.APART), (5.0, Band.FAR_APART))
"""The bands of a gap, for the mean distance of two teams, which is in the same steps."""
_ITSELF: Final = Square("╲", "", Ink.QUIET)
_UNKNOWN_DISTANCE: Final = Square(NOTHING, "no shared answers", Ink.QUIET)


def distances(results: Results, section: str) -> Matrix:
    """Teams against teams: how far they are from each other on average in a section, in steps of its scales."""
    part = next((one for one in results.section if one.id == section), None)
    known = {frozenset(pair.teams): pair.points for pair in part.distance} if part else {}
    shown = [place for place, team in enumerate(results.team) if any(team.id in pair for pair in known)]
    heads, teams = team_heads(results), [results.team[place] for place in shown]
    rows = [Line(one.id, one.name, tuple(_between(one, other, known) for other in teams)) for one in teams]
    unknown = Key(NOTHING, _UNKNOWN_DISTANCE.says, Ink.QUIET)
    return Matrix(
        f"distances-in-{section}",
        f"{part.title if part else section}: who is how far from whom",
        tuple(heads[place] for place in shown),
        tuple(rows),
        (*used((*LEVELS, unknown), rows), *(Key(heads[place].code, heads[place].title) for place in shown)),
        _distances_say(teams, known) if rows else "No two teams have answered the same question with an order here.",
        _sheet("Team", (team.name for team in teams), rows),
    )


def _between(one: TeamResults, other: TeamResults, known: Mapping[frozenset[str], float]) -> Square:
    return _ITSELF if one is other else _distance(known.get(frozenset((one.id, other.id))))


def _distance(points: float | None) -> Square:
    if points is None:
        return _UNKNOWN_DISTANCE
    level = next(band for limit, band in _STEPS if points <= limit)
    return Square(f"{GLYPHS[level]}{points:.1f}", WORDS[level], INKS[level])


def _distances_say(teams: list[TeamResults], known: Mapping[frozenset[str], float]) -> str:
    """How many pairs there are, and which of them lie furthest from each other and nearest."""
    pairs = [
        (points, f"{one.name} and {other.name}")
        for place, one in enumerate(teams)
        for other in teams[place + 1 :]
        if (points := known.get(frozenset((one.id, other.id)))) is not None
    ]
    pairs.sort(key=lambda pair: -pair[0])
    count = f"{len(pairs)} {'pair' if len(pairs) == 1 else 'pairs'} of teams, mean distance in steps"
    if len(pairs) == 1:
        return f"{count}: {pairs[0][1]} {pairs[0][0]:.1f}."
    far, near = pairs[0], pairs[-1]
    return f"{count}: furthest are {far[1]}, {far[0]:.1f}; nearest are {near[1]}, {near[0]:.1f}."
