"""Lines with a mark on one thing among them: what keys lead to, what stays in sight, and what the mark leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from maturity.app import themes
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.literal import fitted, row
from maturity.app.widgets.pages import Entry, Quote
from maturity.pictures.control import control
from maturity.pictures.shapes import Head, Ink, Key, Line, Matrix, Sheet, Square
from tests.given.example_results import example_results
from tests.given.hosts import Host
from tests.given.person import Person, sitting_at

LEGEND = (Key("▁", "aligned", Ink.ALIGNED), Key("▇", "far apart", Ink.FAR_APART))


def matrix(rows: int = 4) -> Matrix:
    """A heading, half of the rows, a heading, and the others."""
    lines = [
        Line(f"r{at}", f"row {at}", (Square("▁", "", Ink.ALIGNED), Square("▇", "", Ink.FAR_APART)))
        for at in range(rows)
    ]
    middle = rows // 2
    content = (Line("", "First heading"), *lines[:middle], Line("", "Second heading"), *lines[middle:])
    return Matrix("m", "A matrix", (Head("ONE", "One"), Head("TWO", "Two")), content, LEGEND, "says", Sheet((), ()))


def host_of(*entries: Entry, is_list: bool = True) -> Host:
    def make() -> LinesView:
        view = LinesView(is_list=is_list)
        view.show(lambda: entries)
        return view

    return Host(make)


def rows(person: Person) -> list[str]:
    return [line.rstrip() for line in person.sees().splitlines()]


@pytest.mark.parametrize(
    ("keys", "opened"),
    [
        ((), "r0"),
        (("down",), "r1"),
        (("j", "j"), "r2"),
        (("down", "down", "k"), "r1"),
        (("up",), "r0"),
        (("end",), "r3"),
        (("end", "down"), "r3"),
        (("end", "home"), "r0"),
        (("pagedown",), "r3"),
        (("pagedown", "pageup"), "r0"),
    ],
)
async def test_keys_lead_over_headings_to_a_row_and_enter_opens_it(keys: tuple[str, ...], opened: str) -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        await person.press(*keys, "enter")
    assert app.heard == [opened]


async def test_an_entry_with_an_id_is_marked_as_one_however_many_rows_it_has() -> None:
    picture = control(example_results(), example_results().question_by_id["control.pause_rollout"])
    app = host_of(*(Entry(name, (row(name), picture)) for name in ("one", "two")))
    async with sitting_at(app, (80, 40)) as person:
        await person.press("down", "enter", "up", "enter")
        assert [line[:5] for line in rows(person) if line[:1] == "▸"] == ["▸ one"]
    assert app.heard == ["two", "one"]


async def test_only_rows_with_something_behind_them_are_marked() -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        view = app.query_one(LinesView)
        view.opens = lambda identifier: identifier in ("r1", "r3")
        view.show(lambda: (Entry("", (matrix(),)),))
        await person.press("enter", "down", "enter", "down", "enter")
    assert app.heard == ["r1", "r3", "r3"]


async def test_the_mark_stands_before_the_row_and_no_sign_of_it_changes() -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        marked = next(line for line in rows(person) if line.startswith("▸"))
        await person.press("down")
        unmarked = next(line for line in rows(person) if "row 0" in line)
        assert marked[1:] == unmarked[1:]
        view = app.query_one(LinesView)
        colours = {}
        for name in ("▸ row 1", "  row 0"):
            place = next(at for at, line in enumerate(rows(person)) if line.startswith(name))
            segments = list(view.render_line(place))
            colours[name] = [
                (segment.text.strip(), segment.style.color, segment.style.reverse)
                for segment in segments
                if segment.style and segment.text.strip() in ("▁", "▇")
            ]
        assert len(colours["▸ row 1"]) == 2
        assert colours["▸ row 1"] == colours["  row 0"]


async def test_heads_of_columns_and_the_legend_stay_when_rows_scroll() -> None:
    async with sitting_at(host_of(Entry("", (matrix(rows=40),))), (60, 12)) as person:
        assert "row 39" not in person.sees()
        await person.press("end")
        seen = rows(person)
        assert "▸ row 39" in person.sees()
        assert "ONE" in seen[0] or "One" in seen[0]
        assert "▇ far apart" in seen[-1]
        await person.press("home")
        assert "First heading" in person.sees()
        assert "▸ row 0" in person.sees()


async def test_where_there_is_little_room_a_long_legend_begins_in_sight_and_ends_below_everything() -> None:
    keys = tuple(Key(str(place), f"the meaning of sign number {place}") for place in range(9))
    long = replace(matrix(rows=40), legend=keys)
    async with sitting_at(host_of(Entry("", (long,))), (60, 12)) as person:
        assert "sign number 0" in rows(person)[-2]
        assert "sign number 8" not in person.sees()
        await person.press("end")
        assert "sign number 8" in person.sees()
    async with sitting_at(host_of(Entry("", (long,))), (60, 30)) as person:
        assert "sign number 8" in person.sees()


async def test_what_is_no_list_is_read_from_top_to_end_and_nothing_in_it_is_marked() -> None:
    app = host_of(Entry("", (row("Above"), matrix(rows=40), Quote("one\ntwo"))), is_list=False)
    async with sitting_at(app, (60, 12)) as person:
        assert "▸" not in person.sees()
        await person.press("down", "down", "enter")
        assert "Above" not in person.sees()
        await person.press("end")
        assert [line.strip() for line in rows(person)[-2:]] == ["│ “one", "│ two”"]
        await person.press("home")
        assert "Above" in person.sees()
    assert app.heard == []


async def test_lines_that_are_shown_again_are_neither_made_nor_drawn_anew() -> None:
    made: list[str] = []

    def make(name: str) -> tuple[Entry, ...]:
        made.append(name)
        return (Entry(name, (row(name),)),)

    app = host_of()
    async with sitting_at(app, (60, 12)) as person:
        view = app.query_one(LinesView)
        view.prepare(lambda: make("next"), "next")
        for name in ("one", "next", "one"):
            view.show(lambda name=name: make(name), name)  # type: ignore[misc]
            await person.settle()
            assert f"▸ {name}" in person.sees()
        assert made == ["next", "one"]
        view.forget()
        view.show(lambda: make("one"), "one")
        assert made == ["next", "one", "one"]


async def test_other_lines_keep_the_mark_where_it_is_named() -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        view = app.query_one(LinesView)
        view.show(lambda: (Entry("", (matrix(rows=6),)),), marked="r4")
        await person.press("enter")
        view.show(lambda: (Entry("", (matrix(rows=2),)),), marked="r4")
        await person.press("enter")
    assert app.heard == ["r4", "r0"]


async def test_another_theme_colours_what_is_shown_at_once() -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        view = app.query_one(LinesView)
        app.register_theme(themes.LIGHT)
        colours = []
        for theme in (themes.DARK, themes.LIGHT):
            app.theme = theme.name
            await person.rest()
            place = next(at for at, line in enumerate(rows(person)) if "row 1" in line)
            colours.append(
                {segment.style.color for segment in view.render_line(place) if segment.style and segment.text.strip()}
            )
        assert not colours[0] & colours[1]


async def test_a_second_click_on_a_row_opens_it() -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        place = next(at for at, line in enumerate(rows(person)) if "row 1" in line)
        for _ in range(2):
            await person.pilot.click(LinesView, offset=(20, place))
            await person.settle()
    assert app.heard == ["r1"]


@pytest.mark.parametrize("line", [0, 1, 11])
async def test_a_click_beside_the_rows_does_nothing(line: int) -> None:
    app = host_of(Entry("", (matrix(),)))
    async with sitting_at(app, (60, 12)) as person:
        for _ in range(2):
            await person.pilot.click(LinesView, offset=(20, line))
            await person.settle()
        await person.press("enter")
    assert app.heard == ["r0"]


async def test_without_lines_nothing_opens() -> None:
    app = host_of()
    async with sitting_at(app, (60, 12)) as person:
        await person.press("down", "end", "pagedown", "pageup", "enter")
    assert app.heard == []


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abc", 5, "abc  "),
        ("abcdef", 4, "abc…"),
        ("漢字漢字", 5, "漢字…"),
        ("漢字", 4, "漢字"),
        ("ab", 1, "…"),
        ("", 2, "  "),
    ],
)
def test_text_is_fitted_to_cells_of_the_terminal(text: str, width: int, shown: str) -> None:
    assert fitted(text, width) == shown
