"""What a criterion asks for and why, in the words a sponsor reads, on limits of the built-in questionnaire.

At most 8 hours to stop are documented as possible; 2 % of the devices may fail, and 2 % be not ready, where nobody says
otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

import pytest

from questionnaires import Choice, builtin
from questionnaires.words import FindingKind
from scoring import Comparison, Criterion, recommend
from scoring.comparison.thresholds import Origin
from scoring.wording.criteria import threshold_sentence
from scoring.wording.findings import finding_sentence
from tests.given.builders import compared, voices_to

HOURS: Final = "risk_appetite.hours_to_stop"
CURRENT: Final = "risk_appetite.devices_current"
FAILED: Final = "risk_appetite.failed_installs"
NOT_READY: Final = "risk_appetite.not_ready"

Said = Mapping[str, Choice | list[Choice]]

BY_SECURITY: Final[dict[str, Choice | list[Choice]]] = {
    "threshold_security_8h": 4,
    "threshold_security_4h": 5,
    "threshold_half": [4, 5],
}
"""What Security asks for, where Endpoint is content with 72 hours."""


def comparison_of(**questions: Said) -> Comparison:
    responses = [
        one
        for name, said in questions.items()
        for one in voices_to(builtin(), f"risk_appetite.{name}", position=dict(said))
    ]
    return compared(responses, builtin())


def criterion_of(identifier: str, comparison: Comparison) -> Criterion:
    return next(one for one in recommend(comparison) if one.id == identifier)


def told(identifier: str, comparison: Comparison) -> str:
    return threshold_sentence(comparison, criterion_of(identifier, comparison).threshold)


@pytest.mark.parametrize("case", BY_SECURITY)
def test_who_asks_for_more_than_can_be_had_gets_what_can_be_had(case: str) -> None:
    found = criterion_of("pause_drill", comparison_of(hours_to_stop={"endpoint": 0, "security": BY_SECURITY[case]}))
    assert "at most 8 hours after the call" in found.statement


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


UNSETTLED: Final[dict[str, Said]] = {
    "devices_current": {"endpoint": 5, "security": 5},
    "failed_installs": {"endpoint": "dont_know", "security": "dont_know"},
    "not_ready": {"endpoint": "dont_know", "security": "dont_know"},
}
"""Who wants 99 % of the devices current leaves no room for the 4 % that may lag by default."""


def test_a_limit_that_contradicts_defaults_is_unsettled_on_every_criterion() -> None:
    comparison = comparison_of(**UNSETTLED)
    values = {"currency_per_ring": (99, CURRENT), "failed_installs": (2, FAILED), "not_ready": (2, NOT_READY)}
    for name, (value, question) in values.items():
        threshold = criterion_of(name, comparison).threshold
        assert threshold.value == Decimal(value)
        assert [set(others) for others in threshold.infeasible_with] == [{CURRENT, FAILED, NOT_READY} - {question}]
        assert "Not settled yet: it cannot hold together with" in told(name, comparison)


def test_a_limit_that_contradicts_defaults_is_found_on_every_question_and_they_are_named_as_defaults() -> None:
    comparison = comparison_of(**UNSETTLED)
    for name in (CURRENT, FAILED, NOT_READY):
        item = comparison.question(name)
        assert item is not None
        finding = item.finding(FindingKind.INFEASIBLE_TOGETHER)
        assert finding is not None
        assert finding.teams == ("endpoint", "security")
        said = finding_sentence(comparison, finding)
        assert "99 % by Endpoint and Security" in said
        assert said.count("2 % by default") == 2
    assert {CURRENT, FAILED, NOT_READY} <= {entry.question for entry in comparison.agenda.entries}


def test_defaults_alone_are_nobodys_contradiction() -> None:
    comparison = comparison_of(
        devices_current={"endpoint": "dont_know"}, not_ready={"endpoint": "dont_know"}, hours_to_stop={"endpoint": 1}
    )
    kinds = {finding.kind for item in comparison.questions for finding in item.findings}
    assert FindingKind.INFEASIBLE_TOGETHER not in kinds


@pytest.mark.parametrize(("share", "unsettled"), [(4, False), (3, True)])
def test_limits_that_only_meet_the_default_contradict_nothing(share: int, unsettled: bool) -> None:
    """95 % current, 3 % not ready and 2 % failed by default can just hold together; with 5 % not ready they cannot."""
    comparison = comparison_of(
        devices_current={"endpoint": 3}, not_ready={"endpoint": share}, failed_installs={"endpoint": "dont_know"}
    )
    assert bool(criterion_of("not_ready", comparison).threshold.infeasible_with) is unsettled
