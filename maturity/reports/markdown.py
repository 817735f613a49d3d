"""A document as Markdown for wikis and pull requests: what strangers wrote stays text in all of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from maturity.pictures.shapes import Chart
from maturity.reports.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Link,
    Named,
    Paragraph,
    Pictured,
    Run,
    Strong,
    Table,
    ToWrite,
    Words,
)

BEGINS: Final = "<!-- maturity report -->"
"""The first line of every report: no reader shows it, and the next report knows what it may replace."""

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>&|~#$^{}!]")
_AT_THE_START: Final = re.compile(r"^(\s*)(?=[-+=:]|\d+[.)])")
_LINKED: Final = re.compile(r"(?i)(@|\\#|(?<=[a-z]):(?=//)|\bmailto:|\bwww(?=\.))")
"""What wikis make links or mentions of after everything else was read."""


def markdown(document: Document) -> str:
    """The whole file."""
    return "\n".join(_lines(document)).rstrip() + "\n"


def escaped(text: str) -> str:
    """Text that is nothing but text: entities for what begins HTML, backslashes for what is special, and a space of
    no width in what would become a link or a mention by itself."""
    parts = [_one_line(line) for line in re.split(r"\r\n|[\r\n\u2028\u2029]", text)]
    return "<br>".join(parts)


def _one_line(text: str) -> str:
    special = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), text)
    return _LINKED.sub(lambda found: f"{found[0]}&#8203;", special)


def begun(words: str) -> str:
    """Words at the beginning of a line, where they would begin a list or underline a heading."""
    return _AT_THE_START.sub(r"\1&#8203;", words)


_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;", "|": "&#124;", "`": "&#96;", "$": "&#36;"}


def _lines(document: Document) -> Iterator[str]:
    yield from (BEGINS, "", f"# {escaped(document.title)}", "", begun(escaped(document.subtitle)), "")
    for part in document.parts:
        yield from (f"## {escaped(part.title)}", "")
        for block in part.blocks:
            if isinstance(block, Item):
                yield from _block(block.heading)
                for one in block.blocks:
                    yield from _block(one)
            else:
                yield from _block(block)
    yield f"*Written by {escaped(document.maker)}.*"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.says)}"
        case Paragraph():
            words = _run(block.words)
            yield f"**{words}**" if block.leads else begun(words)
        case Bullets():
            yield from (f"- {begun(_run(entry))}" for entry in block.entries)
        case Named():
            yield from (f"- **{escaped(name)}:** {_run(says)}" for name, says in block.entries)
        case Table():
            yield from _table(block)
        case Pictured():
            yield from _picture(block)
        case ToWrite():
            yield " ".join(f"{escaped(label)}: \\_\\_\\_\\_\\_\\_\\_\\_" for label in block.labels)
        case _:
            assert_never(block)
    yield ""


def _picture(block: Pictured) -> Iterator[str]:
    """A picture is its table; of an empty one, why it is empty."""
    picture = block.picture
    rows = picture.lanes if isinstance(picture, Chart) else picture.rows
    if rows and block.table_at is not None:
        yield f"{begun(escaped(picture.title))}: see {escaped(block.table_at.says)}."
    elif rows and picture.sheet.rows:
        sheet = tuple(tuple((cell,) for cell in row) for row in picture.sheet.rows)
        yield from _table(Table(picture.id, picture.title, picture.sheet.heads, sheet))
    else:
        yield begun(escaped(picture.says))


def _table(table: Table) -> Iterator[str]:
    yield from (f"**{escaped(table.caption)}**", "")
    yield _row((head,) for head in table.heads)
    yield f"|{' --- |' * len(table.heads)}"
    yield from (_row(row) for row in table.rows)


def _row(cells: Iterable[Run]) -> str:
    return f"| {' | '.join(_run(cell) for cell in cells)} |"


def _run(run: Run) -> str:
    return "".join(map(_word, run))


def _word(word: Words) -> str:
    """Anchors differ from wiki to wiki, so what leads elsewhere is named, and found by its number or its title."""
    match word:
        case Link():
            return escaped(word.says)
        case Strong():
            return f"**{escaped(word.says.strip())}**{' ' if word.says.endswith(' ') else ''}"
        case str():
            return escaped(word)
    assert_never(word)
