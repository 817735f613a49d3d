"""Any table of texts, written by Python in any dialect and any encoding, is read back cell by cell."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.exports import limits, packed, source
from tests.exports.saved import LISTED, MACHINES, column, export, read, saved, zipped

COLUMNS = ("one", "two", "three")
ANY = export("any", tuple(column(name) for name in COLUMNS), known_by=COLUMNS)
CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12) | st.text(
    st.sampled_from(',;\t"\n\r =é€'), max_size=8
)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS).filter(any), max_size=12)
BLOCKS = st.sampled_from([4, 5, 7, 64, limits.BLOCK])
"""Bytes that are read at a time: a line, a line break and a character may lie in two of them."""
WESTERN = st.text(st.sampled_from('abc,;"\r\n éüßÄ'), max_size=8)


def _written(table: list[tuple[str, ...]], delimiter: str, quoting: int, ends: str) -> str:
    text = io.StringIO(newline="")
    if ends != "\r\n":  # Python 3.11 quotes only those line breaks by which it ends lines
        quoting = csv.QUOTE_ALL
    writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ends)  # type: ignore[arg-type]
    writer.writerow(COLUMNS)
    writer.writerows(table)
    return text.getvalue()


def _read_back(data: bytes, is_zipped: bool, block: int) -> list[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(source, "BLOCK", block)
        patch.setattr(packed, "BLOCK", block)
        return read(saved(Path(folder), zipped(data) if is_zipped else data), (ANY, MACHINES, LISTED)).rows


@settings(deadline=None)
@given(
    TABLES,
    st.sampled_from(",;\t"),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.booleans(),
    BLOCKS,
)
def test_any_table_is_read_back(
    table: list[tuple[str, ...]], delimiter: str, quoting: int, ends: str, encoding: str, is_zipped: bool, block: int
) -> None:
    assert _read_back(_written(table, delimiter, quoting, ends).encode(encoding), is_zipped, block) == table


@settings(deadline=None)
@given(st.lists(st.tuples(WESTERN, WESTERN, WESTERN).filter(any), max_size=12), st.sampled_from(",;\t"), BLOCKS)
def test_any_western_table_is_read_back_from_windows_1252(
    table: list[tuple[str, ...]], delimiter: str, block: int
) -> None:
    table = [*table, ("é", "", "")]  # so that it is not UTF-8
    assert _read_back(_written(table, delimiter, csv.QUOTE_MINIMAL, "\r\n").encode("cp1252"), False, block) == table
