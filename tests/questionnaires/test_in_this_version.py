"""A response to an earlier version, as one to this version: nothing is lost, and it is admitted again."""

from __future__ import annotations

from typing import Any

import pytest

from questionnaires import Answer, Questionnaire, Response, in_this_version, questions_for, reference_to
from tests.given.response_documents import document, faults, response
from tests.given.sound_questionnaire import SOUND, changed, questionnaire

TODAY = questionnaire()
OTHER_TEXT = questionnaire(changed('text = "Who pauses?"', 'text = "Who pause?"'))
BEFORE_RENAMING = questionnaire(SOUND.replace('"tasks.stop" = "tasks.pause"', "").replace("tasks.pause", "tasks.stop"))
WITH_ONE_MORE = questionnaire(
    SOUND
    + '\n[[question]]\nid = "rest.extra"\nkind = "position"\ntitle = "Extra"\ntext = "What else?"\nhelp = "Think."\n'
    'scale = "ladder"\ndepth = "full"\nimpact = "low"\nreversible = "two-way"\nsources = ["page"]\n'
)


def brought(version: Questionnaire, answers: dict[str, dict[str, Any]] | None = None, **respondent: Any) -> Response:
    """A response to another version, brought to today's."""
    given = response(version, answers, **respondent)
    assert given.questionnaire.fingerprint != TODAY.fingerprint
    return in_this_version(given, TODAY)


def admitted_again(given: Response) -> list[str]:
    """The faults that it would have when it is read again, after it was saved."""
    body = given.model_dump(exclude_none=True)
    answers = body.pop("answers")
    written = document(TODAY, answers) | {"questionnaire": body["questionnaire"], "respondent": body["respondent"]}
    return faults(written, TODAY)


def test_a_response_to_this_version_stays_as_it_is() -> None:
    given = response(TODAY, {"tasks.stop": {"owner": "blue"}})
    assert in_this_version(given, TODAY) is given


def test_version_fingerprint_and_scales_are_those_of_today() -> None:
    given = brought(OTHER_TEXT, {"rest.release": {"needed": 4, "basis": "law", "note": "Hm.", "flag": True}})
    assert given.questionnaire == reference_to(TODAY)
    assert given.answers == {"rest.release": Answer(needed=4, basis="law", note="Hm.", flag=True)}


def test_who_answered_when_stays_as_it_is() -> None:
    older = response(OTHER_TEXT, name="Kim", round=3, depth="full", at="rest.soak")
    assert in_this_version(older, TODAY).respondent == older.respondent


def test_renamed_questions_are_followed() -> None:
    given = brought(BEFORE_RENAMING, {"tasks.stop": {"owner": "blue"}, "rest.soak": {"position": 3}})
    assert given.answers == {"tasks.pause": Answer(owner="blue"), "rest.soak": Answer(position=3)}


@pytest.mark.parametrize(
    ("version", "answers", "respondent"),
    [
        (OTHER_TEXT, {"tasks.pause": {"owner": "red"}}, {}),
        (BEFORE_RENAMING, {"tasks.stop": {"owner": "red"}}, {"at": "tasks.stop"}),
        (BEFORE_RENAMING, {}, {"only": ["tasks.stop", "rest.soak"]}),
        (WITH_ONE_MORE, {"rest.soak": {"position": 1}}, {"only": ["rest.extra", "rest.soak"]}),
    ],
    ids=["a text", "a name", "a name that is taken up", "a question that is taken up no more"],
)
def test_what_is_saved_can_be_read_again(
    version: Questionnaire, answers: dict[str, dict[str, Any]], respondent: dict[str, Any]
) -> None:
    older = response(version, answers, **respondent)
    newer = in_this_version(older, TODAY)
    assert admitted_again(newer) == []
    assert questions_for(newer, TODAY) == questions_for(older, TODAY)


def test_the_place_where_one_stopped_is_followed() -> None:
    assert brought(BEFORE_RENAMING, at="tasks.stop").respondent.at == "tasks.pause"
    assert brought(BEFORE_RENAMING).respondent.at is None


def test_whoever_was_asked_everything_still_is() -> None:
    assert brought(BEFORE_RENAMING).respondent.only is None
    assert brought(BEFORE_RENAMING, only=[]).respondent.only == ()
