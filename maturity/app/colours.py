"""The colours of each theme. `python -m tests.app.contrast` prints how well each can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colours of a theme. All but the grounds can be read on every ground."""

    background: str
    surface: str
    panel: str
    cursor_line: str
    foreground: str
    quiet: str
    primary: str
    accent: str
    border: str
    aligned: str
    close: str
    apart: str
    far_apart: str
    offered: str
    limit: str
    scrollbar: str
    """The part of a scrollbar that says where one is; the rest of it is the panel."""
    on_primary: str
    """Words on the primary colour, as on what is marked in the palette."""


DARK: Final = Colours(
    background="#14171f",
    surface="#1b1f2a",
    panel="#282c35",
    cursor_line="#343a46",
    foreground="#e6e9ef",
    quiet="#a9b3c5",
    primary="#7cb7ff",
    accent="#ffc66d",
    border="#7cb7ff",
    aligned="#8bd49c",
    close="#c9d97a",
    apart="#ffb454",
    far_apart="#ff9c9c",
    offered="#6fd3e0",
    limit="#dba8ff",
    scrollbar="#8390ab",
    on_primary="#14171f",
)

LIGHT: Final = Colours(
    background="#fbfbf8",
    surface="#f1f1ec",
    panel="#e2e3dd",
    cursor_line="#d6f0fa",
    foreground="#1c2230",
    quiet="#4b5568",
    primary="#0b5cad",
    accent="#6b2f00",
    border="#0b5cad",
    aligned="#1b6b38",
    close="#505a00",
    apart="#6e3f00",
    far_apart="#a81c28",
    offered="#00606e",
    limit="#7a2a9c",
    scrollbar="#6b7488",
    on_primary="#ffffff",
)

CONTRAST: Final = Colours(
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    cursor_line="#3a3a3a",
    foreground="#ffffff",
    quiet="#e0e0e0",
    primary="#00ffff",
    accent="#ffff00",
    border="#ffffff",
    aligned="#00ff7f",
    close="#e0ff60",
    apart="#ffd000",
    far_apart="#ffb0b0",
    offered="#80d8ff",
    limit="#ffb0ff",
    scrollbar="#ffffff",
    on_primary="#000000",
)

PROJECTOR: Final = Colours(
    background="#ffffff",
    surface="#ffffff",
    panel="#e6e6e6",
    cursor_line="#ffe27a",
    foreground="#000000",
    quiet="#2b2b2b",
    primary="#002f86",
    accent="#6b1d00",
    border="#000000",
    aligned="#00471c",
    close="#3a3f00",
    apart="#6b2e00",
    far_apart="#8f0010",
    offered="#00425c",
    limit="#5c0078",
    scrollbar="#000000",
    on_primary="#ffffff",
)
"""A beamer in a lit room turns mid tones into one grey, so there are none."""

SIXTEEN_DARK: Final = Colours(
    background="ansi_black",
    surface="ansi_black",
    panel="ansi_black",
    cursor_line="ansi_black",
    foreground="ansi_bright_white",
    quiet="ansi_white",
    primary="ansi_bright_cyan",
    accent="ansi_bright_yellow",
    border="ansi_bright_cyan",
    aligned="ansi_bright_green",
    close="ansi_bright_white",
    apart="ansi_bright_yellow",
    far_apart="ansi_bright_red",
    offered="ansi_bright_cyan",
    limit="ansi_bright_white",
    scrollbar="ansi_white",
    on_primary="ansi_black",
)
"""The ground is named as well: on one that is not ours, hardly any of the sixteen can be relied on. Bright magenta is
no such colour in Windows Terminal."""

SIXTEEN_LIGHT: Final = Colours(
    background="ansi_bright_white",
    surface="ansi_bright_white",
    panel="ansi_bright_white",
    cursor_line="ansi_bright_white",
    foreground="ansi_black",
    quiet="ansi_black",
    primary="ansi_blue",
    accent="ansi_red",
    border="ansi_blue",
    aligned="ansi_blue",
    close="ansi_black",
    apart="ansi_magenta",
    far_apart="ansi_red",
    offered="ansi_blue",
    limit="ansi_magenta",
    scrollbar="ansi_black",
    on_primary="ansi_bright_white",
)
"""Green, cyan and yellow cannot be read on white in any usual set of sixteen."""

_NONE: Final = "ansi_default"
COLOURLESS: Final = Colours(
    background=_NONE,
    surface=_NONE,
    panel=_NONE,
    cursor_line=_NONE,
    foreground=_NONE,
    quiet=_NONE,
    primary=_NONE,
    accent=_NONE,
    border=_NONE,
    aligned=_NONE,
    close=_NONE,
    apart=_NONE,
    far_apart=_NONE,
    offered=_NONE,
    limit=_NONE,
    scrollbar=_NONE,
    on_primary=_NONE,
)
