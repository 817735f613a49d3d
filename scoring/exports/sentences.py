"""What is said of figures counted in exports: where they were counted, what was left out, what is missing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from questionnaires.export import Export, Exported
from questionnaires.text import letters_of, one_line
from scoring.exports.counting import Counting, Sums
from scoring.exports.listing import Listing
from scoring.exports.outcomes import Untold
from scoring.exports.rows import Found
from scoring.exports.table import Table

_LONGEST: Final = 240
"""Of a sentence in the file of the pilot's figures."""
_MOST_CAUSES: Final = 3


def header(export: Export, column: str) -> str:
    """A column as people know it: by what it is called in files."""
    found = export.column(column)
    return found.headers[0] if found else column


def report(found: Found, way: Exported) -> str:
    """Where a figure can be looked up."""
    table = found.table
    asked = [table.export.key, *(test.column for test in way.tests), *((way.column,) if way.column else ())]
    columns = ", ".join(header(table.export, name) for name in dict.fromkeys(asked) if name in table.columns)
    return one_line(f"{table.name}, {found.rows:,} rows: {columns}", _LONGEST)


def lacks(table: Table, columns: Sequence[str]) -> str:
    """That a file lacks columns, and what to do."""
    names = " and ".join(f'"{header(table.export, name)}"' for name in columns)
    word = "column" if len(columns) == 1 else "columns"
    return f"{table.name} lacks the {word} {names}; choose {names} in the report and save it again"


def untold(table: Table, causes: Counter[Untold], listing: Listing, ring: str | None) -> str:
    """Why a figure cannot be told: the causes with their counts, the most frequent first."""
    shown = [f"{listing.counted(count)} {cause.why}" for cause, count in causes.most_common(_MOST_CAUSES)]
    more = f"; and {len(causes) - _MOST_CAUSES} more causes" if len(causes) > _MOST_CAUSES else ""
    place = f" in {ring}" if ring else ""
    return f"{table.name}{place}: {'; '.join(shown)}{more}"


def out_of_none(table: Table, listing: Listing, ring: str | None) -> str:
    """That there is nothing to count out of."""
    place = f" of {ring}" if ring else ""
    return f"{table.name}: no {listing.one}{place} is there to be counted out of"


def of_file(found: Found, listing: Listing) -> Iterator[str]:
    """What concerns a file as a whole."""
    name = found.table.name
    if found.unlisted:
        yield f"{name}: {found.unlisted:,} of {found.rows:,} rows are not on the list and are left out"
    if found.without_key:
        yield f"{name}: {found.without_key:,} rows have an empty key and are left out"
    if found.again:
        yield f"{name}: {found.again:,} rows are about a {listing.one} that a later row is about; the later counts"
    if found.doubled:
        yield f"{name}: {listing.counted(found.doubled)} stand there under a name that several have; none is found"
    if not found.table.is_day_told:
        yield f"{name}: the day is that of the file, {found.table.day.isoformat()}, as nobody has named another"


def remarks(counting: Counting, found: Found, sums: Sums, ring: str | None) -> Iterator[str]:
    """What to know of one figure before accepting it."""
    way = counting.way
    if sums.absent:
        effect = "count above the line" if way.absent_counts else "do not count above the line"
        effect = effect if way.listed else "are left out"
        yield f"{counting.listing.counted(sums.absent)} of {sums.listed:,} on the list stand in no row and {effect}"
    if way.wait is not None:
        yield from _too_early(counting, found.table.day, ring)


def _too_early(counting: Counting, day: dt.date, ring: str | None) -> Iterator[str]:
    """That a file shows a day before the one on which it counts at the earliest."""
    if counting.month is None or counting.way.wait is None:
        return
    rings = counting.listing.rings if ring is None else (ring,)
    known = [counting.occasion.deadlines.get(letters_of(name)) for name in rings]
    deadlines = [days for days in known if days is not None]
    if len(deadlines) < len(known):
        yield "a deadline is not known, so whether it may be counted already is not checked"
    if not deadlines:
        return
    earliest = counting.month.released + dt.timedelta(days=max(deadlines) + counting.way.wait)
    if day < earliest:
        yield f"counts on {earliest.isoformat()} at the earliest, and the file shows {day.isoformat()}"
