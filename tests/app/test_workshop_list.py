"""The list of a workshop keeps its headings and their order, whatever happens while one sits together."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from maturity import clock
from maturity.app.screens.talk_words import status_of, status_rows
from maturity.app.screens.workshop_words import entries
from maturity.files.decisions_file import add_entries
from maturity.files.workspace import Workspace
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
from maturity.rounds.workshop_entries import Said
from questionnaires.decisions import Objection, Outcome, PlanEntry, State
from questionnaires.words import Facet
from tests.given.builders import THEN, small
from tests.given.talked_about import at_odds

FOLDER = Path("answers")


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Room:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("maturity.clock.now", lambda: THEN)
    at_odds(FOLDER)
    return Room(Workshop.open(Workspace(FOLDER, small()), None, clock.today()))


def headings(room: Room) -> list[str]:
    """The lines that lead to nothing, without those that say how far the time reaches."""
    lines = [entry.parts[-1] for entry in entries(room, 1000) if not entry.id]
    return [line.plain for line in lines if isinstance(line, Content)]


def test_an_item_stays_below_its_heading_after_a_vote_that_makes_it_less_urgent(room: Room) -> None:
    before = headings(room)
    assert len(before) > 1
    room.vote("ownership.pause", Facet.OWNER, {"endpoint": 1, "operations": 1})
    item = room.workshop.item("ownership.pause")
    assert item is not None
    assert item.urgency != room.begun["ownership.pause"].urgency
    assert headings(room) == before


def line(room: Room, question: str) -> str:
    """What the list says of an item, without blanks."""
    (found,) = [entry for entry in entries(room, 1000) if entry.id == question]
    return " ".join(" ".join(part.plain for part in found.parts if isinstance(part, Content)).split())


def test_what_is_only_proposed_or_decided_in_conflict_is_not_called_decided_in_part(room: Room) -> None:
    room.write(lambda workshop: workshop.propose("ownership.pause", Facet.OWNER, Outcome(owner="endpoint")))
    assert "min proposed Proposed on 2026-11-21" in line(room, "ownership.pause")
    stage = Outcome(option=3, by=clock.today())
    room.write(lambda workshop: workshop.decide("future.approvals", Facet.IN_12_MONTHS, stage, "Anna"))
    assert "min decided in part Decided on" in line(room, "future.approvals")
    room.write(lambda workshop: workshop.decide("risk.soak", Facet.POSITION, Outcome(option=5), "Anna"))
    room.write(lambda workshop: workshop.decide("risk.exposure", Facet.POSITION, Outcome(option=5), "Anna"))
    for question, other in (("risk.soak", "Days open"), ("risk.exposure", "Days of watching")):
        said = line(room, question)
        assert "min decided, in conflict Decided on" in said
        assert f"▲ Still excludes “{other}”: " in said
        assert f"▲ Still excludes “{other}”: " in status_of(room, question).plain


def test_what_was_parked_and_whose_step_is_done_says_so_in_the_list_and_at_the_item(room: Room) -> None:
    room.write(lambda workshop: workshop.park("ownership.pause", Facet.OWNER, "Ask.", "Bea"))
    done = PlanEntry(id="plan1", decision=room.workshop.sitting[-1], state=State.DONE, recorded=THEN)
    add_entries(FOLDER / "plan.toml", small(), [done], within=FOLDER)
    room.workshop = room.workshop.read_again()
    assert "○ Pausing 8 min step done: decide it now Parked on" in line(room, "ownership.pause")
    assert status_of(room, "ownership.pause").plain.startswith("Step done: decide it now: Parked on 2026-11-21: Ask")


def test_a_vote_that_is_taken_back_leaves_in_sight_what_is_decided(room: Room) -> None:
    room.write(lambda workshop: workshop.decide("ownership.pause", Facet.OWNER, Outcome(owner="endpoint"), "Anna"))
    room.vote("ownership.pause", Facet.OWNER, {"endpoint": 1, "operations": 1})
    room.said = room.take_back("ownership.pause")
    told = status_of(room, "ownership.pause").plain
    assert told.startswith("The answers before it hold again. Taken back: ")
    assert told.endswith("◉ Decided on 2026-11-21 by Anna: Endpoint.")


def test_what_is_taken_back_is_told_whole_where_there_is_room(room: Room) -> None:
    why = "They are on call at night and know the rings."
    objected = [Objection(team=team) for team in ("operations", "security")]

    def owned(workshop: Workshop, owner: str) -> Workshop:
        said = Said("Anna Berg", why, clock.today(), objected_by=tuple(objected))
        return workshop.decide_in_one_go("ownership.pause", [(Facet.OWNER, Outcome(owner=owner))], said)

    room.write(lambda workshop: owned(workshop, "endpoint"))
    room.write(lambda workshop: owned(workshop, "provider"))
    said = room.take_back("ownership.pause")
    assert said.count("Operations and Security objected, without a reason given.") == 2
    room.said = said
    assert status_rows(room, "ownership.pause", 78).plain == said, "six rows are room enough"


def test_what_comes_up_only_now_is_said_to_be_new(room: Room) -> None:
    del room.begun["ownership.pause"]
    assert "New since this list was opened" in headings(room)
