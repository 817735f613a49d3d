"""What one answer would change of a finding, in plain sentences."""

from __future__ import annotations

import pytest

from questionnaires import Choice, Response
from questionnaires.words import FindingKind
from scoring.fragility.findings import fragility
from scoring.wording.changes import flip_sentence, flip_sentences
from tests.given.builders import compared, voices

F = FindingKind
Named = dict[str, Choice | list[Choice]]


def sentence(kind: FindingKind, question: str, responses: list[Response]) -> str:
    """What one answer would make of the finding of this kind."""
    comparison = compared(responses)
    item = comparison.question(question)
    assert item is not None
    finding = item.finding(kind)
    assert finding is not None
    return flip_sentence(comparison, fragility(comparison), finding)


@pytest.mark.parametrize(
    ("kind", "position", "text"),
    [
        (
            F.APART,
            {"endpoint": 1, "security": 4},
            "If Endpoint said 2 instead of 1, this would read “close”; one answer of Security could do the same.",
        ),
        (
            F.UNANIMOUS,
            {"endpoint": 1, "security": 1},
            "If Endpoint said 0 instead of 1, this would read “next to each other”;"
            " one answer of Security could do the same.",
        ),
        (
            F.ALIGNED,
            {"endpoint": [2, 4], "security": 3},
            "If one of the 2 people of Endpoint said 1 instead of 2, this would read “close”,"
            " and Endpoint would have no common position.",
        ),
        (
            F.NO_COMMON_POSITION,
            {"endpoint": [1, 1, 3, 4]},
            "If one of the 4 people of Endpoint said 2 instead of 1, this would fall away.",
        ),
        (F.TWO_CAMPS, {"endpoint": 1, "security": 4}, ""),
        (F.FAR_APART, {"endpoint": [0, 0, 0], "security": [5, 5, 5]}, ""),
    ],
    ids=["one voice", "another shape", "of two", "of four", "holds after one step", "holds with three voices"],
)
def test_one_answer_on_a_ladder_reads(kind: FindingKind, position: Named, text: str) -> None:
    assert sentence(kind, "risk.attitude", voices("risk.attitude", position=position)) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (
            {"endpoint": 0, "security": 3},
            "If Endpoint said 1 day instead of No day, this would read “close”;"
            " one answer of Security could do the same.",
        ),
        (
            {"endpoint": [0, 0, 1], "security": [3, 3, 3]},
            "If one of the 3 people of Endpoint said 1 day instead of No day, this would read “close”.",
        ),
    ],
)
def test_a_quantity_is_quoted_by_its_label(said: Named, text: str) -> None:
    assert sentence(F.APART, "risk.soak", voices("risk.soak", position=said)) == text


@pytest.mark.parametrize(
    ("question", "facet", "one", "several"),
    [
        (
            "control.release",
            "needed",
            "If Endpoint needed 1 instead of 0",
            "If one of the 3 people of Endpoint needed 1 instead of 0",
        ),
        (
            "control.release",
            "wanted",
            "If Endpoint wanted 1 instead of 0",
            "If one of the 3 people of Endpoint wanted 1 instead of 0",
        ),
        (
            "future.approvals",
            "today",
            "If Endpoint said 1 instead of 0 for today",
            "If one of the 3 people of Endpoint said 1 instead of 0 for today",
        ),
        (
            "future.approvals",
            "in_12_months",
            "If Endpoint said 1 instead of 0 for 12 months from now",
            "If one of the 3 people of Endpoint said 1 instead of 0 for 12 months from now",
        ),
        (
            "future.approvals",
            "in_24_months",
            "If Endpoint said 1 instead of 0 for 24 months from now",
            "If one of the 3 people of Endpoint said 1 instead of 0 for 24 months from now",
        ),
    ],
)
def test_a_facet_is_said_in_its_own_words(question: str, facet: str, one: str, several: str) -> None:
    single: Named = {"endpoint": 0, "security": 3}
    three: Named = {"endpoint": [0, 0, 1], "security": [3, 3, 3]}
    assert sentence(F.APART, question, voices(question, **{facet: single})) == (
        f"{one}, this would read “close”; one answer of Security could do the same."
    )
    assert sentence(F.APART, question, voices(question, **{facet: three})) == f"{several}, this would read “close”."


@pytest.mark.parametrize(
    ("kind", "owner", "text"),
    [
        (
            F.CONTESTED,
            {"endpoint": "endpoint", "operations": "operations"},
            "If Endpoint named Operations instead of itself, this would read “agreed”;"
            " one answer of Operations could do the same.",
        ),
        (
            F.ORPHAN,
            {"endpoint": "nobody", "operations": "nobody", "security": "service"},
            "If Endpoint named itself instead of Nobody yet, this would read “split”;"
            " one answer of Operations could do the same.",
        ),
        (
            F.UNDECIDED,
            {"endpoint": ["endpoint", "service"]},
            "If one of the 2 people of Endpoint named The service instead of Endpoint, this would fall away.",
        ),
        (F.CONTESTED, {"endpoint": "endpoint", "operations": "operations", "security": "security"}, ""),
    ],
)
def test_one_answer_on_an_owner_reads(kind: FindingKind, owner: Named, text: str) -> None:
    assert sentence(kind, "ownership.pause", voices("ownership.pause", owner=owner)) == text


@pytest.mark.parametrize(
    ("kind", "status", "text"),
    [
        (
            F.PREREQUISITE_MET,
            {"endpoint": "met", "security": "met"},
            "If Endpoint said Partly met instead of Met, this would read “partly met”;"
            " one answer of Security could do the same.",
        ),
        (
            F.PREREQUISITE_SPLIT,
            {"endpoint": ["met", "met"], "security": ["met", "not_met"]},
            "If one of the 2 people of Security said Partly met instead of Not met, this would read “partly met”.",
        ),
    ],
)
def test_one_answer_on_a_status_reads(kind: FindingKind, status: Named, text: str) -> None:
    assert sentence(kind, "readiness.licences", voices("readiness.licences", status=status)) == text


def test_a_finding_that_nothing_takes_the_place_of_falls_away() -> None:
    text = sentence(F.BLOCKER, "control.release", voices("control.release", needed={"endpoint": 4}))
    assert text == "If Endpoint needed 3 instead of 4, this would fall away."


def test_all_other_teams_that_could_do_the_same_are_listed() -> None:
    text = sentence(
        F.UNANIMOUS, "risk.attitude", voices("risk.attitude", position={"endpoint": 1, "security": 1, "network": 1})
    )
    assert text.endswith("; one answer of Security or Network could do the same.")


def test_a_contradiction_names_the_answer_on_either_limit() -> None:
    responses = [
        *voices("risk.soak", position={"endpoint": 4}),
        *voices("risk.exposure", position={"security": 4}),
    ]
    text = sentence(F.INFEASIBLE_TOGETHER, "risk.soak", responses)
    assert text == "If Security said 7 days instead of 3 days on “Days open”, this would fall away."


@pytest.mark.parametrize(
    ("position", "text"),
    [
        (
            {"endpoint": [2, 4], "security": 3},
            "If one of the 2 people of Endpoint said 1 instead of 2, “aligned” would read “close”,"
            " and Endpoint would have no common position."
            " If one of the 2 people of Endpoint said 3 instead of 2, “unanimous” would read “next to each other”;"
            " one answer of Security could do the same.",
        ),
        (
            {"endpoint": 1, "operations": 1, "security": 3},
            "If Security said 2 instead of 3, “close” would read “aligned”."
            " If Endpoint said 2 instead of 1, “one team stands alone” would read “spread out”;"
            " one answer of Operations could do the same.",
        ),
        (
            {"endpoint": 1, "security": 2},
            "If Endpoint said 0 instead of 1, “aligned” would read “close” and “next to each other” would read"
            " “two camps”; one answer of Security could do the same.",
        ),
        ({"endpoint": [0, 0, 0], "security": [5, 5, 5]}, ""),
    ],
    ids=["a change that tears", "two changes", "one change for two", "no change"],
)
def test_each_change_is_said_once_with_all_that_it_would_do(position: Named, text: str) -> None:
    comparison = compared(voices("risk.attitude", position=position))
    item = comparison.question("risk.attitude")
    assert item is not None
    assert flip_sentences(comparison, fragility(comparison), item.findings) == text


@pytest.mark.parametrize(
    ("today", "in_24_months", "kinds", "text"),
    [
        (
            {"endpoint": 1, "operations": [2, 3, 3]},
            {"endpoint": 1, "operations": [4, 1, 1]},
            (F.BASELINE_DISPUTE, F.DIRECTION_DISPUTE),
            "If Endpoint said 2 instead of 1 for today, “baseline disputed” would fall away and “direction disputed”"
            " would fall away.",
        ),
        (
            {"endpoint": 2, "operations": [2, 5]},
            {"endpoint": 5, "operations": [2, 4]},
            (F.CLOSE, F.TWO_CAMPS),
            "If Endpoint said 1 instead of 2 for today, “close” would read “apart” and “two camps” would read"
            " “spread out”.",
        ),
    ],
    ids=["an answer for one part", "an answer for either part"],
)
def test_another_team_is_named_only_where_one_answer_of_it_does_all_of_it(
    today: Named, in_24_months: Named, kinds: tuple[FindingKind, ...], text: str
) -> None:
    """2 instead of 3 today of Operations ends the dispute of the baseline, and not that of the direction. In the second
    case 3 instead of 4 in 24 months makes it apart between two camps, 3 instead of 2 makes it close and spread out."""
    comparison = compared(voices("future.approvals", today=today, in_24_months=in_24_months))
    item = comparison.question("future.approvals")
    assert item is not None
    findings = [one for one in item.findings if one.kind in kinds]
    assert flip_sentences(comparison, fragility(comparison), findings) == text
