"""Rows of saved exports: the columns that are known, as they stand in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exports.saved import LISTED, TODAY, WRITTEN, read, refused, rows_of, saved, zipped

LINES = "Serial,State,User,Ring\r\na1,on,anna@example.org,one\r\nb2,off,ben@example.org,two\r\n"
ROWS = [("a1", "on", "one"), ("b2", "off", "two")]


def test_known_columns_are_read_and_others_are_dropped(tmp_path: Path) -> None:
    read_one = read(saved(tmp_path, LINES))
    assert (read_one.table.export.id, read_one.table.columns) == ("machines", ("serial", "state", "ring"))
    assert read_one.rows == ROWS
    assert read_one.remarks == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_same_is_read_in_any_encoding_with_any_delimiter_zipped_or_not(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    text = LINES.replace(",", delimiter).replace("one", "größer")
    data = text.encode(encoding)
    expected = [("a1", "on", "größer"), ROWS[1]]
    assert rows_of(tmp_path, data) == expected
    assert rows_of(tmp_path, zipped(data)) == expected


def test_utf_16_with_its_big_end_first_and_a_mark_is_read(tmp_path: Path) -> None:
    assert rows_of(tmp_path, b"\xfe\xff" + LINES.encode("utf-16-be")) == ROWS


def test_a_first_line_may_name_the_delimiter(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "sep=;\r\nSerial;State\r\na,1;on\r\n") == [("a,1", "on")]


def test_short_rows_are_filled_up_and_long_ones_are_read_where_the_surplus_is_empty(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "Serial,State,Ring\na1\nb2,on,one,,\n") == [("a1", "", ""), ("b2", "on", "one")]


def test_rows_with_more_cells_than_headers_are_left_out_and_counted(tmp_path: Path) -> None:
    found = read(saved(tmp_path, "Serial,State\na1,on\nb2,on,off\nc3,on\nd4,a,b,c\n"))
    assert found.rows == [("a1", "on"), ("c3", "on")]
    assert found.remarks[0].endswith(
        "2 rows have more cells than there are headers and were left out (the first in line 3)."
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_where_a_large_file_stops_being_text_is_told_by_its_line(tmp_path: Path, ends: str, encoding: str) -> None:
    lines = ["Serial,State", *(f"serial-{number},größer" for number in range(30_000))]
    lines[20_000] += "\0"
    said = "line 20001: holds NULs, which no text does; save the report again, as CSV"
    assert refused(tmp_path, ends.join(lines).encode(encoding)) == [said]


def test_of_a_report_without_rows_it_is_said_that_it_has_none(tmp_path: Path) -> None:
    for text in ("Serial,State", "Serial,State\r\n\r\n,,\r\n"):
        found = read(saved(tmp_path, text))
        assert (found.rows, found.remarks) == ([], ("export.csv: it has no rows.",))


def test_the_file_is_dated_by_its_time(tmp_path: Path) -> None:
    table = read(saved(tmp_path, LINES)).table
    assert (table.day, table.is_day_told) == (WRITTEN.date(), False)
    assert table.day < TODAY


def test_two_columns_for_one_meaning_are_refused_unless_they_agree(tmp_path: Path) -> None:
    assert rows_of(tmp_path, "Serial,State,Machine serial\na1,on,A1\n") == [("a1", "on")]
    assert refused(tmp_path, "Serial,State,Machine serial\na1,on,A1\na1,on,b2\na1,on,c3\n") == [
        'line 3: "Serial" and "Machine serial" are one column by their headers, and say different things; leave one out'
    ]


def test_a_list_is_told_from_a_report_that_has_its_columns_as_well(tmp_path: Path) -> None:
    assert read(saved(tmp_path, "Serial,Ring\na1,one\n")).table.export is LISTED
    assert read(saved(tmp_path, "Serial,Ring,State\na1,one,on\n")).table.export.id == "machines"
