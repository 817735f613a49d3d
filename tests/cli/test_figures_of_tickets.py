"""`maturity figures` on a service desk's tickets, by a file that says once how they are written."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from maturity.exports.reading import OpenExport
from scoring.exports.table import Row
from tests.given.commands import Command
from tests.given.figures_verb import SIGNED, figure, refused, written
from tests.given.files import put
from tests.given.pilot_exports import BUILDS, PERSON, key, saved

TICKETS: Final = """kind = "tickets"
schema = 1
date = "Opened"

[[about]]
column = "Category"
words = ["Update", "restart"]
"""


def tickets(*days: str, category: str = "UPDATES") -> str:
    rows = [f"INC{number},{day} 08:00,{PERSON},{category}" for number, day in enumerate(days)]
    return "\n".join(["Number,Opened,Caller,Category", *rows]) + "\n"


def test_tickets_are_counted_from_the_release_to_the_next_out_of_the_whole_list(figures: Command) -> None:
    put(Path("tickets.toml"), TICKETS)
    opened = ("2026-11-09", "2026-11-10", "2026-11-12", "2026-11-12", "2026-11-30")
    rows = tickets(*opened) + "X,2026-11-13 08:00,Bo,Printer\nX,,Bo,Printer and UPDATE\n"
    saved(Path("tickets.csv"), rows)
    said = figures(*SIGNED, files=("pilot.csv", "tickets.csv", "tickets.toml", "builds.toml"))
    assert [figure(entry) for entry in written()] == [
        ("tickets_per_cycle", None, 1, 4, 40),
        ("busiest_day", None, 1, 2, 40),
    ]
    assert written()[0]["report"] == (
        "So far, until 2026-12-01: tickets.csv, 7 rows, 2026-11-10 to 2026-12-01: Opened, Category"
    )
    text = " ".join(said.out.split())
    for remark in (
        "Left out: 1 ticket with none of the words.",
        "Left out: 1 ticket from before or after these days.",
        "Left out: 1 ticket without a day.",
        "Its cycle ends with the next release, and later tickets count as well.",
        "(4 of 40) so far, at most",
    ):
        assert remark in text
    assert PERSON not in said.out + said.err


FILES: Final = ("pilot.csv", "tickets.csv", "tickets.toml", "builds.toml")
NOVEMBER: Final = ("--month", "2026-11", "--json")


def with_december() -> None:
    """How tickets are written, and the builds of two months: the cycle of November ends on 7 December."""
    put(Path("tickets.toml"), TICKETS)
    december = BUILDS.replace("2026-11", "2026-12").replace("2026-12-10", "2026-12-08").replace("-12-20", "-12-09")
    saved(Path("builds.toml"), BUILDS + december.partition("schema = 1\n")[2])


@pytest.mark.parametrize(
    ("opened", "day", "options", "counted"),
    [
        (("12-07",), "12-07", (), ("So far, until 2026-12-07", 1, True)),
        (("12-07",), "12-08", (), ("tickets.csv, 1 rows, 2026-11-10 to 2026-12-07", 1, False)),
        (("12-06", "12-07"), "11-30", (), ("tickets.csv, 2 rows, 2026-11-10 to 2026-12-07", 2, False)),
        (("11-30", "12-07", "12-12"), "11-30", (), ("tickets.csv, 3 rows, 2026-11-10 to 2026-12-07", 2, False)),
        (("12-05",), "11-30", (), ("So far, until 2026-12-05", 1, True)),
        (("12-06",), "12-07", ("--on", "2026-12-07"), ("tickets.csv, 1 rows, 2026-11-10 to 2026-12-07", 1, False)),
    ],
    ids=["on its last day", "a day after", "a day lost", "rows of the next", "until its newest row", "a day named"],
)
def test_tickets_of_a_cycle_are_counted_to_its_end_where_day_or_newest_row_reach_it(
    figures: Command, opened: tuple[str, ...], day: str, options: tuple[str, ...], counted: tuple[object, ...]
) -> None:
    with_december()
    saved(Path("tickets.csv"), tickets(*(f"2026-{one}" for one in opened)), dt.date.fromisoformat(f"2026-{day}"))
    shown = json.loads(figures(*NOVEMBER, *options, files=FILES).out)["figure"][0]
    assert (shown["report"].partition(":")[0], shown["numerator"], "so_far" in shown) == counted


def test_a_pass_so_far_is_open_and_a_miss_so_far_is_a_miss(figures: Command) -> None:
    put(Path("tickets.toml"), TICKETS)
    saved(Path("tickets.csv"), tickets("2026-11-12"))
    shown = figures(files=FILES)
    assert "◐ Tickets stay within our limit, cycle 1\n  2.5 tickets per 100 devices (1 of 40) so far, " in shown.out
    assert "open, counted until 2026-12-01" in " ".join(shown.out.split())
    assert "▲ The busiest day can be handled, cycle 1\n" in shown.out
    assert "passes" not in shown.out
    said = figures(*SIGNED, files=FILES)
    assert said.messages == ["Added 1 figure to actuals.toml."]
    assert [entry["criterion"] for entry in written()] == ["busiest_day"]
    figures(*SIGNED, "--so-far", files=FILES)
    assert [entry["criterion"] for entry in written()] == ["busiest_day", "tickets_per_cycle"]


def test_how_far_the_newest_ticket_is_from_the_day_of_the_file_is_said(figures: Command) -> None:
    with_december()
    saved(Path("tickets.csv"), tickets("2026-11-12"), dt.date(2026, 12, 14))  # as a copy is that lost its day
    shown = json.loads(figures(*NOVEMBER, files=FILES).out)["figure"][0]
    assert shown["open"]
    assert shown["so_far"].startswith("Whether tickets after 2026-11-12 are missing is not known")
    assert shown["remarks"][0] == "Its newest ticket is of 2026-11-12, and the file of 2026-12-14."
    saved(Path("tickets.csv"), tickets("2026-11-29"))
    assert "newest" not in figures(*NOVEMBER, files=FILES).out


def test_tickets_with_a_key_count_where_it_is_on_the_list(figures: Command) -> None:
    put(Path("tickets.toml"), TICKETS.replace("\n[[", 'key = "Asset"\n\n[[', 1))
    rows = [f"2026-11-12,update,{key(number)}" for number in (0, 1, 99)]
    saved(Path("tickets.csv"), "\n".join(["Opened,Category,Asset", *rows]))
    figures(*SIGNED, files=("pilot.csv", "tickets.csv", "tickets.toml", "builds.toml"))
    assert {entry["numerator"] for entry in written()} == {2}


def test_the_rows_of_each_file_are_read_once(figures: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    rows = OpenExport.__iter__

    def seen(export: OpenExport) -> Iterator[Row]:
        taken.append(export.table.name)
        return rows(export)

    monkeypatch.setattr(OpenExport, "__iter__", seen)
    put(Path("tickets.toml"), TICKETS)
    saved(Path("tickets.csv"), tickets("2026-11-12", "2026-11-12"))
    files = ("pilot.csv", "quality.csv", "tickets.csv", "tickets.toml", "builds.toml")
    assert figures(*SIGNED, files=files).code == 0
    assert {entry["criterion"] for entry in written()} >= {"tickets_per_cycle", "currency_per_ring"}
    assert sorted(taken) == ["pilot.csv", "quality.csv", "tickets.csv"]


def test_tickets_whose_days_may_be_months_are_not_counted(figures: Command) -> None:
    put(Path("tickets.toml"), TICKETS)
    saved(Path("tickets.csv"), tickets("11/12/2026", "12/11/2026"))
    said = figures(files=("pilot.csv", "tickets.csv", "tickets.toml", "builds.toml"))
    assert said.code == 1
    assert 'tickets.csv: not every cell of "Opened" is a day that can be read' in " ".join(said.out.split())


def test_how_tickets_are_written_is_proposed_from_their_headers_once(figures: Command, command: Command) -> None:
    saved(Path("tickets.csv"), tickets("2026-11-12"))
    said = command("figures", "--tickets", "tickets.csv", "--template", "tickets.toml")
    assert said.code == 0
    assert said.messages[0].startswith("Wrote tickets.toml: look at its words;")
    assert command("check", "tickets.toml").out.startswith("tickets.toml: fine, tickets by")
    before = Path("tickets.toml").read_bytes()
    assert command("figures", "--tickets", "tickets.csv", "--template", "tickets.toml").code == 2
    assert Path("tickets.toml").read_bytes() == before
    assert figures("--tickets", "tickets.csv", files=("pilot.csv", "builds.toml", "tickets.toml")).code == 0


def test_tickets_need_somebody_to_say_how_they_are_written(figures: Command) -> None:
    saved(Path("tickets.csv"), tickets("2026-11-12"))
    for files, option in ((("pilot.csv",), ("--tickets", "tickets.csv")), (("pilot.csv", "tickets.csv"), ())):
        (message,) = refused(figures(*SIGNED, *option, files=files))
        assert message.startswith("tickets.csv: holds tickets, and no file says how they are written; write one with")
