"""By hand: a person answers in a real terminal, and it ends: by kills, signals and keys, on disks good and bad.

`python -m tests.storms.disk kills [--times 200]` kills the app at random moments. `… endings` goes through every other
way to end, on a good disk and on one that refuses everything. `… faults [--all]` lets each call fail with each error,
at several rates, each with one of the endings, or with all. `--code FOLDER` runs the code of another folder.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from questionnaires import builtin
from tests.storms.endings import ENDINGS
from tests.storms.one_storm import weather
from tests.storms.plan import BAD, Storm
from tests.storms.sitting import ROOT

CALLS: Final = ("open", "read", "write", "fsync", "replace", "stat", "scandir", "unlink", "all")
ERRORS: Final = ("ENOSPC", "EACCES", "EIO", "WIN5", "WIN32", "WIN33")
RATES: Final = (
    {"STORM_EVERY": "1"},
    {"STORM_EVERY": "2"},
    {"STORM_EVERY": "3"},
    {"STORM_EVERY": "7"},
    {"STORM_FROM": "4", "STORM_SECONDS": "1.5"},
)
AT_ONCE: Final = 2


def kills(times: int) -> Iterator[Storm]:
    yield from (Storm(seed, "kill") for seed in range(times))


def endings(times: int) -> Iterator[Storm]:
    """Every ending but the kill, on a good disk, on a full one, and on one that holds the file as Windows does."""
    refusing = {"STORM_CALLS": "open,write,replace,fsync", "STORM_EVERY": "1"}
    for seed, (ending, error) in enumerate(itertools.product(ENDINGS, ("", "ENOSPC", "WIN32"))):
        if ending != "kill":
            faults = {**refusing, "STORM_ERROR": error} if error else {}
            yield from (Storm(1000 * turn + seed, ending, faults) for turn in range(times))


def faults(*, every: bool) -> Iterator[Storm]:
    """Each call with each error at each rate: with one ending that the seed chooses, or with all of them."""
    for seed, (call, error, rate) in enumerate(itertools.product(CALLS, ERRORS, RATES)):
        chosen = list(ENDINGS) if every else [random.Random(seed).choice(list(ENDINGS))]
        for ending in chosen:
            yield Storm(seed, ending, {"STORM_CALLS": call, "STORM_ERROR": error, **rate}, seed % 5 == 4, seed % 4 == 1)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("part", choices=("kills", "endings", "faults"))
    options.add_argument("--times", type=int, default=0, help="kills, or turns of each ending")
    options.add_argument("--all", action="store_true", help="every fault with every ending")
    options.add_argument("--only", default="", help="only storms with this in their description")
    options.add_argument("--code", type=Path, default=ROOT, help="the folder whose code is run")
    chosen = options.parse_args()
    match chosen.part:
        case "kills":
            storms = list(kills(chosen.times or 200))
        case "endings":
            storms = list(endings(chosen.times or 2))
        case _:
            storms = list(faults(every=chosen.all))
    return _go_through([storm for storm in storms if chosen.only in str(storm)], chosen.code)


def _go_through(storms: list[Storm], code: Path) -> int:
    began, counts = time.monotonic(), Counter[str]()
    questionnaire = builtin()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for storm, seen in zip(storms, pool.map(lambda one: weather(one, questionnaire, code), storms), strict=True):
            counts += seen.counts
            for _, sentences in itertools.groupby(seen.bad, lambda sentence: sentence.partition(":")[0]):
                alike = list(sentences)
                more = f" (and {len(alike) - 1} more like it)" if alike[1:] else ""
                put(f"{storm}: {alike[0][:400]}{more}\n")
            sys.stdout.flush()
    put(f"{len(storms)} storms in {time.monotonic() - began:.0f} s.\n")
    put("".join(f"{counts[what]:6} {what}\n" for what in [*(w for w in sorted(counts) if w not in BAD), *BAD]))
    return 1 if any(counts[what] for what in BAD) else 0


if __name__ == "__main__":
    sys.exit(main())
