"""By hand: programs that add decisions are killed at random moments, and no decision that they called saved is lost.

`python -m tests.storms.decisions [--kills 100] [--seed 0] [--writers 2]` starts so many programs at once on one file,
each of which adds one decision after another as the app does and says which are saved; kills them; and holds what was
said against the file, which has to be sound. The next go on with what is there.
"""

from __future__ import annotations

import argparse
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.saving import sweep
from questionnaires import InvalidFile, parse, read_bytes
from questionnaires.decisions import decisions_in
from tests.storms.sitting import ROOT

ADDING: Final = """
import random, sys, time
from pathlib import Path
from maturity.files.decisions_file import DECISIONS_NAME, add_entries, new_id
from maturity.files.saving import HeldError
from tests.given.builders import small
from tests.given.decisions import decide
folder = Path(sys.argv[1])
while True:
    entry = decide(new_id(), "ownership.pause", owner="endpoint", because="It was talked about at length. " * 5)
    while True:
        try:
            add_entries(folder / DECISIONS_NAME, small(), [entry], within=folder)
            break
        except HeldError:
            time.sleep(random.random() * 0.01)
    print(entry.id, flush=True)
"""
_LONGEST: Final = 0.25
"""Seconds between the first decision that is saved and the kill, at most."""
_KILLS_OF_ONE_FILE: Final = 10
_PATIENCE: Final = 60.0


@dataclass
class Found:
    """What was seen: counts, and in words what was bad."""

    counts: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)


def storm(kills: int, seed: int, writers: int, adding: str = ADDING) -> Found:
    """So many kills of `writers` programs each, on files of which each stands several."""
    found, chance = Found(), random.Random(seed)
    for number in range(kills):
        if number % _KILLS_OF_ONE_FILE == 0:
            place = Path(tempfile.mkdtemp(prefix="maturity-decisions-"))
            saved: set[str] = set()
        said = [name for one in _killed(place / "answers", writers, adding, chance) for name in one]
        saved.update(said)
        found.counts["kills"] += writers
        found.counts["decisions said to be saved"] += len(said)
        _compare(place / "answers", saved, f"seed {seed}, kill {number}", found)
        if number % _KILLS_OF_ONE_FILE == _KILLS_OF_ONE_FILE - 1 or number == kills - 1:
            shutil.rmtree(place, ignore_errors=True)
    return found


def _killed(folder: Path, writers: int, adding: str, chance: random.Random) -> list[list[str]]:
    """What each program said before it was killed."""
    running = [
        subprocess.Popen([sys.executable, "-c", adding, str(folder)], stdout=subprocess.PIPE, cwd=ROOT, text=True)
        for _ in range(writers)
    ]
    said: list[list[str]] = []
    for one in running:
        assert one.stdout is not None
        said.append([one.stdout.readline().strip()])
    for one in chance.sample(running, len(running)):
        time.sleep(chance.random() * _LONGEST)
        one.send_signal(signal.SIGKILL)
    for one, lines in zip(running, said, strict=True):
        assert one.stdout is not None
        # Of a line that was cut off nobody was told.
        lines += [line.strip() for line in one.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        one.stdout.close()
        one.wait(_PATIENCE)
    return [[line for line in lines if line] for lines in said]


def _compare(folder: Path, saved: set[str], when: str, found: Found) -> None:
    """Holds what was said against the file."""
    path = folder / DECISIONS_NAME
    try:
        there = [one.id for one in decisions_in(parse(read_bytes(path), path.name), path.name).decision]
    except InvalidFile as error:
        found.counts["files that are not sound"] += 1
        found.bad.append(f"{when}: {error}")
        return
    lost = saved.difference(there)
    found.counts["lost"] += len(lost)
    found.counts["largest file, in decisions"] = max(found.counts["largest file, in decisions"], len(there))
    if lost:
        found.bad.append(f"{when}: lost {', '.join(sorted(lost)[:5])}")
    saved.update(there)  # what was saved without a word stays from now on as well
    found.counts["halves left behind, and swept"] += sum(one.suffix == ".maturity-tmp" for one in folder.iterdir())
    sweep(folder, time.time() + 3600)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=100)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--writers", type=int, default=1, help="programs that add at once, each of them killed")
    chosen = options.parse_args()
    began = time.monotonic()
    found = storm(chosen.kills, chosen.seed, chosen.writers)
    put("".join(f"{count:7}  {what}\n" for what, count in found.counts.items()))
    put("".join(f"{words}\n" for words in found.bad[:20]))
    put(f"{time.monotonic() - began:.0f} s; bad: {len(found.bad) or 'nothing'}\n")
    return 1 if found.bad else 0


if __name__ == "__main__":
    sys.exit(main())
