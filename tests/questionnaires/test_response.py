"""A response is frozen; changing it gives another one."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from questionnaires import EMPTY, LONGEST_NOTE, Answer, Choice
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth, Facet
from tests.given.response_documents import LATER, STARTED, response
from tests.given.sound_questionnaire import questionnaire

SMALL = questionnaire()
BLANK = response(SMALL)
RELEASE = "rest.release"
AUDITED = response(SMALL, {RELEASE: {"needed": 4, "basis": "audit", "wanted": 5, "note": "Finding 7."}})


def test_a_new_response_is_core_round_one_and_open() -> None:
    person = BLANK.respondent
    assert (person.depth, person.round, person.name, person.completed, person.at) == (Depth.CORE, 1, "", None, None)


def test_a_choice_is_added_to_a_new_response() -> None:
    changed = BLANK.with_choice("rest.soak", Facet.POSITION, 3, LATER)
    assert changed.answer("rest.soak").choice(Facet.POSITION) == 3
    assert changed.respondent.updated == LATER
    assert BLANK.answers == {}
    assert BLANK.respondent.updated == STARTED


def test_a_choice_leaves_the_other_facets_and_questions_alone() -> None:
    changed = AUDITED.with_choice(RELEASE, Facet.WANTED, 2, LATER).with_choice("rest.soak", Facet.POSITION, 0, LATER)
    assert changed.answer(RELEASE) == Answer(needed=4, basis="audit", wanted=2, note="Finding 7.")
    assert changed.answer("rest.soak") == Answer(position=0)


def test_a_question_without_an_answer_has_an_empty_one() -> None:
    assert BLANK.answer("rest.soak") is EMPTY
    assert EMPTY.facets == ()


def test_the_facets_of_an_answer_are_those_chosen() -> None:
    assert AUDITED.answer(RELEASE).facets == (Facet.NEEDED, Facet.WANTED, Facet.BASIS)


def test_emptying_the_only_facet_takes_the_answer_away() -> None:
    chosen = BLANK.with_choice("rest.soak", Facet.POSITION, DONT_KNOW, STARTED)
    assert chosen.with_choice("rest.soak", Facet.POSITION, None, LATER).answers == {}


@pytest.mark.parametrize("need", [0, 3, DONT_KNOW, NOT_APPLICABLE, None])
def test_the_basis_is_lost_when_the_need_falls_below_four(need: Choice | None) -> None:
    assert AUDITED.with_choice(RELEASE, Facet.NEEDED, need, LATER).answer(RELEASE).basis is None


def test_the_basis_is_kept_while_the_need_stays_high() -> None:
    assert AUDITED.with_choice(RELEASE, Facet.NEEDED, 5, LATER).answer(RELEASE).basis == "audit"


@pytest.mark.parametrize(("need", "wants"), [(3, False), (4, True), (5, True), (DONT_KNOW, False), (None, False)])
def test_only_a_need_of_four_or_five_is_asked_for_its_basis(need: Choice | None, wants: bool) -> None:
    assert Answer(needed=need).wants_basis is wants


def test_a_note_and_a_flag_stand_without_a_choice() -> None:
    changed = BLANK.with_note("rest.soak", "Ask Kim.", STARTED).with_flag("rest.soak", True, LATER)
    assert changed.answer("rest.soak") == Answer(note="Ask Kim.", flag=True)
    assert changed.respondent.updated == LATER


def test_a_note_is_cut_at_its_longest() -> None:
    assert len(BLANK.with_note("rest.soak", "x" * (LONGEST_NOTE + 1), LATER).answer("rest.soak").note) == LONGEST_NOTE


def test_taking_note_and_flag_back_takes_the_answer_away() -> None:
    noted = BLANK.with_note("rest.soak", "Ask Kim.", STARTED).with_flag("rest.soak", True, STARTED)
    assert noted.with_note("rest.soak", "", LATER).with_flag("rest.soak", False, LATER).answers == {}


def test_the_place_is_remembered() -> None:
    person = BLANK.at("rest.soak", LATER).respondent
    assert (person.at, person.updated) == ("rest.soak", LATER)


def test_a_finished_response_stays_finished_when_only_looked_at() -> None:
    finished = BLANK.completed(STARTED)
    assert finished.respondent.completed == STARTED
    assert finished.at("rest.soak", LATER).respondent.completed == STARTED


def test_a_later_change_opens_a_finished_response_again() -> None:
    finished = BLANK.completed(STARTED)
    assert finished.with_choice("rest.soak", Facet.POSITION, 1, LATER).respondent.completed is None
    assert finished.with_note("rest.soak", "Ask Kim.", LATER).respondent.completed is None
    assert finished.with_flag("rest.soak", True, LATER).respondent.completed is None


@pytest.mark.parametrize(
    ("part", "field"), [(BLANK, "answers"), (BLANK.respondent, "team"), (BLANK.questionnaire, "id"), (EMPTY, "note")]
)
def test_every_part_is_frozen(part: object, field: str) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(part, field, "anything")
