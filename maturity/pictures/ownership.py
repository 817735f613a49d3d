"""Ownership: whom each team names for each task, beside what the claims amount to and whose task it is documented."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from maturity.pictures.codes import owner_codes
from maturity.pictures.glyphs import GLYPHS
from maturity.pictures.room import room_keys, settled_square
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.signs import NOTHING
from maturity.pictures.squares import INKS, LEVELS, STATES, TORN_KEY, owner_keys, team_heads, team_square, told, used
from maturity.results.model import Results
from maturity.results.questions import DOCUMENTED, QuestionResults
from maturity.results.values import Band, Boundary
from questionnaires.words import DocumentedOwner, FindingKind, Kind, TaskStatus
from scoring.wording.findings import FINDING_WORDS


class Only(StrEnum):
    """Which tasks are shown."""

    CONTESTED = "contested"
    UNAWARE = "unaware"
    NOBODY = "nobody"
    BOUNDARY = "boundary"


_PATTERNS: Final = {Only.CONTESTED: "contested", Only.UNAWARE: "unaware_owner", Only.NOBODY: "orphan"}
_CROSSED: Final[dict[Boundary | None, str]] = {
    Boundary.CLAIMED: "claimed by us",
    Boundary.EXPECTED: "left to the service",
}
"""What is said where the teams see the line to the service elsewhere than it is documented."""
_ONLY_WORDS: Final = {
    Only.CONTESTED: "claimed by several teams",
    Only.UNAWARE: "given to a team that names another",
    Only.NOBODY: "owned by nobody",
    Only.BOUNDARY: "seen on the other side of the line to the service",
}
_OWNERS: Final = {DocumentedOwner.CUSTOMER: "customer", DocumentedOwner.SERVICE: "service"}
_CLAIMS: Final = Head("claims", "Claims", is_told=True)
_DOCUMENTED: Final = Head("by page", "Documented", is_told=True)
_OTHERWISE: Final = "△"
_OTHER_TASKS: Final = "Other tasks"


def ownership(results: Results, only: Only | None = None) -> Matrix:
    """Every task that was asked, or those of one kind, grouped by the phase of the work."""
    tasks = [item for item in results.question if item.kind is Kind.OWNERSHIP]
    shown = [item for item in tasks if only is None or _is(item, only)]
    owners = owner_codes(results)
    rows = tuple(_rows(results, shown, owners))
    return Matrix(
        f"ownership-{only.value}" if only else "ownership",
        f"Who owns what: {_ONLY_WORDS[only]}" if only else "Who owns what",
        (_CLAIMS, *team_heads(results), _DOCUMENTED),
        rows,
        _legend(results, shown, rows, owners) if rows else (),
        _says(tasks, shown, only),
        Sheet(
            ("Task", "Phase", "Claims", *(team.name for team in results.team), "Documented"),
            tuple(_sheet_row(results, item) for item in shown),
        ),
    )


def _is(item: QuestionResults, only: Only) -> bool:
    return item.boundary in _CROSSED if only is Only.BOUNDARY else item.pattern == _PATTERNS[only]


def _rows(results: Results, shown: list[QuestionResults], owners: dict[str, str]) -> Iterable[Line]:
    """In the order in which the phases begin; without a heading where no task has a phase."""
    phases = dict.fromkeys(item.phase for item in shown)
    for place, phase in enumerate(phases):
        if phase or len(phases) > 1:
            yield Line(f"phase:{place}", phase or _OTHER_TASKS)
        for item in shown:
            if item.phase == phase:
                named = (team_square(item, team.id, owners) for team in results.team)
                yield Line(item.id, item.title, (_pattern(results, item), *named, _documented(item)))


def _pattern(results: Results, item: QuestionResults) -> Square:
    """Whom the room has decided on; else what the claims amount to, with the level that it has on the agenda."""
    if (decided := settled_square(results, item.id)) is not None:
        return decided
    if item.pattern is None:
        return Square(NOTHING, "not compared", Ink.QUIET)
    kind = FindingKind(item.pattern)
    level = results.conventions.agenda.get(kind)
    if isinstance(level, Band):
        return Square(GLYPHS[level], FINDING_WORDS[kind], INKS[level])
    return Square(NOTHING, FINDING_WORDS[kind], Ink.QUIET)


def _documented(item: QuestionResults) -> Square:
    if item.boundary in _CROSSED:
        return Square(_OTHERWISE, _page(item), Ink.APART)
    return Square("", _page(item), Ink.QUIET)


def _page(item: QuestionResults) -> str:
    """Whose task the latest page says it is, with the year of that page."""
    if item.standing is TaskStatus.RETIRED:
        return "no longer done"
    dates = [page.dated for fact in item.fact if fact.title == DOCUMENTED for page in fact.source if page.dated]
    year = f" {dates[-1].year}" if dates else ""
    if item.documented is not None:
        return f"{_OWNERS[item.documented]}{year}"
    return f"nobody marked{year}" if dates else "not documented"


def _legend(
    results: Results, shown: list[QuestionResults], rows: tuple[Line, ...], owners: dict[str, str]
) -> tuple[Key, ...]:
    """The signs in use, and what the codes stand for."""
    otherwise = Key(_OTHERWISE, "the teams see the line to the service elsewhere than it is documented", Ink.APART)
    signs, settled = used((*LEVELS, TORN_KEY, *STATES, otherwise), rows), room_keys(results, (one.id for one in shown))
    return (*signs, *(key for key in settled if key.sign in _signs(rows)), *owner_keys(results, shown, owners))


def _signs(rows: Iterable[Line]) -> set[str]:
    return {square.sign for row in rows for square in row.squares}


def _says(tasks: list[QuestionResults], shown: list[QuestionResults], only: Only | None) -> str:
    if not tasks:
        return "No task was put to anybody, so there is no owner to show."
    if only is not None:
        if not shown:
            return f"None of the {_tasks(len(tasks))} is {_ONLY_WORDS[only]}."
        return f"{len(shown)} of {_tasks(len(tasks))} {'is' if len(shown) == 1 else 'are'} {_ONLY_WORDS[only]}."
    counts = dict.fromkeys(dict.fromkeys(item.pattern for item in tasks), 0)
    for item in tasks:
        counts[item.pattern] += 1
    parts = [f"{FINDING_WORDS[FindingKind(pattern)]} {count}" for pattern, count in counts.items() if pattern]
    parts += [f"not compared {counts[None]}"] if None in counts else []
    crossed = sum(item.boundary in _CROSSED for item in tasks)
    line = f" On {crossed} the teams see the line to the service elsewhere than it is documented." if crossed else ""
    return f"{_tasks(len(tasks))}: {', '.join(parts)}.{line}"


def _tasks(count: int) -> str:
    return f"{count} {'task' if count == 1 else 'tasks'}"


def _sheet_row(results: Results, item: QuestionResults) -> tuple[str, ...]:
    crossed = f": {_CROSSED[item.boundary]}" if item.boundary in _CROSSED else ""
    named = (told(item, team.id) for team in results.team)
    return (item.title, item.phase or "–", _pattern(results, item).says, *named, f"{_page(item)}{crossed}")
