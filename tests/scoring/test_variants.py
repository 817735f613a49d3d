"""Which team is left out of a variant, and which answers are moved in it: worked out by hand."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires.words import Facet
from scoring.counts.tally import Cell, Distribution, Progress
from scoring.firmness.variants import TURNS, Variant, moved_answers, replaced_owners, standing
from tests.given.builders import small

ATTITUDE: Final = "risk.attitude"

SAID: Final[dict[Cell, Distribution]] = {
    (ATTITUDE, Facet.POSITION, "endpoint"): Distribution((0, 1, 0, 2, 0)),
    (ATTITUDE, Facet.POSITION, "network"): Distribution((0, 0, 2, 0, 0)),
}


def test_a_team_that_is_left_out_has_neither_answered_nor_given_an_answer() -> None:
    left_out = Variant(without="endpoint")
    heard = {team: Progress(respondents=1, answered=3) for team in ("endpoint", "network")}
    assert left_out.progress(heard) == {"network": heard["network"]}
    assert left_out.cells(small(), SAID).keys() == {(ATTITUDE, Facet.POSITION, "network")}


def test_the_answers_to_a_question_are_numbered_on_from_team_to_team() -> None:
    questionnaire = small()
    place = [question.id for question in questionnaire.questions].index(ATTITUDE)
    for turn in range(TURNS):
        moved = Variant(turn=turn).cells(questionnaire, SAID)
        assert [cell.counts for cell in moved.values()] == [
            moved_answers((0, 1, 0, 2, 0), 0, place, turn),
            moved_answers((0, 0, 2, 0, 0), 3, place, turn),
        ]


def test_an_owner_is_replaced_by_one_further_the_higher_the_numbers_of_its_answer_and_question() -> None:
    """Of five owners the first, by the one 1 + (2 + 3) mod 4 further; its answer has number 2, the question place 3."""
    turn = -standing(2, 3, 0) % TURNS
    assert replaced_owners((1, 0, 0, 0, 0), 2, 3, turn) == (0, 0, 1, 0, 0)


def test_the_answers_of_a_team_are_numbered_on_from_owner_to_owner() -> None:
    """The third answer stands at 4 in turn 0, so it is replaced in turn 16, by the owner 1 + 2 further."""
    assert [standing(number, 0, 0) for number in range(3)] == [0, 12, 4]
    assert replaced_owners((2, 1, 0, 0, 0), 0, 0, 16) == (2, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("number", "place", "stands"),
    [
        (33, 32, 12),  # 20,395,122 + 13,254,848 = 33,649,970: 30 short of the 13th twentieth
        (37, 41, 17),  # 22,867,258 + 16,982,774 = 39,850,032: 32 into the 17th
        (14, 35, 2),  # 8,652,476 + 14,497,490 = 23,149,966: 34 short of the 3rd
        (18, 44, 7),  # 11,124,612 + 18,225,416 = 29,350,028: 28 into the 7th
    ],
)
def test_where_an_answer_stands_is_exact_to_the_millionth_of_the_circle(number: int, place: int, stands: int) -> None:
    assert standing(number, place, 0) == stands
