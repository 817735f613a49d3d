"""What a team's answer to a question is in one square: a sign that tells the states without an answer apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from maturity.pictures.codes import codes
from maturity.pictures.glyphs import GLYPHS, WORDS
from maturity.pictures.shapes import Head, Ink, Key, Line, Square
from maturity.results.model import Results
from maturity.results.questions import QuestionResults, TeamAnswers
from maturity.results.values import Band
from questionnaires.words import Kind

INKS: Final = {band: Ink(band.value) for band in Band}
TORN: Final = "◇"
"""Stands before the ends of a team without a common position, and before owners that a team names equally often."""
NOT_ASKED: Final = Square("–", "not asked", Ink.QUIET)
NO_ANSWER: Final = Square("□", "no answer", Ink.QUIET)
DONT_KNOW: Final = Square("?", "don't know", Ink.QUIET)
NOT_APPLICABLE: Final = Square("n/a", "does not apply", Ink.QUIET)
STATUSES: Final = ("●", "◐", "○")
"""Met, partly met, not met: the options of every scale of this kind, in order."""

SECTION: Final = "section:"
"""Stands before the id of a section where a row is about it, and not about a question."""
NOTHING_ASKED: Final = "Nobody has answered anything yet, so there is nothing to compare."

LEVELS: Final = tuple(Key(GLYPHS[band], WORDS[band], INKS[band]) for band in Band)
STATES: Final = tuple(Key(one.sign, one.says, one.ink) for one in (DONT_KNOW, NOT_APPLICABLE, NO_ANSWER, NOT_ASKED))
TORN_KEY: Final = Key(TORN, "no common position", Ink.QUIET)


def team_heads(results: Results) -> tuple[Head, ...]:
    """A column for every team that answered."""
    names = codes(results)
    return tuple(Head(names[team.id], team.name) for team in results.team)


def team_keys(results: Results) -> tuple[Key, ...]:
    """What the codes of the teams that answered stand for."""
    return tuple(Key(head.code, head.title) for head in team_heads(results))


def owner_keys(results: Results, items: Iterable[QuestionResults], owners: Mapping[str, str]) -> tuple[Key, ...]:
    """What the codes of the teams that answered, and of everyone whom they name, stand for."""
    names = results.questionnaire.teams | {team.id: team.name for team in results.team}
    seen = {team.id for team in results.team}
    for item in items:
        labels = zip(item.keys, item.scale, strict=False)
        names |= {key: label for key, label in labels if item.kind is Kind.OWNERSHIP and key not in names}
        seen |= {owner for some in item.named.values() for owner in some}
    return tuple(Key(code, names.get(owner, owner)) for owner, code in owners.items() if owner in seen)


def entries_of(item: QuestionResults, team: str) -> list[TeamAnswers]:
    """What a team answered, facet by facet; empty where it was not asked."""
    return [entry for _, entry in item.answers_of(team)]


def state(entries: Sequence[TeamAnswers]) -> Square | None:
    """Why there is no answer; None where there is one."""
    if not entries:
        return NOT_ASKED
    if any(entry.answered for entry in entries):
        return None
    if any(entry.dont_know for entry in entries):
        return DONT_KNOW
    return NOT_APPLICABLE if any(entry.not_applicable for entry in entries) else NO_ANSWER


def team_square(item: QuestionResults, team: str, owners: Mapping[str, str]) -> Square:
    """A team's answer, and how far it is from the others; `owners` are the codes of those who can own a task."""
    entries = entries_of(item, team)
    if (missing := state(entries)) is not None:
        return missing
    if not item.is_ordered:
        return _unordered(furthest(entry.level for entry in entries), named(item, team, owners))
    answer = _positions(item, entries)
    if any(entry.ends for entry in entries):
        return Square(f"{TORN}{answer}", "no common position", Ink.QUIET)
    return levelled(answer, furthest(entry.level for entry in entries))


def levelled(answer: str, level: Band | None) -> Square:
    """An answer behind the sign of its distance; without one where there is nobody to be far from."""
    return Square(f"{GLYPHS[level]}{answer}", WORDS[level], INKS[level]) if level else Square(answer, "not compared")


def furthest(levels: Iterable[Band | None]) -> Band | None:
    """The band that is furthest apart; None where none is known."""
    order = list(Band)
    return max((level for level in levels if level), key=order.index, default=None)


def _unordered(level: Band | None, answers: Sequence[str]) -> Square:
    if len(answers) > 1:
        return Square(f"{TORN}{tied(answers)}", "no common position", Ink.QUIET)
    return levelled(answers[0], level)


def tied(answers: Sequence[str]) -> str:
    """Answers that are given equally often: three by name, of more two and how many others."""
    shown = answers if len(answers) <= 3 else [*answers[:2], f"+{len(answers) - 2}"]
    return "/".join(shown)


def named(item: QuestionResults, team: str, owners: Mapping[str, str]) -> list[str]:
    """What most people of a team say on a scale without an order, several when tied: codes of owners, or signs."""
    if item.kind is Kind.OWNERSHIP and team in item.named:
        return [owners.get(owner, owner) for owner in item.named[team]] or [NO_ANSWER.sign]
    entry = next(entry for entry in entries_of(item, team) if entry.answered)
    places = [place for place, count in enumerate(entry.counts) if count and count == max(entry.counts)]
    if item.kind is Kind.PREREQUISITE and len(entry.counts) == len(STATUSES):
        return [STATUSES[place] for place in places]
    return [str(place) for place in places]


def _positions(item: QuestionResults, entries: Iterable[TeamAnswers]) -> str:
    joint = {Kind.CONTROL: "/", Kind.TRAJECTORY: "→"}.get(item.kind, " ")
    return joint.join(_position(item, entry) for entry in entries)


def _position(item: QuestionResults, entry: TeamAnswers) -> str:
    if entry.ends is not None:
        low, high = (_amount(item, place) for place in entry.ends)
        return f"{low.removesuffix('%') if high.endswith('%') else low}–{high}"
    view = entry.view
    if view is None:
        return NOT_ASKED.sign
    return _amount(item, int(view)) if view == int(view) else short(view) if not item.values else _between(item, view)


def _between(item: QuestionResults, view: float) -> str:
    """Between two quantities: both of them, since no option stands for what lies between."""
    return f"{_amount(item, int(view))}…{_amount(item, int(view) + 1)}"


def _amount(item: QuestionResults, place: int) -> str:
    """An option as a number: the quantity that it stands for, else its place on the scale."""
    if place >= len(item.values):
        return str(place)
    return f"{item.values[place]:g}{'%' if item.unit == '%' else ''}"


def short(value: float | None) -> str:
    """A position in as few cells as possible: `3`, `2½`."""
    if value is None:
        return NOT_ASKED.sign
    whole, half = divmod(value, 1)
    return f"{int(whole) or ('0' if not half else '')}{'½' if half else ''}"


def label(item: QuestionResults) -> str:
    """The title of a question, with the unit of its answers where nothing else says it."""
    unit = item.unit
    if not unit or unit == "%" or not item.values or unit.split()[0].lower() in item.title.lower():
        return item.title
    return f"{item.title}, {unit}"


def told(item: QuestionResults, team: str) -> str:
    """A team's answer in words, with its counts and how far it is from the others: for a table."""
    entries = entries_of(item, team)
    missing = state(entries)
    if not entries:
        return NOT_ASKED.says
    words = missing.says if missing else item.answers.get(team) or _positions(item, entries)
    parts = list(_counts(entries))
    level = furthest(entry.level for entry in entries)
    if level and not any(entry.ends for entry in entries):
        parts.append(WORDS[level])
    return f"{words} ({'; '.join(parts)})"


def _counts(entries: Sequence[TeamAnswers]) -> Iterator[str]:
    """How many people are behind it, by the facet with most of each."""
    answered = max(entry.answered for entry in entries)
    yield f"{answered} {'answer' if answered == 1 else 'answers'}"
    for count, words in (
        (max(entry.dont_know for entry in entries), "don't know"),
        (max(entry.not_applicable for entry in entries), "not applicable"),
        (max(entry.unanswered for entry in entries), "without an answer"),
    ):
        if count:
            yield f"{count} {words}"


def used(keys: Iterable[Key], rows: Iterable[Line]) -> tuple[Key, ...]:
    """The lines of a legend whose sign begins any square."""
    signs = [square.sign for row in rows for square in row.squares]
    return tuple(key for key in keys if any(sign.startswith(key.sign) for sign in signs))
