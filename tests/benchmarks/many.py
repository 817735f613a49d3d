"""How ten thousand responses are compared: `python -m uv run python -m tests.benchmarks.many [FILES ...]`.

The yardstick is bare `tomllib` over the same files in one process, in the same run: measured on 500 of them and scaled
to all. Processor time of whole processes, so that others on the machine hardly matter; the median of several. Nothing
here is asserted in the test suite.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from questionnaires import builtin
from tests.benchmarks.reading import fill
from tests.benchmarks.tables import Row

SIZES: Final = (10, 100, 1_000, 10_000)
TEAMS: Final = (2, 3, 4, 5, 6, 7)
OF_TEAMS: Final = 1_000
"""Files of each number of teams."""
SAMPLE: Final = 500
RUNS: Final = 3
LIMIT, LIMIT_OF_ALL_CORES, MOST_MIB = 0.25, 0.15, 150

_BARE: Final = """
import sys, time, tomllib
files = [line.rstrip() for line in sys.stdin]
begun = time.process_time()
for name in files:
    with open(name, "rb") as file:
        tomllib.load(file)
print(time.process_time() - begun)
"""
_PEAK: Final = """
import resource, subprocess, sys, time
begun = time.monotonic()
code = subprocess.run([sys.executable, "-m", "maturity", *sys.argv[1:]], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, used.ru_utime + used.ru_stime, time.monotonic() - begun, used.ru_maxrss)
"""


class Cost(NamedTuple):
    """What one process took: seconds of processor time and of waiting, and the most memory it held, in MiB."""

    processor: float
    wall: float
    peak: float


def bare(files: list[Path]) -> float:
    """Seconds of processor time that `tomllib` alone takes to read these files; of many, as of the first ones."""
    some = files[:: max(1, len(files) // SAMPLE)][:SAMPLE]
    names = "\n".join(map(str, some))
    done = subprocess.run([sys.executable, "-c", _BARE], input=names, capture_output=True, text=True, check=True)
    return float(done.stdout) * len(files) / len(some)


def cost(*arguments: str) -> Cost:
    """What `maturity` with these arguments costs, in a process of its own."""
    done = subprocess.run([sys.executable, "-c", _PEAK, *arguments], capture_output=True, text=True, check=True)
    code, processor, wall, peak = done.stdout.split()
    assert code == "0", done.stderr
    return Cost(float(processor), float(wall), float(peak) / (1 if sys.platform == "darwin" else 1024) / 1024 * 1024)


def compared(folder: Path) -> tuple[float, Cost]:
    """The yardstick, and what comparing costs, taken in turns."""
    files = sorted(folder.iterdir())
    taken = [(bare(files), cost("compare", str(folder))) for _ in range(RUNS)]
    middle = sorted((one for _, one in taken), key=lambda one: one.processor)[RUNS // 2]
    return statistics.median(yardstick for yardstick, _ in taken), middle


def rows(sizes: tuple[int, ...] = SIZES, teams: tuple[int, ...] = TEAMS) -> Iterator[Row]:
    """Comparing many files, and how that grows."""
    questionnaire = builtin()
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            fill(Path(name), questionnaire, size)
            yield from _of(f"compare {size:,} files", *compared(Path(name)), is_largest=size == max(sizes))
    for number in teams:
        with tempfile.TemporaryDirectory() as name:
            some = questionnaire.model_copy(update={"teams": questionnaire.teams[:number]})
            fill(Path(name), some, OF_TEAMS)
            yield from _of(f"compare {OF_TEAMS:,} files of {number} teams", *compared(Path(name)), is_largest=False)


def _of(name: str, yardstick: float, taken: Cost, *, is_largest: bool) -> Iterator[Row]:
    unit = "× bare tomllib, processor"
    yield Row(name, taken.processor / yardstick, LIMIT if is_largest else None, unit)
    yield Row(f"{name}, by the clock", taken.wall / yardstick, LIMIT_OF_ALL_CORES if is_largest else None, "× the same")
    yield Row(f"{name}, peak", taken.peak, MOST_MIB if is_largest else None, "MiB")


def main() -> None:
    sizes = tuple(int(size) for size in sys.argv[1:])
    begun = time.monotonic()
    for row in rows(sizes, ()) if sizes else rows():
        limit = "" if row.limit is None else f"at most {row.limit:g}"
        sys.stdout.write(f"{row.name:<52}{row.ratio:>9.3f} {row.unit:<28}{limit}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{time.monotonic() - begun:.0f} seconds\n")


if __name__ == "__main__":
    main()
