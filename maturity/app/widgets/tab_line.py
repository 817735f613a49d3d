"""The names of the tabs, with the digit that leads to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from maturity.app.widgets.literal import Part, row
from questionnaires import one_line

_WHOLE: Final = 99
_WORDS: Final = (_WHOLE, 12)
"""How many letters a name may have that stands as its first word else."""
_LIMITS: Final = (
    *((_WHOLE, letters, _WHOLE) for letters in (10, 9, 8, 7, 6, 5, 4)),
    *((_WHOLE, letters, 9) for letters in (5, 4)),
    *((letters, letters, 9) for letters in (6, 5, 4)),
    *((letters, letters, letters) for letters in (5, 4, 3)),
)
"""How many letters the first names, the others, and the active one may have, from the roomiest: at least three."""


Names = tuple[str, str]
"""A whole word in place of a name, and the shortest one that still says it."""


class TabLine(Widget):
    """One line; where there is no room for all names, they are shortened: to their first word, then to the shorter
    words that there are for them, and only where these do not fit either within the word."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; margin: 0 0 0 0; background: $surface; }
    """

    active: reactive[int] = reactive(0)

    class Picked(Message):
        """A tab was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, titles: Sequence[str], shorter: Sequence[Names] = (), *, kept: int = 0) -> None:
        """`shorter` are other names for where there is less room; `kept` of the first names stay whole as long as they
        can."""
        super().__init__()
        self.name_tabs(titles, shorter)
        self.kept = kept

    def name_tabs(self, titles: Sequence[str], shorter: Sequence[Names] = ()) -> None:
        """Gives the tabs other names, as many as there are now."""
        self.titles = [one_line(title) for title in titles]
        self.shorter = [tuple(map(one_line, names)) for names in shorter]
        self.refresh()

    def _words(self) -> list[str]:
        """The names with their digits, as whole as the width allows; the active one is shortened last."""
        found: list[str] = []
        for found in self._ways():
            if sum(map(len, found)) + len(found) - 1 <= self.size.width:
                break
        return found

    def _ways(self) -> Iterator[list[str]]:
        """From the roomiest: whole words first."""
        yield from (list(self._shortened(_WHOLE, letters, _WHOLE)) for letters in _WORDS)
        if self.shorter:
            yield [f"{_digit(place)}{short}" for place, (short, _) in enumerate(self.shorter)]
        for number in range(len(self.shorter) + 1 if self.shorter else 0):
            names = (pair[place < number] for place, pair in enumerate(self.shorter))
            yield [f"{_digit(place).strip()}{name}" for place, name in enumerate(names)]
        yield from (list(self._shortened(*limits)) for limits in _LIMITS)

    def _shortened(self, kept: int, others: int, of_active: int) -> Iterator[str]:
        for place, title in enumerate(self.titles):
            most = kept if place < self.kept else others
            most = max(most, of_active) if place == self.active else most
            yield f"{_digit(place)}{_cut(title, most)}"

    def render(self) -> Content:
        words = self._words()
        gap = 2 if sum(map(len, words)) + 2 * len(words) <= self.size.width else 1
        parts: list[Part] = []
        for place, name in enumerate(words):
            parts += [" " * gap] if place else []
            parts.append((name, "bold reverse $primary" if place == self.active else "$quiet"))
        return row(*parts)

    def on_click(self, event: events.Click) -> None:
        words = self._words()
        gap = 2 if sum(map(len, words)) + 2 * len(words) <= self.size.width else 1
        left = 1
        for place, name in enumerate(words):
            if left <= event.x < left + len(name):
                self.post_message(self.Picked(place))
            left += len(name) + gap


def _digit(place: int) -> str:
    """Only the first ten have a digit that leads to them."""
    return f"{(place + 1) % 10} " if place < 10 else ""


def _cut(title: str, most: int) -> str:
    """The whole title, or else as much of its first word as fits."""
    return title if len(title) <= most else title.partition(" ")[0][:most]
