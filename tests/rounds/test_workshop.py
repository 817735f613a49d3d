"""A workshop without a screen: what is taken up, what is decided, and that files hold all of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import pytest

from maturity.files.decisions_file import DECISIONS_NAME, add_entries
from maturity.files.lock import lock_of
from maturity.files.workspace import Workspace
from maturity.rounds.choosing import RoundChoice
from maturity.rounds.workshop import NothingToUndoError, Workshop
from maturity.rounds.workshop_entries import RefusedError
from maturity.rounds.workshop_items import Why
from maturity.rounds.workshop_saving import EntryNotSavedError
from questionnaires import Answer, parse
from questionnaires.decisions import Decision, Objection, Outcome, Status, decisions_in
from questionnaires.words import Facet
from scoring.criteria.room import RoomState
from tests.given.builders import small
from tests.given.decided import decided, parked
from tests.given.every_kind_of_criterion import CONTRADICTION, CRITERIA
from tests.given.rounds import FIRST, SECOND, handed_in, in_round

QUESTIONNAIRE = small(CRITERIA + CONTRADICTION)
NOW = dt.datetime(2026, 11, 27, 15, 0, tzinfo=dt.UTC)
TODAY = NOW.date()
PAUSE, ATTITUDE, RELEASE = "ownership.pause", "risk.attitude", "control.release"
TO_ENDPOINT = Outcome(owner="endpoint", deputy="operations")


@pytest.fixture(autouse=True)
def _it_is_a_friday_in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: NOW)


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    """Three teams have answered, and disagree on four questions."""
    handed_in(tmp_path, [in_round(1, team, said, questionnaire=QUESTIONNAIRE) for team, said in FIRST.items()])
    return Workspace(tmp_path, QUESTIONNAIRE)


def opened(workspace: Workspace, choice: RoundChoice | None = None) -> Workshop:
    return Workshop.open(workspace, choice, TODAY)


def written(workspace: Workspace) -> tuple[Decision, ...]:
    path = workspace.folder / DECISIONS_NAME
    return decisions_in(parse(path.read_bytes(), path.name), path.name).decision


def earlier(workspace: Workspace, *entries: Decision, name: str = DECISIONS_NAME) -> None:
    """Written by somebody before today."""
    add_entries(workspace.folder / name, QUESTIONNAIRE, entries, within=workspace.folder)


def reasons(workshop: Workshop) -> list[tuple[str, Why]]:
    return [(item.question, item.why) for item in workshop.items]


def numbers(workshop: Workshop) -> dict[str, int]:
    return {item.question: item.number for item in workshop.items}


def with_status(entry: Decision, **changes: object) -> Decision:
    return Decision.model_validate({**entry.model_dump(exclude_none=True), **changes})


# What is taken up


def test_the_agenda_is_taken_up_as_it_is_sorted_by_what_hangs_on_it(place: Workspace) -> None:
    workshop = opened(place)
    assert [item.question for item in workshop.items] == [entry.question for entry in workshop.results.agenda]
    assert [item.number for item in workshop.items] == list(range(1, len(workshop.items) + 1))
    assert workshop.items[0].urgency == "A"


def test_nothing_is_taken_up_where_nobody_has_answered(tmp_path: Path) -> None:
    workshop = opened(Workspace(tmp_path / "not yet", QUESTIONNAIRE))
    assert workshop.items == ()
    assert workshop.first_open is None
    assert workshop.plan(60).says == "0 items in 0 minutes"


def test_what_is_due_comes_before_what_is_parked_and_that_before_the_agenda(place: Workspace) -> None:
    later = with_status(parked(RELEASE, Facet.NEEDED, "later"), due=TODAY + dt.timedelta(days=1))
    earlier(place, later, with_status(parked(ATTITUDE, Facet.POSITION, "due0"), due=TODAY))
    workshop = opened(place)
    assert reasons(workshop)[:2] == [(ATTITUDE, Why.DUE), (RELEASE, Why.PARKED)]
    assert {why for _, why in reasons(workshop)[2:]} == {Why.AGENDA}
    assert "Ask the network team – Ben, by 2026-11-27." in workshop.items[0].why_says


@pytest.mark.parametrize(("days", "is_taken_up"), [(0, True), (1, False)])
def test_a_decision_is_taken_up_on_the_day_of_its_review(place: Workspace, days: int, is_taken_up: bool) -> None:
    review = TODAY + dt.timedelta(days=days)
    earlier(place, with_status(decided(PAUSE, Facet.OWNER, TO_ENDPOINT), review_by=review))
    assert ((PAUSE, Why.REVIEW) in reasons(opened(place))) is is_taken_up


def test_a_decision_is_taken_up_that_a_later_round_answers_otherwise(place: Workspace) -> None:
    earlier(place, decided(ATTITUDE, Facet.POSITION, Outcome(option=5)))
    handed_in(place.folder, [in_round(2, team, said, questionnaire=QUESTIONNAIRE) for team, said in SECOND.items()])
    first = opened(place, RoundChoice(2, 1, carrying=True)).items[0]
    assert (first.question, first.why) == (ATTITUDE, Why.OTHERWISE)
    assert "in round 2, 1 of 3 teams now answers otherwise: Endpoint." in first.why_says


def test_what_somebody_proposed_is_taken_up_before_the_agenda(place: Workspace) -> None:
    earlier(place, with_status(decided(ATTITUDE, Facet.POSITION, Outcome(option=3)), status="proposed"))
    assert reasons(opened(place))[0] == (ATTITUDE, Why.PROPOSED)


# Deciding


def test_a_decision_is_in_the_file_with_all_that_was_said_and_all_that_is_known(place: Workspace) -> None:
    objection = Objection(team="operations", reason="No rota at night.")
    opened(place).decide(
        PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg", because="They see it first.", objected_by=(objection,)
    )
    (entry,) = written(place)
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


def test_what_was_decided_counts_at_once_and_is_done(place: Workspace) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    item = workshop.item(PAUSE)
    assert item is not None
    assert (item.is_done, item.state) == (True, RoomState.SETTLED)
    assert item.done_says == "Decided on 2026-11-27 by Anna Berg: Endpoint, deputy Operations."
    owners = {one.id: one.owner.named for one in workshop.round.criteria}
    assert owners["stop"] == "Endpoint"
    assert [entry.question for entry in workshop.results.settled] == [PAUSE]


def test_every_item_keeps_its_number_whatever_is_decided(place: Workspace) -> None:
    workshop = opened(place)
    before = numbers(workshop)
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna").park(ATTITUDE, Facet.POSITION, "Ask.", "Ben")
    assert numbers(after) == before
    assert numbers(opened(place)) == before


def test_leaving_and_coming_back_goes_on_where_it_was(place: Workspace) -> None:
    workshop = opened(place)
    first, second = workshop.items[:2]
    facet = workshop.facets(first.question)[0]
    workshop.park(first.question, facet, "Ask the network team.", "Ben")
    back = opened(place)
    assert back.first_open is not None
    assert back.first_open.question == second.question
    assert back.undoes == f"“{first.title}”: Parked on 2026-11-27: Ask the network team – Ben, by 2026-12-11."


def test_what_was_decided_yesterday_is_no_item_any_more(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    tomorrow = NOW + dt.timedelta(days=1)
    monkeypatch.setattr("maturity.clock.now", lambda: tomorrow)
    again = Workshop.open(place, None, tomorrow.date())
    assert again.item(PAUSE) is None
    assert len(again.items) == len(workshop.items) - 1
    with pytest.raises(NothingToUndoError, match="Nothing of this sitting is left to be taken back"):
        again.undo()


def test_a_second_decision_stands_in_place_of_the_first(place: Workspace) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    workshop = workshop.decide(PAUSE, Facet.OWNER, Outcome(owner="operations"), "Anna Berg")
    first, second = written(place)
    assert second.supersedes == (first.id,)
    assert workshop.comparison.settled.decisions == (second,)


def test_a_stage_is_decided_for_each_time_by_itself(place: Workspace) -> None:
    (question,) = [one.id for one in QUESTIONNAIRE.questions if one.kind == "trajectory"][:1]
    workshop = opened(place).decide(question, Facet.TODAY, Outcome(option=1), "Anna")
    workshop = workshop.decide(question, Facet.IN_12_MONTHS, Outcome(option=3, by=TODAY), "Anna")
    assert [entry.supersedes for entry in written(place)] == [(), ()]
    assert len(workshop.comparison.settled.decisions) == 2


def test_what_was_proposed_stays_open(place: Workspace) -> None:
    item = opened(place).propose(PAUSE, Facet.OWNER, TO_ENDPOINT).item(PAUSE)
    assert item is not None
    assert (item.is_done, item.state) == (False, RoomState.OPEN)
    assert item.done_says == "Proposed on 2026-11-27: Endpoint, deputy Operations."


def test_two_who_decide_at_once_are_told_and_the_next_decision_settles_it(place: Workspace) -> None:
    earlier(place, decided(PAUSE, Facet.OWNER, TO_ENDPOINT, "mine"))
    earlier(place, decided(PAUSE, Facet.OWNER, Outcome(owner="security"), "theirs"), name="theirs.toml")
    workshop = opened(place)
    item = workshop.item(PAUSE)
    assert item is not None
    assert "mine of 2026-11-21 and theirs of 2026-11-21" in item.conflict
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    settled = after.item(PAUSE)
    assert settled is not None
    assert (settled.conflict, settled.state) == ("", RoomState.SETTLED)
    assert after.gathered.conflicts == ()


def test_what_another_facilitator_writes_meanwhile_counts_as_well(place: Workspace) -> None:
    workshop = opened(place)
    earlier(place, decided(ATTITUDE, Facet.POSITION, Outcome(option=3)), name="theirs.toml")
    after = workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    item = after.item(ATTITUDE)
    assert item is not None
    assert item.state is RoomState.SETTLED
    assert numbers(after) == numbers(workshop)


def test_a_sitting_goes_on_past_midnight(place: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg")
    monkeypatch.setattr("maturity.clock.now", lambda: NOW + dt.timedelta(hours=10))
    after = workshop.park(ATTITUDE, Facet.POSITION, "Ask.", "Ben")
    assert numbers(after) == numbers(workshop)
    assert [item.question for item in after.items if item.is_done] == [PAUSE, ATTITUDE]
    assert after.undo().undo().items == opened(place).items


def test_a_question_whose_limit_a_decision_excludes_is_taken_up_as_well(place: Workspace) -> None:
    handed_in(place.folder, [in_round(1, "network", {"risk.fleet": Answer(position=0)}, questionnaire=QUESTIONNAIRE)])
    workshop = opened(place)
    assert workshop.item("risk.fleet") is None
    after = workshop.decide("risk.exposure", Facet.POSITION, Outcome(option=5), "Anna")
    item = after.item("risk.fleet")
    assert item is not None
    assert (item.why, item.state) == (Why.UNSETTLED, RoomState.OPEN)
    assert item.why_says == "Its limit and another exclude each other by what was decided."
    assert numbers(workshop).items() <= numbers(after).items()


def test_nobody_answers_otherwise_who_has_not_answered_again(place: Workspace) -> None:
    """Security answered otherwise before the decision, and has not been asked since."""
    earlier(place, decided(PAUSE, Facet.OWNER, Outcome(owner="operations")))
    again = in_round(2, "operations", {PAUSE: FIRST["operations"][PAUSE]}, only=[PAUSE], questionnaire=QUESTIONNAIRE)
    handed_in(place.folder, [again])
    workshop = opened(place, RoundChoice(2, 1, carrying=True))
    assert workshop.comparison.question(PAUSE) is not None
    assert workshop.item(PAUSE) is None
    assert workshop.results.decision[0].otherwise == ()


# Refused


REFUSED = [
    (PAUSE, Facet.OWNER, Outcome(owner="nobody"), "The owner is "),
    (PAUSE, Facet.OWNER, Outcome(owner="endpoint", deputy="endpoint"), "The deputy is the owner as well"),
    (RELEASE, Facet.NEEDED, Outcome(option=2), "The control is missing; say whether it is"),
    ("risk.attitude", Facet.WANTED, Outcome(option=2), "is nobody's to settle in the room"),
]


@pytest.mark.parametrize(("question", "facet", "outcome", "says"), REFUSED, ids=lambda one: str(one)[:20])
def test_what_cannot_be_decided_is_refused_before_anything_is_written(
    place: Workspace, question: str, facet: Facet, outcome: Outcome, says: str
) -> None:
    workshop = opened(place)
    with pytest.raises(RefusedError, match=says):
        workshop.decide(question, facet, outcome, "Anna Berg")
    assert says in workshop.refusal(question, facet, outcome)
    assert not (place.folder / DECISIONS_NAME).exists()


def test_what_is_decided_cannot_be_proposed_over(place: Workspace) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    with pytest.raises(RefusedError, match="This is decided; take that back, or decide it anew"):
        workshop.propose(PAUSE, Facet.OWNER, Outcome(owner="security"))


def test_a_decision_without_a_decider_is_refused(place: Workspace) -> None:
    with pytest.raises(RefusedError, match="It is decided and lacks a decider"):
        opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "")


def test_a_review_before_today_is_refused(place: Workspace) -> None:
    yesterday = TODAY - dt.timedelta(days=1)
    with pytest.raises(RefusedError, match="review_by is 2026-11-26, before it was decided on 2026-11-27"):
        opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna", yesterday)


@pytest.mark.parametrize(("what", "owner"), [("", "Ben"), ("Ask.", "")])
def test_parking_needs_a_next_step_and_who_does_it(place: Workspace, what: str, owner: str) -> None:
    with pytest.raises(RefusedError, match="Say in a sentence what is done next, and who does it"):
        opened(place).park(PAUSE, Facet.OWNER, what, owner)


# Taking back


def test_undo_restores_what_was_and_leaves_the_entry_in_the_file(place: Workspace) -> None:
    before = opened(place)
    after = before.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg").undo()
    assert after.results == before.results
    assert after.items == before.items
    assert [entry.status for entry in written(place)] == [Status.DECIDED, Status.SUPERSEDED]


def test_undo_again_takes_back_the_one_before(place: Workspace) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    workshop = workshop.decide(PAUSE, Facet.OWNER, Outcome(owner="operations"), "Anna").undo()
    assert titles(workshop.comparison.settled.decisions) == ["endpoint"]
    workshop = workshop.undo()
    assert workshop.comparison.settled.decisions == ()
    assert workshop.undoes == ""
    with pytest.raises(NothingToUndoError):
        workshop.undo()


def test_undo_leaves_alone_what_was_decided_before_this_sitting_and_by_others(place: Workspace) -> None:
    earlier(place, decided(PAUSE, Facet.OWNER, TO_ENDPOINT))
    with pytest.raises(NothingToUndoError):
        opened(place).undo()


def titles(decisions: Iterable[Decision]) -> list[str | None]:
    return [one.outcome.owner for one in decisions if one.outcome]


def test_a_file_that_cannot_be_added_to_is_named_and_the_entry_is_kept(place: Workspace) -> None:
    path = place.folder / DECISIONS_NAME
    path.write_text("kind = 'decisions'\nnonsense")
    workshop = opened(place)
    with pytest.raises(EntryNotSavedError, match=r"decisions\.toml was not saved") as refused:
        workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    path.unlink()
    assert workshop.save(refused.value.entry).comparison.settled.decisions == (refused.value.entry,)


def test_a_file_that_another_program_adds_to_is_held_for_a_moment(place: Workspace) -> None:
    lock = lock_of(place.folder, "decisions")
    workshop = opened(place)
    with pytest.raises(EntryNotSavedError, match="another program is adding to it") as refused:
        workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    assert refused.value.is_held
    lock.release()
    assert workshop.save(refused.value.entry).comparison.settled.decisions == (refused.value.entry,)


def test_a_file_that_cannot_be_used_is_told(place: Workspace) -> None:
    assert opened(place).notices == ()
    (place.folder / "theirs.toml").write_text("kind = 'decisions'\nschema = 1\n")
    assert "theirs.toml" in opened(place).notices[0]


def test_an_entry_that_stands_in_the_file_already_is_not_written_twice(place: Workspace) -> None:
    workshop = opened(place).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    (entry,) = written(place)
    workshop.save(entry)
    assert written(place) == (entry,)
