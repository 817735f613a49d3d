"""What takes entries back and what it leaves: against the definition, whatever the entries name."""

from __future__ import annotations

from random import Random

import pytest

from questionnaires.words import Facet
from scoring.decisions.circles import circles
from scoring.decisions.settled import settled_by
from scoring.decisions.standing import first_by_entry, standing_decisions
from tests.given.builders import small
from tests.given.decisions import decide, park, take_back
from tests.scoring.test_standing import OTHER, clashes, on, stands


def test_a_decision_that_supersedes_an_undo_leaves_taken_back_what_that_took_back() -> None:
    assert stands(on("aaaa"), take_back("undo", "aaaa"), on("bbbb", "undo")) == ["bbbb"]


def test_one_of_two_undos_of_each_other_holds_when_the_other_is_taken_back() -> None:
    entries = (on("aaaa"), take_back("undo", "aaaa", "also"), take_back("also", "aaaa", "undo"))
    assert stands(*entries) == ["aaaa"]
    assert stands(*entries, take_back("redo", "undo")) == []


def test_an_undo_that_cannot_be_used_is_named_as_long_as_nobody_takes_it_back() -> None:
    entries = (on("aaaa"), take_back("undo", "aaaa"))
    assert standing_decisions(entries, void=("undo",)).void == {"undo"}
    assert standing_decisions((*entries, take_back("redo", "undo")), void=("undo",)).void == frozenset()


def test_clashes_come_in_the_order_of_their_first_entries() -> None:
    entries = (on("bbbb", question=OTHER), on("cccc", question=OTHER), on("aaaa"), on("dddd"))
    assert clashes(*entries) == [["aaaa", "dddd"], ["bbbb", "cccc"]]
    many = [on(f"{letter}{place:04}", question=f"ownership.task_{letter}") for letter in "fbdace" for place in (1, 2)]
    assert clashes(*many) == [[f"{letter}0001", f"{letter}0002"] for letter in "abcdef"]


def test_the_names_of_a_circle_are_in_order_wherever_it_is_entered() -> None:
    assert list(circles({"b": ("c",), "c": ("a",), "a": ("b",)})) == [("a", "b", "c")]


def test_entries_in_a_circle_have_the_smallest_of_them_as_their_first_in_any_order() -> None:
    entries = [on("bbbb", "cccc"), on("cccc", "aaaa"), on("aaaa", "bbbb")]
    assert first_by_entry(entries) == first_by_entry(entries[::-1]) == dict.fromkeys(("aaaa", "bbbb", "cccc"), "aaaa")


@pytest.mark.parametrize("seed", range(8))
def test_what_is_taken_back_is_what_the_definition_says(seed: int) -> None:
    """An undo holds when all that take it back are taken back themselves; what one that holds names is taken back."""
    chance = Random(seed)
    for _ in range(25):
        undos = [f"undo{place}" for place in range(chance.randint(1, 8))]
        names, is_in_turn = [*undos, "aaaa", "bbbb", "gone"], chance.random() < 0.5
        takes = {}
        for place, one in enumerate(undos):
            others = names[place + 1 :] if is_in_turn else [name for name in names if name != one]
            takes[one] = tuple(chance.sample(others, chance.randint(1, 3)))
        entries = [on("aaaa"), on("bbbb", question=OTHER)]
        entries += [take_back(name, *others) for name, others in takes.items()]
        chance.shuffle(entries)
        taken: set[str] = set()
        for _ in undos:
            holding = [one for one in undos if all(by in taken for by, others in takes.items() if one in others)]
            taken = {other for one in holding for other in takes[one]}
        found = standing_decisions(entries, void=undos)
        assert [one.id for one in found.entries] == [name for name in ("aaaa", "bbbb") if name not in taken]
        assert found.void == {*undos} - taken


def test_a_shift_of_which_one_stage_is_parked_and_another_decided_is_not_parked() -> None:
    parked = park("aaaa", "future.approvals", facet="in_24_months")
    today = decide("bbbb", "future.approvals", facet="today", option=2)
    assert settled_by(small(), [parked]).is_parked("future.approvals")
    assert not settled_by(small(), [parked, today]).is_parked("future.approvals")


def test_what_came_of_a_question_is_known_only_where_it_was_decided() -> None:
    today = decide("aaaa", "future.approvals", facet="today", option=2)
    settled = settled_by(small(), [today, park("bbbb", "future.approvals", facet="in_24_months")])
    assert settled.outcome("future.approvals", Facet.TODAY) == today.outcome
    assert settled.outcome("future.approvals", Facet.IN_24_MONTHS) is None
    assert settled.outcome("risk.soak", Facet.POSITION) is None
