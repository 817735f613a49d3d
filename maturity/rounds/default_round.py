"""The round that is compared when nobody names one."""

from __future__ import annotations

from maturity.files.gathering import Gathered
from maturity.rounds.round import Round, begun_later, round_of
from questionnaires import Questionnaire


def default_round(gathered: Gathered, questionnaire: Questionnaire, *, carrying: bool = False) -> Round:
    """The latest round that two teams have answered, against the one before it."""
    number = gathered.round_to_compare
    against = max((one for one in gathered.rounds if one < number), default=None)
    return round_of(gathered, questionnaire, number, against, carrying=carrying)


def not_compared(gathered: Gathered) -> str:
    """That later rounds were begun and are not compared; nothing where there are none."""
    number = gathered.round_to_compare
    later = gathered.rounds_after(number)
    return f"Round {number} is compared; {begun_later(later)}." if later else ""
