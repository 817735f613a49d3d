"""By hand: how the app stands a folder of 2,000 responses, in a real terminal.

`python -m tests.storms.many_files [--files 2000] [--code FOLDER]` says when the first line and when all lines stand,
how long help takes meanwhile and afterwards, and how many files are opened and read when help is closed.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from tests.storms.folders import write_many
from tests.storms.sitting import ROOT, Sitting

_LINE: Final = re.compile(r"(?m)^\W*[A-Z][\w &]+ .*\b\d+ of \d+")
"""A line of the list of responses: a team, and how much is answered."""
_LONGEST: Final = 180.0
_PATIENCE: Final = 60.0
"""Seconds for one key."""


class Calls:
    """What the app asked of the disk since one last looked."""

    def __init__(self, log: Path) -> None:
        self.log, self.seen = log, 0

    def since(self) -> Counter[str]:
        lines = self.log.read_text("utf-8").splitlines() if self.log.exists() else []
        new, self.seen = lines[self.seen :], len(lines)
        return Counter(line.partition("\t")[0] for line in new if line.partition("\t")[2].endswith(".toml"))


@contextmanager
def folder_of(count: int, code: Path) -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="maturity-many-"))
    try:
        write_many(place / "answers", count, code)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def measure(count: int, code: Path = ROOT) -> dict[str, float]:
    """Seconds, and counts of calls, by what they are of; missing where it did not come in time."""
    found: dict[str, float] = {}
    with folder_of(count, code) as place:
        calls = Calls(place / "calls")
        faults = {"STORM_BELOW": str(place / "answers"), "STORM_LOG": str(calls.log)}
        began = time.monotonic()
        with Sitting(place, ["-w", str(place / "answers")], root=code, faults=faults, size=(120, 40)) as sitting:
            slow: list[float] = []
            while time.monotonic() - began < _LONGEST:
                if "a first byte" not in found and sitting.written:
                    found["a first byte"] = time.monotonic() - began
                if "the first line" not in found and _LINE.search(sitting.text):
                    found["the first line"] = time.monotonic() - began
                if re.search(rf"\b{count} responses", sitting.screen.rows[0]):
                    found["all lines"] = time.monotonic() - began
                    break
                sitting.read(0.02)
                if "a first byte" in found and len(slow) < 5 and sitting.text.strip():
                    slow.append(_help(sitting))
            found |= {"keys answered while it reads": len(slow), "the slowest of them": max(slow, default=0.0)}
            while sitting.read(0.5):
                continue
            found |= {f"while reading, {call} of a response": number for call, number in calls.since().items()}
            found["help afterwards"] = _help(sitting)
            while sitting.read(1.0):
                continue
            after = calls.since()
            found |= {f"closing help, {call} of a response": after[call] for call in ("open", "read", "stat")}
            began = time.monotonic()
            sitting.press("ctrl+q")
            code_at_end = sitting.end(30)
            found["quitting"] = time.monotonic() - began
            found["exit code"] = -1 if code_at_end is None else code_at_end
    return found


def _help(sitting: Sitting) -> float:
    """How long help takes to open and to close."""
    began = time.monotonic()
    for key, is_open in (("?", True), ("escape", False)):
        sitting.press(key)
        while ("Esc closes" in sitting.text) is not is_open and time.monotonic() - began < _PATIENCE:
            sitting.read(0.02, 0.005)
    return time.monotonic() - began


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--files", type=int, default=2000)
    options.add_argument("--code", type=Path, default=ROOT, help="the folder whose code is run")
    chosen = options.parse_args()
    found = measure(chosen.files, chosen.code)
    put(f"{chosen.files} files\n")
    put("".join(f"{value:9.2f}  {what}\n" for what, value in found.items()))
    is_quiet = not any(value for what, value in found.items() if what.startswith("closing help"))
    return 0 if is_quiet and "all lines" in found else 1


if __name__ == "__main__":
    sys.exit(main())
