"""What teams say of a prerequisite, counted by person only where several of a team spoke."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Choice, Response
from questionnaires.words import FindingKind
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, respond, voices

PARTLY, MET = FindingKind.PREREQUISITE_PARTLY, FindingKind.PREREQUISITE_MET


def sentence(kind: FindingKind, people: list[Response]) -> str:
    comparison = compared(people)
    item = comparison.question("readiness.licences")
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return finding_sentence(comparison, finding)


@pytest.mark.parametrize(
    ("security", "says"),
    [
        ("partly", "Security partly met"),
        (["partly", "dont_know"], "Security 1 partly met, 1 don't know"),
        (["partly", "partly"], "Security 2 partly met"),
    ],
)
def test_people_are_counted_where_two_of_a_team_spoke(security: Choice | list[Choice], says: str) -> None:
    people = voices("readiness.licences", status={"endpoint": "met", "security": security})
    assert sentence(PARTLY, people) == f"Partly met: Endpoint met; {says}."


def test_a_team_that_left_it_open_is_none_of_those_that_say_so() -> None:
    people = voices("readiness.licences", status={"endpoint": "met", "security": "met"})
    people.append(respond("network", {"risk.soak": Answer(position=1)}))
    assert sentence(MET, people) == "Met: both teams that answered say so."


def test_several_people_who_do_not_know_in_a_team_that_does_are_counted() -> None:
    endpoint: list[Choice] = [*["met"] * 5, "dont_know", "dont_know"]
    people = voices("readiness.licences", status={"endpoint": endpoint, "security": ["met", "met", "dont_know"]})
    assert sentence(MET, people) == (
        "Met: both teams that answered say so; 2 of 7 people of Endpoint do not know;"
        " 1 of 3 people of Security does not know."
    )
