"""Makes the front of the built-in questionnaire: `python -m tests.given.front` writes it where it ships."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import questionnaires.front
from maturity.files.documents import json_text
from questionnaires import builtin
from questionnaires.front import Front
from questionnaires.words import Depth


def made() -> str:
    """The front as the questionnaire has it now."""
    whole = builtin()
    teams = {team.id: team.label for team in whole.teams}
    asked = {team: {depth.value: len(whole.asked_of(team, depth)) for depth in Depth} for team in teams}
    return json_text(asdict(Front(whole.fingerprint, whole.head.title, teams, asked)))


def main() -> None:
    """Writes it beside the code that reads it."""
    Path(questionnaires.front.__file__).with_name("front.json").write_text(made(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
