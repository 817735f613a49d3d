"""The last line of a page: the keys that work now."""

from __future__ import annotations

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer


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
        self._made_of: list[tuple[Binding, bool, str]] = []

    def compose(self) -> ComposeResult:
        if self._bindings_ready:
            self._made_of = self._keys_now()
        for key in super().compose():
            yield key.add_class("-compact", update=False)  # else its style is computed again when it turns compact
        self._part()

    def _part(self) -> None:
        """Parts the keys by two columns where there is room, so that two of them do not read as one sentence."""
        # Of several keys of one action a footer shows the first.
        shown = {binding.action: binding for binding, _, _ in reversed(self._made_of)}.values()
        keys = [(self.app.get_key_display(binding), binding.description) for binding in shown]
        taken = sum(cell_len(key) + cell_len(says) + 3 for key, says in keys)
        self.set_class(taken <= self.app.size.width, "-roomy")

    def on_resize(self) -> None:
        self._part()

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
