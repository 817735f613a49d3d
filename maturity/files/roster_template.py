"""The roster to fill in: an entry for each team, none of which counts until somebody takes its # away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from questionnaires import Questionnaire
from questionnaires.parts import Team
from questionnaires.words import SCHEMA, FileKind


def roster_template(questionnaire: Questionnaire, number: int, until: dt.date | None, example: dt.date) -> str:
    """A file to fill in for a round. It names nobody yet; without a last day, `example` shows how one is written."""
    lines = [
        f'kind = "{FileKind.ROSTER}"',
        f"schema = {SCHEMA}",
        "",
        "# Whom you ask to answer. A line that begins with # does not count: for each team that you ask, take the #",
        "# away from [[asked]], team and people, and say how many you ask. Leave the other teams as they are.",
        "# Answers are never matched to anybody here, and labels never leave this file.",
        "",
        f"round = {number}" if number > 1 else "# round = 1",
        f"until = {until}" if until else f"# until = {example}    # the last day on which you wait for answers",
    ]
    for team in questionnaire.teams:
        lines += ["", *_entry(team, example)]
    return "\n".join(lines) + "\n"


def _entry(team: Team, example: dt.date) -> Iterator[str]:
    yield f"# {team.label}: {team.about}"
    yield "# [[asked]]"
    yield f'# team = "{team.id}"'
    yield "# people = 1"
    yield '# labels = ["Anna", "Night shift"]    # in place of people, if you like'
    yield f"# until = {example}    # only where this team has another day"
