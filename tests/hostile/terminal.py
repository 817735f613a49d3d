"""By hand: the app in a terminal of its own, on hostile folders, names and questionnaires.

`python -m tests.hostile.terminal [--only PART]` opens each folder, presses keys through every screen, and looks at the
bytes: sequences of a kind that a harmless folder does not cause, characters that steer or cannot be seen, lines that
somebody forged, markup that was taken for markup, crashes, and what was written outside.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import pty
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from maturity.cli.exit_codes import Exit
from tests.hostile.escapes import Screen, kinds
from tests.hostile.texts import SEEN
from tests.hostile.visits import Visit, harmless, lay_out, visits
from tests.hostile.watching import STEERING, changes, forged, state_of

ROOT: Final = Path(__file__).parents[2]
LINES: Final = 40
COLUMNS: Final = 120
QUIET: Final = 0.15
"""Seconds without a byte after which the app is thought to have answered a key."""
LONGEST: Final = 5.0
"""Seconds for one key, the first screen apart."""
FIRST: Final = 30.0
AT_ONCE: Final = 2

_NAMED: Final = {
    "tab": "\t",
    "enter": "\r",
    "esc": "\x1b",
    "down": "\x1b[B",
    "page": "\x1b[6~",
    "end": "\x1b[F",
    "F2": "\x1bOQ",
    "F10": "\x1b[21~",
}
KEYS: Final = (
    *("x", "page", "page", "end", "esc"),  # what is wrong with files
    *("v", "page", "esc", "p", "enter", "page", "esc", "esc"),  # review, profile
    *("c", "page", "down", "enter", "page", "esc", "tab", "enter", "page", "esc"),  # overview, agenda
    *(
        "tab",
        "enter",
        "page",
        "esc",
        "end",
        "enter",
        "page",
        "esc",
        "tab",
        "page",
        "end",
        "enter",
        "esc",
    ),  # criteria, notes
    *(
        "tab",
        "tab",
        "enter",
        "esc",
        "tab",
        "tab",
        "tab",
        "e",
        "?",
        "esc",
        "F2",
        "esc",
        "esc",
        "esc",
    ),  # sections, export
    *("enter", "enter", "page", "esc", "esc", "end", "enter", "2", "page", "o", "page", "esc", "?", "esc"),  # answering
    *("n", "esc", "b", "b", "f", "enter", "enter", "F2", "esc", "esc", "esc", "v", "end", "enter", "esc", "esc"),
    *("n", "esc", "a", "esc", "e", "esc", "x", "esc", "q", "F10"),
)
_FRAME: Final = re.compile(r"^[\s│┃▎▏▌█▊▁▔╭╰├┌└●○▸▶>·~▲\-]*")


@dataclass(slots=True)
class Seen:
    """What the app wrote, and what the screen showed after each key."""

    written: bytes = b""
    screens: list[list[str]] = field(default_factory=list)
    code: int | None = None
    slowest: float = 0.0
    changed: list[str] = field(default_factory=list)


def watch(place: Path, visit: Visit) -> Seen:
    """Opens the app, presses all keys, and waits until it ends."""
    arguments = lay_out(place, visit)
    before = state_of(place, (visit.folder, "home"))
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "HOME": str(place / "home")}
    environment |= {"TEXTUAL_ANIMATIONS": "none", "XDG_DATA_HOME": str(place / "home"), "PYTHONDONTWRITEBYTECODE": "1"}
    process = subprocess.Popen(
        arguments, stdin=theirs, stdout=theirs, stderr=theirs, cwd=place, env=environment, start_new_session=True
    )
    os.close(theirs)
    seen = Seen()
    try:
        _press_all(ours, process, seen)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        os.close(ours)
    seen.changed = changes(before, state_of(place, (visit.folder, "home")))
    return seen


def _press_all(ours: int, process: subprocess.Popen[bytes], seen: Seen) -> None:
    screen = Screen(COLUMNS, LINES)
    _read(ours, screen, seen, FIRST, least=1.5)
    for key in KEYS:
        if process.poll() is not None:
            break
        began = time.monotonic()
        try:
            os.write(ours, _NAMED.get(key, key).encode())
        except OSError:
            break
        answered = _read(ours, screen, seen, LONGEST)
        seen.slowest = max(seen.slowest, answered - began)
    _read(ours, screen, seen, 2.0)
    try:
        seen.code = process.wait(10)
    except subprocess.TimeoutExpired:
        seen.code = None


def _read(ours: int, screen: Screen, seen: Seen, most: float, least: float = 0.0) -> float:
    """Reads until the app is quiet, and returns when it last wrote."""
    began = last = time.monotonic()
    chunk = b""
    while time.monotonic() - began < most:
        quiet = QUIET if chunk or not least else most
        ready, _, _ = select.select([ours], [], [], max(quiet, least - (time.monotonic() - began)))
        if not ready:
            break
        try:
            data = os.read(ours, 65_536)
        except OSError:  # the other end is closed
            break
        if not data:
            break
        chunk += data
        last = time.monotonic()
    seen.written += chunk
    screen.write(chunk.decode("utf-8", "replace"))
    seen.screens.append(screen.rows)
    return last


def complaints(seen: Seen, known: set[str], known_letters: set[str], may_wrap: bool) -> Iterator[str]:
    """What the bytes and the screens show that they should not.

    Where a text is made to be wrapped, a dialog has to begin a line with it; only the width decides where.
    """
    is_refused = seen.code == Exit.INVALID and b"\x1b" not in seen.written  # a questionnaire, before the app opens
    if seen.code != 0 and not is_refused:
        yield "did not end" if seen.code is None else f"exit code {seen.code}"
    text = seen.written.decode("utf-8", "replace")
    if "Traceback" in text:
        yield "a traceback"
    if strange := sorted(kinds(text) - known):
        yield f"sequences: {', '.join(strange)}"
    plain = re.sub(
        r"\x1b(?:\[[0-9;:<=>?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[P_^X].*?\x1b\\|.)|[\r\n]", "", text
    )
    if letters := sorted(set(STEERING.findall(plain)) - known_letters):
        yield f"characters: {', '.join(f'U+{ord(letter):04X}' for letter in letters)}"
    rows = dict.fromkeys(row for rows in seen.screens for row in rows)
    for row in rows:
        for line in forged([] if may_wrap or _is_quoted(row) else [_FRAME.sub("", row)]):
            yield f"a forged line: {line!r}"
        if re.search(rf"(?<!\]){SEEN}", row):
            yield f"markup taken for markup: {row.strip()[:100]!r}"
    if seen.slowest > 2:
        yield f"a key took {seen.slowest:.1f} s"
    yield from (f"wrote outside: {path!r}" for path in seen.changed)


def _is_quoted(row: str) -> bool:
    """Whether a bar stands before the text, besides the one of a frame: so stands what somebody wrote."""
    bars = row[: len(row) - len(_FRAME.sub("", row))].count("│")
    return bars > row.rstrip().endswith("│")


def _visited(visit: Visit) -> Seen:
    place = Path(tempfile.mkdtemp(prefix="maturity-terminal-"))
    try:
        return watch(place, visit)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="", help="only visits with this in their name")
    options.add_argument("--show", action="store_true", help="print the screens as well")
    chosen = options.parse_args()
    known: set[str] = set()
    letters: set[str] = set()
    for visit in harmless():
        seen = _visited(visit)
        text = seen.written.decode("utf-8", "replace")
        known |= kinds(text)
        letters |= set(STEERING.findall(text))
        put(f"{visit.name}: exit code {seen.code}, {len(seen.written)} bytes, a key took {seen.slowest:.1f} s\n")
    put(f"Kinds of sequences: {', '.join(sorted(known))}\n")
    wanted = [visit for visit in visits() if chosen.only in visit.name]
    bad = 0
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for visit, seen in zip(wanted, pool.map(_visited, wanted), strict=True):
            found = list(complaints(seen, known, letters, "wrapping" in visit.name))
            bad += bool(found)
            more = f" and {len(found) - 6} more" if found[6:] else ""
            put(f"{visit.name}: {'; '.join(found[:6]) or 'fine'}{more}\n")
            if chosen.show:
                put("\n".join("\n".join(rows) for rows in seen.screens) + "\n")
    put(f"{len(wanted)} visits, {bad} with complaints.\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
