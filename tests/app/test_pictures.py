"""Four screens as pictures; the README shows the first."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.files.workspace import Workspace
from questionnaires.words import Depth
from tests.given.person import answering, at_home
from tests.given.snapshots import PictureSnapshot, screen_picture

ROOMY = (120, 40)


@pytest.fixture
def picture(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    return snapshot.use_extension(PictureSnapshot)


async def test_overview(examples: Workspace, picture: SnapshotAssertion) -> None:
    async with at_home(examples, ROOMY) as person:
        await person.press("c")
        await person.rest()
        assert screen_picture(person.app) == picture


async def test_question(autopatch: Workspace, picture: SnapshotAssertion) -> None:
    async with answering(autopatch, "control.pause_rollout", depth=Depth.CORE) as person:
        await person.press("3")
        await person.rest()
        assert screen_picture(person.app) == picture


async def test_agenda(examples: Workspace, picture: SnapshotAssertion) -> None:
    async with at_home(examples, ROOMY) as person:
        await person.press("c", "2")
        await person.rest()
        assert screen_picture(person.app) == picture


async def test_criteria(examples: Workspace, picture: SnapshotAssertion) -> None:
    async with at_home(examples, ROOMY) as person:
        await person.press("c", "3")
        await person.rest()
        assert screen_picture(person.app) == picture
