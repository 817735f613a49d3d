"""The pilot's figures that lie among the answers of a round, and what stands against using them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from maturity.files.gathering import Gathered
from maturity.rounds.round import Round
from questionnaires import Fault, InvalidFile, name_of


def double_figures(gathered: Gathered, number: int) -> list[Fault]:
    """The files with the pilot's figures of a round, where there are several: a conflict, and none is used."""
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == number]
    names = ", ".join(name_of(file.path.name) for file in fitting)
    sentence = f"is one of several with figures of round {number} ({names}); keep one of them"
    return [Fault(name_of(file.path), "pilot.round", sentence) for file in fitting] if len(fitting) > 1 else []


def with_figures(found: Round, gathered: Gathered, today: dt.date) -> tuple[Round, list[Fault], list[Fault]]:
    """The round with the verdict on the figures that lie among the files, if any; then the faults they have,
    and what is to be known besides: figures of another round are not used."""
    number = found.comparison.round
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == number]
    others = [file for file in gathered.figures if file.actuals.pilot.round != number]
    known = [
        Fault(
            name_of(file.path),
            "pilot.round",
            f"holds figures of round {file.actuals.pilot.round}; they are not used for round {number}",
        )
        for file in others
        if not fitting
    ]
    faults = double_figures(gathered, number)
    if fitting and not faults:
        try:
            return found.judged(fitting[0].actuals, name_of(fitting[0].path), today), [], known
        except InvalidFile as error:
            faults = list(error.faults)
    unused = gathered.called(fault.file for fault in faults)
    return replace(found, left_out=tuple(sorted((*found.left_out, *unused)))), faults, known
