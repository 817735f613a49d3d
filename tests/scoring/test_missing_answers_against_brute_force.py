"""Whose missing answer matters most, against comparing everything anew for every option."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire
from questionnaires.words import Depth, Facet
from scoring import Comparison, Distribution, Tally, compare, recommend, tally
from scoring.comparison.ownership import OwnerOrigin
from scoring.counts.tally import Cell, Progress
from scoring.firmness.missing import MOST_TO_ASK, most_missed
from tests.given.answers_moved import EXAMPLES, people, responses_of
from tests.given.every_kind_of_criterion import QUESTIONNAIRE

Recommended = Mapping[str, tuple[Decimal, tuple[str, ...], bool]]


def recommended(questionnaire: Questionnaire, counted: Tally) -> Recommended:
    """By its id, the threshold of each criterion, its owners, and whether these are to be confirmed."""
    return {
        one.id: (one.threshold.value, one.owner.keys, one.owner.origin is OwnerOrigin.UNCONFIRMED)
        for one in recommend(compare(questionnaire, counted, 1))
    }


def open_cells(comparison: Comparison, counted: Tally) -> Iterator[tuple[Cell, Distribution]]:
    """What is missing, found in the counts instead of in the comparison."""
    questionnaire = comparison.questionnaire
    for (question, facet, team), counts in counted.cells.items():
        if team in comparison.teams and not counts.answered and not counts.not_applicable:
            yield (question, facet, team), counts
    for team in {team.id for team in questionnaire.teams} - set(comparison.teams):
        for item in comparison.questions:
            named = item.claims.named.values() if item.claims else ()
            if any(team in owners for owners in named) and item.question.is_asked_of(team, Depth.FULL):
                options = len(questionnaire.scale_by_id[item.question.scale].options)
                yield (item.question.id, Facet.OWNER, team), Distribution((0,) * options)


def with_answer(counted: Tally, cell: Cell, counts: Distribution, option: int) -> Tally:
    """The counts with one answer more, of somebody who left it open or, where nobody did, did not know."""
    answers = tuple(count + (place == option) for place, count in enumerate(counts.counts))
    unanswered = max(0, counts.unanswered - 1)
    dont_know = counts.dont_know - (0 if counts.unanswered or not counts.dont_know else 1)
    changed = replace(counts, counts=answers, unanswered=unanswered, dont_know=dont_know)
    progress = counted.progress.get(cell[2], Progress(1, 0, 1, 0)) + Progress(0, 0, 0, 1)
    return replace(
        counted,
        cells=MappingProxyType({**counted.cells, cell: changed}),
        progress=MappingProxyType({**counted.progress, cell[2]: progress}),
    )


def every_mean(questionnaire: Questionnaire, counted: Tally) -> Mapping[Cell, tuple[int, ...]]:
    before = recommended(questionnaire, counted)
    found = {}
    for cell, counts in open_cells(compare(questionnaire, counted, 1), counted):
        changes = []
        for option in range(len(counts.counts)):
            after = recommended(questionnaire, with_answer(counted, cell, counts, option))
            changes.append(sum(before.get(one) != after.get(one) for one in {*before, *after}))
        found[cell] = tuple(changes)
    return found


SETS: Final = [
    ["control.release", "control.unclear"],
    ["risk.hours_to_stop", "ownership.pause"],
    ["risk.soak", "risk.exposure", "risk.fleet"],
    ["readiness.licences", "ownership.pause"],
]


@pytest.mark.parametrize("questions", SETS, ids=" ".join)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_what_is_missed_most_is_what_changes_most_when_all_is_compared_anew(
    questions: list[str], data: st.DataObject
) -> None:
    responses = responses_of(QUESTIONNAIRE, data.draw(people(QUESTIONNAIRE, questions, most=2)))
    counted = tally(QUESTIONNAIRE, responses)
    comparison = compare(QUESTIONNAIRE, counted, 1)
    found = most_missed(comparison, recommend(comparison))
    every = every_mean(QUESTIONNAIRE, counted)
    for one in found:
        assert every[one.question, one.facet, one.team] == one.changes
    best: dict[tuple[str, str], Fraction] = {}
    for (question, _, team), changes in every.items():
        mean = Fraction(sum(changes), len(changes))
        best[question, team] = max(mean, best.get((question, team), Fraction(0)))
    places = [question.id for question in QUESTIONNAIRE.questions]
    teams = [team.id for team in QUESTIONNAIRE.teams]
    ranked = sorted(best, key=lambda place: (-best[place], places.index(place[0]), teams.index(place[1])))
    expected = [place for place in ranked if best[place]][:MOST_TO_ASK]
    assert [(one.question, one.team) for one in found] == expected
