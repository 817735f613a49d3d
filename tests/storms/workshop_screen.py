"""By hand: rooms decide at real screens that are killed at random moments, and nothing that was called saved is lost.

`python -m tests.storms.workshop_screen [--kills 100] [--seed 0] [--screens 1]` starts `maturity workshop` in a terminal
of 80 by 24, presses keys as a room does, reads the screen, and kills it: at any moment, or just when Enter saves. Then
the file has to be sound, with every byte that stood in it and everything that the screen called decided or taken back;
and the next one, on the same folder, has to go on there. With `--screens 2` two facilitators work on one folder.
"""

from __future__ import annotations

import argparse
import io
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer
from typing import Final

from maturity import clock
from maturity.cli import main as maturity
from maturity.cli.console import put
from maturity.cli.exit_codes import Exit
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.examples import write_examples
from maturity.files.workspace import Workspace
from maturity.rounds.room import Room
from maturity.rounds.workshop import Workshop
from questionnaires import InvalidFile, builtin, parse
from questionnaires.decisions import Decision, Status, decisions_in
from tests.storms.facilitator import LIST, Facilitator, marked
from tests.storms.sitting import Sitting

SIZE: Final = (80, 24)
KILLS_OF_ONE_FOLDER: Final = 10
_LONGEST: Final = 8.0
"""Seconds of a workshop until the kill."""
_WHILE_SAVING: Final = 0.3
"""Seconds after the Enter that saves."""
_HALF: Final = 0.5


@dataclass
class Found:
    """What was seen: counts, and in words what was bad."""

    counts: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)

    def fault(self, what: str, said: str) -> None:
        self.counts[what] += 1
        self.bad.append(f"{what}: {said}")


class Hurried(Facilitator):
    """Is killed at a save: soon after the Enter of the so manieth."""

    saves_left = 0

    def step(self) -> None:
        if "Enter saves it" in self.sitting.text or "Until when?" in self.sitting.text:
            self.saves_left -= 1
            if not self.saves_left:
                doom(self.sitting, self.chance.random() * _WHILE_SAVING)
                self.sitting.press("enter")
        super().step()


def doom(sitting: Sitting, seconds: float) -> None:
    """Kills it after so long, whatever it does."""
    timer = Timer(seconds, sitting.process.kill)
    timer.daemon = True
    timer.start()


def storm(kills: int, seed: int, screens: int) -> Found:
    """So many kills, a few of each folder."""
    found, chance = Found(), random.Random(seed)
    place = Path(tempfile.mkdtemp(prefix="maturity-screens-"))
    try:
        for number in range(kills):
            folder = place / str(number // KILLS_OF_ONE_FOLDER) / "answers"
            if number % KILLS_OF_ONE_FOLDER == 0:
                write_examples(folder)
            kill_once(folder, number, screens, chance, found)
    finally:
        shutil.rmtree(place)
    return found


def kill_once(folder: Path, number: int, screens: int, chance: random.Random, found: Found) -> None:
    """Lets facilitators work at their screens, kills each, and holds what was on the screens against the file."""
    path = folder / DECISIONS_NAME
    before = path.read_bytes() if path.exists() else b""
    due = resumed(folder)
    with ExitStack() as stack:
        sittings = [stack.enter_context(opened(folder, letter)) for letter in "abcdef"[:screens]]
        leaders = [
            Hurried(sitting, f"{number}{letter}", chance.randrange(1 << 30))
            for sitting, letter in zip(sittings, "abcdef", strict=False)
        ]
        for one in leaders:
            one.sitting.read_until(LIST.pattern)
            if screens == 1 and one.is_there:
                judge_start(one, due, found)
            if chance.random() < _HALF:
                one.saves_left = chance.randint(1, 4)
            doom(one.sitting, (1 if not one.saves_left else 3) * _LONGEST * (0.05 + chance.random()))
        with ThreadPoolExecutor(screens) as pool:
            list(pool.map(Hurried.lead, leaders))
    for one in leaders:
        judge_end(one, found)
    judge(folder, before, leaders, found)


def opened(folder: Path, letter: str) -> Sitting:
    """The app on a folder, for somebody with a home of their own."""
    place = folder.parent / letter
    place.mkdir(exist_ok=True)
    return Sitting(place, ["workshop", str(folder)], size=SIZE)


def resumed(folder: Path) -> tuple[int, int]:
    """How many items are done by the files, and the number of the one at which to go on; 0 where none is open."""
    room = Room(Workshop.open(Workspace(folder, builtin()), None, clock.today()))
    item = room.workshop.item(room.next_open())
    return sum(one.is_done for one in room.workshop.items), item.number if item else 0


def judge_start(one: Facilitator, due: tuple[int, int], found: Found) -> None:
    """The list has to go on where the file is."""
    top = LIST.search(one.sitting.screen.rows[0])
    shown = int(top[1]) if top else None, marked(one.sitting.text) or 0
    if shown == due:
        found.counts["resumed where the file was"] += 1
    else:
        found.fault("resumed elsewhere", f"{shown}, not {due}:\n{one.sitting.text}")


def judge_end(one: Facilitator, found: Found) -> None:
    """It was killed, and did not end by itself."""
    found.counts["kills"] += 1
    found.counts += one.seen
    if one.sitting.process.returncode != -9:
        logs = "".join(path.read_text("utf-8") for path in one.sitting.place.rglob("last-fault.log"))
        found.fault("ended by itself", f"{one.sitting.process.returncode}, {one.sitting.said_after[-200:]}{logs}")


def judge(folder: Path, before: bytes, leaders: Collection[Facilitator], found: Found) -> None:
    """What was said, against what is in the file."""
    path = folder / DECISIONS_NAME
    data = path.read_bytes() if path.exists() else b""
    if not data.startswith(before):
        found.fault("of earlier sittings, lost", f"{len(before)} bytes before, {len(data)} now")
    try:
        entries = decisions_in(parse(data, path.name), path.name).decision if data else ()
    except InvalidFile as error:
        found.fault("unsound", str(error))
        return
    there = {name_in(entry) for entry in entries}
    gone = {old for entry in entries if entry.status is Status.SUPERSEDED for old in entry.supersedes}
    taken = {name_in(entry) for entry in entries if entry.id in gone}
    for one in leaders:
        said, back = one.said, one.taken_back
        found.counts["said saved"] += len(said.keys() & set(one.typed))
        found.counts["said taken back"] += len(back)
        found.counts["saved, not said any more"] += len(there & set(one.typed) - said.keys())
        for name in sorted(said.keys() - there):
            found.fault("said saved, lost", f"{name}, said on\n{said[name]}")
        for name in sorted(back.keys() - taken):
            listed = "\n".join(f"{one.id} {one.status} {name_in(one)} {' '.join(one.supersedes)}" for one in entries)
            found.fault("said taken back, lost", f"{name}, said on\n{back[name]}\n{listed}")
    found.counts["temporary files left"] += len(list(folder.glob(".*maturity-tmp")))
    judge_check(folder, found)


def judge_check(folder: Path, found: Found) -> None:
    """`maturity check` finds nothing wrong; that two decided the same at once it names, with a code of its own."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = maturity(["check", str(folder)])
    if code == Exit.CONFLICT:
        found.counts["folders with decisions at odds"] += 1
    elif code != Exit.FINE:
        found.fault("unsound", f"check ends with {code}: {said.getvalue()[-600:]}")


def name_in(entry: Decision) -> str:
    """The name that somebody typed for it."""
    return (entry.next_step.what.removeprefix("Ask ") if entry.next_step else entry.decider) or ""


BAD: Final = (
    "said saved, lost",
    "said taken back, lost",
    "of earlier sittings, lost",
    "unsound",
    "resumed elsewhere",
    "ended by itself",
)


def main() -> int:
    """The storm; 1 where anything that was said to be saved is lost, or anything else is bad, or nothing was said."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--screens", type=int, default=1, choices=(1, 2, 3))
    asked = parser.parse_args()
    began = time.monotonic()
    found = storm(asked.kills, asked.seed, asked.screens)
    put("".join(f"{sentence}\n" for sentence in found.bad))
    put("".join(f"{found.counts[what]:6} {what}\n" for what in sorted(set(found.counts) - set(BAD))))
    put("".join(f"{found.counts[what]:6} {what}\n" for what in BAD))
    put(f"{time.monotonic() - began:.0f} s\n")
    return 1 if found.bad or not found.counts["said saved"] else 0


if __name__ == "__main__":
    sys.exit(main())
