"""Two rounds of the same people of whom some have not come back: what is said of now, carried over or not."""

from __future__ import annotations

import pytest

from questionnaires import Answer, Response
from scoring import tally
from scoring.comparison.rounds import QuestionMovement, Step, movement
from scoring.counts.again import standing
from scoring.counts.carrying import carry
from tests.given.builders import small
from tests.given.rounds import in_round

QUESTION = "risk.attitude"
Positions = dict[str, int | str]


def people(number: int, positions: Positions) -> list[Response]:
    """One person for each key, whose team is its letters: `endpoint2` is the second of Endpoint."""
    return [
        in_round(number, who.rstrip("123"), {QUESTION: Answer(position=said)}, respondent=who)
        for who, said in positions.items()
    ]


def moved(first: Positions, then: Positions, *, carrying: bool) -> QuestionMovement:
    earlier, later = people(1, first), people(2, then)
    was, now = tally(small(), earlier), tally(small(), later)
    last, _ = carry(was, now, 1, standing(small(), earlier, later))
    (item,) = movement(small(), was, now, 1, last=last, carrying=carrying).questions
    return item


FIRST: Positions = {"endpoint1": 2, "endpoint2": 2, "endpoint3": 2, "operations1": 2}
UNSURE: Positions = {"endpoint1": "dont_know", "operations1": 2}


@pytest.mark.parametrize(
    ("carrying", "teams", "missing"),
    [(True, ("endpoint", "operations"), ()), (False, ("operations",), ("endpoint",))],
)
def test_colleagues_who_have_not_come_back_speak_for_their_team_only_where_they_are_carried_over(
    carrying: bool, teams: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    item = moved(FIRST, UNSURE, carrying=carrying)
    assert (item.teams, item.missing) == (teams, missing)


@pytest.mark.parametrize("carrying", [True, False])
def test_a_team_that_has_not_come_back_at_all_did_not_answer_again(carrying: bool) -> None:
    item = moved(FIRST, {"operations1": 2}, carrying=carrying)
    assert (item.teams, item.missing) == (("operations",), ("endpoint",))


@pytest.mark.parametrize("carrying", [True, False])
def test_nothing_is_newly_agreed_while_a_colleague_who_has_not_come_back_is_of_another_mind(carrying: bool) -> None:
    first: Positions = {"endpoint1": 0, "endpoint2": 0, "operations1": 5}
    assert moved(first, {"endpoint1": 5, "operations1": 5}, carrying=carrying).step is not Step.NEWLY_AGREED
    everybody: Positions = {"endpoint1": 5, "endpoint2": 5, "operations1": 5}
    assert moved(first, everybody, carrying=carrying).step is Step.NEWLY_AGREED


def test_teams_that_answered_other_halves_in_each_round_can_be_looked_at_in_none() -> None:
    first = [in_round(1, team, {"control.release": Answer(needed=3)}) for team in ("endpoint", "operations")]
    then = [in_round(2, team, {"control.release": Answer(wanted=3)}) for team in ("endpoint", "operations")]
    (item,) = movement(small(), tally(small(), first), tally(small(), then), 1).questions
    assert (item.step, item.stands, item.apart) == (Step.NOT_COMPARABLE, None, None)
