"""Adds figures to a file of the pilot's figures: every byte that is there stays, and nothing is written in part."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Final

from maturity.files.adding import add, faulty, follows, parses, patiently, there
from maturity.files.links import is_taken
from maturity.files.saving import NotSavedError, digest
from questionnaires import InvalidFile, clean, name_of, one_line, parse
from questionnaires.actuals import MOST_ENTRIES, Actual, Actuals, actuals_in, inconsistencies
from questionnaires.reading import LARGEST_FILE

ACTUALS_NAME: Final = "actuals.toml"
"""How a file of figures is called that is begun beside the answers."""
_MORE: Final = b"\n[[actual]]\n"


@dataclass(frozen=True, slots=True)
class Appended:
    """What was added, and what was not, as the same figure stands there already."""

    added: tuple[Actual, ...] = ()
    known: tuple[Actual, ...] = ()


@dataclass(frozen=True, slots=True)
class Writing:
    """How figures are added: to a file that begins with `head` where there is none, below comments that name their
    criteria by `titles`.

    `seen` is the digest of the file as somebody looked at it (`digest_of`): one that was changed since is left alone;
    None where nobody did. `fits` is asked of all figures together, and raises InvalidFile or NotSavedError where they
    do not fit the answers.
    """

    head: str
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    seen: str | None = None
    fits: Callable[[Actuals], None] | None = None


def digest_of(path: Path) -> str:
    """What tells two states of the file apart; empty of none. Raises NotSavedError where it cannot be read."""
    return digest(there(path, "")) if is_taken(path) else ""


def append(path: Path, entries: Sequence[Actual], how: Writing, *, within: Path) -> Appended:
    """Adds figures at the end of the file; when it comes back, they are on disk.

    The same figure (criterion, ring, cycle, day, numerator and denominator) is not added a second time. Never waits.
    Raises NotSavedError with the reason, HeldError where somebody else has the file at this moment, and InvalidFile
    where the figures do not fit the answers; then the file is as it was.
    """
    shown = name_of(path)
    result = Appended()

    def with_them(before: bytes) -> bytes:
        nonlocal result
        if how.seen is not None and (digest(before) if is_taken(path) else "") != how.seen:
            raise NotSavedError(f"{shown} was not saved: it was changed since it was read. Look at it again first.")
        was = _before(before, shown)
        result = _told_apart(was, [_as_meant(entry) for entry in entries])
        text = "".join(f"\n{_text_of(entry, how.titles.get(entry.criterion, ''))}" for entry in result.added)
        data = before + (follows(before, text) if text else b"")
        _check(data, before, was, result.added, how, shown)
        return data

    add(path, how.head, with_them, within=within)
    return result


def append_waiting(path: Path, entries: Sequence[Actual], how: Writing, *, within: Path) -> Appended:
    """The same, and waits up to three seconds for a file that is held: for callers that may wait."""
    return patiently(lambda: append(path, entries, how, within=within))


def _before(before: bytes, shown: str) -> Actuals:
    """The figures that are there. Those of a file that is not sound are not added to."""
    try:
        was = actuals_in(parse(before, shown), shown)
    except InvalidFile as error:
        raise faulty(error, shown) from error
    if wrong := next(iter(inconsistencies(was)), None):
        raise NotSavedError(f"{shown} was not saved: {wrong[0]} {wrong[1]}. Correct the file first.")
    return was


def _as_meant(entry: Actual) -> Actual:
    """The entry as it reads back: what could steer a terminal is taken out of its texts."""
    texts = {key: clean(value) for key, value in entry if isinstance(value, str)}
    return Actual.model_validate(entry.model_dump() | texts)


def _told_apart(was: Actuals, entries: Sequence[Actual]) -> Appended:
    """What is new, and what stands there already or twice among them."""
    held = {_figure(entry) for entry in was.actual}
    added: list[Actual] = []
    known: list[Actual] = []
    for entry in entries:
        (known if _figure(entry) in held else added).append(entry)
        held.add(_figure(entry))
    return Appended(tuple(added), tuple(known))


def _figure(entry: Actual) -> tuple[object, ...]:
    """What makes two entries the same figure, whoever took it from wherever."""
    return entry.criterion, entry.ring, entry.cycle, entry.date, entry.numerator, entry.denominator


def _text_of(entry: Actual, title: str) -> str:
    """An entry as it is written, below a comment that says it in words."""
    lines = [f"# {one_line(title)}"] if title else []
    return "".join(f"{line}\n" for line in [*lines, "[[actual]]", *_lines(entry)])


def _lines(entry: Actual) -> Iterator[str]:
    for key in Actual.model_fields:
        value: str | int | Decimal | dt.date | None = getattr(entry, key)
        if value is not None:
            yield f"{key} = {_written(value)}"


def _written(value: str | int | Decimal | dt.date) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)  # JSON's escapes are a part of TOML's
    if isinstance(value, Decimal):
        return str(int(value)) if value == int(value) else f"{value:f}".rstrip("0")
    return str(value)


def _check(data: bytes, before: bytes, was: Actuals, added: Sequence[Actual], how: Writing, shown: str) -> None:
    """What would not read back as it was meant, or does not fit what is there, is not written."""
    try:
        after = actuals_in(parse(data, shown), shown)
    except InvalidFile as error:
        raise _why(data, before, len(was.actual), shown) from error
    if after != was.model_copy(update={"actual": (*was.actual, *added)}):
        raise NotSavedError(f"{shown} was not saved: it would not read back as it was meant.")
    for key, message in inconsistencies(after):
        raise NotSavedError(f"{shown} was not saved: {_named(key, was, added)} {message}.")
    if how.fits is not None:
        how.fits(after)


def _named(key: str, was: Actuals, added: Sequence[Actual]) -> str:
    """What a fault is about, for somebody who does not count entries: `ring of "pause_drill"`."""
    place, _, part = key.removeprefix("actual[").partition("].")
    number = int(place) - len(was.actual) if place.isdecimal() else -1
    return f'{part} of "{added[number].criterion}"' if number >= 0 else key


def _why(data: bytes, before: bytes, number: int, shown: str) -> NotSavedError:
    """Why nothing can be added to a file that is sound: it is written in another form, or is full."""
    if len(data) <= LARGEST_FILE and not parses(before + _MORE):
        return NotSavedError(
            f"{shown} was not saved: it has a list in brackets, actual = […]; write each figure below an [[actual]] of "
            "its own, and try again."
        )
    return NotSavedError(
        f"{shown} was not saved: it is full, with {number} figures of at most {MOST_ENTRIES}; take out those that a "
        "later one replaces."
    )
