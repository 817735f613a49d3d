"""How movements read."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from scoring.comparison.rounds import Step
from scoring.wording.rounds import STEP_WORDS, movement_sentence, presence_sentence
from tests.given.builders import small, voices
from tests.given.rounds_compared import TEAMS, Said, said, since


def sentence(question: str, before: Said, after: Said) -> str:
    """What is said of the one question; every team answers another question in both rounds as well."""
    besides = voices("risk.soak", position=dict.fromkeys(TEAMS, 1))
    found = since([*voices(question, **before), *besides], [*voices(question, **after), *besides])
    (item,) = (item for item in found.questions if item.question.id == question)
    return movement_sentence(small(), found, item)


def test_every_step_has_words_of_its_own() -> None:
    assert set(STEP_WORDS) == set(Step)
    assert len(set(STEP_WORDS.values())) == len(Step)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ((0, 4), (2, 3), "Was far apart (4 steps, two camps), is now aligned (1 step, next to each other)."),
        ((0, 2, 4), (0, 0, 2), "Was far apart (4 steps, spread out), is now close (2 steps, one team stands alone)."),
        ((2, 3), (3, 3), "Was aligned (1 step, next to each other), is now aligned (all alike)."),
        ((1, 4), (2, 5), "Still apart (3 steps, two camps)."),
        ((2, 2), (5, 5), "Still aligned (all alike)."),
    ],
)
def test_a_position_reads_with_gap_and_shape(before: tuple[int, ...], after: tuple[int, ...], says: str) -> None:
    assert sentence("risk.attitude", said("position", *before), said("position", *after)) == says


@pytest.mark.parametrize(
    ("question", "facet", "before", "after", "says"),
    [
        (
            "ownership.pause",
            "owner",
            ("endpoint", "operations"),
            ("endpoint", "endpoint"),
            "Was contested, is now agreed.",
        ),
        ("readiness.licences", "status", ("met", "partly"), ("partly", "met"), "Still partly met."),
    ],
)
def test_owners_and_prerequisites_read_by_their_finding(
    question: str, facet: str, before: tuple[str, ...], after: tuple[str, ...], says: str
) -> None:
    assert sentence(question, said(facet, *before), said(facet, *after)) == says


def test_a_question_of_several_facets_names_the_worst() -> None:
    before: Mapping[str, dict[str, int]] = {
        "needed": {"endpoint": 1, "security": 1},
        "wanted": {"endpoint": 1, "security": 5},
    }
    after: Mapping[str, dict[str, int]] = {
        "needed": {"endpoint": 1, "security": 1},
        "wanted": {"endpoint": 1, "security": 1},
    }
    assert sentence("control.release", before, after) == (
        "Was far apart (4 steps on control wanted, two camps), is now aligned (all alike)."
    )


def test_teams_without_an_answer_in_one_of_the_rounds_are_named() -> None:
    assert sentence("risk.attitude", said("position", 0, 1, 5), said("position", 0, 1, None, 5)) == (
        "Still aligned (1 step, next to each other). Without Security, who did not answer it again. "
        "Without Network, who did not answer it before."
    )


def test_several_teams_without_an_answer_are_named_together() -> None:
    assert sentence("risk.attitude", said("position", 0, 5, 5), said("position", 0, None, None)) == (
        "Fewer than two teams have an answer in both rounds. "
        "Without Operations and Security, who did not answer it again."
    )


def test_teams_that_are_missing_everywhere_are_named_once_for_all() -> None:
    found = since(
        voices("risk.attitude", position={"endpoint": 0, "operations": 1, "security": 5}),
        voices("risk.attitude", position={"endpoint": 0, "operations": 1, "network": 5}),
    )
    (item,) = found.questions
    assert movement_sentence(small(), found, item) == "Still aligned (1 step, next to each other)."
    assert presence_sentence(small(), found) == (
        "Security answered in round 1 only, and is left out here. "
        "Network answered in this round only, and is left out here."
    )


def test_several_teams_in_one_round_only_read_as_several() -> None:
    found = since(voices("risk.attitude", position={"endpoint": 0, "security": 5}), [])
    assert presence_sentence(small(), found) == (
        "Endpoint and Security answered in round 1 only, and are left out here."
    )


def test_with_all_teams_in_both_rounds_nobody_is_named() -> None:
    both = voices("risk.attitude", position={"endpoint": 0, "security": 5})
    assert presence_sentence(small(), since(both, both)) == ""


@pytest.mark.parametrize("again", [True, False])
def test_a_question_of_one_round_only_needs_no_sentence(again: bool) -> None:
    one = said("position", 0, 5)
    assert sentence("risk.attitude", *((one, {}) if again else ({}, one))) == ""


def test_two_teams_of_which_one_is_torn_have_answered_both_times() -> None:
    torn = {"position": {"endpoint": [0, 5], "security": [3, 3]}}
    both = {"position": {"endpoint": [3, 3], "security": [3, 3]}}
    words = sentence("risk.attitude", torn, both)
    assert words != ""
    assert "Fewer than two teams have an answer in both rounds." not in words
