"""Every colour of ours can be read on every ground it meets (WCAG 2.2, 1.4.3: at least 4.5 to 1)."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from maturity.app import themes

ON_EVERY_GROUND = ("foreground", "primary", "accent", "quiet", "chosen", "success", "warning", "error")
IN_TABLES = ("aligned", "close", "apart", "far")
GROUNDS = ("background", "surface", "panel", "cursor-line")
PAIRS = [
    *((words, ground) for words in ON_EVERY_GROUND for ground in GROUNDS),
    *((words, ground) for words in IN_TABLES for ground in ("background", "surface", "cursor-line")),
    ("footer-key-foreground", "footer-background"),
    ("footer-description-foreground", "footer-background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("border", "surface"),
    ("border", "background"),
]


def colour_of(theme: Theme, name: str) -> Color:
    return Color.parse({**theme.to_color_system().generate(), **theme.variables}[name])


def luminance(colour: Color) -> float:
    """Relative luminance as WCAG defines it, 0 for black and 1 for white."""
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Color, other: Color) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast(Color.parse("#000000"), Color.parse("#ffffff")) == pytest.approx(21)


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_on_its_ground(theme: Theme) -> None:
    found = {
        f"{words} on {ground}": round(contrast(colour_of(theme, words), colour_of(theme, ground)), 2)
        for words, ground in PAIRS
    }
    assert {pair: value for pair, value in found.items() if value < 4.5} == {}


@pytest.mark.parametrize("theme", themes.THEMES, ids=lambda theme: theme.name)
def test_every_colour_can_be_read_when_it_is_reversed(theme: Theme) -> None:
    """The cell one is on is drawn in reverse, on the background."""
    values = [contrast(colour_of(theme, name), colour_of(theme, "background")) for name in (*IN_TABLES, "quiet")]
    assert min(values) >= 4.5


def test_every_theme_names_the_same_colours() -> None:
    assert len({frozenset(theme.variables) for theme in themes.THEMES}) == 1
    assert set(themes.DEFAULTS) <= set(themes.DARK.variables)
