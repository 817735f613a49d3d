"""What is said of two rounds, held against the answers in them: cases that once read otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from maturity.reports.movement import movement_headline, movement_lines
from maturity.results.values import Step
from maturity.results.writing import to_json
from questionnaires import Answer, Response
from questionnaires.words import FindingKind
from tests.given.rounds import Answers
from tests.given.two_rounds import (
    BUTTON,
    HOURS,
    LICENCE,
    NEED,
    OWNER,
    in_core,
    moved_between,
    owners,
    said,
    second_of,
)

ENDPOINT: Answers = {HOURS: Answer(position=1), OWNER: Answer(owner="endpoint")}
SECURITY: Answers = {HOURS: Answer(position=4), OWNER: Answer(owner="security")}
FIRST = in_core(1, {"endpoint1": ENDPOINT, "security1": SECURITY})
BOTH = (HOURS, OWNER)
AGAIN = in_core(2, {"endpoint1": ENDPOINT}, only=BOTH)


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(AGAIN, id="opened_not"),
        pytest.param([*AGAIN, *in_core(2, {"security1": {}}, only=BOTH)], id="opened_only"),
        pytest.param(
            [*AGAIN, *in_core(2, {"security1": said(BUTTON, position=2)}, only=(*BOTH, BUTTON))], id="c_left_open"
        ),
    ],
)
def test_a_team_that_has_not_answered_again_stands_with_what_it_said(tmp_path: Path, second: list[Response]) -> None:
    found = second_of(tmp_path, [*FIRST, *second])
    kinds = {item.id: {finding.kind for finding in item.findings} for item in found.question if item.id in BOTH}
    assert FindingKind.APART in kinds[HOURS]
    assert FindingKind.CONTESTED in kinds[OWNER]
    assert {entry.question for entry in found.agenda} >= set(BOTH)
    (drill,) = (item for item in found.criterion if item.id == "pause_drill")
    assert (drill.owner, "at most 12 hours" in drill.statement) == ("to be agreed: Endpoint or Security", True)
    assert found.carried is not None
    assert found.carried.questions == {"security": 2}


def test_c_one_of_three_counts_what_was_answered_and_not_what_was_asked(tmp_path: Path) -> None:
    first = in_core(1, {"endpoint1": ENDPOINT, "security1": said(HOURS, position=4)})
    found = second_of(tmp_path, [*first, *AGAIN])
    assert found.carried is not None
    assert found.carried.questions == {"security": 1}


SAME = owners(endpoint="operations", security="operations")


@pytest.mark.parametrize(
    ("first", "second", "step", "says"),
    [
        pytest.param(
            SAME,
            SAME | owners(operations="operations"),
            Step.NEWLY_AGREED,
            "Was not confirmed, is now agreed. Operations, named as an owner, did not answer it before. "
            "Of 2 people in both rounds 2 confirmed.",
            id="m_owner_confirms",
        ),
        pytest.param(
            SAME | owners(operations="endpoint"),
            SAME,
            Step.UNCHANGED,
            "Endpoint and Security name the same as before: was unaware owner, is now not confirmed. "
            "Operations, named as an owner, did not answer it again. Of 2 people in both rounds 2 confirmed.",
            id="m_owner_denies_left",
        ),
        pytest.param(
            SAME | owners(operations="operations"),
            SAME,
            Step.UNCHANGED,
            "Endpoint and Security name the same as before: was agreed, is now not confirmed. "
            "Operations, named as an owner, did not answer it again. Of 2 people in both rounds 2 confirmed.",
            id="m_owner_leaves",
        ),
        pytest.param(
            SAME,
            SAME | owners(operations="endpoint"),
            Step.UNCHANGED,
            "Endpoint and Security name the same as before: was not confirmed, is now unaware owner. "
            "Operations, named as an owner, did not answer it before. Of 2 people in both rounds 2 confirmed.",
            id="m_owner_denies",
        ),
        pytest.param(
            owners(endpoint="operations", security="security", operations="operations"),
            SAME,
            Step.CLOSER,
            "Was contested, is now not confirmed. Security now names Operations instead of Security. "
            "Operations, named as an owner, did not answer it again. "
            "Of 2 people in both rounds 1 changed (1 of 1 of Security), 1 confirmed.",
            id="m_owner_leaves_and_is_named",
        ),
    ],
)
def test_a_movement_knows_who_spoke_in_each_whole_round(
    tmp_path: Path, first: dict[str, Answers], second: dict[str, Answers], step: Step, says: str
) -> None:
    (item,) = moved_between(tmp_path, first, second, carrying=False).question
    assert (item.step, item.says) == (step, says)


NEEDS = [{f"{team}1": said(NEED, needed=at, wanted=at) for team in ("endpoint", "security")} for at in (4, 2)]
STATUSES = [{f"{team}1": said(LICENCE, status=at) for team in ("endpoint", "security")} for at in ("met", "not_met")]


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        pytest.param(
            *NEEDS,
            "Still aligned (all alike). Endpoint and Security moved together on control needed and on control wanted, "
            "from 4 to 2. Of 2 people in both rounds 2 changed (1 of 1 of Endpoint, 1 of 1 of Security).",
            id="m_blocker_gone",
        ),
        pytest.param(
            *STATUSES,
            "Was met, is now not met. Endpoint and Security now say not met instead of met. "
            "Of 2 people in both rounds 2 changed (1 of 1 of Endpoint, 1 of 1 of Security).",
            id="m_met_to_not_met",
        ),
    ],
)
def test_teams_that_agreed_before_and_after_are_neither_newly_nor_no_longer_agreed(
    tmp_path: Path, first: dict[str, Answers], second: dict[str, Answers], says: str
) -> None:
    (item,) = moved_between(tmp_path, first, second).question
    assert (item.step, item.says) == (Step.UNCHANGED, says)


def test_what_stayed_as_far_apart_but_is_not_as_before_is_told_in_the_text(tmp_path: Path) -> None:
    as_before = said(BUTTON, position=2)
    first, second = ({team: {**rows[team], **as_before} for team in rows} for rows in STATUSES)
    moved = moved_between(tmp_path, first, second)
    found = "\n".join(movement_lines(moved, 500))
    assert "Since round 1, among Endpoint and Security: 2 agreed in both rounds." in found
    assert "Agreed in both rounds, but not as before (1)" in found
    assert "Was met, is now not met." in found
    assert "Exposure or disruption" not in found


def test_what_is_apart_in_both_rounds_is_not_told_with_what_is_agreed(tmp_path: Path) -> None:
    first, second = (
        {
            "endpoint1": {**said(BUTTON, position=low), **said(LICENCE, status="met")},
            "security1": {**said(BUTTON, position=high), **said(LICENCE, status="met")},
        }
        for low, high in ((0, 3), (2, 5))
    )
    found = "\n".join(movement_lines(moved_between(tmp_path, first, second), 500))
    assert ": 1 agreed in both rounds, 1 neither closer nor further apart." in found
    assert "Neither closer nor further apart, but not as before (1)" in found


def test_m_people_change_is_said_wherever_it_is_called_newly_agreed(tmp_path: Path) -> None:
    first = {"endpoint1": said(BUTTON, position=2), "security1": said(BUTTON, position=5)}
    second = {"endpoint1": said(BUTTON, position=2), "security2": said(BUTTON, position=2)}
    found = moved_between(tmp_path, first, second)
    (item,) = found.question
    assert item.step is Step.NEWLY_AGREED
    assert item.says == (
        "Was apart (3 steps, two camps), is now aligned (all alike). Moved: Security from 5 to 2. "
        "Of 1 person in both rounds 1 confirmed; 1 answered only now, 1 only before. "
        "Other people than before answered for Security."
    )
    assert movement_headline(found) == (
        "Since round 1, among Endpoint and Security: 1 newly agreed (1 of them with other people answering)."
    )
    assert "Other people than before answered for Security." in (found.people_say or "")


ONES = {"endpoint1": said(BUTTON, position=1), "security1": said(BUTTON, position=1)}


@pytest.mark.parametrize(
    ("second", "remark"),
    [
        pytest.param(ONES, "", id="m_dissenter_missing"),
        pytest.param(
            ONES | {"operations1": said(BUTTON, position="dont_know")},
            "Without Operations, who now says don't know. ",
            id="m_dk_now",
        ),
    ],
)
def test_a_missing_dissenter_is_never_an_agreement(tmp_path: Path, second: dict[str, Answers], remark: str) -> None:
    (item,) = moved_between(tmp_path, ONES | {"operations1": said(BUTTON, position=5)}, second).question
    assert (item.step, item.says) == (
        Step.UNCHANGED,
        f"Endpoint and Security as before: aligned (all alike). {remark}Of 2 people in both rounds 2 confirmed.",
    )


def test_two_teams_that_come_together_while_a_third_is_missing_are_closer_and_not_newly_agreed(tmp_path: Path) -> None:
    first = {team: said(BUTTON, position=at) for team, at in (("endpoint1", 0), ("security1", 3), ("operations1", 5))}
    second = {team: said(BUTTON, position=1) for team in ("endpoint1", "security1")}
    (item,) = moved_between(tmp_path, first, second).question
    assert item.step is Step.CLOSER
    assert (item.says or "").startswith("Endpoint and Security: was apart (3 steps, two camps), is now aligned")


def test_two_teams_that_come_together_while_a_third_comes_in_are_closer_and_not_newly_agreed(tmp_path: Path) -> None:
    first = {team: said(BUTTON, position=at) for team, at in (("endpoint1", 0), ("security1", 3))}
    second = {team: said(BUTTON, position=at) for team, at in (("endpoint1", 1), ("security1", 1), ("operations1", 5))}
    (item,) = moved_between(tmp_path, first, second).question
    assert item.step is Step.CLOSER


def test_a_facet_that_nobody_answers_again_keeps_a_question_from_being_newly_agreed(tmp_path: Path) -> None:
    first = {"endpoint1": said(NEED, needed=0, wanted=0), "security1": said(NEED, needed=4, wanted=5)}
    second = {"endpoint1": said(NEED, needed=2, wanted="dont_know"), "security1": said(NEED, needed=2, wanted=5)}
    (item,) = moved_between(tmp_path, first, second).question
    assert item.step is Step.CLOSER


def test_a_half_answered_round_says_how_little_it_can_say(tmp_path: Path) -> None:
    three = {BUTTON: Answer(position=2), HOURS: Answer(position=2), OWNER: Answer(owner="endpoint")}
    first = dict.fromkeys(("endpoint1", "security1"), three)
    second = {"endpoint1": said(BUTTON, position=2), "security1": {}, "operations1": {}}
    responses = [*in_core(1, first), *in_core(2, second, only=(BUTTON, HOURS))]
    found = second_of(tmp_path, responses, carrying=False).movement
    assert found is not None
    assert found.coverage is not None
    counts = {"asked": 2, "teams": 3, "answering": 1, "compared": 0, "again": 2, "before": 3}
    assert found.coverage.model_dump() == counts
    assert found.coverage_says == (
        "1 of 3 teams has answered in this round. It asks 2 questions of two teams or more. "
        "By itself it can compare 0 of 2. Round 1 could compare 2 of the same 2."
    )
    assert movement_headline(found).endswith(found.coverage_says)


def test_a_round_that_everybody_answered_has_no_need_to_say_so(tmp_path: Path) -> None:
    first = {team: {BUTTON: Answer(position=2), HOURS: Answer(position=2)} for team in ("endpoint1", "security1")}
    second = {team: said(BUTTON, position=2) for team in first}
    found = second_of(tmp_path, [*in_core(1, first), *in_core(2, second, only=(BUTTON,))], carrying=False).movement
    assert found is not None
    assert found.coverage is not None
    assert (found.coverage.compared, found.coverage.before, found.coverage_says) == (1, 2, None)


def test_answers_are_called_repeated_only_where_nobody_wanted_to_discuss_them(tmp_path: Path) -> None:
    said_twice = {BUTTON: Answer(position=2), HOURS: Answer(position=2, flag=True), OWNER: Answer(owner="operations")}
    first = {"endpoint1": said_twice, "security1": {**said_twice, OWNER: Answer(owner="security")}}
    found = moved_between(tmp_path, first, first)
    assert found.repeated is not None
    assert (found.repeated.answers, found.repeated.same) == (2, 2)


def test_nobody_is_recognised_in_what_is_said_of_people(tmp_path: Path) -> None:
    first = {f"endpoint{place}": said(BUTTON, position=place) for place in range(3)}
    responses = [*in_core(1, {**first, **ONES}), *in_core(2, {**first, **ONES})]
    written = to_json(second_of(tmp_path, responses))
    assert not [one.respondent.id for one in responses if one.respondent.id in written]
