"""What the tool counts by itself, counted once more from the answers, without `scoring`."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from questionnaires import Candidate, Question
from questionnaires.candidate import Counting
from questionnaires.words import NOT_APPLICABLE, Direction, Kind
from tests.proofs.criteria_rules import called_for, threshold_on
from tests.proofs.reading import Reading
from tests.proofs.rooms import FACETS, decided, found_now, is_decided
from tests.proofs.rules import band_on, found_on

DEPTHS: Final = ("short", "core", "full")


def counting_of(rule: Candidate) -> Counting | None:
    """What the tool counts of a rule, be it the whole figure or the denominator."""
    return rule.measure.computed or rule.measure.counted


def counted_on(reading: Reading, rule: Candidate, question: str | None) -> tuple[list[str], list[str]]:
    """Of the questions that a rule counts and that somebody was asked, those that are settled and those that are not;
    of a rule for each question with its own criterion this one alone."""
    part = counting_of(rule)
    assert part is not None
    settled: list[str] = []
    others: list[str] = []
    for item in reading.answered_questions:
        if _is_named(reading, part, item) and question in (None, item.id) and not _is_outside(reading, item):
            is_now = part is rule.measure.computed
            (settled if _is_settled(reading, part, item, is_now=is_now) else others).append(item.id)
    return settled, others


def decided_of(reading: Reading, rule: Candidate, settled: list[str]) -> list[str]:
    """Of the settled questions those that the room decided; of shifts only where the answers alone do not settle it."""
    part = rule.measure.computed
    assert part is not None
    found = []
    for item in map(reading.question, settled):
        if part.aligned is not None:
            is_so = decided(reading, item.id, part.aligned) is not None
        else:
            is_so = is_decided(reading, item)
            if item.kind is Kind.TRAJECTORY:
                is_so = is_so and not _is_settled(reading, part, item, is_now=False)
        found += [item.id] if is_so else []
    return found


def _is_named(reading: Reading, part: Counting, item: Question) -> bool:
    named = any(pattern in (item.id, f"{item.id.split('.')[0]}.*") for pattern in part.questions)
    is_deep = part.depth is None or DEPTHS.index(item.depth.value) <= DEPTHS.index(part.depth.value)
    return named and is_deep and (part.documented is None or reading.documented(item.id) == part.documented.value)


def _is_outside(reading: Reading, item: Question) -> bool:
    rows = [row for facet in item.facets for row in reading.row(item.id, facet).values()]
    said = [choice for row in rows for choice in row if choice is not None]
    return bool(said) and set(said) == {NOT_APPLICABLE}


def _is_settled(reading: Reading, part: Counting, item: Question, *, is_now: bool) -> bool:
    """By the answers alone, or `is_now` with what was decided."""
    if part.aligned is not None:
        is_aligned = part.aligned in item.facets and band_on(reading, item.id, part.aligned) == 0
        return is_aligned or (is_now and decided(reading, item.id, part.aligned) is not None)
    found = found_now(reading, item) if is_now else found_on(reading, item)
    if part.having:
        return bool(found & set(part.having))
    is_answered = any(reading.places(item.id, facet) for facet in item.facets)
    is_known = is_answered or (is_now and all(decided(reading, item.id, facet) for facet in FACETS[item.kind]))
    return is_known and not found & set(part.without)


def denominators(reading: Reading) -> dict[str, int]:
    """By criterion of which people enter the numerator alone, out of how many it is."""
    return {
        one.id: len(counted_on(reading, one.rule, one.question)[0])
        for one in called_for(reading)
        if one.rule.measure.counted is not None
    }


def meets(reading: Reading, rule: Candidate, value: Fraction) -> bool:
    """Whether a value is on the right side of the threshold that the answers leave."""
    bound = threshold_on(reading, rule)
    return value >= bound if rule.threshold.comparison is Direction.AT_LEAST else value <= bound


def rule_of(reading: Reading, criterion: str) -> tuple[Candidate, str | None]:
    """The rule that a criterion is made by, and the question of its own, where each has one."""
    name, _, question = criterion.partition(".")
    return next(one for one in reading.questionnaire.candidates if one.id == name), question or None
