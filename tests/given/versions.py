"""Versions of the small questionnaire that differ in one place from today's."""

from __future__ import annotations

from functools import cache
from typing import Final

from questionnaires import Answer, Questionnaire, Response
from questionnaires.loading import assemble
from tests.given.builders import SMALL
from tests.given.rounds import in_round


@cache
def version(old: str, new: str) -> Questionnaire:
    """The small questionnaire with one piece replaced, which must stand in it exactly once."""
    text = SMALL.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the small questionnaire"
    return assemble([("small.toml", text.replace(old, new).encode())])


OTHER_TEXT: Final = version('text = "Who pauses?"', 'text = "Who pause?"')
OTHER_LADDER: Final = version('key = "five"', 'key = "top"')
OTHER_BASIS: Final = version('key = "judgement"', 'key = "habit"')
OTHER_NAME: Final = version('id = "risk.attitude"', 'id = "risk.posture"')

SAID: Final = {
    "ownership.pause": Answer(owner="network", note="Since May."),
    "control.release": Answer(needed=4, basis="law", wanted=2, flag=True),
    "risk.soak": Answer(position="dont_know"),
}


def begun(questionnaire: Questionnaire, answers: dict[str, Answer] | None = None) -> Response:
    """What somebody of endpoint has answered so far, to this version."""
    said = SAID if answers is None else answers
    return in_round(1, "endpoint", said, questionnaire=questionnaire, completed=False)
