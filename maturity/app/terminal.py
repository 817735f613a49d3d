"""The terminal as a file that may vanish while it is written to."""

from __future__ import annotations

from contextlib import suppress
from typing import TextIO


class WhileItLasts:
    """Once the terminal is gone, what is written goes nowhere and nothing waits for it.

    Textual writes in a thread of its own, which ends with the first write that fails; then the queue before it fills
    up, and the app waits for ever instead of ending.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Writes what can be written; the length of the text in any case."""
        with suppress(OSError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Hands over what is written, if anybody is there."""
        with suppress(OSError):
            self._file.flush()

    def isatty(self) -> bool:
        """Whether it is, or was, a terminal."""
        return self._file.isatty()

    def fileno(self) -> int:
        """The number of the file that is written to."""
        return self._file.fileno()
