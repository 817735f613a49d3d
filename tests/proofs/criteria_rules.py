"""Thresholds, owners and what calls for a criterion, worked out from the answers without `scoring`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from questionnaires import Candidate, Question
from questionnaires.words import FindingKind
from tests.proofs.reading import Reading
from tests.proofs.rules import contradicted, found_on, pattern_on, threshold_place

ASIDES: Final = {"service": "some leave it to the service", "nobody": "some say nobody yet"}


def threshold_on(reading: Reading, candidate: Candidate) -> Fraction:
    """What a measured value is held against: by the answers, else the default."""
    part = candidate.threshold
    if part.question is not None and part.question in reading.questionnaire.question_by_id:
        place = threshold_place(reading, part.question)
        if place is not None:
            return Fraction(reading.scale(part.question).options[place].value or 0)
    return Fraction(part.default)


def owner_words(reading: Reading, candidate: Candidate) -> str:
    """The owner as it is written: who all name, between whom it has to be agreed, or who is still to be named."""
    task = candidate.owner.task
    if task is None:
        return candidate.owner.role or ""
    named, means = reading.named(task), reading.means(task)
    keys = {owner for owners in named.values() for owner in owners}
    ordered = [option for option in reading.scale(task).options if option.key in keys]
    ours = [option.label for option in ordered if means[option.key] in ("team", "outside")]
    if not ours:
        return "to be named"
    if len(ordered) > 1:
        asides = ", ".join(ASIDES[means[option.key]] for option in ordered if means[option.key] in ASIDES)
        return f"to be agreed: {' or '.join(ours)}" + (f" ({asides})" if asides else "")
    is_silent = means[ordered[0].key] == "team" and ordered[0].key not in named
    return f"{ours[0]} (to be confirmed: not heard yet)" if is_silent and len(named) > 1 else ours[0]


def calls_for(reading: Reading, candidate: Candidate, question: str | None) -> set[tuple[str, FindingKind]]:
    """What a candidate waits for that is found, on its own question or on all that it covers."""
    return {
        (item.id, kind)
        for item in covered(reading, candidate)
        if question in (None, item.id)
        for kind in found_on(reading, item)
        if kind in candidate.when.findings
    }


def covered(reading: Reading, candidate: Candidate) -> list[Question]:
    """The questions on which findings count for a candidate."""
    return [item for item in reading.answered_questions if candidate.when.covers(item.id, item.impact)]


def contradicting(reading: Reading, question: str) -> set[str]:
    """The questions whose values cannot hold together with those on this one."""
    pairs = contradicted(reading)
    return {upper for lower, upper in pairs if lower == question} | {
        lower for lower, upper in pairs if upper == question
    }


def amount(candidate: Candidate, value: Fraction) -> str:
    """A value with the unit of a criterion: `95 %`, `8 hours`, `1 hour`."""
    part = candidate.threshold
    number = str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    return f"{number} {part.one if value == 1 and part.one else part.unit}"
