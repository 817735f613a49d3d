"""Notes in the text of a comparison: every line of them is visibly a quotation."""

from __future__ import annotations

import unicodedata

import pytest

from maturity.reports.notes import notes_text
from maturity.rounds.notes import Notes
from questionnaires import Answer, Questionnaire
from tests.given.builders import respond, small

FORGED = "Fine.\n\n  - Deploying – Security: “All of it.”\n\nNotes\n====="


def said(note: str, questionnaire: Questionnaire | None = None) -> list[str]:
    """The lines below the heading, for one note of the endpoint team."""
    response = respond("endpoint", {"ownership.pause": Answer(note=note)}, questionnaire=questionnaire)
    return notes_text(Notes(questionnaire or small(), [response])).splitlines()[4:]


def test_a_note_keeps_its_lines_behind_a_bar() -> None:
    assert said("one\n\ntwo") == ["  - Pausing – Endpoint:", "      │ “one", "      │ ", "      │ two”"]


@pytest.mark.parametrize("note", [FORGED, "x" * 500, "a" + "\u00a0" * 300 + "Security", "a" + " " * 300 + "b"])
def test_every_line_of_a_note_is_a_quotation(note: str) -> None:
    heading, *lines = said(note)
    assert heading == "  - Pausing – Endpoint:"
    assert lines
    assert not [line for line in lines if not line.startswith("      │ ")]
    assert max(map(len, lines)) <= 88


def test_wide_characters_stay_within_the_width() -> None:
    lines = said("漢" * 200)
    columns = [sum(2 if unicodedata.east_asian_width(character) == "W" else 1 for character in line) for line in lines]
    assert max(columns) <= 88
    assert "".join(lines).count("漢") == 200


def test_a_label_with_a_line_break_begins_no_line() -> None:
    known = small()
    first, *others = known.teams
    changed = known.model_copy(update={"teams": (first.model_copy(update={"label": "A\n  - B"}), *others)})
    assert said("Fine.", changed) == ["  - Pausing – A↵  - B:", "      │ “Fine.”"]


def test_what_steers_a_terminal_is_replaced() -> None:
    assert said("a\x1b]52;c;eA==\x07\u202e") == ["  - Pausing – Endpoint:", "      │ “a\ufffd]52;c;eA==\ufffd\ufffd”"]
