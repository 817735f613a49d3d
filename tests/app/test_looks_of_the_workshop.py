"""What a workshop looks like, as text, in the smallest usual terminal. Guards appearance only."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.app.app import MaturityApp
from maturity.files.workspace import Workspace
from tests.given.person import sitting_at
from tests.given.snapshots import TextSnapshot

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]


@pytest.fixture
def looks(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The screen as text, each state under its name."""
    return snapshot.use_extension(TextSnapshot)


@pytest.mark.parametrize("size", SIZES)
async def test_workshop(examples: Workspace, size: tuple[int, int], looks: SnapshotAssertion) -> None:
    async with sitting_at(MaturityApp(examples, is_workshop=True), size) as person:
        assert await person.looks() == looks(name="list")
        await person.press("enter", "n", "n", "n", "n")
        assert await person.looks() == looks(name="hidden")
        await person.press("r")
        assert await person.looks() == looks(name="revealed")
        await person.press("d")
        await person.type("Anna Berg")
        await person.press("enter")
        assert await person.looks() == looks(name="scale")
        await person.press("escape", "x", "down", "down", "down", "right", "down")
        assert await person.looks() == looks(name="what-if")
        await person.press("escape", "d", "3")
        assert await person.looks() == looks(name="decide")
        await person.press("enter")
        assert await person.looks() == looks(name="decided")
