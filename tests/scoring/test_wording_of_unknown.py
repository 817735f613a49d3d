"""Who does not know, and to whom a question does not apply, in plain sentences."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Choice, Response
from questionnaires.words import FindingKind
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, respond, voices

UNKNOWN, CONFLICT = FindingKind.UNKNOWN, FindingKind.APPLICABILITY_CONFLICT
Said = dict[str, Choice | list[Choice]]


def sentence(question: str, kind: FindingKind, people: list[Response]) -> str:
    comparison = compared(people)
    item = comparison.question(question)
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return finding_sentence(comparison, finding)


def test_only_teams_to_which_it_does_not_apply_are_told_beside_those_that_do_not_know() -> None:
    people = voices(
        "risk.attitude", position={"endpoint": "dont_know", "operations": "dont_know", "security": "not_applicable"}
    )
    # Network has left it open.
    people.append(respond("network", {"risk.soak": Answer(position=1)}))
    assert sentence("risk.attitude", UNKNOWN, people) == (
        "Mostly unknown: 2 of 2 teams do not know: Endpoint and Operations; Security says that it does not apply."
    )


def test_several_teams_to_which_it_does_not_apply_say_so_together() -> None:
    said: Said = {"endpoint": "dont_know", "operations": "not_applicable", "security": "not_applicable"}
    assert sentence("risk.attitude", UNKNOWN, voices("risk.attitude", position=said)) == (
        "Mostly unknown: Endpoint does not know; Operations and Security say that it does not apply."
    )


def test_what_does_not_apply_in_part_is_told_of_teams_that_say_nothing_else() -> None:
    """Security finds that one part does not apply, and leaves the other open. Endpoint does not know the other."""
    needed: Said = {"endpoint": "dont_know", "operations": "dont_know", "security": "not_applicable"}
    wanted: Said = {"endpoint": "not_applicable", "operations": "dont_know"}
    assert sentence("control.release", UNKNOWN, voices("control.release", needed=needed, wanted=wanted)) == (
        "Mostly unknown: 2 of 2 teams do not know: Endpoint and Operations; Security says that it does not apply."
    )


@pytest.mark.parametrize(
    ("question", "facets", "says"),
    [
        (
            "ownership.pause",
            {"owner": {"endpoint": "not_applicable", "operations": "operations"}},
            "Endpoint says that this does not apply; Operations answers it.",
        ),
        (
            "control.release",
            {"wanted": {"endpoint": "not_applicable", "operations": 2}},
            "Endpoint says that this does not apply on control wanted; Operations answers it.",
        ),
    ],
)
def test_on_which_part_it_does_not_apply_is_said_of_questions_of_several(
    question: str, facets: dict[str, Said], says: str
) -> None:
    assert sentence(question, CONFLICT, voices(question, **facets)) == says
