"""`maturity figures`: what saved exports tell of the criteria, and what is written once somebody signs it."""

from __future__ import annotations

import datetime as dt
import json
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from tests.given.commands import Command
from tests.given.files import Outcome, put
from tests.given.pilot_exports import BUILDS, DAY, FIGURES, PERSON, key, listed, report, saved, write_exports

TODAY: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
SIGNED: Final = ("-o", "actuals.toml", "--by", "Kim Doe")


@pytest.fixture
def figures(command: Command, examples: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """The verb on the examples; where no file is named, on the three that lie there."""
    monkeypatch.setattr("maturity.clock.now", lambda: TODAY)
    write_exports(Path())

    def run(*arguments: str | Path, files: tuple[str, ...] = ("pilot.csv", "quality.csv", "builds.toml")) -> Outcome:
        return command("-w", examples, "figures", *files, *arguments)

    return run


def written() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path("actuals.toml").read_text(encoding="utf-8"))["actual"]
    return found


def figure(entry: dict[str, Any]) -> tuple[object, ...]:
    return tuple(entry.get(part) for part in ("criterion", "ring", "cycle", "numerator", "denominator"))


def refused(said: Outcome) -> list[str]:
    """What was said of files that cannot be used; nothing was written."""
    assert said.code == 3
    assert said.out == ""
    assert not Path("actuals.toml").exists()
    assert PERSON not in said.err
    return said.messages


def test_it_shows_value_and_threshold_and_writes_nothing(figures: Command) -> None:
    said = figures()
    assert said.code == 0
    assert "Cycle 1, release of 2026-11 (2026-11-10)." in said.out
    assert "▲ Few devices are not ready\n  5 % (2 of 40), at most 3 %: misses\n" in said.out
    assert "● Devices are current in every ring, Ring2, cycle 1\n  95 % (19 of 20), at least 95 %: passes\n" in said.out
    assert "  quality.csv, 40 rows: AADDeviceId, DeviceReadiness; 2026-12-01\n" in said.out
    assert "Needs a file of" in said.out
    assert said.messages[-1].startswith("Nothing is written yet: 4 figures from 2 files, 2 of them miss")
    assert said.messages[-1].endswith("figures pilot.csv quality.csv builds.toml -o actuals.toml --by 'YOUR NAME'")
    assert not Path("actuals.toml").exists()
    assert PERSON not in said.out + said.err


def test_what_somebody_signs_is_written_and_the_gate_reads_it(figures: Command, command: Command) -> None:
    said = figures(*SIGNED)
    assert (said.code, said.messages[-1]) == (0, "Added 4 figures to actuals.toml.")
    assert [figure(entry) for entry in written()] == list(FIGURES)
    assert {(entry["by"], entry["date"]) for entry in written()} == {("Kim Doe", DAY)}
    assert tomllib.loads(Path("actuals.toml").read_text())["pilot"]["rings"] == ["Ring1", "Ring2"]
    gate = command("-w", "examples", "gate", "actuals.toml")
    assert gate.code == 1
    assert "Ring1, cycle 1: 95 % (19 of 20, 2026-12-01, Kim Doe)" in gate.out


def test_the_same_figure_is_not_written_twice(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    again = figures(*SIGNED)
    assert (again.code, again.messages) == (
        0,
        ["actuals.toml: nothing was added; 4 figures of these files stand there already."],
    )
    assert Path("actuals.toml").read_bytes() == before


def test_the_next_release_is_the_next_cycle(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    december = BUILDS.replace("2026-11", "2026-12").replace("2026-12-10", "2026-12-08").replace("-12-20", "-12-09")
    saved(Path("builds.toml"), BUILDS + december.partition("schema = 1\n")[2])
    day = dt.date(2026, 12, 14)
    saved(Path("quality.csv"), report(day), day)
    said = figures(*SIGNED)
    assert said.messages[-1] == "Added 4 figures to actuals.toml."
    assert Path("actuals.toml").read_bytes().startswith(before)
    assert [entry.get("cycle") for entry in written()] == [None, 1, 1, 1, None, 2, 2, 2]
    assert "at the earliest" in " ".join(said.out.split()), (
        "the second ring's deadline and the days of waiting are not over"
    )


def test_the_month_cycle_day_and_deadlines_are_those_that_somebody_names(figures: Command) -> None:
    saved(Path("own.toml"), BUILDS.replace("2026-11", "2026-08"))
    named = ("--builds", "own.toml", "--month", "2026-08", "--cycle", "7", "--on", "2026-12-02", "--json")
    shown = json.loads(figures(*named, files=("pilot.csv", "quality.csv")).out)
    assert (shown["month"], shown["cycle"]) == ("2026-08", 7)
    assert {entry["date"] for entry in shown["figure"]} == {"2026-12-02"}


def test_a_ring_of_ones_own_gets_its_deadline_from_whoever_calls(figures: Command) -> None:
    saved(Path("pilot.csv"), listed(("First", "Broad")))
    assert "deadline is not known" in " ".join(figures().out.split())
    shown = json.loads(figures("--deadline", "first=3", "--deadline", "BROAD=12", "--json").out)
    assert [figure(entry)[0] for entry in shown["figure"]] == [name for name, *_ in FIGURES]


def test_a_figure_of_which_a_part_is_missing_is_shown_and_not_written(figures: Command) -> None:
    head, *rows = report().splitlines()
    saved(Path("quality.csv"), "\n".join([f"{head},QUUpdateInstalledTime", *(f"{row},2026-11-12" for row in rows)]))
    said = figures(*SIGNED)
    assert said.code == 0
    assert "Shown, and to be entered by a person" in said.out
    assert "◇ The last ring can be done in time" in said.out
    assert len(written()) == len(FIGURES)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--by", "Kim Doe"), "Nothing would be signed: name the file as well"),
        (("-o", "actuals.toml"), "Nothing is written yet"),
        (("--deadline", "Ring1"), '--deadline: is written RING=DAYS, and "Ring1" is not'),
        (("--as", "quality"), '--as: is written FILE=ID, and "quality" is not'),
        (("--month", "November"), "a month is written as in 2026-11"),
    ],
)
def test_what_is_half_said_writes_nothing(figures: Command, arguments: tuple[str, ...], said: str) -> None:
    outcome = figures(*arguments)
    assert outcome.code == 2
    assert said in outcome.err
    assert not Path("actuals.toml").exists()


def test_a_list_of_other_things_is_refused(figures: Command) -> None:
    others = listed().replace("-4000-", "-5000-")
    saved(Path("pilot.csv"), others)
    (message,) = refused(figures(*SIGNED))
    assert message.startswith(
        "pilot.csv: none of 40 devices on it stands in quality.csv: the usual cause is the object"
    )


def test_two_rings_for_one_are_refused_with_their_rows(figures: Command) -> None:
    saved(Path("pilot.csv"), listed() + f"{key(3)},Ring2\n")
    (message,) = refused(figures(*SIGNED))
    assert message.startswith('pilot.csv: row 42: the device of row 5 is in "Ring1" there and in "Ring2" here')


def test_builds_that_lack_a_version_in_use_are_refused_by_its_name(figures: Command) -> None:
    saved(Path("quality.csv"), report(before="10.0.22621.5000"))
    (message,) = refused(figures(*SIGNED))
    assert "22621" in message
    assert "2026-11" in message


def test_faults_of_several_files_come_together_and_nothing_is_written(figures: Command) -> None:
    saved(Path("tasks.csv"), "Task,Who\nSweep,Anna\n")
    saved(Path("bomb.zip"), b"PK\x03\x04" + b"\0" * 40)
    put(Path("builds.toml"), BUILDS.replace("7171", '"many"'))
    saved(Path("quality.csv"), report().encode() + b"PC,\xff\xfe\x00\n")
    messages = refused(
        figures(*SIGNED, files=("pilot.csv", "quality.csv", "tasks.csv", "bomb.zip", "gone.csv", "builds.toml"))
    )
    named = [message.partition(":")[0] for message in messages]
    assert sorted(named) == ["bomb.zip", "builds.toml", "gone.csv", "quality.csv", "tasks.csv"]


def test_rings_that_the_pilots_figures_do_not_name_are_refused(figures: Command) -> None:
    figures(*SIGNED)
    before = Path("actuals.toml").read_bytes()
    saved(Path("pilot.csv"), listed(("ring 1", "Broad")))
    said = figures(*SIGNED, "--cycle", "2")
    assert (said.code, said.messages) == (
        3,
        ['pilot.csv: has "Broad", but the rings in pilot.rings are: Ring1, Ring2; name the same in both'],
    )
    assert Path("actuals.toml").read_bytes() == before


def test_a_month_that_no_builds_know_is_refused(figures: Command) -> None:
    (message,) = refused(figures(*SIGNED, "--month", "2027-03"))
    assert message == (
        "builds.toml: has no builds of 2027-03; the last it has are of 2026-11: add that month to a file of builds"
    )


def test_a_file_of_figures_that_is_not_sound_is_left_alone(figures: Command) -> None:
    put(Path("actuals.toml"), 'kind = "actuals"\nschema = 1\n')
    before = Path("actuals.toml").read_bytes()
    assert figures(*SIGNED).code == 3
    assert Path("actuals.toml").read_bytes() == before


def test_the_figures_beside_the_answers_tell_the_cycle_and_what_is_known(figures: Command) -> None:
    figures("-o", "examples/pilot.toml", "--by", "Kim Doe")
    said = figures()
    assert said.code == 0
    assert "In the file already" in said.out
    assert said.messages == ["There is nothing to write: 4 figures of these files stand there already."]
    assert figures("--cycle", "2").messages[-1].endswith("/examples/pilot.toml --by 'YOUR NAME'")


def test_a_bad_answer_is_named_and_does_not_keep_figures_from_being_written(figures: Command) -> None:
    put(Path("examples/broken.toml"), "kind = ")
    said = figures(*SIGNED)
    assert said.code == 3
    assert said.messages[-1] == "Added 4 figures to actuals.toml."
    assert len(written()) == len(FIGURES)


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
    assert written()[0]["report"] == "tickets.csv, 7 rows, 2026-11-10 to 2026-12-01: Opened, Category"
    text = " ".join(said.out.split())
    for remark in (
        "Left out: 1 ticket with none of the words.",
        "Left out: 1 ticket from before or after these days.",
        "Left out: 1 ticket without a day.",
        "the cycle ends with the next release",
    ):
        assert remark in text
    assert PERSON not in said.out + said.err


def test_tickets_with_a_key_count_where_it_is_on_the_list(figures: Command) -> None:
    put(Path("tickets.toml"), TICKETS.replace("\n[[", 'key = "Asset"\n\n[[', 1))
    rows = [f"2026-11-12,update,{key(number)}" for number in (0, 1, 99)]
    saved(Path("tickets.csv"), "\n".join(["Opened,Category,Asset", *rows]))
    figures(*SIGNED, files=("pilot.csv", "tickets.csv", "tickets.toml", "builds.toml"))
    assert {entry["numerator"] for entry in written()} == {2}


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
