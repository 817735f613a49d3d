"""Names of teams beside the answers, on the screens: from the first list to the saved file."""

from __future__ import annotations

from maturity.files.workspace import Workspace
from tests.given.person import ANSWERS, at_home, saved_answers

NAMES = 'kind = "roster"\nschema = 1\n\n[teams]\nendpoint = "Workplace"\n'


async def test_whoever_answers_is_offered_the_names_and_the_file_keeps_the_ids(workspace: Workspace) -> None:
    ANSWERS.mkdir()
    roster = ANSWERS / "names.toml"
    roster.write_text(NAMES, encoding="utf-8")
    async with at_home(workspace) as person:
        await person.press("n")
        assert "1 Workplace" in person.sees()
        await person.press("1", "enter")
        assert "Workplace · question 1 of 10" in person.sees()
        assert "[1] Workplace" in person.sees()
        await person.press("1")
        assert "Chosen: Workplace." in person.sees()
        await person.press("escape")
        assert "Workplace" in await person.looks()
        roster.unlink()
    assert saved_answers() == {"ownership.pause": {"owner": "endpoint"}}


async def test_the_list_and_the_comparison_call_the_teams_as_the_roster_says(teams: Workspace) -> None:
    async with at_home(teams) as person:
        assert "Endpoint" in person.sees()
        (ANSWERS / "names.toml").write_text(NAMES, encoding="utf-8")
        await person.press("r")
        assert "Endpoint" not in person.sees()
        assert "Workplace" in person.sees()
        await person.press("c")
        assert person.screen == "ComparisonScreen"
        assert "Endpoint" not in person.sees()
