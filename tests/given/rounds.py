"""A second round that takes up what two teams disagreed on in the first, for the tests of every floor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from maturity.files.workspace import file_name, to_bytes
from questionnaires import Answer, Questionnaire, Response
from questionnaires.words import Depth
from tests.given.builders import respond

Answers = Mapping[str, Answer]

FIRST: Final[Mapping[str, Answers]] = {
    "endpoint": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=3, wanted=2),
        "risk.attitude": Answer(position=1),
        "risk.taste": Answer(position=0),
        "risk.soak": Answer(position=2),
    },
    "operations": {
        "ownership.pause": Answer(owner="operations"),
        "control.release": Answer(needed=0, wanted=0),
        "risk.attitude": Answer(position=5),
        "risk.taste": Answer(position=5),
        "risk.soak": Answer(position=2),
    },
    "security": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=3, wanted=3),
        "risk.attitude": Answer(position=5),
        "risk.soak": Answer(position=2),
    },
}
"""Three teams disagree on four questions, one of which security is not asked, and agree on days of watching."""

AGENDA: Final = ("ownership.pause", "control.release", "risk.attitude", "risk.taste")
"""What is on the agenda of the first round, in the order in which it is asked."""

SECOND: Final[Mapping[str, Answers]] = {
    "endpoint": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=3, wanted=2),
        "risk.attitude": Answer(position=2),
        "risk.taste": Answer(position=0),
    },
    "operations": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=1, wanted=1),
        "risk.attitude": Answer(position=5),
        "risk.taste": Answer(position=5),
    },
    "security": {
        "ownership.pause": Answer(owner="endpoint"),
        "control.release": Answer(needed=3, wanted=3),
        "risk.attitude": Answer(position=5),
    },
}
"""Pausing is agreed, releasing and attitude are closer, taste is as it was; nobody is asked about watching."""


def in_round(
    number: int,
    team: str,
    answers: Answers,
    *,
    only: Iterable[str] | None = None,
    respondent: str = "",
    questionnaire: Questionnaire | None = None,
    completed: bool = True,
    depth: Depth = Depth.FULL,
) -> Response:
    """The response of one person in a round; `only` is what that round takes up."""
    name = respondent or f"{team}1"
    response = respond(team, answers, questionnaire=questionnaire, completed=completed, respondent=name, depth=depth)
    who = response.respondent.model_copy(update={"round": number, "only": None if only is None else tuple(only)})
    return response.model_copy(update={"respondent": who})


def first_round() -> list[Response]:
    return [in_round(1, team, answers) for team, answers in FIRST.items()]


def second_round() -> list[Response]:
    return [in_round(2, team, answers, only=AGENDA) for team, answers in SECOND.items()]


def handed_in(folder: Path, responses: Iterable[Response]) -> list[Path]:
    """The files of some responses, in a folder that is made when it is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / file_name(response) for response in responses]
    for path, response in zip(paths, responses, strict=True):
        path.write_bytes(to_bytes(response))
    return paths


def both_rounds(folder: Path) -> Path:
    """A folder with the answers of both rounds."""
    handed_in(folder, [*first_round(), *second_round()])
    return folder
