"""How urgent findings are against each other, and which of them one answer might end at all."""

from __future__ import annotations

import pytest

from questionnaires.words import Facet, FindingKind, Impact
from scoring import Finding
from scoring.fragility.findings import may_end, urgency

F = FindingKind


@pytest.mark.parametrize("impact", Impact)
def test_what_cannot_be_compared_is_more_urgent_than_what_is_far_apart(impact: Impact) -> None:
    assert urgency(F.NOT_COMPARABLE, impact) > urgency(F.FAR_APART, impact)


@pytest.mark.parametrize("impact", Impact)
def test_what_takes_no_column_of_the_agenda_is_less_urgent_than_what_is_aligned(impact: Impact) -> None:
    assert urgency(None, impact) == urgency(F.UNANIMOUS, impact) < urgency(F.ALIGNED, impact)


@pytest.mark.parametrize(
    ("kind", "teams", "owners", "ends"),
    [
        (F.BLOCKER, ("endpoint",), (), True),
        (F.BLOCKER, ("endpoint", "security"), (), False),
        (F.BOUNDARY_CLAIMED, ("endpoint", "security"), ("endpoint",), False),
        (F.CONTESTED, ("endpoint", "network", "security"), ("endpoint", "security"), True),
        (F.CONTESTED, ("endpoint", "network", "security"), ("endpoint", "network", "security"), False),
        (F.FAR_APART, ("endpoint", "network", "security"), (), True),
    ],
)
def test_one_answer_might_end_what_few_enough_teams_are_the_cause_of(
    kind: FindingKind, teams: tuple[str, ...], owners: tuple[str, ...], ends: bool
) -> None:
    assert may_end(Finding(kind, "control.release", teams, Facet.NEEDED, owners)) is ends
