"""Words explained below the part of a text in which they are first used, instead of all of them before it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from maturity.reports.criteria import wrapped

_ENDINGS: Final = "(?:s|es|ed)?"


def explained(parts: Iterable[list[str]], words: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """The lines of all parts; below each the words with their meanings that no part before it has used."""
    waiting = {word: (_names(word), meaning) for word, meaning in words}
    for lines in parts:
        yield from lines
        read = " ".join(" ".join(lines).split())
        used = [word for word, (names, _) in waiting.items() if names.search(read)]
        if used:
            said = " ".join(f"{word}: {waiting.pop(word)[1].rstrip('.')}." for word in used)
            yield from ("", *wrapped(said, width, "  Words  "), "")


def spaced(lines: Iterable[str]) -> Iterator[str]:
    """The same lines, with one empty line wherever several would follow each other."""
    before = ""
    for line in lines:
        if line or before:
            yield line
        before = line


def _names(word: str) -> re.Pattern[str]:
    """Any of the names that an entry explains, `Comfort, exposed`, also in the plural."""
    names = (
        r"\s".join(f"{re.escape(part.rstrip('s'))}{_ENDINGS}" for part in name.split()) for name in word.split(",")
    )
    return re.compile(rf"\b(?:{'|'.join(filter(None, names))})\b", re.IGNORECASE)
