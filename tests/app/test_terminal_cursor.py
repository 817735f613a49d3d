"""Where the terminal's own cursor stands: on the line that one is on, wherever lines are marked."""

from __future__ import annotations

import pytest

from maturity.files.workspace import Workspace
from maturity.pictures.signs import HERE
from tests.given.person import Person, at_home


async def under_cursor(person: Person) -> str:
    """The line of the screen on which the terminal's own cursor stands."""
    lines = (await person.looks()).split("\n")
    person.app._display(person.app.screen, None)
    return lines[person.app.cursor_position.y].strip(" │")


async def test_it_follows_the_people_the_teams_to_begin_for_and_the_options(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f")
        assert (await under_cursor(person)).startswith("Endpoint")
        await person.press("end")
        assert (await under_cursor(person)).startswith("Security")
        await person.press("n", "down")
        assert (await under_cursor(person)).startswith("2 Operations")
        await person.press("2", "enter", "down", "down")
        assert (await under_cursor(person)).startswith(f"{HERE}  [3]")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_it_follows_the_mark_through_a_comparison_and_a_workshop(
    examples: Workspace, size: tuple[int, int]
) -> None:
    async with at_home(examples, size) as person:
        await person.press("c")
        for tab in "1234":
            await person.press(tab, "down", "down", "pagedown")
            assert HERE in await under_cursor(person), tab
        await person.press("escape", "w")
        await person.press("down", "pagedown", "down")
        assert HERE in await under_cursor(person)
