"""The list of people on the first screen: of thousands only those in sight are made into lines."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

from rich.cells import cell_len

from maturity.app.widgets.literal import row
from maturity.app.widgets.response_list import ResponseList, columns
from maturity.files.found import ResponseFile
from maturity.rounds.teams import Answered
from questionnaires import Response
from tests.given.builders import respond, small
from tests.given.hosts import Host
from tests.given.person import sitting_at

PEOPLE = 3_000
HEIGHT = 10


def named(response: Response, name: str) -> Response:
    return response.model_copy(update={"respondent": response.respondent.model_copy(update={"name": name})})


async def test_of_thousands_of_people_only_those_in_sight_are_made_into_lines() -> None:
    response = respond("endpoint", {})
    files = [ResponseFile(Path(f"{one}.toml"), named(response, f"No {one}"), "") for one in range(PEOPLE)]
    people = ResponseList(small(), Answered())
    with mock.patch("maturity.app.widgets.response_list.row", wraps=row) as made:
        async with sitting_at(Host(lambda: people), (80, HEIGHT)) as person:
            people.show(files, small())
            await person.looks()
            assert "No 0 " in person.sees()
            await person.press("end")
            await person.looks()
            assert f"No {PEOPLE - 1} " in person.sees()
            assert people.selected is files[-1]
    assert made.call_count <= 3 * HEIGHT


def test_names_in_wide_letters_leave_every_column_where_it_is() -> None:
    usual, wide = (columns(name * 20, name * 20, "1", "full", "|") for name in ("a", "漢"))
    assert cell_len(usual) == cell_len(wide)
    assert columns("Security", "Zoë", "1", "full", "") == f"{'Security':<19}{'Zoë':<13}{'1':<6}{'full':<6}"
