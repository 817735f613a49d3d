"""What is said of figures counted in exports: where they were counted, what was left out, what is missing."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from questionnaires.builds import MonthOfBuilds
from questionnaires.export import Export, Role
from questionnaires.exported import Aim, RowTestPart, What
from questionnaires.text import one_line
from scoring.exports.asking import Counting, looked_at
from scoring.exports.counting import Sums
from scoring.exports.listing import Listing
from scoring.exports.outcomes import Untold
from scoring.exports.rows import Found, is_by_name
from scoring.exports.table import Table

_LONGEST: Final = 240
"""Of a sentence in the file of the pilot's figures."""
_MOST_CAUSES: Final = 3
_APART: Final = dt.timedelta(days=2)
"""By how much the day of a file may differ from the one that is meant, before that is said."""


def header(export: Export, column: str) -> str:
    """A column as people know it: by what it is called in files."""
    found = export.column(column)
    return found.headers[0] if found else column


def report(files: Iterable[Found], counting: Counting, of_all: Found | None = None) -> str:
    """Where a figure can be looked up: files, rows and columns."""
    way = counting.way
    parts = [_part(found, looked_at(way.tests, way.column, found)) for found in files]
    if way.beside is not None and counting.beside is not None:
        parts.append(_part(counting.beside, looked_at(way.beside.tests, None, counting.beside)))
    if counting.first is not None:
        parts.append(_part(counting.first, []))
    if of_all is not None and way.aim is not None:
        parts.append(_part(of_all, looked_at(way.aim.among, None, of_all)))
    return one_line("; ".join(parts), _LONGEST)


def _part(found: Found, asked: Sequence[str]) -> str:
    export = found.table.export
    named = [name for name in dict.fromkeys((export.key, *asked)) if name in found.table.columns]
    return f"{found.table.name}, {found.rows:,} rows: {', '.join(header(export, name) for name in named)}"


def lacks(table: Table, columns: Sequence[str]) -> str:
    """That a file lacks columns, and what to do."""
    names = " and ".join(_known_as(table.export, name) for name in columns)
    word, it = ("column", "it") if len(columns) == 1 else ("columns", "them")
    return f"{table.name} lacks the {word} {names}; choose {it} in the report and save it again."


def _known_as(export: Export, column: str) -> str:
    """A column by what it is called in the file and, where that is known, on the screen."""
    found = export.column(column)
    headers = found.headers[:2] if found else (column,)
    return " or ".join(f'"{header}"' for header in headers)


def not_joined(table: Table, listing: Listing) -> str:
    """That a file cannot be held against the list."""
    name = table.export.with_role(Role.NAME)
    if name is not None and (not listing.by_key or table.export.key == name.id):
        return f'{table.name} is held against the list by names: "{name.headers[0]}" has to stand in both.'
    return lacks(table, [table.export.key])


def needs_two(table: Table) -> str:
    """That one file does not show a stretch of time."""
    return f"{table.name} is the only day of “{table.export.title}” that is there; give an earlier file of it as well."


def before_release(table: Table, month: MonthOfBuilds) -> str:
    """That a file is from before the cycle that is counted."""
    return f"{table.name} shows {_before(table.day, month)}, and is not counted in its cycle."


def _before(day: dt.date, month: MonthOfBuilds) -> str:
    return f"{day.isoformat()}, before the release of {month.month} ({month.released.isoformat()})"


def needs_file(titles: Iterable[str]) -> str:
    """That no export is there by which something could be counted."""
    return f"Needs a file of {' or '.join(f'“{title}”' for title in titles)}."


def unknown_builds(causes: Iterable[Untold]) -> str:
    """What the builds do not know; empty where something else is why a figure cannot be told."""
    return " ".join(sorted(f"{cause.lack.words}." for cause in causes if cause.lack is not None))


def untold(table: Table, causes: Counter[Untold], listing: Listing, ring: str | None) -> str:
    """Why a figure cannot be told: the causes with their counts, the most frequent first."""
    shown = [f"of {listing.counted(count)} {cause.why}" for cause, count in causes.most_common(_MOST_CAUSES)]
    more = f"; and {len(causes) - _MOST_CAUSES} more causes" if len(causes) > _MOST_CAUSES else ""
    return f"{table.name}{f', {ring}' if ring else ''}: cannot be told {'; '.join(shown)}{more}."


def of_file(found: Found, listing: Listing) -> Iterator[str]:
    """What concerns a file as a whole."""
    name = found.table.name
    if is_by_name(found.table, listing):
        yield f"{name} is held against the list by names, as one of the two has no keys of the other."
    if found.unlisted:
        yield f"{name}: {found.unlisted:,} of {found.rows:,} rows are not on the list and are left out."
    if found.without_key:
        yield f"{name}: rows with an empty key, left out: {found.without_key:,}."
    if found.again:
        yield f"{name}: rows of what a later row is about, left out: {found.again:,}."
    if found.doubled:
        yield f"{name}: names that several have there, so that none of them is found: {found.doubled:,}."


def remarks(counting: Counting, files: Mapping[int, Found], sums: Sums, beside: str) -> Iterator[str]:
    """What to know of one figure before accepting it; `files` are by ring, `beside` the title of another export."""
    way = counting.way
    if sums.absent:
        effect = "counted above the line" if way.absent_counts else "not counted above the line"
        effect = effect if way.listed else "left out"
        yield f"On the list and in no row: {counting.listing.counted(sums.absent)} of {sums.listed:,}, {effect}."
    if sums.without_value and way.column is not None:
        export = next(iter(files.values())).table.export
        yield f'"{header(export, way.column)}" is empty in rows that count: {sums.without_value:,}.'
    yield from _how_frequent(counting, sums)
    if way.beside is not None and counting.beside is None:
        names = " and ".join(f'"{test.column}"' for test in way.beside.tests)
        yield f"No file of “{beside}” with the column {names} is there, so nobody counts by it."
    if counting.first is not None:
        yield _first(counting, counting.first.table)
    yield from _apart(counting, files)
    for ring, found in files.items():
        if found.table.day < counting.latest:
            day = found.table.day.isoformat()
            yield f"{counting.ring(ring)} stands in {found.table.name} of {day} and in no later file."
    if way.wait is not None and counting.month is not None:
        for ring in (ring for ring in files if counting.deadline(ring) is None):
            yield f"The deadline of {counting.ring(ring)} is not known, so whether it counts already is not checked."
    if way.note is not None:
        yield way.note


def _how_frequent(counting: Counting, sums: Sums) -> Iterator[str]:
    """How many have the most frequent number, which need not be most of them."""
    if counting.way.what is What.MOST_FREQUENT and sums.values:
        number = max(sums.values.values())
        share = f"{number:,} of {sums.listed:,}"
        yield f"Most have it, {share}." if number * 2 > sums.listed else f"{share} have it."


def _first(counting: Counting, table: Table) -> str:
    """In which earlier file all have to stand, and how far that is from the start of the cycle."""
    words = f"Counts what stands in {table.name} of {table.day.isoformat()} as well"
    if counting.month is None or abs(table.day - counting.month.released) <= _APART:
        return f"{words}."
    return f"{words}, {_distance(table.day, counting.month.released)} the release."


def _apart(counting: Counting, files: Mapping[int, Found]) -> Iterator[str]:
    """That a file shows a day well after the one on which its ring counts, or well before that of a file besides."""
    days = [(day, found.table.day) for found, day in _counts_on(counting, files)]
    if days and min(shown for _, shown in days) > max(day for day, _ in days) + _APART:
        first, shown = max(day for day, _ in days), max(shown for _, shown in days)
        yield f"Shows {shown.isoformat()}, {_distance(shown, first)} the day on which it counts ({first.isoformat()})."
    latest = max(found.table.day for found in files.values())
    if counting.month is not None and latest < counting.month.released:
        yield f"Shows {_before(latest, counting.month)}."
    if counting.beside is not None:
        other = counting.beside.table
        if abs(other.day - latest) > _APART:
            apart = _distance(other.day, latest)
            yield f"{other.name}, which is asked besides, shows {other.day.isoformat()}, {apart} that."


def _distance(day: dt.date, other: dt.date) -> str:
    """`3 days after`, `1 day before`."""
    days = abs((day - other).days)
    return f"{days} {'day' if days == 1 else 'days'} {'before' if day < other else 'after'}"


def _counts_on(counting: Counting, files: Mapping[int, Found]) -> Iterator[tuple[Found, dt.date]]:
    """For each ring of which the deadline is known the day on which it counts at the earliest."""
    if counting.month is None or counting.way.wait is None:
        return
    for ring, found in files.items():
        deadline = counting.deadline(ring)
        if deadline is not None:
            yield found, counting.month.released + dt.timedelta(days=deadline + counting.way.wait)


def aimed_at(counted: int, wanted: int, aim: Aim, size: int, of_all: Found) -> str:
    """How many were counted towards a size, and of what that is a share."""
    export = of_all.table.export
    which = " and ".join(f"{header(export, test.column)} {_words_of(test)}" for test in aim.among)
    where = f"{of_all.table.name}, which names {of_all.everybody:,}"
    share = f"{aim.share} % of the {size:,}{f' with {which}' if which else ''} in {where}"
    asked = f"{wanted:,} asked for: {share}" if wanted < aim.most else f"{wanted:,} asked for, as {share} are as many"
    return f"{counted:,} counted, and {asked}."


def _words_of(test: RowTestPart) -> str:
    return " or ".join(test.words) or test.test.value


def so_far(counting: Counting, files: Mapping[int, Found]) -> str | None:
    """When it counts, where a file shows an earlier day than its ring counts on; None where that day has come, or is
    not known."""
    early = [day for found, day in _counts_on(counting, files) if found.table.day < day]
    return f"Counts on {max(early).isoformat()} at the earliest." if early else None


def report_so_far(report: str, day: dt.date) -> str:
    """Where a figure can be looked up, and first until when it is counted: that stays beside it once it is signed."""
    return one_line(f"So far, until {day.isoformat()}: {report}", _LONGEST)
