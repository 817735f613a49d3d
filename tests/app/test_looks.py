"""What every screen looks like, as text, in the usual terminal and in a roomy one. Guards appearance only."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.files.workspace import Workspace, to_bytes
from questionnaires import Answer
from questionnaires.words import Depth
from tests.given.builders import respond
from tests.given.person import ANSWERS, answering, at_home
from tests.given.snapshots import TextSnapshot

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
pytestmark = pytest.mark.parametrize("size", SIZES)

Size = tuple[int, int]


@pytest.fixture
def looks(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The screen as text, each state under its name."""
    return snapshot.use_extension(TextSnapshot)


async def test_beginning(autopatch: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with at_home(autopatch, size) as person:
        assert await person.looks() == looks(name="home-empty")
        await person.press("n")
        assert await person.looks() == looks(name="start")
        await person.press("escape", "question_mark")
        assert await person.looks() == looks(name="help")


@pytest.mark.parametrize(
    ("question", "keys"),
    [
        pytest.param("ownership.customer_pause", ("4",), id="ownership"),
        pytest.param("control.pause_rollout", ("3", "2"), id="control"),
        pytest.param("risk_appetite.hours_to_stop", ("3",), id="position"),
        pytest.param("operating_model.approvals", ("1", "3", "d"), id="trajectory"),
        pytest.param("readiness.network_endpoints", ("2",), id="prerequisite"),
    ],
)
async def test_question(
    autopatch: Workspace, size: Size, looks: SnapshotAssertion, question: str, keys: tuple[str, ...]
) -> None:
    async with answering(autopatch, question, depth=Depth.CORE, size=size) as person:
        assert await person.looks() == looks(name="empty")
        await person.press(*keys)
        assert await person.looks() == looks(name="answered")


@pytest.mark.parametrize("section", ["ownership", "readiness"])
async def test_rule_of_a_section(autopatch: Workspace, size: Size, looks: SnapshotAssertion, section: str) -> None:
    first = next(item.id for item in autopatch.questionnaire.questions if item.section == section)
    async with answering(autopatch, first, size=size, at_rule=True) as person:
        assert await person.looks() == looks(name="rule")


async def test_around_a_question(autopatch: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with answering(autopatch, "control.pause_rollout", depth=Depth.CORE, size=size) as person:
        await person.press("4", "5")
        assert await person.looks() == looks(name="basis")
        await person.press("3", "f", "n")
        await person.type("Finding 7 asks for a named approver.")
        assert await person.looks() == looks(name="note")
        await person.press("escape")
        assert await person.looks() == looks(name="note-changed")
        await person.press("1")
        assert await person.looks() == looks(name="flag-and-note")
        await person.press("question_mark")
        assert await person.looks() == looks(name="help")
        await person.press("escape", "o")
        assert await person.looks() == looks(name="list")


async def test_taking_back(autopatch: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with answering(autopatch, "ownership.customer_pause", depth=Depth.CORE, size=size) as person:
        await person.press("1", "2")
        assert await person.looks() == looks(name="answered-anew")
        await person.press("u")
        assert await person.looks() == looks(name="taken-back")
        await person.press("w")
        assert await person.looks() == looks(name="copy")


async def test_review(autopatch: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with answering(autopatch, "readiness.baseline_recorded", depth=Depth.CORE, size=size) as person:
        await person.press("d", "enter")
        assert await person.looks() == looks(name="open")


async def test_review_of_everything_answered(examples: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with at_home(examples, size) as person:
        await person.press("f", "v")
        assert await person.looks() == looks(name="finished")
        await person.press("b", "2", "1", "o", "end", "enter", "enter")
        assert person.screen == "ReviewScreen"
        assert await person.looks() == looks(name="answered")


async def test_home(examples: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with at_home(examples, size) as person:
        assert await person.looks() == looks(name="filled")
        await person.press("f")
        assert await person.looks() == looks(name="people")
        await person.press("f", "p")
        assert await person.looks() == looks(name="which-team")
        await person.press("1")
        assert await person.looks() == looks(name="profile")
        await person.press("enter")
        assert await person.looks() == looks(name="profile-behind")
        await person.press("escape", *["pagedown"] * (2 if size[1] < 30 else 1))
        assert await person.looks() == looks(name="profile-further-down")


async def test_problems(examples: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    (ANSWERS / "broken.toml").write_text('kind = "response"\nschema = 1\n', encoding="utf-8")
    (ANSWERS / "noise.toml").write_text("= [bold", encoding="utf-8")
    response = respond("endpoint", {"ownership.pause": Answer(owner="endpoint")}, respondent="h4t9w2ke")
    Path(ANSWERS / "other.toml").write_bytes(to_bytes(response))
    async with at_home(examples, size) as person:
        assert await person.looks() == looks(name="home")
        await person.press("x")
        assert await person.looks() == looks(name="dialog")


async def test_comparison(examples: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with at_home(examples, size) as person:
        await person.press("c")
        assert await person.looks() == looks(name="overview")
        await person.press("question_mark")
        assert await person.looks() == looks(name="help")
        await person.press("escape", "2")
        assert await person.looks() == looks(name="agenda")
        await person.press("enter")
        assert await person.looks() == looks(name="behind")
        await person.press("escape", "3")
        assert await person.looks() == looks(name="criteria")
        await person.press("enter")
        assert await person.looks() == looks(name="criterion")
        await person.press("escape", "4")
        assert await person.looks() == looks(name="notes")
        await person.press("6")
        assert await person.looks() == looks(name="control")
        await person.press("8")
        assert await person.looks() == looks(name="operating-model")


async def test_too_small(workspace: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    async with at_home(workspace, (size[0] // 3, size[1] // 3)) as person:
        assert await person.looks() == looks(name="too-small")
