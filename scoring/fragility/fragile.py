"""Everything that says how much rests on few answers, in one value for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from scoring.comparison.compare import Comparison
from scoring.criteria.criteria import Criterion
from scoring.fragility.criteria import CriterionFlips, criteria_fragility
from scoring.fragility.findings import Flips, fragility, fragility_if_known
from scoring.fragility.margins import Margins, margins
from scoring.fragility.shared import changes_in


@dataclass(frozen=True, slots=True)
class Fragile:
    """By finding: the one answer, moved by one step, that would end it; the answer of somebody who does not know that
    would; and, where no step calms a question on the agenda, how much it takes. By criterion: the answers that would
    change it."""

    flips: Flips
    known: Flips
    margins: Margins
    criteria: CriterionFlips


UNKNOWN: Final = Fragile(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))
"""For whoever does not show it, because working it out costs several times as much as the comparison."""


def fragile_in(comparison: Comparison, criteria: Iterable[Criterion]) -> Fragile:
    """What few answers would change in a comparison, and in the criteria that it recommends."""
    changes_on = changes_in(comparison)
    flips = fragility(comparison, changes_on)
    return Fragile(
        flips,
        fragility_if_known(comparison),
        margins(comparison, flips),
        criteria_fragility(comparison, criteria, changes_on),
    )
