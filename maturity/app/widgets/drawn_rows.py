"""Rows that are drawn by themselves: what did not change is not drawn again, and nothing is laid out for what did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from rich.segment import Segment
from rich.style import Style as Colours
from textual import events
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions
from textual.widget import Widget

from maturity.app.widgets.hanging import Hanging

_MOST_KEPT: Final = 1_000
"""Texts that are kept as they were drawn."""


class DrawnRows(Widget):
    """A widget that is given its rows. A layout of Textual takes ten times as long as what changes at a key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._rows: Sequence[Strip] = ()
        self._kept: dict[tuple[object, ...], tuple[Strip, ...]] = {}

    def draw(self) -> None:
        """Makes the rows anew and draws those that are others now."""
        rows, before, self._rows = self.rows(), self._rows, ()
        self._rows = rows
        changed = [at for at, row in enumerate(rows) if at >= len(before) or not _same(row, before[at])]
        if changed:
            self.refresh(*_regions(changed, self.size.width))

    def rows(self) -> Sequence[Strip]:
        """As many rows as there is room for, each over the whole width."""
        return ()

    def on_resize(self, _event: events.Resize) -> None:
        self.draw()

    def notify_style_update(self) -> None:
        """In the colours of another theme: the parts get theirs only after the whole."""
        super().notify_style_update()
        self.call_later(self._draw_anew)

    def _draw_anew(self) -> None:
        self._kept.clear()
        self.draw()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows as they are; Textual would draw borders and padding around each of them."""
        blank = self.blank(self.size.width)
        strips = [self._rows[y] if y < len(self._rows) else blank for y in crop.line_range]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        whole = (0, self.size.width)
        return strips if crop.column_span == whole else [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self.render_lines(Region(0, y, self.size.width, 1))[0]

    def written(
        self, content: Content, width: int, part: str, *, before: int = 0, after: int = 0, hangs: bool = False
    ) -> tuple[Strip, ...]:
        """A text in the colours of a part, wrapped, with its ground so many columns before and after it."""
        key = (content.plain, tuple(content.spans), width, part, before, after, hangs)
        if (kept := self._kept.get(key)) is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            colours = self.colours(part)
            options = RenderOptions(self._get_style, self.styles.get_rules())
            visual = Hanging(content.split("\n", allow_blank=True)) if hangs else content
            strips = visual.render_strips(width, None, Style(), options) if width > 0 else []
            kept = self._kept[key] = tuple(framed(strips, width, colours, before, after))
        return kept

    def blank(self, width: int) -> Strip:
        """An empty row."""
        key = (width,)
        if key not in self._kept:
            self._kept[key] = (Strip.blank(width, self.rich_style),)
        return self._kept[key][0]

    def colours(self, part: str) -> Colours:
        """The colours of a part: those of the widget under those of its component class."""
        return self.rich_style + self.get_component_rich_style(part, partial=True) if part else self.rich_style


def framed(strips: Iterable[Strip], width: int, colours: Colours, before: int, after: int) -> Iterable[Strip]:
    """The rows of a text on their ground, with columns of it before and after."""
    left, right = Segment(" " * before, colours), Segment(" " * after, colours)
    for strip in strips:
        words = strip.apply_style(colours).crop_extend(0, width, colours)
        yield Strip([left, *words, right] if before or after else [*words], before + width + after)


def _same(one: Strip, other: Strip) -> bool:
    return one is other or one == other


def _regions(rows: Sequence[int], width: int) -> list[Region]:
    """The regions of these rows, those below each other as one."""
    regions: list[Region] = []
    for row in rows:
        if regions and regions[-1].bottom == row:
            regions[-1] = regions[-1].grow((0, 0, 1, 0))
        else:
            regions.append(Region(0, row, width, 1))
    return regions
