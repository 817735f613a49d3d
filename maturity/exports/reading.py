"""A saved export, opened: a table whose rows come once, one by one, and what to know about it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from maturity.clock import day_of
from maturity.exports.columns import columns_of
from maturity.exports.dating import against_day, said_of_day
from maturity.exports.decoding import Text
from maturity.exports.heading import heading_of
from maturity.exports.records import Records
from maturity.exports.rows import Rows
from maturity.exports.source import Progress, Source, source_at
from questionnaires.export import Export
from questionnaires.faults import Fault, InvalidFile
from questionnaires.reading import said_of
from questionnaires.text import one_line
from scoring.exports.table import Row, Table

_LONGEST_TITLE: Final = 120


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody says of a file, so that it need not be found out."""

    export: str | None = None
    """The id of the export that it is."""
    day: dt.date | None = None
    """The day that it shows."""


def _nothing(done: int, size: int) -> None:
    """Nobody waits."""


NOTHING_TOLD = Told()


class OpenExport:
    """An export while it is read: `table`, and what is known about it once its rows were taken. To be closed."""

    def __init__(self, source: Source, title: str, exports: Sequence[Export], today: dt.date, told: Told) -> None:
        self._source = source
        self._title = title
        self._state = _state(source)
        self._day, self._is_told = _day(source, told, today)
        self.is_read = False
        """Whether all rows were taken."""
        self._text = Text(source)
        heading = heading_of(next(self._text.pieces(), ""), exports, source.name)
        self._columns = columns_of(heading.headers, exports, source.name, told.export)
        self._rows = Rows(Records(self._text.pieces, heading, source.name), self._columns, heading.headers, source.name)

    @property
    def table(self) -> Table:
        """What is counted in. Taking its rows raises InvalidFile where the file turns out to be unusable: whatever was
        counted by then is to be thrown away."""
        columns = self._columns
        return Table(self._title, columns.export, columns.ids, self._day, self._is_told, self)

    def __iter__(self) -> Iterator[Row]:
        return chain(self._rows, self._end())

    def _end(self) -> Iterator[Row]:
        """No more rows; raises InvalidFile where those before may not be of one file."""
        self.is_read = True
        if _state(self._source) != self._state:
            raise InvalidFile([Fault(self._source.name, "", "was changed while it was read; read it again")])
        if (words := against_day(self._day, self._is_told, self._rows.days)) is not None:
            raise InvalidFile([Fault(self._source.name, "", words)])
        yield from ()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to know about the file, in sentences; complete once all rows were taken."""
        return tuple(f"{self._title}: {words}." for words in self._remarks())

    def _remarks(self) -> Iterator[str]:
        rows = self._rows
        if rows.is_empty:
            yield "it has no rows"
        if (words := said_of_day(self._day, self._is_told, rows.days)) is not None:
            yield words
        if rows.long == 1:
            yield f"the row in line {rows.first_long} has more cells than there are headers and was left out"
        elif rows.long:
            where = f"the first in line {rows.first_long}"
            yield f"{rows.long:,} rows have more cells than there are headers and were left out ({where})"
        if self._text.is_old:
            yield "it is not in Unicode and was read as Windows-1252"

    def close(self) -> None:
        """Lets go of the file."""
        self._source.file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_export(
    path: Path, exports: Sequence[Export], today: dt.date, *, told: Told = NOTHING_TOLD, progress: Progress = _nothing
) -> OpenExport:
    """Opens a saved export and reads its headers. Raises InvalidFile with what is wrong with it."""
    source = source_at(path, progress)
    try:
        with said_of(source.name):
            return OpenExport(source, one_line(path.name, _LONGEST_TITLE), exports, today, told)
    except BaseException:
        source.file.close()
        raise


def headers_at(path: Path) -> tuple[str, ...]:
    """The headers of a file of which nothing is known yet, on one line each. They may be about people, and are for the
    eyes of whoever saved it. Raises InvalidFile with what is wrong with it."""
    source = source_at(path, _nothing)
    try:
        with said_of(source.name):
            heading = heading_of(next(Text(source).pieces(), ""), (), source.name)
    finally:
        source.file.close()
    return tuple(one_line(header) for header in heading.headers)


def _day(source: Source, told: Told, today: dt.date) -> tuple[dt.date, bool]:
    """The day that the file shows, and whether somebody said so; else it is the day on which it was written."""
    if told.day is not None:
        if told.day > today:
            raise InvalidFile([Fault(source.name, "", f"was said to show {told.day}, which lies in the future")])
        return told.day, True
    with suppress(OverflowError):
        changed = dt.datetime.fromtimestamp(os.fstat(source.file.fileno()).st_mtime, dt.UTC)
        if (day := day_of(changed)) <= today:
            return day, False
    words = "was written in the future, as its time says; name the day that it shows"
    raise InvalidFile([Fault(source.name, "", words)])


def _state(source: Source) -> tuple[int, int]:
    """What changes when somebody writes into the file."""
    status = os.fstat(source.file.fileno())
    return status.st_size, status.st_mtime_ns
