"""Which decisions stand: undone, replaced, in chains and circles, and in whatever order they were written."""

from __future__ import annotations

from itertools import permutations

import pytest

from questionnaires.decisions import Decision
from questionnaires.words import Facet
from scoring.decisions.circles import circles
from scoring.decisions.settled import NOTHING_SETTLED, settled_by
from scoring.decisions.standing import standing_decisions, standing_plan
from tests.given.builders import small
from tests.given.decisions import decide, park, planned, take_back

TASK, OTHER = "ownership.pause", "ownership.deploy"


def on(identifier: str, *supersedes: str, question: str = TASK) -> Decision:
    """A decision with this id on one question, in place of these."""
    return decide(identifier, question, facet="owner", owner="endpoint", supersedes=supersedes)


def stands(*entries: Decision) -> list[str]:
    return [one.id for one in standing_decisions(entries).entries]


def clashes(*entries: Decision) -> list[list[str]]:
    return [[one.id for one in clash] for clash in standing_decisions(entries).clashes]


def test_without_entries_nothing_stands() -> None:
    assert stands() == []
    assert clashes() == []


def test_a_decision_stands_until_another_takes_its_place() -> None:
    assert stands(on("aaaa")) == ["aaaa"]
    assert stands(on("aaaa"), on("bbbb", "aaaa")) == ["bbbb"]


def test_of_a_chain_the_last_stands() -> None:
    assert stands(on("aaaa"), on("bbbb", "aaaa"), on("cccc", "bbbb")) == ["cccc"]


def test_what_is_undone_stands_no_more_and_what_it_replaced_stands_again() -> None:
    assert stands(on("aaaa"), take_back("undo", "aaaa")) == []
    assert stands(on("aaaa"), on("bbbb", "aaaa"), take_back("undo", "bbbb")) == ["aaaa"]


def test_to_undo_an_undo_brings_the_decision_back() -> None:
    entries = (on("aaaa"), on("bbbb", "aaaa"), take_back("undo", "bbbb"), take_back("redo", "undo"))
    assert stands(*entries) == ["bbbb"]
    assert stands(*entries, take_back("more", "redo")) == ["aaaa"]


def test_to_undo_twice_is_to_undo() -> None:
    assert stands(on("aaaa"), take_back("undo", "aaaa"), take_back("also", "aaaa")) == []
    assert stands(on("aaaa"), take_back("undo", "aaaa"), take_back("also", "aaaa"), take_back("redo", "undo")) == []


def test_undos_that_take_back_each_other_take_back_nothing() -> None:
    assert stands(on("aaaa"), take_back("undo", "aaaa", "also"), take_back("also", "aaaa", "undo")) == ["aaaa"]


def test_a_link_of_a_chain_that_is_undone_holds_the_chain_together() -> None:
    chain = (on("aaaa"), on("bbbb", "aaaa"), on("cccc", "bbbb"))
    assert stands(*chain, take_back("undo", "bbbb")) == ["cccc"]
    assert stands(*chain, take_back("undo", "bbbb", "cccc")) == ["aaaa"]


def test_a_link_of_a_chain_that_is_missing_leaves_the_last() -> None:
    assert stands(on("cccc", "bbbb")) == ["cccc"]
    assert clashes(on("aaaa"), on("cccc", "bbbb")) == [["aaaa", "cccc"]]


def test_one_entry_takes_the_place_of_several() -> None:
    assert stands(on("aaaa"), on("bbbb"), on("cccc", "aaaa", "bbbb")) == ["cccc"]


def test_two_on_one_question_clash_and_neither_stands() -> None:
    entries = (on("aaaa"), on("bbbb"), on("cccc", question=OTHER))
    assert (stands(*entries), clashes(*entries)) == (["cccc"], [["aaaa", "bbbb"]])


def test_two_that_replaced_the_same_one_clash_and_it_does_not_come_back() -> None:
    entries = (on("aaaa"), on("bbbb", "aaaa"), on("cccc", "aaaa"))
    assert (stands(*entries), clashes(*entries)) == ([], [["bbbb", "cccc"]])


def test_to_undo_one_of_two_that_clash_lets_the_other_stand() -> None:
    entries = (on("aaaa"), on("bbbb"), take_back("undo", "bbbb"))
    assert (stands(*entries), clashes(*entries)) == (["aaaa"], [])


def test_parked_and_decided_on_one_question_clash() -> None:
    assert clashes(on("aaaa"), park("bbbb", TASK, facet="owner")) == [["aaaa", "bbbb"]]


def test_stages_of_one_question_stand_side_by_side() -> None:
    first = decide("aaaa", "future.approvals", facet="today", option=1)
    second = decide("bbbb", "future.approvals", facet="in_24_months", option=4, by=first.review_by)
    assert stands(first, second) == ["aaaa", "bbbb"]


@pytest.mark.parametrize(
    "entries",
    [
        (on("aaaa", "bbbb"), on("bbbb", "aaaa")),
        (on("aaaa", "cccc"), on("bbbb", "aaaa"), on("cccc", "bbbb")),
    ],
    ids=["two", "three"],
)
def test_of_a_circle_none_stands_and_all_are_named(entries: tuple[Decision, ...]) -> None:
    names = [one.id for one in entries]
    assert (stands(*entries), clashes(*entries)) == ([], [names])


def test_a_circle_over_two_questions_is_named_on_each() -> None:
    entries = (on("aaaa", "bbbb"), on("bbbb", "aaaa", question=OTHER))
    assert (stands(*entries), clashes(*entries)) == ([], [["aaaa"], ["bbbb"]])


def test_an_entry_that_takes_the_place_of_a_circle_ends_it() -> None:
    entries = (on("aaaa", "bbbb"), on("bbbb", "aaaa"), on("cccc", "aaaa"))
    assert (stands(*entries), clashes(*entries)) == (["cccc"], [])


def test_to_undo_one_of_a_circle_of_two_lets_the_other_stand() -> None:
    entries = (on("aaaa", "bbbb"), on("bbbb", "aaaa"), take_back("undo", "aaaa"))
    assert (stands(*entries), clashes(*entries)) == (["bbbb"], [])


def test_what_a_circle_replaced_does_not_stand() -> None:
    entries = (on("zzzz"), on("aaaa", "bbbb", "zzzz"), on("bbbb", "aaaa"))
    assert (stands(*entries), clashes(*entries)) == ([], [["aaaa", "bbbb"]])


def test_what_cannot_be_used_stands_in_place_of_others_all_the_same() -> None:
    found = standing_decisions((on("aaaa"), on("bbbb", "aaaa")), void=("bbbb",))
    assert (found.entries, found.clashes) == ((), ())
    assert found.void == {"bbbb"}


def test_what_cannot_be_used_clashes_with_nothing_and_can_be_replaced_or_undone() -> None:
    beside = standing_decisions((on("aaaa"), on("bbbb")), void=("bbbb",))
    assert [one.id for one in beside.entries] == ["aaaa"]
    replaced = standing_decisions((on("bbbb"), on("cccc", "bbbb")), void=("bbbb",))
    assert ([one.id for one in replaced.entries], replaced.void) == (["cccc"], frozenset())
    undone = standing_decisions((on("aaaa"), on("bbbb", "aaaa"), take_back("undo", "bbbb")), void=("bbbb",))
    assert ([one.id for one in undone.entries], undone.void) == (["aaaa"], frozenset())


def test_the_order_of_entries_says_nothing() -> None:
    entries = (on("aaaa"), on("bbbb", "aaaa"), take_back("undo", "bbbb"), take_back("redo", "undo"), on("cccc"))
    found = {repr(standing_decisions(order)) for order in permutations(entries)}
    assert len(found) == 1
    assert clashes(*entries) == [["bbbb", "cccc"]]


def test_of_a_plan_one_entry_stands_on_each_thing() -> None:
    entries = (planned("aaaa", "one"), planned("bbbb", "one", supersedes=("aaaa",)), planned("cccc", "two"))
    found = standing_plan((*entries, planned("dddd", "two")))
    assert [one.id for one in found.entries] == ["bbbb"]
    assert [[one.id for one in clash] for clash in found.clashes] == [["cccc", "dddd"]]


def test_a_long_chain_costs_its_length() -> None:
    chain = [on("a00000")] + [on(f"a{n:05}", f"a{n - 1:05}") for n in range(1, 5000)]
    assert stands(*reversed(chain)) == ["a04999"]


def test_parts_of_a_circle_come_before_what_they_lead_to() -> None:
    arrows = {"a": ("b",), "b": ("c", "d"), "c": ("b",), "d": (), "e": ("d",)}
    found = list(circles(arrows))
    assert sorted(found) == [("a",), ("b", "c"), ("d",), ("e",)]
    assert found.index(("a",)) < found.index(("b", "c")) < found.index(("d",))
    assert found.index(("e",)) < found.index(("d",))


def test_what_is_settled_comes_as_the_questionnaire_asks() -> None:
    entries = (
        decide("aaaa", "future.approvals", facet="in_24_months", option=4),
        decide("bbbb", "future.approvals", facet="today", option=1),
        decide("cccc", "risk.soak", facet="position", option=4),
        on("dddd"),
    )
    settled = settled_by(small(), entries)
    assert [one.id for one in settled.decisions] == ["dddd", "cccc", "bbbb", "aaaa"]
    assert settled.limit(small(), small().question_by_id["risk.soak"]) == 7
    assert settled.owner(TASK) == entries[3]
    assert [one.id for one in settled.on("future.approvals")] == ["bbbb", "aaaa"]


def test_parked_and_proposed_settle_nothing() -> None:
    parked = park("aaaa", TASK, facet="owner")
    proposed = decide("bbbb", OTHER, facet="owner", owner="endpoint", status="proposed")
    settled = settled_by(small(), (parked, proposed))
    assert (settled.decided(TASK, Facet.OWNER), settled.owner(OTHER)) == (None, None)
    assert (settled.is_parked(TASK), settled.is_parked(OTHER)) == (True, False)
    assert not settled.is_any_decided(OTHER)
    assert NOTHING_SETTLED.on(TASK) == ()
