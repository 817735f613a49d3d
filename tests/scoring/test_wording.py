"""Findings, thresholds and reasons in plain sentences."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from scoring.criteria import recommend
from scoring.wording import (
    FACET_WORDS,
    FINDING_WORDS,
    because_sentences,
    finding_sentence,
    listed,
    points,
    threshold_sentence,
)
from tests.builders import compared, criterion, small, voices, voices_to

F = FindingKind
Named = dict[str, Choice | list[Choice]]


def sentence(kind: FindingKind, question: str, responses: list[Response]) -> str:
    comparison = compared(responses)
    item = comparison.question(question)
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return finding_sentence(comparison, finding)


def test_every_finding_and_every_facet_has_its_words() -> None:
    assert (set(FINDING_WORDS), set(FACET_WORDS)) == (set(FindingKind), set(Facet))


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")], ids=str
)
def test_words_are_listed_with_a_last_and(words: list[str], text: str) -> None:
    assert listed(words) == text


@pytest.mark.parametrize(
    ("value", "text"), [("0", "0 points"), ("1", "1 point"), ("3/2", "1.5 points"), ("3", "3 points")]
)
def test_points_have_at_most_one_decimal(value: str, text: str) -> None:
    assert points(Fraction(value)) == text


@pytest.mark.parametrize(
    ("kind", "position", "text"),
    [
        (F.ALIGNED, {"endpoint": 3, "operations": 3}, "Aligned: every team gives the same answer."),
        (F.ALIGNED, {"endpoint": 3, "operations": 4}, "Aligned: 1 point between Endpoint (3) and Operations (4)."),
        (
            F.FAR_APART,
            {"endpoint": [4, 5], "operations": 0, "security": 0},
            "Far apart: 4.5 points between Operations and Security (0) and Endpoint (4.5).",
        ),
        (F.UNANIMOUS, {"endpoint": 3, "operations": 3}, "The answers are unanimous."),
        (F.LONE_DISSENTER, {"endpoint": 1, "operations": 1, "security": 4}, None),
        (F.TWO_CAMPS, {"endpoint": 1, "security": 4}, "Two camps: Endpoint against Security."),
        (F.UNKNOWN, {"endpoint": "dont_know"}, "Most do not know (Endpoint)."),
        (
            F.APPLICABILITY_CONFLICT,
            {"endpoint": "not_applicable", "operations": "not_applicable", "security": 1},
            "Endpoint and Operations say this does not apply, others answer it.",
        ),
        (
            F.NO_COMMON_POSITION,
            {"endpoint": [0, 5, 5]},
            "No common position inside Endpoint (3 answers from 0 to 5) on answer.",
        ),
    ],
)
def test_a_finding_on_one_position_reads(kind: FindingKind, position: Named, text: str | None) -> None:
    expected = text or "Security stands alone against Endpoint and Operations."
    assert sentence(kind, "risk.attitude", voices("risk.attitude", position=position)) == expected


@pytest.mark.parametrize(
    ("kind", "owner", "text"),
    [
        (F.AGREED, {"endpoint": "endpoint", "security": "endpoint"}, "Agreed: every team names Endpoint."),
        (
            F.UNCONFIRMED,
            {"endpoint": "security", "network": "security"},
            "Not confirmed: every team names Security, who has not answered.",
        ),
        (
            F.CONTESTED,
            {"endpoint": "endpoint", "security": "security"},
            "Contested: Endpoint and Security each name themselves (Endpoint names Endpoint; Security names Security).",
        ),
        (
            F.UNAWARE_OWNER,
            {"endpoint": "security", "operations": "security", "security": "nobody"},
            "Unaware owner: most name Security, who names another"
            " (Endpoint and Operations name Security; Security names Nobody yet).",
        ),
        (
            F.ORPHAN,
            {"endpoint": "nobody", "operations": ["security", "network"]},
            "Nobody owns it: no team takes it (Endpoint names Nobody yet; Operations names Security or Network).",
        ),
        (F.BOUNDARY_EXPECTED, {"endpoint": "service"}, None),
        (F.UNDECIDED, {"endpoint": ["endpoint", "security"]}, "Endpoint names several owners equally often."),
    ],
)
def test_a_finding_on_ownership_reads(kind: FindingKind, owner: Named, text: str | None) -> None:
    expected = text or "Endpoint leaves this to the service; the documentation says it is ours."
    assert sentence(kind, "ownership.pause", voices("ownership.pause", owner=owner)) == expected


@pytest.mark.parametrize(
    ("teams", "text"),
    [
        ({"endpoint": 4}, "Blocker: Endpoint needs more than the service offers (most: 3, Three)."),
        (
            {"endpoint": 4, "security": 5},
            "Blocker: Endpoint and Security need more than the service offers (most: 3, Three).",
        ),
    ],
)
def test_a_blocker_says_what_is_offered(teams: Named, text: str) -> None:
    assert sentence(F.BLOCKER, "control.release", voices("control.release", needed=teams)) == text


def test_a_band_on_one_of_several_facets_says_which() -> None:
    responses = voices("control.release", wanted={"endpoint": 0, "security": 2})
    text = sentence(F.CLOSE, "control.release", responses)
    assert text == "Close on control wanted: 2 points between Endpoint (0) and Security (2)."


SECOND = """
[[contradiction]]
id = "soak_exceeds_fleet"
lower = "risk.soak"
upper = "risk.fleet"
text = "Watching cannot take longer than the fleet has."
"""


@pytest.mark.parametrize(
    ("upper", "text"),
    [
        (
            "risk.exposure",
            "Cannot hold together with Days open: Watching cannot take longer than a flaw may stay open.",
        ),
        (
            "risk.fleet",
            "Cannot hold together with Days for the fleet: Watching cannot take longer than the fleet has.",
        ),
    ],
)
def test_a_contradiction_gives_its_own_reason(upper: str, text: str) -> None:
    questionnaire = small(SECOND)
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4})
    responses += voices_to(questionnaire, upper, position={"endpoint": 5})
    comparison = compared(responses, questionnaire)
    item = comparison.question("risk.soak")
    assert item is not None
    finding = item.finding(F.INFEASIBLE_TOGETHER)
    assert finding is not None
    assert finding_sentence(comparison, finding) == text


HOURS = small(
    criterion(
        "stop",
        threshold='{ question = "risk.hours_to_stop", default = 24, unit = "hours", comparison = "at_most",'
        ' basis = "documented", sources = ["page"] }',
    )
)


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": 2, "security": 2},
            "Agreed: all teams with a common position give this value. Endpoint 1 day; Security 1 day.",
        ),
        (
            {"endpoint": 0, "security": 4, "network": [0, 3]},
            "The strictest of the teams' values that the service's documented limits allow. Endpoint 3 days;"
            " Security 4 hours (stricter than documented as possible); Network 1 day (no common position, not used)."
            " The teams are far apart on this: see the agenda.",
        ),
        ({"endpoint": 1}, "Only one team has a common position on it. Endpoint 2 days."),
        ({"endpoint": "dont_know"}, "Default: documented for the service."),
    ],
)
def test_a_threshold_says_where_it_comes_from(position: Named, text: str) -> None:
    comparison = compared(voices_to(HOURS, "risk.hours_to_stop", position=position), HOURS)
    (found,) = recommend(comparison)
    assert threshold_sentence(comparison, found.threshold) == text


def test_a_threshold_that_cannot_hold_says_with_what() -> None:
    part = '{ question = "risk.soak", default = 3, unit = "days", comparison = "at_least", basis = "ours", %s }'
    questionnaire = small(criterion("soak", threshold=part % 'sources = ["page"]'))
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4})
    responses += voices_to(questionnaire, "risk.exposure", position={"endpoint": 5})
    comparison = compared(responses, questionnaire)
    (found,) = recommend(comparison)
    text = threshold_sentence(comparison, found.threshold)
    assert text.endswith("Endpoint 7 days. Cannot hold together with Days open: see the agenda.")


def reasons(kind: str, question: str, **facets: Named) -> list[str]:
    questionnaire = small(criterion("some", when=f'{{ findings = ["{kind}"], questions = ["{question}"] }}'))
    comparison = compared(voices_to(questionnaire, question, **facets), questionnaire)
    (found,) = recommend(comparison)
    return because_sentences(comparison, found)


def test_the_reasons_are_a_line_for_each_question() -> None:
    lines = reasons("far_apart", "risk.attitude", position={"endpoint": 0, "security": [4, 5]})
    assert lines == ["Attitude – Endpoint: Zero; Security: between Four and Five"]


def test_a_torn_team_is_quoted_with_its_range() -> None:
    lines = reasons("no_common_position", "risk.attitude", position={"endpoint": [0, 1, 5]})
    assert lines == ["Attitude – Endpoint: no common position (0 to 5)"]


def test_each_facet_is_quoted_by_its_name() -> None:
    lines = reasons(
        "backwards",
        "future.approvals",
        today={"endpoint": 3},
        in_12_months={"endpoint": "dont_know"},
        in_24_months={"endpoint": 1},
    )
    assert lines == ["Approvals – Endpoint: today: Three; in 12 months: don't know; in 24 months: One"]


def test_teams_that_do_not_answer_give_no_reason() -> None:
    lines = reasons("unanimous", "risk.taste", position={"endpoint": 1, "operations": 1, "security": "not_applicable"})
    assert lines == ["Taste – Endpoint: One; Operations: One; Security: not applicable"]
