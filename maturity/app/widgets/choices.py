"""A list to choose from, in the project's own look: what one is on keeps its colours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class ReversedList(OptionList):
    """A list whose marked line is reversed where its style says so, which Textual reads and then forgets."""

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        style = super().get_visual_style(*component_classes, partial=partial)
        styles = (self.get_component_styles(name) for name in component_classes)
        return style + Style(reverse=True) if any(one.text_style.reverse for one in styles) else style


class Choices(ReversedList):
    """An option list without a frame, whose Enter shows in the footer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Open", tooltip="Open the line you are on"),
        Binding("k", "cursor_up", "Up", show=False, tooltip="One line up"),
        Binding("j", "cursor_down", "Down", show=False, tooltip="One line down"),
    ]

    DEFAULT_CSS = """
    Choices {
        height: auto;
        min-width: 12;
        border: none;
        padding: 0;
        background: $background;
        & > .option-list--option-highlighted { background: $cursor-line; color: $foreground; text-style: bold; }
        & > .option-list--option-disabled { color: $primary; }
        &:ansi > .option-list--option-highlighted, &:nocolor > .option-list--option-highlighted { text-style: reverse; }
        &:focus {
            border: none;
            background-tint: $foreground 0%;
            & > .option-list--option-highlighted { background: $cursor-line; color: $foreground; text-style: bold; }
            &:ansi > .option-list--option-highlighted, &:nocolor > .option-list--option-highlighted {
                text-style: reverse;
            }
        }
    }
    """

    @property
    def cursor_screen_offset(self) -> Offset:
        """The line one is on, in the part of the list that is in sight."""
        line = 0 if self.highlighted is None else self._index_to_line.get(self.highlighted, 0)
        return self.content_region.offset + Offset(0, line - self.scroll_offset.y)

    def replace_by(self, options: Iterable[Option]) -> None:
        """Shows other options; the line one was on stays, where it is still there."""
        was = self.highlighted
        identifier = None if was is None else self.get_option_at_index(was).id
        self.set_options(options)
        places = {option.id: place for place, option in enumerate(self.options) if option.id}
        if identifier in places:
            self.highlighted = places[identifier]
        else:
            self.action_first()
