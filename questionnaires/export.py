"""Exported reports in which the pilot's figures can be counted, and what their columns mean: as data, without code.

A questionnaire says what an export's columns are called and mean; beside a criterion stands which rows count
(`questionnaires.exported`).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from questionnaires.parts import (
    MOST_REFERENCES,
    Identifier,
    Label,
    QuestionnairePart,
    Sentence,
    several,
    word,
)

MOST_COLUMNS: Final = 40
MOST_EXPORTS: Final = 40
MOST_HEADERS: Final = 12
MOST_WORDS: Final = 20


Forms = Annotated[tuple[Label, ...], several(min_length=1, max_length=MOST_WORDS)]
"""How one word is written in files."""


class Holds(StrEnum):
    """What the cells of a column hold, and so how they are read."""

    KEY = "key"
    """What tells one from another, such as a GUID: compared by its letters and digits, whatever their case."""
    WORD = "word"
    """One of a few words, perhaps in the language of the tenant."""
    TEXT = "text"
    """Any text."""
    BUILD = "build"
    """A build such as 10.0.26100.4349, of which the last two parts count."""
    RELEASE = "release"
    """The month of a release, such as "2026.09 B Security"."""
    DAY = "day"
    """A day, perhaps with a time."""
    NUMBER = "number"
    """A number of 0 or more, or one below that where the report marks by it that nothing is set."""


class Role(StrEnum):
    """What a column is looked at for, besides what tests ask of it; one column of an export has each at most."""

    NAME = "name"
    """A name, by which a list without keys is held against an export: only where it is unique in both."""
    RING = "ring"
    """The ring; only the list's own counts."""
    RELEASE = "release"
    """The month's release that one has: where it says so, the build is not asked."""
    HOTPATCHED = "hotpatched"
    """Whether one takes the month's release without a restart: its word "hotpatched" says so."""
    EDITION = "edition"
    """The edition, on which it depends until when a version is in support."""


class ExportColumn(QuestionnairePart):
    """A column of an export: by what it is known, and what its cells hold."""

    id: Identifier
    """The name by which tests refer to it."""
    headers: tuple[Label, ...] = several(min_length=1, max_length=MOST_HEADERS)
    """What it is called in files, in any language seen; compared by letters and digits alone."""
    holds: Holds = word()
    """What its cells hold."""
    role: Role | None = word(None)
    """What it is looked at for besides; absent where only tests ask for it."""
    words: Annotated[dict[Identifier, Forms], Field(max_length=MOST_WORDS)] = Field(default_factory=dict)
    """By the word that tests name, how it is written in files, in any language seen or as a number."""

    @model_validator(mode="after")
    def _fits_what_it_holds(self) -> Self:
        if bool(self.words) and self.holds is not Holds.WORD:
            raise ValueError("only a column that holds a word lists its words")
        return self


class Export(QuestionnairePart):
    """A report that can be saved as a file, or a list that people keep: every row is about one of what is counted."""

    id: Identifier
    """A name of its own."""
    title: Label
    """What the report is called, at most 60 characters."""
    place: Sentence
    """Where it is found and how it is saved."""
    key: Identifier
    """The id of the column that tells one from another; one with the role of a name where no key of the list is."""
    latest: Identifier | None = None
    """The id of the column whose later day decides which of several rows of one counts; absent: the last row."""
    known_by: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_COLUMNS)
    """The ids of the columns by which a file is known to be this export: it has every one of them."""
    one_of: tuple[Identifier, ...] = several(default=(), max_length=MOST_COLUMNS)
    """The ids of columns of which it has at least one besides; absent where that is not asked."""
    one: Label | None = None
    """Of the list: what one of it is called, such as "site"; absent: "row"."""
    many: Label | None = None
    """Of the list: what several of it are called, such as "sites"; absent: "rows"."""
    when_none_is_found: Sentence | None = None
    """Of the list: what to look at where nothing on it stands in any export; absent where nothing is known."""
    is_list: bool = False
    """Whether it is the list of what is in the pilot, out of which is counted; one export of a questionnaire is."""
    is_tickets: bool = False
    """Whether it is a service desk's tickets; a file of kind "tickets" names its columns, these are only proposed."""
    many_rows: bool = False
    """Whether one may stand in several rows that all count, as in a list of alerts."""
    row_key: Identifier | None = None
    """Of many rows: the id of the column that tells one from another, such as that of an alert; absent: all count."""
    columns: tuple[ExportColumn, ...] = several(min_length=1, max_length=MOST_COLUMNS, alias="column")
    """The columns that are read; every other one is dropped before anything else happens."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the sources that name its columns and words."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.one is None) != (self.many is None) or (self.one is not None and not self.is_list):
            raise ValueError("names one and many together, where it is the list and nowhere else")
        if self.row_key is not None and not self.many_rows:
            raise ValueError("names a row_key only where many_rows is true")
        return self

    def column(self, name: str) -> ExportColumn | None:
        """The column with this id."""
        return next((one for one in self.columns if one.id == name), None)

    def with_role(self, role: Role) -> ExportColumn | None:
        """The column that is looked at for this."""
        return next((one for one in self.columns if one.role is role), None)
