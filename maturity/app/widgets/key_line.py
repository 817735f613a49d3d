"""The last line of a page: the keys that work now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer

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


class KeyLine(Footer):
    """A footer that is made anew only when other keys work, or work differently.

    Textual makes a footer anew whenever anything may have changed, the focus for instance: a widget for each key, which
    takes longer than all that is drawn besides.
    """

    DEFAULT_CSS = """
    KeyLine.-roomy FooterKey { margin: 0 2 0 0; }
    """

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)
        self._made_for = 0
        """The columns of the terminal that it was made for."""
        self._made_of: list[tuple[Binding, bool, str]] = []

    def compose(self) -> ComposeResult:
        if self._bindings_ready:
            self._made_of = self._keys_now()
        self._made_for = self.app.size.width
        keys = list(super().compose())
        for place in fitting(self._taken(), self._made_for):
            yield keys[place].add_class("-compact", update=False)  # else its style is computed again when compact
        self._part()

    def _taken(self) -> list[int]:
        """The columns of key and word; of several keys of one action a footer shows the first."""
        shown: dict[str, Binding] = {}
        for binding, _, _ in self._made_of:
            shown.setdefault(binding.action, binding)
        return [cell_len(self.app.get_key_display(one)) + cell_len(one.description) for one in shown.values()]

    def _part(self) -> None:
        """Parts the keys by two columns where there is room, so that two of them do not read as one sentence."""
        self.set_class(sum(one + _ROOMY for one in self._taken()) <= self.app.size.width, "-roomy")

    def on_resize(self) -> None:
        self._part()
        if self._made_for != self.app.size.width and self._bindings_ready:
            self.call_after_refresh(self.recompose)

    def _keys_now(self) -> list[tuple[Binding, bool, str]]:
        """The keys to show, each with whether it works and what it does in a sentence."""
        active = self.screen.active_bindings.values()
        return [(binding, enabled, tooltip) for _, binding, enabled, tooltip in active if binding.show]

    def bindings_changed(self, screen: Screen[object]) -> None:
        self._bindings_ready = True
        if screen.app.app_focus and self.is_attached and screen is self.screen:
            self.call_after_refresh(self._renew)

    async def _renew(self) -> None:
        """Looks when everything that changes at once has changed."""
        if self.is_attached and self._keys_now() != self._made_of:
            await self.recompose()
