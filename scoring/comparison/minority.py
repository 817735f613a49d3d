"""The people whom a claim pattern passes over: it goes by what most of a team name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from questionnaires import Scale
from questionnaires.words import Means
from scoring.comparison.claims import Claims
from scoring.counts.tally import Distribution


@dataclass(frozen=True, slots=True)
class Minority:
    """Of all `answers` that name an owner or say nobody yet: how many name another than the one that the pattern is
    about, and how many say `nobody` yet."""

    others: int
    nobody: int
    answers: int

    @property
    def people(self) -> int:
        """How many do not name that owner."""
        return self.others + self.nobody


def minority(scale: Scale, claimed: Claims, cells: Mapping[str, Distribution]) -> Minority | None:
    """The people who do not name the one owner that the pattern is about; None where it is about several or none."""
    if len(claimed.owners) != 1:
        return None
    totals = {option.key: 0 for option in scale.options}
    for team in claimed.named:
        for key, count in zip(totals, cells[team].counts, strict=True):
            totals[key] += count
    nobody = sum(count for key, count in totals.items() if scale.means[key] is Means.NOBODY)
    answers = sum(totals.values())
    return Minority(answers - nobody - totals[claimed.owners[0]], nobody, answers)
