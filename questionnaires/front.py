"""The front of the built-in questionnaire: what the first screen needs of it before the questionnaire itself is read.

`python -m tests.given.front` writes `front.json` from the questionnaire; a test holds the two equal. Whoever uses it
looks whether a response names the same fingerprint: then it was answered to what is described here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).with_name("front.json")


@dataclass(frozen=True, slots=True)
class Front:
    """What a questionnaire is called, its teams in their order, and how many questions each is asked at each depth."""

    fingerprint: str
    title: str
    teams: Mapping[str, str]
    """By its id, what a team is called."""
    asked: Mapping[str, Mapping[str, int]]
    """By the id of a team and the word of a depth, how many questions are asked."""


def front() -> Front:
    """The front of the built-in questionnaire."""
    return Front(**json.loads(_FILE.read_bytes()))
