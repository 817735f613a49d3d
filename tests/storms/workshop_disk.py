"""By hand: rooms decide at a real screen on a disk that refuses, and leave; what they settled is in a file, or a copy.

`python -m tests.storms.workshop_disk [--times 40] [--seed 0]` lets calls below the folder of the answers fail in turn,
for good or for a while, and ends the program by keys and signals. What the screen called decided has to be in the file;
whatever else was settled there as well or in the copy that is named at the end, with an exit code that says so.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.examples import write_examples
from questionnaires import parse, read_bytes
from questionnaires.decisions import decisions_in
from tests.storms.facilitator import LIST, Facilitator
from tests.storms.person import NOT_SAVED
from tests.storms.sitting import Sitting
from tests.storms.workshop_screen import SIZE, Found, name_in

CALLS: Final = ("write", "fsync", "replace", "open,write,mkdir,replace", "read", "stat", "all")
ERRORS: Final = ("ENOSPC", "EACCES", "EIO", "WIN32")
ENDS: Final[Mapping[str, int]] = {"SIGTERM": 143, "SIGHUP": 129, "keys": 0}
"""The ways to end, and the code where everything is saved."""
_KEYS: Final = 60


def storm(times: int, seed: int) -> Found:
    """So many sittings, each in a folder of its own."""
    found = Found()
    for number in range(times):
        place = Path(tempfile.mkdtemp(prefix="maturity-refused-"))
        try:
            _sit(place, number, random.Random(seed * 1000 + number), found)
        finally:
            shutil.rmtree(place, ignore_errors=True)
    return found


def _sit(place: Path, number: int, chance: random.Random, found: Found) -> None:
    folder, switch = place / "answers", place / "the disk refuses"
    write_examples(folder)
    calls, error, every = chance.choice(CALLS), chance.choice(ERRORS), chance.choice("1123")
    faults = {"STORM_CALLS": calls, "STORM_ERROR": error, "STORM_EVERY": every}
    faults |= {"STORM_BELOW": str(folder), "STORM_SWITCH": str(switch)}
    name = f"{calls} {error} every {every}, storm {number}"
    with Sitting(place, ["workshop", str(folder)], size=SIZE, faults=faults) as sitting:
        room = Facilitator(sitting, f"{number}a", chance.randrange(1 << 30))
        sitting.read_until(LIST.pattern)
        begins, ends = chance.randrange(20), chance.choice((40, _KEYS))
        for key in range(_KEYS):
            if key == begins:
                switch.touch()
            elif key == ends:
                switch.unlink(missing_ok=True)
            if room.is_there:
                room.step()
        end = chance.choice(list(ENDS))
        is_told = NOT_SAVED in sitting.text
        code = _end(sitting, end)
        switch.unlink(missing_ok=True)
        found.counts["sittings"] += 1
        found.counts["ended with something NOT SAVED"] += is_told
        found.counts += room.seen
        for fault in judged(room, folder, place / "home", code, ENDS[end]):
            found.fault(fault.partition(":")[0], f"{name}, {end}: {fault}")


def _end(sitting: Sitting, end: str) -> int | None:
    """Ends it; by keys as often as it is asked for, and then with what is not saved."""
    if end != "keys":
        sitting.signal(signal.Signals[end])
        return sitting.end(8)
    for _ in range(3):
        sitting.press("ctrl+q")
        if sitting.end(2) is not None:
            break
        sitting.press("2")
    return sitting.end(5)


def judged(room: Facilitator, folder: Path, home: Path, code: int | None, due: int) -> Iterator[str]:
    """What is bad about how it ended."""
    kept, copied = _names(folder / DECISIONS_NAME), set()
    copies = list(home.rglob("decisions--rescued-*.toml"))
    for path in copies:
        copied |= _names(path)
    yield from (f"said saved, lost: {name}\n{room.said[name]}" for name in sorted(room.said.keys() - kept))
    if lost := sorted(set(room.settled.values()) - kept - copied):
        yield f"settled and lost: {lost}; {len(copies)} copies; {room.sitting.said_after[-300:]}"
    said = room.sitting.said_after
    if code not in ((1,) if copies else (due,)):
        yield f"a wrong exit code: {code}, not {1 if copies else due}; {said[-300:]}"
    if any("".join(str(path).split()) not in "".join(said.split()) for path in copies):
        yield f"a copy not named: {said[-300:]}"
    if "Traceback" in room.sitting.written or "a fault of its own" in " ".join(said.split()):
        logs = "".join(path.read_text() for path in home.rglob("*.log"))
        yield f"a fault of its own: {logs[-900:]}"


def _names(path: Path) -> set[str]:
    if not path.exists():
        return set()
    return {name_in(entry) for entry in decisions_in(parse(read_bytes(path), path.name), path.name).decision}


def main() -> int:
    """The storm; 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    began = time.monotonic()
    found = storm(asked.times, asked.seed)
    put("".join(f"{sentence}\n" for sentence in found.bad))
    put("".join(f"{count:6} {what}\n" for what, count in sorted(found.counts.items())))
    put(f"{time.monotonic() - began:.0f} s, {len(found.bad)} bad\n")
    return 1 if found.bad else 0


if __name__ == "__main__":
    sys.exit(main())
