"""How teams are said to have moved without coming closer or going apart, and who is heard all the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scoring.comparison.holding import Holding
from scoring.comparison.rounds import Step
from scoring.wording.moves import holdings
from scoring.wording.rounds import coverage_sentence, movement_sentence, presence_sentence
from tests.given.builders import small, voices
from tests.given.rounds_compared import TEAMS, Said, moved, since


def sentence(question: str, before: Said, after: Said) -> str:
    """What is said of the one question; every team answers another question in both rounds as well."""
    besides = voices("risk.soak", position=dict.fromkeys(TEAMS, 1))
    found = since([*voices(question, **before), *besides], [*voices(question, **after), *besides])
    (item,) = (item for item in found.questions if item.question.id == question)
    return movement_sentence(small(), found, item)


def test_several_teams_that_tore_themselves_are_named_together() -> None:
    before: Said = {"position": {"endpoint": 0, "operations": 1, "security": [5, 5], "network": [5, 5]}}
    after: Said = {"position": {"endpoint": 0, "operations": 1, "security": [0, 5], "network": [0, 5]}}
    assert sentence("risk.attitude", before, after).endswith(
        "That is not counted as closer while Security and Network have no common position."
    )


def test_a_team_that_was_torn_before_is_no_reason_against_closer() -> None:
    before: Said = {"position": {"endpoint": [0, 4], "operations": 1, "security": [5, 5]}}
    after: Said = {"position": {"endpoint": [0, 4], "operations": 1, "security": [0, 5]}}
    assert sentence("risk.attitude", before, after).endswith(
        "That is not counted as closer while Security has no common position."
    )


def test_a_gap_that_narrows_beside_the_worst_facet_needs_no_excuse() -> None:
    """On control needed Endpoint is torn in both rounds; on control wanted, which is no worse, a step goes away."""
    needed = {"endpoint": [0, 4], "security": [2, 2]}
    before: Said = {"needed": needed, "wanted": {"endpoint": 2, "security": 3}}
    after: Said = {"needed": needed, "wanted": {"endpoint": 2, "security": 2}}
    assert moved("control.release", before, after).step is Step.UNCHANGED
    assert "not counted" not in sentence("control.release", before, after)


def test_a_team_that_is_torn_no_more_has_not_moved_together_with_others() -> None:
    before: Said = {"position": {"endpoint": [0, 3], "security": [5, 5]}}
    after: Said = {"position": {"endpoint": [1, 1], "security": [4, 5]}}
    assert sentence("risk.attitude", before, after).endswith(
        "Moved: Endpoint from answers between 0 and 3 to 1; Security from 5 to 4.5."
    )


def test_half_a_step_down_is_down() -> None:
    before: Said = {"position": {"endpoint": [2, 3], "security": [4, 5]}}
    after: Said = {"position": {"endpoint": [2, 2], "security": [4, 4]}}
    assert sentence("risk.attitude", before, after).endswith("Endpoint and Security moved together, 0.5 steps down.")


def test_several_owners_that_a_team_names_as_often_are_told_with_or() -> None:
    before: Said = {"owner": {"endpoint": ["network", "security"], "operations": "operations"}}
    after: Said = {"owner": {"endpoint": ["network", "endpoint"], "operations": "operations"}}
    assert sentence("ownership.pause", before, after).endswith(
        "Endpoint now names Endpoint or Network instead of Security or Network."
    )


def test_what_was_found_beside_who_owns_a_task_stands_in_brackets() -> None:
    both: Said = {"owner": {"endpoint": "service", "operations": "service"}}
    assert sentence("ownership.pause", both, both) == "Still agreed (left to the service)."


def test_several_teams_that_say_the_same_instead_are_told_together() -> None:
    before: Said = {"position": {"endpoint": 0, "operations": 1, "security": 5, "network": 5}}
    after: Said = {"position": {"endpoint": 0, "operations": 1, "security": "dont_know", "network": "dont_know"}}
    assert sentence("risk.attitude", before, after).endswith("Without Security and Network, who now say don't know.")


def test_a_team_that_has_gone_and_is_named_as_an_owner_is_not_left_out_there() -> None:
    naming = {"endpoint": "security", "operations": "security"}
    before, after = (voices("ownership.pause", owner=naming | own) for own in ({"security": "security"}, {}))
    assert presence_sentence(small(), since(before, after)) == (
        "Security answered in round 1 only, and is left out here, except as an owner whom others name."
    )


def test_what_changed_between_some_teams_is_told_of_these() -> None:
    before: Said = {"position": {"endpoint": 0, "operations": 4, "security": 5}}
    after: Said = {"position": {"endpoint": 0, "operations": 0}}
    assert sentence("risk.attitude", before, after) == (
        "Endpoint and Operations: was far apart (4 steps, two camps), is now aligned (all alike)."
        " Moved: Operations from 4 to 0. Without Security, who did not answer it again."
    )


@pytest.mark.parametrize(
    ("holding", "says"),
    [
        (
            Holding(("risk.exposure",), holds=False),
            "New contradiction: it cannot hold together now with “Days open”.",
        ),
        (
            Holding(("risk.exposure",), holds=False, unvalued=("risk.soak", "risk.exposure")),
            "New contradiction: it cannot hold together now with “Days open”; no team gives “Days of watching” or "
            "“Days open” a value.",
        ),
        (Holding(("risk.exposure",), holds=True), "Contradiction gone: it can now hold together with “Days open”."),
        (
            Holding(("risk.exposure",), holds=True, unvalued=("risk.exposure",)),
            "The contradiction with “Days open” is not found now: no team gives “Days open” a value.",
        ),
    ],
)
def test_a_contradiction_is_told_with_what_nobody_gives_a_value(holding: Holding, says: str) -> None:
    item = replace(moved("risk.soak", {"position": {"endpoint": 1}}, {"position": {"endpoint": 1}}), holding=(holding,))
    assert list(holdings(small(), item)) == [says]


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        ([5, 5], "Endpoint now needs"),
        ([3, 5, 5], "Endpoint (in the middle) now needs"),
        ([2, 5, 5], "Endpoint (in the middle) now needs"),
    ],
)
def test_a_new_blocker_says_whether_the_whole_team_needs_more_than_is_offered(needs: list[int], words: str) -> None:
    def said(*endpoint: int) -> Said:
        return {"needed": {"endpoint": list(endpoint), "security": 1}}

    moved_to = sentence("control.release", said(*(1 for _ in needs)), said(*needs))
    assert f"New blocker: {words}" in moved_to


def test_a_facet_that_can_no_longer_be_compared_is_not_told() -> None:
    both = {"endpoint": 1, "security": 1}
    before: Said = {"needed": both, "wanted": both}
    after: Said = {"needed": {"endpoint": 1, "security": 2}, "wanted": {"endpoint": 5}}
    says = sentence("control.release", before, after)
    assert "Nothing is compared on control wanted" in says
    assert "from 1 to 5" not in says


def test_what_a_round_asks_is_counted_in_words() -> None:
    one = voices("risk.attitude", position={"endpoint": 1, "security": 1})
    alone = [
        one.model_copy(update={"respondent": one.respondent.model_copy(update={"only": ("risk.attitude",)})})
        for one in voices("risk.attitude", position={"endpoint": 1})
    ]
    silent = [
        one.model_copy(
            update={"answers": {}, "respondent": one.respondent.model_copy(update={"only": ("risk.attitude",)})}
        )
        for one in voices("risk.attitude", position={"security": 1})
    ]
    assert coverage_sentence(since(one, alone + silent)) == (
        "1 of 2 teams has answered in this round. It asks 1 question of two teams or more. By itself it can compare "
        "0 of 1. Round 1 could compare 1 of the same 1."
    )
