"""Whatever is read, nothing but a clean document or a fault comes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import InvalidFile, clean, parse

STEERING = {
    *(chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n"),
    *"\u061c\u200b\u200e\u200f\ufeff\ufff9\ufffa\ufffb",
    *"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0",
    *(chr(code) for code in [*range(0x2028, 0x202F), *range(0x2060, 0x2070), *range(0x180B, 0x1810)]),
    *(chr(code) for code in [*range(0xFE00, 0xFE0F), *range(0xE0000, 0xE1000)]),
    *(chr(code) for code in [*range(0x1BCA0, 0x1BCA4), *range(0x1D173, 0x1D17B)]),
}
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(sorted(STEERING)), st.sampled_from("\t\n\r\u200d\ufe0f")))
ODDITIES = ["1e9", "1e99999999999999999999", "0x" + "f" * 5000, "nan", "-inf", "2026-01-01", "25:61:00", "\ufeff"]
PIECES = ["a", "b.c", '"', '"""', "'", "=", " = 1", "[", "]", "[[", "]]", "{", "}", ",", "\n", "#", "\\u001b", "\x1b"]
FRAGMENTS = st.sampled_from(PIECES + ODDITIES)
BYTES = st.one_of(
    st.binary(), TEXTS.map(lambda text: text.encode(errors="replace")), st.lists(FRAGMENTS).map("".join).map(str.encode)
)


def strings(value: Any) -> Iterator[str]:
    """Every text of a document, keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from (*strings(key), *strings(item))
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)


def outcome(data: bytes) -> Any:
    """The document in these bytes, or the faults as they would be shown; any other error ends the test."""
    try:
        return parse(data, "any.toml")
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]


@settings(derandomize=True, deadline=None, database=None)
@given(TEXTS)
def test_cleaned_text_holds_no_steering_character(text: str) -> None:
    cleaned = clean(text)
    assert not STEERING & set(cleaned)
    assert not {character for character in cleaned if unicodedata.bidirectional(character) in {"LRO", "RLO", "RLI"}}


@settings(derandomize=True, deadline=None, database=None)
@given(TEXTS)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@settings(derandomize=True, deadline=None, database=None)
@given(TEXTS)
def test_cleaning_leaves_every_other_character_in_place(text: str) -> None:
    lines = text.replace("\r\n", "\n")
    kept = [character in STEERING or character == seen for character, seen in zip(lines, clean(text), strict=True)]
    assert all(kept)


@settings(derandomize=True, deadline=None, database=None, max_examples=100)
@given(BYTES)
def test_any_bytes_are_a_clean_document_or_a_fault(data: bytes) -> None:
    assert not STEERING & {character for text in strings(outcome(data)) for character in text}
