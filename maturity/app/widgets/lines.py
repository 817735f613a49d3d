"""Lines on the line API: texts, quotations and pictures one below the other, and a mark on one thing among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style as Colours
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import RenderOptions

from maturity.app.widgets.pages import EMPTY, GUTTER, Entry, Page, Ways, in_place, page_of
from maturity.pictures.shapes import Ink
from maturity.pictures.signs import HERE

ROOMY: Final = 30
"""Rows of the terminal from which on a legend may stay in sight, however long it is."""
_STEP: Final = 3
"""Lines that the mark goes down in a step, headings between them included."""
_MOST_KEPT: Final = 400
"""Texts that are kept as they were drawn."""


class LinesView(ScrollView, can_focus=True):
    """Arrows move the mark from one thing to the next, or scroll where nothing can be marked; Enter opens."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--marked", "lines--heading", *(f"lines--{ink.value}" for ink in Ink)}

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, tooltip="One line up"),
        Binding("down,j", "move(1)", "Down", show=False, tooltip="One line down"),
        Binding("pageup", "page(-1)", "Page up", show=False, tooltip="One page up"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, tooltip="One page down"),
        Binding("home", "end(-1)", "First", show=False, tooltip="To the first line"),
        Binding("end", "end(1)", "Last", show=False, tooltip="To the last line"),
        Binding("enter", "open", "Open", tooltip="All that stands behind the line you are on"),
    ]

    DEFAULT_CSS = """
    LinesView {
        height: 1fr;
        min-width: 20;
        background: $background;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $background;
        .lines--marked { background: $cursor-line; text-style: bold; }
        &:ansi .lines--marked { background: $background; text-style: bold reverse; }
        .lines--heading { color: $primary; text-style: bold; }
        .lines--plain { color: $foreground; }
        .lines--quiet { color: $quiet; }
        .lines--aligned { color: $aligned; }
        .lines--close { color: $close; }
        .lines--apart { color: $apart; }
        .lines--far_apart { color: $far_apart; text-style: bold; }
        .lines--offered { color: $offered; }
        .lines--limit { color: $limit; }
    }
    """

    marked: reactive[str] = reactive("", repaint=False)
    """The id of what the mark is on; empty where nothing can be marked."""

    class Opened(Message):
        """Somebody wants to see what stands behind the marked thing."""

        def __init__(self, identifier: str) -> None:
            super().__init__()
            self.identifier = identifier

    def __init__(
        self,
        *,
        is_list: bool = False,
        opens: Callable[[str], bool] = bool,
        id: str | None = None,  # noqa: A002 - Textual's word
    ) -> None:
        """Of a list things are marked, of a picture the rows that `opens` says have something behind them, and heads of
        columns and legends stay in sight; all else is read from top to end."""
        super().__init__(id=id)
        self.is_list = is_list
        self.opens = opens
        self._make: Callable[[], Iterable[Entry]] | None = None
        self._key = ""
        self._page = EMPTY
        self._kept: dict[tuple[str, int], Page] = {}
        self._colours: tuple[Colours, ...] = ()

    @property
    def is_roomy(self) -> bool:
        """Whether every legend stays in sight; where there is no room a long one stands below everything else."""
        return self.is_list and self.app.size.height >= ROOMY

    # What is shown

    def show(self, make: Callable[[], Iterable[Entry]], key: str = "", *, marked: str = "") -> None:
        """Shows other lines, from the top, with the mark on what is named, if it is among them.

        Of what has a key the drawn lines are kept: the same key always means the same entries, which are not made anew.
        """
        self._make, self._key = make, key
        self.set_reactive(LinesView.marked, marked)
        self._lay_out()
        self.set_scroll(0, 0)
        self._bring_into_sight()
        self.vertical_scrollbar.position = self.scroll_offset.y  # which only a movement would tell it
        self.refresh()

    def prepare(self, make: Callable[[], Iterable[Entry]], key: str) -> None:
        """Draws what may be shown next, so that it is there at once."""
        width = self._width
        if width > 0 and (key, width) not in self._kept:
            self._keep(key, width, page_of(make(), width, self._ways))

    def forget(self) -> None:
        """Throws away what was drawn, as when the same keys mean something else."""
        self._kept.clear()

    @property
    def stops(self) -> tuple[str, ...]:
        """The ids of everything that can be marked, from the top."""
        return tuple(self._page.stops)

    def notify_style_update(self) -> None:
        """The styles of the inks come after those of the widget itself."""
        super().notify_style_update()
        self.call_later(self._colour)

    def _colour(self) -> None:
        """Of all that may have changed, only colours need lines to be drawn anew."""
        colours = (self.rich_style, *map(self._ink, Ink))
        if colours != self._colours:
            self._colours = colours
            self.call_later(self._draw_anew)

    def _draw_anew(self) -> None:
        """In the colours of another theme: the parts get theirs only after the whole."""
        self.forget()
        self._lay_out()
        self.refresh()

    def on_resize(self) -> None:
        if self.is_list:
            self.forget()  # whether the legend stays in sight depends on the height
        self._lay_out()
        self._bring_into_sight()
        self.refresh()

    @property
    def _width(self) -> int:
        """Columns for the lines themselves; 0 as long as nobody knows."""
        return max(0, self.scrollable_content_region.width - GUTTER) if self.is_attached else 0

    def _lay_out(self) -> None:
        width = self._width
        if not width or self._make is None:
            return
        page = self._kept.get((self._key, width)) if self._key else None
        if page is None:
            page = page_of(self._make(), width, self._ways)
            if self._key:
                self._keep(self._key, width, page)
        self._page = page
        if self.marked not in page.stops:
            self.set_reactive(LinesView.marked, next(iter(page.stops), ""))
        self._scroll_over(Size(width + GUTTER, len(page.head) + len(page.body) + len(page.foot)))

    @property
    def _ways(self) -> Ways:
        heading = self.get_component_rich_style("lines--heading", partial=True)
        options = RenderOptions(self._get_style, self.styles.get_rules())
        return Ways(self.rich_style, self._ink, heading, options, self.is_list, self.opens, self.is_roomy)

    def _ink(self, ink: Ink) -> Colours:
        return self.get_component_rich_style(f"lines--{ink.value}", partial=True)

    def _scroll_over(self, size: Size) -> None:
        """Takes another size to scroll over. Set as Textual does, the whole screen would be laid out again for it, at
        ten times the cost of all that is drawn; here nothing moves, as the scrollbar always has its column."""
        self.set_reactive(LinesView.virtual_size, size)
        if self.show_vertical_scrollbar:
            self.vertical_scrollbar.window_virtual_size = size.height
            self.vertical_scrollbar.window_size = self.container_size.height

    def _keep(self, key: str, width: int, page: Page) -> None:
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        self._kept[key, width] = page

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines as they are kept. Textual would draw borders and padding around each of them at every move of the
        mark, at a third of the whole cost; these lines have none."""
        strips = self._in_sight()[crop.y : crop.bottom]
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        whole = (0, self.size.width)
        return strips if crop.column_span == whole else [strip.crop(*crop.column_span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        return self._in_sight()[y]

    def _in_sight(self) -> list[Strip]:
        """Every line of the window, from its top."""
        page, base, room, top = self._page, self.rich_style, self._room(), self.scroll_offset.y
        lines = list(page.drawn[top : top + room])
        start, end = page.stops.get(self.marked, (0, 0))
        style = base + self.get_component_rich_style("lines--marked", partial=True)
        for place in range(max(start, top), min(end, top + len(lines))):
            lines[place - top] = self._marked_line(place, style, is_first=place == start)
        lines += [Strip.blank(self.size.width, base)] * (room - len(lines))
        if not self.show_vertical_scrollbar and (more := len(page.body) - top - room) > 0:
            words = f"▼ {more + 1} more lines: Enter shows all"
            lines[-1] = in_place(Strip([Segment(words, self._ink(Ink.QUIET))]), base, self.size.width)
        return [*page.head, *lines, *page.foot]

    def _marked_line(self, place: int, style: Colours, *, is_first: bool) -> Strip:
        return in_place(self._page.body[place].words, style, self._width + GUTTER, HERE if is_first else "")

    # Moving

    def _room(self) -> int:
        return max(1, self.size.height - len(self._page.head) - len(self._page.foot))

    def _bring_into_sight(self, *, is_step: bool = False) -> None:
        """The marked lines, with what stands above the first of all; the top of what is higher than the window. Where
        the mark did not come by a step from its neighbour, also what follows it."""
        if self.marked not in self._page.stops:
            return
        start, end = self._page.stops[self.marked]
        top, room = self.scroll_offset.y, self._room()
        if self.marked == next(iter(self._page.stops)) and end <= room:
            start = 0
        if end > top + room:
            top = end - room if is_step else start - 1
        self.scroll_to(y=min(top, start), animate=False, force=True)

    @property
    def cursor_screen_offset(self) -> Offset:
        """The first of the marked lines; the top where nothing can be marked, as that is what one reads."""
        start, _ = self._page.stops.get(self.marked, (0, 0))
        y = len(self._page.head) + start - self.scroll_offset.y if self.marked in self._page.stops else 0
        return self.region.offset + Offset(0, max(0, y))

    def watch_marked(self, old: str, new: str) -> None:
        """Draws only the lines that the mark leaves and comes to, unless all of them move."""
        is_step = abs(self._page.stops.get(new, (0, 0))[0] - self._page.stops.get(old, (0, 0))[1]) <= _STEP
        self._bring_into_sight(is_step=is_step)
        for identifier in (old, new):
            start, end = self._page.stops.get(identifier, (0, 0))
            top = len(self._page.head) + start - self.scroll_offset.y
            self.refresh(Region(0, top, self.size.width, end - start))

    def action_move(self, step: int) -> None:
        stops = self.stops
        if not stops:
            self.scroll_relative(y=step, animate=False)
            return
        place = stops.index(self.marked) + step
        if 0 <= place < len(stops):
            self.marked = stops[place]
        else:  # lines that cannot be marked may stand above the first and below the last
            self.scroll_relative(y=step, animate=False)

    def action_page(self, step: int) -> None:
        stops = self.stops
        if not stops:
            self.scroll_relative(y=step * max(1, self._room() - 1), animate=False)
            return
        wanted = self._page.stops[self.marked][0] + step * self._room()
        fitting = [name for name, (start, _) in self._page.stops.items() if (start <= wanted) == (step > 0)]
        self.marked = (fitting[-1] if step > 0 else fitting[0]) if fitting else stops[0 if step < 0 else -1]

    def action_end(self, step: int) -> None:
        if stops := self.stops:
            self.marked = stops[0 if step < 0 else -1]
        self.scroll_to(y=0 if step < 0 else self.max_scroll_y, animate=False, force=True)

    def action_open(self) -> None:
        if self.marked:
            self.post_message(self.Opened(self.marked))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return bool(self.marked) if action == "open" else True

    def on_click(self, event: events.Click) -> None:
        """A click moves the mark; on what is marked it opens. Never the only way."""
        place = event.y - len(self._page.head) + self.scroll_offset.y
        if event.y < len(self._page.head) or not 0 <= place < len(self._page.body):
            return
        identifier = self._page.body[place].id
        if identifier and identifier == self.marked:
            self.action_open()
        elif identifier:
            self.marked = identifier
