"""What a room remembers beside its files: whatever is not saved waits, and what is taken back is said in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from maturity import clock
from maturity.files.saving import NotSavedError, write_once
from maturity.files.workspace import Workspace
from maturity.rounds.overdue import progress_in
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
from questionnaires.decisions import Outcome
from questionnaires.words import Facet
from tests.given.builders import THEN, small
from tests.given.talked_about import at_odds, decisions_in

FOLDER = Path("answers")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("maturity.clock.now", lambda: THEN)
    at_odds(FOLDER)
    return Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))


def owned_by(team: str) -> Callable[[Workshop], Workshop]:
    return lambda workshop: workshop.decide("ownership.pause", Facet.OWNER, Outcome(owner=team), "Anna")


def in_place(workshop: Workshop) -> Workshop:
    return workshop.decide("readiness.licences", Facet.STATUS, Outcome(status="met"), "Ben")


def test_what_is_taken_back_of_one_question_is_its_own_last_entry_and_what_it_replaced_holds_again(room: Room) -> None:
    for act in (owned_by("endpoint"), owned_by("operations"), in_place):
        assert room.write(act)
    assert room.take_back("ownership.pause") == (
        "This holds again: Decided on 2026-11-21 by Anna: Endpoint. "
        "Taken back: “Pausing”: Decided on 2026-11-21 by Anna: Operations."
    )
    assert room.take_back("ownership.pause").startswith("It is open again. Taken back: “Pausing”: Decided on")
    assert not room.last("ownership.pause")
    assert room.last() == "readiness.licences"
    assert room.take_back() == "It is open again. Taken back: “Licences”: Decided on 2026-11-21 by Ben: Met."
    assert room.take_back() == "Nothing of this sitting is left to be taken back."


def test_how_far_a_workshop_has_come_is_told_by_what_stands(room: Room) -> None:
    def progress() -> tuple[int, int]:
        return progress_in(room.workshop.gathered, room.workshop.questionnaire)

    assert progress() == (0, 0)
    room.write(owned_by("endpoint"))
    room.write(owned_by("operations"))
    room.write(lambda workshop: workshop.park("readiness.licences", Facet.STATUS, "Ask.", "Bea"))
    assert progress() == (1, 1)
    room.take_back()
    room.write(lambda workshop: workshop.decide("future.approvals", Facet.TODAY, Outcome(option=1), "Anna"))
    assert progress() == (2, 0), "nothing is compared, so one stage of a shift counts as well"


def voted(room: Room) -> None:
    room.vote("ownership.pause", Facet.OWNER, {"endpoint": 1, "operations": 1})


def answers() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in FOLDER.glob("*--*.toml")}


def test_a_vote_is_taken_back_before_what_was_settled_before_it_and_the_files_are_what_they_were(room: Room) -> None:
    room.write(in_place)
    before = answers()
    voted(room)
    assert (room.last(), len(answers())) == ("ownership.pause", len(before) + 2)
    room.write(owned_by("operations"))
    assert room.undoes("ownership.pause").startswith("“Pausing”: Decided"), "what was said last comes first"
    room.take_back()
    assert room.take_back() == (
        "The answers before it hold again. Taken back: “Pausing”: the vote of Endpoint and Operations."
    )
    assert answers() == before
    assert room.last() == "readiness.licences"


def test_a_second_vote_is_taken_back_to_the_first(room: Room) -> None:
    voted(room)
    first = answers()
    room.vote("ownership.pause", Facet.OWNER, {"endpoint": 0})
    room.take_back("ownership.pause")
    assert answers() == first
    assert room.undoes("ownership.pause") == "“Pausing”: the vote of Endpoint and Operations."


def test_a_vote_is_not_taken_back_where_something_was_added_to_its_files_since(room: Room) -> None:
    voted(room)
    room.vote("readiness.licences", Facet.STATUS, {"endpoint": 1})
    both = answers()
    assert room.take_back("ownership.pause").startswith("The vote is not taken back: ")
    assert "Vote again with v" in room.take_back("ownership.pause")
    assert answers() == both


def test_what_waits_is_saved_in_its_order_and_of_two_on_one_thing_the_later_one(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise NotSavedError(f"{path.name} was not saved: No space left.")

    monkeypatch.setattr("maturity.files.adding.write_once", refused)
    for act in (owned_by("endpoint"), in_place, owned_by("operations")):
        assert not room.write(act)
    assert (room.is_saved, room.problem) == (False, "decisions.toml was not saved: No space left.")
    assert not room.settle()
    monkeypatch.setattr("maturity.files.adding.write_once", write_once)
    assert room.settle()
    assert room.problem == ""
    assert [entry["outcome"] for entry in decisions_in(FOLDER)] == [{"status": "met"}, {"owner": "operations"}]


def test_whoever_comes_back_finds_what_could_not_be_saved_before_and_it_is_tried_again(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise NotSavedError(f"{path.name} was not saved: No space left.")

    monkeypatch.setattr("maturity.files.adding.write_once", refused)
    room.write(owned_by("endpoint"))
    later = Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))
    later.take_over(room)
    assert (later.is_saved, later.problem) == (False, "decisions.toml was not saved: No space left.")
    assert not room.is_open, "nobody tries twice"
    monkeypatch.setattr("maturity.files.adding.write_once", write_once)
    assert later.settle()
    assert [entry["outcome"] for entry in decisions_in(FOLDER)] == [{"owner": "endpoint"}]


def test_what_was_not_saved_is_forgotten_when_it_is_taken_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: Path, *_: object, **__: object) -> None:
        raise NotSavedError(f"{path.name} was not saved: No space left.")

    monkeypatch.setattr("maturity.files.adding.write_once", refused)
    room.write(in_place)
    room.followed["readiness.licences"] = ()
    assert room.undoes().startswith("Not saved yet: “Licences”: Decided on")
    assert room.take_back("readiness.licences").startswith("Forgotten before it was saved: “Licences”")
    assert not room.followed, "nothing followed from it any more"
    assert (room.is_saved, decisions_in(FOLDER)) == (True, [])


def test_the_last_decider_is_offered_when_one_comes_back(room: Room) -> None:
    room.write(in_place)
    again = Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))
    assert (again.decider, [item.is_done for item in again.workshop.items].count(True)) == ("Ben", 1)


def test_what_was_skipped_comes_after_all_that_is_open(room: Room) -> None:
    first, second, *rest = [item.question for item in room.workshop.items]
    assert room.next_open() == first
    assert room.next_open(first) == second
    room.skipped = {first, second}
    assert room.next_open() == rest[0]
    assert room.next_open(rest[-1]) == rest[0]
    room.skipped |= set(rest)
    assert room.next_open(first) == second


def test_the_time_of_a_question_is_that_of_all_its_visits_and_of_nothing_between(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def at(minute: int) -> None:
        monkeypatch.setattr("maturity.clock.now", lambda: THEN + dt.timedelta(minutes=minute))

    room.visit("ownership.pause")
    at(3)
    assert room.minutes_on("ownership.pause") == 3
    room.visit("readiness.licences")
    at(10)
    assert (room.minutes_on("ownership.pause"), room.minutes_on("readiness.licences")) == (3, 7)
    room.pause()
    at(60)
    room.visit("ownership.pause")
    at(62)
    assert (room.minutes_on("ownership.pause"), room.minutes_on("readiness.licences")) == (5, 7)


def test_what_was_decided_in_a_sitting_need_not_be_revealed_again_when_one_comes_back(room: Room) -> None:
    room.write(in_place)
    room.write(lambda workshop: workshop.park("ownership.pause", Facet.OWNER, "Ask.", "Bea"))
    again = Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))
    assert again.revealed == {"readiness.licences"}


def test_of_a_shift_it_is_told_which_times_are_decided_and_which_are_open(room: Room) -> None:
    approvals, sooner, later = "future.approvals", Facet.IN_12_MONTHS, Facet.IN_24_MONTHS
    assert room.workshop.stages(approvals) == ((), (later,)), "on the other times the teams are at one"
    half = room.workshop.decide(approvals, sooner, Outcome(option=3, by=clock.today()), "Anna")
    assert half.stages(approvals) == ((sooner,), (later,))
    whole = half.decide(approvals, later, Outcome(option=4, by=clock.today()), "Anna")
    assert whole.stages(approvals) == ((sooner, later), ())
    assert room.workshop.stages("ownership.pause") == ((), ())


def test_a_vote_is_taken_back_also_after_the_program_was_begun_again(room: Room) -> None:
    before = answers()
    voted(room)
    room.vote("readiness.licences", Facet.STATUS, {"endpoint": 1})
    back = Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))
    assert back.take_back("ownership.pause").endswith("Taken back: “Pausing”: the vote of Endpoint and Operations.")
    assert back.last() == "readiness.licences", "the other vote in the same file stays"
    assert len(answers()) == len(before) + 1
    assert back.take_back().endswith("Taken back: “Licences”: the vote of Endpoint.")
    assert answers() == before
