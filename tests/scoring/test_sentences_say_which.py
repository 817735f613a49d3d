"""Where several things are found on one question, a sentence says which of them an answer would change."""

from __future__ import annotations

import pytest

from maturity.results.build_questions import question_results
from maturity.results.findings import AgendaEntry
from questionnaires import Choice, Questionnaire, Response
from questionnaires.words import FindingKind
from scoring.comparison.answers import answer_in_words
from scoring.fragility.findings import fragility
from scoring.fragility.fragile import UNKNOWN
from scoring.fragility.margins import margins
from scoring.wording.changes import flip_sentences, margin_sentences
from tests.given.builders import Voices, compared, compared_on, small, voices, voices_to
from tests.proofs.cases import case_of
from tests.proofs.fields import small_field
from tests.proofs.worlds import World

F = FindingKind


def entry(responses: list[Response], question: str, questionnaire: Questionnaire) -> AgendaEntry:
    """The entry of a question on the agenda of one round."""
    results = case_of(World(0, questionnaire, (tuple(responses),), carrying=False)).results
    return next(one for one in results.agenda if one.question == question)


def test_a_change_that_ends_one_of_two_findings_says_which() -> None:
    # A blocker of high impact stands in the column of what is far apart.
    people = voices("control.release", needed={"endpoint": 4, "security": 0}, wanted={"endpoint": 4, "security": 0})
    found = entry(people, "control.release", small())
    assert set(found.findings) == {F.FAR_APART, F.BLOCKER}
    assert found.fragile == "If Endpoint needed 3 instead of 4, “blocker” would fall away."


def test_of_two_limits_that_cannot_hold_with_a_third_it_says_which_contradiction_would_fall_away() -> None:
    people = [
        *voices_to(small_field(), "risk.soak", position={"endpoint": 4}),
        *voices_to(small_field(), "risk.exposure", position={"security": 4}),
        *voices_to(small_field(), "risk.fleet", position={"network": 4}),
    ]
    comparison = compared(people, small_field())
    item = comparison.question("risk.soak")
    assert item is not None
    findings = [finding for finding in item.findings if finding.kind is F.INFEASIBLE_TOGETHER]
    assert len(findings) == 2
    said = flip_sentences(comparison, fragility(comparison), findings)
    assert said == (
        "If Security said 7 days instead of 3 days on “Days open”,"
        " “cannot hold together” with “Days open” would fall away."
        " If Network said 7 days instead of 3 days on “Days for the fleet”,"
        " “cannot hold together” with “Days for the fleet” would fall away."
    )


@pytest.mark.parametrize(("together", "which"), [(False, "this would"), (True, "“blocker” would")])
def test_a_margin_says_which_finding_it_calms_only_where_there_are_several(together: bool, which: str) -> None:
    comparison = compared(
        voices(
            "control.release",
            needed={"endpoint": [0, 0], "security": [5, 5]},
            wanted={"endpoint": [0, 0], "security": [5, 5]},
        )
    )
    item = comparison.question("control.release")
    assert item is not None
    found = margins(comparison, fragility(comparison))
    findings = [one for one in item.findings if one.kind is F.BLOCKER or (together and one.kind is F.FAR_APART)]
    said = margin_sentences(comparison, found, findings)
    assert said == f"It takes more than a step of one answer: if both people of Security needed 3, {which} fall away."


def test_two_teams_that_answer_different_parts_are_not_called_one_team() -> None:
    comparison = compared(
        voices("future.approvals", today={"endpoint": 1, "security": "not_applicable"}, in_24_months={"security": 4})
    )
    item = comparison.question("future.approvals")
    assert item is not None
    verdict = question_results(comparison, UNKNOWN, item).verdict
    assert verdict is not None
    assert verdict.says == "no part in common"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (["dont_know", "not_applicable", "not_applicable"], "don't know or not applicable"),
        (["not_applicable"], "not applicable"),
        (["dont_know"], "don't know"),
    ],
    ids=["both", "outside", "unknown"],
)
def test_a_team_without_an_answer_is_quoted_with_all_that_it_said(said: list[Choice], words: str) -> None:
    positions: Voices = {"endpoint": said}
    assert answer_in_words(small(), compared_on("risk.attitude", position=positions), "endpoint") == words
