"""Words that not everybody knows: where they occur, and that each is explained once."""

from __future__ import annotations

import re

import pytest

from questionnaires import builtin
from questionnaires.parts import Term
from tests.given.sound_questionnaire import SOUND, faults, questionnaire

RING = """
[[term]]
id = "ring"
word = "Ring"
forms = ["rings"]
meaning = "A group of devices."
"""
TERMS = builtin().terms


def term(word: str, *forms: str) -> Term:
    return Term(id="some", word=word, forms=forms, meaning="What it means.")


def test_a_questionnaire_explains_its_words() -> None:
    (ring,) = questionnaire(SOUND + RING).terms
    assert (ring.word, ring.forms, ring.meaning) == ("Ring", ("rings",), "A group of devices.")


def test_a_questionnaire_needs_no_words_of_its_own() -> None:
    assert questionnaire().terms == ()


def test_a_word_is_explained_once() -> None:
    assert faults(SOUND + RING + RING) == ["a.toml: ring: this id is used 2 times; every id must be its own"]


def test_a_word_without_meaning_is_a_fault() -> None:
    assert faults(SOUND + RING.replace("meaning", "sense")) == [
        "a.toml: term ring.meaning: is missing; add it",
        "a.toml: term ring.sense: is not a known key; remove it or correct its name",
    ]


def test_another_meaning_makes_another_fingerprint() -> None:
    other = RING.replace("A group", "A set")
    assert questionnaire(SOUND + RING).fingerprint != questionnaire(SOUND + other).fingerprint


@pytest.mark.parametrize(
    ("text", "occurs"),
    [
        ("Which ring is first?", True),
        ("Ring by ring.", True),
        ("All RINGS.", True),
        ("The ring's owner.", True),
        ("During the pilot.", False),
        ("Ringing.", False),
        ("", False),
    ],
)
def test_a_word_occurs_whole_in_any_form_and_any_case(text: str, occurs: bool) -> None:
    assert term("Ring", "rings").occurs_in(text) is occurs


@pytest.mark.parametrize("text", ["An update out of band.", "An out-of-band update."])
def test_a_word_of_several_parts_is_found_in_each_form(text: str) -> None:
    assert term("Out of band", "out-of-band").occurs_in(text)


def test_a_sign_in_a_word_stands_for_itself() -> None:
    assert term("Windows 11.1").occurs_in("On Windows 11.1 only.")
    assert not term("Windows 11.1").occurs_in("On Windows 1121 only.")


def test_every_word_that_the_built_in_questionnaire_explains_is_used_in_it() -> None:
    everything = builtin().model_copy(update={"terms": ()}).model_dump_json()
    assert [entry.word for entry in TERMS if not entry.occurs_in(everything)] == []


@pytest.mark.parametrize("entry", TERMS, ids=lambda entry: entry.id)
def test_a_meaning_is_a_sentence_that_fits_its_place(entry: Term) -> None:
    assert re.fullmatch(r"[A-Z].*[.]", entry.meaning)
    assert len(entry.word) <= 26
