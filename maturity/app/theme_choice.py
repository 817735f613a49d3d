"""Which theme the app opens with, and remembering the one that somebody chooses."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from textual.theme import Theme

from maturity.app import themes
from maturity.files.settings import remember_theme, remembered_theme
from maturity.terminal import Colours, has_light_ground, palette_of
from questionnaires import InvalidFile

VARIABLE: Final = "MATURITY_THEME"
_PREFIX: Final = "maturity-"


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """A theme, and what is to be said about how it came to be chosen."""

    theme: Theme
    notice: str = ""


def short_name(theme: Theme) -> str:
    """What people call a theme: `projector`."""
    return theme.name.removeprefix(_PREFIX)


def theme_named(name: str) -> Theme | None:
    """A theme by its short or its whole name; None for a name of no theme of ours."""
    wanted = name.strip().lower().removeprefix(_PREFIX)
    return next((theme for theme in themes.THEMES if short_name(theme) == wanted), None)


def theme_to_open_with(environment: Mapping[str, str]) -> ThemeChoice:
    """NO_COLOR before all; then what MATURITY_THEME names; then what the terminal can do; then what was chosen last."""
    colours = palette_of(environment, is_windows=sys.platform == "win32").colours
    is_light = has_light_ground(environment)
    if environment.get("NO_COLOR"):
        return ThemeChoice(themes.COLOURLESS)
    notice = ""
    if named := environment.get(VARIABLE):
        if theme := theme_named(named):
            return ThemeChoice(theme)
        notice = f"{VARIABLE} names no theme; there are: {', '.join(map(short_name, themes.THEMES))}."
    if colours is Colours.NONE:
        return ThemeChoice(themes.COLOURLESS, notice)
    if colours is Colours.SIXTEEN:
        return ThemeChoice(themes.SIXTEEN_LIGHT if is_light else themes.SIXTEEN_DARK, notice)
    remembered, problem = _remembered()
    return ThemeChoice(remembered or (themes.LIGHT if is_light else themes.DARK), notice or problem)


def _remembered() -> tuple[Theme | None, str]:
    """The theme chosen last, or why there is none although something was written down."""
    try:
        name = remembered_theme()
    except InvalidFile as error:
        return None, f"Your settings are left out. {error.faults[0]}."
    if name is None:
        return None, ""
    theme = theme_named(name)
    return theme, "" if theme else "The theme in your settings is not known any more; choose one in the palette (F2)."


def why_not_remembered(theme: Theme) -> str:
    """Writes down which theme was chosen; where that fails, says why in a sentence."""
    from maturity.files.saving import NotSavedError

    try:
        remember_theme(short_name(theme))
    except NotSavedError as error:
        return f"The theme holds until you quit. {error}"
    return ""
