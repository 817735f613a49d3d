"""Questionnaires, responses and comparisons in a line each, for the tests of every floor."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

from questionnaires import Answer, Choice, Questionnaire, Respondent, Response, reference_to
from questionnaires.loading import assemble
from questionnaires.words import Depth
from scoring import Comparison, QuestionComparison, compare, tally

SMALL: Final = Path(__file__).parent / "small_questionnaire.toml"
HEADER: Final = 'kind = "questionnaire"\nschema = 1\n'
THEN: Final = dt.datetime(2026, 11, 21, 9, 0, tzinfo=dt.UTC)

CONCERNING: Final = """
[[question]]
id = "readiness.reach"
kind = "prerequisite"
title = "Reach"
text = "Every device reaches the service."
help = "It concerns the network first."
scale = "status"
depth = "core"
impact = "high"
reversible = "two-way"
concerns = "network"
sources = ["page"]
"""
"""A prerequisite that concerns one team first, for the small questionnaire."""

Voices = Mapping[str, Choice | Sequence[Choice]]
"""By team, what its one respondent chose, or what its several did."""


@cache
def small(extra: str = "") -> Questionnaire:
    """The small questionnaire, with further tables of TOML text."""
    files = [("small.toml", SMALL.read_bytes())]
    if extra:
        files.append(("extra.toml", (HEADER + extra).encode()))
    return assemble(files)


def criterion(identifier: str, **parts: str) -> str:
    """A candidate for the small questionnaire as TOML text; `parts` replace lines, written as TOML values."""
    lines = {
        "statement": '"Stopped within {threshold}."',
        "priority": '"must"',
        "gate": '"leave_pilot"',
        "when": "{ always = true }",
        "threshold": '{ default = 24, unit = "hours", comparison = "at_most", basis = "ours", sources = ["page"] }',
        "owner": '{ role = "Sponsor" }',
    } | parts
    written = "\n".join(f"{key} = {value}" for key, value in lines.items())
    return f"""
[[criterion]]
id = "{identifier}"
title = "A criterion"
reason = "Because it matters."
evidence = "A list."
sources = ["page"]
measure = {{ numerator = "Hours.", entry = "One thing.", report = "A report.", traps = ["A trap."] }}
{written}
"""


def respond(
    team: str,
    answers: Mapping[str, Answer],
    *,
    questionnaire: Questionnaire | None = None,
    depth: Depth = Depth.FULL,
    completed: bool = False,
    respondent: str = "k7m2",
) -> Response:
    """The response of one person."""
    return Response(
        questionnaire=reference_to(questionnaire or small()),
        respondent=Respondent(
            id=respondent,
            team=team,
            depth=depth,
            started=THEN,
            updated=THEN,
            completed=THEN if completed else None,
        ),
        answers=dict(answers),
    )


def voices(question: str, /, **facets: Voices) -> list[Response]:
    """What people of several teams say on one question, by facet: `needed={"endpoint": 3, "security": [1, 2]}`."""
    return voices_to(small(), question, **facets)


def voices_to(questionnaire: Questionnaire, question: str, /, **facets: Voices) -> list[Response]:
    """The same, to another questionnaire than the small one."""
    people: dict[tuple[str, int], dict[str, Any]] = {}
    for facet, teams in facets.items():
        for team, said in teams.items():
            for place, choice in enumerate([said] if isinstance(said, int | str) else said):
                people.setdefault((team, place), {})[facet] = choice
    return [
        respond(team, {question: Answer(**said)}, questionnaire=questionnaire, respondent=f"{team}{place:04}")
        for (team, place), said in people.items()
    ]


def compared(responses: Iterable[Response], questionnaire: Questionnaire | None = None) -> Comparison:
    """The comparison of these responses."""
    chosen = questionnaire or small()
    return compare(chosen, tally(chosen, responses), 1)


def compared_on(question: str, /, **facets: Voices) -> QuestionComparison:
    """What a comparison says on one question of the small questionnaire."""
    item = compared(voices(question, **facets)).question(question)
    assert item is not None
    return item
