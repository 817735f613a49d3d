"""Whatever is in a file of any kind: a value or sentences, and nothing else; also of keys and settings of one's own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.app.app import MaturityApp, _places
from maturity.app.keys import read_keys
from maturity.app.theme_choice import theme_to_open_with
from questionnaires import InvalidFile
from tests.hostile.bytes_and_kinds import bytes_and_kinds
from tests.hostile.loaders import KEYS, LOADERS, complaints, seeds
from tests.hostile.mutations import mutated
from tests.hostile.names import NAMES
from tests.hostile.texts import TEXTS, quoted
from tests.hostile.watching import STEERING

_SMALL: Final = 5000
"""Bytes of a file that is changed again and again: larger ones have more of the same."""
NUMBERS: Final = st.integers(0, 2**16)
CHANGES: Final = st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=4)
BYTES: Final = st.binary(max_size=200)


@pytest.mark.parametrize("name", LOADERS)
def test_what_a_loader_is_begun_with_and_what_was_found_since_is_taken_or_refused_in_sentences(name: str) -> None:
    for data in seeds(name):
        assert list(complaints(name, data)) == []


@pytest.mark.parametrize("name", LOADERS)
def test_what_a_loader_is_begun_with_is_sound(name: str) -> None:
    for text in LOADERS[name].sound():
        LOADERS[name].load(text.encode())


@settings(max_examples=100)
@given(st.sampled_from(sorted(LOADERS)), BYTES)
def test_any_bytes_are_a_value_or_sentences(name: str, data: bytes) -> None:
    assert list(complaints(name, data)) == []


@pytest.mark.parametrize("name", LOADERS)
@given(st.data())
def test_a_sound_file_with_a_few_changes_is_a_value_or_sentences(name: str, data: st.DataObject) -> None:
    sound = [text for text in LOADERS[name].sound() if len(text) < _SMALL] or [LOADERS[name].sound()[0]]
    changed = mutated(data.draw(st.sampled_from(sound)), data.draw(CHANGES))
    assert list(complaints(name, changed.encode())) == []
