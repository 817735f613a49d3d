"""What a tally counts, and what it keeps apart."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from questionnaires import Answer, Choice
from questionnaires.words import Depth, Facet
from scoring.counts.tally import LARGEST_DIFFERENCE, Distribution, Progress, Tally, tally
from tests.given.builders import respond, small, voices

ATTITUDE = ("risk.attitude", Facet.POSITION, "endpoint")


def counted(answers: Mapping[str, Answer], team: str = "endpoint", depth: Depth = Depth.FULL) -> Tally:
    return tally(small(), [respond(team, answers, depth=depth)])


def test_counts_cover_the_whole_scale_with_zeros_kept() -> None:
    counts = tally(small(), voices("risk.attitude", position={"endpoint": [0, 2, 2]})).cells[ATTITUDE].counts
    assert counts == (1, 0, 2, 0, 0, 0)


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("dont_know", Distribution((0,) * 6, dont_know=1)),
        ("not_applicable", Distribution((0,) * 6, not_applicable=1)),
        (None, Distribution((0,) * 6, unanswered=1)),
        (0, Distribution((1, 0, 0, 0, 0, 0))),
    ],
    ids=["don't know", "not applicable", "never answered", "option 0"],
)
def test_what_is_no_number_is_counted_apart(choice: Choice | None, expected: Distribution) -> None:
    assert counted({"risk.attitude": Answer(position=choice)}).cells[ATTITUDE] == expected


def test_a_question_without_any_answer_counts_as_unanswered() -> None:
    assert counted({}).cells[ATTITUDE] == Distribution((0,) * 6, unanswered=1)


def test_a_question_that_is_not_asked_of_the_team_is_not_counted() -> None:
    assert ("risk.taste", Facet.POSITION, "security") not in counted({}, "security").cells


def test_a_question_below_the_chosen_depth_is_not_counted() -> None:
    assert ("risk.taste", Facet.POSITION, "endpoint") not in counted({}, depth=Depth.CORE).cells


def test_an_answer_beyond_the_chosen_depth_counts_all_the_same() -> None:
    cell = counted({"risk.taste": Answer(position=4)}, depth=Depth.CORE).cells["risk.taste", Facet.POSITION, "endpoint"]
    assert cell.counts == (0, 0, 0, 0, 1, 0)


BESIDES = [Answer(note="Not ours."), Answer(flag=True), Answer(note="Not ours.", flag=True)]


@pytest.mark.parametrize("answer", BESIDES, ids=["note", "flag", "both"])
@pytest.mark.parametrize(("team", "depth"), [("security", Depth.FULL), ("endpoint", Depth.CORE)])
def test_a_note_or_a_flag_alone_does_not_make_a_question_asked(answer: Answer, team: str, depth: Depth) -> None:
    result, empty = counted({"risk.taste": answer}, team, depth), counted({}, team, depth)
    assert ("risk.taste", Facet.POSITION, team) not in result.cells
    assert result.progress == empty.progress


def test_a_flag_counts_where_the_question_was_not_asked() -> None:
    assert counted({"risk.taste": Answer(flag=True)}, "security").flags["risk.taste", "security"] == 1


@pytest.mark.parametrize("answer", BESIDES, ids=["note", "flag", "both"])
def test_a_note_or_a_flag_alone_leaves_an_asked_question_unanswered(answer: Answer) -> None:
    assert counted({"risk.attitude": answer}).cells[ATTITUDE] == Distribution((0,) * 6, unanswered=1)


def test_asked_is_answered_and_the_three_other_states() -> None:
    distribution = Distribution((1, 0, 2, 0, 0, 0), dont_know=3, not_applicable=4, unanswered=5)
    assert (distribution.answered, distribution.asked) == (3, 15)


def test_nominal_answers_are_counted_in_the_order_of_the_options() -> None:
    counted_owner = tally(small(), voices("ownership.pause", owner={"endpoint": ["security", "nobody"]}))
    assert counted_owner.cells["ownership.pause", Facet.OWNER, "endpoint"].counts == (0, 0, 1, 0, 0, 0, 1)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [("control.release", "needed", "wanted"), ("future.approvals", "today", "in_24_months")],
)
def test_the_difference_of_one_respondent_is_second_minus_first(question: str, first: str, second: str) -> None:
    facets = {first: {"endpoint": [4, 1]}, second: {"endpoint": [1, 1]}}
    row = tally(small(), voices(question, **facets)).differences[question, "endpoint"]
    assert {place - LARGEST_DIFFERENCE: count for place, count in enumerate(row) if count} == {-3: 1, 0: 1}


def test_differences_have_a_place_for_each_from_the_largest_down_to_the_largest_up() -> None:
    said = voices("control.release", needed={"endpoint": [0, 5]}, wanted={"endpoint": [5, 0]})
    assert tally(small(), said).differences["control.release", "endpoint"] == (1, *[0] * 9, 1)


@pytest.mark.parametrize("wanted", [None, "dont_know", "not_applicable"])
def test_half_a_pair_has_no_difference(wanted: str | None) -> None:
    result = counted({"control.release": Answer(needed=4, wanted=wanted)})
    assert not result.differences
    assert result.cells["control.release", Facet.NEEDED, "endpoint"].answered == 1


def test_the_basis_of_a_high_need_is_counted() -> None:
    said = voices("control.release", needed={"endpoint": [4, 5]}, basis={"endpoint": ["law", "judgement"]})
    assert tally(small(), said).bases["control.release", "endpoint"] == (1, 1)


@pytest.mark.parametrize(("needed", "basis"), [(3, "law"), (4, "dont_know"), (4, None)])
def test_a_low_need_or_an_unknown_basis_has_none_to_count(needed: int, basis: str | None) -> None:
    assert not counted({"control.release": Answer(needed=needed, basis=basis)}).bases


def test_flags_are_counted_by_question_and_team() -> None:
    flagged = [respond(team, {"risk.attitude": Answer(flag=True)}) for team in ("endpoint", "endpoint", "security")]
    result = tally(small(), flagged).flags
    assert (result["risk.attitude", "endpoint"], result["risk.attitude", "security"]) == (2, 1)


def test_progress_counts_facets() -> None:
    done = respond("security", {"control.release": Answer(needed=1, wanted="dont_know")}, completed=True)
    progress = tally(small(), [done]).progress["security"]
    facets = sum(len(question.facets) for question in small().asked_of("security", Depth.FULL))
    assert progress == Progress(respondents=1, completed=1, asked=facets, answered=2)


def test_only_keeps_one_team() -> None:
    answers = {"control.release": Answer(needed=4, wanted=2, basis="law", flag=True)}
    mine, other = respond("endpoint", answers), respond("security", answers)
    both = tally(small(), [mine, other])
    assert both.only("endpoint") == tally(small(), [mine])


def test_answers_to_a_scale_that_changed_its_meaning_are_named_and_left_out() -> None:
    response = respond("endpoint", {"risk.attitude": Answer(position=4), "risk.soak": Answer(position=1)})
    scales = {**response.questionnaire.scales, "ladder": "another"}
    written = response.questionnaire.model_copy(update={"fingerprint": "earlier", "scales": scales})
    result = tally(small(), [response.model_copy(update={"questionnaire": written})])
    assert dict(result.incomparable) == {"risk.attitude": 1}
    assert ATTITUDE not in result.cells
    assert result.cells["risk.soak", Facet.POSITION, "endpoint"].answered == 1


def test_answers_to_a_question_of_another_version_are_named() -> None:
    response = respond("endpoint", {"risk.gone": Answer(position=4)})
    written = response.questionnaire.model_copy(update={"fingerprint": "earlier"})
    assert dict(tally(small(), [response.model_copy(update={"questionnaire": written})]).unknown) == {"risk.gone": 1}
