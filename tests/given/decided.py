"""Decisions that can be, for the tests of what follows from them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Final

from questionnaires import Question, Questionnaire
from questionnaires.decisions import Control, Decision, NextStep, Outcome, Status
from questionnaires.decisions_admission import misfits_of, settles
from questionnaires.words import Facet, Kind
from tests.given.builders import THEN

DAY: Final = dt.date(2026, 11, 21)
LATER: Final = dt.date(2027, 2, 19)


def decided(question: str, facet: Facet, outcome: Outcome, name: str = "made1") -> Decision:
    """A decision as somebody would write it."""
    return Decision(
        id=name,
        question=question,
        facet=facet,
        status=Status.DECIDED,
        outcome=outcome,
        decider="Anna Berg",
        decided=DAY,
        recorded=THEN,
        review_by=LATER,
    )


def parked(question: str, facet: Facet, name: str = "made1") -> Decision:
    """Something parked with a next step."""
    step = NextStep(what="Ask the network team.", owner="Ben")
    return Decision(
        id=name,
        question=question,
        facet=facet,
        status=Status.PARKED,
        next_step=step,
        due=LATER,
        decided=DAY,
        recorded=THEN,
    )


def outcomes(questionnaire: Questionnaire, question: Question, facet: Facet) -> Iterator[Outcome]:
    """Everything that can be decided on a facet, whether or not it is documented as possible."""
    scale = questionnaire.scale_by_id[question.scale]
    for place, option in enumerate(scale.options):
        match question.kind:
            case Kind.OWNERSHIP:
                yield Outcome(owner=option.key)
            case Kind.PREREQUISITE:
                yield Outcome(status=option.key)
            case Kind.CONTROL:
                yield Outcome(option=place, control=Control.KEPT)
            case Kind.TRAJECTORY:
                yield Outcome(option=place, by=None if facet is Facet.TODAY else LATER)
            case Kind.POSITION:
                yield Outcome(option=place)


def possible(questionnaire: Questionnaire, question: Question, facet: Facet, name: str = "made1") -> list[Decision]:
    """The decisions on a facet that the questionnaire admits."""
    found = [decided(question.id, facet, one, name) for one in outcomes(questionnaire, question, facet)]
    return [one for one in found if not list(misfits_of(one, "a file", questionnaire))]


def some_decisions(questionnaire: Questionnaire, chance: Random, share: float) -> list[Decision]:
    """At random, at most one on each facet; some are parked."""
    found: list[Decision] = []
    for question in questionnaire.questions:
        for facet in settles(question):
            if chance.random() >= share:
                continue
            name = f"made{len(found):04}"
            can = possible(questionnaire, question, facet, name)
            found.append(chance.choice([*can, parked(question.id, facet, name)]))
    return found
