"""Lines whose quotation marks are no pairs: read where it is clear where their cells part, and refused by name else."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.exports import bare_quotes
from maturity.exports.bare_quotes import careful_records
from tests.exports.saved import read, refused, rows_of, saved

HEAD = "Serial,State,Ring\r\n"


def test_quotation_marks_inside_a_cell_are_a_part_of_it(tmp_path: Path) -> None:
    assert rows_of(tmp_path, HEAD + 'a1,15" wide,one\r\n') == [("a1", '15" wide', "one")]


def test_a_cell_that_begins_with_a_lone_quotation_mark_does_not_swallow_the_lines_below(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, HEAD + 'a1,"15 wide,one\r\nb2,on,two\r\nc3,"17 wide,one\r\nd4,on,two\r\n')
    assert rows == [("a1", '"15 wide', "one"), ("b2", "on", "two"), ("c3", '"17 wide', "one"), ("d4", "on", "two")]


def test_quotation_marks_around_a_part_of_a_cell_stay_while_those_around_a_whole_one_go(tmp_path: Path) -> None:
    assert rows_of(tmp_path, HEAD + '"a1","big" one,"o""e"\r\n') == [("a1", '"big" one', 'o"e')]


def test_delimiters_between_quotation_marks_part_nothing_even_where_others_are_no_pairs(tmp_path: Path) -> None:
    assert rows_of(tmp_path, HEAD + '"a,1","on"!,one\r\n') == [("a,1", "on!", "one")]


def test_line_breaks_in_cells_are_kept_before_and_after_a_line_that_is_no_pairs(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, HEAD + 'a1,"two\r\nlines",one\r\nb2,"big" one,two\r\nc3,"three\n\nlines",one\r\n')
    assert rows == [("a1", "two\r\nlines", "one"), ("b2", '"big" one', "two"), ("c3", "three\n\nlines", "one")]


def test_a_line_that_can_be_parted_in_no_way_is_refused_by_its_number(tmp_path: Path) -> None:
    said = refused(tmp_path, HEAD + 'a1,on,"two\r\nlines"\r\nb2,"x,"y","z",1\r\nc3,on,one\r\n')
    assert said == [
        "line 4: cannot be parted into cells: its quotation marks are no pairs; mend the line, or save the report again"
    ]


def test_a_quotation_mark_that_never_ends_is_refused_where_it_begins(tmp_path: Path) -> None:
    assert [line[:6] for line in refused(tmp_path, HEAD + 'a1,on,one\r\nb2,"on\r\nc3,on,one\r\n')] == ["line 3"]


@pytest.mark.parametrize("end", ["", '" and more\r\nc3,on,one\r\n'])
def test_what_may_be_the_rest_of_a_cell_is_not_taken_for_rows(tmp_path: Path, end: str) -> None:
    said = refused(tmp_path, f'{HEAD}a1,on,one\r\nb2,on,"begins here\r\nand goes on, too\r\nto the end{end}')
    assert [line[:6] for line in said] == ["line 3"]


def test_faults_are_told_together_but_no_more_than_twenty(tmp_path: Path) -> None:
    bad = 'b2,"x,"y","z",1\r\n'
    assert len(refused(tmp_path, HEAD + bad * 3)) == 3
    assert len(refused(tmp_path, HEAD + bad * 300)) == 20


def test_nothing_is_left_out_or_doubled_where_careful_reading_begins(tmp_path: Path) -> None:
    before = [(f"s{number}", "on\nand on", "one") for number in range(500)]
    lines = "".join(f'{serial},"{state}",{ring}\r\n' for serial, state, ring in before)
    data = f'\r\n{HEAD}\r\n{lines}t,"big" one,two\r\n{lines}'
    assert rows_of(tmp_path, data) == [*before, ("t", '"big" one', "two"), *before]


def test_long_rows_are_counted_once_though_the_file_is_begun_again(tmp_path: Path) -> None:
    found = read(saved(tmp_path, HEAD + 'a1,on,one,x\r\nb2,"big" one,two\r\nc3,on,one,x\r\n'))
    assert found.rows == [("b2", '"big" one', "two")]
    assert "2 rows have more cells than there are headers and were left out (the first in line 2)" in found.remarks[0]


def test_lines_made_to_be_looked_through_again_and_again_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bare_quotes, "_MOST_LOOKED", 1000)
    asked = 0

    def lines(number: int) -> Iterator[str]:
        nonlocal asked
        for _ in range(number):
            asked += 1
            yield 'a",b"c,"d\n'

    first = next(careful_records(lines(8000), ",", 3))
    assert first == (1, ['a"', 'b"c', '"d'])
    assert asked == 1001
    assert sum(1 for _ in careful_records(lines(8000), ",", 3)) == 8000


TEXTS = st.text(st.sampled_from("a,;\"\n\r 'x"), max_size=8)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=8), st.sampled_from(",;\t"))
def test_what_is_well_formed_is_read_carefully_as_python_reads_it(table: list[list[str]], delimiter: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows(table)
    written.seek(0)
    assert [record for _, record in careful_records(iter(written), delimiter, 3)] == table


@given(st.text(st.sampled_from('a,"\n'), max_size=60))
def test_whatever_python_refuses_is_read_line_by_line_or_refused_and_every_line_is_numbered(text: str) -> None:
    records = list(careful_records(iter(io.StringIO(text, newline="")), ",", 2))
    numbers = [number for number, _ in records]
    assert numbers == sorted(set(numbers))
    assert (numbers[-1] if numbers else 0) == len(io.StringIO(text, newline="").readlines())
    try:
        expected = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return
    assert [record for _, record in records] == expected
