"""Which round is looked at, and how: the same for the command line and the app."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from maturity.files.gathering import Gathered
from maturity.rounds.figures import double_figures
from maturity.rounds.round import Round, begun_later, counts_compared, round_of
from questionnaires import Fault, InvalidFile, Questionnaire, name_of
from scoring import Comparison, compare


@dataclass(frozen=True, slots=True)
class RoundChoice:
    """A round, the earlier one it is set against, and whether what people answered there stands where they have not
    answered anew."""

    number: int
    against: int | None = None
    carrying: bool = False


def choice_of(
    gathered: Gathered, number: int | None = None, against: int | None = None, *, carrying: bool = True
) -> RoundChoice:
    """What is looked at when somebody names no more than this.

    Without a number the latest round that two teams have answered; it is set against the one before it, if there
    is one, and what people answered there stands where they have not answered anew.
    """
    number = gathered.round_to_compare if number is None else number
    if against is None:
        against = max((one for one in gathered.rounds if one < number), default=None)
    return RoundChoice(number, against, carrying and against is not None)


@dataclass(frozen=True, slots=True)
class Judged:
    """A round with the verdict on the pilot's figures that lie among its files, where there are any.

    `faults` say why figures could not be used, `notices` that some are of another round.
    """

    round: Round
    faults: tuple[Fault, ...] = ()
    notices: tuple[Fault, ...] = ()


def compared(gathered: Gathered, questionnaire: Questionnaire, choice: RoundChoice) -> Comparison:
    """The comparison of a round alone, for whoever needs neither criteria nor what moved."""
    whole = counts_compared(gathered, questionnaire, choice.number, choice.against if choice.carrying else None)
    return compare(questionnaire, whole, choice.number)


def round_chosen(gathered: Gathered, questionnaire: Questionnaire, choice: RoundChoice) -> Round:
    """The round that was chosen, without a verdict on any figures."""
    return round_of(gathered, questionnaire, choice.number, choice.against, carrying=choice.carrying)


def judged_round(gathered: Gathered, questionnaire: Questionnaire, choice: RoundChoice, today: dt.date) -> Judged:
    """The round that was chosen, with everything that follows from it."""
    found = round_chosen(gathered, questionnaire, choice)
    fitting = [file for file in gathered.figures if file.actuals.pilot.round == choice.number]
    notices = () if fitting else tuple(_of_another_round(gathered, choice.number))
    faults = tuple(double_figures(gathered, choice.number))
    if fitting and not faults:
        try:
            return Judged(found.judged(fitting[0].actuals, name_of(fitting[0].path), today), (), notices)
        except InvalidFile as error:
            faults = tuple(error.faults)
    unused = gathered.called(fault.file for fault in faults)
    return Judged(replace(found, left_out=tuple(sorted((*found.left_out, *unused)))), faults, notices)


def _of_another_round(gathered: Gathered, number: int) -> list[Fault]:
    return [
        Fault(
            name_of(file.path),
            "pilot.round",
            f"holds figures of round {file.actuals.pilot.round}; they are not used for round {number}",
        )
        for file in gathered.figures
    ]


def not_compared(gathered: Gathered) -> str:
    """That later rounds were begun and are not compared; nothing where there are none."""
    number = gathered.round_to_compare
    later = gathered.rounds_after(number)
    return f"Round {number} is compared; {begun_later(later)}." if later else ""
