"""What the room decided on a question: beside it in full, and as a line of the lists below an agenda."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from maturity.app.widgets.literal import row
from maturity.app.widgets.pages import Entry
from maturity.pictures.room import room_mark
from maturity.pictures.shapes import Key
from maturity.reports.decisions import said_on, title_of
from maturity.results.model import Results


def decided_rows(results: Results, question: str) -> Iterator[Content]:
    """All that was said of a question, under what became of it; nothing where nothing was."""
    said, mark = list(said_on(results, question)), room_mark(results, question)
    if said:
        yield row((f"{mark.sign} {mark.says}" if mark else "○ talked about, and on the agenda", "bold $accent"))
        yield from (row(f"  {sentence}") for sentence in said)
        yield row()


def room_entry(results: Results, mark: Key, question: str) -> Entry:
    """The title behind its mark, and what was said."""
    said = [row((f"  {sentence}", "$quiet")) for sentence in said_on(results, question)]
    return Entry(
        f"question:{question}", (row((f"{mark.sign} ", "$quiet"), (title_of(results, question), "bold")), *said)
    )
