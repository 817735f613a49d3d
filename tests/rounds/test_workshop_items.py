"""What a workshop takes up, in which order, and that every item keeps its number."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from maturity.files.decisions_file import add_entries
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_items import Why
from questionnaires import Answer
from questionnaires.decisions import Outcome, PlanEntry, State
from questionnaires.words import Facet
from tests.given.decided import decided, parked
from tests.given.rounds import SECOND, handed_in, in_round
from tests.given.workshops import (
    ATTITUDE,
    NOW,
    PAUSE,
    QUESTIONNAIRE,
    RELEASE,
    TO_ENDPOINT,
    TODAY,
    earlier,
    it_is_a_friday_in_november,
    opened,
    room,
    with_status,
)

__all__ = ["it_is_a_friday_in_november", "room"]


def reasons(workshop: Workshop) -> list[tuple[str, Why]]:
    return [(item.question, item.why) for item in workshop.items]


def test_the_agenda_is_taken_up_as_it_is_sorted_by_what_hangs_on_it(room: Workspace) -> None:
    workshop = opened(room)
    assert [item.question for item in workshop.items] == [entry.question for entry in workshop.results.agenda]
    assert [item.number for item in workshop.items] == list(range(1, len(workshop.items) + 1))
    assert workshop.items[0].urgency == "A"


def test_nothing_is_taken_up_where_nobody_has_answered(tmp_path: Path) -> None:
    workshop = opened(Workspace(tmp_path / "not yet", QUESTIONNAIRE))
    assert workshop.items == ()
    assert workshop.first_open is None
    assert workshop.plan(60).says == "0 items in 0 minutes"


def test_what_the_plan_says_is_done_is_not_due_and_a_later_day_of_the_plan_counts(room: Workspace) -> None:
    to_do = with_status(
        decided(PAUSE, Facet.OWNER, TO_ENDPOINT, "make1"), review_by=TODAY.replace(year=2027), due=TODAY
    )
    earlier(room, to_do)
    assert reasons(opened(room))[0] == (PAUSE, Why.DUE)
    later = PlanEntry(id="plan1", decision="make1", due=TODAY + dt.timedelta(days=1), recorded=NOW)
    add_entries(room.folder / "later.toml", QUESTIONNAIRE, [later], within=room.folder)
    assert PAUSE not in dict(reasons(opened(room)))
    done = later.model_copy(update={"id": "plan2", "due": TODAY, "state": State.DONE, "supersedes": ("plan1",)})
    add_entries(room.folder / "later.toml", QUESTIONNAIRE, [done], within=room.folder)
    assert PAUSE not in dict(reasons(opened(room)))


def test_what_is_due_comes_before_what_is_parked_and_that_before_the_agenda(room: Workspace) -> None:
    later = with_status(parked(RELEASE, Facet.NEEDED, "later"), due=TODAY + dt.timedelta(days=1))
    earlier(room, later, with_status(parked(ATTITUDE, Facet.POSITION, "due0"), due=TODAY))
    workshop = opened(room)
    assert reasons(workshop)[:2] == [(ATTITUDE, Why.DUE), (RELEASE, Why.PARKED)]
    assert {why for _, why in reasons(workshop)[2:]} == {Why.AGENDA}
    assert "Ask the network team – Ben, by 2026-11-27." in workshop.items[0].why_says


@pytest.mark.parametrize(("days", "is_taken_up"), [(0, True), (1, False)])
def test_a_decision_is_taken_up_on_the_day_of_its_review(room: Workspace, days: int, is_taken_up: bool) -> None:
    review = TODAY + dt.timedelta(days=days)
    earlier(room, with_status(decided(PAUSE, Facet.OWNER, TO_ENDPOINT), review_by=review))
    assert ((PAUSE, Why.REVIEW) in reasons(opened(room))) is is_taken_up


def test_a_decision_is_taken_up_that_a_later_round_answers_otherwise(room: Workspace) -> None:
    earlier(room, decided(ATTITUDE, Facet.POSITION, Outcome(option=5)))
    handed_in(room.folder, [in_round(2, team, said, questionnaire=QUESTIONNAIRE) for team, said in SECOND.items()])
    first = opened(room, RoundChoice(2, 1, carrying=True)).items[0]
    assert (first.question, first.why) == (ATTITUDE, Why.OTHERWISE)
    assert "in round 2, 1 of 3 teams now answers otherwise: Endpoint." in first.why_says


def test_what_somebody_proposed_is_taken_up_before_the_agenda(room: Workspace) -> None:
    earlier(room, with_status(decided(ATTITUDE, Facet.POSITION, Outcome(option=3)), status="proposed"))
    assert reasons(opened(room))[0] == (ATTITUDE, Why.PROPOSED)


def torn_network(room: Workspace) -> None:
    """Two people of one team each say something else on what nobody else answers."""
    said = {"first": Answer(position=0), "second": Answer(position=5)}
    people = [
        in_round(1, "network", {"risk.fleet": one}, questionnaire=QUESTIONNAIRE, respondent=name)
        for name, one in said.items()
    ]
    handed_in(room.folder, people)


def test_a_team_that_is_not_at_one_with_itself_comes_after_the_agenda(room: Workspace) -> None:
    torn_network(room)
    last = opened(room).items[-1]
    assert (last.question, last.why, last.urgency) == ("risk.fleet", Why.UNSETTLED, "")


def test_what_a_team_is_not_at_one_on_is_no_item_once_it_is_decided(room: Workspace) -> None:
    torn_network(room)
    earlier(room, decided("risk.fleet", Facet.POSITION, Outcome(option=2)))
    assert opened(room).item("risk.fleet") is None
