"""Tables for spreadsheets: comma-separated after RFC 4180, known as UTF-8, and of no cell that computes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import Final

BOM: Final = "\ufeff"
"""By it spreadsheets know UTF-8."""
_FORMULA: Final = re.compile(r"(^|[;\t|\r\n])([\s\"'“”‘’\u200b\ufffd]*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫−])")
"""What would begin a formula: at the beginning of a cell, after blanks or quotes, or where a spreadsheet of another
country splits the line. Before it goes an apostrophe, which spreadsheets take for the sign of a text."""


def harmless(cell: str) -> str:
    """A cell that no spreadsheet computes."""
    return _FORMULA.sub(r"\1'\2", re.sub(r"[\t\r\n]+", " ", cell))


def first_line(heads: Iterable[str]) -> str:
    """How a table with these columns begins, by which the next one knows what it may replace."""
    return BOM + ",".join(f'"{head}"' for head in heads)


def csv_text(heads: Sequence[str], rows: Iterable[Iterable[str]]) -> str:
    """The table as text, with a line end of its own for spreadsheets."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return BOM + target.getvalue()
