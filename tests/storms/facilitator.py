"""Somebody leads a workshop at a screen: presses what the screen offers, and remembers what it said is saved.

Nothing is known but what stands on the screen. Every decision has a decider of its own, and every parked item a next
step of its own, by which they are found again in the file.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from typing import Final

from tests.storms.person import NOT_SAVED
from tests.storms.sitting import Sitting

LIST: Final = re.compile(r"workshop · round \d+ .*?(\d+) of (\d+) done")
"""The line at the top of the list: how many of its items are done."""
_MARKED: Final = re.compile(r"(?m)^▸ +(\d+) ")
_NAME: Final = r"([DS]\d+[a-z]x\d+)\b"
_SAID: Final = re.compile(rf"(?:Decided on \S+ by|Parked on \S+: Ask) {_NAME}")
_TAKEN_BACK: Final = re.compile(rf"Taken back: “[^”]*”: (?:Decided on \S+ by|Parked on \S+: Ask) {_NAME}")
_FORGOTTEN: Final = re.compile(
    rf"Forgotten before it was saved: “[^”]*”: (?:Decided on \S+ by|Parked on \S+: Ask) {_NAME}"
)
_WAITING: Final = re.compile(rf"Not saved yet: “[^”]*”: (?:Decided on \S+ by|Parked on \S+: Ask) {_NAME}")
_TO_SETTLE: Final = re.compile(rf"(?:Decided by|Next step) +(?:Ask )?{_NAME}")
_ITEM: Final = re.compile(r"workshop · (\d+) of")
_ASKING: Final = "Nothing is saved yet."
_NOTICE: Final = "▌"
"""The edge of a notice, which lies over the right of the screen."""
_TYPED: Final = ("Who decides?", "What is done next?", "Who does it?", "Until when?", "Which safeguard of ours")
_QUIET: Final = 0.08
_REACH: Final = {"[k] we keep this level": "12kg", "Vote:": "012345\r"}
"""By what the screen asks, the digits that answer it."""


class Facilitator:
    """One of them, at one screen. `name` tells theirs apart: digits and a letter."""

    def __init__(self, sitting: Sitting, name: str, seed: int) -> None:
        self.sitting, self.name = sitting, name
        self.chance = random.Random(seed)
        self.typed: list[str] = []
        self.said: dict[str, str] = {}
        """Whatever the screen said was decided or parked, with what stood on it when it did first."""
        self.taken_back: dict[str, str] = {}
        self.settled: dict[str, str] = {}
        """By item what was decided or parked of it last, saved or not, and not taken back since."""
        self.seen: Counter[str] = Counter()
        self.named = ""
        """Who decides on what is not saved yet."""

    @property
    def is_there(self) -> bool:
        """Whether the program runs."""
        return self.sitting.process.poll() is None

    def lead(self) -> None:
        """Presses key after key until the program has ended, and looks at what it left on the screen."""
        while self.is_there:
            self.step()
        self.sitting.read(0.2)
        self.look()

    def step(self) -> None:
        """One key, or a few at once as somebody does who knows the way; and a look at what it led to."""
        keys, before = self.next_keys(), self.sitting.text
        self.sitting.press(keys)
        self.sitting.read(1.0, _QUIET)
        self.seen["keys"] += 1
        self.look()
        settled, item = _TO_SETTLE.search(before), _ITEM.search(before)
        if settled and item and _ASKING in before and _ASKING not in self.sitting.text and keys != "escape":
            self.settled[item[1]] = settled[1]

    def look(self) -> None:
        """Remembers what the screen says of decisions; what waits to be saved it does not call decided."""
        rows = [row.partition(_NOTICE) for row in self.sitting.text.splitlines()]
        texts = (" ".join(" ".join(row[part] for row in rows).split()) for part in (0, 2))
        page, notices = (_WAITING.sub("", text) for text in texts)
        self.seen["screens that said NOT SAVED"] += NOT_SAVED in page
        forgotten = [name for text in (page, notices) for name in _FORGOTTEN.findall(text)]
        for known, pattern in ((self.said, _SAID), (self.taken_back, _TAKEN_BACK)):
            for name in pattern.findall(f"{_FORGOTTEN.sub('', page)} ─ {_FORGOTTEN.sub('', notices)}"):
                known.setdefault(name, self.sitting.text)
        gone = {*forgotten, *self.taken_back}
        self.settled = {item: name for item, name in self.settled.items() if name not in gone}

    # What to press

    def next_keys(self) -> str:
        """What comes next, by what the screen asks."""
        text = self.sitting.text
        if LIST.search(self.sitting.screen.rows[0]):
            return self._any({"n": 6, "enter": 2, "j": 3, "u": 1, "+": 1})
        if any(asked in text for asked in _TYPED):
            return self._typing(text)
        for asked, digits in _REACH.items():
            if asked in text:
                return self.chance.choice(digits)
        if "Enter saves it" in text:
            return self._confirming(text)
        if "Take it back?" in text or "Go back and forget it" in text:
            return self._any({"1": 1, "2": 1, "escape": 1})
        if "The teams have voted" in text:
            return self._any({"1": 1, "2": 1})
        if "A digit decides" in text or "A digit chooses" in text:
            return self._any({self._digit(): 6, "\x1b[B": 2, "enter": 1, "escape": 1})
        if "What if:" in text:
            return self._any({"\x1b[B": 4, "\x1b[A": 1, "\x1b[C": 1, "enter": 3, "escape": 2})
        return self._talking(text)

    def _confirming(self, text: str) -> str:
        """Whoever decided before is taken unasked, so that another one is named first."""
        if not self.named or self.named not in text:
            return self._any({"c": 3, f"c{self._new('D')}\r\r": 1})
        keys = self._any({"enter": 8, "d": 1, "o": 1, "1": 1, "\x1b[C": 1, "escape": 1})
        self.named = "" if keys == "enter" else self.named
        return keys

    def _talking(self, text: str) -> str:
        """Before and after the reveal."""
        if "r Reveal" in text:
            return self._any({"r": 8, "k": 2, "n": 1, "s": 1, "u": 1})
        if "x What if" in text:
            at_once = f"d{self._digit()}" if self.chance.random() < 0.1 else "d"
            return self._any({at_once: 9, "x": 3, "k": 2, "n": 5, "u": 2, "v": 1, "p": 1, "escape": 1})
        return "escape"

    def _typing(self, text: str) -> str:
        if "Who decides?" in text:
            self.named = self._new("D")
            return f"{self.named}\r"
        if "What is done next?" in text:
            return f"Ask {self._new('S')}\r"
        return self.chance.choice(("\r", "+21\r")) if "Until when?" in text else "Ben\r"

    def _new(self, kind: str) -> str:
        self.typed.append(f"{kind}{self.name}x{len(self.typed)}")
        return self.typed[-1]

    def _digit(self) -> str:
        return self.chance.choice("123450")

    def _any(self, keys: dict[str, int]) -> str:
        return self.chance.choices(list(keys), list(keys.values()))[0]


def marked(text: str) -> int | None:
    """The number of the item at which the list stands."""
    found = _MARKED.search(text)
    return int(found[1]) if found else None
