"""A question with all that stands around it, drawn as one: what did not change at a key is not drawn again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style as Colours
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region
from textual.reactive import reactive
from textual.scrollbar import ScrollBarRender
from textual.strip import Strip

from maturity.app.widgets.drawn_rows import DrawnRows, framed
from maturity.app.widgets.literal import row
from maturity.app.widgets.scale_choice import ChoiceView, ScaleChoice
from questionnaires import Choice
from questionnaires.words import Facet

_BAR: Final = 2
"""Columns of the bar beside what is higher than its window."""
_LEAST: Final = 3
"""Rows that the scale has, however much stands around it."""
_NOTHING: Final = row()


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the scale, from above; what is empty takes no row. `rule` stands in place of the scale."""

    question: Content = _NOTHING
    why: Content = _NOTHING
    prompt: Content = _NOTHING
    rule: Content = _NOTHING
    earlier: Content = _NOTHING
    remark: Content = _NOTHING
    after: Content = _NOTHING
    rows_after: int = 9
    """Rows that what is documented may take."""


class QuestionSheet(DrawnRows, ScaleChoice, can_focus=True):
    """The question, why it is asked, its scale in a window, and what is said below it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "sheet--quiet",
        "sheet--question",
        "sheet--prompt",
        "sheet--ground",
        "sheet--remark",
        "sheet--frame",
    }

    DEFAULT_CSS = """
    QuestionSheet {
        height: 100%;
        width: 1fr;
        padding: 0;
        .sheet--quiet { color: $quiet; }
        .sheet--question { text-style: bold; }
        .sheet--prompt { color: $accent; }
        .sheet--ground { background: $surface; }
        .sheet--remark { color: $warning; }
        .sheet--frame { color: $border; }
    }
    """

    shown: reactive[ChoiceView | None] = reactive(None, repaint=False)
    cursor: reactive[int] = reactive(0, repaint=False)

    def __init__(
        self,
        chosen: Callable[[Facet, Choice], None],
        facet_wanted: Callable[[int], None],
        *,
        id: str | None = None,  # noqa: A002  # textual's own name for it
    ) -> None:
        ScaleChoice.__init__(self, chosen, facet_wanted, id=id)
        self._rows: Sequence[Strip] = ()
        self._kept: dict[tuple[object, ...], tuple[Strip, ...]] = {}
        self.around = Around()
        self.strip = _NOTHING
        self.said = _NOTHING
        self.is_wide = False
        self._top = 0
        """The first row of the scale that is in its window."""
        self._window = Region()
        self._whole = 0
        """Rows of what is in the window, seen or not."""
        self._is_told = True
        self.is_following = True
        """Whether the window goes where the cursor is; not while somebody pages through it."""

    def tell(self, shown: ChoiceView | None, around: Around) -> None:
        """Another question, or the same one answered; `draw` shows it."""
        self._is_told = False
        if shown is None:
            self._top = 0
        self.shown, self.around = shown, around

    def draw(self) -> None:
        self._is_told = True
        super().draw()

    def _follow(self) -> None:
        if self._is_told:
            self.draw()

    # The rows

    def rows(self) -> Sequence[Strip]:
        """What stands above, the window, and what stands below; what has no room at the end is not seen."""
        size = self.size
        if size.width < 12 or not size.height:
            return ()
        above, below = [*self._above()], [*self._below()]
        room = max(_LEAST, size.height - len(above) - len(below))
        self._window = Region(1, len(above), size.width - 2, room)
        return [*above, *self._in_window(room), *below][: size.height]

    def _text(self, content: Content, part: str, most: int = 0, *, hangs: bool = False) -> Sequence[Strip]:
        """A text of the sheet: a column of the sheet's ground at each side, and one of its own."""
        if not content.plain:
            return ()
        width = self.size.width - 4
        key = (content.plain, tuple(content.spans), width, part, "sheet", hangs)
        if (kept := self._kept.get(key)) is None:
            inner = self.written(content, width, part, before=1, after=1, hangs=hangs)
            kept = self._kept[key] = tuple(framed(inner, width + 2, self.rich_style, 1, 1))
        return kept[:most] if most else kept

    def _above(self) -> Iterator[Strip]:
        around, blank = self.around, self.blank(self.size.width)
        if not self.is_wide:
            yield from self._text(self.strip, "sheet--quiet", 1)
        elif around.question.plain:
            yield blank
        yield from self._text(around.question, "sheet--question")
        yield from self._text(around.why, "sheet--quiet", 4)
        if self.is_wide and around.why.plain:
            yield blank
        yield from self._text(around.prompt, "sheet--prompt")

    def _below(self) -> Iterator[Strip]:
        around = self.around
        yield from self._text(around.earlier, "sheet--ground", 7, hangs=True)
        yield from self._text(self.said, "", 3)
        yield from self._text(around.remark, "sheet--remark", 2)
        yield from self._text(around.after, "sheet--ground", around.rows_after)

    def _in_window(self, room: int) -> list[Strip]:
        """The scale, or the rule in its place, as far as it is in sight; beside what is higher there is a bar."""
        self._room = room
        width = self.size.width - 2
        lines = self._scrolled(width)
        has_bar = len(lines) > room
        if has_bar:
            width -= _BAR
            lines = self._scrolled(width)
        self._whole = len(lines)
        if self.is_following:
            self._keep_in_sight(room)
        self._top = max(0, min(self._top, self._whole - room))
        blank = self.blank(width + 2)
        lines = [*lines[self._top : self._top + room], *[blank] * room][:room]
        if not has_bar:
            return lines
        side = Segment(" ", self.rich_style)
        return [Strip([*line, bar, side]) for line, bar in zip(self._cut(lines, width), self._bar(room), strict=True)]

    def _cut(self, lines: list[Strip], width: int) -> list[Strip]:
        """The lines without the column of the sheet's ground behind them."""
        return [line.crop(0, width + 1) for line in lines]

    def _scrolled(self, width: int) -> list[Strip]:
        """All lines of the scale or the rule, in so many columns between one of the sheet's ground at each side."""
        if self.shown is None:
            return [*self._framed_rule(width)] if self.around.rule.plain else []
        self._make(width - 2)
        return [strip for line in self._lines for strip in self.written(line, width - 2, "", before=2, after=2)]

    def _framed_rule(self, width: int) -> Iterator[Strip]:
        colours = self.colours("sheet--frame")
        ground, side = Segment(" ", self.rich_style), Segment("│", colours)
        yield Strip([ground, Segment(f"╭{'─' * (width - 2)}╮", colours), ground])
        for line in self.written(self.around.rule, width - 4, "", before=1, after=1):
            yield Strip([ground, side, *line, side, ground])
        yield Strip([ground, Segment(f"╰{'─' * (width - 2)}╯", colours), ground])

    def _bar(self, room: int) -> list[Segment]:
        styles, (_, ground) = self.styles, self.background_colors
        back = ground + styles.scrollbar_background
        bar = ScrollBarRender.render_bar(
            room,
            self._whole,
            room,
            self._top,
            _BAR,
            vertical=True,
            back_color=back.rich_color,
            bar_color=(back + styles.scrollbar_color).rich_color,
        )
        return [segment._replace(style=_without_meta(segment.style)) for segment in bar.segments]

    # Where one is

    def _keep_in_sight(self, room: int) -> None:
        """The line of the cursor stays in its window; above the first one its heading does."""
        if self.shown is not None and self._starts:
            start, end = self._stretch()
            top = 0 if self.cursor == 0 else start
            if end > self._top + room:
                self._top = end - room
            self._top = min(self._top, top)

    def _stretch(self) -> tuple[int, int]:
        """The first row of the line one is on, and the one behind its last."""
        place = min(self.cursor, len(self._starts) - 1)
        following = self._starts[place + 1] if place + 1 < len(self._starts) else len(self._lines)
        return self._starts[place], following

    @property
    def cursor_screen_offset(self) -> Offset:
        """The line one is on; where no option shows, the top of what stands in their place."""
        top = self.region.offset + self._window.offset
        if self.shown is None or not self._starts:
            return top
        return top + Offset(2, max(0, self._stretch()[0] - self._top))

    def choose(self, index: int) -> None:
        """The cursor comes along with what is told of the choice, and is not drawn before."""
        self._is_told = False
        super().choose(index)
        self._is_told = True

    def action_move(self, step: int) -> None:
        """To another option; where none is shown, through what stands in its place."""
        if self.shown:
            super().action_move(step)
        else:
            self._scroll(step)

    def action_page(self, step: int) -> None:
        """Through what is higher than its window; else the key is what the screen makes of it."""
        room = self._window.height
        if self._whole <= room:
            raise SkipAction
        self._scroll(step * max(1, room - 1))

    def _scroll(self, step: int) -> None:
        self._top, self.is_following = self._top + step, False
        self.draw()
        self.is_following = True

    def on_click(self, event: events.Click) -> None:
        """A click chooses the option under it: a convenience, never the only way."""
        event.prevent_default()  # what a scale by itself would make of it
        place = event.y - self._window.y + self._top
        lines = [start for start in self._starts if start <= place]
        if self.shown and lines and self._window.contains(event.x, event.y) and place < len(self._lines):
            self.choose(min(len(lines) - 1, len(self.shown.scale.options) - 1))


def _without_meta(style: Colours | None) -> Colours | None:
    """The colours alone: the bar only shows where one is."""
    return None if style is None else style.clear_meta_and_links()


class SideRows(DrawnRows):
    """A text at the side of the screen."""

    DEFAULT_CSS = """
    SideRows { width: 27; height: 100%; background: $surface; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.words: Sequence[Content] = ()

    def rows(self) -> Sequence[Strip]:
        width, height = self.size
        if width < 12:
            return ()
        lines = (strip for words in self.words for strip in self.written(words, width - 2, "", before=1, after=1))
        return [self.blank(width), *lines][:height]
