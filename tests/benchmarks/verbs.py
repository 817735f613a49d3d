"""What the short verbs of the command line cost, in runs of bare Python: `python -m tests.benchmarks.verbs`.

Each is a process of its own, begun in turn with the others, so that a busy machine is as busy for all of them. Counted
is the time of the processor, not of the clock: the median of eleven runs, the first one left out. Byte-compiled
files are kept in a folder of their own; where they are not written at all, everything is compiled each time.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from maturity.files.examples import write_examples

RUNS: Final = 11
YARDSTICK: Final = "× bare Python"
LIMITS: Final = {"maturity --version": 3.0, "compare the example": 18.0}

_MATURITY: Final = "import sys; from maturity.cli import run; run()"
"""What the command does that an installation writes."""


def verbs(folder: Path) -> dict[str, list[str]]:
    """Each verb with its arguments, on the example in that folder."""
    answers, actuals, results = str(folder / "answers"), str(folder / "actuals.toml"), str(folder / "results.toml")
    return {
        "maturity --version": ["--version"],
        "compare the example": ["compare", answers],
        "check the example": ["check", answers],
        "gate on the example": ["gate", actuals, answers],
        "export the example": ["export", answers, "-o", results],
    }


def processor_time(arguments: Sequence[str], environment: Mapping[str, str]) -> float:
    """Seconds that a process takes of the processor, until it has ended."""
    process = subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


def measured(runs: int = RUNS) -> dict[str, float]:
    """By verb, its time in runs of bare Python."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_examples(folder / "answers")
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        template = ["-c", _MATURITY, "gate", str(folder / "actuals.toml"), str(folder / "answers"), "--template"]
        processor_time(template, environment)
        asked = {"": ["-c", "pass"], **{verb: ["-c", _MATURITY, *rest] for verb, rest in verbs(folder).items()}}
        times: dict[str, list[float]] = {verb: [] for verb in asked}
        for _ in range(runs + 1):
            for verb, arguments in asked.items():
                times[verb].append(processor_time(arguments, environment))
    medians = {verb: statistics.median(found[1:]) for verb, found in times.items()}
    return {verb: found / medians[""] for verb, found in medians.items() if verb}


def rows() -> Iterator[tuple[str, float, float | None, str]]:
    """What was measured, its ratio, the limit where one is set, and what it is a ratio to."""
    for verb, ratio in measured().items():
        yield verb, ratio, LIMITS.get(verb), YARDSTICK


def main() -> None:
    for name, ratio, limit, unit in rows():
        aim = f"   at most {limit:g}" if limit else ""
        sys.stdout.write(f"{name:<24}{ratio:>7.1f} {unit}{aim}\n")


if __name__ == "__main__":
    main()
