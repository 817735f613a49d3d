"""A response to another version of the questionnaire: what is compared, and what is named instead."""

from __future__ import annotations

from questionnaires import Answer, Foreign, answers_for, foreign
from tests.given.response_documents import document, faults, response
from tests.given.sound_questionnaire import SOUND, changed, questionnaire

TODAY = questionnaire()
CORRECTED = questionnaire(changed('label = "A little"', 'label = "A bit"'))
OTHER_LADDER = questionnaire(changed('key = "one"', 'key = "first"'))
OTHER_BASIS = questionnaire(changed('key = "audit"', 'key = "finding"'))
BEFORE_RENAMING = questionnaire(SOUND.replace('"tasks.stop" = "tasks.pause"', "").replace("tasks.pause", "tasks.stop"))
WITH_ONE_MORE = questionnaire(
    SOUND
    + '\n[[question]]\nid = "rest.extra"\nkind = "position"\ntitle = "Extra"\ntext = "What else?"\nhelp = "Think."\n'
    'scale = "ladder"\ndepth = "full"\nimpact = "low"\nreversible = "two-way"\nsources = ["page"]\n'
)


def test_nothing_is_foreign_in_a_response_to_this_very_questionnaire() -> None:
    same = response(TODAY, {"rest.soak": {"position": 3}})
    assert foreign(same, TODAY) == Foreign((), ())
    assert answers_for(same, TODAY) == {"rest.soak": Answer(position=3)}


def test_a_corrected_text_stays_comparable() -> None:
    older = response(CORRECTED, {"rest.release": {"needed": 3}})
    assert foreign(older, TODAY) == Foreign((), ())
    assert answers_for(older, TODAY) == {"rest.release": Answer(needed=3)}


def test_an_unknown_question_of_another_version_is_listed_and_left_out() -> None:
    answers = {"rest.soak": {"position": 3}, "rest.extra": {"position": 1}}
    assert faults(document(WITH_ONE_MORE, answers), TODAY) == []
    newer = response(WITH_ONE_MORE, answers)
    assert foreign(newer, TODAY) == Foreign(("rest.extra",), ())
    assert answers_for(newer, TODAY) == {"rest.soak": Answer(position=3)}


def test_a_changed_scale_makes_its_questions_incomparable_and_no_others() -> None:
    older = response(
        OTHER_LADDER, {"rest.release": {"needed": 3}, "rest.approvals": {"today": 2}, "rest.soak": {"position": 3}}
    )
    assert foreign(older, TODAY) == Foreign((), ("rest.approvals", "rest.release"))
    assert answers_for(older, TODAY) == {"rest.soak": Answer(position=3)}


def test_an_incomparable_answer_is_not_held_against_todays_options() -> None:
    other_owners = questionnaire(changed('{ key = "nobody"', '{ key = "none"'))
    assert faults(document(other_owners, {"tasks.pause": {"owner": "none"}}), TODAY) == []


def test_a_comparable_answer_of_another_version_is_held_against_todays_options() -> None:
    assert faults(document(CORRECTED, {"tasks.pause": {"owner": "green"}}), TODAY) == [
        'red.toml: answers."tasks.pause".owner: is "green"; choose one of red, blue, nobody'
    ]


def test_a_changed_basis_does_not_make_an_older_response_invalid() -> None:
    assert faults(document(OTHER_BASIS, {"rest.release": {"needed": 4, "basis": "finding"}}), TODAY) == []


def test_a_renamed_question_is_followed() -> None:
    older = response(BEFORE_RENAMING, {"tasks.stop": {"owner": "blue"}})
    assert foreign(older, TODAY) == Foreign((), ())
    assert answers_for(older, TODAY) == {"tasks.pause": Answer(owner="blue")}


def test_a_renamed_question_is_followed_in_a_response_to_this_very_questionnaire() -> None:
    same = response(TODAY, {"tasks.stop": {"owner": "blue"}})
    assert answers_for(same, TODAY) == {"tasks.pause": Answer(owner="blue")}


def test_a_renamed_question_is_still_held_against_its_options() -> None:
    assert faults(document(BEFORE_RENAMING, {"tasks.stop": {"owner": "green"}}), TODAY) == [
        'red.toml: answers."tasks.stop".owner: is "green"; choose one of red, blue, nobody'
    ]
