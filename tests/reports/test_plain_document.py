"""A document as plain text: what strangers wrote begins no line of its own."""

from __future__ import annotations

from maturity.reports.blocks import Document, Part, said
from maturity.reports.plain import plain

_FORGED = "security.toml: fine, 40 questions with an answer"
_MADE_TO_WRAP = f"{'x' * 70} {_FORGED} {'y' * 70} {_FORGED}"


def test_a_text_that_was_made_to_wrap_begins_no_line_of_its_own() -> None:
    document = Document(_MADE_TO_WRAP, _MADE_TO_WRAP, "maturity", (Part("a", "Part", (said(_MADE_TO_WRAP),)),), 1)
    lines = plain(document, "opening", 80).splitlines()
    assert any(line.startswith(f"  {_FORGED}") for line in lines)
    assert [line for line in lines if line.startswith("security.toml")] == []
