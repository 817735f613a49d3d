"""Single words, and how several stand in a row: what every sentence is made of."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from questionnaires.words import Facet

FACET_WORDS: Final = {
    Facet.OWNER: "owner",
    Facet.NEEDED: "control needed",
    Facet.WANTED: "control wanted",
    Facet.BASIS: "basis",
    Facet.POSITION: "answer",
    Facet.TODAY: "today",
    Facet.IN_12_MONTHS: "in 12 months",
    Facet.IN_24_MONTHS: "in 24 months",
    Facet.STATUS: "status",
}


def listed(words: Iterable[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def counted(some: int, teams: int) -> str:
    """How many of the teams that answered: `all 3 teams that answered`, `both …`, `the one …`, `2 of 3 teams`."""
    if some < teams:
        return f"{some} of {teams} teams"
    which = {1: "the one team", 2: "both teams"}.get(teams, f"all {teams} teams")
    return f"{which} that answered"


def number(value: Fraction) -> str:
    """A number with at most one decimal."""
    # Half a tenth goes up, exactly: a float would round 0.25 to the even neighbour.
    tenths = math.floor(10 * value + Fraction(1, 2))
    return f"{tenths / 10:.1f}".removesuffix(".0")


def steps(value: Fraction) -> str:
    """A number of scale points with at most one decimal: screens and texts call them steps."""
    rounded = number(value)
    return f"{rounded} {'step' if rounded == '1' else 'steps'}"


def where_words(facet: Facet) -> str:
    """The facet a sentence is about; a question with one answer needs no such words."""
    if facet is Facet.POSITION:
        return ""
    is_a_time = facet in (Facet.TODAY, Facet.IN_12_MONTHS, Facet.IN_24_MONTHS)
    return f" {FACET_WORDS[facet]}" if is_a_time else f" on {FACET_WORDS[facet]}"
