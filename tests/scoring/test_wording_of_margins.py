"""How many answers it would take, and what one of those who do not know would change, in plain sentences."""

from __future__ import annotations

from typing import Final

import pytest

from questionnaires.words import Facet, FindingKind
from scoring import Finding
from scoring.fragility.changes import Change
from scoring.fragility.findings import Flip
from scoring.fragility.margins import Margin
from scoring.wording.changes import flip_sentence, flip_sentences, margin_sentence, margin_sentences
from tests.given.builders import compared

F = FindingKind
ATTITUDE, PAUSE, RELEASE, APPROVALS = "risk.attitude", "ownership.pause", "control.release", "future.approvals"
NOBODY: Final = compared([])


def found(question: str, facet: Facet, kind: FindingKind = F.FAR_APART, *others: str) -> Finding:
    return Finding(kind, question, ("endpoint", "operations"), facet, (), others)


@pytest.mark.parametrize(
    ("question", "facet", "answers", "moved", "after", "says"),
    [
        (ATTITUDE, Facet.POSITION, 1, 1, 2, "Endpoint said 2"),
        (ATTITUDE, Facet.POSITION, 2, 1, 2, "1 of the 2 people of Endpoint said 2"),
        (ATTITUDE, Facet.POSITION, 5, 3, 2, "3 of the 5 people of Endpoint said 2"),
        (ATTITUDE, Facet.POSITION, 2, 2, 2, "both people of Endpoint said 2"),
        (ATTITUDE, Facet.POSITION, 3, 3, 2, "all 3 people of Endpoint said 2"),
        (RELEASE, Facet.NEEDED, 1, 1, 0, "Endpoint needed 0"),
        (RELEASE, Facet.WANTED, 2, 2, 5, "both people of Endpoint wanted 5"),
        (APPROVALS, Facet.TODAY, 1, 1, 3, "Endpoint said 3 for today"),
        (APPROVALS, Facet.IN_24_MONTHS, 3, 2, 3, "2 of the 3 people of Endpoint said 3 for 24 months from now"),
        ("risk.soak", Facet.POSITION, 1, 1, 1, "Endpoint said 1 day"),
        (PAUSE, Facet.OWNER, 1, 1, 0, "Endpoint named itself"),
        (PAUSE, Facet.OWNER, 2, 2, 0, "both people of Endpoint named Endpoint"),
        (PAUSE, Facet.OWNER, 1, 1, 1, "Endpoint named Operations"),
    ],
)
def test_a_margin_says_how_many_of_how_many_would_have_to_say_what(
    question: str, facet: Facet, answers: int, moved: int, after: int, says: str
) -> None:
    margin = Margin(Change(question, facet, "endpoint", 4, after, answers), (4,) * moved, F.APART)
    assert margin_sentence(NOBODY, margin, found(question, facet)) == (
        f"It takes more than a step of one answer: if {says}, this would read “apart”."
    )


def test_the_margins_of_several_findings_are_told_one_after_the_other() -> None:
    findings = [found(ATTITUDE, Facet.POSITION), found(ATTITUDE, Facet.POSITION, F.NO_COMMON_POSITION)]
    margins = {
        one: Margin(Change(ATTITUDE, Facet.POSITION, "endpoint", 4, after, 2), (4, 4), None)
        for one, after in zip(findings, (1, 2), strict=True)
    }
    assert margin_sentences(NOBODY, margins, findings) == (
        "It takes more than a step of one answer: if both people of Endpoint said 1, “far apart” would fall away."
        " It takes more than a step of one answer: if both people of Endpoint said 2, “no common position” would fall"
        " away."
    )


@pytest.mark.parametrize(
    ("question", "facet", "unsure", "after", "says"),
    [
        (ATTITUDE, Facet.POSITION, 1, 2, "If Endpoint, who does not know, said 2"),
        (ATTITUDE, Facet.POSITION, 3, 2, "If one of the 3 of Endpoint who do not know said 2"),
        (APPROVALS, Facet.TODAY, 1, 2, "If Endpoint, who does not know, said 2 for today"),
        (PAUSE, Facet.OWNER, 1, 0, "If Endpoint, who does not know, named itself"),
        (PAUSE, Facet.OWNER, 2, 0, "If one of the 2 of Endpoint who do not know named Endpoint"),
    ],
)
def test_an_answer_of_who_does_not_know_is_told_as_such(
    question: str, facet: Facet, unsure: int, after: int, says: str
) -> None:
    finding = found(question, facet)
    flip = Flip(Change(question, facet, "endpoint", None, after, unsure), F.APART, ())
    assert flip_sentence(NOBODY, {finding: flip}, finding) == f"{says}, this would read “apart”."


SOAK, EXPOSURE, FLEET = "risk.soak", "risk.exposure", "risk.fleet"
STEP: Final = Flip(Change(SOAK, Facet.POSITION, "endpoint", 4, 3, 1), None, ())


@pytest.mark.parametrize(
    ("findings", "says"),
    [
        (
            [
                found(SOAK, Facet.POSITION, F.INFEASIBLE_TOGETHER, EXPOSURE),
                found(SOAK, Facet.POSITION, F.INFEASIBLE_TOGETHER, FLEET),
            ],
            "“cannot hold together” with “Days open” would fall away and"
            " “cannot hold together” with “Days for the fleet” would fall away.",
        ),
        (
            [found(SOAK, Facet.POSITION, F.INFEASIBLE_TOGETHER, EXPOSURE), found(SOAK, Facet.POSITION)],
            "“cannot hold together” would fall away and “far apart” would fall away.",
        ),
        (
            [
                Finding(F.NO_COMMON_POSITION, SOAK, ("endpoint",), Facet.TODAY),
                Finding(F.NO_COMMON_POSITION, SOAK, ("endpoint",), Facet.IN_12_MONTHS),
            ],
            "“no common position” would fall away and “no common position” would fall away.",
        ),
    ],
    ids=["two contradictions", "a contradiction and a gap", "two of a kind without another question"],
)
def test_of_several_contradictions_it_is_said_with_which_question(findings: list[Finding], says: str) -> None:
    sentence = flip_sentences(NOBODY, dict.fromkeys(findings, STEP), findings)
    assert sentence == f"If Endpoint said 5 days instead of 7 days, {says}"
