"""A word is explained below the part that uses it first, and nowhere else."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.reports.first_use import explained, spaced
from maturity.reports.glossary import GLOSSARY
from maturity.reports.outline import text
from questionnaires import builtin
from tests.given.example_results import example_results

TODAY = dt.date(2026, 11, 21)
RING = ("Ring", "A group of devices.")
WANTS = ("Comfort, exposed", "a team wants more, or less, than it needs")


def said(*parts: str, words: tuple[tuple[str, str], ...] = (RING, WANTS), width: int = 80) -> list[str]:
    return list(explained([[part] for part in parts], words, width))


def test_a_word_is_explained_below_the_first_part_that_uses_it() -> None:
    assert said("Nothing yet.", "A ring waits.", "Another ring.") == [
        *("Nothing yet.", "A ring waits.", "", "  Words  Ring: A group of devices.", "", "Another ring.")
    ]


def test_several_words_of_a_part_are_explained_together_in_their_order() -> None:
    joined = " ".join(" ".join(said("Comfort in every ring.")).split())
    assert joined.endswith(
        "Words Ring: A group of devices. Comfort, exposed: a team wants more, or less, than it needs."
    )


@pytest.mark.parametrize("used", ["rings", "RING", "a ring,", "exposed", "Exposed:", "comforts"])
def test_the_plural_and_any_name_of_an_entry_count_as_its_use(used: str) -> None:
    assert len(said(f"Here {used} is used.")) > 1


@pytest.mark.parametrize("other", ["string", "ringing", "uncomfortable", "Boring"])
def test_a_word_within_another_is_none(other: str) -> None:
    assert said(other) == [other]


def test_a_word_that_a_line_breaks_is_found() -> None:
    words = (("Standard change", "Approved once."),)
    *_, last, _ = explained([["It is a standard", "  change."]], words, 80)
    assert last == "  Words  Standard change: Approved once."


def test_a_word_is_text_and_no_pattern_whoever_wrote_it() -> None:
    assert said("a+ and (b", words=(("a+, (b|", "Strange."), ("", "Empty.")))[0] == "a+ and (b"


def test_lines_are_one_empty_line_apart_at_most() -> None:
    assert list(spaced(["", "", "a", "", "", "b", ""])) == ["a", "", "b", ""]


def test_each_word_that_the_comparison_of_the_examples_explains_is_used_in_it_and_explained_once() -> None:
    written = " ".join(text(example_results(), TODAY).split())
    words = [*(words for words, _ in GLOSSARY), *(term.word for term in builtin().terms)]
    explained_ones = [word for word in words if f" {word}: " in written and f"{word}: The" not in written]
    assert {"Aligned, close", "Stands apart", "Ring", "Deferral"} <= set(explained_ones)
    assert [word for word in ("Ring", "Deferral", "Hotpatch") if written.count(f" {word}: ") != 1] == []
