"""What a document is made of, without a word on how it is written: every writer writes the same blocks."""

from __future__ import annotations

from dataclasses import dataclass

from maturity.pictures.shapes import Picture


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to another place of the document."""

    says: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    says: str


Words = str | Link | Strong
Run = tuple[Words, ...]
"""Words one after the other. Nothing in them is markup, whoever wrote them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Names what comes below it. The title of the document is of level 1, that of a part of level 2."""

    level: int
    says: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences; `leads` where they are what everybody should have read."""

    words: Run
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    entries: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Names, each with what is said under it."""

    entries: tuple[tuple[str, Run], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the first cell of a row names what it is about. `anchors` are those of the rows, empty
    where none of them has one. One that `stacks` has its cells below each other where there is little room."""

    anchor: str
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Run, ...], ...]
    anchors: tuple[str, ...] = ()
    stacks: bool = False


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture with its rows as a table; of an empty one only why it is empty. `table_at` where the same table stands
    in another place already; without its legend where that stands above."""

    picture: Picture
    table_at: Link | None = None
    legend: bool = True


@dataclass(frozen=True, slots=True)
class ToWrite:
    """Lines to be filled in by hand, by what is to be written on each."""

    labels: tuple[str, ...]


Block = Heading | Paragraph | Bullets | Named | Table | Pictured | ToWrite


@dataclass(frozen=True, slots=True)
class Item:
    """Blocks that stand together on one page."""

    heading: Heading
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of level 2 with everything below it. The items of one that `may_split` may go on on the next page."""

    anchor: str
    title: str
    blocks: tuple[Block | Item, ...]
    begins_page: bool = False
    may_split: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The whole, from its title on; `maker` is the program with its version; so many parts stand on the first page."""

    title: str
    subtitle: str
    maker: str
    parts: tuple[Part, ...]
    on_first_page: int


def said(*words: Words, leads: bool = False) -> Paragraph:
    """A paragraph."""
    return Paragraph(words, leads)


def cells(*texts: str) -> tuple[Run, ...]:
    """A row of plain words."""
    return tuple((text,) for text in texts)
