"""What happens in one storm, and what was counted in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

BAD: Final = (
    "acknowledged and lost",
    "NOT SAVED and dropped",
    "note being typed and lost",
    "saved said wrongly",
    "traceback",
    "a fault of its own",
    "a wrong exit code",
    "did not end",
    "a rescue copy not named",
    "a key without an answer",
    "other answers than were given",
)


@dataclass(frozen=True, slots=True)
class Storm:
    """What happens: all of it follows from the seed, but for the moments in which it does."""

    seed: int
    ending: str
    faults: Mapping[str, str] = field(default_factory=dict)
    is_from_start: bool = False
    """Whether the disk refuses from the start, rather than once some answers are given."""
    is_from_list: bool = False
    """Whether answers begun earlier are taken up again from the list, which reads the folder, rather than begun."""

    def __str__(self) -> str:
        wrong = ", ".join(f"{key.removeprefix('STORM_').lower()} {value}" for key, value in self.faults.items())
        since = " from the start" if self.is_from_start else ""
        door = ", from the list" if self.is_from_list else ""
        return f"seed {self.seed}, {self.ending}, {wrong or 'a good disk'}{since}{door}"


@dataclass(slots=True)
class Seen:
    """What was counted in one storm, and sentences on what was bad."""

    counts: Counter[str] = field(default_factory=Counter)
    bad: list[str] = field(default_factory=list)

    def count(self, what: str, detail: str = "") -> None:
        self.counts[what] += 1
        if what in BAD:
            self.bad.append(f"{what}{f': {detail}' if detail else ''}")
