"""How far apart positions are, wherever torn teams settle, and who moves which way, in plain sentences."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Choice, Response
from questionnaires.words import FindingKind
from scoring.wording.findings import finding_sentence
from tests.given.builders import Voices, compared, respond, voices

F = FindingKind
ATTITUDE, APPROVALS = "risk.attitude", "future.approvals"


def sentence(question: str, kind: FindingKind, people: list[Response]) -> str:
    comparison = compared(people)
    item = comparison.question(question)
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return finding_sentence(comparison, finding)


def test_a_team_that_left_the_question_open_is_none_of_those_that_answered() -> None:
    people = voices(ATTITUDE, position={"endpoint": 3, "security": 3})
    people.append(respond("network", {"risk.soak": Answer(position=1)}))
    assert sentence(ATTITUDE, F.ALIGNED, people) == "Aligned: both teams that answered give the same answer."


def test_a_torn_team_between_the_others_changes_nothing_wherever_it_settles() -> None:
    people = voices(ATTITUDE, position={"endpoint": 0, "security": 5, "network": [1, 4]})
    assert sentence(ATTITUDE, F.FAR_APART, people) == (
        "Far apart: 5 steps between Endpoint (0 “Zero”) and Security (5 “Five”), wherever Network (1 to 4) settles."
    )


@pytest.mark.parametrize(
    ("operations", "says"),
    [
        ([3, 3, 3], "The middle answers are unanimous."),
        ([3, 3, 4], "The middle answers are the same; inside teams people differ."),
        ([2, 3, 4], "The middle answers are the same; inside teams people differ."),
    ],
)
def test_one_other_answer_inside_a_team_is_enough_to_say_that_people_differ(
    operations: list[Choice], says: str
) -> None:
    people = voices(ATTITUDE, position={"endpoint": 3, "operations": operations})
    assert sentence(ATTITUDE, F.UNANIMOUS, people) == says


@pytest.mark.parametrize(
    ("today", "later", "says"),
    [
        ({"endpoint": 1, "security": 2}, {"endpoint": 4, "security": 0}, "Endpoint moves up; Security moves down."),
        (
            {"endpoint": 1, "security": 2, "network": 3},
            {"endpoint": 4, "security": 4, "network": 3},
            "Endpoint and Security move up; Network moves nowhere.",
        ),
    ],
)
def test_only_ways_that_a_team_moves_are_named(today: Voices, later: Voices, says: str) -> None:
    people = voices(APPROVALS, today=today, in_24_months=later)
    assert sentence(APPROVALS, F.DIRECTION_DISPUTE, people) == f"Different directions over 24 months: {says}"
