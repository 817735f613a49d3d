"""Everything that says how much rests on few answers, in one value for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from scoring.comparison.compare import Comparison
from scoring.fragility.findings import Flips, fragility, fragility_if_known
from scoring.fragility.margins import Margins, margins


@dataclass(frozen=True, slots=True)
class Fragile:
    """By finding: the one answer, moved by one step, that would end it; the answer of somebody who does not know that
    would; and, where no step calms a question on the agenda, how much it takes."""

    flips: Flips
    known: Flips
    margins: Margins


UNKNOWN: Final = Fragile(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
"""For whoever does not show it, because working it out costs several times as much as the comparison."""


def fragile_in(comparison: Comparison) -> Fragile:
    """What few answers would change in a comparison."""
    flips = fragility(comparison)
    return Fragile(flips, fragility_if_known(comparison), margins(comparison, flips))
