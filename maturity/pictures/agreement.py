"""Agreement: where the teams stand on every question, who stands apart, and who is how far from whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from maturity.pictures.codes import owner_codes
from maturity.pictures.glyphs import GLYPHS, NOTHING, WORDS
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.squares import (
    INKS,
    LEVELS,
    STATES,
    STATUSES,
    TORN_KEY,
    label,
    owner_keys,
    team_heads,
    team_keys,
    team_square,
    told,
    used,
)
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.results.sections import SectionResults
from maturity.results.values import Band
from questionnaires.words import Kind

SECTION: Final = "section:"
"""Stands before the id of a section where a row is about it, and not about a question."""
VERDICT: Final = Head("verdict", "Verdict", is_told=True)
_NOTHING_ASKED: Final = "Nobody has answered anything yet, so there is nothing to compare."


@dataclass(frozen=True, slots=True)
class _Group:
    id: str
    title: str
    heading: str
    items: tuple[QuestionResults, ...]


def agreement(results: Results, section: str | None = None) -> Matrix:
    """Every question, or those of one section, against the verdict and the teams that answered."""
    groups = [group for group in _groups(results) if section in (None, group.id) and group.items]
    owners = owner_codes(results)
    rows: list[Line] = []
    for group in groups:
        rows.append(Line(f"{SECTION}{group.id}", group.heading))
        for item in group.items:
            squares = (team_square(item, team.id, owners) for team in results.team)
            rows.append(Line(item.id, label(item), (verdict(item), *squares)))
    items = [item for group in groups for item in group.items]
    about = f"{groups[0].title}: where the teams stand" if section and groups else "Where the teams stand"
    return Matrix(
        f"agreement-{section}" if section else "agreement",
        about,
        (VERDICT, *team_heads(results)),
        tuple(rows),
        (*_signs(rows, items), *owner_keys(results, items, owners)) if rows else (),
        _agreement_says(results, items) if rows else _none(results, section),
        Sheet(
            ("Question", "Verdict", *(team.name for team in results.team)),
            tuple(
                (item.title, _verdict_words(item), *(told(item, team.id) for team in results.team)) for item in items
            ),
        ),
    )


def _groups(results: Results) -> Iterator[_Group]:
    """The sections in order; questions of a section that the file does not describe come last."""
    for part in results.section:
        items = tuple(item for item in results.question if item.section == part.id)
        yield _Group(part.id, part.title, f"{part.title}: {part.question}" if part.question else part.title, items)
    described = {part.id for part in results.section}
    for name in dict.fromkeys(item.section for item in results.question if item.section not in described):
        yield _Group(name, name, name, tuple(item for item in results.question if item.section == name))


def verdict(item: QuestionResults) -> Square:
    """The one word that stands for a question: its worst finding."""
    found = item.verdict
    if found is None or found.column is None:
        return Square(NOTHING, _verdict_words(item), Ink.QUIET)
    return Square(GLYPHS[found.column], found.says, INKS[found.column])


def _verdict_words(item: QuestionResults) -> str:
    return item.verdict.says if item.verdict and item.verdict.says else "nothing found"


def _signs(rows: list[Line], items: Iterable[QuestionResults]) -> tuple[Key, ...]:
    kinds = {item.kind for item in items}
    ways = (
        (Kind.CONTROL, Key("3/4", "needs 3, wants 4")),
        (Kind.TRAJECTORY, Key("1→3→5", "today, in 12 months, in 24 months")),
        *((Kind.PREREQUISITE, key) for key in _status_keys()),
    )
    levels = used((*LEVELS, TORN_KEY, *STATES), rows)
    return (*levels, *(key for kind, key in ways if kind in kinds))


def _status_keys() -> Iterator[Key]:
    yield from (Key(sign, says) for sign, says in zip(STATUSES, ("met", "partly met", "not met"), strict=True))


def _none(results: Results, section: str | None) -> str:
    return "No question of this section was asked of anybody." if section and results.question else _NOTHING_ASKED


def _agreement_says(results: Results, items: list[QuestionResults]) -> str:
    """How many questions have which verdict, and who stands apart how often."""
    found = Counter(item.verdict.column for item in items if item.verdict and item.verdict.column)
    parts = [f"{found[band]} {WORDS[band]}" for band in Band if found[band]]
    rest = len(items) - found.total()
    parts += [f"{rest} without a verdict"] if rest else []
    bands = f"{len(items)} {'question' if len(items) == 1 else 'questions'}: {', '.join(parts)}."
    standing = [f"{team.name} on {_apart_on(items, team.id)}" for team in results.team]
    return f"{bands} Apart or far apart from the others: {', '.join(standing)}." if standing else bands


def _apart_on(items: Iterable[QuestionResults], team: str) -> int:
    return sum(team_square(item, team, {}).ink in (Ink.APART, Ink.FAR_APART) for item in items)


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
        f"Of {total + rest} questions {parts}; {rest} not comparable." if rows else _NOTHING_ASKED,
        _sheet("Section", (*WORDS.values(), "not comparable"), rows),
    )


def _bands_of(part: SectionResults) -> Counter[Band]:
    return Counter(
        {
            Band.ALIGNED: part.aligned,
            Band.CLOSE: part.close,
            Band.APART: part.apart,
            Band.FAR_APART: part.far_apart,
        }
    )


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
        Line(f"{SECTION}{part.id}", part.title, tuple(_share(*standing) for standing in _standings(results, part.id)))
        for part in results.section
        if results.team
    ]
    in_all = _standings(results, None)
    rows += [Line("", "In all", tuple(_share(*standing) for standing in in_all))] if rows else []
    keys = tuple(Key(GLYPHS[level], words, INKS[level]) for _, level, words in _HOW_OFTEN)
    said = (f"{team.name} on {some} of {of}" for team, (some, of) in zip(results.team, in_all, strict=True))
    return Matrix(
        "apart",
        "How often a team stands apart from the others",
        team_heads(results),
        tuple(rows),
        (*used((*keys, Key(NOTHING, "nothing to compare", Ink.QUIET)), rows), *team_keys(results)) if rows else (),
        f"Questions on which a team stands apart: {', '.join(said)}." if rows else _NOTHING_ASKED,
        _sheet("Section", (team.name for team in results.team), rows),
    )


def _standings(results: Results, section: str | None) -> list[tuple[int, int]]:
    """By team, on how many questions of a section, or of all, it stands apart, and on how many that can be said."""
    found = []
    for team in results.team:
        standings = [one for one in team.section if section in (None, one.id)]
        found.append((sum(one.apart for one in standings), sum(one.compared for one in standings)))
    return found


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
    teams = [team for team in results.team if any(team.id in pair for pair in known)]
    heads = tuple(head for head, team in zip(team_heads(results), results.team, strict=True) if team in teams)
    rows = [
        Line(
            one.id,
            one.name,
            tuple(_ITSELF if one is other else _distance(known.get(frozenset((one.id, other.id)))) for other in teams),
        )
        for one in teams
    ]
    return Matrix(
        f"distances-{section}",
        f"{part.title if part else section}: who is how far from whom",
        heads,
        tuple(rows),
        (*used((*LEVELS, Key(NOTHING, _UNKNOWN_DISTANCE.says, Ink.QUIET)), rows), *team_keys(results)) if rows else (),
        _distances_say(results, known) if rows else "No two teams have answered the same question with an order here.",
        _sheet("Team", (team.name for team in teams), rows),
    )


def _distance(points: float | None) -> Square:
    if points is None:
        return _UNKNOWN_DISTANCE
    level = next(band for limit, band in _STEPS if points <= limit)
    return Square(f"{GLYPHS[level]}{points:.1f}", WORDS[level], INKS[level])


def _distances_say(results: Results, known: dict[frozenset[str], float]) -> str:
    """Every pair, the furthest first."""
    names = {team.id: team.name for team in results.team}
    order = sorted(known, key=lambda pair: (-known[pair], sorted(pair)))
    said = (f"{' and '.join(names.get(team, team) for team in sorted(pair))} {known[pair]:.1f}" for pair in order)
    return f"Mean distance in steps, of 5 at most: {', '.join(said)}."
