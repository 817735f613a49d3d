"""Readiness: what each team says of each prerequisite, and who can do something about it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from maturity.pictures.agreement import VERDICT, verdict
from maturity.pictures.codes import codes
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from maturity.pictures.signs import NOTHING
from maturity.pictures.squares import (
    DONT_KNOW,
    LEVELS,
    STATES,
    STATUSES,
    TORN,
    entries_of,
    named,
    state,
    team_heads,
    team_keys,
    tied,
    told,
    used,
)
from maturity.results.model import Results
from maturity.results.questions import QuestionResults
from questionnaires.words import Kind

_WORDS: Final = dict(zip(STATUSES, ("met", "partly", "not met"), strict=True))
_INKS: Final = dict(zip(STATUSES, (Ink.ALIGNED, Ink.APART, Ink.FAR_APART), strict=True))
_FIXED_BY: Final = Head("fixed by", "Who can fix it", is_told=True)
_STATUS_KEYS: Final = tuple(Key(sign, word, _INKS[sign]) for sign, word in _WORDS.items())
_UNSURE_KEY: Final = Key("◐?", "most of the team do not know", Ink.QUIET)
_TORN_KEY: Final = Key(TORN, "said equally often within the team", Ink.QUIET)


def readiness(results: Results) -> Matrix:
    """Every prerequisite that was asked, against the teams that answered."""
    items = [item for item in results.question if item.kind is Kind.PREREQUISITE]
    rows = tuple(
        Line(
            item.id,
            item.title,
            (verdict(item), *(_square(item, team.id) for team in results.team), _fixed_by(results, item)),
        )
        for item in items
    )
    unsure = any(square.sign.endswith("?") and square.sign != DONT_KNOW.sign for row in rows for square in row.squares)
    legend = (*used((*LEVELS, *_STATUS_KEYS, _TORN_KEY, *STATES), rows), *((_UNSURE_KEY,) if unsure else ()))
    return Matrix(
        "readiness",
        "Is what the service needs in place?",
        (VERDICT, *team_heads(results), _FIXED_BY),
        rows,
        (*legend, *team_keys(results)) if rows else (),
        _says(items),
        Sheet(
            ("Prerequisite", "Verdict", *(team.name for team in results.team), "Who can fix it"),
            tuple(_sheet_row(results, item) for item in items),
        ),
    )


def _square(item: QuestionResults, team: str) -> Square:
    entries = entries_of(item, team)
    if (missing := state(entries)) is not None:
        return missing
    signs = named(item, team, {})
    unsure = sum(entry.dont_know for entry in entries) > sum(entry.answered for entry in entries)
    sign, words = "?" if unsure else "", ", most don't know" if unsure else ""
    if len(signs) > 1:
        return Square(f"{TORN}{tied(signs)}{sign}", f"said equally often{words}", Ink.QUIET)
    return Square(f"{signs[0]}{sign}", f"{_WORDS.get(signs[0], '')}{words}", _INKS.get(signs[0], Ink.PLAIN))


def _fixed_by(results: Results, item: QuestionResults) -> Square:
    """The team whom it concerns first, and what is not known of its word: others may only suppose."""
    team = item.concerns
    if team is None:
        return Square(NOTHING, "nobody named", Ink.QUIET)
    name = results.team_by_id[team].name if team in results.team_by_id else results.questionnaire.teams.get(team, team)
    if team not in results.team_by_id:
        return Square(codes(results).get(team, ""), f"{name}, not heard", Ink.QUIET)
    missing = state(entries_of(item, team))
    said = f", {missing.says}" if missing else ""
    return Square(codes(results)[team], f"{name}{said}", Ink.QUIET if missing else Ink.PLAIN)


def _says(items: Sequence[QuestionResults]) -> str:
    counts = Counter(item.verdict.says if item.verdict and item.verdict.says else "nothing found" for item in items)
    if not counts:
        return "No prerequisite was put to anybody, so there is nothing to show."
    total = counts.total()
    said = ", ".join(f"{word} {count}" for word, count in counts.items())
    silent = sum(bool(item.concerns and state(entries_of(item, item.concerns))) for item in items)
    unsure = f" On {silent} the team whom it concerns first has no answer." if silent else ""
    return f"{total} {'prerequisite' if total == 1 else 'prerequisites'}: {said}.{unsure}"


def _sheet_row(results: Results, item: QuestionResults) -> tuple[str, ...]:
    said = (told(item, team.id) for team in results.team)
    return (item.title, verdict(item).says, *said, _fixed_by(results, item).says)
