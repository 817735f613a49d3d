"""One round against another: the step of each question, worked by hand for every kind."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given, settings

from questionnaires import Answer
from scoring.comparison.coverage import Coverage
from scoring.comparison.rounds import Step
from tests.given.answers_moved import EXAMPLES, People, people, responses_of
from tests.given.builders import Voices, small, voices
from tests.given.rounds import in_round
from tests.given.rounds_compared import TEAMS, moved, said, since

ASKED: Final = ("control.release", "risk.attitude")
"""Of the first two teams are asked, of the second one."""

EVERY_KIND: Final = (
    "ownership.pause",
    "ownership.deploy",
    "control.release",
    "risk.attitude",
    "risk.soak",
    "future.approvals",
    "readiness.licences",
)


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        # From a gap of 4 to one of 1.
        ((0, 4), (2, 3), Step.NEWLY_AGREED),
        # From far apart (5) to apart (3).
        ((0, 5), (0, 3), Step.CLOSER),
        # Far apart both times, but 4 points instead of 5.
        ((0, 5), (0, 4), Step.CLOSER),
        # Aligned both times, but 0 points instead of 1.
        ((2, 3), (3, 3), Step.CLOSER),
        # 5 points both times, but three of four on one side instead of two: 15 points in pairs instead of 20.
        ((0, 0, 5, 5), (0, 0, 0, 5), Step.CLOSER),
        # The same the other way round.
        ((0, 0, 0, 5), (0, 0, 5, 5), Step.FURTHER_APART),
        ((1, 4), (1, 4), Step.UNCHANGED),
        # Both moved up by two: 3 points both times.
        ((0, 3), (2, 5), Step.UNCHANGED),
        # The teams changed sides: 3 points both times.
        ((1, 4), (4, 1), Step.UNCHANGED),
        ((2, 4), (2, 5), Step.FURTHER_APART),
        ((2, 2), (2, 3), Step.FURTHER_APART),
        ((2, 3), (2, 4), Step.NO_LONGER_AGREED),
        ((2, 3), (2, None), Step.NOT_COMPARABLE),
        ((2, None), (None, 3), Step.NOT_COMPARABLE),
    ],
)
def test_the_step_of_a_position(before: tuple[int | None, ...], after: tuple[int | None, ...], step: Step) -> None:
    assert moved("risk.attitude", said("position", *before), said("position", *after)).step is step


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        # Two teams name themselves; then both name the same one.
        (("endpoint", "operations"), ("endpoint", "endpoint"), Step.NEWLY_AGREED),
        # Contested, then split: no two name the same, before or after.
        (("endpoint", "operations"), ("endpoint", "provider"), Step.UNCHANGED),
        # Contested both times; no pair of three names the same owner, then one pair does.
        (("endpoint", "operations", "security"), ("endpoint", "operations", "operations"), Step.CLOSER),
        (("endpoint", "operations"), ("endpoint", "operations"), Step.UNCHANGED),
        # Both name a team that has not been heard, another one the second time.
        (("network", "network"), ("security", "security"), Step.UNCHANGED),
        (("endpoint", "provider"), ("endpoint", "operations"), Step.UNCHANGED),
        (("endpoint", "endpoint"), ("endpoint", "operations"), Step.NO_LONGER_AGREED),
        # That the same team is named by all is not confirmed while that team says nothing.
        (("endpoint", "endpoint"), ("network", "network"), Step.NO_LONGER_AGREED),
        # Security is named by both and has not come back: nobody has taken the task, or given it away.
        (("endpoint", "security", "security"), ("security", "security", None), Step.CLOSER),
        (("security", "security", "security"), ("security", "security", None), Step.UNCHANGED),
        (("endpoint", "endpoint"), ("endpoint", None), Step.NOT_COMPARABLE),
    ],
)
def test_the_step_of_an_owner(before: tuple[str | None, ...], after: tuple[str | None, ...], step: Step) -> None:
    assert moved("ownership.pause", said("owner", *before), said("owner", *after)).step is step


def test_agreeing_against_the_documentation_is_agreeing() -> None:
    contested, against = said("owner", "endpoint", "operations"), said("owner", "endpoint", "endpoint")
    assert moved("ownership.deploy", contested, against).step is Step.NEWLY_AGREED


def test_agreeing_that_nobody_owns_a_task_is_closer_but_not_agreed() -> None:
    contested, nobody = said("owner", "endpoint", "operations"), said("owner", "nobody", "nobody")
    assert moved("ownership.pause", contested, nobody).step is Step.CLOSER


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        (("met", "not_met"), ("met", "met"), Step.NEWLY_AGREED),
        # A status is not measured in steps: no two say the same, before or after.
        (("met", "not_met"), ("met", "partly"), Step.UNCHANGED),
        # Answers differ both times; of three pairs none says the same, then one does.
        (("met", "partly", "not_met"), ("met", "not_met", "not_met"), Step.CLOSER),
        (("met", "partly"), ("partly", "met"), Step.UNCHANGED),
        (("met", "partly"), ("not_met", "not_met"), Step.NEWLY_AGREED),
        # Both teams changed their minds, and agree as they did.
        (("met", "met"), ("not_met", "not_met"), Step.UNCHANGED),
        (("met", "met"), ("met", "partly"), Step.NO_LONGER_AGREED),
        (("met", "met"), ("met", "dont_know"), Step.NOT_COMPARABLE),
    ],
)
def test_the_step_of_a_prerequisite(before: tuple[str, ...], after: tuple[str, ...], step: Step) -> None:
    assert moved("readiness.licences", said("status", *before), said("status", *after)).step is step


@pytest.mark.parametrize(
    ("before", "after", "step"),
    [
        # Needed is 3 points apart, then 1; wanted never is.
        ({"needed": (0, 3), "wanted": (1, 1)}, {"needed": (1, 2), "wanted": (1, 2)}, Step.NEWLY_AGREED),
        # The worst facet counts: needed comes together, wanted stays 4 points apart.
        ({"needed": (0, 3), "wanted": (0, 4)}, {"needed": (2, 2), "wanted": (0, 4)}, Step.UNCHANGED),
        # All need 5, of which the service gives 3 at most: they agree all the same.
        ({"needed": (1, 5), "wanted": (1, 5)}, {"needed": (5, 5), "wanted": (5, 5)}, Step.NEWLY_AGREED),
        # The wider gap narrows by two while the narrower one opens by one.
        ({"needed": (0, 5), "wanted": (1, 1)}, {"needed": (1, 4), "wanted": (1, 2)}, Step.CLOSER),
        # What is needed can be had now, and was agreed before as well.
        ({"needed": (4, 4), "wanted": (4, 4)}, {"needed": (2, 2), "wanted": (2, 2)}, Step.UNCHANGED),
    ],
)
def test_the_step_of_a_question_with_several_facets(
    before: dict[str, tuple[int, ...]], after: dict[str, tuple[int, ...]], step: Step
) -> None:
    first, second = ({facet: said(facet, *row)[facet] for facet, row in one.items()} for one in (before, after))
    assert moved("control.release", first, second).step is step


def test_two_teams_that_are_undecided_between_the_same_two_are_not_agreed() -> None:
    apart = {"status": {"endpoint": ["met", "met"], "security": ["partly", "partly"]}}
    undecided = {"status": {"endpoint": ["met", "partly"], "security": ["met", "partly"]}}
    assert moved("readiness.licences", apart, undecided).step is Step.CLOSER


@pytest.mark.parametrize(
    ("question", "facet", "before", "after"),
    [
        ("readiness.licences", "status", ("met", "not_met", "met"), ("met", "met", "dont_know")),
        ("risk.attitude", "position", (0, 4, 2), (2, 2, "dont_know")),
    ],
)
def test_a_team_that_now_does_not_know_keeps_the_others_from_nothing(
    question: str, facet: str, before: tuple[int | str, ...], after: tuple[int | str, ...]
) -> None:
    assert moved(question, said(facet, *before), said(facet, *after)).step is Step.NEWLY_AGREED


def test_a_part_that_fewer_than_two_teams_ever_answered_keeps_nothing_from_being_agreed() -> None:
    before = {"needed": {"endpoint": 0, "security": 4}, "wanted": {"security": 4}}
    after = {"needed": {"endpoint": 2, "security": 2}, "wanted": {"security": 4}}
    assert moved("control.release", before, after).step is Step.NEWLY_AGREED


def test_a_part_that_somebody_has_not_answered_again_stands_as_it_was_said() -> None:
    before = {"needed": {"endpoint": 0, "operations": 2, "security": 4}, "wanted": dict.fromkeys(TEAMS[:2], 2)}
    again = {"needed": dict.fromkeys(TEAMS[:3], 2), "wanted": dict.fromkeys(TEAMS[:2], 2)}
    apart = {**before, "wanted": {**before["wanted"], "security": 5}}
    assert moved("control.release", before, again).step is Step.NEWLY_AGREED
    assert moved("control.release", apart, again).step is Step.CLOSER


@pytest.mark.parametrize(("again", "has_moved"), [((0, 3), False), ((2, 5), True)])
def test_a_question_has_moved_where_anybody_stands_elsewhere(again: tuple[int, int], has_moved: bool) -> None:
    item = moved("risk.attitude", said("position", 0, 3), said("position", *again))
    assert (item.step, item.has_moved) == (Step.UNCHANGED, has_moved)


@pytest.mark.parametrize(("again", "has_moved"), [("met", False), ("not_met", True)])
def test_a_status_has_moved_where_anybody_says_another(again: str, has_moved: bool) -> None:
    item = moved("readiness.licences", said("status", "met", "met"), said("status", again, again))
    assert (item.step, item.has_moved) == (Step.UNCHANGED, has_moved)


def test_teams_that_are_each_torn_between_the_same_two_statuses_have_not_agreed() -> None:
    torn = {"status": {"endpoint": ["met", "partly"], "operations": ["met", "partly"]}}
    assert moved("readiness.licences", said("status", "met", "not_met"), torn).step is Step.CLOSER


@pytest.mark.parametrize(
    ("today", "step"),
    [
        (((None, None), (None, None)), Step.NEWLY_AGREED),
        (((1, None), (None, None)), Step.NEWLY_AGREED),
        (((1, 4), (4, None)), Step.CLOSER),
        (((1, 4), (None, None)), Step.CLOSER),
        (((4, None), (1, 4)), Step.CLOSER),
    ],
    ids=["of nobody", "of one team", "of two teams, then one", "of two teams, then nobody", "of one team, then two"],
)
def test_nothing_is_newly_agreed_while_a_facet_of_two_teams_can_no_longer_be_compared(
    today: tuple[tuple[int | None, int | None], ...], step: Step
) -> None:
    """In 24 months they are of one mind now, and were not before."""
    (before, after), target = today, "in_24_months"
    first = {**said("today", *before), **said(target, 1, 4)}
    assert moved("future.approvals", first, {**said("today", *after), **said(target, 3, 3)}).step is step


def test_what_was_not_agreed_on_a_facet_that_is_left_open_now_is_not_agreed_no_longer() -> None:
    first = {**said("needed", 1, 1), **said("wanted", 1, 5)}
    assert moved("control.release", first, {**said("needed", 1, 3), **said("wanted", 1)}).step is Step.FURTHER_APART


def test_teams_that_are_torn_in_either_round_are_named_once() -> None:
    torn: Voices = {"endpoint": [0, 5], "operations": 2, "security": 2}
    healed: Voices = {"endpoint": [0, 5], "operations": [0, 5], "security": 2}
    found = moved("risk.attitude", {"position": torn}, {"position": healed})
    assert found.without_common_position == ("endpoint", "operations")
    assert found.has_moved
    assert not moved("risk.attitude", {"position": torn}, {"position": torn}).has_moved
    # Two between 1 and 3 stand where two at 2 stand.
    between: Voices = {"endpoint": [1, 3], "operations": 2}
    assert not moved("risk.attitude", {"position": between}, said("position", 2, 2)).has_moved


def test_a_question_that_nobody_answers_again_was_not_asked_again() -> None:
    found = since(voices("risk.soak", position={"endpoint": 1, "security": 2}), voices("risk.attitude", position={}))
    (item,) = found.questions
    assert (item.question.id, item.step) == ("risk.soak", Step.NOT_ASKED_AGAIN)
    assert (item.teams, item.missing, item.joined) == ((), ("endpoint", "security"), ())


def test_a_question_that_nobody_answered_before_is_asked_for_the_first_time() -> None:
    (item,) = since([], voices("risk.soak", position={"endpoint": 1, "security": 2})).questions
    assert (item.step, item.missing, item.joined) == (Step.ASKED_FIRST, (), ("endpoint", "security"))
    assert (item.before, item.after) == (None, None)


def test_a_question_that_nobody_ever_answered_is_not_named() -> None:
    assert since(voices("risk.soak", position={"endpoint": "dont_know"}), []).questions == ()


def test_what_a_round_can_compare_by_itself_is_counted_over_what_it_asks_of_two_teams() -> None:
    earlier = [
        *voices("control.release", needed={"endpoint": 1, "security": 1}),
        *voices("risk.soak", position={"endpoint": 1, "security": 1}),
    ]
    later = [
        in_round(2, "endpoint", {"control.release": Answer(needed=1), "risk.attitude": Answer(position=1)}, only=ASKED),
        in_round(2, "security", {"control.release": Answer(needed=1)}, only=ASKED[:1]),
        in_round(2, "network", {}, only=ASKED[:1]),
    ]
    assert since(earlier, later).coverage == Coverage(asked=1, teams=3, answering=2, compared=1, again=1, before=2)


def test_questions_come_in_the_order_of_the_questionnaire() -> None:
    earlier = [*voices("risk.soak", position={"endpoint": 1}), *voices("ownership.pause", owner={"endpoint": "nobody"})]
    later = voices("control.minor", needed={"endpoint": 1})
    named = [item.question.id for item in since(earlier, later).questions]
    assert named == ["ownership.pause", "control.minor", "risk.soak"]


BACKWARDS: Final = {
    Step.NOT_ASKED_AGAIN: Step.ASKED_FIRST,
    Step.ASKED_FIRST: Step.NOT_ASKED_AGAIN,
    Step.NOT_COMPARABLE: Step.NOT_COMPARABLE,
}

TOGETHER: Final = (Step.NEWLY_AGREED, Step.CLOSER)
APART: Final = (Step.NO_LONGER_AGREED, Step.FURTHER_APART)


@settings(max_examples=EXAMPLES)
@given(people(small(), EVERY_KIND))
def test_a_round_against_itself_has_moved_nowhere(some: People) -> None:
    found = since(responses_of(small(), some), responses_of(small(), some))
    assert {item.step for item in found.questions} <= {Step.UNCHANGED, Step.NOT_COMPARABLE}
    assert (found.gone, found.came) == ((), ())
    assert not any(item.missing or item.joined for item in found.questions)


@settings(max_examples=EXAMPLES)
@given(people(small(), EVERY_KIND), people(small(), EVERY_KIND))
def test_nothing_is_closer_from_both_ends(first: People, second: People) -> None:
    earlier, later = responses_of(small(), first), responses_of(small(), second)
    there, back = since(earlier, later), since(later, earlier)
    assert (there.gone, there.came) == (back.came, back.gone)
    for one, other in zip(there.questions, back.questions, strict=True):
        assert one.question == other.question
        assert BACKWARDS.get(one.step, other.step) is other.step
        assert not (one.step in TOGETHER and other.step in TOGETHER)
        assert not (one.step in APART and other.step in APART)
        assert (one.teams, one.missing, one.joined) == (other.teams, other.joined, other.missing)
        assert (one.before, one.after) == (other.after, other.before)
