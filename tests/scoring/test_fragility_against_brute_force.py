"""What is said to be fragile, against every single answer moved and everything compared anew."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Questionnaire, Response
from questionnaires.words import Facet, Impact
from questionnaires.words import FindingKind as F
from scoring import Comparison, Finding
from scoring.comparison.catalogue import column_of
from scoring.conventions import BAND_ORDER
from scoring.fragility.changes import Change
from scoring.fragility.findings import fragility
from tests.given.answers_moved import EXAMPLES, every_move, people, responses_of
from tests.given.builders import CONCERNING, compared, small

TWO_CONTRADICTIONS: Final = """
[[contradiction]]
id = "soak_exceeds_fleet"
lower = "risk.soak"
upper = "risk.fleet"
text = "Watching cannot take longer than the fleet has."
"""
QUESTIONNAIRE: Final = small(TWO_CONTRADICTIONS + CONCERNING)

SETS: Final = [
    ["ownership.pause"],
    ["ownership.deploy"],
    ["ownership.marked"],
    ["control.release"],
    ["control.unclear"],
    ["control.minor"],
    ["risk.attitude"],
    ["future.approvals"],
    ["readiness.licences"],
    ["readiness.reach"],
    ["risk.soak", "risk.exposure", "risk.fleet"],
]

INSTEAD: Final = (
    {F.ALIGNED, F.CLOSE, F.APART, F.FAR_APART, F.NOT_COMPARABLE},
    {F.UNANIMOUS, F.ADJACENT, F.LONE_DISSENTER, F.TWO_CAMPS, F.SPREAD},
    {F.AGREED, F.UNCONFIRMED, F.CONTESTED, F.UNAWARE_OWNER, F.ORPHAN, F.SPLIT},
    {
        F.PREREQUISITE_MET,
        F.PREREQUISITE_UNCONFIRMED,
        F.PREREQUISITE_PARTLY,
        F.PREREQUISITE_NOT_MET,
        F.PREREQUISITE_SPLIT,
    },
    {F.DIRECTION_DISPUTE, F.PACE_DISPUTE},
    {F.COMFORT, F.EXPOSED},
)
"""Findings that say another thing about the same."""

Name = tuple[str, F, Facet | None, str | None]


def name(finding: Finding) -> Name:
    """What a finding is told apart by."""
    return (
        finding.question,
        finding.kind,
        finding.facet if finding.kind in (F.NO_COMMON_POSITION, F.APPLICABILITY_CONFLICT) else None,
        finding.other,
    )


def named(comparison: Comparison) -> dict[Name, Finding]:
    found = [finding for item in comparison.questions for finding in item.findings]
    by_name = {name(finding): finding for finding in found}
    assert len(by_name) == len(found)
    return by_name


def endings(questionnaire: Questionnaire, responses: list[Response]) -> dict[Name, dict[Change, F | None]]:
    """By finding, every change that ends it, with the finding that takes its place."""
    before = named(compared(responses, questionnaire))
    found: dict[Name, dict[Change, F | None]] = {key: {} for key in before}
    for change, moved in every_move(questionnaire, responses):
        after = named(compared(moved, questionnaire))
        for key in before.keys() - after.keys():
            found[key][change] = instead_of(key, after.keys() - before.keys())
    return found


def instead_of(ended: Name, new: set[Name]) -> F | None:
    """The one new finding that says another thing about the same."""
    question, kind, *_ = ended
    family = next((family for family in INSTEAD if kind in family), set())
    found = {other for at, other, *_ in new if at == question and other in family}
    assert len(found) <= 1
    return next(iter(found), None)


def urgency(kind: F | None, impact: Impact) -> int:
    """How urgent the column of a finding is; what cannot be compared is not calm."""
    if kind is F.NOT_COMPARABLE:
        return len(BAND_ORDER)
    column = column_of(kind, impact) if kind else None
    return -1 if column is None else BAND_ORDER.index(column)


@pytest.mark.parametrize("questions", SETS, ids=" ".join)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_finding_is_fragile_exactly_where_one_moved_answer_ends_it(questions: list[str], data: st.DataObject) -> None:
    responses = responses_of(QUESTIONNAIRE, data.draw(people(QUESTIONNAIRE, questions)))
    comparison = compared(responses, QUESTIONNAIRE)
    flips = {name(finding): flip for finding, flip in fragility(comparison).items()}
    ended = endings(QUESTIONNAIRE, responses)
    assert flips.keys() == {key for key, changes in ended.items() if changes}
    for key, flip in flips.items():
        question, kind, *_ = key
        impact = QUESTIONNAIRE.question_by_id[question].impact
        assert flip.change in ended[key]
        assert flip.becomes is ended[key][flip.change]
        alike = {change.team for change, instead in ended[key].items() if instead is flip.becomes}
        assert {flip.change.team, *flip.also} == alike
        assert len({flip.change.team, *flip.also}) == 1 + len(flip.also)
        if any(urgency(instead, impact) < urgency(kind, impact) for instead in ended[key].values()):
            assert urgency(flip.becomes, impact) < urgency(kind, impact)
