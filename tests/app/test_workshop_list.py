"""The list of a workshop keeps its headings and their order, whatever happens while one sits together."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.content import Content

from maturity import clock
from maturity.app.screens.workshop_words import entries
from maturity.files.workspace import Workspace
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
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


def test_what_comes_up_only_now_is_said_to_be_new(room: Room) -> None:
    del room.begun["ownership.pause"]
    assert "New since this list was opened" in headings(room)
