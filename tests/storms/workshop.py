"""A room decides while its program is killed at random moments: `python -m tests.storms.workshop`.

A child process walks a workshop and says of each decision that is saved; it is killed without warning, a hundred times.
Whatever was said to be saved has to be in the file afterwards, and the file has to read without a fault.
"""

from __future__ import annotations

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Final

from maturity import clock
from maturity.files.decisions_file import DECISIONS_NAME
from maturity.files.examples import examples
from maturity.files.workspace import Workspace, file_name, to_bytes
from maturity.rounds.workshop import NothingToUndoError, Workshop
from maturity.rounds.workshop_entries import RefusedError
from questionnaires import InvalidFile, builtin, parse
from questionnaires.decisions import Decision, decisions_in
from tests.given.decided import outcomes
from tests.storms.sitting import ROOT

KILLS: Final = 100
FOLDERS: Final = 10
"""Each is come back to again and again, so that entries of many kills lie in one file."""
_LONGEST: Final = 1.0
"""Seconds after the first decision."""


def walk(folder: Path, seed: int) -> None:
    """The child: decides, parks and takes back for ever, and says of each entry that is saved."""
    chance = random.Random(seed)
    workshop = Workshop.open(Workspace(folder, builtin()), None, clock.today())
    while True:
        known = {entry.id for entry in workshop.gathered.entries}
        try:
            workshop = _step(workshop, chance)
        except (RefusedError, NothingToUndoError):
            continue
        for name in sorted({entry.id for entry in workshop.gathered.entries} - known):
            sys.stdout.write(f"{name}\n")
        sys.stdout.flush()


def _step(workshop: Workshop, chance: random.Random) -> Workshop:
    draw = chance.random()
    if draw < 0.2:
        return workshop.undo()
    item = chance.choice(workshop.items)
    facet = chance.choice(workshop.facets(item.question))
    if draw < 0.4:
        return workshop.park(item.question, facet, "Ask whoever was not here.", "Ben")
    question = workshop.questionnaire.question_by_id[item.question]
    can = [one.model_copy(update={"by": None}) for one in outcomes(workshop.questionnaire, question, facet)]
    return workshop.decide(item.question, facet, chance.choice(can), "Anna Berg", because="It was said in the room.")


def written(folder: Path) -> tuple[Decision, ...]:
    """What is in the file; nothing where there is none yet. Raises InvalidFile where it cannot be read."""
    path = folder / DECISIONS_NAME
    return decisions_in(parse(path.read_bytes(), path.name), path.name).decision if path.exists() else ()


def kill_once(folder: Path, seed: int, seen: Counter[str]) -> None:
    """Lets a child decide for a random time, kills it, and holds what it said against the file."""
    chance = random.Random(seed)
    before = {entry.id for entry in written(folder)}
    command = [sys.executable, "-m", "tests.storms.workshop", "--walk", str(folder), "--seed", str(seed)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    first = child.stdout.readline()
    time.sleep(chance.random() * _LONGEST)
    child.send_signal(signal.SIGKILL)
    rest, trouble = child.communicate()
    said = {line for line in (first + rest).splitlines(keepends=True) if line.endswith("\n")}
    reported = {line.strip() for line in said}
    if child.returncode != -signal.SIGKILL:
        seen["ended by itself"] += 1
        sys.stderr.write(trouble[-500:])
    judge(folder, before, reported, seen)


def judge(folder: Path, before: set[str], reported: set[str], seen: Counter[str]) -> None:
    """Counts what of all this is in the file, and what is not."""
    try:
        there = {entry.id for entry in written(folder)}
    except InvalidFile as error:
        seen["unreadable"] += 1
        sys.stderr.write(f"{error}\n")
        return
    seen["kills"] += 1
    seen["decided and reported"] += len(reported)
    seen["decided and reported, lost"] += len(reported - there)
    seen["of earlier sittings, lost"] += len(before - there)
    seen["saved, not reported any more"] += len(there - before - reported)
    faults = Workspace(folder, builtin()).read()
    seen["faults"] += len(faults.faults) + len(faults.conflicts)


def main() -> int:
    """The storm; 1 where anything that was said to be saved is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walk", type=Path, help="what the child does: this folder, for ever")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=KILLS)
    asked = parser.parse_args()
    if asked.walk is not None:
        walk(asked.walk, asked.seed)
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory(prefix="maturity-workshop-") as place:
        folders = [Path(place) / str(number) for number in range(min(FOLDERS, asked.kills))]
        for folder in folders:
            folder.mkdir()
            for response in examples():
                (folder / file_name(response)).write_bytes(to_bytes(response))
        for number in range(asked.kills):
            kill_once(folders[number % len(folders)], asked.seed + number, seen)
    for what, count in seen.items():
        sys.stdout.write(f"{what:<32}{count:>6}\n")
    lost = seen["decided and reported, lost"] + seen["of earlier sittings, lost"] + seen["unreadable"]
    return int(bool(lost or seen["faults"] or seen["ended by itself"]))


if __name__ == "__main__":
    sys.exit(main())
