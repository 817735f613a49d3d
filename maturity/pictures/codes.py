"""Short codes of teams, the same in every picture and on every screen: END, OPS, SEC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

CODE_WIDTH: Final = 3


def codes(teams: Mapping[str, str]) -> dict[str, str]:
    """By the id of each team of a questionnaire a code of three characters, told apart from those before it.

    The first letters of the name; where another team has them, the first with later letters of its own, then with a
    number. A name without a letter or digit counts as X. All teams of the questionnaire are given, whoever has
    answered, so that a code does not depend on that.
    """
    found: dict[str, str] = {}
    for team, name in teams.items():
        letters = [letter for letter in name.upper() if letter.isalnum() and letter.isascii()] or ["X"]
        found[team] = next(code for code in _candidates(letters) if code not in found.values())
    return found


def _candidates(letters: list[str]) -> Iterator[str]:
    first = "".join(letters)
    yield first[:CODE_WIDTH].ljust(CODE_WIDTH, "X")
    for place in range(2, len(letters)):
        yield f"{first[:2]}{letters[place]}".ljust(CODE_WIDTH, "X")
    yield from (f"{first[: CODE_WIDTH - len(str(number))]}{number}" for number in count(2))
