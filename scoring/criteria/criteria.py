"""Which exit criteria a comparison recommends, with threshold, owner and reasons.

Every candidate of the catalogue is evaluated part by part: when, threshold, owner. One function
per part; a candidate is data and holds no expressions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from questionnaires import Candidate
from questionnaires.candidate import Measure, When
from questionnaires.words import FindingKind, Gate, Priority
from scoring.comparison.answers import Because, answer_in_words, reasons
from scoring.comparison.compare import Comparison
from scoring.comparison.findings import Finding
from scoring.comparison.ownership import Owner, owner_of
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import Origin, Threshold, default_origin, threshold_from
from scoring.criteria.conflicts import broken_in, conflicts

MOST_MUSTS: Final = 10
"""At most ten of those that always apply, to leave the pilot; with more, "must" loses its meaning."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """A recommended exit criterion. None can be made without measure, threshold, owner and reason.

    `deferred` marks a must that always applies and was moved to the next gate because ten of them come before it.
    `conflict` holds the ids of all criteria that it shares a conflict of limits with, its own included: limits that
    exclude each other, so that none of them can be shown before it is settled which holds.
    """

    id: str
    candidate: Candidate
    title: str
    statement: str
    measure: Measure
    threshold: Threshold
    owner: Owner
    priority: Priority
    gate: Gate
    findings: tuple[Finding, ...]
    because: tuple[Because, ...]
    questions: tuple[str, ...]
    deferred: bool = False
    conflict: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not (self.statement and self.owner.named and self.candidate.reason):
            raise ValueError(f"criterion {self.id} lacks its statement, owner or reason")


def recommend(comparison: Comparison) -> tuple[Criterion, ...]:
    """The criteria that these answers call for: by gate, then priority, then the catalogue's order.

    Owners and limits that the room decided take the place of those that the answers leave.
    """
    found = [
        criterion for candidate in comparison.questionnaire.candidates for criterion in _meant(comparison, candidate)
    ]
    limited = list(_at_most_ten(found))
    places = {criterion.id: place for place, criterion in enumerate(limited)}
    gates, priorities = tuple(Gate), tuple(Priority)
    limited.sort(key=lambda c: (gates.index(c.gate), priorities.index(c.priority), places[c.id]))
    asked = {criterion.id: criterion.threshold.question or "" for criterion in limited}
    tied = conflicts(broken_in(comparison), asked)
    return tuple(replace(one, conflict=tied[one.id]) if one.id in tied else one for one in limited)


@dataclass(frozen=True, slots=True)
class Recommended:
    """What answers can change of a criterion that is recommended: everything else stands in its candidate."""

    threshold: Threshold
    owner: Owner


def recommended_of(comparison: Comparison, candidate: Candidate) -> dict[str, Recommended]:
    """The criteria that these answers call for of one candidate, by their ids: the part of `recommend` that whoever
    tries many answers needs, at a fraction of its cost."""
    when = candidate.when
    if when.always:
        names = [candidate.id]
    elif when.each:
        names = [f"{candidate.id}.{item.question.id}" for item, _ in _triggered(comparison, when)]
    else:
        names = [candidate.id for _ in islice(_triggered(comparison, when), 1)]
    if not names:
        return {}
    return dict.fromkeys(names, Recommended(_value_of(comparison, candidate), owner_of(comparison, candidate.owner)))


def _at_most_ten(criteria: Iterable[Criterion]) -> Iterator[Criterion]:
    # The first ten by the order of the catalogue, which its authors chose; the rest waits for the next gate. What a
    # finding calls for takes no place: disagreement on paper must not push out what is measured.
    musts = 0
    for criterion in criteria:
        is_counted = criterion.gate is Gate.LEAVE_PILOT and criterion.priority is Priority.MUST
        if is_counted and criterion.candidate.when.always:
            musts += 1
            if musts > MOST_MUSTS:
                yield replace(criterion, gate=Gate.BROAD_RING, deferred=True)
                continue
        yield criterion


def _meant(comparison: Comparison, candidate: Candidate) -> Iterator[Criterion]:
    """The criteria of one candidate: none, one, or one for each question that triggers it."""
    if candidate.when.always:
        yield _criterion(comparison, candidate, candidate.id, (), ())
        return
    triggered = tuple(_triggered(comparison, candidate.when))
    if not triggered:
        return
    if candidate.when.each:
        for item, findings in triggered:
            identifier = f"{candidate.id}.{item.question.id}"
            yield _criterion(comparison, candidate, identifier, (item,), findings)
        return
    items = tuple(item for item, _ in triggered)
    findings = tuple(finding for _, some in triggered for finding in some)
    yield _criterion(comparison, candidate, candidate.id, items, findings)


def _triggered(comparison: Comparison, when: When) -> Iterator[tuple[QuestionComparison, tuple[Finding, ...]]]:
    """The questions on which one of the findings holds, with those findings."""
    wanted = frozenset(when.findings)
    for item in comparison.questions:
        if not when.covers(item.question.id, item.question.impact):
            continue
        findings = tuple(finding for finding in item.findings if finding.kind in wanted)
        if findings:
            yield item, findings


def _criterion(
    comparison: Comparison,
    candidate: Candidate,
    identifier: str,
    items: tuple[QuestionComparison, ...],
    findings: tuple[Finding, ...],
) -> Criterion:
    threshold = threshold_of(comparison, candidate)
    owner = owner_of(comparison, candidate.owner)
    statement = candidate.statement.replace("{threshold}", in_words(threshold))
    if items:
        statement = statement.replace("{question}", items[0].question.title)
    title = f"{candidate.title}: {items[0].question.title}" if candidate.when.each and items else candidate.title
    asked = threshold.question
    because = [reason for finding in findings for reason in reasons(comparison, finding)]
    item = comparison.question(asked) if asked is not None else None
    if item is not None:
        because += [
            Because(item.question.id, team.team, answer_in_words(comparison.questionnaire, item, team.team))
            for team in threshold.teams
        ]
    return Criterion(
        identifier,
        candidate,
        title,
        statement,
        candidate.measure,
        threshold,
        owner,
        candidate.priority,
        candidate.gate,
        findings,
        tuple(dict.fromkeys(because)),
        tuple(dict.fromkeys([*(item.question.id for item in items), *([asked] if asked else [])])),
    )


def in_words(threshold: Threshold) -> str:
    """The value with its unit: `95 %`, `8 hours`, `1 hour`."""
    unit = threshold.one if threshold.value == 1 and threshold.one else threshold.unit
    return f"{threshold.value.normalize():f} {unit}"


def threshold_of(comparison: Comparison, candidate: Candidate) -> Threshold:
    """The threshold with what is to be said of it: whether the teams are far apart, and what it excludes."""
    threshold = _value_of(comparison, candidate)
    if threshold.question is None:
        return threshold
    item = comparison.question(threshold.question)
    return replace(
        threshold,
        far_apart=threshold.origin is not Origin.DECIDED and item is not None and FindingKind.FAR_APART in item.kinds,
        infeasible_with=tuple(_infeasible_with(comparison, threshold.question)),
    )


def _value_of(comparison: Comparison, candidate: Candidate) -> Threshold:
    """The threshold: the one decided; else agreed when the positions are equal, else the strictest, cut at the
    service's documented limit; the default, labelled by its basis, where no team has answered."""
    part = candidate.threshold
    question = comparison.questionnaire.question_by_id.get(part.question or "")
    if question is None:
        return Threshold(part.default, part.unit, part.comparison, default_origin(part), one=part.one)
    item = comparison.question(question.id)
    threshold = threshold_from(comparison.questionnaire, part, question, item.facets[0].teams if item else ())
    decided = comparison.settled.limit(comparison.questionnaire, question)
    return threshold if decided is None else replace(threshold, value=decided, origin=Origin.DECIDED)


def _infeasible_with(comparison: Comparison, question: str) -> Iterator[tuple[str, ...]]:
    """For each contradiction, the other questions whose thresholds cannot hold together with this one's.

    Looked for from any of them: one may stand on a default and have no answers that a finding could be on.
    """
    for contradiction in broken_in(comparison):
        if question in contradiction.questions:
            yield tuple(name for name in contradiction.questions if name != question)
