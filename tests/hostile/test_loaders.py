"""Whatever is in a file of any kind: a value or sentences, and nothing else; also of keys and settings of one's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from maturity.app.app import MaturityApp, _places
from maturity.app.keys import read_keys
from maturity.app.theme_choice import theme_to_open_with
from questionnaires import InvalidFile
from tests.hostile.loaders import LOADERS, complaints, seeds
from tests.hostile.mutations import Change, mutated
from tests.hostile.names import NAMES
from tests.hostile.running import limited
from tests.hostile.texts import TEXTS, quoted
from tests.hostile.watching import STEERING

LONGEST: Final = 2.0
"""Seconds of the processor for one file, of which it needs a hundredth: no test hangs."""
SOUND: Final = [(name, text) for name, loader in LOADERS.items() for text in loader.sound()]
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


@settings(max_examples=60)
@given(st.sampled_from(sorted(LOADERS)), BYTES)
def test_any_bytes_are_a_value_or_sentences(name: str, data: bytes) -> None:
    with limited(LONGEST):
        assert list(complaints(name, data)) == []


@settings(max_examples=100)
@given(st.sampled_from(SOUND), CHANGES)
def test_a_sound_file_with_a_few_changes_is_a_value_or_sentences(sound: tuple[str, str], changes: list[Change]) -> None:
    name, text = sound
    with limited(LONGEST):
        assert list(complaints(name, mutated(text, changes).encode())) == []


def keys_of(texts: tuple[str, ...]) -> str:
    """A map of keys with these texts as what is done, as the keys for it, and as tables beside it."""
    done = "".join(f"{quoted(text)} = {quoted(text)}\n" for text in dict.fromkeys(texts))
    return f"[keys]\n{done}answering-undo = {quoted(texts[0])}\n" + "".join(f"[{quoted(text)}]\n" for text in texts)


def is_told(read: Callable[[], object]) -> list[str]:
    """The sentences with which a file is refused; none where it is taken."""
    try:
        read()
    except InvalidFile as error:
        return [str(fault) for fault in error.faults]
    return []


@pytest.mark.parametrize("category", TEXTS)
def test_keys_of_ones_own_are_told_in_plain_sentences(
    place: Path, monkeypatch: pytest.MonkeyPatch, category: str
) -> None:
    said = []
    for number, name in enumerate(("clipboard", "newline", "right to left", "markup")):
        path = place / f"{NAMES[name]}{number}.toml"
        path.write_text(keys_of(TEXTS[category]), "utf-8")
        monkeypatch.setenv("MATURITY_KEYS", str(path))
        said += is_told(partial(read_keys, path, MaturityApp, _places))
    assert len(said) >= 4 * len(TEXTS[category])
    assert not [one for one in said if STEERING.search(one) or "\n" in one]


@pytest.mark.parametrize("category", TEXTS)
def test_settings_of_ones_own_never_keep_the_app_from_opening(
    place: Path, monkeypatch: pytest.MonkeyPatch, category: str
) -> None:
    file = place / "settings.toml"
    monkeypatch.setattr("maturity.files.settings.settings_folder", lambda: place)
    for text in TEXTS[category]:
        for written in (f"theme = {quoted(text)}", f"theme = [{quoted(text)}]", f"{quoted(text)} = 1", text):
            file.write_bytes(written.encode())
            choice = theme_to_open_with({"TERM": "xterm-256color", "COLORTERM": "truecolor"})
            assert not STEERING.search(choice.notice)
            assert "\n" not in choice.notice
            assert file.read_bytes() == written.encode()
