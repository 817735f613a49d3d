"""Agreement: where the teams stand on every question, and who stands apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from maturity.pictures.by_section import apart, columns, distances, standings
from maturity.pictures.codes import owner_codes
from maturity.pictures.glyphs import GLYPHS, WORDS
from maturity.pictures.room import marked, room_keys, room_mark, settled_square
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.signs import NOTHING
from maturity.pictures.squares import (
    INKS,
    LEVELS,
    NOTHING_ASKED,
    SECTION,
    STATES,
    STATUSES,
    TORN_KEY,
    label,
    owner_keys,
    team_heads,
    team_square,
    told,
    used,
)
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from maturity.results.values import Band
from questionnaires.words import Kind

__all__ = ["VERDICT", "agreement", "apart", "columns", "distances", "verdict"]

VERDICT: Final = Head("verdict", "Verdict", is_told=True)


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
            came_to = settled_square(results, item.id) or verdict(item)
            rows.append(Line(item.id, marked(results, item.id, label(item)), (came_to, *squares)))
    items = [item for group in groups for item in group.items]
    about = f"{groups[0].title}: where the teams stand" if section and groups else "Where the teams stand"
    return Matrix(
        f"agreement-of-{section}" if section else "agreement",
        about,
        (VERDICT, *team_heads(results)),
        tuple(rows),
        _legend(results, rows, items) if rows else (),
        _agreement_says(results, items, section) if rows else _none(results, section),
        Sheet(
            ("Question", "Verdict", *(team.name for team in results.team)),
            tuple(
                (item.title, _told(results, item), *(told(item, team.id) for team in results.team)) for item in items
            ),
        ),
    )


def _legend(results: Results, rows: list[Line], items: list[QuestionResults]) -> tuple[Key, ...]:
    """What the bars mean and what became of a question come first, as a small screen keeps two rows in sight."""
    signs, room = _signs(rows, items), room_keys(results, (item.id for item in items))
    bars = sum(key in LEVELS for key in signs)
    return (*signs[:bars], *room, *signs[bars:], *owner_keys(results, items, owner_codes(results)))


def _told(results: Results, item: QuestionResults) -> str:
    """The verdict for a table, with what became of the question in the room."""
    mark, decided = room_mark(results, item.id), settled_square(results, item.id)
    if mark is None:
        return _verdict_words(item)
    return f"{_verdict_words(item)}; {decided.says if decided else mark.says}"


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
    levels = used((*LEVELS, *STATES, TORN_KEY), rows)
    is_between = any("…" in square.sign for row in rows for square in row.squares)
    between = (Key("24…8", "between two options"),) if is_between else ()
    return (*levels, *(key for kind, key in ways if kind in kinds), *between)


def _status_keys() -> Iterator[Key]:
    yield from (Key(sign, says) for sign, says in zip(STATUSES, ("met", "partly met", "not met"), strict=True))


def _none(results: Results, section: str | None) -> str:
    return "No question of this section was asked of anybody." if section and results.question else NOTHING_ASKED


def _agreement_says(results: Results, items: list[QuestionResults], section: str | None) -> str:
    """How many questions have which verdict, and who stands apart how often."""
    found = Counter(item.verdict.column for item in items if item.verdict and item.verdict.column)
    parts = [f"{found[band]} {WORDS[band]}" for band in Band if found[band]]
    rest = len(items) - found.total()
    parts += [f"{rest} without a verdict"] if rest else []
    bands = f"{len(items)} {'question' if len(items) == 1 else 'questions'}: {', '.join(parts)}."
    counts = zip(results.team, standings(results, section), strict=True)
    standing = [f"{team.name} on {some} of {of}" for team, (some, of) in counts if of]
    return f"{bands} Apart or far apart from the others: {', '.join(standing)}." if standing else bands
