"""A saved export, opened: a table whose rows come once, one by one, and what to know about it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from maturity.clock import day_of
from maturity.exports.columns import columns_of
from maturity.exports.dating import newest_of, said_of_day
from maturity.exports.decoding import Decoding, whole_lines
from maturity.exports.heading import heading_of
from maturity.exports.limits import LONGEST_LINE
from maturity.exports.records import Records
from maturity.exports.rows import Rows
from maturity.exports.source import Progress, Source, source_at
from questionnaires.export import Export
from questionnaires.faults import Fault, InvalidFile
from questionnaires.reading import said_of
from scoring.exports.table import Row, Table


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

    def __init__(self, source: Source, exports: Sequence[Export], today: dt.date, told: Told) -> None:
        self._source = source
        self._decoding = Decoding(source.name)
        self._day, self._is_told = _day(source, told, today)
        first = next(self._texts(), "")
        heading = heading_of(first, exports, source.name)
        self._columns = columns_of(heading.headers, exports, source.name, told.export)
        self._records = Records(self._texts, heading, source.name)
        self._rows = Rows(self._records, self._columns, heading.headers, source.name)

    @property
    def table(self) -> Table:
        """What is counted in. Taking its rows raises InvalidFile where the file turns out to be unusable: whatever was
        counted by then is to be thrown away."""
        columns = self._columns
        return Table(self._source.name, columns.export, columns.ids, self._day, self._is_told, self)

    def __iter__(self) -> Iterator[Row]:
        with said_of(self._source.name):
            yield from self._rows

    @property
    def remarks(self) -> tuple[str, ...]:
        """What to know about the file, in sentences; complete once all rows were taken."""
        return tuple(self._remarks())

    def _remarks(self) -> Iterator[str]:
        name, rows = self._source.name, self._rows
        if (words := said_of_day(self._day, newest_of(rows.days), self._is_told)) is not None:
            yield f"{name}: {words}."
        if rows.long:
            count = "1 row has" if rows.long == 1 else f"{rows.long:,} rows have"
            where = f"line {rows.first_long}" if rows.long == 1 else f"the first in line {rows.first_long}"
            yield f"{name}: {count} more cells than there are headers and were left out ({where})."
        if self._decoding.is_old:
            yield f"{name}: it is not in Unicode and was read as Windows-1252."

    def _texts(self) -> Iterator[str]:
        self._decoding = Decoding(self._source.name)
        return whole_lines(self._decoding.texts(self._source.blocks()), self._too_long)

    def _too_long(self) -> InvalidFile:
        where = f"after line {self._records.line}" if hasattr(self, "_records") else "line 1"
        words = f"has a line of more than the {LONGEST_LINE:,} characters that are read"
        return InvalidFile([Fault(self._source.name, where, words)])

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
            return OpenExport(source, exports, today, told)
    except BaseException:
        source.file.close()
        raise


def _day(source: Source, told: Told, today: dt.date) -> tuple[dt.date, bool]:
    """The day that the file shows, and whether somebody said so; else it is the day on which it was written."""
    if told.day is not None:
        if told.day > today:
            raise InvalidFile([Fault(source.name, "", f"was said to show {told.day}, which lies in the future")])
        return told.day, True
    changed = dt.datetime.fromtimestamp(os.fstat(source.file.fileno()).st_mtime, dt.UTC)
    if (day := day_of(changed)) > today:
        raise InvalidFile([Fault(source.name, "", f"was written on {day}, which lies in the future; say its day")])
    return day, False
