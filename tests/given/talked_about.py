"""Two teams at odds on a question of each kind, for those who talk about it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from questionnaires import Answer
from tests.given.rounds import Answers, handed_in, in_round

AT_ODDS: Final[Mapping[str, Answers]] = {
    "endpoint": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=5, wanted=5),
        "risk.hours_to_stop": Answer(position=0),
        "future.approvals": Answer(today=1, in_12_months=2, in_24_months=5),
        "readiness.licences": Answer(status="met"),
    },
    "operations": {
        "ownership.pause": Answer(owner="operations"),
        "control.release": Answer(needed=1, wanted=1),
        "risk.hours_to_stop": Answer(position=4),
        "future.approvals": Answer(today=1, in_12_months=1, in_24_months=1),
        "readiness.licences": Answer(status="not_met"),
    },
}
"""Of the limit, one team wants more than the service can do."""


def at_odds(folder: Path) -> None:
    """The files of both teams."""
    handed_in(folder, [in_round(1, team, answers) for team, answers in AT_ODDS.items()])


def decisions_in(folder: Path) -> list[dict[str, Any]]:
    """The entries of the file of decisions, as they were written; none where there is no file."""
    path = folder / "decisions.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["decision"] if path.exists() else []
    return found
