"""The ways in which answering ends: signals, keys, and a kill; each as what is done to the app, and what is due."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from tests.storms.person import Person, place_on
from tests.storms.sitting import Sitting

NOTE: Final = "A note that was being typed when it ended."


@dataclass(frozen=True, slots=True)
class Ending:
    """`code` is the exit code when everything is saved. A signal cannot be refused; keys can, while anything is not."""

    act: Callable[[Sitting, Person], None]
    code: int
    can_stay: bool = True
    is_kill: bool = False
    then: tuple[str, ...] = ()
    """Keys that come once the screen was looked at."""


def _by(name: signal.Signals) -> Ending:
    return Ending(lambda sitting, _: sitting.signal(name), 128 + name, can_stay=False)


def _keys(*keys: str) -> Ending:
    """Keys, each once the one before was answered."""

    def act(sitting: Sitting, _: Person) -> None:
        for key in keys:
            sitting.press(key)
            if key != keys[-1]:
                sitting.read(1.5)

    return Ending(act, 0)


def _kill(sitting: Sitting, person: Person) -> None:
    """In the middle of whatever the last key set off."""
    time.sleep(person.chance.random() * 0.05)
    sitting.signal(signal.SIGKILL)


def _review(sitting: Sitting, person: Person) -> None:
    """To the last question, answer it, and on to the review."""
    for key in ("o", "\x1b[F", "enter"):
        sitting.press(key)
        sitting.read(1.5)
    if place_on(sitting) is None:
        return
    person.arrive(len(person.questions) - 1)
    while person.column < len(person.columns()):
        sitting.press("1")
        sitting.read(1.5)
        person.pressed("1")
    sitting.press("enter")
    sitting.read_until("review", 5)


def _with_note(ending: Ending) -> Ending:
    """The same while a note is typed, without a pause."""

    def act(sitting: Sitting, person: Person) -> None:
        sitting.press("n")
        sitting.read_until("Esc saves", 3)
        sitting.press(NOTE)
        person.write(NOTE)
        ending.act(sitting, person)

    return Ending(act, ending.code, ending.can_stay)


def _palette(sitting: Sitting, _: Person) -> None:
    sitting.press("F2")
    sitting.read_until("Search for commands", 3)
    sitting.press("quit")
    sitting.read_until(r"(?m)^\W*Quit\b", 3)
    sitting.read(0.5)
    sitting.press("enter")


ENDINGS: Final[Mapping[str, Ending]] = MappingProxyType(
    {
        "SIGTERM": _by(signal.SIGTERM),
        "SIGHUP": _by(signal.SIGHUP),
        "SIGINT": _by(signal.SIGINT),
        "Ctrl+Q": _keys("ctrl+q"),
        "F10": _keys("F10"),
        "Esc, then q": _keys("escape", "q"),
        "q, then q": _keys("q", "q"),
        "the palette's quit": Ending(_palette, 0),
        "review, Esc, q": Ending(_review, 0, then=("escape", "q")),
        "a list, then Ctrl+Q at once": Ending(lambda sitting, _: sitting.press("o\x11"), 0),
        "a note, then SIGTERM": _with_note(_by(signal.SIGTERM)),
        "a note, then Ctrl+Q": _with_note(_keys("ctrl+q")),
        "kill": Ending(_kill, 137, can_stay=False, is_kill=True),
    }
)
