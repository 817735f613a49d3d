"""Notes as text: read only when somebody asks for them, and never a part of results."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final
from unicodedata import east_asian_width

from maturity.pictures.signs import QUOTE
from maturity.reports.criteria import WIDTH, wrapped
from maturity.rounds.notes import Notes
from questionnaires import clean, one_line

_BAR: Final = f"      {QUOTE} "


def notes_text(notes: Notes, width: int = WIDTH) -> str:
    """Every note by question, with the team that wrote it; people are not named."""
    lines = ["", "Notes", "=====", ""]
    for question in notes.questionnaire.questions:
        written = notes.written_on(question.id)
        for team in notes.questionnaire.teams:
            for said in written:
                if said.team == team.id:
                    before = f", round {said.round}" if said.round < notes.round else ""
                    lines += wrapped(one_line(f"{question.title} – {team.label}{before}:"), width, "  - ")
                    lines += _quoted(f"“{said.note}”", width)
    return "\n".join(lines) + "\n"


def _quoted(note: str, width: int) -> Iterator[str]:
    """The lines of a note, each behind a bar, so that none of them passes for a line of ours."""
    for line in clean(note).split("\n"):
        is_wide = any(east_asian_width(character) in "WF" for character in line)  # two columns each
        room = (width - len(_BAR)) // (2 if is_wide else 1)
        yield from (f"{_BAR}{piece}" for piece in textwrap.wrap(line, room) or [""])
