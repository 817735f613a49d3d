"""The day that an export shows: told, or that on which the file was written; held against its newest row."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from maturity.exports.dating import said_of_day
from maturity.exports.reading import Told, open_export
from tests.exports.saved import EXPORTS, TODAY, WRITTEN, read, saved

DAY = dt.date(2026, 11, 18)
LINES = "Serial,State,Last seen\n"


def _said(*cells: str, is_told: bool = False) -> str | None:
    return said_of_day(DAY, is_told, [cell[:12] for cell in cells])


@pytest.mark.parametrize(
    "cell",
    [
        "2026-11-18 20:29:04.0000000",
        "2026-11-16T01:02:03Z",
        "2026-11-20",
        "11/18/2026 8:29:04 PM",
        "18.11.2026 20:29",
        " 2026-11-18",
    ],
)
def test_a_newest_row_of_about_that_day_is_no_news(cell: str) -> None:
    assert _said(cell, "2026-01-01", "0001-01-01T00:00:00", "", "never") is None


@pytest.mark.parametrize("cell", ["2026-11-15", "11/15/2026 8:29 PM", "15.11.2026", "15/11/2026"])
def test_a_newest_row_that_is_older_by_more_than_two_days_is_said(cell: str) -> None:
    assert _said(cell, "2025-12-31") == (
        "its newest row is of 2026-11-15, 3 days before 2026-11-18, when the file was written; "
        "name its day if that is another"
    )


def test_a_newest_row_that_is_later_is_said_as_well() -> None:
    assert _said("2026-11-21", is_told=True) == (
        "its newest row is of 2026-11-21, 3 days after 2026-11-18, which was named as its day"
    )


def test_days_that_may_be_months_are_not_guessed() -> None:
    words = _said("01/02/2026", "03/04/2026")
    assert words is not None
    assert words.startswith("in its rows, days cannot be told from months")
    assert _said("01/02/2026", "11/17/2026") is None


def test_without_days_nothing_is_said() -> None:
    assert _said() is None
    assert _said("0001-01-01 00:00", "31.02.2026", "x") is None


def test_what_was_told_is_the_day(tmp_path: Path) -> None:
    path = saved(tmp_path, f"{LINES}a1,on,2026-11-02\n")
    found = read(path, told=Told(day=dt.date(2026, 11, 3)))
    assert (found.table.day, found.table.is_day_told, found.remarks) == (dt.date(2026, 11, 3), True, ())
    path = saved(tmp_path, f"{LINES}a1,on,2026-11-12\n")
    assert read(path).remarks == (
        "export.csv: its newest row is of 2026-11-12, 6 days before 2026-11-18, when the file was written; "
        "name its day if that is another.",
    )


def test_a_file_whose_rows_are_all_older_than_a_week_is_refused_until_its_day_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, f"{LINES}a1,on,2026-11-10\n")
    words = "its newest row is of 2026-11-10, 8 days before 2026-11-18, when the file was written: copying may have"
    with pytest.raises(ValueError, match=words):
        read(path)
    assert read(path, told=Told(day=dt.date(2026, 11, 10))).remarks == ()
    assert len(read(path, told=Told(day=dt.date(2026, 11, 18))).remarks) == 1


def test_a_file_of_the_future_is_refused_unless_its_day_is_told(tmp_path: Path) -> None:
    path = saved(tmp_path, f"{LINES}a1,on,\n", written=WRITTEN + dt.timedelta(days=3))
    with pytest.raises(ValueError, match="was written in the future, as its time says; name the day that it shows"):
        open_export(path, EXPORTS, TODAY)
    assert read(path, told=Told(day=TODAY)).table.day == TODAY
    with pytest.raises(ValueError, match="was said to show 2026-11-21, which lies in the future"):
        open_export(path, EXPORTS, TODAY, told=Told(day=dt.date(2026, 11, 21)))


def test_so_many_different_days_that_they_are_none_are_not_kept(tmp_path: Path) -> None:
    lines = "".join(f"s{number},on,x{number}\n" for number in range(10_100))
    with open_export(saved(tmp_path, LINES + lines), EXPORTS, TODAY) as found:
        assert sum(1 for _ in found.table.rows) == 10_100
        assert len(found._rows.days) == 10_001
