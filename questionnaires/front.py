"""The front of the built-in questionnaire: what the first screen needs of it before the questionnaire itself is read.

`python -m tests.given.front` writes `front.json` from the questionnaire; a test holds the two equal. A response that
begins as it is written here was answered to what is described here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("front.json")


@dataclass(frozen=True, slots=True)
class Front:
    """What a questionnaire is called, its teams in their order, what is asked, and how answers to it are written."""

    title: str
    written: str
    """How the file of a response to it begins, up to who answered."""
    teams: Mapping[str, str]
    """By its id, what a team is called."""
    kinds: Mapping[str, str]
    """By the id of a question, its kind."""
    asked: Mapping[str, Mapping[str, str]]
    """By the id of a team, the questions that it is asked, each with the least depth at which it is."""
    choices: Mapping[str, Sequence[str]]
    """By facet, what may be chosen, as a file writes it."""


def front() -> Front:
    """The front of the built-in questionnaire."""
    return Front(**json.loads(_FILE.read_bytes()))
