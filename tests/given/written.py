"""The words of what a list or a page shows."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from maturity.app.widgets.pages import Entry


def written(entries: Iterable[Entry]) -> str:
    """The rows of all entries, one below the other; pictures and quotations are left out."""
    parts = (part for entry in entries for part in entry.parts)
    return "\n".join(part.plain for part in parts if isinstance(part, Content))
