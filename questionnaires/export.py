"""Exported reports in which the pilot's figures can be counted, and which of their rows count: as data, without code.

A questionnaire says what an export's columns are called and mean (`Export`), and beside a criterion which rows count
(`Exported`). Each test of a row is one word of a closed vocabulary, applied to one column; there are no expressions.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from questionnaires.parts import (
    MOST_REFERENCES,
    Identifier,
    Label,
    Number,
    QuestionnairePart,
    Sentence,
    several,
    word,
)

MOST_COLUMNS: Final = 40
MOST_EXPORTS: Final = 40
MOST_HEADERS: Final = 12
MOST_TESTS: Final = 6
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


class RowTest(StrEnum):
    """What a cell is asked. What a row does not say passes no test, but `empty`, `is_not` and `not_current`."""

    IS = "is"
    IS_NOT = "is_not"
    FILLED = "filled"
    EMPTY = "empty"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    HAS_BITS = "has_bits"
    SINCE = "since"
    """On the day that is named, or after it."""
    BEFORE = "before"
    CURRENT = "current"
    """Has the month's release or a later one, by `installed_release` or by the build."""
    NOT_CURRENT = "not_current"
    HOTPATCHED = "hotpatched"
    """Its build is in the month's hotpatch line."""
    IN_SUPPORT = "in_support"
    """Its version is in support on the counting day."""


class CountedFrom(StrEnum):
    """The days that a test can name."""

    RELEASE = "release"
    """The day of the month's release."""
    DEADLINE = "deadline"
    """The last day that its ring has for it: release, deferral and deadline."""
    FILE = "file"
    """The day that the export shows."""


class What(StrEnum):
    """What is made of the rows that count."""

    COUNT = "count"
    """How many there are; out of how many, where the measure has a denominator."""
    OLDEST = "oldest"
    """The days from the earliest day in `column` to the day of the file."""
    DAYS_UNTIL = "days_until"
    """The days from the release until `share` per cent have what counts, by the day in `column`."""
    SUM = "sum"
    """The numbers in `column` added up; out of how many, where the measure has a denominator."""
    MOST_FREQUENT = "most_frequent"
    """The number that most of a ring have in `column`."""


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
    """The id of the column that tells one from another."""
    latest: Identifier | None = None
    """The id of the column whose later day decides which of several rows of one counts; absent: the last row."""
    known_by: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_COLUMNS)
    """The ids of the columns by which a file is known to be this export: it has every one of them."""
    one_of: tuple[Identifier, ...] = several(default=(), max_length=MOST_COLUMNS)
    """The ids of columns of which it has at least one besides; absent where that is not asked."""
    one: Label | None = None
    """Of the list: what one of it is called, such as "site"; absent elsewhere."""
    many: Label | None = None
    """Of the list: what several of it are called, such as "sites"; absent elsewhere."""
    when_none_is_found: Sentence | None = None
    """Of the list: what to look at where nothing on it stands in any export; absent where nothing is known."""
    is_list: bool = False
    """Whether it is the list of what is in the pilot, out of which is counted; one export of a questionnaire is."""
    many_rows: bool = False
    """Whether one may stand in several rows that all count, as in a list of alerts."""
    columns: tuple[ExportColumn, ...] = several(min_length=1, max_length=MOST_COLUMNS, alias="column")
    """The columns that are read; every other one is dropped before anything else happens."""
    sources: tuple[Identifier, ...] = several(min_length=1, max_length=MOST_REFERENCES)
    """The ids of the sources that name its columns and words."""

    @model_validator(mode="after")
    def _says_what_is_listed(self) -> Self:
        if not self.is_list == (self.one is not None) == (self.many is not None):
            raise ValueError("names one and many where it is the list, and nowhere else")
        return self

    def column(self, name: str) -> ExportColumn | None:
        """The column with this id."""
        return next((one for one in self.columns if one.id == name), None)

    def with_role(self, role: Role) -> ExportColumn | None:
        """The column that is looked at for this."""
        return next((one for one in self.columns if one.role is role), None)


class RowTestPart(QuestionnairePart):
    """One question to one cell of a row."""

    column: Identifier
    """The id of the column."""
    test: RowTest = word()
    """What is asked."""
    words: tuple[Label, ...] = several(default=(), max_length=MOST_WORDS)
    """Of is and is_not: the words of the column, any of which will do."""
    number: Number | None = None
    """Of at_least, at_most and has_bits: the number."""
    day: CountedFrom | None = word(None)
    """Of since and before: the day that is meant."""
    days: Annotated[int, Field(ge=-366, le=366)] = 0
    """Of since and before: days to be added to it; -14 is a fortnight earlier."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if bool(self.words) != (self.test in (RowTest.IS, RowTest.IS_NOT)):
            raise ValueError("names words with is and is_not, and with no other test")
        if (self.number is not None) != (self.test in (RowTest.AT_LEAST, RowTest.AT_MOST, RowTest.HAS_BITS)):
            raise ValueError("names a number with at_least, at_most and has_bits, and with no other test")
        if (self.day is not None) != (self.test in (RowTest.SINCE, RowTest.BEFORE)):
            raise ValueError("names a day with since and before, and with no other test")
        if self.days and self.day is None:
            raise ValueError("adds days to the day that it names, and names none")
        return self


class Exported(QuestionnairePart):
    """How a figure is counted in an export. Where several exports tell it, the first that is there is used."""

    export: Identifier
    """The id of the export."""
    what: What = word(What.COUNT)
    """What is made of the rows that count."""
    column: Identifier | None = None
    """The id of the column that is added up, or whose day or most frequent number counts; absent with "count"."""
    share: Annotated[int, Field(ge=1, le=100)] | None = None
    """Of days_until: the per cent; absent otherwise."""
    listed: bool = True
    """Whether it is counted out of all on the list, in the export or not; else out of those in both."""
    absent_counts: bool = False
    """Whether what is listed and has no row counts above the line."""
    among: tuple[RowTestPart, ...] = several(default=(), max_length=MOST_TESTS)
    """What a row has to pass to be counted out of; absent where all rows are."""
    counts: tuple[RowTestPart, ...] = several(default=(), max_length=MOST_TESTS)
    """What a row has to pass to be counted; absent where all of those do."""
    any_counts: bool = False
    """Whether passing any one of the tests in `counts` will do, instead of all of them."""
    wait: Annotated[int, Field(ge=0, le=60)] | None = None
    """Days after the ring's deadline on which it counts at the earliest; absent where any day will do."""
    part: Sentence | None = None
    """What is missing from it by this export, so that it is only shown and people enter the figure; else absent."""

    @model_validator(mode="after")
    def _is_whole(self) -> Self:
        if (self.column is None) != (self.what is What.COUNT):
            raise ValueError("names a column, unless it counts")
        if (self.share is None) == (self.what is What.DAYS_UNTIL):
            raise ValueError("names a share with days_until, and with nothing else")
        if self.absent_counts and not self.listed:
            raise ValueError("what has no row counts only where it is counted out of all on the list")
        if self.any_counts and len(self.counts) < 2:
            raise ValueError("any_counts needs two tests or more in counts")
        return self

    @property
    def tests(self) -> tuple[RowTestPart, ...]:
        """Every test that it asks for."""
        return (*self.among, *self.counts)
