"""All benchmarks in one table: `python -m uv run python -m tests.benchmarks`, with `--only start,verbs` some of them.

Each module runs in a process of its own, one after the other, so that none finds loaded, cached or patched what another
has left. Nothing here is asserted in the test suite; whoever exceeds a limit is named, and the end is 1.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Final

from tests.benchmarks.table import Row, markdown, rows_of, text

MODULES: Final = {
    "start": "starting, until something can be done",
    "verbs": "commands of the shell",
    "keys": "a key, until it is drawn",
    "what_if": "what would follow, before it is drawn",
    "reading": "a folder that is read while the app is in use",
    "many": "up to 10,000 files, and up to seven teams",
    "speed": "scoring, a step at a time",
    "alpha": "Krippendorff's alpha",
}
"""In the order of the table."""


def measured(module: str) -> list[Row]:
    """What a module measures, in a process of its own; where that ends in an error, a row says so."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        done = alone.submit(rows_of, module)
        failed = done.exception()
    if failed is None:
        return done.result()
    said = " ".join(str(failed).split())[:80]
    return [Row(f"{module}: not measured", "", "", None, None, f"{type(failed).__name__}: {said}")]


def chosen(words: str) -> list[str]:
    """The modules that were asked for, in the order of the table."""
    names = {word.strip().replace("-", "_") for word in words.split(",")}
    if unknown := sorted(names - set(MODULES)):
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)} is not among {', '.join(MODULES)}")
    return [name for name in MODULES if name in names]


def arguments() -> argparse.Namespace:
    """What was asked for on the command line."""
    what = "\n".join(f"  {name:<9}{words}" for name, words in MODULES.items())
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks",
        description=f"How long things take, as ratios to something bare in the same run:\n{what}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--only", type=chosen, default=list(MODULES), metavar="NAMES", help="some, as in start,verbs")
    parser.add_argument("--markdown", action="store_true", help="the table for a page")
    return parser.parse_args()


def main() -> int:
    """Prints the table when everything has been measured; who waits is told on standard error what runs."""
    asked = arguments()
    rows: list[Row] = []
    for module in asked.only:
        sys.stderr.write(f"{module}: {MODULES[module]} …\n")
        rows += measured(module)
    sys.stdout.write(markdown(rows) if asked.markdown else text(rows))
    return 1 if any(row.held == "NO" or row.ratio is None for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
