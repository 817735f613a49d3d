"""How long the app takes to start: `python -m uv run python -m tests.benchmarks.start`. POSIX only.

Each start is a process of its own on a terminal of its own, and its yardstick one of Textual that says hello, which
takes turns with it. What counts is the processor's time of the process until a text is on the screen, because others
may be using the machine; the time that passed is noted beside it. Nothing here is asserted in the test suite.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import shutil
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from maturity.files.examples import write_examples
from tests.benchmarks.table import Row, Yardstick

RUNS: Final = 9
PATIENCE: Final = 20.0
"""Seconds after which a start that shows nothing is given up."""
QUIET: Final = 0.4
"""Seconds without anything drawn after which all is loaded; the app looks for its terminal twice a second."""
HELLO: Final = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello, World!")
Hello().run()
"""
MATURITY: Final = (sys.executable, "-m", "maturity")


@dataclass(frozen=True)
class Start:
    """A command, a key that is pressed when a text is seen, and the text that it waits for; empty for until quiet."""

    name: str
    command: tuple[str, ...]
    seen: bytes
    limit: float | None = None
    note: str = ""
    press: tuple[bytes, bytes] = (b"", b"")
    is_quiet: bool = False


@dataclass(frozen=True)
class Taken:
    """Seconds that the processor worked, and that passed."""

    work: float
    passed: float


def starts(folder: Path) -> list[Start]:
    """What is measured, in the order of the table."""
    home = (*MATURITY, "-w", str(folder / "demo"))
    assess = (*MATURITY, "assess", "--team", "security", "-w", str(folder / "answers"))
    return [
        Start("first paint of home", home, b"126/126", 1.25, "lines of the teams, from the heads of the files"),
        Start("home, read whole", home, b"Not heard", None, "everything on the first screen"),
        Start(
            "home has heard a key",
            home,
            b"j9d5s3gu",
            2.2,
            "pressed at the first paint: the people show",
            (b"126/126", b"f"),
        ),
        Start("all is loaded", home, b"Not heard", None, "with what every key leads to", is_quiet=True),
        Start("assess: the first text", assess, b"Enter", 1.6, "the rule of its section, which is read first"),
        Start("assess: a question to answer", assess, b"[0]", 1.6, "after Enter on that rule", (b"Enter", b"\r")),
    ]


def taken_by(start: Start) -> Taken:
    """Starts it once, and ends it when the text has been seen."""
    shutil.rmtree(Path(start.command[-1]).with_name("answers"), ignore_errors=True)
    begun = time.perf_counter()
    process, terminal = pty.fork()
    if process == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.execv(start.command[0], start.command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        _read_until_seen(terminal, start)
        passed = time.perf_counter() - begun
    finally:
        os.kill(process, signal.SIGKILL)
        _, _, used = os.wait4(process, 0)
        os.close(terminal)
    return Taken(used.ru_utime + used.ru_stime, passed)


def _read_until_seen(terminal: int, start: Start) -> None:
    drawn, (when, key) = b"", start.press
    while start.seen not in drawn or start.is_quiet:
        waits = QUIET if start.seen in drawn else PATIENCE
        if not select.select([terminal], [], [], waits)[0]:
            if start.seen in drawn:
                return
            raise TimeoutError(f"{start.name}: “{start.seen.decode()}” was not seen")
        drawn += os.read(terminal, 65_536)
        if key and when in drawn:
            os.write(terminal, key)
            key = b""


def measured(start: Start, hello: Start, runs: int) -> tuple[Taken, Taken]:
    """The medians of both, which take turns."""
    pairs = [(taken_by(start), taken_by(hello)) for _ in range(runs)]
    return _median([one for one, _ in pairs]), _median([one for _, one in pairs])


def _median(taken: Sequence[Taken]) -> Taken:
    return Taken(statistics.median(one.work for one in taken), statistics.median(one.passed for one in taken))


def rows(runs: int = RUNS) -> Iterator[Row]:
    """A row for each start. Everything is started once before, so that nothing has to be compiled."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        write_examples(folder / "demo")
        hello = Start("hello", (sys.executable, "-c", HELLO, str(folder / "hello")), b"Hello, World!")
        for start in starts(folder):
            taken_by(start)
            ours, theirs = measured(start, hello, runs)
            passed = f"{start.note}; {ours.passed / theirs.passed:.2f} of the time that passes"
            yield Yardstick("Textual's hello", theirs.work).row(start.name, ours.work, start.limit, passed)


def main() -> None:
    for row in rows():
        sys.stdout.write(f"{row.name:<28}{row.value:>10} {row.ratio or 0:>6.2f} {row.limit or '':>6}   {row.note}\n")


if __name__ == "__main__":
    main()
