"""Which teams a movement rests on: those that gave an answer in both rounds, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questionnaires.words import Kind
from scoring import compare, tally
from scoring.comparison.rounds import Step
from tests.given.answers_moved import EXAMPLES
from tests.given.builders import small, voices
from tests.given.rounds_by_hand import Round, two_rounds
from tests.given.rounds_compared import moved, said, since


def test_only_teams_in_both_rounds_are_set_against_each_other() -> None:
    item = moved("risk.attitude", said("position", 0, 4, 2), said("position", 0, 3, None, 5))
    assert (item.teams, item.missing, item.joined) == (("endpoint", "operations"), ("security",), ("network",))
    assert item.before is not None
    assert item.after is not None
    assert (item.before.widest, item.after.widest) != (None, None)
    assert [one.widest.gap for one in (item.before, item.after) if one.widest] == [4, 3]


@pytest.mark.parametrize("silence", [None, "dont_know", "not_applicable"])
def test_a_gap_that_shrinks_because_a_team_is_missing_is_not_closer(silence: str | None) -> None:
    item = moved("risk.attitude", said("position", 0, 1, 5), said("position", 0, 1, silence))
    assert (item.step, item.missing) == (Step.UNCHANGED, ("security",))


def test_a_gap_that_grows_because_a_team_is_new_is_not_further() -> None:
    item = moved("risk.attitude", said("position", 0, 1), said("position", 0, 1, 5))
    assert (item.step, item.joined) == (Step.UNCHANGED, ("security",))


def test_a_gap_that_shrinks_because_a_team_is_torn_is_not_closer() -> None:
    before = {"position": {"endpoint": [0], "operations": [1], "security": [5, 5]}}
    after = {"position": {"endpoint": [0], "operations": [1], "security": [0, 5]}}
    assert moved("risk.attitude", before, after).step not in (Step.NEWLY_AGREED, Step.CLOSER)


HEALED = {"endpoint": [1, 1], "security": [2, 2]}
TORN = {"endpoint": [0, 4], "security": [2, 2]}
MISSING = {"operations": 5}


@pytest.mark.parametrize(("before", "after"), [(TORN | MISSING, HEALED), (HEALED | MISSING, TORN)])
def test_a_team_that_tears_or_heals_while_the_gap_goes_the_other_way_is_neither_closer_nor_further(
    before: dict[str, list[int]], after: dict[str, list[int]]
) -> None:
    # Middle answers of 2 and 2 with a team torn, and of 1 and 2 with none; somebody of another mind is missing.
    assert moved("risk.attitude", {"position": before}, {"position": after}).step is Step.UNCHANGED


def test_a_gap_that_shrinks_because_a_facet_is_missing_is_not_closer() -> None:
    before = {"needed": {"endpoint": 2, "security": 2}, "wanted": {"endpoint": 0, "security": 5}}
    after = {"needed": {"endpoint": 2, "security": 2}, "wanted": {"security": 5}}
    assert moved("control.release", before, after).step not in (Step.NEWLY_AGREED, Step.CLOSER)


def test_teams_that_answer_in_one_round_only_have_gone_or_come() -> None:
    earlier = voices("risk.attitude", position={"endpoint": 0, "operations": 1, "security": 5})
    later = voices("risk.attitude", position={"endpoint": 0, "operations": 1, "network": 5})
    found = since(earlier, later)
    assert (found.against, found.gone, found.came) == (1, ("security",), ("network",))
    assert found.both == ("endpoint", "operations")


def test_a_team_that_answered_anything_again_has_not_gone() -> None:
    earlier = voices("risk.attitude", position={"endpoint": 0, "security": 5})
    later = [
        *voices("risk.attitude", position={"endpoint": 0}),
        *voices("risk.soak", position={"security": 1}),
    ]
    found = since(earlier, later)
    assert (found.gone, found.came) == ((), ())
    assert [item.missing for item in found.of_step(Step.NOT_COMPARABLE)] == [("security",)]


def test_a_team_that_says_something_but_no_option_has_not_gone() -> None:
    earlier = voices("risk.attitude", position={"endpoint": 0, "security": 5})
    found = since(earlier, voices("risk.attitude", position={"endpoint": 0, "security": "dont_know"}))
    assert found.gone == ()


def test_notes_and_flags_move_nothing() -> None:
    before = voices("risk.attitude", position={"endpoint": 0, "security": 5})
    after = [one.with_flag("risk.attitude", True, one.respondent.started) for one in before]
    (item,) = since(before, after).questions
    assert item.step is Step.UNCHANGED


@settings(max_examples=5 * EXAMPLES)
@given(st.integers(0, 2**32).map(two_rounds))
def test_what_is_said_of_an_owner_is_what_each_whole_round_found(rounds: tuple[Round, Round]) -> None:
    earlier, later = (list(one) for one in rounds)
    found = [compare(small(), tally(small(), one), number) for number, one in enumerate(rounds, 1)]
    for item in since(earlier, later).questions:
        if item.question.kind is Kind.OWNERSHIP and item.is_whole:
            wholes = [one.question(item.question.id) for one in found]
            assert [one.item.claims.pattern for one in (item.before, item.after) if one and one.item.claims] == [
                whole.claims.pattern for whole in wholes if whole and whole.claims
            ]
