"""What a criterion asks for and why, in the words a sponsor reads, on limits of the built-in questionnaire.

Less than 12 hours to stop cannot be promised. Where nobody says otherwise the broad ring waits 2 days, in some tests 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from importlib import resources
from typing import Final

import pytest

from questionnaires import Choice, Questionnaire, builtin
from questionnaires.loading import assemble
from questionnaires.words import FindingKind
from scoring import Comparison, Criterion, recommend
from scoring.comparison.thresholds import Origin
from scoring.wording.criteria import threshold_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, voices_to

HOURS: Final = "risk_appetite.hours_to_stop"
LAST_RING: Final = "risk_appetite.last_ring_days"
SOAK: Final = "risk_appetite.soak_days"

Said = Mapping[str, Choice | list[Choice]]

BY_SECURITY: Final[dict[str, Choice | list[Choice]]] = {
    "threshold_security_8h": 4,
    "threshold_security_4h": 5,
    "threshold_half": [4, 5],
}
"""What Security asks for, where Endpoint is content with 72 hours."""


def five_days_by_default() -> Questionnaire:
    """The built-in questionnaire, but that the broad ring waits 5 days where nobody says otherwise."""
    folder = resources.files("questionnaires") / "autopatch"
    texts = {one.name: one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".toml")}
    two, five = (f'question = "{SOAK}"\ndefault = {days}\n' for days in (2, 5))
    texts["criteria.toml"] = texts["criteria.toml"].replace(two, five)
    return assemble((name, text.encode()) for name, text in texts.items())


def comparison_of(questionnaire: Questionnaire | None = None, **questions: Said) -> Comparison:
    asked = questionnaire or builtin()
    responses = [
        one
        for name, said in questions.items()
        for one in voices_to(asked, f"risk_appetite.{name}", position=dict(said))
    ]
    return compared(responses, asked)


def criterion_of(identifier: str, comparison: Comparison) -> Criterion:
    return next(one for one in recommend(comparison) if one.id == identifier)


def told(identifier: str, comparison: Comparison) -> str:
    return threshold_sentence(comparison, criterion_of(identifier, comparison).threshold)


@pytest.mark.parametrize("case", BY_SECURITY)
def test_who_asks_for_more_than_can_be_had_gets_what_can_be_had(case: str) -> None:
    found = criterion_of("pause_drill", comparison_of(hours_to_stop={"endpoint": 0, "security": BY_SECURITY[case]}))
    assert "at most 12 hours after the call" in found.statement


@pytest.mark.parametrize("case", ["threshold_security_4h", "threshold_half"])
def test_a_threshold_that_was_cut_says_so_with_what_was_asked(case: str) -> None:
    text = told("pause_drill", comparison_of(hours_to_stop={"endpoint": 0, "security": BY_SECURITY[case]}))
    assert text == (
        "The documented limit: the strictest value that a team gives is more than the service can promise."
        " Endpoint 72 hours; Security 4 hours (stricter than documented as possible)."
        " The teams are far apart on this: see the agenda."
    )


def test_teams_that_only_come_out_at_one_option_have_not_agreed() -> None:
    """threshold_agreed_unequal: 24 and 12 hours inside Endpoint, 12 of Security."""
    comparison = comparison_of(hours_to_stop={"endpoint": [2, 3], "security": 3})
    threshold = criterion_of("pause_drill", comparison).threshold
    assert (threshold.value, threshold.origin) == (Decimal(12), Origin.STRICTEST)


def test_torn_teams_are_told_by_both_ends_and_by_the_answer_that_counts() -> None:
    """two_torn: nobody says 12 hours, which lie in the middle between 72 and 4."""
    text = told("pause_drill", comparison_of(hours_to_stop={"endpoint": [0, 5], "security": [0, 5]}))
    assert "12 hours" not in text
    for team in ("Endpoint", "Security"):
        assert f"{team} 72 hours to 4 hours (no common position; 4 hours counts" in text


def test_a_limit_that_contradicts_a_default_is_unsettled_on_both_criteria() -> None:
    """infeasible_default: who waits 5 days before the broad ring cannot have the last ring done within 3."""
    comparison = comparison_of(
        five_days_by_default(),
        last_ring_days={"endpoint": 5, "security": 5},
        soak_days={"endpoint": "dont_know", "security": "dont_know"},
    )
    soak, ring = (criterion_of(name, comparison).threshold for name in ("soak_set", "last_ring_current"))
    assert (soak.value, soak.infeasible_with) == (Decimal(5), ((LAST_RING,),))
    assert (ring.value, ring.infeasible_with) == (Decimal(3), ((SOAK,),))
    for name, other in (
        ("soak_set", "Days until the last ring is done"),
        ("last_ring_current", "before the broad ring"),
    ):
        text = told(name, comparison)
        assert "Not settled yet: it cannot hold together with" in text
        assert other in text


def test_a_limit_that_contradicts_a_default_is_found_on_both_questions_and_named_as_a_default() -> None:
    comparison = comparison_of(
        five_days_by_default(),
        last_ring_days={"endpoint": 5, "security": 5},
        soak_days={"endpoint": "dont_know", "security": "dont_know"},
    )
    found = {}
    for name in (LAST_RING, SOAK):
        item = comparison.question(name)
        assert item is not None
        finding = item.finding(FindingKind.INFEASIBLE_TOGETHER)
        assert finding is not None
        assert finding.teams == ("endpoint", "security")
        found[name] = finding_sentence(comparison, finding)
    assert "3 days by Endpoint and Security here, 5 days by default there" in found[LAST_RING]
    assert "5 days by default here, 3 days by Endpoint and Security there" in found[SOAK]
    assert {LAST_RING, SOAK} <= {entry.question for entry in comparison.agenda.entries}


def test_two_defaults_are_nobodys_contradiction() -> None:
    comparison = comparison_of(
        last_ring_days={"endpoint": "dont_know"}, soak_days={"endpoint": "dont_know"}, hours_to_stop={"endpoint": 1}
    )
    kinds = {finding.kind for item in comparison.questions for finding in item.findings}
    assert FindingKind.INFEASIBLE_TOGETHER not in kinds


@pytest.mark.parametrize(("days", "unsettled"), [(4, False), (5, True)])
def test_a_limit_that_only_meets_the_default_contradicts_nothing(days: int, unsettled: bool) -> None:
    """5 days until the last ring is done, and 5 days of waiting by default, can hold together; 3 days cannot."""
    comparison = comparison_of(
        five_days_by_default(), last_ring_days={"endpoint": days, "security": 0}, soak_days={"endpoint": "dont_know"}
    )
    assert bool(criterion_of("last_ring_current", comparison).threshold.infeasible_with) is unsettled
