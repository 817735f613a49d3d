"""Which criteria are said to be fragile, against every single answer moved and everything recommended anew."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire, Response
from scoring import Criterion, recommend
from scoring.fragility.changes import Change
from scoring.fragility.criteria import CriterionFlip, Effect, criteria_fragility
from tests.given.answers_moved import EXAMPLES, People, every_move, people, responses_of
from tests.given.builders import CONCERNING, compared, criterion, small

HOURS: Final = (
    '{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
    ' basis = "ours", sources = ["page"] }'
)
SOAK: Final = (
    '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least",'
    ' basis = "ours", sources = ["page"] }'
)
PAUSING: Final = '{ task = "ownership.pause" }'
BOTH: Final = ["risk.attitude", "risk.taste"]


def when(*findings: str, on: str, each: bool = False) -> str:
    """The condition of a candidate as TOML."""
    kinds = ", ".join(f'"{finding}"' for finding in findings)
    return f'{{ findings = [{kinds}], questions = ["{on}"], each = {str(each).lower()} }}'


CRITERIA: Final = "".join(
    [
        criterion("stop", threshold=HOURS, owner=PAUSING),
        criterion("blocked", when=when("blocker", on="control.*"), threshold=HOURS, owner=PAUSING),
        criterion("tried", when=when("offer_unknown", "exposed", on="control.*", each=True)),
        criterion("wide", when=when("far_apart", "apart", "close", on="risk.*")),
        criterion("watched", when=when("far_apart", "apart", on="risk.soak"), threshold=SOAK),
        criterion("fit", when=when("infeasible_together", on="risk.*"), threshold=SOAK),
        criterion("fit_each", when=when("infeasible_together", "far_apart", on="risk.*", each=True)),
        criterion("fit_and_close", when=when("infeasible_together", "apart", "far_apart", on="risk.*")),
        criterion("owned", when=when("contested", "orphan", "split", on="ownership.*", each=True), owner=PAUSING),
        criterion("bounded", when=when("boundary_claimed", "boundary_expected", on="ownership.*")),
        criterion("ready", when=when("prerequisite_split", "prerequisite_not_met", on="readiness.*")),
        criterion("known", when=when("unknown", "prerequisite_partly", on="readiness.*")),
        criterion("sure", when=when("prerequisite_unconfirmed", on="readiness.*")),
        criterion("named", when=when("unconfirmed", "unaware_owner", on="ownership.*"), owner=PAUSING),
    ]
)
SETS: Final = [
    ["control.release"],
    ["control.unclear"],
    ["risk.hours_to_stop", "ownership.pause"],
    ["risk.soak", "risk.exposure", "risk.fleet"],
    ["ownership.pause"],
    ["readiness.licences"],
    ["readiness.reach"],
]
CONTRADICTION: Final = """
[[contradiction]]
id = "fleet_exceeds_exposure"
lower = "risk.fleet"
upper = "risk.exposure"
text = "The fleet cannot take longer than a flaw may stay open."
"""
QUESTIONNAIRE: Final = small(CRITERIA + CONTRADICTION + CONCERNING)

Changed = dict[tuple[str, Effect], dict[Change, Criterion | None]]


def recommended(questionnaire: Questionnaire, responses: list[Response]) -> dict[str, Criterion]:
    return {found.id: found for found in recommend(compared(responses, questionnaire))}


def changes(questionnaire: Questionnaire, responses: list[Response]) -> Changed:
    """By criterion and effect, every change that has it, with what the criterion becomes."""
    before = recommended(questionnaire, responses)
    found: Changed = {}
    for change, tried in every_move(questionnaire, responses):
        after = recommended(questionnaire, tried)
        for identifier, old in before.items():
            new = after.get(identifier)
            if new is None:
                found.setdefault((identifier, Effect.DROPPED), {})[change] = None
                continue
            if new.threshold.value != old.threshold.value:
                found.setdefault((identifier, Effect.THRESHOLD), {})[change] = new
            if new.owner.named != old.owner.named:
                found.setdefault((identifier, Effect.OWNER), {})[change] = new
    return found


def flips(questionnaire: Questionnaire, responses: list[Response]) -> dict[tuple[str, Effect], CriterionFlip]:
    comparison = compared(responses, questionnaire)
    found = criteria_fragility(comparison, recommend(comparison))
    return {(identifier, flip.effect): flip for identifier, flips in found.items() for flip in flips}


@pytest.mark.parametrize("questions", SETS, ids=" ".join)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_criterion_is_fragile_exactly_where_one_moved_answer_changes_it(
    questions: list[str], data: st.DataObject
) -> None:
    responses = responses_of(QUESTIONNAIRE, data.draw(people(QUESTIONNAIRE, questions, most=2)))
    said, changed = flips(QUESTIONNAIRE, responses), changes(QUESTIONNAIRE, responses)
    assert said.keys() == changed.keys()
    for key, flip in said.items():
        assert flip.change in changed[key]
        new = changed[key][flip.change]
        if new and flip.threshold:
            assert flip.threshold.value == new.threshold.value
        if new and flip.owner:
            assert flip.owner == new.owner


@settings(max_examples=EXAMPLES)
@given(people(QUESTIONNAIRE, BOTH, most=2))
def test_a_criterion_that_two_questions_call_for_is_never_dropped_by_one_answer(some: People) -> None:
    responses = responses_of(QUESTIONNAIRE, some)
    found = recommended(QUESTIONNAIRE, responses).values()
    twice = {one.id for one in found if len({finding.question for finding in one.findings}) == 2}
    assume(twice)
    dropped = {identifier for identifier, effect in changes(QUESTIONNAIRE, responses) if effect is Effect.DROPPED}
    assert not twice & dropped
