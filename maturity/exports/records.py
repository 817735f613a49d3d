"""The records of a text, whose quotation marks are often no pairs.

The module of Python reads what is well formed, which is almost every file. Where it refuses, the text is read once more
from the start, record by record, and each line that is not well formed by itself.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import chain, islice
from operator import length_hint

from maturity.exports.bare_quotes import careful_records
from maturity.exports.heading import Heading
from maturity.exports.limits import LONGEST_CELL, LONGEST_LINE, MOST_FAULTS
from questionnaires.faults import Fault, InvalidFile

Texts = Callable[[], Iterator[str]]
"""Gives all of the text from the start, in pieces of whole lines."""


class Records:
    """All records after the headers, as lists of cells; `faults` is filled with what could not be read."""

    def __init__(self, texts: Texts, heading: Heading, name: str) -> None:
        self._texts = texts
        self._heading = heading
        self._name = name
        self.faults: list[Fault] = []
        self._reader = csv.reader(())
        self._line: int | None = None

    @property
    def line(self) -> int:
        """The number of the line in which the last record ended."""
        return self._reader.line_num if self._line is None else self._line

    def strictly(self, numbers: Iterator[int]) -> Iterator[list[str]]:
        """The records as Python reads them, which raises csv.Error where one is not well formed.

        `numbers` gives one for each that is taken: by how many are left, it is seen that a record does not end.
        """
        csv.field_size_limit(LONGEST_CELL)  # of the whole process, in which nothing else reads CSV
        self._line, self.faults = None, []
        lines = chain.from_iterable(self._pieces(numbers))
        self._reader = csv.reader(lines, delimiter=self._heading.delimiter, strict=True)
        for _ in islice(self._reader, self._heading.records):
            pass
        return self._reader

    def _pieces(self, numbers: Iterator[int]) -> Iterator[io.StringIO]:
        """Each piece as a file of lines; stops where one record takes too much of them."""
        left, length = -1, 0
        for text in self._texts():
            if left != (left := length_hint(numbers)):
                length = 0
            length += len(text)
            if length > 2 * LONGEST_LINE:
                raise csv.Error
            yield io.StringIO(text, newline="")

    def carefully(self, taken: int) -> Iterator[list[str]]:
        """What follows so many records that were taken already."""
        lines = chain.from_iterable(io.StringIO(text, newline="") for text in self._texts())
        heading = self._heading
        read = careful_records(lines, heading.delimiter, len(heading.headers))
        for line, record in islice(read, heading.records + taken, None):
            self._line = line
            if isinstance(record, str):
                self.refuse(record)
            else:
                yield record

    def refuse(self, words: str) -> None:
        """Notes what is wrong with the last record; stops where there is so much that more would say nothing new."""
        self.faults.append(Fault(self._name, f"line {self.line}", words))
        if len(self.faults) >= MOST_FAULTS:
            raise InvalidFile(self.faults)
