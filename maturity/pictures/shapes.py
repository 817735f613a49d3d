"""What a picture shows, in units of its own axis: neither characters nor pixels, so that every drawer says the same."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Ink(StrEnum):
    """What a colour means. Beside every ink but the plain one stands a sign or a word, for those who see no colours."""

    PLAIN = "plain"
    QUIET = "quiet"
    ALIGNED = "aligned"
    CLOSE = "close"
    APART = "apart"
    FAR_APART = "far_apart"
    OFFERED = "offered"
    LIMIT = "limit"


class SpanKind(StrEnum):
    """How a stretch of the axis is drawn."""

    LINE = "line"
    """Ties two marks of one lane together."""
    ZONE = "zone"
    """Lies behind the marks: what is offered, allowed or reached."""
    RANGE = "range"
    """From one end to another without anything known in between, as of a team without a common position."""
    BAR = "bar"
    """How far something reaches: a figure from its start, or days on which something happens."""


STROKES: Final = {SpanKind.LINE: "─", SpanKind.ZONE: "░", SpanKind.RANGE: "┄", SpanKind.BAR: "█"}
"""By what each stretch is told from the others where there are no colours; a legend shows it by the same sign."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing at one place of the axis. The sign is a glyph or a short code; `says` is the same in words."""

    place: float
    sign: str
    says: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the axis, from `start` to `end`, of which the first is not the greater one.

    With a sign, that is written at both ends, and the stretch has a row to itself as far as it reaches.
    """

    start: float
    end: float
    kind: SpanKind
    says: str
    ink: Ink = Ink.QUIET
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of a chart. A heading has neither marks nor spans; `after` stands behind it, as a count or a verdict."""

    id: str
    label: str
    marks: tuple[Mark, ...] = ()
    spans: tuple[Span, ...] = ()
    after: str = ""
    ink: Ink = Ink.PLAIN
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A place of the axis with what is written at it."""

    place: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """From the first tick to the last, of which there are at least two; what either end means, in words."""

    ticks: tuple[Tick, ...]
    low_says: str
    high_says: str

    @property
    def low(self) -> float:
        """Where the axis begins."""
        return self.ticks[0].place

    @property
    def high(self) -> float:
        """Where the axis ends."""
        return self.ticks[-1].place

    def share(self, place: float) -> float:
        """How far along the axis a place lies, 0 to 1; what lies beyond an end is drawn at it."""
        length = self.high - self.low
        return min(1.0, max(0.0, (place - self.low) / length)) if length > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: a sign, its ink, and what both mean."""

    sign: str
    says: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Sheet:
    """The same as a table: headings, and rows of which the first cell names what the row is about."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Lanes over one axis. `says` describes it to somebody who does not see it; without a lane it says why there is
    nothing to see."""

    id: str
    title: str
    axis: Axis
    lanes: tuple[Lane, ...]
    legend: tuple[Key, ...]
    says: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class Square:
    """A cell of a matrix: a sign, and what it says in a word or two, which is drawn where there is room."""

    sign: str
    says: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class Head:
    """A column of a matrix: a code of a few letters that stays the same everywhere, and what it stands for.

    The squares of a column that `is_told` are words to be read, such as a verdict: they are never left out."""

    code: str
    title: str
    is_told: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a matrix, a square for each column; a heading has none. The id names what the row is about."""

    id: str
    label: str
    squares: tuple[Square, ...] = ()

    @property
    def is_heading(self) -> bool:
        """Whether the row only names what comes below it."""
        return not self.squares


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against columns. `says` describes it; without a row it says why there is nothing to see."""

    id: str
    title: str
    heads: tuple[Head, ...]
    rows: tuple[Line, ...]
    legend: tuple[Key, ...]
    says: str
    sheet: Sheet


Picture = Chart | Matrix
