"""A command to paste: whatever the names of files hold, the shell passes on the same words and does nothing else."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterable
from typing import Final

from questionnaires import one_line

_HARMLESS_ON_WINDOWS: Final = re.compile(r"[A-Za-z0-9À-ÖØ-öø-ſ \\/:._-]+")
"""Whether cmd or PowerShell reads it, and whatever its code page makes of a letter: no quotes, no variables."""


def to_paste(words: Iterable[str], system: str = os.name) -> str | None:
    """The words as one line for a shell; None when no line would be safe, or would not show what it holds."""
    words = list(words)
    if any(not word or one_line(word) != word for word in words):
        return None
    if system == "nt":
        return " ".join(map(_in_double_quotes, words)) if all(map(_is_harmless_on_windows, words)) else None
    # In fish a backslash keeps a single quote from closing; the other shells read it as it stands.
    return None if any("\\" in word for word in words) else shlex.join(words)


def as_file(name: str) -> str:
    """The name of a file as a word of a command: a dash at its start would make it an option, and zsh reads an =."""
    return f"./{name}" if name.startswith(("-", "=")) else name


def _is_harmless_on_windows(word: str) -> bool:
    """A backslash before the closing quote would keep it from closing."""
    return _HARMLESS_ON_WINDOWS.fullmatch(word) is not None and not (" " in word and word.endswith("\\"))


def _in_double_quotes(word: str) -> str:
    return f'"{word}"' if " " in word else word
