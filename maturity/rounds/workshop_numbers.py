"""The numbers that the items of a workshop have all day, whenever it is left and opened again.

Nothing is stored for it. What the workshop began with is known from the files: it is what they hold without what the
room voted today. What was decided today comes after that, if it was not among it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from maturity.files.gathering import Gathered
from maturity.rounds.choosing import RoundChoice, choice_of, round_chosen
from maturity.rounds.round import Round
from maturity.rounds.workshop_items import is_of_today, items_of
from maturity.rounds.workshop_votes import is_vote
from questionnaires import Questionnaire
from scoring import Comparison, recommend
from scoring.decisions.settled import settled_by


def numbers_of_day(
    gathered: Gathered, questionnaire: Questionnaire, choice: RoundChoice, now: Round, today: dt.date
) -> dict[str, int]:
    """By question its number; whatever came on the list later comes after all of these."""
    began = _began(gathered, questionnaire, choice, now, today).comparison
    before = without_today(began, gathered, today)
    known = [item.question for item in items_of(before, recommend(before), today, {}, (), now.plan)]
    names = dict.fromkeys((*known, *_decided(gathered, today)))
    return {name: place for place, name in enumerate(names, start=1)}


def without_today(comparison: Comparison, gathered: Gathered, today: dt.date) -> Comparison:
    """The comparison beside what was decided before today."""
    entries = (entry for entry in gathered.entries if not is_of_today(entry, today))
    return comparison.with_settled(settled_by(comparison.questionnaire, entries))


def _decided(gathered: Gathered, today: dt.date) -> Iterator[str]:
    entries = (entry for entry in gathered.entries if is_of_today(entry, today))
    yield from (entry.question for entry in sorted(entries, key=lambda one: one.recorded))


def _began(gathered: Gathered, questionnaire: Questionnaire, choice: RoundChoice, now: Round, today: dt.date) -> Round:
    """The round as it was before anybody voted today."""
    files = tuple(file for file in gathered.files if not is_vote(file, today))
    if len(files) == len(gathered.files):
        return now
    then = replace(gathered, files=files)
    # A vote of two teams makes its round the latest, which nobody chose.
    chosen = choice_of(then) if choice == choice_of(gathered) else choice
    return round_chosen(then, questionnaire, chosen)
