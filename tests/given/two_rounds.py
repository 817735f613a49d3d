"""Two rounds of the built-in questionnaire in a line each, handed in as files and looked at as the program does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from maturity.files.gathering import gather
from maturity.results.model import Results
from maturity.results.movement import MovementResults
from maturity.rounds.round import round_of
from questionnaires import Answer, Response, builtin
from questionnaires.words import Depth
from tests.given.rounds import Answers, handed_in, in_round

OWNER: Final = "ownership.customer_pause"
HOURS: Final = "risk_appetite.hours_to_stop"
BUTTON: Final = "risk_appetite.release_button"
NEED: Final = "control.monthly_release"
LICENCE: Final = "readiness.eligible_licence"

Person = tuple[str, Answers]
"""The team and number of a person, as in "security2", and what they answer."""


def said(question: str, **choice: int | str) -> Answers:
    """The answer to one question."""
    return {question: Answer.model_validate(choice)}


def owners(**named: str) -> dict[str, Answers]:
    """Who names whom as the owner of one task."""
    return {f"{team}1": said(OWNER, owner=owner) for team, owner in named.items()}


def in_core(number: int, people: Mapping[str, Answers], only: Iterable[str] | None = None) -> list[Response]:
    """What these people hand in; each is called by its team and a digit."""
    return [
        in_round(
            number,
            person[:-1],
            answers,
            only=only,
            respondent=f"{person[:6]}{person[-1]}".replace("_", ""),
            questionnaire=builtin(),
            depth=Depth.CORE,
        )
        for person, answers in people.items()
    ]


def second_of(folder: Path, responses: Iterable[Response], *, carrying: bool = True) -> Results:
    """The results of the second round set against the first."""
    handed_in(folder, responses)
    return round_of(gather([folder], builtin()), builtin(), 2, 1, carrying=carrying).results()


def moved_between(
    folder: Path, first: Mapping[str, Answers], second: Mapping[str, Answers], *, carrying: bool = True
) -> MovementResults:
    """What moved between what these people say in the first and in the second round."""
    found = second_of(folder, [*in_core(1, first), *in_core(2, second)], carrying=carrying).movement
    assert found is not None
    return found
