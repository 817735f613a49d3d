"""What a later round is told of the one before, and what one key gives again: values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from maturity.files.gathering import gather
from maturity.rounds.answering import Interview, begin_interview
from maturity.rounds.earlier import NOTHING_EARLIER, Earlier, OwnAnswer, earlier_of, to_confirm
from maturity.rounds.earlier_words import earlier_lines, own_words, teams_words, voices_words
from maturity.rounds.prompts import Prompt
from maturity.rounds.round import round_of
from maturity.rounds.sitting import Sitting, Turn
from maturity.rounds.stood import stood_before, stood_in_results
from questionnaires import Answer, Choice, Response
from questionnaires.words import Facet
from tests.given.builders import THEN, small
from tests.given.decisions import decide, take_back
from tests.given.rounds import AGENDA, first_round, handed_in, in_round, second_round

NEEDED, WANTED, BASIS = Facet.NEEDED, Facet.WANTED, Facet.BASIS


def known(place: Path, responses: list[Response], who: Response) -> Earlier:
    """What this person is told, by these files."""
    handed_in(place, responses)
    return earlier_of(gather([place], small()), small(), who.respondent)


def again(answers: Mapping[str, Answer], *, now: Mapping[str, Answer] | None = None) -> Interview:
    """Endpoint in round 2 at the first question that is open, having answered these in round 1."""
    own = {question: OwnAnswer(1, answer) for question, answer in answers.items()}
    response = in_round(2, "endpoint", now or {}, only=tuple(answers), completed=False)
    return begin_interview(small(), response, THEN, Turn(Sitting(earlier=Earlier(own))))


def said(interview: Interview, question: str) -> dict[Facet, Choice | None]:
    answer = interview.response.answer(question)
    return {facet: answer.choice(facet) for facet in answer.facets}


# What is told


def test_a_first_round_is_told_nothing(tmp_path: Path) -> None:
    responses = first_round()
    assert known(tmp_path, responses, responses[0]) is NOTHING_EARLIER


def test_what_was_taken_back_here_is_not_told_by_results_that_were_sent_before(tmp_path: Path) -> None:
    handed_in(tmp_path, first_round())
    who, gathered = in_round(2, "endpoint", {}).respondent, gather([tmp_path], small())
    made = decide("aaaa", "ownership.pause", owner="operations", facet=Facet.OWNER)
    both = replace(gathered, entries=(made,))
    sent = stood_in_results(round_of(both, small(), 1).results(), small())
    assert earlier_of(gathered, small(), who, sent).decided == {"ownership.pause": "Decided on 2026-11-27: Operations."}
    undone = replace(both, entries=(made, take_back("bbbb", "aaaa")))
    assert earlier_of(undone, small(), who, sent).decided == {}


def test_the_latest_earlier_answer_of_the_same_person_and_team_counts(tmp_path: Path) -> None:
    other_team = in_round(3, "security", {"risk.soak": Answer(position=5)}, respondent="endpoint1")
    someone = in_round(1, "endpoint", {"risk.exposure": Answer(position=5)}, respondent="endpoint2")
    later = in_round(5, "endpoint", {"risk.taste": Answer(position=5)})
    who = in_round(4, "endpoint", {})
    everybody = [first_round()[0], second_round()[0], other_team, someone, later]
    found = known(tmp_path, everybody, who)
    assert {question: (one.round, one.answer.facets) for question, one in found.own.items()} == {
        "ownership.pause": (2, (Facet.OWNER,)),
        "control.release": (2, (NEEDED, WANTED)),
        "risk.attitude": (2, (Facet.POSITION,)),
        "risk.taste": (2, (Facet.POSITION,)),
        "risk.soak": (1, (Facet.POSITION,)),
    }


def test_an_answer_on_a_scale_that_means_something_else_today_is_named_and_not_shown(tmp_path: Path) -> None:
    first = first_round()[0]
    other = first.questionnaire.model_copy(
        update={"fingerprint": "0" * 16, "scales": {**first.questionnaire.scales, "soak_days": "00000000"}}
    )
    found = known(tmp_path, [first.model_copy(update={"questionnaire": other})], in_round(2, "endpoint", {}))
    assert "risk.soak" not in found.own
    question = small().question_by_id["risk.soak"]
    assert own_words(small(), found, question) == (
        "Your answer in round 1 was given on a scale that means something else today; it is not shown."
    )


def test_a_basis_from_another_list_is_not_given_again(tmp_path: Path) -> None:
    first = in_round(1, "endpoint", {"control.release": Answer(needed=5, basis="law", wanted=1)})
    other = first.questionnaire.model_copy(
        update={"fingerprint": "0" * 16, "scales": {**first.questionnaire.scales, "basis": "00000000"}}
    )
    found = known(tmp_path, [first.model_copy(update={"questionnaire": other})], in_round(2, "endpoint", {}))
    assert found.own["control.release"].answer == Answer(needed=5, wanted=1)


def test_answers_and_results_that_were_sent_say_the_same_of_the_teams(tmp_path: Path) -> None:
    torn = [in_round(1, "network", {"risk.soak": Answer(position=at)}, respondent=f"net{at}") for at in (0, 5)]
    handed_in(tmp_path, [*first_round(), *torn])
    gathered = gather([tmp_path], small())
    here = stood_before(gathered, small(), 2)
    assert here is not None
    assert here == stood_in_results(round_of(gathered, small(), 1).results(), small()), "and nothing more is told"


def test_with_one_team_alone_nothing_is_told_of_teams(tmp_path: Path) -> None:
    found = known(tmp_path, first_round()[:1], in_round(2, "endpoint", {}))
    assert found.stood is None
    assert found.own
    question = small().question_by_id["risk.soak"]
    assert list(earlier_lines(small(), found, question)) == ["Your answer in round 1: 3 days."]


TOLD: Final = {
    "ownership.pause": (
        {
            "endpoint1": ("endpoint", Answer(owner="security")),
            "endpoint2": ("endpoint", Answer(owner="endpoint")),
            "security1": ("security", Answer(owner="security")),
        },
        ["Endpoint says Endpoint or Security · Security says Security"],
        "Security",
    ),
    "risk.soak": (
        {
            "endpoint1": ("endpoint", Answer(position=1)),
            "endpoint2": ("endpoint", Answer(position=2)),
            "security1": ("security", Answer(position=5)),
            "network1": ("network", Answer(position=5)),
            "operations1": ("operations", Answer(position="dont_know")),
        },
        [
            "Endpoint says between 1 day and 3 days · Security, Network say 14 days · Operations says don't know",
        ],
        "Security, Network",
    ),
    "control.release": (
        {
            "endpoint1": ("endpoint", Answer(needed=0, wanted=3)),
            "endpoint2": ("endpoint", Answer(needed=5)),
            "security1": ("security", Answer(needed=4, wanted="not_applicable")),
        },
        ["Endpoint is torn, 0 to 5 · Security says 4", "Endpoint says 3 · Security says not applicable"],
        "Security, Endpoint (control wanted)",
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_teams_are_told_along_the_scale_and_never_a_person(tmp_path: Path, name: str) -> None:
    people, lines, voices = TOLD[name]
    responses = [in_round(1, team, {name: answer}, respondent=who) for who, (team, answer) in people.items()]
    found = known(tmp_path, responses, in_round(2, "endpoint", {}, respondent="endpoint1"))
    question = small().question_by_id[name]
    assert list(teams_words(small(), found, question).values()) == lines
    assert voices_words(found, question) == voices
    told = "\n".join(earlier_lines(small(), found, question))
    assert not [who for who in people if who in told]


# What one key gives again


@pytest.mark.parametrize(
    ("now", "before", "waits", "expected"),
    [
        ({}, {"needed": 2, "wanted": 3}, NEEDED, {NEEDED: 2, WANTED: 3}),
        ({"needed": 1}, {"needed": 2, "wanted": 3}, WANTED, {WANTED: 3}),
        ({}, {"needed": "dont_know"}, NEEDED, {NEEDED: "dont_know"}),
        ({}, {"needed": 5, "basis": "law", "wanted": 3}, NEEDED, {NEEDED: 5, WANTED: 3, BASIS: "law"}),
        # A basis belongs to its need: with another one it is given again only where it is in sight.
        ({"needed": 4}, {"needed": 5, "basis": "law", "wanted": 3}, WANTED, {WANTED: 3}),
        ({"needed": 4, "wanted": 3}, {"needed": 5, "basis": "law", "wanted": 3}, BASIS, {BASIS: "law"}),
        ({"needed": 1}, {"needed": 5, "basis": "law", "wanted": 3}, WANTED, {WANTED: 3}),
        ({}, {"note": "Finding 7.", "flag": True}, NEEDED, {}),
        ({"needed": 1, "wanted": 1}, {"needed": 2, "wanted": 3}, None, {}),
    ],
)
def test_choices_of_open_columns_are_given_again_and_nothing_else(
    now: dict[str, Choice], before: dict[str, Choice], waits: Facet | None, expected: dict[Facet, Choice]
) -> None:
    question = small().question_by_id["control.release"]
    assert to_confirm(question, Answer.model_validate(now), Answer.model_validate(before), waits) == expected


def test_one_key_gives_an_answer_again_without_note_and_flag_and_goes_on() -> None:
    before = Answer(needed=5, basis="law", wanted=2, note="Finding 7.", flag=True)
    interview = again({"control.release": before, "risk.soak": Answer(position=1)})
    assert interview.rule_to_read is None, "who answered in a section before has read its rule"
    assert interview.prompt is Prompt.ASKED_AGAIN
    interview = interview.next(THEN)
    assert interview.response.answers == {"control.release": Answer(needed=5, basis="law", wanted=2)}
    assert interview.question.id == "risk.soak"
    assert interview.next(THEN).is_at_review


def test_a_digit_changes_one_column_and_the_key_gives_the_rest_again() -> None:
    interview = again({"control.release": Answer(needed=1, wanted=2), "risk.soak": Answer(position=1)})
    interview = interview.choose(NEEDED, 3, THEN)
    assert interview.question.id == "control.release"
    interview = interview.next(THEN)
    assert said(interview, "control.release") == {NEEDED: 3, WANTED: 2}
    assert interview.question.id == "risk.soak"


def test_a_need_that_is_new_is_asked_for_its_basis_and_one_that_stays_is_not() -> None:
    changed = again({"control.release": Answer(needed=1, wanted=2), "risk.soak": Answer(position=1)})
    changed = changed.choose(NEEDED, 5, THEN).next(THEN)
    assert (changed.question.id, changed.facet) == ("control.release", BASIS)
    kept = again({"control.release": Answer(needed=5, wanted=2), "risk.soak": Answer(position=1)}).next(THEN)
    assert kept.question.id == "risk.soak"


def test_what_was_half_answered_is_given_again_and_the_other_column_waits() -> None:
    interview = again({"control.release": Answer(needed=1)}).next(THEN)
    assert (interview.question.id, interview.facet, interview.prompt) == ("control.release", WANTED, Prompt.ASKED)
    assert said(interview, "control.release") == {NEEDED: 1}


def test_a_confirmed_answer_is_taken_back_as_a_whole_and_can_be_given_again() -> None:
    begun = again({"control.release": Answer(needed=5, basis="law", wanted=2), "risk.soak": Answer(position=1)})
    undone = begun.next(THEN).undo(THEN)
    assert undone.response.answers == {}
    assert (undone.question.id, undone.prompt) == ("control.release", Prompt.ASKED_AGAIN)
    assert undone.next(THEN).response.answers == begun.next(THEN).response.answers


def test_leafing_through_gives_nothing_again() -> None:
    interview = again({"risk.attitude": Answer(position=1), "risk.soak": Answer(position=1)})
    assert interview.next(THEN, confirms=False).response.answers == {}


def test_without_an_earlier_answer_everything_is_as_in_a_first_round() -> None:
    response = in_round(2, "endpoint", {}, only=AGENDA, completed=False)
    interview = begin_interview(small(), response, THEN)
    assert interview.rule_to_read is not None
    interview = interview.next(THEN)
    assert (interview.prompt, interview.to_confirm) == (Prompt.ASKED, {})
    assert interview.next(THEN).response.answers == {}
