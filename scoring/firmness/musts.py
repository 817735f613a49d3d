"""How firm each must is: in how many variants of the round it stays, with its threshold and its owner."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from questionnaires import Candidate
from questionnaires.words import Priority
from scoring.comparison.compare import Comparison
from scoring.comparison.ownership import OwnerOrigin
from scoring.comparison.questions import QuestionComparison
from scoring.comparison.thresholds import Origin
from scoring.criteria.criteria import Criterion, Recommended
from scoring.firmness.again import Again, Items
from scoring.firmness.variants import TURNS, Variant


@dataclass(frozen=True, slots=True)
class Firmness:
    """In how many of the `variants` a must stays, with the same threshold, and with the same owners.

    `stays` is None for one that is recommended whatever the answers, `threshold` and `owner` where no answer stands
    behind them. An owner is the same while the same are named, whether or not that is confirmed. `rests_on` are the
    teams without each of which by itself it would fall away, or have another threshold or owner.
    """

    variants: int
    stays: int | None
    threshold: int | None
    owner: int | None
    rests_on: tuple[str, ...] = ()


ItemOf = Callable[[str], QuestionComparison | None]
"""A question as it is compared in one variant; None where nothing is left of it."""


def variants_of(comparison: Comparison) -> tuple[Variant, ...]:
    """Each team left out once, unless it is the only one; then the twenty turns that move answers."""
    teams = comparison.teams if len(comparison.teams) > 1 else ()
    return (*(Variant(without=team) for team in teams), *(Variant(turn=turn) for turn in range(TURNS)))


def firmness(comparison: Comparison, criteria: Iterable[Criterion]) -> Mapping[str, Firmness]:
    """By its id, how firm each must is; nothing where nobody has answered."""
    musts = [criterion for criterion in criteria if criterion.priority is Priority.MUST]
    if not comparison.teams:
        return {}
    again, known = Again(comparison), _Known()
    outcomes = [(variant, _in_variant(again, variant, musts, known)) for variant in variants_of(comparison)]
    return {
        must.id: _firmness(comparison, must, [(variant, found[must.id]) for variant, found in outcomes])
        for must in musts
    }


def _firmness(comparison: Comparison, must: Criterion, tried: list[tuple[Variant, Recommended | None]]) -> Firmness:
    there = [(variant, one) for variant, one in tried if one is not None]
    same = [variant for variant, one in there if one.threshold.value == must.threshold.value]
    named = [variant for variant, one in there if one.owner.keys == must.owner.keys]
    item = comparison.question(must.owner.task) if must.owner.task else None
    return Firmness(
        len(tried),
        None if must.candidate.when.always else len(there),
        len(same) if must.threshold.teams and must.threshold.origin is not Origin.DECIDED else None,
        len(named) if item and item.claims and must.owner.origin is not OwnerOrigin.DECIDED else None,
        tuple(v.without for v, _ in tried if v.without is not None and not (v in same and v in named)),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What was worked out of the same counts in another variant: most leave most questions as they were.

    Questions by their ids, who is left out, and their counts; criteria by their ids and by those questions, which are
    kept here and so stay what they are.
    """

    compared: dict[tuple[object, ...], Items] = field(default_factory=dict)
    recommended: dict[tuple[str, tuple[int, ...]], Recommended | None] = field(default_factory=dict)


def _in_variant(
    again: Again, variant: Variant, musts: Iterable[Criterion], known: _Known
) -> dict[str, Recommended | None]:
    """By its id, what becomes of each must in one variant; None where it is not recommended."""
    comparison = again.comparison
    progress = variant.progress(comparison.progress)

    @cache
    def group(questions: tuple[str, ...]) -> Items:
        cells = variant.cells(comparison.questionnaire, again.cells(questions))
        same = (questions, variant.without, *cells.values())
        if same not in known.compared:
            known.compared[same] = again.items(questions, cells, progress)
        return known.compared[same]

    def item_of(question: str) -> QuestionComparison | None:
        return group(again.group(question)).get(question)

    return {must.id: _tried(again, must, item_of, known) for must in musts}


def _tried(again: Again, must: Criterion, item_of: ItemOf, known: _Known) -> Recommended | None:
    """A must as it is recommended where questions are compared like this."""
    candidate = must.candidate
    called = [] if candidate.when.always else _calling(again, must, item_of)
    if called is None:
        return None
    asked = dict.fromkeys(name for name in (candidate.threshold.question, candidate.owner.task, *called) if name)
    items = {name: item for name in asked if (item := item_of(name))}
    same = (must.id, tuple(map(id, items.values())))
    if same not in known.recommended:
        known.recommended[same] = again.judged(candidate, items).get(must.id)
    return known.recommended[same]


def _calling(again: Again, must: Criterion, item_of: ItemOf) -> list[str] | None:
    """A question that calls for the must: one that does now, while it still does; None when none does any more."""
    # Usually the first one tried still calls for it, and of a long list the others need not be compared.
    for question in _may_call(again.comparison, must):
        item = item_of(question)
        if item is not None and any(finding.kind in must.candidate.when.findings for finding in item.findings):
            return [question]
    return None


def _may_call(comparison: Comparison, must: Criterion) -> Iterator[str]:
    """The questions that call for a must, and then all that may, each compared once at most."""
    yield from (finding.question for finding in must.findings)
    if not must.candidate.when.each:
        yield from _covered(comparison, must.candidate)


def _covered(comparison: Comparison, candidate: Candidate) -> Iterator[str]:
    for item in comparison.questions:
        if candidate.when.covers(item.question.id, item.question.impact):
            yield item.question.id
