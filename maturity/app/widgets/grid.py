"""A grid of cells on the line API: the heat map of every comparison."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from maturity.app.widgets.literal import fitted
from maturity.pictures.matrix import Table

LEVELS = ("aligned", "close", "apart", "far_apart", "quiet", "heading", "label", "header", "cursor", "plain")


class Grid(ScrollView, can_focus=True):
    """Rows of cells under headings that stay. Arrows move; Enter opens what is behind a cell."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{level}" for level in LEVELS}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", "Up", show=False, tooltip="One row up"),
        Binding("down,j", "move(1, 0)", "Down", show=False, tooltip="One row down"),
        Binding("left,h", "move(0, -1)", "Left", show=False, tooltip="One column to the left"),
        Binding("right,l", "move(0, 1)", "Right", show=False, tooltip="One column to the right"),
        Binding("pageup", "page(-1)", "Page up", show=False, tooltip="One page up"),
        Binding("pagedown", "page(1)", "Page down", show=False, tooltip="One page down"),
        Binding("home", "end(-1)", "First row", show=False, tooltip="To the first row"),
        Binding("end", "end(1)", "Last row", show=False, tooltip="To the last row"),
        Binding("enter", "open", "Answers behind it", tooltip="Show the answers behind the cell you are on"),
    ]

    DEFAULT_CSS = """
    Grid {
        height: 1fr;
        min-width: 20;
        background: $background;
        .grid--aligned { color: $aligned; }
        .grid--close { color: $close; }
        .grid--apart { color: $apart; }
        .grid--far_apart { color: $far; text-style: bold; }
        .grid--quiet { color: $quiet; }
        .grid--plain { color: $foreground; }
        .grid--heading { color: $primary; text-style: bold; }
        .grid--label { color: $foreground; }
        .grid--header { color: $quiet; text-style: underline; }
        .grid--cursor { text-style: reverse; }
    }
    """

    table: reactive[Table | None] = reactive(None)
    cursor: reactive[tuple[int, int]] = reactive((0, 0))

    class CellOpened(Message):
        """Somebody wants to see what is behind a cell. The column is that of the heading, from 0."""

        def __init__(self, row: str, column: int) -> None:
            super().__init__()
            self.row = row
            self.column = column

    def watch_table(self) -> None:
        table = self.table
        if table is None:
            return
        self.virtual_size = Size(table.label_width + sum(width for _, width in table.columns), len(table.rows) + 1)
        rows = len(table.rows)
        row, column = min(self.cursor[0], max(0, rows - 1)), min(self.cursor[1], max(0, len(table.columns) - 1))
        self.cursor = (self._nearest(row, 1), column)
        self.refresh()

    def watch_cursor(self) -> None:
        row, column = self.cursor
        if self.table is None:
            return
        x = self.table.label_width + sum(width for _, width in self.table.columns[:column]) if column else 0
        width = self.table.columns[column][1] + (self.table.label_width if not column else 0)
        top = 0 if row <= self._nearest(0, 1) else row
        self.scroll_to_region(Region(x, top, width, row - top + 2), animate=False, force=True)
        self.refresh()

    def _nearest(self, row: int, step: int) -> int:
        """The next row that is no heading, in that direction; else the last one before."""
        rows = self.table.rows if self.table else ()
        place = row
        while 0 <= place < len(rows) and rows[place].is_heading:
            place += step
        if 0 <= place < len(rows):
            return place
        return row if step == 0 else next((i for i in range(len(rows)) if not rows[i].is_heading), 0)

    def action_move(self, rows: int, columns: int) -> None:
        if self.table is None:
            return
        row, column = self.cursor
        if rows:
            wanted = row + rows
            if 0 <= wanted < len(self.table.rows):
                found = self._nearest(wanted, rows)
                row = found if (found - row) * rows > 0 else row
        column = min(max(0, column + columns), len(self.table.columns) - 1)
        self.cursor = (row, column)

    def action_page(self, step: int) -> None:
        if self.table:
            wanted = min(max(0, self.cursor[0] + step * max(1, self.size.height - 3)), len(self.table.rows) - 1)
            self.cursor = (self._nearest(wanted, 1), self.cursor[1])

    def action_end(self, step: int) -> None:
        if self.table:
            self.cursor = (self._nearest(0, 1) if step < 0 else len(self.table.rows) - 1, self.cursor[1])

    def action_open(self) -> None:
        if self.table and self.table.rows:
            row, column = self.cursor
            self.post_message(self.CellOpened(self.table.rows[row].id, column))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; on the cell that has it, it opens. Never the only way."""
        if self.table is None or event.y == 0:
            return
        row = event.y - 1 + self.scroll_offset.y
        if 0 <= row < len(self.table.rows) and not self.table.rows[row].is_heading:
            x, column, left = event.x + self.scroll_offset.x, 0, self.table.label_width
            for place, (_, width) in enumerate(self.table.columns):
                if x >= left:
                    column = place
                left += width
            if (row, column) == self.cursor:
                self.action_open()
            self.cursor = (row, column)

    def render_line(self, y: int) -> Strip:
        base = self.rich_style
        if self.table is None:
            return Strip.blank(self.size.width, base)
        offset_x, offset_y = self.scroll_offset
        if y == 0:
            segments = self._header()
        else:
            row = y - 1 + offset_y
            if row >= len(self.table.rows):
                return Strip.blank(self.size.width, base)
            segments = self._row(row)
        strip = Strip(segments)
        frozen = strip.crop(0, self.table.label_width)
        moving = strip.crop(self.table.label_width + offset_x, self.table.label_width + offset_x + self.size.width)
        return Strip.join([frozen, moving]).crop_extend(0, self.size.width, base)

    def _style(self, level: str) -> Style:
        return self.get_component_rich_style(f"grid--{level or 'plain'}")

    def _header(self) -> list[Segment]:
        assert self.table is not None
        style = self._style("header")
        segments = [Segment(" " * self.table.label_width, self.rich_style)]
        for place, (title, width) in enumerate(self.table.columns):
            strong = style + Style(bold=True) if place == self.cursor[1] else style
            segments.append(Segment(fitted(title, width - 1), strong))
            segments.append(Segment(" ", self.rich_style))
        return segments

    def _row(self, place: int) -> list[Segment]:
        assert self.table is not None
        row = self.table.rows[place]
        here = place == self.cursor[0]
        if row.is_heading:
            return [Segment(fitted(row.label, self.table.label_width + 40), self._style("heading"))]
        mark = "▸" if here and self.has_focus else " "
        label = self._style("label") + (Style(bold=True) if here else Style())
        segments = [Segment(fitted(f"{mark}{row.label}", self.table.label_width - 1) + " ", label)]
        for column, ((_, width), cell) in enumerate(zip(self.table.columns, row.cells, strict=True)):
            style = self._style(cell.level)
            if here and column == self.cursor[1] and self.has_focus:
                style = style + Style(reverse=True)
            segments.append(Segment(fitted(cell.text, width - 1), style))
            segments.append(Segment(" ", self.rich_style))
        return segments
