"""What a room decides is in the file at once, and counts; what cannot be is refused before anything is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.workshop import NothingToUndoError, Workshop
from maturity.rounds.workshop_entries import RefusedError, Said
from maturity.rounds.workshop_items import Why
from questionnaires import Answer
from questionnaires.decisions import Control, NextStep, Objection, Outcome, Status
from questionnaires.words import Facet
from scoring.criteria.room import RoomState
from tests.given.decided import decided
from tests.given.rounds import FIRST, handed_in, in_round
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
    numbers,
    opened,
    room,
    written,
)

__all__ = ["it_is_a_friday_in_november", "room"]


def test_a_decision_is_in_the_file_with_all_that_was_said_and_all_that_is_known(room: Workspace) -> None:
    objection = Objection(team="operations", reason="No rota at night.")
    opened(room).decide(
        PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg", because="They see it first.", objected_by=(objection,)
    )
    (entry,) = written(room)
    assert (entry.status, entry.outcome, entry.decider) == (Status.DECIDED, TO_ENDPOINT, "Anna Berg")
    assert (entry.because, entry.objected_by) == ("They see it first.", (objection,))
    assert (entry.decided, entry.recorded, entry.review_by) == (TODAY, NOW, TODAY + dt.timedelta(days=90))
    assert (entry.round, entry.scale) == (
        1,
        QUESTIONNAIRE.scale_by_id[QUESTIONNAIRE.question_by_id[PAUSE].scale].meaning,
    )
    assert {team: counts.index(1) for team, counts in entry.before.items()} == {
        "endpoint": 0,
        "operations": 1,
        "security": 0,
    }
    assert entry.confirmed_by[0] == "stop"


def test_what_was_decided_counts_at_once_and_is_done(room: Workspace) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    item = workshop.item(PAUSE)
    assert item is not None
    assert (item.is_done, item.state) == (True, RoomState.SETTLED)
    assert item.done_says == "Decided on 2026-11-27 by Anna Berg: Endpoint, deputy Operations."
    owners = {one.id: one.owner.named for one in workshop.round.criteria}
    assert owners["stop"] == "Endpoint"
    assert [entry.question for entry in workshop.results.settled] == [PAUSE]


def test_every_item_keeps_its_number_whatever_is_decided(room: Workspace) -> None:
    workshop = opened(room)
    before = numbers(workshop)
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna").park(ATTITUDE, Facet.POSITION, "Ask.", "Ben")
    assert numbers(after) == before
    assert numbers(opened(room)) == before


def test_leaving_and_coming_back_goes_on_where_it_was(room: Workspace) -> None:
    workshop = opened(room)
    first, second = workshop.items[:2]
    facet = workshop.facets(first.question)[0]
    workshop.park(first.question, facet, "Ask the network team.", "Ben")
    back = opened(room)
    assert back.first_open is not None
    assert back.first_open.question == second.question
    assert back.undoes == f"“{first.title}”: Parked on 2026-11-27: Ask the network team – Ben, by 2026-12-11."


def test_what_was_decided_yesterday_is_no_item_any_more(room: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    tomorrow = NOW + dt.timedelta(days=1)
    monkeypatch.setattr("maturity.clock.now", lambda: tomorrow)
    again = Workshop.open(room, None, tomorrow.date())
    assert again.item(PAUSE) is None
    assert len(again.items) == len(workshop.items) - 1
    with pytest.raises(NothingToUndoError, match="Nothing of this sitting is left to be taken back"):
        again.undo()


def test_what_is_shown_after_a_decision_is_what_whoever_opens_it_then_sees(room: Workspace) -> None:
    after = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    again = opened(room)
    assert after.results == again.results
    assert (after.items, after.sitting, after.undoes) == (again.items, again.sitting, again.undoes)


def test_what_is_parked_has_its_next_step_and_day_and_nothing_that_confirms_it(room: Workspace) -> None:
    opened(room).park(PAUSE, Facet.OWNER, "Ask the network team.", "Ben")
    (entry,) = written(room)
    assert (entry.status, entry.outcome, entry.decider, entry.confirmed_by) == (Status.PARKED, None, None, ())
    assert entry.next_step == NextStep(what="Ask the network team.", owner="Ben")
    assert entry.due == TODAY + dt.timedelta(days=14)


def test_a_second_decision_stands_in_place_of_the_first(room: Workspace) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    workshop = workshop.decide(PAUSE, Facet.OWNER, Outcome(owner="operations"), "Anna Berg")
    first, second = written(room)
    assert second.supersedes == (first.id,)
    assert workshop.comparison.settled.decisions == (second,)


def test_a_stage_is_decided_for_each_time_by_itself(room: Workspace) -> None:
    (question,) = [one.id for one in QUESTIONNAIRE.questions if one.kind == "trajectory"][:1]
    workshop = opened(room).decide(question, Facet.TODAY, Outcome(option=1), "Anna")
    workshop = workshop.decide(question, Facet.IN_12_MONTHS, Outcome(option=3, by=TODAY), "Anna")
    assert [entry.supersedes for entry in written(room)] == [(), ()]
    assert len(workshop.comparison.settled.decisions) == 2


def test_what_was_proposed_stays_open(room: Workspace) -> None:
    item = opened(room).propose(PAUSE, Facet.OWNER, TO_ENDPOINT).item(PAUSE)
    assert item is not None
    assert (item.is_done, item.state) == (False, RoomState.OPEN)
    assert item.done_says == "Proposed on 2026-11-27: Endpoint, deputy Operations."


def test_two_who_decide_at_once_are_told_and_the_next_decision_settles_it(room: Workspace) -> None:
    earlier(room, decided(PAUSE, Facet.OWNER, TO_ENDPOINT, "mine"))
    earlier(room, decided(PAUSE, Facet.OWNER, Outcome(owner="security"), "theirs"), name="theirs.toml")
    workshop = opened(room)
    item = workshop.item(PAUSE)
    assert item is not None
    assert item.conflict.startswith("At odds: Endpoint, deputy Operations by Anna Berg and Security by Anna Berg. None")
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    settled = after.item(PAUSE)
    assert settled is not None
    assert (settled.conflict, settled.state) == ("", RoomState.SETTLED)
    assert after.gathered.conflicts == ()


def test_what_another_facilitator_writes_meanwhile_counts_as_well(room: Workspace) -> None:
    workshop = opened(room)
    earlier(room, decided(ATTITUDE, Facet.POSITION, Outcome(option=3)), name="theirs.toml")
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    item = after.item(ATTITUDE)
    assert item is not None
    assert item.state is RoomState.SETTLED
    assert numbers(after) == numbers(workshop)


def test_a_sitting_goes_on_past_midnight(room: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    monkeypatch.setattr("maturity.clock.now", lambda: NOW + dt.timedelta(hours=10))
    after = workshop.park(ATTITUDE, Facet.POSITION, "Ask.", "Ben")
    assert numbers(after) == numbers(workshop)
    assert [item.question for item in after.items if item.is_done] == [PAUSE, ATTITUDE]
    assert after.undo().undo().items == opened(room).items


def test_a_question_whose_limit_a_decision_excludes_is_taken_up_as_well(room: Workspace) -> None:
    handed_in(room.folder, [in_round(1, "network", {"risk.fleet": Answer(position=0)}, questionnaire=QUESTIONNAIRE)])
    workshop = opened(room)
    assert workshop.item("risk.fleet") is None
    after = workshop.decide("risk.exposure", Facet.POSITION, Outcome(option=5), "Anna")
    item = after.item("risk.fleet")
    assert item is not None
    assert (item.why, item.state) == (Why.UNSETTLED, RoomState.OPEN)
    assert item.why_says == "Its limit and another exclude each other by what was decided."
    assert numbers(workshop).items() <= numbers(after).items()


def test_nobody_answers_otherwise_who_has_not_answered_again(room: Workspace) -> None:
    """Security answered otherwise before the decision, and has not been asked since."""
    earlier(room, decided(PAUSE, Facet.OWNER, Outcome(owner="operations")))
    again = in_round(2, "operations", {PAUSE: FIRST["operations"][PAUSE]}, only=[PAUSE], questionnaire=QUESTIONNAIRE)
    handed_in(room.folder, [again])
    workshop = opened(room, RoundChoice(2, 1, carrying=True))
    assert workshop.comparison.question(PAUSE) is not None
    assert workshop.item(PAUSE) is None
    assert workshop.results.decision[0].otherwise == ()


REFUSED = [
    (PAUSE, Facet.OWNER, Outcome(owner="nobody"), "“Nobody yet” is no owner. An owner is one of Endpoint, "),
    (PAUSE, Facet.OWNER, Outcome(owner="endpoint", deputy="endpoint"), "The deputy is the owner as well"),
    (RELEASE, Facet.NEEDED, Outcome(option=2), "The control is missing; say whether it is"),
    ("risk.attitude", Facet.WANTED, Outcome(option=2), "is nobody's to settle in the room"),
]


@pytest.mark.parametrize(("question", "facet", "outcome", "says"), REFUSED, ids=lambda one: str(one)[:20])
def test_what_cannot_be_decided_is_refused_before_anything_is_written(
    room: Workspace, question: str, facet: Facet, outcome: Outcome, says: str
) -> None:
    workshop = opened(room)
    with pytest.raises(RefusedError, match=says):
        workshop.decide(question, facet, outcome, "Anna Berg")
    assert says in workshop.refusal(question, facet, outcome)
    assert not (room.folder / DECISIONS_NAME).exists()


def test_what_is_decided_cannot_be_proposed_over(room: Workspace) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    with pytest.raises(RefusedError, match="This is decided; take that back, or decide it anew"):
        workshop.propose(PAUSE, Facet.OWNER, Outcome(owner="security"))


def test_a_decision_without_a_decider_is_refused(room: Workspace) -> None:
    with pytest.raises(RefusedError, match="It is decided and lacks a decider"):
        opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "")


def test_a_review_before_today_is_refused(room: Workspace) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(RefusedError, match="review_by is 2026-11-26, before it was decided on 2026-11-27"):
        opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna", yesterday)


@pytest.mark.parametrize(("what", "owner"), [("", "Ben"), ("Ask.", "")])
def test_parking_needs_a_next_step_and_who_does_it(room: Workspace, what: str, owner: str) -> None:
    with pytest.raises(RefusedError, match="Say in a sentence what is done next, and who does it"):
        opened(room).park(PAUSE, Facet.OWNER, what, owner)


STAGES = ((Facet.IN_12_MONTHS, 2), (Facet.IN_24_MONTHS, 4))


def stages() -> list[tuple[Facet, Outcome]]:
    return [(facet, Outcome(option=option, by=dt.date(2028, 11, 27))) for facet, option in STAGES]


def test_stages_decided_in_one_go_are_entries_of_their_own_and_all_are_saved_or_none(room: Workspace) -> None:
    said = Said("Anna", review_by=TODAY, objected_by=(Objection(team="security"),))
    workshop = opened(room).decide_in_one_go("future.approvals", stages(), said)
    assert [(one.facet, one.outcome.option) for one in written(room) if one.outcome] == list(STAGES)
    assert [one.objected_by for one in written(room)] == [(Objection(team="security"),)] * 2
    assert [one.facet for one in workshop.undo().comparison.settled.decisions] == [Facet.IN_12_MONTHS]
    refused = [*stages(), (Facet.TODAY, Outcome(owner="endpoint"))]
    with pytest.raises(RefusedError):
        opened(room).decide_in_one_go("future.approvals", refused, said)
    assert len(written(room)) == 3, "nothing of it was written"


def test_what_is_proposed_of_several_stages_stays_open_and_nothing_decided_is_only_proposed(room: Workspace) -> None:
    workshop = opened(room).propose_in_one_go("future.approvals", stages(), Said())
    assert {one.status for one in written(room)} == {Status.PROPOSED}
    workshop = workshop.decide_in_one_go("future.approvals", stages()[:1], Said("Anna", review_by=TODAY))
    with pytest.raises(RefusedError, match="This is decided"):
        workshop.propose_in_one_go("future.approvals", stages(), Said())


def test_a_number_of_two_digits_leads_to_its_item_at_once_where_no_further_digit_could_follow(room: Workspace) -> None:
    workshop = opened(room)
    many = replace(workshop, items=workshop.items[:1] * 120)
    assert [number for number in (1, 9, 11, 12, 13, 99) if many.is_whole(number)] == [13, 99]
    assert [number for number in (1, 4) if workshop.is_whole(number)] == [], "one digit waits for Enter"


def test_a_level_of_control_settles_an_item_and_says_that_what_teams_want_stays_apart(room: Workspace) -> None:
    level = Outcome(option=2, control=Control.GIVEN_UP)
    after = opened(room).decide(RELEASE, Facet.NEEDED, level, "Anna Berg")
    item = after.item(RELEASE)
    assert item is not None
    assert item.is_done
    assert item.done_says.endswith("What the teams want stays 3 steps apart; what is needed was decided.")
    (before,) = after.talk(RELEASE).before
    assert before.endswith("(the rest was given up)."), "no position shows before the reveal"
