"""One interview: what each thing that a respondent does leads to, the same in the app and line by line."""

from __future__ import annotations

from typing import Final

import pytest

from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.prompts import Prompt
from maturity.rounds.sitting import Turn
from questionnaires import Answer, Response
from questionnaires.words import DONT_KNOW, NOT_APPLICABLE, Depth, Facet
from tests.given.builders import THEN, respond, small

LAST: Final = "readiness.licences"


def at(question: str, answers: dict[str, Answer] | None = None, *, from_review: bool = False) -> Interview:
    """Somebody at a question of the small questionnaire."""
    response = respond("endpoint", answers or {}).at(question, THEN)
    return begin_interview(small(), response, THEN, Turn(at=question) if from_review else None).read_rule()


def answer(interview: Interview, question: str = "") -> Answer:
    return interview.response.answer(question or interview.question.id)


def test_one_begins_at_the_first_question_and_the_file_remembers_it() -> None:
    begun = begin_interview(small(), respond("endpoint", {}, depth=Depth.CORE), THEN)
    assert (begun.place, begun.active, begun.read_rule().prompt) == (0, 0, Prompt.ASKED)
    assert begun.response.respondent.at == "ownership.pause"


def begins(question: str, answers: dict[str, Answer] | None = None, *, from_review: bool = False) -> Interview:
    """Somebody who opens a response at a question and has read nothing yet."""
    response = respond("endpoint", answers or {}).at(question, THEN)
    return begin_interview(small(), response, THEN, Turn(at=question) if from_review else None)


def test_the_rule_of_a_section_is_read_before_its_first_question() -> None:
    begun = begins("control.release")
    assert begun.rule_to_read == small().section_by_id["control"]
    assert begun.prompt is Prompt.RULE_FIRST
    gone_on = begun.next(THEN)
    assert (gone_on.question.id, gone_on.rule_to_read, gone_on.prompt) == ("control.release", None, Prompt.ASKED)


def test_whoever_comes_to_the_next_section_reads_its_rule() -> None:
    last = begins("ownership.retired").read_rule()
    assert last.rule_to_read is None
    assert last.next(THEN).rule_to_read == small().section_by_id["control"]


def test_a_rule_is_not_shown_again_to_whoever_comes_back() -> None:
    back = begins("control.release").next(THEN).next(THEN).back(THEN)
    assert (back.question.id, back.rule_to_read) == ("control.release", None)


@pytest.mark.parametrize(
    ("question", "answers", "from_review"),
    [
        ("control.release", {"control.minor": Answer(wanted=0)}, False),
        ("control.release", {"control.release": Answer(needed="dont_know")}, False),
        ("control.release", {"control.release": Answer(needed="dont_know")}, True),
    ],
    ids=["another is answered", "it is answered", "sent by a review"],
)
def test_a_rule_is_not_shown_where_the_section_has_an_answer(
    question: str, answers: dict[str, Answer], from_review: bool
) -> None:
    assert begins(question, answers, from_review=from_review).rule_to_read is None


@pytest.mark.parametrize("from_review", [False, True])
def test_whoever_jumps_into_the_middle_of_a_section_reads_its_rule_once(from_review: bool) -> None:
    inside = begins("control.unclear", from_review=from_review)
    assert inside.rule_to_read == small().section_by_id["control"]
    read = inside.next(THEN)
    assert (read.question.id, read.rule_to_read) == ("control.unclear", None)
    assert read.back(THEN).rule_to_read is None


def test_a_rule_is_not_shown_again_after_a_review_or_an_answer_that_was_taken_back() -> None:
    read = begins("control.release").next(THEN)
    sent = begin_interview(small(), read.response, THEN, Turn(read.sitting, "control.unclear"))
    assert sent.rule_to_read is None
    at_once = begin_interview(small(), read.response, THEN, Turn(at="risk.attitude")).read_rule()
    assert at_once.choose(Facet.POSITION, 2, THEN).undo(THEN).rule_to_read is None


def test_a_note_or_a_flag_is_no_answer_that_would_hide_the_rule() -> None:
    assert begins("control.release", {"control.release": Answer(note="Hm.", flag=True)}).rule_to_read is not None


def test_one_continues_where_one_was() -> None:
    assert at("risk.attitude").question.id == "risk.attitude"


def test_somebody_who_is_asked_nothing_is_at_the_review() -> None:
    response = respond("endpoint", {})
    nobody = response.respondent.model_copy(update={"only": ()})
    asked: Response = response.model_copy(update={"respondent": nobody})
    begun = begin_interview(small(), asked, THEN)
    assert begun.is_at_review
    assert begun.response == asked


def test_a_choice_leads_to_the_next_column_and_then_to_what_is_documented() -> None:
    first = at("control.release").choose(Facet.NEEDED, 3, THEN)
    assert (first.facet, first.prompt, first.tells_facts) == (Facet.WANTED, Prompt.ASKED, False)
    second = first.choose(Facet.WANTED, 2, THEN)
    assert (second.is_asking, second.prompt, second.tells_facts) == (False, Prompt.ANSWERED, True)
    assert answer(second) == Answer(needed=3, wanted=2)


def test_a_high_need_is_asked_for_its_basis_on_a_scale_of_its_own() -> None:
    asked = at("control.release").choose(Facet.NEEDED, 4, THEN).choose(Facet.WANTED, 5, THEN)
    assert (asked.facet, asked.shown_facets, asked.shown_active) == (Facet.BASIS, (Facet.BASIS,), 0)
    done = asked.choose(Facet.BASIS, "judgement", THEN)
    assert (done.is_asking, done.shown_facets) == (False, (Facet.NEEDED, Facet.WANTED))
    assert answer(done) == Answer(needed=4, wanted=5, basis="judgement")


def test_a_need_that_is_lowered_loses_its_basis() -> None:
    low = at("control.release", {"control.release": Answer(needed=4, wanted=5, basis="law")}).turn_to(0)
    assert answer(low.choose(Facet.NEEDED, 3, THEN)) == Answer(needed=3, wanted=5)


def test_the_basis_may_be_left_open_and_what_is_offered_shows_before_one_goes_on() -> None:
    asked = at("control.release", {"control.release": Answer(needed=4, wanted=5)})
    skipped = asked.next(THEN)
    assert (asked.tells_facts, skipped.tells_facts, skipped.question.id) == (False, True, "control.release")
    assert skipped.next(THEN).question.id == "control.unclear"


def test_dont_know_is_about_one_column() -> None:
    said = at("control.release").state(DONT_KNOW, THEN)
    assert (answer(said), said.facet) == (Answer(needed=DONT_KNOW), Facet.WANTED)


def test_what_does_not_apply_applies_in_no_column_that_is_open() -> None:
    said = at("future.approvals", {"future.approvals": Answer(today=2)}).state(NOT_APPLICABLE, THEN)
    assert answer(said) == Answer(today=2, in_12_months=NOT_APPLICABLE, in_24_months=NOT_APPLICABLE)
    assert not said.is_asking


def test_a_basis_alone_may_not_apply() -> None:
    asked = at("control.release", {"control.release": Answer(needed=4, wanted=5)})
    assert answer(asked.state(NOT_APPLICABLE, THEN)) == Answer(needed=4, wanted=5, basis=NOT_APPLICABLE)


def test_the_same_owner_as_above_is_named_only_where_there_is_one() -> None:
    below = at("ownership.deploy", {"ownership.pause": Answer(owner="network")})
    assert answer(below.same(THEN)) == Answer(owner="network")
    alone = at("ownership.deploy")
    assert alone.same(THEN) is alone
    assert alone.same_as_above is None


def test_clearing_takes_back_the_column_one_is_at() -> None:
    done = at("control.release", {"control.release": Answer(needed=3, wanted=2)})
    cleared = done.clear(THEN)
    assert (answer(cleared), cleared.facet, cleared.prompt) == (Answer(needed=3), Facet.WANTED, Prompt.ASKED)
    assert answer(done.turn_to(0).clear(THEN)) == Answer(wanted=2)


def test_clearing_a_need_clears_its_basis_and_stays_on_screen() -> None:
    done = at("control.release", {"control.release": Answer(needed=5, wanted=2, basis="law")})
    cleared = done.turn_to(0).clear(THEN)
    assert (answer(cleared), cleared.facet) == (Answer(wanted=2), Facet.NEEDED)


def test_the_last_change_is_taken_back_at_its_question() -> None:
    done = at("ownership.pause").choose(Facet.OWNER, "security", THEN).jump(4, THEN).flag(THEN).jump(0, THEN)
    once = done.undo(THEN)
    assert (once.place, once.response.answers) == (4, {"ownership.pause": Answer(owner="security")})
    twice = once.undo(THEN)
    assert (twice.question.id, dict(twice.response.answers)) == ("ownership.pause", {})
    assert twice.is_asking
    assert twice.undo(THEN) is twice, "and no further than this sitting"


def test_what_was_answered_before_this_sitting_stays() -> None:
    begun = at("ownership.pause", {"ownership.pause": Answer(owner="security", note="Hm.")})
    changed = begun.choose(Facet.OWNER, "network", THEN)
    assert answer(changed.undo(THEN)) == Answer(owner="security", note="Hm.")


def test_the_same_answer_again_is_no_change() -> None:
    finished = at("ownership.pause", {"ownership.pause": Answer(owner="security")}).finish(THEN)
    again = finished.choose(Facet.OWNER, "security", THEN)
    assert again.sitting.changes == ()
    assert again.response.respondent.completed is not None
    assert not again.is_asking


def test_taking_back_what_opened_finished_answers_finishes_them_again_unless_more_is_asked_by_now() -> None:
    begun = begin_interview(small(), respond("endpoint", {}, depth=Depth.CORE), THEN).finish(THEN)
    flagged = begun.flag(THEN)
    assert flagged.response.respondent.completed is None
    assert flagged.undo(THEN).response.respondent.completed is not None
    deepened = flagged.response.deepened(Depth.FULL, THEN)
    undone = begin_interview(small(), deepened, THEN, Turn(flagged.sitting)).undo(THEN)
    assert undone.response.respondent.completed is None


def test_a_change_says_which_answers_it_took_the_place_of() -> None:
    begun = at("control.minor", {"control.minor": Answer(needed=2)})
    both = begun.choose(Facet.WANTED, 1, THEN).choose(Facet.NEEDED, 3, THEN)
    second, first = both.sitting.changes[-1], both.sitting.changes[-2]
    assert second.overwrote(answer(both)) == (Facet.NEEDED,)
    assert first.overwrote(Answer(needed=2, wanted=1)) == ()


def test_a_flag_is_set_and_taken_back() -> None:
    flagged = at("risk.attitude").flag(THEN)
    assert answer(flagged) == Answer(flag=True)
    assert answer(flagged.flag(THEN)) == Answer()


def test_a_note_goes_to_its_question_wherever_one_is_now() -> None:
    noted = at("risk.attitude").jump(0, THEN).note("risk.attitude", "Hm.", THEN)
    assert answer(noted, "risk.attitude") == Answer(note="Hm.")


def test_half_an_answer_is_said_once_before_one_goes_on() -> None:
    half = at("control.release").choose(Facet.NEEDED, 3, THEN)
    warned = half.next(THEN)
    assert (warned.question, warned.prompt) == (half.question, Prompt.LEFT_HALF_OPEN)
    assert warned.next(THEN).question.id == "control.unclear"
    assert warned.next(THEN).prompt is Prompt.ASKED


@pytest.mark.parametrize("event", ["choose", "back"])
def test_whoever_does_something_else_is_warned_again(event: str) -> None:
    warned = at("future.approvals").choose(Facet.TODAY, 3, THEN).next(THEN)
    then = warned.choose(Facet.IN_12_MONTHS, 3, THEN) if event == "choose" else warned.back(THEN).next(THEN)
    assert not then.is_warned


def test_a_column_that_was_passed_over_is_said() -> None:
    passed = at("future.approvals").turn_to(2).choose(Facet.IN_24_MONTHS, 5, THEN)
    assert (passed.prompt, passed.tells_facts) == (Prompt.HALF_ANSWERED, False)


def test_the_last_question_leads_to_the_review() -> None:
    last = at(LAST).choose(Facet.STATUS, "met", THEN)
    assert (last.prompt, last.next(THEN).is_at_review) == (Prompt.ANSWERED_LAST, True)


ALL_BUT_THREE: Final = {
    question.id: Answer.model_validate({facet.value: "dont_know" for facet in question.facets})
    for question in small().questions
    if question.id not in ("ownership.deploy", "control.minor", LAST)
}


def test_whom_a_review_sent_to_an_answered_question_goes_back_to_it() -> None:
    sent = at("risk.attitude", ALL_BUT_THREE, from_review=True).choose(Facet.POSITION, 3, THEN)
    assert (sent.prompt, sent.next(THEN).is_at_review) == (Prompt.ANSWERED_LAST, True)


def test_whoever_walks_on_from_there_is_among_the_questions_again() -> None:
    walked = at("risk.attitude", ALL_BUT_THREE, from_review=True).back(THEN).jump(at("risk.attitude").place, THEN)
    assert not walked.is_from_review
    assert not walked.next(THEN).is_at_review


def test_whom_a_review_sent_to_an_open_question_goes_on_to_the_next_open_one_and_at_last_back() -> None:
    first = at("ownership.deploy", ALL_BUT_THREE, from_review=True).choose(Facet.OWNER, "security", THEN)
    assert first.prompt is Prompt.ANSWERED_NEXT_OPEN
    second = first.next(THEN)
    assert (second.question.id, second.is_from_review) == ("control.minor", True)
    last = second.leave_question(THEN)
    assert last.question.id == LAST
    assert last.leave_question(THEN).is_at_review, "whoever leaves questions open comes to the end all the same"


def test_with_more_questions_enter_leads_past_those_that_are_answered() -> None:
    response = respond("endpoint", ALL_BUT_THREE)
    begun = begin_interview(small(), response, THEN, Turn(only_open=True))
    places = []
    while not begun.is_at_review:
        places.append(begun.question.id)
        begun = begun.leave_question(THEN)
    assert places == ["ownership.deploy", "control.minor", LAST]


def test_nothing_stands_before_the_first_question() -> None:
    assert at("ownership.pause").back(THEN).place == 0


def test_the_next_open_question_is_looked_for_round_to_the_first() -> None:
    everything = {
        "ownership.pause": Answer(owner="endpoint"),
        LAST: Answer(status="met"),
    }
    assert at("ownership.pause", everything).next_open(THEN).question.id == "ownership.deploy"
    assert at(LAST, everything).next_open(THEN).question.id == "ownership.deploy"


def test_with_nothing_open_the_review_follows() -> None:
    only = respond("endpoint", {"risk.attitude": Answer(position=1)})
    who = only.respondent.model_copy(update={"only": ("risk.attitude",)})
    begun = begin_interview(small(), only.model_copy(update={"respondent": who}), THEN)
    assert begun.next_open(THEN).is_at_review


def test_a_jump_beyond_the_end_is_to_the_last_question() -> None:
    assert at("ownership.pause").jump(999, THEN).question.id == LAST


def test_a_finish_is_taken_back_by_a_change_and_not_by_a_look() -> None:
    finished = at(LAST).finish(THEN)
    assert finished.response.respondent.completed is not None
    assert finished.back(THEN).response.respondent.completed is not None
    assert finished.flag(THEN).response.respondent.completed is None


def test_line_by_line_every_column_is_come_to_in_turn() -> None:
    read = at("control.release", {"control.release": Answer(needed=3, wanted=2)}).first_column()
    assert [read.facet, read.skip().facet, read.skip().skip().is_asking] == [Facet.NEEDED, Facet.WANTED, False]
    assert read.leave_question(THEN).question.id == "control.unclear"
