"""`python -m tests.content` prints every row of the published tables: who asks for it, and its owner by page."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from questionnaires import builtin
from questionnaires.words import Depth
from tests.content.ownership_became import BECAME
from tests.content.roles import IN_NO_TABLE, LATER_ROWS, LEFT_OUT, MARKS, ROWS_2022, Row


def lines() -> Iterator[str]:
    """The rows of 2022 by phase with their counts, those that came later, what no table has, and what is left out."""
    for phase, rows in groupby(ROWS_2022, lambda row: row.phase):
        found = list(rows)
        owners = Counter(MARKS[row.owners[0]] for row in found)
        yield f"{phase} 2022: {len(found)} rows, customer {owners['customer']}, service {owners['service']}"
        yield from _table(found)
    for year, unknown in (("2023", "-"), ("2024", "--")):
        later = [row for row in LATER_ROWS if row.owners.count("-") == len(unknown)]
        yield f"Added in {year}: {len(later)} rows"
        yield from _table(later)
    yield f"In no table: {len(IN_NO_TABLE)} tasks"
    yield from (f"    {_asked(place)}" for place in IN_NO_TABLE)
    yield "Left out"
    yield from (f"    {row}: {reason}" for row, reason in LEFT_OUT.items())
    depths = Counter(question.depth for question in builtin().questions if question.section == "ownership")
    yield "Asked: " + ", ".join(f"{depths[depth]} {depth.value}" for depth in Depth)
    yield "What became of each question"
    yield from (f"    {name}: {text}" for name, text in BECAME.items())


def _table(rows: Sequence[Row]) -> Iterator[str]:
    yield f"    {'row':40}{'question':48}{'2022':10}{'2023':10}2024"
    for row in rows:
        owners = "".join(f"{(MARKS[mark] or 'none') if mark != '-' else '-':10}" for mark in row.owners)
        yield f"    {row.what:40}{_asked(row.place):48}{owners}".rstrip()


def _asked(place: str) -> str:
    question = builtin().question_by_id.get(f"ownership.{place}")
    return f"{place} ({question.depth.value if question else 'lapsed'})"


if __name__ == "__main__":
    sys.stdout.write("\n".join(lines()) + "\n")
