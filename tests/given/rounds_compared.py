"""Two rounds set against each other in a line, for the tests of what moved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from questionnaires import Response
from scoring import tally
from scoring.comparison.rounds import Movement, QuestionMovement, movement
from tests.given.builders import Voices, small, voices

TEAMS: Final = ("endpoint", "operations", "security", "network")

Said = Mapping[str, Voices]
"""By facet what each team says."""


def since(earlier: list[Response], later: list[Response]) -> Movement:
    """What moved between the responses of two rounds to the small questionnaire."""
    return movement(small(), tally(small(), earlier), tally(small(), later), 1)


def moved(question: str, before: Said, after: Said) -> QuestionMovement:
    """How the one question moved that is answered in these rounds."""
    (item,) = since(voices(question, **before), voices(question, **after)).questions
    return item


def said(facet: str, *choices: int | str | None) -> Said:
    """One answer for each team in their order; None for a team that gives none."""
    return {facet: {team: choice for team, choice in zip(TEAMS, choices, strict=False) if choice is not None}}
