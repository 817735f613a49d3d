"""All benchmarks in one table: `python -m uv run python -m tests.benchmarks`, with `--only start,verbs` some of them.

Each module runs in a process of its own, one after the other, so that none finds loaded, cached or patched what another
has left. Nothing here is asserted in the test suite. Ends with 1 where a limit is exceeded, or a module with an error.
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from tests.benchmarks.table import Row, markdown, ratios_to_json, rows_of, text

MODULES: Final = {
    "start": "starting, until something can be done",
    "verbs": "commands of the shell",
    "keys": "a key, until it is drawn",
    "what_if": "what would follow, before it is drawn",
    "reading": "a folder that is read while the app is in use",
    "exports": "saved exports, read and counted",
    "many": "up to 10,000 files, and up to seven teams",
    "counting": "figures counted in saved exports",
    "speed": "scoring, a step at a time",
    "alpha": "Krippendorff's alpha",
}
"""In the order of the table."""


def measured(module: str) -> tuple[list[Row], bool]:
    """What a module measures, in a process of its own, and whether it got to the end; if not, the only row says why."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
        done = alone.submit(rows_of, module)
        failed = done.exception()
    if failed is None:
        return done.result(), True
    said = " ".join(str(failed).split())
    return [Row(f"{module}: not measured", "", "", None, None, f"{type(failed).__name__}: {said}")], False


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
    parser.add_argument("--save", type=Path, metavar="FILE", help="keep the ratios for a later run")
    parser.add_argument(
        "--before", type=Path, metavar="FILE", help="show the ratios that an earlier run has kept as well"
    )
    return parser.parse_args()


def main() -> int:
    """Prints the table when everything has been measured; who waits is told on standard error what runs."""
    asked = arguments()
    rows: list[Row] = []
    all_well = True
    for module in asked.only:
        sys.stderr.write(f"{module}: {MODULES[module]} …\n")
        found, is_whole = measured(module)
        rows += found
        all_well = all_well and is_whole and all(row.held in {"", "yes"} for row in found)
    before = json.loads(asked.before.read_text(encoding="utf-8")) if asked.before else {}
    sys.stdout.write((markdown if asked.markdown else text)(rows, before))
    if asked.save:
        asked.save.write_text(ratios_to_json(rows), encoding="utf-8")
    return 0 if all_well else 1


if __name__ == "__main__":
    sys.exit(main())
