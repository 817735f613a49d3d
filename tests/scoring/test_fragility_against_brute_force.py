"""What is said to be fragile, against every single answer moved and everything compared anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires import Response
from questionnaires.words import Facet, Impact
from questionnaires.words import FindingKind as F
from scoring import Comparison, Finding
from scoring.comparison.catalogue import column_of
from scoring.conventions import BAND_ORDER
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flip, fragility, fragility_if_known
from tests.given.answers_moved import EXAMPLES, every_known, every_move, people, responses_of
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

Name = tuple[str, F, Facet | None, tuple[str, ...]]


def name(finding: Finding) -> Name:
    """What a finding is told apart by."""
    return (
        finding.question,
        finding.kind,
        finding.facet if finding.kind in (F.NO_COMMON_POSITION, F.APPLICABILITY_CONFLICT) else None,
        finding.others,
    )


def named(comparison: Comparison) -> dict[Name, Finding]:
    found = [finding for item in comparison.questions for finding in item.findings]
    by_name = {name(finding): finding for finding in found}
    assert len(by_name) == len(found)
    return by_name


@dataclass(frozen=True)
class End:
    """What takes the place of a finding that a change ends, and whether the change tears the team that it is of."""

    becomes: F | None
    tears: bool


def endings(
    responses: list[Response], changes: Iterable[tuple[Change, list[Response]]]
) -> dict[Name, dict[Change, End]]:
    """By finding, every one of these changes that ends it."""
    comparison = compared(responses, QUESTIONNAIRE)
    before = named(comparison)
    found: dict[Name, dict[Change, End]] = {key: {} for key in before}
    for change, moved in changes:
        other = compared(moved, QUESTIONNAIRE)
        after = named(other)
        tears = change.team in torn(other, change) and change.team not in torn(comparison, change)
        for key in before.keys() - after.keys():
            found[key][change] = End(instead_of(key, after.keys() - before.keys()), tears)
    return found


def torn(comparison: Comparison, change: Change) -> set[str]:
    """The teams without a common position on the facet of a change."""
    item = comparison.question(change.question)
    assert item is not None
    return {
        team
        for finding in item.findings
        if finding.kind is F.NO_COMMON_POSITION and finding.facet is change.facet
        for team in finding.teams
    }


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
    ended = endings(responses, every_move(QUESTIONNAIRE, responses))
    assert flips.keys() == {key for key, changes in ended.items() if changes}
    for key, flip in flips.items():
        assert_holds(key, flip, ended[key])
        assert {flip.change.team, *flip.also} == {change.team for change in as_said(flip, ended[key])}


@pytest.mark.parametrize("questions", SETS, ids=" ".join)
@settings(max_examples=EXAMPLES)
@given(data=st.data())
def test_a_finding_rests_on_what_is_unknown_exactly_where_an_answer_instead_ends_it(
    questions: list[str], data: st.DataObject
) -> None:
    """But a finding that says who could not answer, and one that rests on two questions."""
    responses = responses_of(QUESTIONNAIRE, data.draw(people(QUESTIONNAIRE, questions)))
    comparison = compared(responses, QUESTIONNAIRE)
    flips = {name(finding): flip for finding, flip in fragility_if_known(comparison).items()}
    ended = endings(responses, every_known(QUESTIONNAIRE, responses))
    left_out = {F.UNKNOWN, F.APPLICABILITY_CONFLICT, F.INFEASIBLE_TOGETHER}
    assert flips.keys() == {key for key, changes in ended.items() if changes and key[1] not in left_out}
    for key, flip in flips.items():
        assert_holds(key, flip, ended[key])


def assert_holds(key: Name, flip: Flip, ended: dict[Change, End]) -> None:
    """That the changes named end the finding as they are said to, and that no better one was passed over."""
    question, kind, *_ = key
    impact = QUESTIONNAIRE.question_by_id[question].impact
    assert {flip.change, *flip.others} <= as_said(flip, ended)
    assert len({flip.change.team, *flip.also}) == 1 + len(flip.also)
    # What tears a team is no way to make a question calm; of the others what does comes first.
    rest = [end for end in ended.values() if not end.tears]
    assert flip.tears is (not rest)
    if any(urgency(end.becomes, impact) < urgency(kind, impact) for end in rest):
        assert urgency(flip.becomes, impact) < urgency(kind, impact)


def as_said(flip: Flip, ended: dict[Change, End]) -> set[Change]:
    """The changes that do what a flip says."""
    return {change for change, end in ended.items() if end.becomes is flip.becomes and end.tears is flip.tears}
