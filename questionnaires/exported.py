"""Which rows of an export count for a criterion: as data, without code.

Each test of a row is one word of a closed vocabulary, applied to one column; there are no expressions.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final, Self

from pydantic import Field, model_validator

from questionnaires.export import MOST_WORDS
from questionnaires.parts import Identifier, Label, Number, QuestionnairePart, Sentence, several, word

MOST_TESTS: Final = 6


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
    """The number that the most of a ring have in `column`, be they few or many."""
    DISTINCT = "distinct"
    """How many different ones stand in `column`; out of how many in the whole export, on the list or not."""


class Besides(StrEnum):
    """What it means that another export says something of the same one."""

    AMONG = "among"
    """Only who passes there is counted out of."""
    COUNTS = "counts"
    """Only who passes there counts."""
    ALSO = "also"
    """Who passes there counts, whatever this export says."""


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


class Beside(QuestionnairePart):
    """What another export has to say of the same one."""

    export: Identifier
    """The id of the export."""
    what: Besides = word()
    """Whether that is needed, or will do."""
    row: Identifier | None = None
    """The id of a key that both have, by which row is held against row; absent where who they are about will do."""
    tests: tuple[RowTestPart, ...] = several(min_length=1, max_length=MOST_TESTS)
    """What its row has to pass there, all of it."""


class Aim(QuestionnairePart):
    """A size that is to be reached, out of which is counted: a number, or a share of all where that is fewer."""

    most: Annotated[int, Field(ge=1, le=1_000_000)]
    """The number."""
    share: Annotated[int, Field(ge=1, le=100)]
    """The per cent of all."""
    export: Identifier
    """The id of the export whose rows are all, on the list or not."""
    among: tuple[RowTestPart, ...] = several(default=(), max_length=MOST_TESTS)
    """What a row has to pass to be one of all."""


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
    beside: Beside | None = None
    """What another export says of the same one; absent where one export tells it."""
    since_first: bool = False
    """Whether only what also stands in the earliest file of the same export counts, so that two files are needed."""
    aim: Aim | None = None
    """The size out of which is counted, and above which nothing counts; absent where it is counted out of rows."""
    each_ring: bool = False
    """Whether it is shown for each ring, though the measure has one figure, for people to make that of it."""
    wait: Annotated[int, Field(ge=0, le=60)] | None = None
    """Days after the ring's deadline on which it counts at the earliest; absent where any day will do."""
    note: Sentence | None = None
    """What to know of it in any case before accepting it; absent where nothing is."""
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
        if self.each_ring and self.part is None:
            raise ValueError("is shown for each ring, so it says in part what people make of it")
        if self.any_counts and len(self.counts) < 2:
            raise ValueError("any_counts needs two tests or more in counts")
        if self.what is not What.COUNT and (self.aim is not None or self.since_first):
            raise ValueError("counts towards an aim, or since the first file, only what it counts")
        return self

    @property
    def tests(self) -> tuple[RowTestPart, ...]:
        """Every test that it asks for."""
        return (*self.among, *self.counts)
