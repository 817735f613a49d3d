"""Choosing on a scale: one widget for every kind of question."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.widget import Widget

from maturity.app.widgets.literal import Part, fitted, row, stacked
from maturity.pictures.signs import BEFORE, CHOSEN, HERE
from maturity.rounds.interview import keys_of
from questionnaires import Choice, Scale, label, one_line
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Facet

_HEADINGS: Final = {
    Facet.NEEDED: "need",
    Facet.WANTED: "want",
    Facet.TODAY: "today",
    Facet.IN_12_MONTHS: "1 year",
    Facet.IN_24_MONTHS: "2 years",
}
_COLUMN: Final = 9
_INDENT: Final = 7
"""Where one is, what is chosen, and the key in brackets of its own: no digit to press reads like a part of a value."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """What the widget shows: the scale of a question, its facets with their choices, and which one is answered."""

    question: str
    scale: Scale
    facets: tuple[Facet, ...]
    choices: tuple[Choice | None, ...]
    active: int
    """Index into facets; past the end when every facet is answered."""
    earlier: tuple[Choice | None, ...] = ()
    """What the same person chose in an earlier round, facet by facet; empty where that is not known."""
    earlier_round: int = 0
    asides: tuple[str, ...] = ()
    """What stands behind each option, as who chose it; empty where nothing does."""

    @property
    def column(self) -> int:
        """The facet that is answered, as an index into facets; the last one when all are."""
        return min(self.active, len(self.facets) - 1)

    @property
    def chosen_here(self) -> Choice | None:
        """What is chosen on the facet that is answered."""
        return self.choices[self.column]

    @property
    def here(self) -> Choice | None:
        """The same, or what was chosen on it in the earlier round."""
        was = self.earlier[self.column] if self.column < len(self.earlier) else None
        return was if self.chosen_here is None else self.chosen_here


def _states(shown: ChoiceView, choices: tuple[Choice | None, ...], mark: str) -> str:
    """The facets that are answered without an option, in words; once, where all say the same."""
    said = {
        facet: label(shown.scale, choice)
        for facet, choice in zip(shown.facets, choices, strict=False)
        if choice in (DONT_KNOW, NOT_APPLICABLE)
    }
    if len(said) == len(shown.facets) and len(set(said.values())) == 1:
        return f"{mark} {next(iter(said.values()))}"
    return "  ".join(f"{mark} {_HEADINGS[facet]}: {state}" for facet, state in said.items())


@lru_cache(maxsize=128)
def _wrapped(sentence: str, width: int) -> tuple[str, ...]:
    """The lines of a sentence. A scale has the same ones at each of its questions, and at each key."""
    return tuple(textwrap.wrap(sentence, width))


class ScaleChoice(Widget, can_focus=True):
    """The options of a scale with a column for each facet. Digits choose; arrows and Space do too."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, tooltip="Move to the option above"),
        Binding("down,j", "move(1)", "Down", show=False, tooltip="Move to the option below"),
        Binding("left", "facet(-1)", "Facet left", show=False, tooltip="Go to the column on the left"),
        Binding("right", "facet(1)", "Facet right", show=False, tooltip="Go to the column on the right"),
        *(Binding(digit, f"digit('{digit}')", f"Choose {digit}", show=False) for digit in "0123456789"),
        Binding("space", "choose", "Choose", show=False, tooltip="Choose the option you are on"),
    ]

    DEFAULT_CSS = """
    ScaleChoice {
        height: auto;
        min-width: 20;
        padding: 0 1;
        background: $background;
    }
    """

    shown: reactive[ChoiceView | None] = reactive(None, layout=True)
    cursor: reactive[int] = reactive(0)
    """The option one is on; behind the last one where that is an answer without an option, as don't know."""

    def __init__(
        self,
        chosen: Callable[[Facet, Choice], None],
        facet_wanted: Callable[[int], None],
        tried: Callable[[int], None] | None = None,
        *,
        id: str | None = None,  # noqa: A002  # textual's own name for it
    ) -> None:
        """Calls `chosen`, `facet_wanted`, and `tried` with where the arrows led, at once rather than by message: over
        a slow line several keys arrive together, and a message would be heard only after the next of them."""
        super().__init__(id=id)
        self.chosen = chosen
        self.facet_wanted = facet_wanted
        self.tried = tried
        self.has_moved = False
        self._lines: list[Content] = []
        self._starts: list[int] = []
        self._made_for: tuple[ChoiceView | None, int, int, int, bool] | None = None
        self._room = 0

    def watch_shown(self, before: ChoiceView | None, after: ChoiceView | None) -> None:
        """The cursor goes to what is chosen; a new question starts at the top."""
        if after is None:
            self._lines, self._starts, self._made_for = [], [], None
            return
        if before is None or (before.question, before.active) != (after.question, after.active):
            self.has_moved = False
        last = len(after.scale.options) - 1
        choice = after.here if after.chosen_here is not None or not self.has_moved else None
        index = after.scale.index(choice) if choice is not None else None
        if index is not None:
            self.cursor = index
        elif choice is not None and not self.has_moved:
            self.cursor = last + 1
        elif self.cursor > last or before is None or (before.question, before.facets) != (after.question, after.facets):
            self.cursor = 0

    def mark(self, choices: tuple[Choice | None, ...], asides: tuple[str, ...]) -> None:
        """Shows other choices and others behind the options; nothing else moves, so nothing is laid out again."""
        if self.shown is not None:
            self.set_reactive(ScaleChoice.shown, replace(self.shown, choices=choices, asides=asides))
            self.refresh()

    def watch_cursor(self) -> None:
        self._follow()

    def on_resize(self, _event: events.Resize) -> None:
        self._follow()

    def _follow(self) -> None:
        """Keeps the line of the cursor visible."""
        self._make(self.size.width)
        if self.shown is None or not self._starts:
            return
        line = self._starts[min(self.cursor, len(self._starts) - 1)]
        height = (self._starts[self.cursor + 1] if self.cursor + 1 < len(self._starts) else len(self._lines)) - line
        if self.is_attached and self.parent is not None and isinstance(self.parent, Widget):
            top = 0 if self.cursor == 0 else line
            self.parent.scroll_to_region(
                Region(0, self.virtual_region.y + top, 1, line - top + height), animate=False, force=True
            )

    @property
    def cursor_screen_offset(self) -> Offset:
        """The line one is on; where no option shows, the top of what stands in their place."""
        if self.shown is None or not self._starts:
            return self.parent.region.offset if isinstance(self.parent, Widget) else self.region.offset
        return self.region.offset + Offset(1, self._starts[min(self.cursor, len(self._starts) - 1)])

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._room = container.height
        self._make(width)
        return len(self._lines)

    def render(self) -> Content:
        self._make(self.size.width)
        return stacked(self._lines)

    def _make(self, width: int) -> None:
        key = (self.shown, self.cursor, width, self._room, self.app.native_ansi_color)
        if key == self._made_for or self.shown is None or width < 12:
            return
        self._made_for = key
        self._lines, self._starts = [], []
        shown = self.shown
        columns = len(shown.facets) if len(shown.facets) > 1 else 0
        if columns:
            self._lines.append(self._headings(shown, width))
        whole = [self._behaviour(shown, index, width) for index in range(len(shown.scale.options))]
        # Without room for every sentence, only the one of the line that one is on is shown.
        is_tight = len(self._lines) + sum(1 + len(lines) for lines in whole) > self._room
        for index, digit in enumerate(keys_of(shown.scale)):
            self._starts.append(len(self._lines))
            self._lines.append(self._option(shown, index, digit, width, columns))
            if index == self.cursor or not is_tight:
                self._lines.extend(whole[index])
        below, is_now = len(shown.scale.options), shown.chosen_here is not None
        for states, style, may_be_here in (
            (_states(shown, shown.choices, CHOSEN), "$chosen", is_now),
            (
                _states(shown, shown.earlier, f"{BEFORE} your answer in round {shown.earlier_round},"),
                "$accent",
                not is_now,
            ),
        ):
            if states and may_be_here and self.cursor == below:
                self._starts.append(len(self._lines))
                self._lines.append(row((f"{HERE}  {states}".ljust(width), self._styled(style, below))))
            elif states:
                self._lines.append(row((f"   {states}", style)))

    def _headings(self, shown: ChoiceView, width: int) -> Content:
        parts: list[Part] = [" " * (width - _COLUMN * len(shown.facets))]
        for place, facet in enumerate(shown.facets):
            is_active = place == shown.column
            word = f"{'▼' if is_active else ''}{_HEADINGS.get(facet, facet.value)}"
            parts.append((f"{word:^{_COLUMN}}", "bold reverse" if is_active else "$quiet"))
        return row(*parts)

    def _option(self, shown: ChoiceView, index: int, digit: str, width: int, columns: int) -> Content:
        option = shown.scale.options[index]
        here = index == self.cursor
        chosen = [shown.scale.index(choice) == index if choice is not None else False for choice in shown.choices]
        strong = "bold" if any(chosen) or here else ""
        room = width - _INDENT - columns * _COLUMN
        was = [shown.scale.index(choice) == index if choice is not None else False for choice in shown.earlier]
        yours = f"  {BEFORE} your answer in round {shown.earlier_round}" if columns == 0 and any(was) else ""
        # What stands behind an option has half of the line, or all that its label leaves.
        most = max(room // 2, room - cell_len(one_line(option.label)) - 2)
        aside = fitted(shown.asides[index], min(cell_len(shown.asides[index]), most)) if shown.asides else ""
        room -= len(yours) + (cell_len(aside) + 1 if aside else 0)
        title = one_line(option.label, room)
        parts: list[Part] = [(f"{HERE if here else ' '}", self._styled("$chosen", index))]
        mark = CHOSEN if columns == 0 and chosen[0] else " "
        parts.append((f"{mark} ", self._styled("$chosen bold", index)))
        parts.append((f"[{digit}] ", self._styled("bold $accent", index)))
        parts.append((title.ljust(room), self._styled(strong, index)))
        parts.append((yours, self._styled("$accent", index)))
        if aside:
            parts.append((f" {aside}", self._styled("bold $accent", index)))
        for place in range(columns):
            is_yours = any(was) and was[place]
            mark = f"{CHOSEN if chosen[place] else '' if is_yours else '·'}{f'{BEFORE} yours' if is_yours else ''}"
            style = "$chosen bold" if chosen[place] else "$accent" if is_yours else "$quiet"
            parts.append((f"{mark:^{_COLUMN}}", self._styled(style, index)))
        return row(*parts)

    def _styled(self, style: str, index: int) -> str:
        """The style of a part of an option; of the one that one is on by its ground, or where there are few colours or
        none, turned as a whole."""
        if index != self.cursor:
            return style
        return "bold reverse" if self.app.native_ansi_color else f"{style} on $cursor-line".strip()

    def _behaviour(self, shown: ChoiceView, index: int, width: int) -> list[Content]:
        """The sentence under an option, wrapped."""
        return [
            row(((" " * _INDENT + text).ljust(width), self._styled("$quiet", index)))
            for text in _wrapped(shown.scale.options[index].behaviour, max(10, width - _INDENT))
        ]

    def action_move(self, step: int) -> None:
        """To another option; where none is shown, through what stands in its place."""
        if self.shown:
            self.has_moved = True
            whole = len(self.shown.scale.options)
            self.cursor = (self.cursor + step) % (whole if self.cursor < whole else whole + 1)
            if self.tried is not None:
                self.tried(self.cursor)
        elif isinstance(self.parent, Widget):
            self.parent.scroll_relative(y=step, animate=False)

    def action_facet(self, step: int) -> None:
        if self.shown:
            place = min(max(min(self.shown.active, len(self.shown.facets)) + step, 0), len(self.shown.facets) - 1)
            self.facet_wanted(place)

    def action_choose(self) -> None:
        if self.shown and self.cursor < len(self.shown.scale.options):
            self.choose(self.cursor)
        elif self.shown and self.shown.here is not None:
            self.chosen(self.shown.facets[self.shown.column], self.shown.here)

    def choose(self, index: int) -> None:
        """Chooses an option for the facet that is being answered; the last one when all are."""
        if self.shown and 0 <= index < len(self.shown.scale.options):
            facet = self.shown.facets[self.shown.column]
            self.has_moved = False
            self.cursor = index
            self.chosen(facet, self.shown.scale.choice(index))

    def action_digit(self, digit: str) -> None:
        """Chooses the option of that digit. A binding like all other keys, so that they stay in order."""
        keys = keys_of(self.shown.scale) if self.shown else ()
        if digit in keys:
            self.choose(keys.index(digit))

    def on_click(self, event: events.Click) -> None:
        """A click chooses the option under it: a convenience, never the only way."""
        lines = [start for start in self._starts if start <= event.y]
        if self.shown and lines and event.y < len(self._lines):
            self.cursor = len(lines) - 1
            self.choose(self.cursor)
