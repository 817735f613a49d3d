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
        (
            (0, 4),
            (2, 3),
            "Was far apart (4 steps, two camps), is now aligned (1 step, next to each other). "
            "Moved: Endpoint from 0 to 2; Operations from 4 to 3.",
        ),
        (
            (0, 2, 4),
            (0, 0, 2),
            "Was far apart (4 steps, spread out), is now close (2 steps, one team stands alone). "
            "Moved: Operations from 2 to 0; Security from 4 to 2.",
        ),
        (
            (2, 3),
            (3, 3),
            "Was aligned (1 step, next to each other), is now aligned (all alike). Moved: Endpoint from 2 to 3.",
        ),
        ((1, 4), (1, 4), "Still apart (3 steps, two camps)."),
        ((1, 4), (2, 5), "Still apart (3 steps, two camps). Endpoint and Operations moved together, 1 step up."),
        ((2, 5), (1, 4), "Still apart (3 steps, two camps). Endpoint and Operations moved together, 1 step down."),
        ((2, 2), (5, 5), "Still aligned (all alike). Endpoint and Operations moved together, from 2 to 5."),
        (
            (1, 4),
            (4, 1),
            "Still apart (3 steps, two camps). Moved: Endpoint from 1 to 4; Operations from 4 to 1.",
        ),
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
            "Was contested, is now agreed. Operations now names Endpoint instead of Operations.",
        ),
        (
            "readiness.licences",
            "status",
            ("met", "partly"),
            ("partly", "met"),
            "Still partly met. Endpoint now says partly met instead of met. "
            "Operations now says met instead of partly met.",
        ),
        (
            "ownership.pause",
            "owner",
            ("endpoint", "operations"),
            ("endpoint", "provider"),
            "Was contested, is now split. Operations now names Provider instead of Operations.",
        ),
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
        "Was far apart (4 steps on control wanted, two camps; comfort), is now aligned (all alike). "
        "Moved on control wanted: Security from 5 to 1."
    )


def test_teams_without_an_answer_in_one_of_the_rounds_are_named() -> None:
    assert sentence("risk.attitude", said("position", 0, 1, 5), said("position", 0, 1, None, 5)) == (
        "Endpoint and Operations as before: aligned (1 step, next to each other). "
        "Without Security, who did not answer it again. "
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
    assert movement_sentence(small(), found, item) == (
        "Endpoint and Operations as before: aligned (1 step, next to each other)."
    )
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


def test_a_team_without_a_common_position_takes_part_and_is_named() -> None:
    torn = {"position": {"endpoint": [0, 5], "security": [3, 3]}}
    both = {"position": {"endpoint": [3, 3], "security": [3, 3]}}
    inside = "close (0.5 steps, spread out, no common position inside Endpoint)"
    assert sentence("risk.attitude", torn, both) == (
        f"Was {inside}, is now aligned (all alike). Moved: Endpoint from answers between 0 and 5 to 3."
    )
    assert sentence("risk.attitude", both, torn) == (
        f"Was aligned (all alike), is now {inside}. Moved: Endpoint from 3 to answers between 0 and 5."
    )


def test_a_gap_that_a_team_tore_itself_to_narrow_is_explained() -> None:
    before = {"position": {"endpoint": [0, 0], "operations": [1, 1], "security": [5, 5]}}
    after = {"position": {"endpoint": [0, 0], "operations": [1, 1], "security": [0, 5]}}
    assert sentence("risk.attitude", before, after) == (
        "Was far apart (5 steps, one team stands alone), "
        "is now apart (2.5 steps, spread out, no common position inside Security). "
        "Moved: Security from 5 to answers between 0 and 5. "
        "That is not counted as closer while Security has no common position."
    )


def test_middle_answers_that_are_alike_are_not_called_all_alike() -> None:
    before = {"position": {"endpoint": [1, 2, 3], "security": [2, 2]}}
    assert sentence("risk.attitude", before, before) == "Still aligned (the same middle answers)."


def test_one_facet_on_which_people_differ_is_enough_not_to_be_all_alike() -> None:
    wanted: dict[str, int | list[int]] = {"endpoint": [1, 2, 3], "security": 2}
    before: Said = {"needed": {"endpoint": 2, "security": 2}, "wanted": wanted}
    assert sentence("control.release", before, before).startswith("Still aligned (the same middle answers")


def test_a_team_that_tore_itself_where_it_stood_needs_no_excuse() -> None:
    before, after = ({"position": {"endpoint": [1], "security": row}} for row in ([4, 4, 4], [1, 4, 5]))
    assert sentence("risk.attitude", before, after) == (
        "Was apart (3 steps, two camps), is now apart (3 steps, spread out, no common position inside Security). "
        "Moved: Security from 4 to answers between 1 and 5."
    )


def test_a_team_without_a_common_position_moves_with_both_its_ends() -> None:
    before, after = ({"position": {"endpoint": [at, at + 4], "security": [at + 2]}} for at in (0, 1))
    assert sentence("risk.attitude", before, after).endswith(
        "Moved: Endpoint from answers between 0 and 4 to answers between 1 and 5; Security from 2 to 3."
    )


def test_what_the_service_does_not_say_is_no_matter_of_the_answers() -> None:
    alike = {facet: {"endpoint": 2, "security": 2} for facet in ("needed", "wanted")}
    assert sentence("control.unclear", alike, alike) == "Still aligned (all alike)."


def test_two_teams_that_answered_no_part_of_it_together_are_said_so() -> None:
    halves = {"needed": {"endpoint": 2}, "wanted": {"security": 2}}
    assert sentence("control.release", halves, halves) == "No part of it has answers of two teams in both rounds."


def test_quantities_read_in_their_own_words() -> None:
    before = {"position": {"endpoint": [0, 0], "security": [0, 0]}}
    after = {"position": {"endpoint": [3, 4], "security": [3, 4]}}
    assert sentence("risk.hours_to_stop", before, after) == (
        "Was aligned (all alike), is now aligned (the same middle answers). "
        "Endpoint and Security moved together, from 3 days to between 8 hours and 4 hours."
    )


def test_facets_that_moved_in_the_same_way_are_told_together() -> None:
    four, two = ({facet: {"endpoint": at, "security": at} for facet in ("needed", "wanted")} for at in (4, 2))
    assert sentence("control.release", four, two) == (
        "Was aligned (all alike; blocker), is now aligned (all alike). "
        "Endpoint and Security moved together on control needed and on control wanted, from 4 to 2. "
        "Blocker gone: Endpoint and Security no longer need more than the service offers (at most 3 “Three”)."
    )


def test_whose_answer_to_one_facet_is_left_out_is_said() -> None:
    three = {"endpoint": 2, "operations": 2, "security": 2}
    half = {"needed": three, "wanted": {"endpoint": 2, "operations": 2}}
    assert sentence("control.release", {"needed": three, "wanted": three}, half) == (
        "Endpoint, Operations and Security as before: aligned (all alike). "
        "Without Security on control wanted, answered in one of the rounds only."
    )
    lost = {"needed": three, "wanted": {"endpoint": 2}}
    assert sentence("control.release", {"needed": three, "wanted": three}, lost) == (
        "Endpoint, Operations and Security as before: aligned (all alike). "
        "Nothing is compared on control wanted: Operations and Security answered that in one of the rounds only."
    )


@pytest.mark.parametrize(
    ("state", "now", "before"),
    [
        ("dont_know", "who now says don't know", "who said don't know before"),
        ("not_applicable", "who now says that it does not apply", "who said before that it does not apply"),
    ],
)
def test_who_says_that_it_does_not_know_has_not_been_silent(state: str, now: str, before: str) -> None:
    whole, without = said("position", 0, 1, 5), said("position", 0, 1, state)
    again = "Endpoint and Operations as before: aligned (1 step, next to each other). Without Security, "
    assert sentence("risk.attitude", whole, without) == f"{again}{now}."
    assert sentence("risk.attitude", without, whole) == f"{again}{before}."


def test_a_named_owner_that_does_not_know_has_spoken_and_one_that_left_it_open_has_not() -> None:
    both = said("owner", "operations", None, "operations")
    unsure = {"owner": {**both["owner"], "operations": "dont_know"}}
    assert "Operations, named as an owner, now says don't know." in sentence(
        "ownership.pause", {"owner": {**both["owner"], "operations": "operations"}}, unsure
    )
    assert sentence("ownership.pause", unsure, unsure).endswith("Operations, named as an owner, says don't know.")
    confirmed = {"owner": {**both["owner"], "operations": "operations"}}
    assert sentence("ownership.pause", confirmed, both) == (
        "Endpoint and Security name the same as before: was agreed, is now not confirmed. "
        "Operations, named as an owner, did not answer it again."
    )
    # Operations answers another question in both rounds, and is asked this one.
    assert "Operations, named" not in sentence("ownership.pause", both, both)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (None, "not_applicable", "says that it does not apply"),
        (None, "dont_know", "says don't know"),
        ("not_applicable", None, "said before that it does not apply"),
        ("dont_know", None, "said don't know before"),
    ],
)
def test_a_named_owner_without_an_answer_is_quoted_with_what_it_says_instead(
    before: str | None, after: str | None, says: str
) -> None:
    named = [
        {"endpoint": "security", "operations": "security"} | ({"security": own} if own else {})
        for own in (before, after)
    ]
    found = sentence("ownership.pause", {"owner": named[0]}, {"owner": named[1]})
    assert f"Security, named as an owner, {says}." in found


def test_teams_that_answered_and_mostly_do_not_know_are_not_called_incomparable() -> None:
    unsure = {"status": {"endpoint": ["met", "dont_know", "dont_know"], "security": ["met", "dont_know", "dont_know"]}}
    assert sentence("readiness.licences", unsure, unsure) == "Still mostly unknown."


ALONE = "Fewer than two teams have an answer in both rounds. "
MOST = "more than the service offers (at most 3 “Three”)."


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ((4,), (3,), "Moved on control needed: Endpoint from 4 to 3. Blocker gone: Endpoint no longer needs " + MOST),
        ((2,), (4,), "Moved on control needed: Endpoint from 2 to 4. New blocker: Endpoint now needs " + MOST),
        ((5,), (4,), "Moved on control needed: Endpoint from 5 to 4."),
        ((4,), (4,), ""),
        (
            (4, 5),
            (1, None),
            "Moved on control needed: Endpoint from 4 to 1. Blocker gone: Endpoint no longer needs "
            + MOST
            + " Without Operations, who did not answer it again.",
        ),
    ],
)
def test_a_team_that_cannot_be_compared_is_told_by_its_own_answers(
    before: tuple[int, ...], after: tuple[int | None, ...], says: str
) -> None:
    assert sentence("control.release", said("needed", *before), said("needed", *after)) == (ALONE + says).rstrip()


def test_where_some_people_of_a_team_need_more_only_the_middle_is_said_to_be_no_blocker() -> None:
    told = sentence("control.release", {"needed": {"endpoint": [4, 4]}}, {"needed": {"endpoint": [0, 4]}})
    assert told == (
        f"{ALONE}Moved on control needed: Endpoint from 4 to answers between 0 and 4. "
        f"Blocker gone: Endpoint (in the middle) no longer needs {MOST}"
    )


def test_an_owner_whom_a_team_alone_names_anew_is_told() -> None:
    assert sentence("ownership.pause", said("owner", "endpoint"), said("owner", "operations")) == (
        f"{ALONE}Endpoint now names Operations instead of Endpoint."
    )


def test_where_one_blocker_goes_and_another_stays_the_sentence_says_whose() -> None:
    assert sentence("control.release", said("needed", 5, 4), said("needed", 4, 3)).endswith(
        f"Blocker gone: Operations no longer needs {MOST}"
    )


def test_teams_that_answered_different_parts_in_both_rounds_are_told_each_by_itself() -> None:
    before = {"needed": {"endpoint": 4}, "wanted": {"operations": 1}}
    after = {"needed": {"endpoint": 1}, "wanted": {"operations": 2}}
    assert sentence("control.release", before, after) == (
        "No part of it has answers of two teams in both rounds. Moved on control needed: Endpoint from 4 to 1. "
        f"Moved on control wanted: Operations from 1 to 2. Blocker gone: Endpoint no longer needs {MOST}"
    )
