"""A document as one HTML file: no script, nothing from elsewhere, and no text that could become either.

Loaded only where such a file is made, as htpy is.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files
from itertools import zip_longest
from typing import Final, assert_never

import htpy as h
from markupsafe import Markup

from maturity.pictures.positions import NONE
from maturity.pictures.shapes import Chart
from maturity.pictures.svg import svg
from maturity.reports.beside import in_short, place_of
from maturity.reports.blocks import (
    Block,
    Bullets,
    Document,
    Heading,
    Item,
    Link,
    Named,
    Paragraph,
    Part,
    Pictured,
    Run,
    Strong,
    Table,
    ToWrite,
    Words,
)

_EMPTY: Final = re.compile("></(?:path|rect|line)>")
"""What a drawing need not say; no text holds it, as in a text nothing ends an element."""
_LINK: Final = re.compile(r'<a href="#([^"]*)">([^<]*)</a>')
_ANCHOR: Final = re.compile(r' id="([^"]*)"')
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
"""A cell that is a day and nothing else."""
_SHORT: Final = 5
"""Parts that need no list of contents."""
_DOCTYPE: Final = "<!DOCTYPE html>"
_NARROW: Final = 2
"""Columns that fit on any screen."""
_WORD: Final = 24
"""Characters of the longest word that is never broken in a table."""


def html(document: Document) -> str:
    """The whole file. Its first bytes say that a report wrote it."""
    style = " ".join((files("maturity.reports") / "report.css").read_text(encoding="utf-8").split())
    page = _with_living_links(str(h.html(lang="en-GB")[_head(document, style), _body(document)]))
    return f"{_EMPTY.sub('/>', page).replace('<!doctype html>', _DOCTYPE, 1)}\n"


def _with_living_links(page: str) -> str:
    """A short report leaves out parts that others point to: what leads nowhere is a word like any other."""
    known = set(_ANCHOR.findall(page))
    return _LINK.sub(lambda link: link[0] if link[1] in known else link[2], page)


def _head(document: Document, style: str) -> h.Element:
    """Everything is forbidden but the one block of style, by its digest."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return h.head[
        h.meta(charset="utf-8"),
        h.meta(name="generator", content=document.maker),
        h.meta(http_equiv="Content-Security-Policy", content=policy),
        h.meta(name="viewport", content="width=device-width, initial-scale=1"),
        h.meta(name="color-scheme", content="light dark"),
        h.title[f"{document.title} – {document.subtitle}"],
        h.style[Markup(style)],  # noqa: S704 - ours, read from the package
    ]


def _body(document: Document) -> h.Element:
    """The first page leads, and where to go from it stands after it."""
    front, rest = document.parts[: document.on_first_page], document.parts[document.on_first_page :]
    return h.body[
        h.header[h.h1[document.title], h.p(".subtitle")[document.subtitle]],
        h.main[h.div(".front")[map(_part, front)], _contents(rest) if len(rest) > _SHORT else None, map(_part, rest)],
        h.footer[h.p[f"{document.title}, {document.subtitle.lower()}. Written by {document.maker}."]],
    ]


def _contents(parts: Iterable[Part]) -> h.Element:
    """Where everything else is."""
    return h.nav(aria_labelledby="contents")[
        h.h2("#contents")["Contents"],
        h.ol[(h.li[h.a(href=f"#{part.anchor}")[part.title]] for part in parts)],
    ]


def _part(part: Part) -> h.Element:
    name = f"{part.anchor}-name"
    classes = [*(["page"] if part.begins_page else []), *(["loose"] if part.may_split else [])]
    kind = {"class_": " ".join(classes)} if classes else {}
    return h.section(id=part.anchor, aria_labelledby=name, **kind)[
        h.h2(id=name)[part.title],
        (_item(block) if isinstance(block, Item) else _block(block) for block in part.blocks),
    ]


def _item(item: Item) -> h.Element:
    return h.article(id=item.heading.anchor)[
        _heading(item.heading.level, None, item.heading.says), (_block(block) for block in item.blocks)
    ]


def _block(block: Block) -> h.Node:
    match block:
        case Heading():
            return _heading(block.level, block.anchor, block.says)
        case Paragraph():
            return (h.p(".leads") if block.leads else h.p)[_run(block.words)]
        case Bullets():
            return h.ul[(h.li[_run(entry)] for entry in block.entries)]
        case Named():
            return h.dl[(h.div[h.dt[name], h.dd[_run(says)]] for name, says in block.entries)]
        case Table():
            return _table(block)
        case Pictured():
            return _picture(block)
        case ToWrite():
            return h.dl(".write")[(h.div[h.dt[label], h.dd["\u00a0"]] for label in block.labels)]
    assert_never(block)


def _heading(level: int, anchor: str | None, says: str) -> h.Element:
    element = {1: h.h1, 2: h.h2, 3: h.h3, 4: h.h4}[level]
    return element(id=anchor)[says] if anchor else element[says]


def _run(run: Run) -> h.Node:
    return [_word(word) for word in run]


def _word(word: Words) -> h.Node:
    match word:
        case Link():
            return h.a(href=f"#{word.anchor}")[word.says]
        case Strong():
            return h.strong[word.says]
        case str():
            return word
    assert_never(word)


def _table(table: Table) -> h.Element:
    """One that may be too wide for a narrow screen scrolls by itself, also by keys."""
    if len(table.heads) <= _NARROW:
        return _rows(table)
    name = f"{table.anchor}-name"
    return h.div(".wide", role="group", tabindex="0", aria_labelledby=name)[_rows(table, name)]


def _rows(table: Table, name: str | None = None) -> h.Element:
    anchors = table.anchors or (None,) * len(table.rows)
    heads = table.heads if table.stacks else ()
    return (h.table(".stacks") if table.stacks else h.table)[
        (h.caption(id=name) if name else h.caption)[table.caption],
        h.thead[h.tr[(h.th(scope="col")[head] for head in table.heads)]],
        h.tbody[(_row(row, anchor, heads) for row, anchor in zip(table.rows, anchors, strict=True))],
    ]


def _row(row: tuple[Run, ...], anchor: str | None, heads: tuple[str, ...]) -> h.Element:
    """With `heads`, each cell also says by itself under which of them it stands."""
    first, *rest = row
    cells = zip_longest(rest, heads[1:])
    return (h.tr(id=anchor) if anchor else h.tr)[
        h.th(scope="row", **_breaks(first))[_run(first)],
        (_cell(cell, head) for cell, head in cells),
    ]


def _cell(run: Run, head: str | None) -> h.Element:
    """One that says nothing can be left out where cells stand below each other."""
    if head and run == (NONE,):
        return h.td(".none")[NONE]
    return h.td(**({"data_head": f"{head}: "} if head else {}), **_breaks(run))[_run(run)]


def _breaks(run: Run) -> dict[str, str]:
    """Only words that no column has room for are broken anywhere, and a day nowhere."""
    if len(run) == 1 and isinstance(run[0], str) and _DAY.fullmatch(run[0]):
        return {"class_": "day"}
    said = (word if isinstance(word, str) else word.says for word in run)
    return {"class_": "long"} if any(len(word) > _WORD for words in said for word in words.split()) else {}


def _picture(block: Pictured) -> h.Node:
    """The drawing with its rows as a table, which scroll together where there is no room; of an empty one, why it is
    empty."""
    picture = block.picture
    rows = picture.lanes if isinstance(picture, Chart) else picture.rows
    if not rows:
        return h.p[picture.says]
    kind = f"drawn {place_of(block)}".rstrip()
    return h.div(class_=kind, role="group", tabindex="0", aria_labelledby=f"{picture.id}-title")[
        svg(replace(picture, says=in_short(picture)), legend=block.legend), _same_as_table(block)
    ]


def _same_as_table(block: Pictured) -> h.Element:
    picture = block.picture
    if block.table_at is not None:
        return h.p["The same as a table: ", _word(block.table_at), "."]
    sheet = tuple(tuple((cell,) for cell in row) for row in picture.sheet.rows)
    caption = f"{picture.title}, as a table"
    stacks = place_of(block) == "aside"
    return _rows(Table(picture.id, caption, picture.sheet.heads, sheet, stacks=stacks))
