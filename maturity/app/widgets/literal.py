"""The one place where text becomes what a widget shows: cleaned, in lines that are ours, and never markup.

Titles, labels, names, notes, paths and errors are written by strangers. Nothing else in the app makes a `Content`
or sets a title of a border, so that none of them steers the terminal, begins a row, or is read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from questionnaires import clean, one_line

if TYPE_CHECKING:
    from textual.widget import Widget

Part = str | tuple[str, str]
"""A text, or a text and its style. The text may be anybody's; the style is always ours."""

LONGEST_NOTICE: Final = 480
"""Characters of a notice: more would cover the screen."""


def row(*parts: Part) -> Content:
    """One line of ours. Line breaks in its parts are shown as signs, so that none of them begins another row."""
    return Content.assemble(
        *(one_line(part) if isinstance(part, str) else (one_line(part[0]), part[1]) for part in parts)
    )


def explain(widget: Widget, text: str) -> None:
    """What a widget says to whoever points at it; nothing where the text is empty."""
    widget.tooltip = row(text) if text else None


def paragraph(text: str, style: str = "") -> Content:
    """Several sentences, which the widget wraps: breaks within them count as blanks."""
    return row((" ".join(filter(None, map(str.strip, clean(text).split("\n")))), style))


def stacked(rows: Iterable[Content]) -> Content:
    """Rows one below the other."""
    return Content("\n").join(rows)


def in_rows(text: Content, width: int, most: int, more: str) -> Content:
    """A text in at most so many rows of a width; of one that needs more the last row ends with words that say so."""
    rows = text.wrap(width)
    if len(rows) <= most:
        return text
    mark = f" … {more}" if more else " …"
    last = rows[most - 1].truncate(width - cell_len(mark)).rstrip().append(row((mark, "$quiet")))
    return stacked([*rows[: most - 1], last])


def in_lines(text: str, style: str = "") -> Content:
    """A text that keeps its own lines; only for what stands beside a mark that says whose it is."""
    return stacked(row((line, style)) for line in clean(text).split("\n"))


def within(text: str, most: int = LONGEST_NOTICE) -> str:
    """A text on one line, in at most so many characters; of a longer one both ends are kept, for what is wrong
    stands behind the name of the file."""
    line = one_line(text)
    if len(line) <= most:
        return line
    end = most // 3
    return f"{line[: most - end - 3]} … {line[len(line) - end :]}"


def fitted(text: str, width: int) -> str:
    """The text on one line in exactly that many terminal cells, cut with an ellipsis where it is wider."""
    line = one_line(text)
    return set_cell_size(line, width) if cell_len(line) <= width else f"{set_cell_size(line, max(0, width - 1))}…"
