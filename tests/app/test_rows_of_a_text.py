"""A text that has too few rows says so, and nothing of it is cut without a mark."""

from __future__ import annotations

from maturity.app.widgets.literal import in_rows, paragraph

WORDS = "one two three four five six seven eight nine ten"


def test_a_text_that_fits_is_left_as_it_is() -> None:
    assert in_rows(paragraph(WORDS), 20, 3, "more").plain == WORDS


def test_a_longer_one_fills_its_rows_and_ends_with_what_leads_to_the_rest() -> None:
    rows = in_rows(paragraph(WORDS), 20, 2, "see list").plain.split("\n")
    assert rows == ["one two three four", "five six … see list"]
    assert in_rows(paragraph(WORDS), 20, 1, "").plain.endswith(" …")
