"""Cells as exports write them, read by what their column holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from questionnaires.export import ExportColumn, Holds
from questionnaires.text import letters_of


@dataclass(frozen=True, slots=True)
class Version:
    """A build: its base build, and the revision where the cell names one."""

    base: int
    revision: int | None


@dataclass(frozen=True, slots=True)
class Release:
    """A month's release: the month, such as "2026-09", and the letter of its week where the cell names one."""

    month: str
    letter: str


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that says something which cannot be read."""

    text: str
    why: str = "cannot be read"


Value = str | int | Decimal | Version | Release | Unread | None
"""What a cell says: a word's id or a text, a day as its ordinal, a number, a build or a release; None for nothing."""

_BUILD: Final = re.compile(r"(?:\d{1,3}\.\d{1,3}\.)?(\d{4,5})(?:\.(\d{1,5}))?", re.ASCII)
_NO_BUILD: Final = re.compile(r"[0.]+")
_RELEASE: Final = re.compile(r"(20\d\d)[.\-/ ](0[1-9]|1[0-2])(?:\s+([A-Za-z]+)\b.*)?", re.ASCII)
_NUMBER: Final = re.compile(
    r"([-+\u2212]?)(\d{1,3}(?:\.\d{3})+(?=,)|\d{1,3}(?:,\d{3})+(?=\.)|\d{1,18})(?:([.,])(\d{1,9}))?",
    re.ASCII,
)


_LONGEST_KEY: Final = 200
"""Characters of a key or a name; what is longer is none, and would be kept for nothing."""
_ZEROS: Final = frozenset("0" * length for length in range(1, _LONGEST_KEY + 1))
_SMALL: Final = bytes(range(256)).lower()
_OTHERS: Final = bytes(one for one in range(128) if not (chr(one).isalnum() or chr(one) == "\n"))
"""What is neither a letter nor a digit in ASCII, and parts no cells."""


def key_of(text: str) -> str:
    """What tells one from another, by its letters and digits; empty where a cell has none, or zeros only."""
    if len(text) > _LONGEST_KEY:
        return ""
    key = text.replace("-", "").lower()
    if not key.isalnum():
        key = "".join(letter for letter in key if letter.isalnum())
    return key if key.strip("0") else ""


def keys_of(cells: Sequence[str]) -> list[str]:
    """The same of many cells."""
    keys = _at_once(cells)
    if keys is None:
        return list(map(key_of, cells))
    return keys if _ZEROS.isdisjoint(keys) else ["" if key in _ZEROS else key for key in keys]


def names_of(cells: Sequence[str]) -> list[str]:
    """What tells one name from another; empty where a cell has none."""
    names = _at_once(cells)
    return names if names is not None and "" not in names else list(map(_name, cells))


def _name(cell: str) -> str:
    return letters_of(text) if (text := cell.strip()) and len(text) <= _LONGEST_KEY else ""


def _at_once(cells: Sequence[str]) -> list[str] | None:
    """The small letters and digits of each cell; None where cells have to be looked at one by one."""
    if max(map(len, cells), default=0) > _LONGEST_KEY or not (text := "\n".join(cells)).isascii():
        return None
    found = text.encode().translate(_SMALL, _OTHERS).decode().split("\n")
    return found if len(found) == len(cells) else None  # a cell may hold a line break


def reader(column: ExportColumn) -> Callable[[str], Value]:
    """What reads the cells of this column: everything but days, which the whole column decides."""
    if column.holds is Holds.WORD:
        written = {letters_of(form): word for word, forms in column.words.items() for form in forms}
        return lambda text: _word(written, text)
    return _READERS[column.holds]


def _word(written: dict[str, str], text: str) -> Value:
    text = text.strip()
    return (written.get(letters_of(text)) or Unread(text)) if text else None


def _text(text: str) -> Value:
    return text.strip() or None


def _key(text: str) -> Value:
    return key_of(text) or None


def _build(text: str) -> Value:
    text = text.strip()
    if not text or _NO_BUILD.fullmatch(text):
        return None
    found = _BUILD.fullmatch(text)
    if found is None:
        return Unread(text)
    return Version(int(found[1]), None if found[2] is None else int(found[2]))


def _release(text: str) -> Value:
    text = text.strip()
    if not text:
        return None
    found = _RELEASE.fullmatch(text)
    return Unread(text) if found is None else Release(f"{found[1]}-{found[2]}", (found[3] or "").upper())


def _number(text: str) -> Value:
    """A number with a point or a comma before its decimals; three digits after a single one may be thousands."""
    text = text.strip().replace("\u00a0", "")
    if not text:
        return None
    found = _NUMBER.fullmatch(text)
    if found is None:
        return Unread(text)
    sign, whole, mark, decimals = found.groups()
    if mark and len(decimals) == 3 and whole.isdigit() and len(whole) <= 3 and whole.strip("0"):
        return Unread(text)
    digits = whole.replace(".", "").replace(",", "")
    number = Decimal(f"{digits}.{decimals}" if mark else digits)
    return -number if sign and sign != "+" else number


_READERS: Final[dict[Holds, Callable[[str], Value]]] = {
    Holds.KEY: _key,
    Holds.TEXT: _text,
    Holds.BUILD: _build,
    Holds.RELEASE: _release,
    Holds.NUMBER: _number,
}
