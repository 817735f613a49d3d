"""How sentences are taken apart again: lists of names, places on a scale, numbers, facets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeVar

from questionnaires import Questionnaire, Scale
from questionnaires.words import Facet

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")


class Unreadable(Exception):
    """A text names something that there is not."""


FACETS: Final = {
    "on owner": Facet.OWNER,
    "on control needed": Facet.NEEDED,
    "on control wanted": Facet.WANTED,
    "today": Facet.TODAY,
    "in 12 months": Facet.IN_12_MONTHS,
    "in 24 months": Facet.IN_24_MONTHS,
}
"""The facets in the words of a sentence; a question with one facet needs none."""


def known(named: Mapping[Key, Value], word: Key) -> Value:
    """What a word stands for. Raises Unreadable where it stands for nothing."""
    if word not in named:
        raise Unreadable(str(word))
    return named[word]


def names_in(text: str, last: str = "and") -> list[str]:
    """`a`, `a and b`, `a, b and c`."""
    *first, end = text.split(", ")
    return [*first, *end.split(f" {last} ")]


def listed(names: list[str], last: str = "and") -> str:
    """`a`, `a and b`, `a, b and c`."""
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def teams_in(questionnaire: Questionnaire, text: str, last: str = "and") -> tuple[str, ...]:
    """The teams of a list of labels."""
    by_label = {team.label: team.id for team in questionnaire.teams}
    return tuple(known(by_label, name) for name in names_in(text, last))


def each_team(questionnaire: Questionnaire, text: str, verb: str) -> dict[str, str]:
    """`A needs this, B needs that and C needs another`: by team, what follows the verb."""
    by_label = {team.label: team.id for team in questionnaire.teams}
    labels = "|".join(map(re.escape, by_label))
    _, *pieces = re.split(rf"(?:^|, | and |; )({labels}){re.escape(verb)}", text)
    found = {by_label[label]: said for label, said in zip(pieces[::2], pieces[1::2], strict=True)}
    if 2 * len(found) < len(pieces) or not found:
        raise Unreadable(text)
    return found


def place_in(scale: Scale, text: str) -> Fraction:
    """A place on a scale: an option by number and label, a quantity by its label, or half a place as a number."""
    labels = {
        option.label if scale.is_quantity else f"{place} “{option.label}”": Fraction(place)
        for place, option in enumerate(scale.options)
    }
    for low, high in pairwise(labels):
        if text == f"between {low} and {high}":
            return (labels[low] + labels[high]) / 2
    if text in labels:
        return labels[text]
    if re.fullmatch(r"\d\.5", text):
        return Fraction(text)
    raise Unreadable(text)


def steps_in(text: str) -> Fraction:
    """`1 step`, `2.5 steps`."""
    found = re.fullmatch(r"(\d(?:\.\d)?) steps?", text)
    if found is None or (found[1] == "1") != text.endswith("step"):
        raise Unreadable(text)
    return Fraction(found[1])


def rounded(value: Fraction) -> Fraction:
    """To one digit after the point, half of it upwards."""
    return Fraction((20 * value + 1) // 2, 10)


def ends_in_words(scale: Scale, row: list[int]) -> str:
    """The lowest and the highest answer of a team: `0 to 5`, `72 hours to 4 hours`."""
    return " to ".join(scale.options[place].label if scale.is_quantity else str(place) for place in (row[0], row[-1]))


def number_words(value: Fraction) -> str:
    """With at most one digit after the point."""
    return f"{float(rounded(value)):.1f}".removesuffix(".0")


def clauses_in(text: str) -> list[str]:
    """The parts of a sentence between semicolons."""
    return text.split("; ")


def how_many(text: str) -> tuple[int, int]:
    """`2 of 3 teams`, `both teams that answered`, `all 3 teams that answered`, `the one team that answered`."""
    if text == "both teams that answered":
        return 2, 2
    if text == "the one team that answered":
        return 1, 1
    if found := re.fullmatch(r"all (\d+) teams that answered", text):
        if int(found[1]) > 2:
            return int(found[1]), int(found[1])
    elif (found := re.fullmatch(r"(\d+) of (\d+) teams", text)) and int(found[1]) < int(found[2]):
        return int(found[1]), int(found[2])
    raise Unreadable(text)


COUNT: Final = r"(?:both|all \d+|the one) teams? that answered|\d+ of \d+ teams"
"""A count of teams, as a part of a pattern."""
START: Final = r"(?:Both|All \d+|The one) teams? that answered|\d+ of \d+ teams"
"""The same at the beginning of a sentence."""


def shares_in(text: str) -> dict[str, tuple[int, int, str] | None]:
    """`A, B (1 of 2 people) and C`: by name, the part of the team that it is, where it is not all of it."""
    found: dict[str, tuple[int, int, str] | None] = {}
    for name in names_in(text):
        part = re.fullmatch(r"(.+) \((\d+) of (\d+) (people|answers)\)", name)
        found[part[1] if part else name] = (int(part[2]), int(part[3]), part[4]) if part else None
    return found


def pattern_of(sentence: str) -> re.Pattern[str]:
    """A sentence as a pattern: `{name}` is a part, `{name=one|other}` one of a few, and `[…]` may be missing."""
    written = ""
    for piece in re.split(r"(\{[^}]*\}|\[|\])", sentence):
        if piece.startswith("{"):
            name, _, few = piece[1:-1].partition("=")
            written += f"(?P<{name}>{few or '.+?'})" if name else f"(?:{few})"
        else:
            written += {"[": "(?:", "]": ")?"}.get(piece, re.escape(piece))
    return re.compile(written)
