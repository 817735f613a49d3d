"""Entries as a workshop writes them: what was settled, with the answers before it and what it stands in place of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from maturity import clock
from maturity.files.decisions_file import new_id
from questionnaires import Question, Questionnaire
from questionnaires.decisions import MOST_SUPERSEDED, Decision, NextStep, Objection, Outcome, Status
from questionnaires.decisions_admission import misfits_of, settles
from questionnaires.faults import InvalidFile, validate
from questionnaires.words import Facet, Kind, Means
from scoring import Comparison, Criterion
from scoring.criteria.counting import counts
from scoring.criteria.leverage import NOTHING, leverage, musts_of
from scoring.wording.words import listed

_NAME: Final = "the decision"


class RefusedError(Exception):
    """This cannot be decided; the message says why, and nothing was written."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the room said besides the outcome."""

    decider: str | None = None
    because: str | None = None
    review_by: dt.date | None = None
    due: dt.date | None = None
    next_step: NextStep | None = None
    agreed_by: tuple[str, ...] = ()
    objected_by: tuple[Objection, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """What an entry is about, and the ids of all that it stands in place of."""

    question: str
    facet: Facet
    supersedes: tuple[str, ...] = ()


def entry_on(
    comparison: Comparison,
    criteria: Iterable[Criterion],
    place: Place,
    status: Status,
    outcome: Outcome | None,
    said: Said,
) -> Decision:
    """An entry that fits the questionnaire. Raises RefusedError with every reason why it cannot be."""
    questionnaire = comparison.questionnaire
    question = questionnaire.question_by_id[place.question]
    if place.facet not in settles(question):
        raise RefusedError(f"{place.facet.value} of this question is nobody's to settle in the room.")
    entry = made(
        {
            "id": new_id(),
            "question": question.id,
            "facet": place.facet,
            "status": status,
            "scale": questionnaire.scale_by_id[question.scale].meaning,
            "outcome": outcome,
            "because": said.because or None,
            "decider": said.decider or None,
            "agreed_by": said.agreed_by,
            "objected_by": said.objected_by,
            "round": comparison.round,
            "before": counts_before(comparison, place),
            "decided": clock.today(),
            "recorded": clock.now(),
            "due": said.due,
            "review_by": said.review_by,
            "next_step": said.next_step,
            "confirmed_by": confirmed_by(comparison, criteria, question.id) if status is Status.DECIDED else (),
            "supersedes": place.supersedes[:MOST_SUPERSEDED],
        }
    )
    if outcome is not None and (refusal := _no_owner(questionnaire, question, outcome)):
        raise RefusedError(refusal)
    wrong = [_told(fault.key, fault.message) for fault in misfits_of(entry, _NAME, questionnaire)]
    if wrong:
        raise RefusedError(" ".join(dict.fromkeys(wrong)))
    return entry


def _no_owner(questionnaire: Questionnaire, question: Question, outcome: Outcome) -> str:
    """That an option of an ownership question is nobody who can own it, as people call it; "" where it is."""
    options = {option.key: option for option in questionnaire.scale_by_id[question.scale].options}
    named = options.get(outcome.owner or "") if question.kind is Kind.OWNERSHIP else None
    if named is None or named.means is not Means.NOBODY:
        return ""
    can = [option.label for option in options.values() if option.means in (Means.TEAM, Means.OUTSIDE)]
    return f"“{named.label}” is no owner. An owner is one of {listed(can, 'or')}."


def undoing(entry: Decision) -> Decision:
    """An entry that takes another back."""
    return made(
        {
            "id": new_id(),
            "question": entry.question,
            "facet": entry.facet,
            "status": Status.SUPERSEDED,
            "decided": clock.today(),
            "recorded": clock.now(),
            "supersedes": (entry.id,),
        }
    )


def made(parts: Mapping[str, Any]) -> Decision:
    """An entry of these parts. Raises RefusedError where one of them cannot be."""
    try:
        return validate(Decision, dict(parts), _NAME)
    except InvalidFile as error:
        raise RefusedError(" ".join(_told(one.key, one.message) for one in error.faults)) from None


def _told(key: str, message: str) -> str:
    """What is wrong as a sentence: `The option is 1 hour, stricter than the service can do: 4 hours.`."""
    name = key.rpartition(".")[2].replace("_", " ")
    end = "" if message.endswith((".", "!", "?")) else "."
    return f"{f'The {name}' if name else 'It'} {message}{end}"


def counts_before(comparison: Comparison, place: Place) -> dict[str, tuple[int, ...]]:
    """By team, how many had chosen each option, where anybody had."""
    item = comparison.question(place.question)
    row = item.cells.get(place.facet, {}) if item is not None else {}
    return {team: cell.counts for team, cell in row.items() if cell.answered}


def confirmed_by(comparison: Comparison, criteria: Iterable[Criterion], question: str) -> tuple[str, ...]:
    """The ids of the criteria that hang on a question, musts first: at most as many as an entry may name."""
    criteria = tuple(criteria)
    hanging = leverage(criteria, counts(comparison, criteria)).get(question, NOTHING).criteria
    first = musts_of(hanging)
    ids = [one.id for one in (*first, *(one for one in hanging if one not in first))]
    return tuple(ids[:MOST_SUPERSEDED])
