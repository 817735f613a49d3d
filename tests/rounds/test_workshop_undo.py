"""What a room takes back, and what becomes of an entry that cannot be saved."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.lock import lock_of
from maturity.files.workspace import Workspace
from maturity.rounds.workshop import NothingToUndoError
from maturity.rounds.workshop_saving import EntryNotSavedError
from questionnaires.decisions import Decision, Outcome, Status
from questionnaires.words import Facet
from tests.given.decided import decided
from tests.given.workshops import (
    PAUSE,
    TO_ENDPOINT,
    earlier,
    it_is_a_friday_in_november,
    opened,
    room,
    written,
)

__all__ = ["it_is_a_friday_in_november", "room"]


def test_undo_restores_what_was_and_leaves_the_entry_in_the_file(room: Workspace) -> None:
    before = opened(room)
    after = before.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna Berg").undo()
    assert after.results == before.results
    assert after.items == before.items
    assert [entry.status for entry in written(room)] == [Status.DECIDED, Status.SUPERSEDED]


def test_undo_again_takes_back_the_one_before(room: Workspace) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    workshop = workshop.decide(PAUSE, Facet.OWNER, Outcome(owner="operations"), "Anna").undo()
    assert titles(workshop.comparison.settled.decisions) == ["endpoint"]
    workshop = workshop.undo()
    assert workshop.comparison.settled.decisions == ()
    assert workshop.undoes == ""
    with pytest.raises(NothingToUndoError):
        workshop.undo()


def test_undo_leaves_alone_what_was_decided_before_this_sitting_and_by_others(room: Workspace) -> None:
    earlier(room, decided(PAUSE, Facet.OWNER, TO_ENDPOINT))
    with pytest.raises(NothingToUndoError):
        opened(room).undo()


def titles(decisions: Iterable[Decision]) -> list[str | None]:
    return [one.outcome.owner for one in decisions if one.outcome]


def test_a_file_that_cannot_be_added_to_is_named_and_the_entry_is_kept(room: Workspace) -> None:
    path = room.folder / DECISIONS_NAME
    path.write_text("kind = 'decisions'\nnonsense")
    workshop = opened(room)
    with pytest.raises(EntryNotSavedError, match=r"decisions\.toml was not saved") as refused:
        workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    path.unlink()
    assert workshop.save(*refused.value.entries).comparison.settled.decisions == refused.value.entries


def test_a_file_that_another_program_adds_to_is_held_for_a_moment(room: Workspace) -> None:
    lock = lock_of(room.folder, "decisions")
    workshop = opened(room)
    with pytest.raises(EntryNotSavedError, match="another program is adding to it") as refused:
        workshop.decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    assert refused.value.is_held
    lock.release()
    assert workshop.save(*refused.value.entries).comparison.settled.decisions == refused.value.entries


def test_a_file_that_cannot_be_used_is_told(room: Workspace) -> None:
    assert opened(room).notices == ()
    (room.folder / "theirs.toml").write_text("kind = 'decisions'\nschema = 1\n")
    assert "theirs.toml" in opened(room).notices[0]


def test_an_entry_that_stands_in_the_file_already_is_not_written_twice(room: Workspace) -> None:
    workshop = opened(room).decide(PAUSE, Facet.OWNER, TO_ENDPOINT, "Anna")
    (entry,) = written(room)
    workshop.save(entry)
    assert written(room) == (entry,)
