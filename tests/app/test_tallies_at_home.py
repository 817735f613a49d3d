"""The app with a tally that another team sent, beside one's own response."""

from __future__ import annotations

import pytest

from maturity.files.tallies import people_in, tally_bytes, tally_document
from maturity.files.workspace import Workspace
from questionnaires import Answer
from scoring import tally
from tests.given.builders import respond, small
from tests.given.files import DIFFERENT, put, response_text
from tests.given.person import ANSWERS, at_home


@pytest.fixture
def with_a_tally(workspace: Workspace) -> Workspace:
    """A response of the endpoint team and a tally of two people of the security team."""
    put(ANSWERS / "endpoint.toml", response_text("endpoint"))
    theirs = [respond("security", DIFFERENT, respondent=identifier) for identifier in ("secu1", "secu2")]
    put(ANSWERS / "sent.toml", tally_bytes(tally_document(small(), tally(small(), theirs), people_in(theirs), 1)))
    return workspace


async def test_home_offers_to_compare_a_response_with_a_tally(with_a_tally: Workspace) -> None:
    async with at_home(with_a_tally) as person:
        assert "press c to compare the teams" in await person.looks()
        assert "only counted" in person.sees()
        assert "could not be used" not in person.sees()
        await person.press("c")
        assert person.screen == "ComparisonScreen"


async def test_one_team_and_its_own_tally_are_not_enough(workspace: Workspace) -> None:
    put(ANSWERS / "endpoint.toml", response_text("endpoint"))
    theirs = [respond("endpoint", {"risk.attitude": Answer(position=1)}, respondent="other")]
    put(ANSWERS / "sent.toml", tally_bytes(tally_document(small(), tally(small(), theirs), people_in(theirs), 1)))
    async with at_home(workspace) as person:
        assert "One more team is needed" in await person.looks()
        await person.press("c")
        assert person.screen == "HomeScreen"


async def test_behind_a_cell_of_a_tally_are_its_counts(with_a_tally: Workspace) -> None:
    async with at_home(with_a_tally, (100, 60)) as person:
        await person.press("c", "6", "right", "enter")
        assert person.screen == "DetailPage"
        assert "5 Five ×2" in await person.looks()


async def test_a_team_that_sent_a_tally_has_a_profile(with_a_tally: Workspace) -> None:
    async with at_home(with_a_tally) as person:
        await person.press("p", "down", "enter")
        assert person.screen == "ProfileScreen"
        assert "2 people" in await person.looks()


async def test_a_person_counted_twice_is_a_problem(with_a_tally: Workspace) -> None:
    put(ANSWERS / "security.toml", response_text("security", DIFFERENT, "secu1"))
    async with at_home(with_a_tally, (100, 30)) as person:
        assert "1 file could not be used" in await person.looks()
        await person.press("x")
        assert "sent.toml: people: counts people who are already" in await person.looks()
