"""Themes of our own: what each colour is called on the screens."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

from maturity.app import colours as of
from maturity.app.colours import Colours
from maturity.pictures.shapes import Ink


def _inks(colours: Colours) -> dict[str, str]:
    """A variable for every ink of a picture, by its own word: `$aligned`, `$far_apart`, `$offered` and so on."""
    inks: dict[Ink, str] = {
        Ink.PLAIN: colours.foreground,
        Ink.QUIET: colours.quiet,
        Ink.ALIGNED: colours.aligned,
        Ink.CLOSE: colours.close,
        Ink.APART: colours.apart,
        Ink.FAR_APART: colours.far_apart,
        Ink.OFFERED: colours.offered,
        Ink.LIMIT: colours.limit,
    }
    return {ink.value: colour for ink, colour in inks.items()}


def _variables(colours: Colours, *, is_ansi: bool) -> dict[str, str]:
    """Our own, and those of Textual that it would otherwise mix from others until nobody can read them."""
    ground, text = colours.background, colours.foreground
    cursor = (ground, text) if is_ansi else (colours.on_primary, colours.primary)
    return {
        **_inks(colours),
        "ansi-background": ground,
        "ansi-foreground": text,
        "chosen": colours.accent,
        "surface": colours.surface,
        "panel": colours.panel,
        "cursor-line": colours.cursor_line,
        "text": text,
        "text-muted": colours.quiet,
        "text-disabled": colours.quiet,
        "foreground-muted": colours.quiet,
        "foreground-disabled": colours.quiet,
        "text-primary": colours.primary,
        "text-accent": colours.accent,
        "text-warning": colours.apart,
        "text-error": colours.far_apart,
        "text-success": colours.aligned,
        "border": colours.border,
        "border-blurred": colours.quiet,
        "block-cursor-foreground": cursor[0],
        "block-cursor-background": cursor[1],
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": colours.cursor_line,
        "block-hover-background": colours.cursor_line,
        "input-cursor-foreground": ground,
        "input-cursor-background": text,
        "input-cursor-text-style": "reverse" if is_ansi else "none",
        "input-selection-foreground": cursor[0],
        "input-selection-background": cursor[1],
        "screen-selection-foreground": cursor[0],
        "screen-selection-background": cursor[1],
        "scrollbar": colours.scrollbar,
        "scrollbar-hover": colours.scrollbar,
        "scrollbar-active": colours.primary,
        "scrollbar-background": colours.panel,
        "scrollbar-background-hover": colours.panel,
        "scrollbar-background-active": colours.panel,
        "scrollbar-corner-color": colours.panel,
        "footer-foreground": text,
        "footer-background": colours.panel,
        "footer-item-background": colours.panel,
        "footer-key-background": colours.panel,
        "footer-description-background": colours.panel,
        "footer-key-foreground": colours.primary,
        "footer-description-foreground": text,
    }


def _theme(name: str, colours: Colours, *, is_dark: bool = True, is_ansi: bool = False) -> Theme:
    return Theme(
        name=f"maturity-{name}",
        primary=colours.primary,
        secondary=colours.quiet,
        accent=colours.accent,
        warning=colours.apart,
        error=colours.far_apart,
        success=colours.aligned,
        foreground=colours.foreground,
        background=colours.background,
        surface=colours.surface,
        panel=colours.panel,
        dark=is_dark,
        text_alpha=1.0,
        variables=_variables(colours, is_ansi=is_ansi),
        ansi=is_ansi,
    )


DARK: Final = _theme("dark", of.DARK)
LIGHT: Final = _theme("light", of.LIGHT, is_dark=False)
CONTRAST: Final = _theme("high-contrast", of.CONTRAST)
PROJECTOR: Final = _theme("projector", of.PROJECTOR, is_dark=False)
SIXTEEN_DARK: Final = _theme("16-dark", of.SIXTEEN_DARK, is_ansi=True)
SIXTEEN_LIGHT: Final = _theme("16-light", of.SIXTEEN_LIGHT, is_dark=False, is_ansi=True)
COLOURLESS: Final = _theme("colourless", of.COLOURLESS, is_ansi=True)

THEMES: Final = (DARK, LIGHT, CONTRAST, PROJECTOR, SIXTEEN_DARK, SIXTEEN_LIGHT, COLOURLESS)
SAYS: Final = {
    DARK.name: "Light words on a dark ground",
    LIGHT.name: "Dark words on a light ground",
    CONTRAST.name: "White and strong colours on black",
    PROJECTOR.name: "Black on white, without mid tones: to be read from the back of a room",
    SIXTEEN_DARK.name: "The sixteen colours of the terminal, on black",
    SIXTEEN_LIGHT.name: "The sixteen colours of the terminal, on white",
    COLOURLESS.name: "No colours at all",
}
"""What each theme is for, as the palette says it."""
OF_MANY_COLOURS: Final = (DARK, LIGHT, CONTRAST, PROJECTOR)

DEFAULTS: Final = dict.fromkeys((*(ink.value for ink in Ink), "chosen", "cursor-line"), "ansi_default")
"""What our own variables are before a theme of ours is chosen."""
