"""Signs that stand beside colours, and bars."""

from __future__ import annotations

import pytest

from maturity.pictures.glyphs import GLYPHS, WORDS
from maturity.pictures.signs import bar
from maturity.results.values import Band


def test_every_level_has_a_sign_and_a_word_of_its_own() -> None:
    assert len(set(GLYPHS.values())) == len(set(WORDS.values())) == len(Band) == 4


@pytest.mark.parametrize(
    ("done", "whole", "drawn"),
    [(0, 0, "░░░░"), (0, 9, "░░░░"), (8, 9, "███░"), (9, 9, "████"), (12, 9, "████"), (1, 4, "█░░░")],
)
def test_a_bar_is_full_only_when_everything_is_done(done: int, whole: int, drawn: str) -> None:
    assert bar(done, whole, 4) == drawn
