"""A small app around one widget, which writes down every message that the widget sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget

from maturity.app import themes
from maturity.app.widgets.lines import LinesView
from maturity.app.widgets.scale_choice import ScaleChoice
from maturity.app.widgets.tab_line import TabLine


class Host(App[None]):
    """Shows one widget, focused. `heard` holds what it said, in the order in which it did."""

    CSS = "VerticalScroll { height: 1fr; }"

    def __init__(self, make: Callable[[], Widget]) -> None:
        super().__init__()
        self.make = make
        self.heard: list[Any] = []
        self.register_theme(themes.DARK)
        self.theme = themes.DARK.name

    def compose(self) -> ComposeResult:
        yield VerticalScroll(self.make(), can_focus=False)

    def on_mount(self) -> None:
        self.widget.focus()

    @property
    def widget(self) -> Widget:
        return self.query_one(VerticalScroll).children[0]

    def scale_choice(self) -> ScaleChoice:
        """A scale whose choices and moves are written down."""
        return ScaleChoice(lambda facet, choice: self.heard.append((facet.value, choice)), self.heard.append)

    def on_lines_view_opened(self, message: LinesView.Opened) -> None:
        self.heard.append(message.identifier)

    def on_tab_line_picked(self, message: TabLine.Picked) -> None:
        self.heard.append(message.place)
