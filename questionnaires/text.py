"""Text written by strangers: made harmless for a terminal, and quoted on one line."""

from __future__ import annotations

import re
from typing import Final

STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069"  # directions, line and paragraph separators
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2060-\u2065\u206a-\u206f\u2800\u3164\ufe00-\ufe0e\ufeff\uffa0"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"  # unseen: two texts look alike
    "\ud800-\udfff]"
)
_BREAKS: Final = str.maketrans({"\n": "↵", "\t": "⇥"})


def clean(text: str) -> str:
    """The text with every character that could steer a terminal, or that cannot be seen, replaced by U+FFFD.

    Tab and newline stay; so do the joiners that real scripts and emoji need.
    """
    if text.isascii() and text.isprintable():
        return text
    return STEERING.sub("\ufffd", text.replace("\r\n", "\n"))


def one_line(text: str, most: int | None = None) -> str:
    """A text from a file as a line of ours may quote it: clean, its breaks visible, cut to `most` characters.

    Nothing that a stranger wrote begins a line of its own, so it cannot pass for a line of ours.
    """
    line = clean(text).translate(_BREAKS)
    return line if most is None or len(line) <= most else f"{line[: most - 1]}…"


def letters_of(text: str) -> str:
    """What tells one name from another however it is written: "Ring 1" and "ring1", "Device ID" and "DeviceId"."""
    return "".join(letter for letter in text.casefold() if letter.isalnum()) or text


def name_of(path: object) -> str:
    """A file or folder as a line of ours names it: on one line, and in quotes where its name could be read on.

    A file called `a.toml: fine, 40 questions` would otherwise say of itself what only we may say.
    """
    name = one_line(str(path))
    return "“{}”".format(name.replace("“", '"').replace("”", '"')) if ": " in name or name.startswith("“") else name
