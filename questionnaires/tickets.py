"""How a service desk writes its tickets: which column is the date, and which words make a ticket count.

Every desk has a tool and categories of its own, so somebody says this once in a file of kind "tickets".
"""

from __future__ import annotations

from typing import Annotated, Any, Final

from questionnaires.bounds import ON_ONE_LINE, text
from questionnaires.export import Export, ExportColumn, Holds
from questionnaires.faults import Fault, InvalidFile, validate
from questionnaires.parts import several
from questionnaires.reading import expect
from questionnaires.response import FileModel
from questionnaires.text import letters_of
from questionnaires.words import FileKind

MOST_ABOUT: Final = 10
MOST_WORDS: Final = 40

Header = Annotated[str, text(60), ON_ONE_LINE]
Word = Annotated[str, text(60), ON_ONE_LINE]

DATE: Final = "date"
KEY: Final = "key"
_ABOUT: Final = "about"


class About(FileModel):
    """A column that says what a ticket is about, and the words by which it counts."""

    column: Header
    """The header of the column."""
    words: tuple[Word, ...] = several(min_length=1, max_length=MOST_WORDS)
    """A ticket counts where its cell contains any of these, in capitals or not."""


class Tickets(FileModel):
    """Which columns of a service desk's tickets are looked at; all others are dropped before anything else happens."""

    date: Header
    """The header of the column that says when a ticket was opened."""
    about: tuple[About, ...] = several(min_length=1, max_length=MOST_ABOUT)
    """Where it says what a ticket is about; one of these columns is enough to make it count."""
    key: Header | None = None
    """The header of the column with a key of the pilot's list; absent where every ticket in the file is the pilot's."""

    def column_of(self, place: int) -> str:
        """The id of the column of one part of `about`."""
        return f"{_ABOUT}_{place}"

    def export(self, known: Export) -> Export:
        """The export that this desk's files are, in place of the one that the questionnaire knows."""
        columns = [_column(DATE, self.date, Holds.DAY)]
        columns += [_column(self.column_of(n), part.column, Holds.TEXT) for n, part in enumerate(self.about)]
        columns += [_column(KEY, self.key, Holds.KEY)] if self.key is not None else []
        ids = tuple(column.id for column in columns)
        return known.model_copy(update={"columns": tuple(columns), "known_by": ids, "key": ids[-1]})


def _column(name: str, header: str, holds: Holds) -> ExportColumn:
    return ExportColumn(id=name, headers=(header,), holds=holds)


def read_tickets(document: dict[str, Any], name: str) -> Tickets:
    """What a parsed document says of tickets. Raises InvalidFile with all faults."""
    tickets = validate(Tickets, expect(document, FileKind.TICKETS, name), name)
    named = [
        (DATE, tickets.date),
        *((f"about[{place}].column", part.column) for place, part in enumerate(tickets.about)),
        *(((KEY, tickets.key),) if tickets.key is not None else ()),
    ]
    first: dict[str, str] = {}
    faults = [
        Fault(name, key, f'is "{header}", as {first[letters_of(header)]} is; give each column once')
        for key, header in named
        if first.setdefault(letters_of(header), key) != key
    ]
    if faults:
        raise InvalidFile(faults)
    return tickets
