"""Findings in plain sentences."""

from __future__ import annotations

from fractions import Fraction

import pytest

from questionnaires import Choice, Response
from questionnaires.words import Facet, FindingKind
from scoring.wording.findings import FINDING_WORDS, finding_sentence
from scoring.wording.words import FACET_WORDS, listed, steps
from tests.given.builders import compared, small, voices, voices_to

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


@pytest.mark.parametrize(("value", "text"), [("0", "0 steps"), ("1", "1 step"), ("3/2", "1.5 steps"), ("3", "3 steps")])
def test_points_have_at_most_number(value: str, text: str) -> None:
    assert steps(Fraction(value)) == text


@pytest.mark.parametrize(
    ("kind", "position", "text"),
    [
        (F.ALIGNED, {"endpoint": 3, "operations": 3}, "Aligned: both teams that answered give the same answer."),
        (
            F.ALIGNED,
            {"endpoint": 3, "operations": "dont_know", "security": 3, "network": [3, 3]},
            "Aligned: 3 of 4 teams give the same answer.",
        ),
        (
            F.ALIGNED,
            {"endpoint": 3, "operations": [2, 4]},
            "Aligned: both teams that answered have the same middle answer.",
        ),
        (
            F.ALIGNED,
            {"endpoint": 3, "operations": 4},
            "Aligned: 1 step between Endpoint (3 “Three”) and Operations (4 “Four”).",
        ),
        (
            F.FAR_APART,
            {"endpoint": [4, 5], "operations": 0, "security": 0},
            "Far apart: 4.5 steps between Operations and Security (0 “Zero”) and Endpoint (between 4 “Four” and 5"
            " “Five”).",
        ),
        (F.UNANIMOUS, {"endpoint": 3, "operations": 3}, "The answers are unanimous."),
        (
            F.UNANIMOUS,
            {"endpoint": 3, "operations": [2, 4]},
            "The middle answers are the same; inside teams people differ.",
        ),
        (F.ADJACENT, {"endpoint": 3, "operations": 4}, "The answers are next to each other."),
        (F.ADJACENT, {"endpoint": 3, "operations": [4, 4]}, "The middle answers are next to each other."),
        (F.LONE_DISSENTER, {"endpoint": 1, "operations": 1, "security": 4}, None),
        (F.TWO_CAMPS, {"endpoint": 1, "security": 4}, "Two camps: Endpoint against Security."),
        (F.UNKNOWN, {"endpoint": "dont_know"}, "Mostly unknown: Endpoint does not know."),
        (
            F.APPLICABILITY_CONFLICT,
            {"endpoint": "not_applicable", "operations": "not_applicable", "security": 1},
            "Endpoint and Operations say that this does not apply; Security answers it.",
        ),
        (
            F.NO_COMMON_POSITION,
            {"endpoint": [0, 5, 5]},
            "No common position inside Endpoint (3 answers from 0 to 5).",
        ),
    ],
)
def test_a_finding_on_one_position_reads(kind: FindingKind, position: Named, text: str | None) -> None:
    expected = text or "Security stands alone against Endpoint and Operations."
    assert sentence(kind, "risk.attitude", voices("risk.attitude", position=position)) == expected


@pytest.mark.parametrize(
    ("kind", "owner", "text"),
    [
        (F.AGREED, {"endpoint": "endpoint", "security": "endpoint"}, "Agreed: both teams that answered name Endpoint."),
        (
            F.UNCONFIRMED,
            {"endpoint": "security", "network": "security"},
            "Not confirmed: both teams that answered name Security, which has not been heard.",
        ),
        (
            F.CONTESTED,
            {"endpoint": "endpoint", "security": "security"},
            "Contested: Endpoint and Security each name themselves.",
        ),
        (
            F.UNAWARE_OWNER,
            {"endpoint": "security", "operations": "security", "security": "nobody"},
            "Unaware owner: 2 of 3 teams name Security, which itself says nobody yet"
            " (Endpoint and Operations name Security).",
        ),
        (
            F.ORPHAN,
            {"endpoint": "nobody", "operations": ["security", "network"]},
            "No owner: no team that answered takes it"
            " (Endpoint says nobody yet; Operations names Security or Network); Security and Network are named, but not"
            " heard yet.",
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
        ({"endpoint": 4}, "Blocker: Endpoint needs 4 “Four”; the service offers at most 3 “Three”."),
        (
            {"endpoint": 4, "operations": 3, "security": 5},
            "Blocker: Endpoint needs 4 “Four” and Security needs 5 “Five”; the service offers at most 3 “Three”.",
        ),
        (
            {"endpoint": [4, 5]},
            "Blocker: Endpoint needs between 4 “Four” and 5 “Five”; the service offers at most 3 “Three”.",
        ),
        (
            {"endpoint": [1, 4, 5]},
            "Blocker: Endpoint needs 4 “Four” in the middle of its answers, 1 to 5, without a common position;"
            " the service offers at most 3 “Three”.",
        ),
    ],
)
def test_a_blocker_says_who_needs_what_and_what_is_offered(teams: Named, text: str) -> None:
    assert sentence(F.BLOCKER, "control.release", voices("control.release", needed=teams)) == text


def test_a_band_on_one_of_several_facets_says_which() -> None:
    responses = voices("control.release", wanted={"endpoint": 0, "security": 2})
    text = sentence(F.CLOSE, "control.release", responses)
    assert text == "Close on control wanted: 2 steps between Endpoint (0 “Zero”) and Security (2 “Two”)."


@pytest.mark.parametrize(
    ("facet", "said"),
    [("today", "today"), ("in_12_months", "in 12 months"), ("in_24_months", "in 24 months")],
)
def test_a_time_needs_no_preposition_of_its_own(facet: str, said: str) -> None:
    apart: Named = {"endpoint": 0, "security": 3, "network": [0, 1, 5]}
    responses = voices("future.approvals", **{facet: apart})
    assert sentence(F.APART, "future.approvals", responses) == (
        f"Apart {said}: 3 steps between Endpoint (0 “Zero”) and Security (3 “Three”);"
        " 3 to 5 steps, depending on where Network (0 to 5) settles."
    )
    assert sentence(F.NO_COMMON_POSITION, "future.approvals", responses) == (
        f"No common position {said} inside Network (3 answers from 0 to 5)."
    )


def test_positions_on_a_quantity_are_quoted_as_quantities() -> None:
    responses = voices("risk.soak", position={"endpoint": 0, "security": 4})
    text = sentence(F.FAR_APART, "risk.soak", responses)
    assert text == "Far apart: 4 steps between Endpoint (No day) and Security (7 days)."


def test_a_torn_team_on_one_of_several_facets_says_which() -> None:
    responses = voices("control.release", needed={"endpoint": [0, 5, 5]})
    text = sentence(F.NO_COMMON_POSITION, "control.release", responses)
    assert text == "No common position on control needed inside Endpoint (3 answers from 0 to 5)."


def test_an_unknown_offer_is_said_of_the_documentation() -> None:
    text = sentence(F.OFFER_UNKNOWN, "control.unclear", voices("control.unclear", needed={"endpoint": 3}))
    assert text == "What the service offers here is not clear from its documentation."


@pytest.mark.parametrize(
    ("kind", "status", "text"),
    [
        (F.PREREQUISITE_MET, {"endpoint": "met", "network": "met"}, "Met: both teams that answered say so."),
        (
            F.PREREQUISITE_PARTLY,
            {"endpoint": "met", "security": "partly"},
            "Partly met: Endpoint met; Security partly met.",
        ),
        (
            F.PREREQUISITE_NOT_MET,
            {"endpoint": "not_met", "security": "not_met"},
            "Not met: Endpoint not met; Security not met.",
        ),
        (
            F.PREREQUISITE_SPLIT,
            {"endpoint": "met", "operations": "partly", "security": "not_met"},
            "The answers differ: Endpoint met; Operations partly met; Security not met.",
        ),
        (
            F.PREREQUISITE_SPLIT,
            {"endpoint": ["not_met", "met", "met", "dont_know"], "network": "dont_know", "security": "not_applicable"},
            "The answers differ: Endpoint 2 met, 1 not met, 1 don't know; Network don't know.",
        ),
    ],
)
def test_a_finding_on_a_prerequisite_reads(kind: FindingKind, status: Named, text: str) -> None:
    assert sentence(kind, "readiness.licences", voices("readiness.licences", status=status)) == text


SECOND = """
[[contradiction]]
id = "soak_exceeds_fleet"
lower = "risk.soak"
upper = "risk.fleet"
text = "Watching cannot take longer than the fleet has."
"""


@pytest.mark.parametrize(
    ("upper", "said", "text"),
    [
        (
            "risk.exposure",
            {"endpoint": 5},
            "Cannot hold together with “Days open”: 7 days by Endpoint here, 1 day by Endpoint there."
            " Watching cannot take longer than a flaw may stay open.",
        ),
        (
            "risk.fleet",
            {"endpoint": 5},
            "Cannot hold together with “Days for the fleet”: 7 days by Endpoint here, 1 day by Endpoint there."
            " Watching cannot take longer than the fleet has.",
        ),
        (
            "risk.exposure",
            {"operations": 2, "network": 4, "security": 4},
            "Cannot hold together with “Days open”: 7 days by Endpoint here, 3 days by Security and Network there."
            " Watching cannot take longer than a flaw may stay open.",
        ),
        (
            "risk.exposure",
            {"operations": 2, "network": 4, "security": [0, 5]},
            "Cannot hold together with “Days open”: 7 days by Endpoint here, 1 day by Security there."
            " Watching cannot take longer than a flaw may stay open.",
        ),
    ],
    ids=["one limit", "another limit", "the strictest of several teams", "the stricter answer of a torn team"],
)
def test_a_contradiction_gives_both_values_and_its_own_reason(upper: str, said: Named, text: str) -> None:
    questionnaire = small(SECOND)
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4, "operations": 1})
    responses += voices_to(questionnaire, upper, position=said)
    comparison = compared(responses, questionnaire)
    item = comparison.question("risk.soak")
    assert item is not None
    finding = item.finding(F.INFEASIBLE_TOGETHER)
    assert finding is not None
    assert finding_sentence(comparison, finding) == text
