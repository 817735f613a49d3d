"""A document as plain text, for a mail or a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from maturity.pictures.positions import NONE
from maturity.reports.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Named,
    Paragraph,
    Pictured,
    Run,
    Table,
    ToWrite,
)
from maturity.reports.criteria import WIDTH, wrapped
from maturity.reports.in_short import heading

_BLANK = "____________"


def plain(document: Document, opening: str, width: int = WIDTH) -> str:
    """The whole file; `opening` is its second line, which says what it rests on and by which the next one knows it."""
    lines = [*_hanging(document.title, width), opening, "", *_hanging(document.subtitle, width)]
    for part in document.parts:
        lines += [*heading(part.title), *block_lines(part.blocks, width)]
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def block_lines(blocks: Iterable[Block | Item], width: int) -> Iterator[str]:
    """The lines of these blocks, with an empty one behind each."""
    for block in blocks:
        if isinstance(block, Item):
            yield from block_lines((block.heading, *block.blocks), width)
        else:
            yield from _block(block, width)
            yield ""


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            yield from _hanging(block.says, width)
        case Paragraph():
            yield from _hanging(_says(block.words), width)
        case Bullets():
            for entry in block.entries:
                yield from wrapped(_says(entry), width, "  - ")
        case Named():
            for name, says in block.entries:
                yield from wrapped(f"{name}: {_says(says)}", width, "  - ")
        case Table():
            yield from _table(block, width)
        case Pictured():
            yield from _hanging(block.picture.says, width)
        case ToWrite():
            yield "  ".join(f"{label}: {_BLANK}" for label in block.labels)
        case _:
            assert_never(block)


def _table(table: Table, width: int) -> Iterator[str]:
    """A line or two for each row: what it is about, then the other cells under their heads."""
    yield from _hanging(f"{table.caption}:", width)
    for first, *rest in table.rows:
        yield from wrapped(_says(first), width, "  - ")
        said = (f"{head}: {_says(cell) or _BLANK}" for head, cell in zip(table.heads[1:], rest, strict=True))
        yield from wrapped("; ".join(one for one in said if not one.endswith(f": {NONE}")), width, "    ")


def _hanging(text: str, width: int) -> list[str]:
    """Only its first line begins at the edge, so that what was made to wrap there never begins a line of its own."""
    return wrapped(text, width, "", "  ")


def _says(run: Run) -> str:
    return "".join(word if isinstance(word, str) else word.says for word in run)
