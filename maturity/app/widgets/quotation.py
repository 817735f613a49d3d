"""What somebody wrote, with a bar before every line of it: it cannot pass for anything of ours."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Static

from maturity.app.widgets.literal import in_lines
from maturity.pictures.glyphs import QUOTE

_BAR: Final = f"  {QUOTE} "


class Quotation(Static):
    """A note by itself."""

    DEFAULT_CSS = """
    Quotation { border-left: solid $quiet; margin: 0 0 0 4; padding: 0 0 0 1; color: $quiet; text-style: italic; }
    """

    def __init__(self, note: str) -> None:
        super().__init__(in_lines(f"“{note}”"), markup=False)


class Quoted(Visual):
    """A heading of ours with the note below it, for a list, whose lines have no borders."""

    def __init__(self, heading: Content, note: str) -> None:
        self.heading = heading
        self.note = in_lines(f"“{note}”")

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        bar = Strip([Segment(_BAR, style.rich_style)])
        strips = self.heading.render_strips(width, None, style, options)
        note = self.note.render_strips(max(1, width - len(_BAR)), None, style, options)
        return [*strips, *(Strip.join([bar, strip]) for strip in note)][:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        note = self.note.get_optimal_width(rules, container_width) + len(_BAR)
        return max(self.heading.get_optimal_width(rules, container_width), note)

    def get_minimal_width(self, rules: RulesMap) -> int:
        return max(self.heading.get_minimal_width(rules), self.note.get_minimal_width(rules) + len(_BAR))

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.heading.get_height(rules, width) + self.note.get_height(rules, max(1, width - len(_BAR)))
