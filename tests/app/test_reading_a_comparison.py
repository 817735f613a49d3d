"""Reading a comparison: the pane beside a list, the page of its own, views, search, and people folded away."""

from __future__ import annotations

import threading

import pytest

from maturity.app.screens.comparison import ComparisonScreen
from maturity.files.workspace import Workspace
from questionnaires import Answer
from tests.given.builders import respond
from tests.given.person import ANSWERS, Person, at_home
from tests.given.rounds import both_rounds, handed_in

WIDE = (120, 40)
AGENDA = ("Reading the update reports", "When an update breaks something", "Calling a stop")


def marked(person: Person) -> str:
    """The line that the mark is on."""
    return next(line for line in person.sees().splitlines() if line.startswith("▸"))


def comparison(person: Person) -> ComparisonScreen:
    screen = person.app.screen
    assert isinstance(screen, ComparisonScreen)
    return screen


async def test_with_room_what_stands_behind_the_marked_line_stands_beside_it_and_follows(examples: Workspace) -> None:
    async with at_home(examples, WIDE) as person:
        await person.press("c")
        for tab in "2356789":
            await person.press(tab)
            for key in ("down", "up"):
                await person.press(key)
                screen = comparison(person)
                detail = screen.detail_of(screen.list.marked)
                assert detail is not None, tab
                beside = [line.partition("│")[2].strip() for line in person.sees().splitlines()]
                assert detail.title in beside, tab
            await person.press("enter")
            assert person.screen == "DetailPage", tab
            await person.press("escape")


async def test_the_overview_begins_on_what_is_to_be_settled_first(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c")
        assert f"▸ {AGENDA[0]}" in person.sees()
        assert f"▸ {AGENDA[0]}" not in person.sees().splitlines()[-3]  # with what follows it
        await person.press("enter")
        assert AGENDA[0] in person.sees().splitlines()[0]


async def test_the_scrollbar_of_every_tab_says_where_its_list_is(examples: Workspace) -> None:
    async with at_home(examples) as person:
        for key in ("c", "2", "end", "3", "down", "1"):
            await person.press(key)
            lines = comparison(person).list
            assert lines.vertical_scrollbar.position == lines.scroll_offset.y


async def test_a_legend_stands_once_however_long_it_is(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "9", "end")
        assert person.sees().count("partly met") - person.sees().count("▃ partly met") <= 1
        assert person.sees().count("□ no answer") == 1


@pytest.mark.parametrize("size", [WIDE, (80, 24)])
async def test_a_view_without_anything_to_mark_is_drawn_over_the_whole_width_at_once(
    examples: Workspace, size: tuple[int, int]
) -> None:
    async with at_home(examples, size) as person:
        await person.press("c", "3", "v")
        assert "There are no figures of the pilot yet" in person.sees()


async def test_without_room_a_list_has_the_whole_width(examples: Workspace) -> None:
    async with at_home(examples, (109, 40)) as person:
        await person.press("c", "2")
        assert "│" not in person.sees()
        await person.pilot.resize_terminal(110, 40)
        assert "│" in await person.looks()


async def test_a_page_leads_along_the_list_and_esc_back_to_the_line_it_shows(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "2", "enter")
        assert f"Agenda · 1  {AGENDA[0]}" in person.sees()
        await person.press("right", "n")
        assert f"Agenda · 3  {AGENDA[2]}" in person.sees()
        await person.press("left")
        assert f"Agenda · 2  {AGENDA[1]}" in person.sees()
        await person.press("escape")
        assert person.screen == "ComparisonScreen"
        assert AGENDA[1] in marked(person)
        await person.press("enter", "left", "left", "escape")
        assert "Application owners" in marked(person), "before the first comes the last"


async def test_below_a_page_nothing_moves_until_it_is_left(examples: Workspace) -> None:
    async with at_home(examples, WIDE) as person:
        await person.press("c", "2")
        below = comparison(person)
        first, second, third, *_ = below.list.stops
        await person.press("enter", "right", "right")
        assert below.list.marked == first
        await person.press("escape")
        assert comparison(person) is below
        assert below.list.marked == third != second
        detail = below.detail_of(third)
        assert detail is not None
        assert detail.title in [line.partition("│")[2].strip() for line in person.sees().splitlines()]


async def test_a_page_scrolls_with_the_arrows(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "2", "enter")
        before = person.sees()
        await person.press("down", "down")
        assert person.sees() != before
        await person.press("home")
        assert person.sees() == before


async def test_people_stay_folded_away_on_every_tab_until_p_unfolds_them(examples: Workspace) -> None:
    async with at_home(examples, (120, 60)) as person:
        await person.press("c")
        for unfolded in (False, True):
            seen = ""
            for tab in "245":
                await person.press(tab)
                seen += await person.looks()
                await person.press("enter")
                seen += await person.looks()
                await person.press("escape")
            assert ("person 1" in seen) is unfolded
            assert ("“" in seen.replace("“nobody”", "") and "We have the console" in seen) is unfolded
            await person.press("p")


async def test_what_is_unfolded_on_a_page_is_unfolded_in_the_list_as_well(examples: Workspace) -> None:
    async with at_home(examples, (100, 60)) as person:
        await person.press("c", "4", "enter", "p")
        assert "These are Intune reports" in " ".join(person.sees().split())
        await person.press("escape")
        assert "These are Intune reports" in person.sees()
        await person.press("p")
        assert "These are Intune reports" not in person.sees()


async def test_v_turns_through_the_views_of_a_tab_and_every_tab_keeps_its_own(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "v")
        assert comparison(person).view.name == "Columns"
        await person.press("3", "v")
        assert comparison(person).view.name == "Figures"
        assert "There are no figures of the pilot yet" in person.sees()
        await person.press("1")
        assert comparison(person).view.name == "Columns"
        await person.press("v", "v", "v")
        assert comparison(person).view.name == "Map"
        await person.press("2")
        assert "View" not in await person.footer()


async def test_the_mark_stays_on_its_question_from_view_to_view(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "7", "down", "down", "v")
        assert marked(person).startswith("▸ Devices that are current")
        await person.press("v")
        assert "Devices that are current" in marked(person)


async def test_f_shows_only_the_tasks_in_dispute_and_says_which(examples: Workspace) -> None:
    async with at_home(examples, (80, 60)) as person:
        await person.press("c", "5")
        assert "all tasks" in person.sees()
        assert "Direction for updates" in person.sees()
        await person.press("f")
        assert "only contested tasks" in person.sees()
        assert "Calling a stop" in person.sees()
        assert "Direction for updates" not in person.sees()
        await person.press("f")
        assert "Reading the update reports" in person.sees()
        await person.press("f", "f", "f")
        assert "Direction for updates" in person.sees()
        await person.press("6")
        assert "Filter" not in await person.footer()


async def test_search_finds_questions_findings_and_criteria_and_enter_goes_there(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "slash")
        await person.type("drill")
        assert "MUST   Pause drill: we can stop a rollout" in person.sees()
        await person.press("enter")
        assert person.screen == "DetailPage"
        assert "Criteria · Pause drill" in person.sees()
        await person.press("escape", "slash")
        await person.type("unaware owner")
        assert "1 line fits" in person.sees()
        await person.press("enter")
        assert "Ownership · 1  Reading the update reports" in person.sees()
        await person.press("escape")
        assert "Reading the update reports" in marked(person)


async def test_search_by_number_finds_the_item_of_the_agenda_and_esc_changes_nothing(examples: Workspace) -> None:
    async with at_home(examples, WIDE) as person:
        await person.press("c", "2", "down", "slash")
        await person.type("14")
        assert "Releasing the monthly update" in marked(person)
        await person.press("escape")
        assert AGENDA[1] in marked(person)
        await person.press("slash")
        await person.type("no such words")
        assert "Nothing has all of these words." in person.sees()
        await person.press("enter")
        assert person.screen == "SearchPage"
        await person.press("escape", "slash", "down", "down", "enter")
        assert person.screen == "ComparisonScreen"
        assert comparison(person).list.marked == "ownership.design_groups_and_rings"


async def test_search_looks_through_notes_only_where_people_are_unfolded(examples: Workspace) -> None:
    async with at_home(examples) as person:
        await person.press("c", "slash")
        await person.type("console")
        assert "Nothing has all of these words." in person.sees()
        await person.press("escape", "p", "slash")
        await person.type("console")
        assert "We have the console and the rights" in person.sees()


async def test_what_cannot_be_compared_is_said_and_nothing_breaks(workspace: Workspace) -> None:
    handed_in(
        ANSWERS,
        [
            respond("endpoint", {"risk.attitude": Answer(position=1)}, respondent="endpoint1"),
            respond("security", {"control.release": Answer(needed=1, wanted=1)}, respondent="security1"),
        ],
    )
    async with at_home(workspace) as person:
        await person.press("c")
        assert "Nothing can be compared yet: no question has an answer of two teams." in person.sees()
        for key in "23456789":
            await person.press(key, "v", "enter", "escape")
            if person.screen == "HomeScreen":
                await person.press("c")
        assert person.screen == "ComparisonScreen"


async def test_while_another_comparison_is_made_the_screen_says_so_and_goes_on(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    both_rounds(ANSWERS)
    async with at_home(workspace, is_patient=False) as person:
        await person.press("c")
        while person.screen != "ComparisonScreen":
            await person.press("c")
        screen, may_end = comparison(person), threading.Event()
        assert screen.others is not None
        show = screen.others.show

        def slowly(choice: object) -> object:
            may_end.wait()
            return show(choice)  # type: ignore[arg-type]

        object.__setattr__(screen.others, "show", slowly)
        await person.press("t")
        assert "Comparing…" in person.sees()
        await person.press("2", "t", "down")
        assert screen.tab.id == "agenda"
        assert marked(person)
        may_end.set()
        await person.rest()
        assert "Comparing…" not in person.sees()
        assert screen.others.choice.carrying is False
        assert screen.tab.id == "agenda"
