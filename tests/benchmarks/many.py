"""How ten thousand responses are compared: `python -m uv run python -m tests.benchmarks.many [FILES ...]`.

The yardstick is bare `tomllib` over the same files in one process, in the same run: measured on 500 of them and scaled
to all, in turns with what is measured, the medians of three. What `compare` costs is the processor time of a whole
process with all that it starts, so that others on the machine hardly matter. Nothing is asserted in the test suite.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from questionnaires import Questionnaire, builtin
from tests.benchmarks.reading import fill
from tests.benchmarks.table import Row, duration, text

SIZES: Final = (10, 100, 1_000, 10_000)
TEAMS: Final = (2, 3, 4, 5, 6, 7)
OF_TEAMS: Final = 1_000
"""Files of each number of teams."""
SAMPLE: Final = 500
RUNS: Final = 3
LIMIT: Final = 0.25
LIMIT_BY_THE_CLOCK: Final = 0.15
MOST_MIB: Final = 150
WHOLE: Final = 10_000
"""Files for which the limits are meant; fewer pay the same for starting."""

_BARE: Final = """
import sys, time, tomllib
names = sys.stdin.read().splitlines()
processor, clock = time.process_time(), time.perf_counter()
for name in names:
    with open(name, "rb") as file:
        tomllib.load(file)
print(time.process_time() - processor, time.perf_counter() - clock)
"""
_COMPARED: Final = """
import resource, subprocess, sys, time
clock = time.perf_counter()
subprocess.run([sys.executable, "-m", "maturity", "compare", sys.argv[1]], stdout=subprocess.DEVNULL, check=True)
clock, used = time.perf_counter() - clock, resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, clock, used.ru_maxrss)
"""
_UNIT: Final = 1024**2 if sys.platform == "darwin" else 1024


class Cost(NamedTuple):
    """Seconds of processor time and by the clock, and the most memory that was held, in MiB."""

    processor: float
    clock: float
    peak: float = 0.0


def bare(files: list[Path]) -> Cost:
    """What `tomllib` alone takes for these files; of many it is asked about 500, spread over all."""
    some = files[:: max(1, len(files) // SAMPLE)][:SAMPLE]
    done = _python(_BARE, given="\n".join(map(str, some)))
    processor, clock = (float(seconds) * len(files) / len(some) for seconds in done.split())
    return Cost(processor, clock)


def compared(folder: Path) -> Cost:
    """What `maturity compare` takes for a folder, in a process of its own."""
    processor, clock, peak = map(float, _python(_COMPARED, str(folder)).split())
    return Cost(processor, clock, peak / _UNIT)


def _python(code: str, *arguments: str, given: str = "") -> str:
    call = [sys.executable, "-c", code, *arguments]
    # As installed: nothing is compiled but the first time.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    kept["PYTHONPYCACHEPREFIX"] = str(Path(tempfile.gettempdir()) / "maturity-benchmarks")
    return subprocess.run(call, input=given, capture_output=True, text=True, check=True, env=kept).stdout


def _middle(costs: list[Cost]) -> Cost:
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


def of_folder(name: str, questionnaire: Questionnaire, files: int) -> Iterator[Row]:
    """The rows of so many full responses, of all teams of the questionnaire."""
    with tempfile.TemporaryDirectory() as folder:
        fill(Path(folder), questionnaire, files)
        written = sorted(Path(folder).iterdir())
        taken = [(bare(written), compared(Path(folder))) for _ in range(RUNS)]
    yardstick, cost = _middle([one for one, _ in taken]), _middle([one for _, one in taken])
    limits = (LIMIT, LIMIT_BY_THE_CLOCK, 1.0) if files == WHOLE else (None, None, None)
    note = f"{duration(cost.processor / files)} a file"
    yield Row(name, duration(cost.processor), "bare tomllib", cost.processor / yardstick.processor, limits[0], note)
    clock = cost.clock / yardstick.clock
    yield Row(f"{name}, by the clock", duration(cost.clock), "bare tomllib by the clock", clock, limits[1])
    peak = f"{cost.peak:.0f} MiB"
    yield Row(f"{name}, memory", peak, f"{MOST_MIB} MiB", cost.peak / MOST_MIB, limits[2], "the peak")


def rows(sizes: tuple[int, ...] = SIZES, teams: tuple[int, ...] = TEAMS) -> Iterator[Row]:
    """Comparing more and more files, and those of more and more teams."""
    questionnaire = builtin()
    for files in sizes:
        yield from of_folder(f"compare {files:,} files", questionnaire, files)
    for number in teams:
        some = questionnaire.model_copy(update={"teams": questionnaire.teams[:number]})
        yield from of_folder(f"compare {OF_TEAMS:,} files of {number} teams", some, OF_TEAMS)


def main() -> None:
    sizes = tuple(int(size) for size in sys.argv[1:])
    sys.stdout.write(text(rows(sizes, ()) if sizes else rows()))


if __name__ == "__main__":
    main()
