"""Titles in a narrow column: shortened, and still told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MARK: Final = "…"


def shortened(titles: Sequence[str], width: int) -> list[str]:
    """Each title in at most `width` characters; what had to be shortened says so, and no two become the same.

    Cut after a word if that tells them apart, else anywhere, else in the middle; numbered where nothing else helps.
    """
    for cut in (_after_a_word, _at_the_end, _in_the_middle):
        found = [title if len(title) <= width else cut(title, width) for title in titles]
        if len(set(found)) == len(set(titles)):
            return found
    return [
        title if len(title) <= width else _at_the_end(title, width - len(str(place))) + str(place)
        for place, title in enumerate(titles, start=1)
    ]


def _at_the_end(title: str, width: int) -> str:
    return title[: width - 1].rstrip() + MARK


def _after_a_word(title: str, width: int) -> str:
    """After the last word that fits; a first word that does not fit is cut as well."""
    words = title[:width].rpartition(" ")[0].rstrip(" ,:;–-")
    return words + MARK if words else _at_the_end(title, width)


def _in_the_middle(title: str, width: int) -> str:
    end = (width - 1) // 2
    return title[: width - 1 - end].rstrip() + MARK + title[-end:].lstrip()
