"""What may happen to the app: keys that work now, keys that do not, texts pasted, clicks, and sizes of the window."""

from __future__ import annotations

import random
from typing import Any, Final

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.geometry import Size

from maturity.app.screens.too_small import TooSmall
from tests.hostile.texts import TEXTS

KEYS: Final = (
    *"0123456789abcdefgjknopqrstvxyz?/ ",
    *("enter", "escape", "tab", "shift+tab", "backspace", "delete", "insert", "space"),
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
    *(f"f{number}" for number in range(1, 13)),
    *("ctrl+p", "ctrl+s", "ctrl+c", "ctrl+z", "ctrl+a", "ctrl+k", "ctrl+d", "ctrl+end", "ctrl+home"),
)
QUITTING: Final = frozenset({"ctrl+q", "f10", "q"})
_QUITS: Final = 0.04
"""How often a quitting key is meant: otherwise nobody would get far."""
AT_ONCE: Final = (
    ("enter", "enter"),
    ("enter", "enter", "enter"),
    ("f2", "f2"),
    ("f2", "ctrl+p"),
    ("f1", "f1"),
    ("f2", "f1"),
    ("f1", "f2"),
    ("escape", "escape"),
    ("n", "escape"),
    ("v", "v"),
    ("c", "c"),
    ("o", "ctrl+q"),
    ("n", "x", "ctrl+q"),
)
"""Keys that arrive together, as over a slow line."""
ONE_BY_ONE: Final = (
    ("f2", "f1", "f2"),
    ("f2", "f1", "ctrl+p", "escape", "escape"),
    ("f1", "tiny", "large"),
    ("f2", "tiny", "large"),
    ("f2", "tiny", "f2", "large"),
    ("o", "tiny", "large", "escape"),
    ("n", "tiny", "large", "escape"),
    ("tiny", "f1", "large"),
    ("tiny", "f2", "large"),
    ("tiny", "f2", "large", "escape", "f2"),
    ("f2", "q", "u", "i", "t"),
    ("c", "enter"),
    ("c", "down", "down", "enter"),
    ("c", "2", "down", "enter"),
    ("c", "3", "down", "enter"),
    ("c", "4", "enter", "enter"),
    ("c", "tab", "tab", "enter", "enter"),
    ("n", "2"),
    ("v", "enter"),
    ("down", "enter", "2"),
)
"""What has gone wrong before, or well might: a key after the other; `tiny` and `large` are sizes of the window."""
PASTED: Final = (*(text for texts in TEXTS.values() for text in texts), "word " * 700)
_CHARACTERS: Final = {"space": " "}

Event = tuple[str, ...]
"""The kind, and what it takes: keys, a text, a place on the screen, or a size."""


def next_event(chance: random.Random, app: App[Any]) -> Event:
    """The next thing that happens, by what works on the screen now."""
    kind = chance.choices(
        ("works", "key", "at once", "one by one", "paste", "click", "size"), (50, 14, 7, 4, 6, 11, 8)
    )[0]
    match kind:
        case "works" if isinstance(app.screen, CommandPalette | TooSmall) and chance.random() < 0.3:
            return ("key", "escape") if isinstance(app.screen, CommandPalette) else ("size", "100", "30")
        case "works":
            working = sorted(key for key, active in app.screen.active_bindings.items() if active.enabled) or ["escape"]
            return ("key", _meant(chance, working))
        case "key":
            return ("key", _meant(chance, list(KEYS)))
        case "at once":
            return ("at once", *chance.choices(AT_ONCE, [1 if "ctrl+q" in keys else 4 for keys in AT_ONCE])[0])
        case "one by one":
            return ("one by one", *chance.choice(ONE_BY_ONE))
        case "paste":
            return ("paste", chance.choice(PASTED))
        case "click":
            size = app.size
            return ("click", str(chance.randrange(max(1, size.width))), str(chance.randrange(max(1, size.height))))
        case _:
            least = (20, 5) if chance.random() < 0.5 else (60, 16)
            return ("size", str(chance.randrange(least[0], 201)), str(chance.randrange(least[1], 61)))


def _meant(chance: random.Random, keys: list[str]) -> str:
    key = chance.choice(keys)
    return key if key not in QUITTING or chance.random() < _QUITS else "down"


def send_key(app: App[Any], key: str) -> None:
    """A key as the terminal sends it; `tiny` and `large` change the window."""
    if key == "tiny":
        resize(app, 20, 5)
    elif key == "large":
        resize(app, 100, 30)
    else:
        app.post_message(events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key)))


def resize(app: App[Any], width: int, height: int) -> None:
    size = Size(width, height)
    driver = app._driver
    if driver is not None:
        driver._size = size  # as Textual's own pilot does
    app.post_message(events.Resize(size, size))


def click(app: App[Any], x: int, y: int) -> None:
    """A click on the screen, as the terminal reports it."""
    for kind in (events.MouseMove, events.MouseDown, events.MouseUp):
        button = 0 if kind is events.MouseMove else 1
        app.post_message(kind(None, x, y, 0, 0, button, False, False, False, screen_x=x, screen_y=y))
