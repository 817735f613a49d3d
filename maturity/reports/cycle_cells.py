"""What is known of one ring in one cycle, in a few words, and what these mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from maturity.pictures.widths import fitted, width_of
from maturity.reports.gate import OUTCOMES
from maturity.results.values import Outcome

NOT_MEASURED: Final = OUTCOMES[Outcome.NOT_MEASURED][2:]
_SMALL: Final = "small ring"
_SMALL_SAYS: Final = f"{_SMALL}: one more or less decides"
_WORST_SAYS: Final = "worst of N: N figures of that day differ"


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one ring in one cycle; without a value nobody measured it. The ring is empty where the pilot
    was counted as a whole, the counts where a single thing was measured."""

    ring: str
    mark: str
    value: str = ""
    counts: tuple[str, str] | None = None
    day: str = ""
    overtakes: int = 0
    is_small: bool = False
    of_day: int = 1
    """Of how many figures of its day, that differ, it is the worst."""

    @property
    def said(self) -> str:
        """`● 96 % (48 of 50)`, `● 94.4 % (17 of 18), small ring, worst of 2`, `○ not measured`."""
        counts = f" ({' of '.join(self.counts)})" if self.counts else ""
        return f"{self.mark} {self.value or NOT_MEASURED}{counts}{self.notes}"

    @property
    def notes(self) -> str:
        """What to keep in mind about it, behind a comma; `note_meanings` says what the words mean."""
        small = f", {_SMALL}" if self.is_small else ""
        return small + (f", worst of {self.of_day}" if self.of_day > 1 else "")

    @property
    def says(self) -> str:
        """The same behind its ring."""
        return f"{self.ring} {self.said}".lstrip()


def note_meanings(cells: Iterable[Cell]) -> list[str]:
    """What the notes behind figures mean, of those that there are."""
    shown = list(cells)
    notes = [_SMALL_SAYS] if any(cell.is_small for cell in shown) else []
    return [*notes, _WORST_SAYS] if any(cell.of_day > 1 for cell in shown) else notes


def aligned(cycles: Sequence[tuple[int, Sequence[Cell]]]) -> list[str]:
    """The cells one after the other, each as wide as its ring, its value and its counts ask for among the others."""
    cells = [cell for _, some in cycles for cell in some]
    ring = max((width_of(cell.ring) for cell in cells), default=0)
    value = max((len(cell.value) for cell in cells), default=0)
    part = max((len(cell.counts[0]) for cell in cells if cell.counts), default=0)
    return [
        f"{fitted(cell.ring, ring)}{' ' if ring else ''}{cell.mark} "
        + (f"{cell.value:>{value}}{_counts(cell, part)}{cell.notes}" if cell.value else NOT_MEASURED)
        for cell in cells
    ]


def _counts(cell: Cell, part: int) -> str:
    return f"  {cell.counts[0]:>{part}} of {cell.counts[1]}" if cell.counts else ""
