"""Every colour of ours can be read on every ground it meets (WCAG 2.2: 4.5 to 1 for words, 3 to 1 for lines)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from maturity.app import themes
from maturity.pictures.shapes import Ink
from tests.app.contrast import OF_256, SIXTEEN, colour_of, contrast, faint


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)


@pytest.mark.parametrize("terminal", ["", OF_256], ids=["all-colours", "256-colours"])
@pytest.mark.parametrize("theme", themes.OF_MANY_COLOURS, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_its_ground(theme: Theme, terminal: str) -> None:
    assert faint(theme, terminal) == {}


@pytest.mark.parametrize("theme", themes.OF_MANY_COLOURS, ids=lambda theme: theme.name)
def test_bars_and_the_marked_line_are_set_off_where_there_are_256_colours(theme: Theme) -> None:
    background = colour_of(theme, "background", OF_256)
    assert background not in {colour_of(theme, ground, OF_256) for ground in ("panel", "cursor-line")}


@pytest.mark.parametrize("sixteen", SIXTEEN.values(), ids=SIXTEEN)
@pytest.mark.parametrize("theme", [themes.SIXTEEN_DARK, themes.SIXTEEN_LIGHT], ids=lambda theme: theme.name)
def test_of_sixteen_colours_only_those_are_used_that_can_be_read_in_every_usual_terminal(
    theme: Theme, sixteen: str
) -> None:
    assert faint(theme, sixteen) == {}


def test_the_colourless_theme_has_the_colours_of_the_terminal_and_no_other() -> None:
    colours = {**themes.COLOURLESS.variables, "primary": themes.COLOURLESS.primary}
    assert {value for name, value in colours.items() if not name.endswith("text-style")} == {"ansi_default"}


def test_every_theme_names_the_same_colours() -> None:
    assert len({frozenset(theme.variables) for theme in themes.THEMES}) == 1
    assert set(themes.DEFAULTS) <= set(themes.DARK.variables)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_every_ink_of_a_picture_has_a_colour_by_its_own_word(theme: Theme) -> None:
    assert {ink.value for ink in Ink} <= set(theme.variables)
