"""The names of the tabs, with the digit that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from maturity.app.widgets.literal import row
from questionnaires import one_line


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

    def __init__(self, titles: Sequence[str], *, kept: int = 0) -> None:
        """`kept` of the first names stay whole as long as they can."""
        super().__init__()
        self.titles = [one_line(title) for title in titles]
        self.kept = kept

    def _words(self) -> list[str]:
        """The names, shortened from the back as far as the width demands; the active one never is."""
        words: list[str] = []
        for kept, letters in (*product((self.kept, 0), (40, 9, 7, 5, 4, 3)), (self.kept, 0), (0, 2), (0, 0)):
            words = [
                f" {(place + 1) % 10} {title if place in (self.active, *range(kept)) else title[:letters]}".rstrip()
                + " "
                for place, title in enumerate(self.titles)
            ]
            if sum(map(len, words)) <= self.size.width:
                break
        return words

    def render(self) -> Content:
        parts = [
            (words, "bold reverse $primary" if place == self.active else "$quiet")
            for place, words in enumerate(self._words())
        ]
        return row(*parts)

    def on_click(self, event: events.Click) -> None:
        left = 1
        for place, words in enumerate(self._words()):
            if left <= event.x < left + len(words):
                self.post_message(self.Picked(place))
            left += len(words)
