"""An entry of a list: a heading, and below it text of which every line begins alike, the wrapped ones too."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Indented(Visual):
    """A heading with a text below it; `before` stands before every line of the text."""

    def __init__(self, heading: Content, below: Content, before: str = "  ") -> None:
        self.heading = heading
        self.below = below
        self.before = before

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        before = Strip([Segment(self.before, style.rich_style)])
        strips = self.heading.render_strips(width, None, style, options)
        below = self.below.render_strips(self._room(width), None, style, options)
        return [*strips, *(Strip.join([before, strip]) for strip in below)][:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        below = self.below.get_optimal_width(rules, container_width) + len(self.before)
        return max(self.heading.get_optimal_width(rules, container_width), below)

    def get_minimal_width(self, rules: RulesMap) -> int:
        return max(self.heading.get_minimal_width(rules), self.below.get_minimal_width(rules) + len(self.before))

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.heading.get_height(rules, width) + self.below.get_height(rules, self._room(width))

    def _room(self, width: int) -> int:
        return max(1, width - len(self.before))
