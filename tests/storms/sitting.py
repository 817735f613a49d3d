"""The app in a terminal of its own, as a person meets it: keys go in, a screen and an exit code come out."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Self

from tests.hostile.escapes import Screen

ROOT: Final = Path(__file__).parents[2]
INJECTED: Final = Path(__file__).parent / "injected"
QUIET: Final = 0.06
"""Seconds without a byte, after at least one, after which the app is thought to have answered a key."""
NAMED: Final = {
    "enter": "\r",
    "escape": "\x1b",
    "ctrl+q": "\x11",
    "ctrl+c": "\x03",
    "ctrl+p": "\x10",
    "F2": "\x1bOQ",
    "F10": "\x1b[21~",
    "pagedown": "\x1b[6~",
}
RULE: Final = "Read this first."
"""What a page says that is no question yet."""
_LEFT: Final = "\x1b[?1049l"
_UNFINISHED: Final = re.compile(r"\x1b(?:\[[0-9;:<=>?]*[ -/]*|[\]P_^X][^\x07\x1b]*\x1b?)?\Z")
"""A sequence whose end comes with the next bytes."""


class Sitting:
    """One run of the app. To be closed, which kills what still runs."""

    def __init__(
        self,
        place: Path,
        arguments: Sequence[str],
        *,
        root: Path = ROOT,
        faults: Mapping[str, str] | None = None,
        size: tuple[int, int] = (120, 40),
    ) -> None:
        """`place` is the current folder, and holds the home of the person; `root` is the code that is run."""
        self.place = place
        self.screen = Screen(*size)
        self.written = self._rest = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.last_byte = time.monotonic()
        ours, theirs = pty.openpty()
        self.terminal = ours
        self._set_size(*size)
        (place / "home").mkdir(exist_ok=True)
        paths = [str(INJECTED), str(root)] if faults else [str(root)]
        environment = {
            **os.environ,
            "TERM": "xterm-256color",
            "PYTHONPATH": os.pathsep.join(paths),
            "HOME": str(place / "home"),
            "TEXTUAL_ANIMATIONS": "none",
            "PYTHONPYCACHEPREFIX": str(place.parent / "bytecode"),
            **dict.fromkeys(("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(place / "home")),
            **(faults or {}),
        }
        for name in ("PYTHONDONTWRITEBYTECODE", "NO_COLOR", "MATURITY_WORKSPACE"):
            environment.pop(name, None)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "maturity", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=place,
            env=environment,
            start_new_session=True,
        )
        os.close(theirs)

    def _set_size(self, columns: int, lines: int) -> None:
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))

    def press(self, key: str) -> None:
        """Sends a key by its name, or text as it is. A terminal that is gone swallows it.

        The rule of a section is read first, so that every key is about a question.
        """
        if RULE in self.text:
            self._write("enter")
            self.read(1.5)
        self._write(key)

    def _write(self, key: str) -> None:
        with suppress(OSError):
            os.write(self.terminal, NAMED.get(key, key).encode())

    def signal(self, name: signal.Signals) -> None:
        if self.process.poll() is None:
            self.process.send_signal(name)

    def read(self, most: float = 3.0, quiet: float = QUIET) -> bool:
        """Reads until the app is quiet, at most so many seconds for its first byte; whether any came."""
        came = False
        end = time.monotonic() + most
        while True:
            ready, _, _ = select.select([self.terminal], [], [], quiet if came else max(0.0, end - time.monotonic()))
            if not ready:
                return came
            try:
                data = os.read(self.terminal, 65_536)
            except OSError:  # the other end is closed
                return came
            if not data:
                return came
            came = True
            self.last_byte = time.monotonic()
            self._take(self._decoder.decode(data))

    def _take(self, text: str) -> None:
        self.written += text
        text = self._rest + text
        unfinished = _UNFINISHED.search(text)
        cut = unfinished.start() if unfinished else len(text)
        self._rest = text[cut:]
        self.screen.write(text[:cut])

    def read_until(self, words: str, most: float = 30.0) -> bool:
        """Reads until a regular expression is found on the screen; False when time is up or the app has ended."""
        end = time.monotonic() + most
        while time.monotonic() < end:
            if re.search(words, self.text):
                return True
            if not self.read(0.2) and self.process.poll() is not None:
                break
        return re.search(words, self.text) is not None

    @property
    def text(self) -> str:
        return "\n".join(self.screen.rows)

    @property
    def said_after(self) -> str:
        """What stands in the terminal once the app has left it: its standard error, without sequences."""
        after = self.written.rpartition(_LEFT)[2] if _LEFT in self.written else self.written
        return re.sub(r"\x1b(?:\[[0-9;:<=>?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|.)|\r", "", after)

    def end(self, most: float = 10.0) -> int | None:
        """Waits for the end and returns the exit code as a shell says it, or None while it still runs."""
        end = time.monotonic() + most
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.read(0.05)
        code = self.process.poll()
        return 128 - code if code is not None and code < 0 else code

    def close(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
