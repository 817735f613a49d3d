"""What somebody wrote, with a bar before every line of it: it cannot pass for anything of ours."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.widgets import Static

from maturity.app.widgets.indented import Indented
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


class Quoted(Indented):
    """A heading of ours with the note below it, for a list, whose lines have no borders."""

    def __init__(self, heading: Content, note: str) -> None:
        super().__init__(heading, in_lines(f"“{note}”"), _BAR)
