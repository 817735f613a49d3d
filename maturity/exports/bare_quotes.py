"""Reads lines whose quotation marks are no pairs: where the cells part is told without them, or the line is refused."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from typing import Final

from maturity.exports.limits import LONGEST_CELL, LONGEST_LINE

_MOST_LOOKED: Final = 500_000
"""Lines that are looked at in vain for where a cell ends. A file with more of them was made to take the square of its
length, so each of its lines is then read by itself."""
_UNCLEAR: Final = (
    "cannot be parted into cells: its quotation marks are no pairs; mend the line, or save the report again"
)
_LONG: Final = f"has a cell of more than {LONGEST_CELL:,} characters"


def careful_records(lines: Iterator[str], delimiter: str, width: int) -> Iterator[tuple[int, list[str] | str]]:
    """Each record with the number of its last line; in place of one that cannot be read, why, in words."""
    return _Careful(lines, delimiter, width).records()


class _Careful:
    def __init__(self, lines: Iterator[str], delimiter: str, width: int) -> None:
        self._lines = lines
        self._delimiter = delimiter
        self._width = width
        self._again: deque[str] = deque()
        """Lines that were looked at and are to be read next."""
        self._line = 0
        self._looked = 0
        # Atomic groups, as Python before 3.11.5 forgets to go back where a possessive group does not fit (gh-106052).
        opened = r'(?>"[^"]*+(?:""[^"]*+)*)'
        cell = rf'(?>{opened}"|[^"{delimiter}\r\n][^{delimiter}\r\n]*+|)'
        self._whole = re.compile(rf"(?>(?:{cell}{delimiter})*){cell}[\r\n]*+\Z")
        self._opens = re.compile(rf"(?>(?:{cell}{delimiter})*){opened}\Z")

    def records(self) -> Iterator[tuple[int, list[str] | str]]:
        while (line := self._next()) is not None:
            plain = line.rstrip("\r\n")
            if '"' not in plain:
                record: list[str] | str = plain.split(self._delimiter) if plain else []
            else:
                record = self._quoted(line)
            if not isinstance(record, str) and max(map(len, record), default=0) > LONGEST_CELL:
                record = _LONG
            yield self._line, record

    def _next(self) -> str | None:
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is not None:
            self._line += 1
        return line

    def _quoted(self, first: str) -> list[str] | str:
        """The record that begins with this line, over as many lines as its quotation marks pair."""
        taken, length, text = [first], len(first), first
        while not self._whole.match(text):
            is_looked_for = length <= LONGEST_LINE and self._looked + len(taken) <= _MOST_LOOKED
            line = self._next() if is_looked_for and self._opens.match(text) else None
            if line is None:
                return self._given_up(taken)
            taken.append(line)
            length += len(line)
            text = f'"{line}'  # a line that begins inside a cell is like one that begins with a quotation mark
        return self._parted("".join(taken))

    def _given_up(self, taken: list[str]) -> list[str] | str:
        """The first line alone, where those below are rows of their own: else they may be the rest of its cell."""
        below = taken[1:]
        self._line -= len(below)
        self._looked += len(below)
        self._again.extendleft(reversed(below))
        if any(line.count(self._delimiter) < self._width - 1 and line.strip("\r\n") for line in below):
            return _UNCLEAR
        return self._alone(taken[0])

    def _parted(self, text: str) -> list[str] | str:
        try:
            return next(csv.reader([text], delimiter=self._delimiter), [])
        except csv.Error:
            return _LONG

    def _alone(self, line: str) -> list[str] | str:
        """One line whose quotation marks are no pairs: they part nothing, or it is read as they are usually meant."""
        cells = line.rstrip("\r\n").split(self._delimiter)
        if len(cells) == self._width:
            return [_unquoted(cell) for cell in cells]
        meant = self._parted(line)
        return meant if isinstance(meant, str) or len(meant) == self._width else _UNCLEAR


def _unquoted(cell: str) -> str:
    is_quoted = len(cell) > 1 and cell[0] == cell[-1] == '"'
    return cell[1:-1].replace('""', '"') if is_quoted else cell
