"""The keys at the foot of a page stay as they are until other keys work."""

from __future__ import annotations

from maturity.app import themes
from maturity.app.screens.help import HelpDialog
from maturity.app.widgets.key_line import KeyLine, ShownKey, fitting
from maturity.files.workspace import Workspace
from tests.given.person import Person, answering, at_home


def keys(person: Person) -> tuple[ShownKey, ...]:
    """The keys that the page on top shows."""
    return person.app.screen.query_one(KeyLine).shown


def colours(person: Person) -> set[str]:
    """The styles in the last line of the screen."""
    return {str(segment.style) for segment in person.app.screen._compositor.render_strips()[-1]}


async def test_the_keys_stay_where_they_are_while_the_same_work(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.rest()
        before = keys(person)
        await person.press("j", "f1", "escape")
        await person.rest()
        assert len(before) > 5
        assert keys(person) is before


async def test_the_keys_are_made_anew_when_another_works(workspace: Workspace) -> None:
    async with answering(workspace, "ownership.pause") as person:
        await person.rest()
        before = keys(person)
        await person.press("1", "enter")
        await person.rest()
        assert {key.action for key in keys(person)} - {key.action for key in before} == {"back", "undo"}


async def test_a_click_on_a_key_presses_it_and_one_beside_it_does_nothing(teams: Workspace) -> None:
    async with at_home(teams) as person:
        begins = (await person.looks()).splitlines()[-1].index("? Help")
        await person.pilot.click(KeyLine, offset=(begins - 1, 0))
        assert not isinstance(person.app.screen, HelpDialog)
        await person.pilot.click(KeyLine, offset=(begins, 0))
        await person.rest()
        assert isinstance(person.app.screen, HelpDialog)


async def test_keys_that_stay_take_the_colours_of_another_theme(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.rest()
        before = colours(person)
        person.app.theme = themes.LIGHT.name
        await person.rest()
        assert not colours(person) & before


def test_no_key_is_cut_and_the_way_back_and_help_stay_whatever_else_has_no_room() -> None:
    taken = [10, 10, 10, 10, 5, 5]
    assert fitting(taken, 61) == [0, 1, 2, 3, 4, 5]
    assert fitting(taken, 60) == [0, 1, 2, 4, 5]
    assert fitting(taken, 20) == [4, 5]
    assert fitting(taken, 1) == [4, 5]
    assert fitting([], 80) == []


async def test_a_narrow_terminal_shows_fewer_keys_and_a_wide_one_more(teams: Workspace) -> None:
    async with at_home(teams) as person:
        await person.press("f")
        await person.rest()
        before = len(keys(person))
        await person.pilot.resize_terminal(60, 24)
        await person.rest()
        last = (await person.looks()).splitlines()[-1]
        assert last.rstrip().endswith("? Help")
        assert len(keys(person)) < before
        await person.pilot.resize_terminal(120, 24)
        await person.rest()
        assert len(keys(person)) >= before
