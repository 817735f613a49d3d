"""What a test says of a cell: yes, no, or that it cannot be told and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scoring.exports.lacks import Lack


@dataclass(frozen=True, slots=True)
class Untold:
    """It cannot be told: the words follow how many rows there are of it."""

    why: str
    lack: Lack | None = None
    """What the builds do not know, where somebody has to add it; None where something else is missing."""


Outcome = bool | Untold


def every(outcomes: Iterable[Outcome]) -> Outcome:
    """Yes where all say so; one that says no is enough for no."""
    untold: Untold | None = None
    for outcome in outcomes:
        if outcome is False:
            return False
        if isinstance(outcome, Untold):
            untold = untold or outcome
    return untold or True


def some(outcomes: Iterable[Outcome]) -> Outcome:
    """Yes where one says so, whatever the others."""
    untold: Untold | None = None
    for outcome in outcomes:
        if outcome is True:
            return True
        if isinstance(outcome, Untold):
            untold = untold or outcome
    return untold or False
