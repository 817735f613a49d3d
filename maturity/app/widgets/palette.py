"""The entries of the palette, as they are written: the palette of Textual reads plain strings as markup."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from typing import Any

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandInput, CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from maturity.app.widgets.choices import ReversedList
from maturity.app.widgets.literal import row


class FoundCommands(CommandList, ReversedList):
    """The commands that fit."""


class Palette(CommandPalette):
    """Textual's palette in our colours, without its picture and its id, which one that is just going still bears."""

    DEFAULT_CSS = """
    Palette {
        CommandList { border-bottom: hkey $border; }
        CommandList:ansi > .option-list--option-highlighted {
            color: $foreground;
            background: $background;
            text-style: bold reverse;
        }
        #--input { border: hkey $border; }
        & > Vertical, &:dark > Vertical { background: $surface; }
        & > .command-palette--help-text { color: $quiet; text-style: not bold; }
        &:ansi > .command-palette--help-text { color: $foreground; }
    }
    """

    def compose(self) -> ComposeResult:
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield CommandInput(placeholder="What to do, in a word", select_on_focus=False)
            with Vertical(id="--results"):
                yield FoundCommands()
                yield LoadingIndicator()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes it once: a second Enter in the same breath would close what lies below it as well."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class Commands(Provider):
    """Every command that the app offers now; those that fit, when something is typed."""

    _has_run = False

    def _once(self, command: Callable[[], Any]) -> Callable[[], Awaitable[None]]:
        """A palette runs one command: a second Enter in the same breath would run it again."""

        async def run() -> None:
            if not self._has_run:
                self._has_run = True
                if inspect.isawaitable(done := command()):
                    await done

        return run

    async def discover(self) -> Hits:
        for title, help_text, callback, *_ in sorted(self.app.get_system_commands(self.screen), key=lambda one: one[0]):
            # The palette takes a content as it is; only its types speak of strings.
            yield DiscoveryHit(row(title), self._once(callback), text=title, help=row(help_text))  # type: ignore[arg-type]

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for title, help_text, callback, *_ in self.app.get_system_commands(self.screen):
            score, places = matcher.fuzzy_search.match(query, title)
            if score > 0:
                shown = row(title)
                for place in places:
                    if not title[place].isspace():
                        shown = shown.stylize(matcher.match_style, place, place + 1)
                yield Hit(score, shown, self._once(callback), text=title, help=row(help_text))  # type: ignore[arg-type]
