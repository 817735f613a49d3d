"""Texts, quotations and pictures as lines of a terminal: drawn once for each width, with what can be marked in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from rich.segment import Segment
from rich.style import Style as Colours
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions

from maturity.app.widgets.hanging import Hanging
from maturity.app.widgets.literal import in_lines
from maturity.pictures.cells import Drawn, drawn, legend_lines
from maturity.pictures.shapes import Chart, Ink, Key, Matrix, Picture
from maturity.pictures.signs import QUOTE
from questionnaires import one_line

GUTTER: Final = 2
"""Columns before every line, in which the mark stands: it never lies over a sign that means something."""
_PINNED: Final = 2
"""Rows of a legend that stay in sight even where there is little room; the rest stands below everything else."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody wrote, which is shown behind a bar."""

    text: str


Writing = Content | Quote | Picture


@dataclass(frozen=True, slots=True)
class Entry:
    """Rows that belong together. With an id they are marked as one; without, the rows of a picture one by one."""

    id: str
    parts: tuple[Writing, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, and what it belongs to."""

    words: Strip
    id: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything of one text at one width: lines that stay above and below, and those that scroll between them."""

    head: tuple[Strip, ...]
    body: tuple[Line, ...]
    foot: tuple[Strip, ...]
    stops: dict[str, tuple[int, int]]
    """By the id of everything that can be marked, its first line and the one behind its last."""
    drawn: tuple[Strip, ...] = ()
    """The lines of the body as they stand on the screen where the mark is not."""


EMPTY: Final = Page((), (), (), {})


@dataclass(frozen=True, slots=True)
class Ways:
    """How entries are drawn: the colours of the widget, whether things are marked among them and which, and whether a
    legend stays in sight however long it is."""

    base: Colours
    ink: Callable[[Ink], Colours]
    heading: Colours
    options: RenderOptions
    is_list: bool
    opens: Callable[[str], bool]
    is_roomy: bool


def page_of(entries: Iterable[Entry], width: int, ways: Ways) -> Page:
    """Entries in so many columns, and the column of the mark before them."""
    sketch = _Sketch(width, ways)
    for entry in entries:
        sketch.add(entry)
    return sketch.page()


@dataclass(slots=True)
class _Sketch:
    """A page in the making."""

    width: int
    ways: Ways
    head: list[Strip] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    legend: dict[Key, None] = field(default_factory=dict)
    stops: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        for part in entry.parts:
            if isinstance(part, Chart | Matrix):
                self._add_picture(part, entry.id)
            else:
                for words in _written(part, self.width, self.ways):
                    self._add_line(words, entry.id)

    def _add_line(self, words: Strip, identifier: str) -> None:
        """A line; a blank one does not begin a page."""
        if not self.body and not identifier and not words.text.strip():
            return
        place = len(self.body)
        self.body.append(Line(words, identifier))
        if identifier:
            self.stops[identifier] = (self.stops.get(identifier, (place, 0))[0], place + 1)

    def _add_picture(self, picture: Picture, identifier: str) -> None:
        """Of a list, heads of columns go above the page and legends below it."""
        is_list = self.ways.is_list
        lines = list(drawn(picture, self.width, legend=not is_list))
        if is_list:
            self.legend |= dict.fromkeys(picture.legend)
        while is_list and isinstance(picture, Matrix) and picture.rows and not self.body and not lines[0].id:
            self.head.append(_strip(lines.pop(0), self.ways))
        rows, headings = _ids(picture)
        known = set(filter(self.ways.opens, rows)) if is_list and not identifier else frozenset()
        for line in lines:
            words = _strip(line, self.ways, is_heading=line.id in headings)
            self._add_line(words, identifier or (line.id if line.id in known else ""))

    def page(self) -> Page:
        """Every line as it stands on the screen, but for the mark, so that drawing it again costs nothing."""
        foot = [_strip(line, self.ways) for line in legend_lines(tuple(self.legend), self.width)]
        if len(foot) > _PINNED and not self.ways.is_roomy:
            self.body += (Line(words, "") for words in (Strip([]), *foot[_PINNED:]))
            foot = foot[:_PINNED]
        lines = self._whole(line.words for line in self.body)
        return Page(self._whole(self.head), tuple(self.body), self._whole(foot), self.stops, lines)

    def _whole(self, lines: Iterable[Strip]) -> tuple[Strip, ...]:
        return tuple(in_place(words, self.ways.base, self.width + GUTTER) for words in lines)


def _written(part: Content | Quote, width: int, ways: Ways) -> Iterator[Strip]:
    if isinstance(part, Content):
        yield from Hanging([part]).render_strips(width, None, Style(), ways.options)
        return
    bar = Strip([Segment(f"    {QUOTE} ", ways.ink(Ink.QUIET))])
    room = max(1, width - bar.cell_length)
    note = in_lines(f"“{part.text}”", "italic $quiet").render_strips(room, None, Style(), ways.options)
    yield from (Strip.join([bar, words]) for words in note)


def _strip(line: Drawn, ways: Ways, *, is_heading: bool = False) -> Strip:
    inks = (
        (piece.text, ways.heading if is_heading and piece.ink is Ink.PLAIN else ways.ink(piece.ink))
        for piece in line.pieces
    )
    return Strip([Segment(one_line(text), colours) for text, colours in inks if text])


def _ids(picture: Picture) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of the rows or lanes of a picture, and those of its headings."""
    lines = picture.lanes if isinstance(picture, Chart) else picture.rows
    headings = frozenset(line.id for line in lines if line.is_heading and line.id)
    return frozenset(line.id for line in lines if line.id) - headings, headings


def in_place(words: Strip, colours: Colours, width: int, mark: str = "") -> Strip:
    """The words of a line behind the column of the mark, on their ground."""
    before = Segment(mark.ljust(GUTTER), colours)
    return Strip([before, *words.apply_style(colours)]).crop_extend(0, width, colours)
