"""What questions and scales say of themselves."""

from __future__ import annotations

import pytest

from questionnaires import Choice
from questionnaires.words import Depth, Direction, DocumentedOwner, Facet
from tests.given.sound_questionnaire import changed, questionnaire

SMALL = questionnaire()


@pytest.mark.parametrize(("scale", "comparison"), [("soak", Direction.AT_LEAST), ("exposure", Direction.AT_MOST)])
def test_the_strict_end_decides_how_a_threshold_reads(scale: str, comparison: Direction) -> None:
    assert SMALL.scale_by_id[scale].stricter is comparison


def test_a_scale_without_values_has_no_strict_end() -> None:
    with pytest.raises(ValueError, match="scale ladder is no quantity"):
        _ = SMALL.scale_by_id["ladder"].stricter


@pytest.mark.parametrize(
    ("scale", "choice", "index"),
    [("ladder", 0, 0), ("ladder", 5, 5), ("owner", "blue", 1), ("status", "not_met", 2)],
)
def test_a_choice_has_a_place_on_its_scale_and_back(scale: str, choice: Choice, index: int) -> None:
    assert SMALL.scale_by_id[scale].index(choice) == index
    assert SMALL.scale_by_id[scale].choice(index) == choice


@pytest.mark.parametrize(
    ("scale", "choice"), [("ladder", 6), ("ladder", -1), ("ladder", "one"), ("owner", "green"), ("owner", 1)]
)
def test_what_is_no_option_has_no_place(scale: str, choice: Choice) -> None:
    assert SMALL.scale_by_id[scale].index(choice) is None


def test_the_latest_page_says_whose_task_it_is_now() -> None:
    task = SMALL.question_by_id["tasks.pause"]
    assert task.documented_first is not None
    assert task.documented_now is not None
    assert task.documented_first.owner is DocumentedOwner.CUSTOMER
    assert task.documented_now.owner is None


def test_a_question_that_is_no_task_has_no_documented_owner() -> None:
    question = SMALL.question_by_id["rest.soak"]
    assert (question.documented_first, question.documented_now) == (None, None)


def test_the_basis_is_answered_on_a_scale_of_its_own() -> None:
    release = SMALL.question_by_id["rest.release"]
    assert SMALL.scale_of(release).id == SMALL.scale_of(release, Facet.WANTED).id == "ladder"
    assert SMALL.scale_of(release, Facet.BASIS).id == "basis"


@pytest.mark.parametrize(
    ("team", "depth", "asked"),
    [
        ("red", Depth.CORE, ["tasks.pause", "rest.release", "rest.soak"]),
        ("blue", Depth.CORE, ["rest.release", "rest.soak"]),
        ("blue", Depth.FULL, ["rest.release", "rest.soak", "rest.exposure", "rest.approvals", "rest.network"]),
    ],
)
def test_a_team_meets_the_questions_that_are_its_own_at_its_depth(team: str, depth: Depth, asked: list[str]) -> None:
    small = questionnaire(changed('asked = ["red", "blue"]', 'asked = ["red"]'))
    assert [question.id for question in small.asked_of(team, depth)] == asked


def test_every_part_is_found_by_its_id() -> None:
    assert SMALL.team_by_id["red"].label == "Red"
    assert SMALL.section_by_id["rest"].title == "The rest"
    assert SMALL.source_by_id["page"].title == "A page"
