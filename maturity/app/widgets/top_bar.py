"""One line at the top of every screen: where one is, and what matters about it."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from maturity.app.widgets.literal import row
from questionnaires import one_line


class TopBar(Widget):
    """The place on the left, a short state on the right."""

    DEFAULT_CSS = """
    TopBar {
        dock: top;
        height: 1;
        background: $panel;
        color: $foreground;
        padding: 0 1;
    }
    """

    place: reactive[str] = reactive("")
    state: reactive[str] = reactive("")
    alarming: reactive[bool] = reactive(False)

    def __init__(self, place: str = "", state: str = "") -> None:
        super().__init__()
        self.set_reactive(TopBar.place, place)
        self.set_reactive(TopBar.state, state)

    def render(self) -> Content:
        width = self.size.width
        state = one_line(self.state)[:width]
        room = max(0, width - len(state) - 1)
        place = one_line(self.place, max(1, room))
        name, _, rest = place.partition(" · ")
        gap = " " * max(1, width - len(place) - len(state))
        return row(
            (name, "bold $primary"),
            f" · {rest}" if rest else "",
            gap,
            (state, "bold $error reverse" if self.alarming else "$quiet"),
        )
