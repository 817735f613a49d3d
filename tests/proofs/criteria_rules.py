"""Which criteria are called for, with thresholds and owners, worked out from the answers without `scoring`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from questionnaires import Candidate, Question
from questionnaires.words import Facet, FindingKind, Gate, Priority
from tests.proofs.reading import Reading
from tests.proofs.rooms import excluding, limit_in, owner_in
from tests.proofs.rules import contradicted, found_on, pattern_on, threshold_place

ASIDES: Final = {"service": "some leave it to the service", "nobody": "some say nobody yet"}
MOST_MUSTS: Final = 10


@dataclass(frozen=True, slots=True)
class Called:
    """A criterion that the answers call for; of a rule for each question with its own. `gate` as it is recommended."""

    id: str
    rule: Candidate
    question: str | None
    gate: Gate

    @property
    def is_must(self) -> bool:
        return self.rule.priority is Priority.MUST


def called_for(reading: Reading) -> list[Called]:
    """All of them, in the order of the rules; of the musts that always apply the eleventh waits for the next gate."""
    found, always = [], 0
    for rule in reading.questionnaire.candidates:
        gate = rule.gate
        if rule.when.always and rule.priority is Priority.MUST and rule.gate is Gate.LEAVE_PILOT:
            always += 1
            gate = Gate.BROAD_RING if always > MOST_MUSTS else gate
        if rule.when.always:
            found.append(Called(rule.id, rule, None, gate))
        elif rule.when.each:
            named = dict.fromkeys(question for question, _ in calls_for(reading, rule, None))
            found += [Called(f"{rule.id}.{question}", rule, question, gate) for question in named]
        elif calls_for(reading, rule, None):
            found.append(Called(rule.id, rule, None, gate))
    return found


def outcomes(reading: Reading) -> dict[str, tuple[Fraction, str]]:
    """By criterion its threshold and its owner in words."""
    return {one.id: (threshold_on(reading, one.rule), owner_words(reading, one.rule)) for one in called_for(reading)}


def threshold_on(reading: Reading, candidate: Candidate) -> Fraction:
    """What a measured value is held against: as decided, else by the answers, else the default."""
    part = candidate.threshold
    decided = limit_in(reading, part.question) if part.question is not None else None
    if decided is not None:
        return decided
    if part.question is not None and part.question in reading.questionnaire.question_by_id:
        place = threshold_place(reading, part.question)
        if place is not None:
            return Fraction(reading.scale(part.question).options[place].value or 0)
    return Fraction(part.default)


def owner_keys(reading: Reading, task: str) -> tuple[str, ...]:
    """The owners that anybody's team names, where any of them can be ours; in the order of the scale."""
    named, means = reading.named(task), reading.means(task)
    decided = owner_in(reading, task)
    if decided is not None and means[decided] != "service":
        return (decided,)
    keys = {owner for owners in named.values() for owner in owners}
    ours = any(means[key] in ("team", "outside") for key in keys)
    return tuple(option.key for option in reading.scale(task).options if option.key in keys) if ours else ()


def owner_words(reading: Reading, candidate: Candidate) -> str:
    """The owner as it is written: who all name, between whom it has to be agreed, or who is still to be named."""
    task = candidate.owner.task
    if task is None:
        return candidate.owner.role or ""
    keys, means = owner_keys(reading, task), reading.means(task)
    if not keys:
        return "to be named"
    labels = {option.key: option.label for option in reading.scale(task).options}
    if keys == (owner_in(reading, task),):
        return labels[keys[0]]
    ours = [key for key in keys if means[key] in ("team", "outside")]
    asides = [ASIDES[means[key]] for key in keys if means[key] in ASIDES]
    if pattern_on(reading, task) is FindingKind.UNCONFIRMED and len(ours) == 1:
        why = reading.absence(task, Facet.OWNER, ours[0])
        why = "not heard yet" if why == "has not been heard" else why
        return f"{labels[ours[0]]} (to be confirmed: {'; '.join([str(why), *asides])})"
    if len(keys) > 1:
        aside = f" ({', '.join(asides)})" if asides else ""
        return f"to be agreed: {' or '.join(labels[key] for key in ours)}{aside}"
    return labels[keys[0]]


def calls_for(reading: Reading, candidate: Candidate, question: str | None) -> list[tuple[str, FindingKind]]:
    """What a candidate waits for that is found, on its own question or on all that it covers."""
    return [
        (item.id, kind)
        for item in covered(reading, candidate)
        if question in (None, item.id)
        for kind in found_on(reading, item)
        if kind in candidate.when.findings
    ]


def covered(reading: Reading, candidate: Candidate) -> list[Question]:
    """The questions on which findings count for a candidate."""
    return [item for item in reading.answered_questions if candidate.when.covers(item.id, item.impact)]


def triggers(reading: Reading, one: Called) -> set[str]:
    """The questions on which it was found what calls for a criterion; of limits that contradict each other all."""
    found = calls_for(reading, one.rule, one.question) if not one.rule.when.always else []
    return {name for question, kind in found for name in (question, *_other(reading, question, kind))}


def _other(reading: Reading, question: str, kind: FindingKind) -> Iterator[str]:
    if kind is FindingKind.INFEASIBLE_TOGETHER:
        yield from (name for others in contradicting(reading, question) for name in others)


def contradicting(reading: Reading, question: str) -> list[tuple[str, ...]]:
    """For each contradiction, the other questions whose values cannot hold together with those on this one."""
    return [
        tuple(name for name in one.questions if name != question)
        for one in contradicted(reading)
        if question in one.questions
    ]


def contradicting_now(reading: Reading, question: str) -> list[tuple[str, ...]]:
    """The same of the limits that are recommended: with those that were decided."""
    return [
        tuple(name for name in one.questions if name != question)
        for one in excluding(reading)
        if question in one.questions
    ]


def conflict_of(reading: Reading, criterion: str) -> set[str]:
    """The criteria with which one is in a conflict of limits, itself included: over however many contradictions that
    each concern criteria on two questions. Empty where there is none."""
    asked = {one.id: one.rule.threshold.question for one in called_for(reading)}
    ties = [{name for name, question in asked.items() if question in one.questions} for one in excluding(reading)]
    ties = [tie for tie in ties if len({asked[name] for name in tie}) > 1]
    found = {criterion} if any(criterion in tie for tie in ties) else set()
    for _ in ties:
        found = found.union(*(tie for tie in ties if tie & found))
    return found


def amount(candidate: Candidate, value: Fraction) -> str:
    """A value with the unit of a criterion: `95 %`, `8 hours`, `1 hour`."""
    part = candidate.threshold
    number = str(value.numerator) if value.denominator == 1 else f"{float(value):g}"
    return f"{number} {part.one if value == 1 and part.one else part.unit}"
