"""What a respondent is asked: by team and depth, and in a later round only what that round takes up."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires import Response, questions_for
from questionnaires.response import MOST_ANSWERS
from tests.given.response_documents import document, faults, response
from tests.given.sound_questionnaire import SOUND, changed, questionnaire

TODAY = questionnaire()
BEFORE_RENAMING = questionnaire(SOUND.replace('"tasks.stop" = "tasks.pause"', "").replace("tasks.pause", "tasks.stop"))
WITH_ONE_MORE = questionnaire(
    SOUND
    + '\n[[question]]\nid = "rest.extra"\nkind = "position"\ntitle = "Extra"\ntext = "What else?"\nhelp = "Think."\n'
    'scale = "ladder"\ndepth = "full"\nimpact = "low"\nreversible = "two-way"\nsources = ["page"]\n'
)
ASKED_OF_RED = questionnaire(changed('id = "rest.soak"', 'id = "rest.soak"\nasked = ["red"]'))


def asked(given: Response) -> list[str]:
    return [question.id for question in questions_for(given, TODAY)]


def test_without_a_choice_everything_of_the_depth_is_asked() -> None:
    assert asked(response(TODAY)) == ["tasks.pause", "rest.release", "rest.soak"]
    assert len(asked(response(TODAY, depth="full"))) == len(TODAY.questions)


def test_only_what_is_taken_up_is_asked_in_the_order_of_the_questionnaire() -> None:
    assert asked(response(TODAY, round=2, only=["rest.soak", "tasks.pause"])) == ["tasks.pause", "rest.soak"]


def test_what_is_taken_up_beyond_the_depth_is_not_asked() -> None:
    assert asked(response(TODAY, only=["rest.soak", "rest.network"])) == ["rest.soak"]
    assert asked(response(TODAY, depth="full", only=["rest.soak", "rest.network"])) == ["rest.soak", "rest.network"]


def test_what_is_taken_up_but_is_not_for_the_team_is_not_asked() -> None:
    given = response(ASKED_OF_RED, team="blue", only=["rest.soak", "tasks.pause"])
    assert [question.id for question in questions_for(given, ASKED_OF_RED)] == ["tasks.pause"]


def test_nothing_taken_up_asks_nothing() -> None:
    assert asked(response(TODAY, only=[])) == []


def test_what_was_renamed_since_is_asked_under_its_name_of_today() -> None:
    assert asked(response(BEFORE_RENAMING, only=["tasks.stop", "rest.soak"])) == ["tasks.pause", "rest.soak"]


def test_what_another_version_took_up_and_this_one_does_not_have_is_not_asked() -> None:
    assert asked(response(WITH_ONE_MORE, depth="full", only=["rest.extra", "rest.soak"])) == ["rest.soak"]


def test_an_unknown_question_that_is_taken_up_is_a_fault() -> None:
    assert faults(document(TODAY, only=["rest.soak", "rest.lost", "rest.gone"]), TODAY) == [
        'red.toml: respondent.only[1]: is "rest.lost", which is not a question of this questionnaire',
        'red.toml: respondent.only[2]: is "rest.gone", which is not a question of this questionnaire',
    ]


def test_a_renamed_question_that_is_taken_up_is_no_fault() -> None:
    """As with its answer, which is followed too: see test_other_versions."""
    assert faults(document(TODAY, only=["tasks.stop"]), TODAY) == []


@pytest.mark.parametrize(
    ("only", "place"),
    [
        ("rest.soak", "respondent.only"),
        (["x" * 122], "respondent.only[0]"),
        ([3], "respondent.only[0]"),
        (["rest.soak"] * (MOST_ANSWERS + 1), "respondent.only"),
    ],
    ids=["a text", "too long", "a number", "too many"],
)
def test_what_is_taken_up_is_held_to_its_form(only: Any, place: str) -> None:
    (fault,) = faults(document(TODAY, only=only), TODAY)
    assert fault.startswith(f"red.toml: {place}: ")
