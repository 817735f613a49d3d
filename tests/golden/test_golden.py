"""Each format is a contract in bytes: one golden file of one result, written anew by `python -m tests.golden`."""

from __future__ import annotations

import pytest

from tests.golden.formats import FOLDER, formats

KEPT = {path.name for path in FOLDER.iterdir() if path.suffix in (".toml", ".json", ".txt")}


@pytest.mark.parametrize("name", sorted(formats()))
def test_a_format_is_what_it_was_byte_for_byte(name: str) -> None:
    assert formats()[name] == (FOLDER / name).read_bytes()


def test_no_golden_file_is_left_of_a_format_that_is_gone() -> None:
    assert set(formats()) == KEPT
