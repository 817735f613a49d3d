"""By hand: sound files with a few changes, those that are still taken, through every verb and format.

`python -m tests.hostile.through [--count 500] [--seed 0]` lays out so many folders, each with one file changed, calls
every verb on them in this process, and looks for what the corpus looks for: tracebacks, what steers, forged lines, what
is live in a document, and more than half a second for one call.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from maturity.cli.console import put
from questionnaires import InvalidFile
from tests.hostile import field
from tests.hostile.item import EVERYTHING, OF_RESULTS, Files, Hostile
from tests.hostile.loaders import FINISHED, LOADERS
from tests.hostile.mutations import mutated
from tests.hostile.place import Watch, calls, lay_out
from tests.hostile.running import TooLongError, run
from tests.hostile.together import sound_results
from tests.hostile.watching import complaints

SLOW: Final = 0.5
_FIGURES: Final = field.FIGURES.replace("denominator = 2\n", "")
_KINDS: Final = ("response", "decisions", "roster", "actuals", "tally", "results", "questionnaire", "criteria")


def sound(kind: str, chance: random.Random) -> str:
    """A sound file to begin from."""
    match kind:
        case "response":
            return chance.choice((field.response(), FINISHED))
        case "actuals":
            return _FIGURES
        case "results":
            return sound_results(("A text",))["results.toml"].decode()
        case _:
            return LOADERS[kind].sound()[0]


def taken(kind: str, chance: random.Random) -> str:
    """A file with a few changes that is still taken."""
    while True:
        count = chance.choice((1, 2, 3, 5, 8))
        changes = [(chance.getrandbits(16), chance.getrandbits(16), chance.getrandbits(16)) for _ in range(count)]
        changed = mutated(sound(kind, chance), changes)
        try:
            LOADERS[kind].load(changed.encode())
        except InvalidFile:
            continue
        return changed


def folder(kind: str, chance: random.Random) -> Hostile:
    """A folder with this file among sound ones of the other kinds, or a questionnaire with it."""
    changed = taken(kind, chance).encode()
    if kind in ("questionnaire", "criteria"):
        sound_files = field.questionnaire_files()
        files: Files = {**sound_files, ("small.toml" if kind == "questionnaire" else "extra.toml"): changed}
        return Hostile("everything", kind, lambda: files, verbs=("check", *EVERYTHING), is_questionnaire=True)
    others = {
        "actuals.toml": _FIGURES.encode(),
        "roster.toml": field.ROSTER.encode(),
        "decisions.toml": field.decisions_text().encode(),
        "again.toml": field.response("endpoint", "endp1").replace("round = 1", "round = 2").encode(),
        "late.toml": field.response("security", "secu1").replace("round = 1", "round = 2").encode(),
    }
    mixed = {**others, f"{kind}.toml": changed}
    return Hostile("everything", kind, lambda: mixed, verbs=OF_RESULTS if kind == "results" else EVERYTHING)


def tried(place: Path, item: Hostile) -> Iterator[str]:
    """Every complaint about every call."""
    lay_out(place, item)
    os.chdir(place)
    watch = Watch(place, item)
    for verb, arguments in calls(place, item):
        began = time.process_time()
        try:
            said = run(arguments, 10.0)
        except TooLongError:
            yield f"{verb}: takes more than 10 s"
            continue
        except Exception:  # noqa: BLE001 (what is looked for)
            yield f"{verb}: {traceback.format_exc()}"
            continue
        if (took := time.process_time() - began) > SLOW:
            yield f"{verb}: took {took:.1f} s"
        yield from (f"{verb}: {complaint}" for complaint in (*complaints(item, said), *watch.complaints(verb)))
    yield from watch.of_documents()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=500)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--kind", choices=_KINDS, action="append", default=[])
    chosen = options.parse_args()
    tried_of: Counter[str] = Counter()
    bad = 0
    os.environ.pop("TERM", None)
    for seed in range(chosen.seed, chosen.seed + chosen.count):
        chance = random.Random(seed)
        kind = chance.choice(chosen.kind or _KINDS)
        item = folder(kind, chance)
        place = Path(tempfile.mkdtemp(prefix="maturity-through-"))
        os.environ.update(HOME=str(place / "home"), MATURITY_WORKSPACE=str(place / "workspace"))
        found = list(tried(place, item))
        tried_of[kind] += 1
        bad += bool(found)
        if found:
            put(f"seed {seed}, {kind}, in {place}:\n" + "".join(f"   {one[-600:]}\n" for one in found[:6]))
        else:
            shutil.rmtree(place, ignore_errors=True)
    put(f"{dict(tried_of)}: {bad} with complaints\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
