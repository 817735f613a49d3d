"""Three themes of our own, whose contrast is tested, and what the colours are called."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="maturity-dark",
    primary="#7cb7ff",
    secondary="#9aa7bd",
    accent="#ffc66d",
    warning="#ffb454",
    error="#ff8f8f",
    success="#8bd49c",
    foreground="#e6e9ef",
    background="#14171f",
    surface="#1b1f2a",
    panel="#262c3a",
    dark=True,
    text_alpha=1.0,
    variables={
        "aligned": "#8bd49c",
        "close": "#c9d97a",
        "apart": "#ffb454",
        "far": "#ff8f8f",
        "quiet": "#a9b3c5",
        "chosen": "#ffc66d",
        "cursor-line": "#2f3a52",
        "footer-key-foreground": "#ffc66d",
        "footer-background": "#262c3a",
        "footer-description-foreground": "#e6e9ef",
        "block-cursor-foreground": "#14171f",
        "block-cursor-background": "#7cb7ff",
        "border": "#7cb7ff",
    },
)

LIGHT: Final = Theme(
    name="maturity-light",
    primary="#0b5cad",
    secondary="#4b5568",
    accent="#8a4b00",
    warning="#8a4b00",
    error="#b3202c",
    success="#1b6b38",
    foreground="#1c2230",
    background="#fbfbf8",
    surface="#f1f1ec",
    panel="#e2e3dd",
    dark=False,
    text_alpha=1.0,
    variables={
        "aligned": "#1b6b38",
        "close": "#556000",
        "apart": "#8a4b00",
        "far": "#a81c28",
        "quiet": "#4b5568",
        "chosen": "#8a4b00",
        "cursor-line": "#d3e3f5",
        "footer-key-foreground": "#8a3f00",
        "footer-background": "#e2e3dd",
        "footer-description-foreground": "#1c2230",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#0b5cad",
        "border": "#0b5cad",
    },
)

CONTRAST: Final = Theme(
    name="maturity-high-contrast",
    primary="#00ffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffd000",
    error="#ff9d9d",
    success="#00ff7f",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    dark=True,
    text_alpha=1.0,
    variables={
        "aligned": "#00ff7f",
        "close": "#e0ff60",
        "apart": "#ffd000",
        "far": "#ff9d9d",
        "quiet": "#e0e0e0",
        "chosen": "#ffff00",
        "cursor-line": "#003a5c",
        "footer-key-foreground": "#ffff00",
        "footer-background": "#1a1a1a",
        "footer-description-foreground": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-background": "#00ffff",
        "border": "#ffffff",
    },
)

THEMES: Final = (DARK, LIGHT, CONTRAST)

COLOURLESS: Final = "ansi-dark"
"""The theme that is truly without colour when NO_COLOR is set."""

DEFAULTS: Final = {
    "aligned": "ansi_green",
    "close": "ansi_yellow",
    "apart": "ansi_yellow",
    "far": "ansi_red",
    "quiet": "ansi_default",
    "chosen": "ansi_default",
    "cursor-line": "ansi_black",
}
"""What our own variables are under a theme that is not ours."""
