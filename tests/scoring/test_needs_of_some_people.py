"""A need that somebody has does not vanish because a colleague has another: it is counted beside the teams' middle."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from questionnaires.words import FindingKind
from scoring.wording.changes import beyond_sentence
from tests.given.builders import compared_on


@pytest.mark.parametrize(
    ("needed", "says"),
    [
        pytest.param(
            {"endpoint": 3, "operations": [4, 0]}, "1 of 3 people needs more than the service offers.", id="one"
        ),
        pytest.param({"endpoint": [5, 4, 0]}, "2 of 3 people need more than the service offers.", id="several"),
        pytest.param({"endpoint": 4}, "1 of 1 person needs more than the service offers.", id="the only one"),
        pytest.param({"endpoint": 3, "operations": ["dont_know", 3]}, "", id="as much as is offered"),
    ],
)
def test_people_who_need_more_than_is_offered_are_counted(needed: dict[str, Choice | list[Choice]], says: str) -> None:
    assert beyond_sentence(compared_on("control.release", needed=needed)) == says


def test_one_such_person_is_counted_where_the_middle_of_the_team_is_no_blocker() -> None:
    item = compared_on("control.release", needed={"endpoint": 2, "operations": [4, 0]})
    assert FindingKind.BLOCKER not in item.kinds
    assert beyond_sentence(item).startswith("1 of 3 people")


def test_of_a_question_without_an_offer_nothing_is_said() -> None:
    assert not beyond_sentence(compared_on("control.unclear", needed={"endpoint": 5}))
    assert not beyond_sentence(compared_on("risk.attitude", position={"endpoint": 5}))
