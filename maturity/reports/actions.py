"""What has to be done, as a table for a spreadsheet or a tracker: a row for each thing to settle and for each must."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from maturity.reports.criteria import bound
from maturity.reports.deciding import STATES, UNTIL, concerned, until
from maturity.reports.document_front import order_of, state_of
from maturity.results.model import Results
from questionnaires.words import Priority
from scoring.wording.words import listed

BOM: Final = "\ufeff"
"""By it spreadsheets know UTF-8."""
HEADS: Final = ("id", "text", "owner", "until", "state")
BEGINS: Final = BOM + ",".join(f'"{head}"' for head in HEADS)
"""The first line, by which the next report knows what it may replace."""

_FORMULA: Final = re.compile(r"(^|[;\t|\r\n])([\s\"'“”‘’\u200b\ufffd]*)(?=[=+\-@＝＋－＠﹢﹣﹦﹫−])")
"""What would begin a formula: at the beginning of a cell, after blanks or quotes, or where a spreadsheet of another
country splits the line. Before it goes an apostrophe, which spreadsheets take for the sign of a text."""


def actions(results: Results) -> str:
    """The file as text, with a line end of its own for spreadsheets."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(HEADS)
    writer.writerows([harmless(cell) for cell in row] for row in (*_to_settle(results), *_to_show(results)))
    return BOM + target.getvalue()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet computes."""
    return _FORMULA.sub(r"\1'\2", re.sub(r"[\t\r\n]+", " ", cell))


def _to_settle(results: Results) -> Iterator[tuple[str, ...]]:
    for entry in results.agenda:
        said = f"{entry.title}: {entry.reason}"
        yield entry.question, said, listed(concerned(results, entry)), until(results, entry), STATES[entry.urgency]


def _to_show(results: Results) -> Iterator[tuple[str, ...]]:
    for gate, words in UNTIL.items():
        found = [item for item in results.criterion if item.gate is gate and item.priority is Priority.MUST]
        for item in order_of(results, found):
            said = f"{item.title} ({bound(item)}): {item.statement}"
            yield item.id, said, item.owner, words, state_of(results, item)
