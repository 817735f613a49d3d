"""By hand: the loaders, and what the first screen says, under a fuzzer that sees which lines a file reaches.

`pip install atheris` (on Linux, Python 3.11 to 3.13), then `python -m tests.hostile.fuzz LOADER [--runs 100000]
[--corpus DIR]`, or without a loader for each in turn. Half of the files are sound ones with a few things changed, the
others any bytes. Whatever a loader raises but InvalidFile ends it with the file that caused it, and so do half a
second of the processor and 100 MiB for one file. What goes a way of its own is kept in the corpus; what is worth
keeping for good belongs to `tests/hostile/seeds/LOADER`. Of `heads` it is also an end where the first screen says of a
response what reading does not say.
"""

from __future__ import annotations

import argparse
import importlib
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Final

HEADS: Final = "heads"
SLOW: Final = 0.5
LARGE: Final = 100 * 1024
"""KiB."""
_LONGEST: Final = 20_000
"""Bytes of one file."""
_INSTRUMENTED: Final = [
    "questionnaires",
    "maturity.files",
    "maturity.results",
    "maturity.app.keys",
    "scoring.decisions",
]


def _fuzz(name: str, runs: int, corpus: Path, seed: int) -> None:
    atheris: Any = importlib.import_module("atheris")  # which nobody else needs

    with atheris.instrument_imports(include=_INSTRUMENTED):
        from tests.hostile import heads, loaders
    from tests.hostile.mutations import mutated

    if name == HEADS:
        complaints: Callable[[bytes], Iterable[str]] = heads.complaints
        sound = list(heads.sound())
    else:
        complaints = partial(loaders.complaints, name)
        sound = [data.decode() for data in loaders.seeds(name)]
    counted = {"runs": 0, "used": 0, "slowest": 0.0}

    def try_one(data: bytes) -> None:
        before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
        found = list(complaints(data))
        took = time.process_time() - began
        more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
        counted["runs"] += 1
        counted["slowest"] = max(counted["slowest"], took)
        assert not found, found
        assert took < SLOW, f"took {took:.2f} s"
        assert more < LARGE, f"took {more // 1024} MiB"

    def change(data: bytes, most: int, chosen: int) -> bytes:
        chance = random.Random(chosen)
        if chance.random() < 0.5:
            return bytes(atheris.Mutate(data, most))
        text = chance.choice(sound) if chance.random() < 0.2 else data.decode(errors="replace")
        changes = [
            (chance.getrandbits(16), chance.getrandbits(16), chance.getrandbits(16))
            for _ in range(chance.choice((1, 1, 2, 4)))
        ]
        return mutated(text, changes).encode()[:most]

    for number, text in enumerate(sound):
        (corpus / f"sound-{number}").write_text(text, "utf-8")
    arguments = [
        f"-runs={runs}",
        f"-seed={seed}",
        f"-max_len={_LONGEST}",
        "-timeout=5",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
    ]
    atheris.Setup(
        [sys.argv[0], *arguments, f"-artifact_prefix={corpus.parent}/{name}-", str(corpus)],
        try_one,
        custom_mutator=change,
    )
    atheris.Fuzz()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("loader", nargs="?", default="")
    options.add_argument("--runs", type=int, default=115_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--corpus", type=Path, default=None)
    chosen = options.parse_args()
    if chosen.loader:
        corpus = (chosen.corpus or Path(tempfile.mkdtemp(prefix="maturity-fuzz-"))) / chosen.loader
        corpus.mkdir(parents=True, exist_ok=True)
        _fuzz(chosen.loader, chosen.runs, corpus, chosen.seed)
        return 0
    from tests.hostile.loaders import LOADERS

    root = chosen.corpus or Path(tempfile.mkdtemp(prefix="maturity-fuzz-"))
    more = ["--runs", str(chosen.runs), "--seed", str(chosen.seed), "--corpus", str(root)]
    codes: dict[str, Any] = {}
    for name in (*LOADERS, HEADS):
        codes[name] = subprocess.run([sys.executable, "-m", "tests.hostile.fuzz", name, *more], check=False).returncode
    return 1 if any(codes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
