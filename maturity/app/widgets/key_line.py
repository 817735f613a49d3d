"""The last line of a page: the keys that work now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual.content import Content
from textual.events import Leave, MouseDown, MouseMove
from textual.screen import Screen
from textual.widget import Widget

from maturity.app.widgets.literal import Part, explain, row

_KEY: Final = "bold $footer-key-foreground on $footer-key-background"
_WORD: Final = "$footer-description-foreground on $footer-description-background"
_POINTED: Final = "$footer-key-foreground on $block-hover-background"
"""A word at which the mouse points."""
_BETWEEN: Final = 2
"""Columns between a key and its word, and after it."""
_ROOMY: Final = 3
"""The same where the keys are parted by two."""
_KEPT: Final = 2
"""The last keys are shown however little room there is: the way back, and help, which names all others."""


def fitting(taken: Sequence[int], width: int) -> list[int]:
    """The places of the keys that have room, of those with these columns for key and word: none is cut, and rather than
    the last two the ones before them are left out."""
    places = list(range(len(taken)))
    while sum(taken[place] + _BETWEEN for place in places) - 1 > width and len(places) > _KEPT:
        del places[-_KEPT - 1]
    return places


@dataclass(frozen=True, slots=True)
class ShownKey:
    """A key with its word."""

    key: str
    """What is pressed."""
    display: str
    """How it is called."""
    word: str
    action: str
    works: bool
    tooltip: str

    @property
    def taken(self) -> int:
        """The columns of key and word."""
        return cell_len(self.display) + cell_len(self.word)


class KeyLine(Widget):
    """The keys that work now, drawn as one line, and pressed by a click.

    The footer of Textual is a widget for each key, made anew whenever anything may have changed, the focus for
    instance: that takes longer than all that is drawn besides.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        text-wrap: nowrap;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self.shown: tuple[ShownKey, ...] = ()
        """The keys that have room."""
        self._gap = 1
        self._pointed: ShownKey | None = None

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_resize(self) -> None:
        self._renew()

    def render(self) -> Content:
        """The line."""
        parts: list[Part] = []
        for one in self.shown:
            dim = "" if one.works else " dim"
            parts += [(one.display, _KEY + dim), " ", (one.word, (_POINTED if one is self._pointed else _WORD) + dim)]
            parts.append(" " * self._gap)
        return row(*parts)

    def on_mouse_move(self, event: MouseMove) -> None:
        self._point(self._at(event.x))

    def on_leave(self, _: Leave) -> None:
        self._point(None)

    def on_mouse_down(self, event: MouseDown) -> None:
        """Presses the key that was clicked."""
        one = self._at(event.x)
        if one is not None and one.works:
            self.app.simulate_key(one.key)
        elif one is not None:
            self.app.bell()

    def _point(self, one: ShownKey | None) -> None:
        if one is not self._pointed:
            self._pointed = one
            explain(self, one.tooltip if one else "")
            self.refresh()

    def _at(self, column: int) -> ShownKey | None:
        """The key at a column of the line."""
        begins = 0
        for one in self.shown:
            ends = begins + one.taken + 1
            if begins <= column < ends:
                return one
            begins = ends + self._gap
        return None

    def _keys_now(self) -> Iterator[ShownKey]:
        """All keys to show; of several for one action the first."""
        actions: set[str] = set()
        for _, binding, enabled, tooltip in self.screen.active_bindings.values():
            if binding.show and binding.action not in actions:
                actions.add(binding.action)
                display = self.app.get_key_display(binding)
                yield ShownKey(binding.key, display, binding.description, binding.action, enabled, tooltip)

    def _changed(self, screen: Screen[object]) -> None:
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._renew)

    def _renew(self) -> None:
        """Looks when everything that changes at once has changed, and draws what has."""
        if not self.is_attached:
            return
        keys, width = list(self._keys_now()), self.app.size.width
        taken = [one.taken for one in keys]
        shown = tuple(keys[place] for place in fitting(taken, width))
        # Parted by two columns where there is room, so that two keys do not read as one sentence.
        gap = _BETWEEN if sum(one + _ROOMY for one in taken) <= width else 1
        if (shown, gap) != (self.shown, self._gap):
            self.shown, self._gap = shown, gap
            self.refresh()
