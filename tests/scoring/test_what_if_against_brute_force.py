"""What would follow, against comparing, recommending and counting everything anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire, builtin
from questionnaires.decisions import Decision
from questionnaires.decisions_admission import settles
from questionnaires.words import Facet
from scoring import Distribution, Tally, compare, recommend, tally
from scoring.comparison.ownership import Owner
from scoring.comparison.thresholds import Origin
from scoring.criteria.conflicts import broken_in
from scoring.criteria.counting import counts
from scoring.criteria.findings_now import excluded_now
from scoring.criteria.leverage import musts_of
from scoring.criteria.room import room_state
from scoring.decisions.settled import settled_by
from scoring.whatif.followed import Followed
from scoring.whatif.stands import CriterionStand, QuestionStand
from scoring.whatif.supposing import Supposing
from tests.benchmarks.speed import response
from tests.given.answers_moved import EXAMPLES, people, responses_of
from tests.given.builders import criterion, small
from tests.given.counted_criteria import QUESTIONNAIRE as COUNTED
from tests.given.counted_criteria import share as share_counted
from tests.given.decided import possible, some_decisions
from tests.given.every_kind_of_criterion import CONTRADICTION, CRITERIA, when

BUILTIN: Final = builtin()

Limit = tuple[str, Decimal, Origin, Owner, bool]


@dataclass(frozen=True)
class Everything:
    """All that a supposition may change, read off a comparison made from nothing."""

    questions: Mapping[str, tuple[object, ...]]
    criteria: Mapping[str, Limit]
    counted: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
    musts: int
    broken: frozenset[str]


def everything(questionnaire: Questionnaire, counted: Tally, decisions: Sequence[Decision]) -> Everything:
    comparison = compare(questionnaire, counted, 1).with_settled(settled_by(questionnaire, decisions))
    criteria = recommend(comparison)
    musts = {one.id for one in musts_of(criteria)}
    classes = {entry.question: entry.agenda_class for entry in comparison.agenda.entries}
    excluded, found = excluded_now(comparison), counts(comparison, criteria)
    return Everything(
        {
            item.question.id: (
                tuple((one.facet, one.gap, one.band) for one in item.facets),
                item.kinds,
                classes.get(item.question.id),
                room_state(comparison, item, excluded),
            )
            for item in comparison.questions
        },
        {
            one.id: (one.title, one.threshold.value, one.threshold.origin, one.owner, one.id in musts)
            for one in criteria
        },
        {
            one.id: (found[one.id].settled, found[one.id].open)
            for one in criteria
            if one.measure.computed is not None and one.id in found
        },
        len(musts),
        frozenset(one.id for one in broken_in(comparison)),
    )


def moved_by_hand(counted: Tally, question: str, facet: Facet, team: str, option: int) -> Tally:
    """All answers of a team go to an option; where it gave none, one person gives it."""
    cell = counted.cells[question, facet, team]
    people = max(1, sum(cell.counts))
    row = tuple(people * (place == option) for place in range(len(cell.counts)))
    rest = [cell.unanswered, cell.dont_know, cell.not_applicable]
    if not sum(cell.counts):
        first = next(place for place, count in enumerate(rest) if count)
        rest[first] -= 1
    after = Distribution(row, dont_know=rest[1], not_applicable=rest[2], unanswered=rest[0])
    return replace(counted, cells=MappingProxyType({**counted.cells, (question, facet, team): after}))


def agrees(found: Followed, question: str, before: Everything, after: Everything) -> None:
    """What is said to follow is what is otherwise, no more and no less."""
    assert found.asked is not None
    assert found.asked.question == question
    said = {one.question: (shown(one.before), shown(one.after)) for one in (found.asked, *found.others)}
    every = {name: (before.questions[name], after.questions[name]) for name in before.questions}
    assert said == {name: pair for name, pair in every.items() if pair[0] != pair[1] or name == question}
    criteria = {
        one.id: (limit(one.title, one.before, one.is_must[0]), limit(one.title, one.after, one.is_must[1]))
        for one in found.criteria
    }
    assert criteria == differing(before.criteria, after.criteria)
    figures = {
        one.criterion: (
            (one.before.settled, one.before.open) if one.before else None,
            (one.after.settled, one.after.open) if one.after else None,
        )
        for one in found.counts
    }
    assert figures == differing(before.counted, after.counted)
    assert found.musts == (before.musts, after.musts)
    assert {one.id for one in found.conflicts} == after.broken - before.broken
    assert {one.id for one in found.conflicts_gone} == before.broken - after.broken


def shown(stand: QuestionStand) -> tuple[object, ...]:
    facets = tuple((one.facet, one.gap, one.band) for one in stand.facets)
    return facets, frozenset(stand.kinds), stand.agenda, stand.room


def limit(title: str, stand: CriterionStand | None, is_must: bool) -> Limit | None:
    assert stand is not None or not is_must
    return None if stand is None else (title, stand.value, stand.origin, stand.owner, is_must)


def differing(before: Mapping[str, object], after: Mapping[str, object]) -> dict[str, tuple[object, object]]:
    pairs = {name: (before.get(name), after.get(name)) for name in {*before, *after}}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def tried(questionnaire: Questionnaire, counted: Tally, decisions: list[Decision], chance: Random, times: int) -> None:
    """Random keys: a team moves, something is decided, or both."""
    comparison = compare(questionnaire, counted, 1).with_settled(settled_by(questionnaire, decisions))
    supposing = Supposing(comparison, recommend(comparison))
    before = everything(questionnaire, counted, decisions)
    for _ in range(times):
        if comparison.questions:
            suppose(supposing, counted, decisions, before, chance)


def suppose(
    supposing: Supposing, counted: Tally, decisions: list[Decision], before: Everything, chance: Random
) -> None:
    comparison = supposing.comparison
    questionnaire = comparison.questionnaire
    item = chance.choice(comparison.questions)
    facet, row = chance.choice(list(item.cells.items()))
    team, option = chance.choice(list(row)), chance.randrange(len(next(iter(row.values())).counts))
    stages = [stage for stage in settles(item.question) if chance.random() < 0.5]
    made = [
        chance.choice(possible(questionnaire, item.question, stage, f"other{place}"))
        for place, stage in enumerate(stages)
    ]
    moved = {} if made and chance.random() < 0.5 else {team: option}
    found = supposing.supposed(item.question.id, facet, moved, *made)
    places = [(one.question, one.facet) for one in made]
    others = [one for one in decisions if (one.question, one.facet) not in places]
    now = moved_by_hand(counted, item.question.id, facet, team, option) if moved else counted
    after = everything(questionnaire, now, [*others, *made])
    agrees(found, item.question.id, before, after)
    stays = before.broken & after.broken
    own = {one.id for one in questionnaire.contradictions if item.question.id in one.questions}
    assert {one.id for one in found.conflicts_left} == stays & own
    rules = [one.id for one in questionnaire.candidates]
    names = [one.criterion for one in found.counts]
    assert names == sorted(names, key=lambda name: (rules.index(name.partition(".")[0]), name))


DAYS: Final = (
    '{{ question = "risk.{}", default = {}, unit = "days", comparison = "at_most", basis = "ours",'
    ' sources = ["page"] }}'
)
COUNTING: Final = 'computed = { questions = ["control.*"], without = ["blocker"] }'
TIED: Final = small(
    CRITERIA
    + CONTRADICTION
    + criterion("fast", threshold=DAYS.format("fleet", 14), priority='"should"')
    + criterion("shut", threshold=DAYS.format("exposure", 30))
    + share_counted(
        "settled",
        'computed = { questions = ["control.*"], without = ["blocker"] }',
        when=when("contested", on="ownership.*"),
    )
)
SETS: Final = [
    ["control.release", "control.unclear"],
    ["risk.hours_to_stop", "ownership.pause", "control.minor"],
    ["risk.soak", "risk.exposure", "risk.fleet"],
    ["readiness.licences", "ownership.pause"],
]


@pytest.mark.parametrize("questionnaire", [TIED, COUNTED], ids=["every kind", "counted"])
@pytest.mark.parametrize("questions", SETS, ids=" ".join)
@settings(max_examples=3 * EXAMPLES)
@given(data=st.data(), seed=st.integers(0, 2**32), share=st.sampled_from([0.0, 0.4]))
def test_what_is_said_to_follow_is_what_follows_when_all_is_compared_anew(
    questionnaire: Questionnaire, questions: list[str], data: st.DataObject, seed: int, share: float
) -> None:
    counted = tally(questionnaire, responses_of(questionnaire, data.draw(people(questionnaire, questions, most=2))))
    chance = Random(seed)
    tried(questionnaire, counted, some_decisions(questionnaire, chance, share), chance, 4)


@pytest.mark.parametrize("seed", range(4))
def test_it_is_so_on_the_questionnaire_that_comes_with_the_program(seed: int) -> None:
    chance = Random(seed)
    answered = [
        response(BUILTIN, team.id, place, chance, of_one_mind=seed % 2 == 0)
        for place, team in enumerate(BUILTIN.teams[: 3 + seed])
    ]
    tried(BUILTIN, tally(BUILTIN, answered), some_decisions(BUILTIN, chance, (seed // 2) * 0.3), chance, 6)
