"""The names of the tabs, with the digit that leads to each."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class TabLine(Widget):
    """One line; where there is no room for all names, those of the other tabs are shortened."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; margin: 0 0 0 0; background: $surface; }
    """

    active: reactive[int] = reactive(0)

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self.titles = list(titles)

    def _words(self) -> list[str]:
        for letters in (40, 12, 9, 8, 7, 6, 5, 0):
            words = [
                f" {place} {title[: letters if place != self.active + 1 else 40].rstrip()} "
                for place, title in enumerate(self.titles, start=1)
            ]
            if sum(map(len, words)) <= self.size.width:
                break
        return words

    def render(self) -> Content:
        parts = [
            (words, "bold reverse $primary" if place == self.active else "$quiet")
            for place, words in enumerate(self._words())
        ]
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        left = 1
        for place, words in enumerate(self._words()):
            if left <= event.x < left + len(words):
                self.post_message(self.Picked(place))
            left += len(words)
