"""A few worlds of `python -m tests.storms.sentences`: every text is true of the answers, and what is false is found."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

import pytest

from tests.given.builders import voices_to
from tests.proofs.anew import Tried, try_claims
from tests.proofs.cases import case_of
from tests.proofs.catalogue import CATALOGUE, Held, hold
from tests.proofs.fields import small_field
from tests.proofs.found import differences
from tests.proofs.monotone import PROPERTIES, Property
from tests.proofs.places import all_said
from tests.proofs.said import Case, Said
from tests.proofs.worlds import World, decided_world, world

WORLDS: Final = 8
"""As many as say more than a thousand things; by hand there are as many as are wanted."""
ROOMS: Final = (1, 6)
"""Worlds of a room with something settled and parked, and a later round that answers otherwise."""
OTHER: Final = "; one answer of Operations could do the same"


@cache
def cases() -> tuple[Case, ...]:
    return tuple(case_of(world(seed)) for seed in range(WORLDS))


@cache
def texts() -> tuple[Said, ...]:
    return tuple(said for case in cases() for said in all_said(case))


def test_every_text_is_a_sentence_of_the_catalogue_and_true_of_the_answers() -> None:
    held = Held()
    hold(texts(), held)
    assert held.unproved == []
    assert held.false == []
    assert held.checked.total() > 1000


def test_every_text_is_true_of_the_decisions_as_well_once_a_room_has_met() -> None:
    held = Held()
    for seed in ROOMS:
        hold(all_said(case_of(decided_world(seed))), held)
    assert held.unproved == []
    assert held.false == []
    told = {place for place, _ in held.checked}
    assert told > {"decision.says", "decision.otherwise_says", "settled.decision_says", "parked.reason", "clash.says"}


def test_what_the_rules_lead_to_is_found_and_nothing_else() -> None:
    assert [difference for case in cases() for difference in differences(case)] == []


def test_what_one_answer_is_said_to_change_changes_when_everything_is_compared_anew() -> None:
    tried = Tried()
    try_claims(texts(), tried, 12)
    assert tried.false == []
    assert tried.claims > 12


def test_the_same_seed_draws_the_same_world() -> None:
    assert world(7) == world(7)
    assert world(7) != world(8)


def exchanged(place: str) -> Iterator[Said]:
    """Each text of a place where another of the same place stands."""
    here = [said for said in texts() if said.place == place]
    chance = random.Random(place)
    for said in here:
        other = chance.choice(here)
        if other.text != said.text:
            yield replace(other, text=said.text)


@pytest.mark.parametrize(
    "place", ["question.findings.says", "question.answers", "criterion.because_says", "criterion.owner"]
)
def test_what_is_said_of_another_question_is_found_to_be_false(place: str) -> None:
    held = Held()
    hold(exchanged(place), held)
    assert len(held.false) + len(held.unproved) > 0.8 * held.checked.total()


def test_a_sentence_that_nobody_has_put_into_the_catalogue_is_unproved() -> None:
    said = next(said for said in texts() if said.place == "headline")
    held = Held()
    hold([replace(said, text="Everybody agrees on everything.")], held)
    assert [one.text for one in held.unproved] == ["Everybody agrees on everything."]


def test_a_text_at_a_place_that_is_new_is_unproved_unless_it_is_copied_from_the_questionnaire() -> None:
    said = next(said for said in texts() if said.place == "question.findings.says")
    held = Held()
    title = said.question.title
    hold([replace(said, place="question.weight_says", text=text) for text in ("The most of all.", title)], held)
    assert [one.text for one in held.unproved] == ["The most of all."]


def test_a_claim_that_no_single_answer_of_a_team_makes_true_is_found_by_the_rules_and_by_comparing_anew() -> None:
    # One answer of Operations can end either dispute, and none both.
    people = voices_to(
        small_field(),
        "future.approvals",
        today={"endpoint": 1, "operations": [2, 3, 3]},
        in_24_months={"endpoint": 1, "operations": [4, 1, 1]},
    )
    case = case_of(World(0, small_field(), (tuple(people),), carrying=False))
    (said,) = (said for said in all_said(case) if said.place == "agenda.fragile")
    words = (
        "If Endpoint said 2 instead of 1 for today, “baseline disputed” would fall away and “direction disputed” would "
        "fall away"
    )
    alone, together = (replace(said, text=f"{words}{also}.") for also in ("", OTHER))
    held, tried = Held(), Tried()
    hold([alone, together], held)
    try_claims([alone, together], tried, 2)
    assert [one.text for one in held.false] == [one.text for one in tried.false] == [together.text]


def test_every_sentence_says_in_words_when_it_is_true() -> None:
    assert [row.sentence for rows in CATALOGUE.values() for row in rows if not row.when.endswith(".")] == []


def test_every_sentence_stands_once_in_the_catalogue_of_its_place() -> None:
    for rows in CATALOGUE.values():
        assert len({row.sentence for row in rows}) == len(rows)


@pytest.mark.parametrize("holds", PROPERTIES)
def test_what_must_not_happen_does_not(holds: Property) -> None:
    for seed in range(WORLDS):
        assert list(holds(world(seed), random.Random(seed))) == []
