"""The line of tabs, the list of choices, and the bar at the top."""

from __future__ import annotations

import pytest
from textual.widgets.option_list import Option

from maturity.app.widgets.choices import Choices
from maturity.app.widgets.tab_line import TabLine
from maturity.app.widgets.top_bar import TopBar
from tests.given.hosts import Host
from tests.given.person import sitting_at

TITLES = ("Overview", "Agenda", "Operating model")


async def test_every_tab_has_its_digit() -> None:
    async with sitting_at(Host(lambda: TabLine(TITLES)), (60, 5)) as person:
        assert person.sees().strip() == "1 Overview  2 Agenda  3 Operating model"


async def test_without_room_the_other_tabs_are_shortened_and_the_active_one_is_not() -> None:
    def make() -> TabLine:
        line = TabLine(TITLES)
        line.active = 2
        return line

    async with sitting_at(Host(make), (40, 5)) as person:
        said = person.sees()
    assert "3 Operating model" in said
    assert "1 Overv" in said
    assert len(said.splitlines()[0]) <= 40


TABS = ("Overview", "Agenda", "Criteria", "Notes", "Ownership", "Control", "Risk appetite", "Operating model")
MORE_TABS = (*TABS, "Readiness", "Since round 1", "Plan")
SHORT = ("Overview", "Agenda", "Criteria", "Notes", "Owners", "Control", "Risk", "Stages", "Ready", "Since", "Plan")
SHORTEST = ("Map", "Agenda", "Musts", *SHORT[3:])


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (8, "1 Overview 2 Agenda 3 Criteria 4 Notes 5 Owners 6 Control 7 Risk 8 Stages"),
        (9, "1Overview 2Agenda 3Criteria 4Notes 5Owners 6Control 7Risk 8Stages 9Ready"),
        (11, "1Map 2Agenda 3Musts 4Notes 5Owners 6Control 7Risk 8Stages 9Ready 0Since Plan"),
    ],
)
async def test_eighty_columns_show_whole_words_for_every_tab(number: int, says: str) -> None:
    names = list(zip(SHORT, SHORTEST, strict=True))[:number]
    async with sitting_at(Host(lambda: TabLine(MORE_TABS[:number], names, kept=4)), (80, 5)) as person:
        assert " ".join(person.sees().split()) == says


@pytest.mark.parametrize(("x", "place"), [(2, 0), (14, 1), (25, 2)])
async def test_a_click_on_a_tab_picks_it(x: int, place: int) -> None:
    app = Host(lambda: TabLine(TITLES))
    async with sitting_at(app, (60, 5)) as person:
        await person.pilot.click(TabLine, offset=(x, 0))
        await person.settle()
    assert app.heard == [place]


async def test_a_click_beside_the_tabs_picks_none() -> None:
    app = Host(lambda: TabLine(TITLES))
    async with sitting_at(app, (60, 5)) as person:
        await person.pilot.click(TabLine, offset=(55, 0))
        await person.settle()
    assert app.heard == []


async def test_letters_move_through_choices_as_arrows_do() -> None:
    app = Host(lambda: Choices(*(Option(word) for word in ("one", "two", "three")), markup=False))
    async with sitting_at(app) as person:
        choices = app.query_one(Choices)
        await person.press("j", "j", "k")
        assert choices.highlighted == 1
        await person.press("up")
        assert choices.highlighted == 0


async def test_the_top_bar_keeps_the_state_and_cuts_the_place() -> None:
    async with sitting_at(Host(lambda: TopBar("Endpoint · question 1 of 40", "12 of 56 answered")), (30, 5)) as person:
        line = person.sees().splitlines()[0]
    assert line.endswith("12 of 56 answered")
    assert "…" in line
    assert len(line) <= 30
