"""Faults as they are said: each on one line, many of a kind counted, and never at the price of a hang."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from questionnaires import Fault, InvalidFile
from questionnaires.faults import MOST_FAULTS, summed, validate


class _Row(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    number: int


class _Rows(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    row: Annotated[list[_Row], Field(max_length=1_000_000)]


def told(data: object) -> list[str]:
    with pytest.raises(InvalidFile) as caught:
        validate(_Rows, data, "some.toml")
    return [str(fault) for fault in caught.value.faults]


def test_a_line_break_in_what_is_quoted_begins_no_line_of_ours() -> None:
    forged = "\nsecurity.toml: fine, 40 questions with an answer"
    fault = Fault(f"a{forged}.toml", f"b{forged}", f'is "c{forged}"')
    assert str(fault).splitlines() == [str(fault)]
    assert "a↵security.toml: fine" in str(fault)


def test_a_quoted_value_stays_on_its_line_and_shows_its_breaks() -> None:
    (line,) = told({"row": [{"number": "1\n2\t3\r4\u2028"}]})
    assert line == 'some.toml: row[0].number: is "1↵2⇥3\ufffd4\ufffd"; a whole number was expected'


def test_a_long_value_is_cut_where_one_sees_it() -> None:
    (line,) = told({"row": [{"number": "x" * 900_000}]})
    assert line == f'some.toml: row[0].number: is "{"x" * 39}…"; a whole number was expected'


def test_of_many_faults_of_a_kind_the_first_are_listed_and_the_others_counted() -> None:
    lines = told({"row": [{"number": str(place)} for place in range(391)] + [{"other": 1}]})
    assert len(lines) == 22
    assert lines[18] == 'some.toml: row[18].number: is "18"; a whole number was expected'
    assert lines[19].endswith("a whole number was expected; and 371 more like it")
    assert lines[20:] == [
        "some.toml: row[391].number: is missing; add it",
        "some.toml: row[391].other: is not a known key; remove it or correct its name",
    ]


def test_twenty_faults_of_a_kind_are_all_listed() -> None:
    faults = [Fault("a", f"b[{place}]", "is missing") for place in range(20)]
    assert summed([*faults, *faults]) == faults


def test_faults_of_one_kind_in_two_files_are_counted_apart() -> None:
    faults = [Fault(file, f"b[{place}]", "is missing") for file in "ab" for place in range(20)]
    assert summed(faults) == faults


def test_so_many_faults_that_nobody_could_wait_for_are_counted_and_the_first_described() -> None:
    lines = told({"row": [{"number": "x"}] * 50_000})
    assert lines[0] == "some.toml: has 50000 faults; the first ones are listed"
    assert lines[1] == 'some.toml: row[0].number: is "x"; a whole number was expected'
    assert len(lines) == 21


def test_faults_beyond_the_beginning_are_counted_all_the_same() -> None:
    rows: list[object] = [{"number": 1}] * 200
    lines = told({"row": [*rows, *[{"number": "x"}] * (MOST_FAULTS + 1)]})
    assert lines == [f"some.toml: has {MOST_FAULTS + 1} faults; the first ones are listed"]


def test_a_key_of_any_length_is_cut_where_it_is_said() -> None:
    assert str(Fault("a.toml", "k" * 5000, "is wrong")) == f"a.toml: {'k' * 159}…: is wrong"
