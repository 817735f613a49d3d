"""The grid of cells: moves over cells and not over headings, scrolls under frozen labels, says what is opened."""

from __future__ import annotations

import pytest

from maturity.app.widgets.grid import Grid
from maturity.app.widgets.literal import fitted
from maturity.pictures.matrix import Cell, Row, Table
from tests.given.hosts import Host
from tests.given.person import sitting_at


def table(columns: int = 3, rows: int = 4) -> Table:
    """A heading, half of the rows, a heading, and the others; a cell says where it is."""
    lines = [Row(f"r{row}", f"row {row}", tuple(Cell(f"{row}.{col}") for col in range(columns))) for row in range(rows)]
    middle = rows // 2
    content = (Row("", "First heading"), *lines[:middle], Row("", "Second heading"), *lines[middle:])
    return Table(tuple((f"column {col}", 12) for col in range(columns)), content, label_width=14)


def host_of(shown: Table | None) -> Host:
    def make() -> Grid:
        grid = Grid()
        grid.table = shown
        return grid

    return Host(make)


@pytest.mark.parametrize(
    ("keys", "opened"),
    [
        ((), ("r0", 0)),
        (("down",), ("r1", 0)),
        (("j", "j"), ("r2", 0)),
        (("down", "down", "k"), ("r1", 0)),
        (("up",), ("r0", 0)),
        (("right", "l"), ("r0", 2)),
        (("right", "right", "right", "left"), ("r0", 1)),
        (("h",), ("r0", 0)),
        (("end",), ("r3", 0)),
        (("end", "down"), ("r3", 0)),
        (("end", "home"), ("r0", 0)),
        (("pagedown",), ("r3", 0)),
        (("pagedown", "pageup"), ("r0", 0)),
    ],
)
async def test_keys_lead_to_a_cell_and_enter_opens_it(keys: tuple[str, ...], opened: tuple[str, int]) -> None:
    app = host_of(table())
    async with sitting_at(app, (60, 12)) as person:
        await person.press(*keys, "enter")
    assert app.heard == [opened]


async def test_a_page_is_as_many_rows_as_show() -> None:
    app = host_of(table(rows=40))
    async with sitting_at(app, (60, 12)) as person:
        await person.press("pagedown", "enter", "pagedown", "pageup", "enter")
    assert app.heard == [("r9", 0), ("r9", 0)]


async def test_the_row_one_is_on_stays_in_sight() -> None:
    async with sitting_at(host_of(table(rows=40)), (60, 12)) as person:
        assert "row 39" not in person.sees()
        await person.press("end")
        assert "▸row 39" in person.sees()
        await person.press("home")
        assert "▸row 0" in person.sees()
        assert "First heading" in person.sees()


async def test_the_headings_of_the_columns_stay_when_rows_scroll() -> None:
    async with sitting_at(host_of(table(rows=40)), (60, 12)) as person:
        await person.press("end")
        assert "column 0" in person.sees().splitlines()[0]


async def test_a_wide_table_scrolls_sideways_under_labels_that_stay() -> None:
    async with sitting_at(host_of(table(columns=9)), (60, 12)) as person:
        assert "column 8" not in person.sees()
        await person.press(*["right"] * 8)
        said = person.sees()
        assert "column 8" in said
        assert "0.8" in said
        assert "column 0" not in said
        assert "▸row 0" in said
        await person.press(*["left"] * 8)
        assert "column 0" in person.sees()


async def test_a_smaller_table_keeps_the_cursor_inside() -> None:
    app = host_of(table(columns=5, rows=10))
    async with sitting_at(app, (60, 20)) as person:
        await person.press("end", *["right"] * 4)
        app.query_one(Grid).table = table(columns=2, rows=4)
        await person.press("enter")
    assert app.heard == [("r3", 1)]


async def test_a_second_click_on_a_cell_opens_it() -> None:
    app = host_of(table())
    async with sitting_at(app, (60, 12)) as person:
        for _ in range(2):
            await person.pilot.click(Grid, offset=(30, 3))
            await person.settle()
    assert app.heard == [("r1", 1)]


@pytest.mark.parametrize("line", [0, 1, 4, 10])
async def test_a_click_beside_the_cells_does_nothing(line: int) -> None:
    app = host_of(table())
    async with sitting_at(app, (60, 12)) as person:
        for _ in range(2):
            await person.pilot.click(Grid, offset=(30, line))
            await person.settle()
        await person.press("enter")
    assert app.heard == [("r0", 0)]


@pytest.mark.parametrize("nothing", [None, Table((("column", 9),), ())])
async def test_without_rows_nothing_opens(nothing: Table | None) -> None:
    app = host_of(nothing)
    async with sitting_at(app, (60, 12)) as person:
        await person.press("down", "end", "pagedown", "right", "enter")
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
