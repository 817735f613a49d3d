"""The example of four teams, opened from an empty home: in a folder of its own, never compared with real answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.files.workspace import Workspace
from tests.given.person import ANSWERS, at_home


async def test_e_opens_the_example_and_escape_leads_back(autopatch: Workspace) -> None:
    async with at_home(autopatch) as person:
        await person.press("e")
        assert "maturity · example" in person.sees()
        assert "6 responses" in person.sees()
        await person.press("c")
        assert "4 teams, 6 people" in person.sees()
        await person.press("escape", "escape")
        assert "maturity · home" in person.sees()
        assert "0 responses" in person.sees()
    assert list(ANSWERS.glob("*.toml")) == []
    assert len(list((ANSWERS / "example").glob("*.toml"))) == 6


async def test_the_example_is_offered_beside_the_teams_and_not_among_the_people(examples: Workspace) -> None:
    async with at_home(examples) as person:
        assert "e Example" in await person.footer()
        await person.press("f")
        assert "Example" not in await person.footer()
        await person.press("e")
        assert "maturity · home" in person.sees()


@pytest.mark.parametrize("before", [(), ("e", "c")], ids=["example", "export"])
async def test_nobody_waits_for_an_example_or_an_export_that_another_program_holds(
    autopatch: Workspace, monkeypatch: pytest.MonkeyPatch, before: tuple[str, ...]
) -> None:
    """Waiting would freeze every key."""

    def is_held(source: Path, target: Path) -> None:
        raise PermissionError(13, "The process cannot access the file")

    def wait(seconds: float) -> None:
        raise AssertionError(f"waited for {seconds} s")

    async with at_home(autopatch, (120, 40), toasts=True) as person:
        await person.press(*before)
        monkeypatch.setattr(Path, "replace", is_held)
        monkeypatch.setattr("maturity.files.saving.time.sleep", wait)
        await person.press("e")
        assert "Press e again." in " ".join(person.sees().replace("▌", " ").split())
