"""By hand: every sentence of many generated comparisons is held against the answers, and what is fragile is tried.

`python -m tests.storms.sentences [--count 2000] [--seed 0]` draws so many worlds: teams, people, one round or two,
figures. Of each, every text is matched with the catalogue of sentences and proved from the answers, which are read
without the program, of some once more with what the room decided; claims on single answers are tried by comparing
everything anew; and so is what must not happen.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from maturity.cli.console import put
from tests.proofs.anew import Tried, try_claims
from tests.proofs.cases import case_of
from tests.proofs.catalogue import CATALOGUE, Held, hold
from tests.proofs.found import differences
from tests.proofs.monotone import PROPERTIES
from tests.proofs.places import all_said
from tests.proofs.said import Fault
from tests.proofs.worlds import decided_world, world

_ROOMS: Final = 3
"""Every so many worlds are looked at once more after their room has met."""


@dataclass
class Storm:
    """What was seen in all worlds."""

    held: Held = field(default_factory=Held)
    tried: Tried = field(default_factory=Tried)
    differing: list[tuple[str, str]] = field(default_factory=list)
    violations: list[tuple[str, str]] = field(default_factory=list)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def is_bad(self) -> bool:
        lists = (self.held.false, self.held.unproved, self.tried.false, self.differing, self.violations)
        return any(lists)


def weather(seed: int, storm: Storm, claims: int) -> None:
    """Everything on the world of one seed."""
    began = time.perf_counter()
    drawn = world(seed)
    case = case_of(drawn)
    texts = list(all_said(case))
    storm.seconds["made"] += (now := time.perf_counter()) - began
    hold(texts, storm.held)
    decided = list(all_said(case_of(decided_world(seed)))) if seed % _ROOMS == 0 else []
    hold(decided, storm.held)
    storm.differing += [(what, f"seed {seed}: {where}") for what, where in differences(case)]
    storm.seconds["sentences"] += (then := time.perf_counter()) - now
    try_claims(texts, storm.tried, claims)
    try_claims(decided, storm.tried, claims)
    storm.seconds["claims"] += (now := time.perf_counter()) - then
    chance = random.Random(f"properties {seed}")
    for holds in PROPERTIES:
        storm.violations += [(holds.__name__, f"seed {seed}: {words}") for words in holds(drawn, chance)]
    storm.seconds["properties"] += time.perf_counter() - now


def report(storm: Storm, shown: int) -> Iterable[str]:
    """The counts first; then what was bad, by sentence, each with a few examples."""
    held, tried = storm.held, storm.tried
    yield f"{held.checked.total()} sentences held against the answers."
    yield f"{len(held.false)} of them false; {len(held.unproved)} texts unproved."
    yield f"{tried.claims} claims on single answers tried anew: {len(tried.false)} false."
    yield f"{len(storm.differing)} findings differ from the rules. {len(storm.violations)} properties were broken."
    yield f"Seconds: {', '.join(f'{what} {spent:.0f}' for what, spent in storm.seconds.items())}."
    counts = Counter((one.place, one.sentence) for one in held.false)
    for (place, sentence), count in counts.most_common():
        yield f"\nFALSE {count} of {held.checked[place, sentence]} at {place}: {sentence}"
        texts = [one for one in held.false if (one.place, one.sentence) == (place, sentence)]
        yield from map(_example, texts[:shown])
    for title, texts in (("UNPROVED", held.unproved), ("CLAIMED AND NOT SO", tried.false)):
        for place, count in Counter(one.place for one in texts).most_common():
            yield f"\n{title} {count} at {place}"
            yield from map(_example, [one for one in texts if one.place == place][:shown])
    for title, pairs in (("DIFFERS", storm.differing), ("BROKEN", storm.violations)):
        for what, count in Counter(what for what, _ in pairs).most_common():
            yield f"\n{title} {count}: {what}"
            yield from [f"    {where}" for name, where in pairs if name == what][:shown]
    met = {sentence for _, sentence in held.checked}
    for rows in CATALOGUE.values():
        yield from (f"\nNEVER MET: {row.sentence}" for row in rows if row.sentence not in met)


def _example(one: Fault) -> str:
    return f"    seed {one.seed}: {one.text[:300]}"


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--count", type=int, default=2000, help="worlds, each with a seed of its own")
    options.add_argument("--seed", type=int, default=0, help="the seed of the first")
    options.add_argument("--claims", type=int, default=4, help="sentences on single answers tried anew, of each world")
    options.add_argument("--show", type=int, default=3, help="examples of what is bad")
    chosen = options.parse_args()
    storm = Storm()
    for seed in range(chosen.seed, chosen.seed + chosen.count):
        weather(seed, storm, chosen.claims)
    put("".join(f"{line}\n" for line in report(storm, chosen.show)))
    return 1 if storm.is_bad else 0


if __name__ == "__main__":
    sys.exit(main())
