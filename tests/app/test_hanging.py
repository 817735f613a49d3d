"""Rows that keep their indent where they are wrapped."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import row
from tests.given.hosts import Host
from tests.given.person import sitting_at


@pytest.mark.parametrize(
    ("before", "below"), [("", ""), ("  ", "  "), ("◆ ", "  "), ("    ~ ", "      "), ("▲ ", "  "), ("- ", "")]
)
async def test_the_second_line_stands_below_the_words_of_the_first(before: str, below: str) -> None:
    said = row((before, "bold"), "one two three four five")
    async with sitting_at(Host(lambda: Static(Hanging([said]))), (20, 5)) as person:
        lines = [line.rstrip() for line in person.sees().splitlines()]
    assert lines[0].startswith(f"{before}one two")
    assert lines[1].removesuffix(lines[1].lstrip()) == below
    assert " ".join(" ".join(lines).removeprefix(before).split()) == "one two three four five"


async def test_rows_follow_each_other_and_an_empty_one_is_a_line() -> None:
    rows = [row(("Title", "bold")), row(), row("  One two three"), row("Four")]
    async with sitting_at(Host(lambda: Static(Hanging(rows))), (10, 6)) as person:
        assert [line.rstrip() for line in person.sees().splitlines()][:5] == [
            "Title",
            "",
            "  One two",
            "  three",
            "Four",
        ]


async def test_a_row_without_words_keeps_its_height() -> None:
    async with sitting_at(Host(lambda: Static(Hanging([row("  "), row("Below")]))), (10, 4)) as person:
        assert [line.rstrip() for line in person.sees().splitlines()][:2] == ["", "Below"]
