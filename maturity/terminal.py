"""What a terminal says of itself: its colours, its ground, and the keys that it keeps for itself.

Nothing is asked of the terminal, as one that does not understand would write the question on the screen: all of it is
read from the environment, which is handed in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Colours(IntEnum):
    """How many colours can be told apart."""

    NONE = 0
    SIXTEEN = 16
    MANY = 256
    ALL = 16_777_216


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours, and in words which sign of the terminal says so."""

    colours: Colours
    why: str


_MONOCHROME: Final = re.compile(r"(vt|ansi-m|dumb$|.*-(m|mono)$)")
_OF_256: Final = re.compile(r".*-(256color|kitty)$")
_LIGHT: Final = frozenset({"7", "15"})


def palette_of(environment: Mapping[str, str], *, is_windows: bool) -> Palette:
    """The colours that the app can count on. Where Rich, which writes them, would hold the terminal for better than it
    says of itself, what it says counts."""
    if environment.get("NO_COLOR"):
        return Palette(Colours.NONE, "NO_COLOR is set")
    term = environment.get("TERM", "").strip().lower()
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Palette(Colours.ALL, "COLORTERM says so")
    if is_windows:
        return Palette(Colours.ALL, "Windows 10 and later have them")
    if not term:
        return Palette(Colours.SIXTEEN, "TERM is not set, and neither is COLORTERM")
    if _MONOCHROME.match(term):
        return Palette(Colours.NONE, "TERM names a terminal without colours")
    if _OF_256.match(term):
        return Palette(Colours.MANY, "TERM says so")
    return Palette(Colours.SIXTEEN, "TERM promises no more, and COLORTERM is not set")


def has_light_ground(environment: Mapping[str, str]) -> bool:
    """Whether the terminal says that it writes on white, as some do; most say nothing."""
    return environment.get("COLORFGBG", "").rpartition(";")[2] in _LIGHT


@dataclass(frozen=True, slots=True)
class Host:
    """A program around the terminal, and the keys that never come through it."""

    name: str
    keys: str
    instead: str


_HOSTS: Final = (
    ("TERM_PROGRAM", "vscode", Host("VS Code", "Ctrl+P and Ctrl+Q", "F2 opens the palette, F10 quits")),
    ("TERMINAL_EMULATOR", "JetBrains-JediTerm", Host("a JetBrains terminal", "F10 and Esc", "Ctrl+Q quits")),
    ("WT_SESSION", "", Host("Windows Terminal", "F11, Ctrl+V and Alt with arrows", "maturity uses none of them")),
    ("TMUX", "", Host("tmux", "Ctrl+B or another prefix", "maturity does not use it")),
    ("STY", "", Host("GNU screen", "Ctrl+A", "maturity does not use it")),
    ("VTE_VERSION", "", Host("a GNOME terminal", "F1, F10 and F11", "? opens help, Ctrl+Q quits")),
)


def hosts_of(environment: Mapping[str, str]) -> list[Host]:
    """The programs known to keep keys for themselves that this terminal runs in."""
    return [
        host for name, value, host in _HOSTS if (environment.get(name) == value if value else environment.get(name))
    ]
