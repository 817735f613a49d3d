"""Short codes of teams, the same in every picture and on every screen: END, OPS, SEC."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Final

from maturity.results.model import Results
from questionnaires.words import Kind

CODE_WIDTH: Final = 3


def codes(results: Results) -> dict[str, str]:
    """By the id of each team its code: the questionnaire's, else one made of its name.

    All teams of the questionnaire have one, whoever has answered, so that a code does not depend on that; and so has a
    team that answered and is not among them.
    """
    asked = results.questionnaire
    teams = asked.teams | {team.id: team.name for team in results.team if team.id not in asked.teams}
    return derived(teams, asked.codes)


def owner_codes(results: Results) -> dict[str, str]:
    """By its key the code of everyone whom a task can be given to: of teams theirs, of others one made of the key."""
    teams = codes(results)
    tasks = (item for item in results.question if item.kind is Kind.OWNERSHIP)
    others = {key: key for item in tasks for keys in (item.keys, *item.named.values()) for key in keys}
    return derived(teams | {key: name for key, name in others.items() if key not in teams}, teams)


def derived(names: Mapping[str, str], given: Mapping[str, str] | None = None) -> dict[str, str]:
    """By id a code of three characters: the one given, of two alike the first, else one made of the name.

    The first letters of the name; where another has them, the first with later letters of its own, then with a number.
    A name without a letter or digit of our alphabet counts as X.
    """
    found: dict[str, str] = {}
    for key, code in (given or {}).items():
        if key in names and code not in found.values():
            found[key] = code
    for key, name in names.items():
        if key not in found:
            found[key] = next(code for code in _candidates(_letters(name)) if code not in found.values())
    return {key: found[key] for key in names}


def _letters(name: str) -> str:
    letters = (letter for letter in name.upper() if letter.isalnum() and letter.isascii())
    return "".join(letters).ljust(CODE_WIDTH, "X")


def _candidates(letters: str) -> Iterator[str]:
    yield from (letters[: CODE_WIDTH - 1] + letter for letter in letters[CODE_WIDTH - 1 :])
    yield from (f"{letters[: CODE_WIDTH - len(str(number))]}{number}" for number in count(2))
