"""What another export says of the same ones, or of the same rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.exports.asking import Counting, looked_at
from scoring.exports.cells import Value
from scoring.exports.outcomes import Outcome, every
from scoring.exports.row_tests import ask
from scoring.exports.rows import Found


@dataclass(frozen=True, slots=True)
class Said:
    """What was said: outcomes, and which of them stands for whom. Of whom nothing is said, the first: no."""

    outcomes: Sequence[Outcome] = (False,)
    of_listed: Sequence[int] = ()
    """For everybody on the list; empty where rows are told apart, or nothing is said."""
    of_rows: Sequence[int] = ()
    """For each row of the export that is counted in; empty where nothing is said."""


NOTHING = Said()


def said_beside(counting: Counting, found: Found) -> Said:
    """What the other export says, where a way of counting asks one that is there."""
    part, other = counting.way.beside, counting.beside
    if part is None or other is None:
        return NOTHING
    outcomes: list[Outcome] = [False]
    keys = _keys(other, part.row)
    marks: dict[tuple[int, Value], int] = {}
    known: dict[tuple[int, tuple[Value, ...]], int] = {}
    columns = looked_at(part.tests, None, other)
    for (place,), cells, _ in other.patterns((range(len(other.listed)),), columns):
        ring = counting.listing.ring_of[other.listed[place]]
        pattern = (ring, tuple(cells.values()))
        if pattern not in known:
            row = counting.row(other, ring, cells)
            outcome = every(ask(row, test) for test in part.tests)
            outcomes.extend(() if outcome in outcomes else (outcome,))
            known[pattern] = outcomes.index(outcome)
        marks[other.listed[place], keys[place] if keys else None] = known[pattern]
    own = _keys(found, part.row)
    of_rows = [marks.get((one, own[place] if own else None), 0) for place, one in enumerate(found.listed)]
    of_listed = () if part.row else [marks.get((one, None), 0) for one in range(len(counting.listing))]
    return Said(outcomes, of_listed, of_rows)


def _keys(found: Found, column: str | None) -> list[Value]:
    """For each row, the key by which it is held against the other export; empty where none is asked."""
    if column is None:
        return []
    places, values = found.columns[column].values()
    return [values[place] for place in places]
