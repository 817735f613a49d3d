"""Rows of which each keeps its indent where it is wrapped: the second line stands below the words of the first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from rich.segment import Segment
from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

_BEFORE: Final = re.compile(r" *(?:\d+ (?=[▁▃▅▇–] ))?(?:[◆~▲▁▃▅▇–●○] )?(?:(?:MUST|SHOULD|COULD) +)?")
"""What stands before the words of a row: blanks, the number of an agenda item, one of our marks, and how firm it is."""


class Hanging(Visual):
    """Rows one below the other, each wrapped behind its own indent."""

    def __init__(self, rows: Iterable[Content]) -> None:
        self.rows = [_parted(row) for row in rows]

    def render_strips(self, width: int, height: int | None, style: Style, options: RenderOptions) -> list[Strip]:
        strips: list[Strip] = []
        for before, words in self.rows:
            indent = before.cell_length
            wrapped = words.render_strips(_room(width, indent), None, style, options)
            if not indent:
                strips += wrapped
                continue
            blank = Strip([Segment(" " * indent, style.rich_style)])
            (mark,) = before.render_strips(indent, 1, style, options)
            strips += (Strip.join([blank if place else mark, line]) for place, line in enumerate(wrapped))
        return strips[:height]

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        widths = (before.cell_length + words.get_optimal_width(rules, container_width) for before, words in self.rows)
        return max(widths, default=0)

    def get_minimal_width(self, rules: RulesMap) -> int:
        return max((before.cell_length + words.get_minimal_width(rules) for before, words in self.rows), default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return sum(words.get_height(rules, _room(width, before.cell_length)) for before, words in self.rows)


def _parted(row: Content) -> tuple[Content, Content]:
    """What stands before the words of a row, and the words."""
    found = _BEFORE.match(row.plain)
    end = found.end() if found else 0
    return row[:end], row[end:]


def _room(width: int, indent: int) -> int:
    return max(1, width - indent)
