"""By hand: what every hostile file costs, each call in a process of its own.

`python -m tests.hostile.measure [--category NAME …] [--limit SECONDS] [--only PART] [--all]` prints a table by
category, and every call over half a second or 100 MiB more than the same call on a harmless folder, with all
complaints. With `--all` each item goes through every verb, also through those that read it as another one does.
Modules are loaded before the processes part, so that only the reading is counted.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

import scoring.criteria.examples
from maturity import cli
from maturity.cli import (
    check,
    counts_verb,
    doctor,
    export_verb,
    figures_verb,
    invite_verb,
    plain,
    plan_verb,
    profile_verb,
    report_verb,
    round_verbs,
)
from maturity.cli.console import put, say
from maturity.reports import html
from maturity.results import model
from tests.given.files import Outcome
from tests.hostile import field as subject
from tests.hostile.corpus import CATEGORIES, corpus
from tests.hostile.item import EVERYTHING, OF_EXPORTS, OF_RESULTS, Call, Hostile
from tests.hostile.place import Watch, calls, lay_out
from tests.hostile.running import answering
from tests.hostile.together import sound_folder, sound_results
from tests.hostile.watching import complaints

_LOADED: Final = (
    *(check, counts_verb, doctor, export_verb, figures_verb, invite_verb),
    *(plain, plan_verb, profile_verb, report_verb, round_verbs),
    *(html, model, scoring.criteria.examples, cli),
)
_PLAIN: Final = ("A plain text.", "Another one", "Ada", "Ben")
SLOW: Final = 0.5
LARGE: Final = 100 * 1024
"""KiB."""
TALKATIVE: Final = 256 * 1024
AT_ONCE: Final = 2
_MOST_MEMORY: Final = 6 * 1024**3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one call took: seconds of the processor, KiB of memory at most, and what is wrong with it."""

    item: Hostile
    verb: str
    seconds: float
    memory: int
    wrong: tuple[str, ...]


@dataclass(slots=True)
class Trial:
    """An item in its place, with the calls that are left, and the one that runs."""

    item: Hostile
    place: Path
    watch: Watch
    left: list[tuple[str, Call]]
    verb: str = ""
    began: float = 0.0
    done: list[Cost] = field(default_factory=list)


def _process(work: Callable[[], int]) -> int:
    """Starts a process that does this work and ends with its exit code, and returns its id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        code = work()
    finally:
        error = sys.exception()
        if isinstance(error, SystemExit):
            code = error.code if isinstance(error.code, int) else 1
        elif error is not None:
            traceback.print_exc()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _call(arguments: Call, place: Path) -> int:
    """What a process does: the command, with everything it says in files."""
    os.setsid()
    os.chdir(place)
    resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    for number, name in enumerate(("in", "said", "messages")):
        opened = os.open(place.parent / name, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
        os.dup2(opened, number)
    sys.stdin, sys.stdout, sys.stderr = (os.fdopen(number, mode) for number, mode in enumerate(("r", "w", "w")))
    with answering(arguments):
        return cli.main(arguments)


def _lay_out(place: Path, item: Hostile) -> int:
    place.mkdir()
    lay_out(place, item)
    return 0


class Measuring:
    """Runs the calls of all items, some at once, and gathers what they cost."""

    def __init__(self, root: Path, limit: float) -> None:
        self.root = root
        self.limit = limit
        self.harmless: dict[tuple[bool, str], tuple[float, int]] = {}
        self.running: dict[int, Trial] = {}
        self.number = 0

    def begin(self, item: Hostile) -> Trial | None:
        """Lays an item out, in a process of its own: items are large. None where the system cannot hold it."""
        self.number += 1
        place = self.root / str(self.number) / "place"
        place.parent.mkdir()
        _, status = os.waitpid(_process(partial(_lay_out, place, item)), 0)
        if status:
            say(f"{item}: cannot be laid out")
            return None
        return Trial(item, place, Watch(place, item), list(calls(place, item)))

    def start(self, trial: Trial) -> None:
        trial.verb, arguments = trial.left.pop(0)
        trial.began = time.monotonic()
        self.running[_process(partial(_call, arguments, trial.place))] = trial

    def wait(self) -> Trial:
        """The trial whose call ended first, with its cost added; a call over its limit is ended."""
        while True:
            for pid, trial in self.running.items():
                done, status, used = os.wait4(pid, os.WNOHANG)
                if done:
                    del self.running[pid]
                    self._note(trial, status, used)
                    return trial
                # On a machine that others use as well, time passes faster than the processor works.
                if time.monotonic() - trial.began > 4 * self.limit or _seconds_of(pid) > self.limit:
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.005)

    def _note(self, trial: Trial, status: int, used: resource.struct_rusage) -> None:
        code = os.waitstatus_to_exitcode(status)
        said, messages = (_read(trial.place.parent / name) for name in ("said", "messages"))
        wrong = [f"ended after {self.limit:.0f} s"] if code == -signal.SIGKILL else []
        if not wrong:
            wrong = list(complaints(trial.item, Outcome(code, said, messages)))
        wrong += trial.watch.complaints(trial.verb)
        if not trial.left:
            wrong += trial.watch.of_documents()
        if len(said) + len(messages) > TALKATIVE:
            wrong.append(f"says {(len(said) + len(messages)) // 1024} KiB")
        seconds, memory = self.harmless.get((trial.item.is_questionnaire, trial.verb), (0.0, 0))
        spent = used.ru_utime + used.ru_stime - seconds
        trial.done.append(Cost(trial.item, trial.verb, spent, used.ru_maxrss - memory, tuple(wrong)))
        if code == -signal.SIGKILL:
            trial.left.clear()

    def learn(self) -> None:
        """What every verb costs on a harmless folder."""
        for item in (
            Hostile("harmless", "folder", partial(sound_folder, _PLAIN), verbs=EVERYTHING),
            Hostile("harmless", "results", partial(sound_results, _PLAIN), verbs=OF_RESULTS),
            Hostile("harmless", "own", subject.questionnaire_files, verbs=EVERYTHING, is_questionnaire=True),
        ):
            found = self._all_of(item)
            for cost in found:
                assert not cost.wrong, (str(item), cost.verb, cost.wrong)
                self.harmless[item.is_questionnaire, cost.verb] = (cost.seconds, cost.memory)

    def _all_of(self, item: Hostile) -> list[Cost]:
        trial = self.begin(item)
        assert trial is not None
        while trial.left:
            self.start(trial)
            self.wait()
        return trial.done

    def measure(self, items: list[Hostile]) -> Iterator[Cost]:
        """The costs of all calls, as they become known."""
        waiting = iter(items)
        while True:
            while len(self.running) < AT_ONCE and (item := next(waiting, None)) is not None:
                if (trial := self.begin(item)) is not None and trial.left:
                    self.start(trial)
            if not self.running:
                return
            trial = self.wait()
            if trial.left:
                self.start(trial)
                continue
            yield from trial.done
            for cost in trial.done:
                if cost.seconds > SLOW or cost.memory > LARGE or cost.wrong:
                    say(_line(cost))


def _seconds_of(pid: int) -> float:
    """Seconds of the processor that a process has used so far; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""


def _line(cost: Cost) -> str:
    wrong = (
        f"  {cost.wrong[0][:150]!s}{f' and {len(cost.wrong) - 1} more' if cost.wrong[1:] else ''}" if cost.wrong else ""
    )
    return f"{cost.seconds:7.2f} s {cost.memory / 1024:7.0f} MiB  {cost.item}, {cost.verb}{wrong}"


def _sort(wrong: str) -> str:
    """The kind of a complaint."""
    for word in ("forged", "traceback", "wrote outside", "ended after", "changed", "says", "neither"):
        if word in wrong:
            return word
    return "steers" if " with U+" in wrong else "other"


def table(costs: list[Cost]) -> Iterator[str]:
    """A line for each category."""
    by_category: defaultdict[str, list[Cost]] = defaultdict(list)
    for cost in costs:
        by_category[cost.item.category].append(cost)
    yield f"{'category':<18}{'items':>6}{'calls':>6}  {'slowest':>9} {'most':>9}  complaints"
    for category in CATEGORIES:
        if not (found := by_category[category]):
            continue
        slowest, largest = max(cost.seconds for cost in found), max(cost.memory for cost in found)
        sorts = sorted({(_sort(wrong), str(cost.item)) for cost in found for wrong in cost.wrong})
        counted = {sort: sum(one == sort for one, _ in sorts) for sort, _ in sorts}
        slow = len({str(cost.item) for cost in found if cost.seconds > SLOW})
        large = len({str(cost.item) for cost in found if cost.memory > LARGE})
        counted |= {name: count for name, count in (("slow", slow), ("large", large)) if count}
        said = ", ".join(f"{count} {sort}" for sort, count in counted.items()) or "none"
        items = len({str(cost.item) for cost in found})
        yield f"{category:<18}{items:>6}{len(found):>6}  {slowest:7.2f} s {largest / 1024:5.0f} MiB  {said}"


def _all_verbs(item: Hostile) -> tuple[str, ...]:
    """Those that read results first: who answers changes the folder, and comes last."""
    of_results = OF_RESULTS if "results.toml" in item.files() else ()
    return tuple(dict.fromkeys((*of_results, *OF_EXPORTS, *EVERYTHING)))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--category", action="append", default=[], choices=CATEGORIES)
    options.add_argument("--only", default="", help="only items with this in their name")
    options.add_argument("--all", action="store_true", help="every verb on every item")
    options.add_argument("--limit", type=float, default=20.0, help="seconds of the processor for one call")
    chosen = options.parse_args()
    subject.questionnaire(), subject.results_text(), subject.tally_text()
    items = [
        item
        for item in corpus()
        if (not chosen.category or item.category in chosen.category) and chosen.only in item.name
    ]
    if chosen.all:
        items = [replace(item, verbs=_all_verbs(item)) for item in items]
    with tempfile.TemporaryDirectory() as root:
        os.environ.update(HOME=f"{root}/home", MATURITY_WORKSPACE=f"{root}/workspace")
        measuring = Measuring(Path(root), chosen.limit)
        measuring.learn()
        costs = list(measuring.measure(items))
    put("\n".join(table(costs)) + "\n")
    return 1 if any(cost.wrong or cost.seconds > SLOW or cost.memory > LARGE for cost in costs) else 0


if __name__ == "__main__":
    sys.exit(main())
