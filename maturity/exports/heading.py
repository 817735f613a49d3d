"""The first lines of an export: what parts its cells, and what its columns are called."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from maturity.exports.limits import LONGEST_CELL, MOST_HEADERS
from questionnaires.export import Export
from questionnaires.faults import Fault, InvalidFile
from questionnaires.text import letters_of

DELIMITERS: Final = (",", ";", "\t")
_SAYS: Final = re.compile(r'"?sep=(.)"?(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""
_ZONE: Final = re.compile(r"\s*\[utc\]\s*\Z", re.IGNORECASE)
_TWIN: Final = "_loc"
"""Ends the header of a column that says the same as another one, in the language of whoever saved the report."""


@dataclass(frozen=True, slots=True)
class Heading:
    """How the file begins."""

    delimiter: str
    headers: tuple[str, ...]
    records: int
    """How many records stand before the first row, headers and empty lines among them."""

    def known_of(self, meanings: Container[str]) -> int:
        """How many of the headers mean one of these."""
        return sum(meaning_of(header) in meanings for header in self.headers[:MOST_HEADERS])


def heading_of(text: str, exports: Iterable[Export], name: str) -> Heading:
    """What the first lines say. The delimiter is told by the line itself: the one by which most headers are known."""
    known = {letters_of(header) for export in exports for column in export.columns for header in column.headers}
    said = _SAYS.match(text)
    begins, before = (text[said.end() :], 1) if said else (text, 0)
    delimiters = (said[1],) if said and said[1] in DELIMITERS else DELIMITERS
    found = [heading for delimiter in delimiters if (heading := _parted(begins, delimiter, before)) is not None]
    if not found:
        raise InvalidFile([Fault(name, "", "has no line of headers; save the report again, as CSV")])
    best = max(found, key=lambda one: (one.known_of(known), len(one.headers)))
    if len(best.headers) > MOST_HEADERS:
        raise InvalidFile([Fault(name, "", f"has {len(best.headers):,} columns; at most {MOST_HEADERS:,} are read")])
    return best


def _parted(text: str, delimiter: str, before: int) -> Heading | None:
    """The first line that is not empty, parted like this; None where there is none, or its quotes are no pairs."""
    csv.field_size_limit(LONGEST_CELL)  # of the whole process, in which nothing else reads CSV
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1):
            if any(cell.strip() for cell in cells):
                return Heading(delimiter, tuple(cells), before + number)
    except csv.Error:
        return None
    return None


def meaning_of(header: str) -> str:
    """By what a header is compared: its letters, without the zone at its end; nothing where it is a mere twin."""
    if header.strip().casefold().endswith(_TWIN):
        return ""
    return letters_of(_ZONE.sub("", header))
