"""How many columns a text takes on a terminal, in any script, and how it is fitted into so many."""

from __future__ import annotations

from typing import Final

from wcwidth import wcswidth, wcwidth

MARK: Final = "…"


def width_of(text: str) -> int:
    """Columns of a terminal; what cannot be printed takes none."""
    whole = wcswidth(text)
    return whole if whole >= 0 else sum(max(0, wcwidth(letter)) for letter in text)


def fitted(text: str, width: int) -> str:
    """The text in exactly so many columns: filled up with blanks, or cut with a mark that says so."""
    taken = width_of(text)
    if taken <= width:
        return text + " " * (width - taken)
    kept = ""
    for letter in text:
        if width_of(kept + letter) > width - 1:
            break
        kept += letter
    return fitted(kept.rstrip() + MARK, width) if width > 0 else ""


def broken(text: str, width: int) -> list[str]:
    """The text in lines of at most so many columns, broken between words, and within one that is longer by itself."""
    lines: list[str] = [""]
    for word in text.split():
        rest = word
        while rest:
            joint = f"{lines[-1]} {rest}" if lines[-1] else rest
            if width_of(joint) <= width:
                lines[-1] = joint
                break
            if lines[-1]:
                lines.append("")
                continue
            piece = _longest_start(rest, width)
            lines[-1], rest = piece, rest[len(piece) :]
            if rest:
                lines.append("")
    return lines


def _longest_start(word: str, width: int) -> str:
    """What fits of a word, at least one character, so that it ends."""
    end = 1
    while end < len(word) and width_of(word[: end + 1]) <= width:
        end += 1
    return word[:end]
