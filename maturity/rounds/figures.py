"""The pilot's figures that lie among the answers of a round, where there are several."""

from __future__ import annotations

from maturity.files.gathering import Gathered
from questionnaires import Fault, name_of


def double_figures(gathered: Gathered, number: int) -> list[Fault]:
    """The files with the pilot's figures of a round, where there are several: a conflict, and none is used."""
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == number]
    names = ", ".join(name_of(file.path.name) for file in fitting)
    sentence = f"is one of several with figures of round {number} ({names}); keep one of them"
    return [Fault(name_of(file.path), "pilot.round", sentence) for file in fitting] if len(fitting) > 1 else []
