"""What the comparison looks like with a round before it, and with the pilot's figures. Guards appearance only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from maturity.files.examples import examples as example_responses
from maturity.files.workspace import Workspace
from questionnaires import Response, builtin
from scoring import compare, tally
from tests.given.files import put
from tests.given.person import ANSWERS, at_home
from tests.given.pilots import TODAY
from tests.given.rounds import handed_in
from tests.given.snapshots import TextSnapshot

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
pytestmark = pytest.mark.parametrize("size", SIZES)

Size = tuple[int, int]


@pytest.fixture
def looks(snapshot: SnapshotAssertion) -> SnapshotAssertion:
    """The screen as text, each state under its name."""
    return snapshot.use_extension(TextSnapshot)


def after_the_workshop() -> Iterator[Response]:
    """The examples in a second round on their agenda: on every other question all follow the first of them."""
    first, *_ = everybody = list(example_responses())
    contested = compare(builtin(), tally(builtin(), everybody), 1).agenda.questions
    only = tuple(question.id for question in builtin().questions if question.id in contested)
    settled = {question: first.answers[question] for question in only[::2] if question in first.answers}
    for response in everybody:
        kept = {question: response.answers[question] for question in only if question in response.answers}
        agreed = {question: answer for question, answer in settled.items() if question in response.answers}
        who = response.respondent.model_copy(update={"round": 2, "only": only, "answered": None})
        yield response.model_copy(update={"respondent": who, "answers": {**kept, **agreed}})


async def test_what_moved(examples: Workspace, size: Size, looks: SnapshotAssertion) -> None:
    handed_in(ANSWERS, list(after_the_workshop()))
    async with at_home(examples, size) as person:
        await person.press("c", "0")
        assert await person.looks() == looks(name="since")
        await person.press("end")
        assert await person.looks() == looks(name="since-further-down")


async def test_verdicts(
    examples: Workspace, size: Size, looks: SnapshotAssertion, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("maturity.clock.now", lambda: dt.datetime.combine(TODAY, dt.time(9), dt.UTC))
    figures = Path(__file__).parents[1] / "given" / "actuals" / "gaps.toml"
    put(ANSWERS / "figures.toml", figures.read_bytes())
    async with at_home(examples, size) as person:
        await person.press("c", "3")
        assert await person.looks() == looks(name="criteria")
        await person.press("enter")
        assert await person.looks() == looks(name="criterion")
