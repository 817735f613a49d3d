"""At most ten musts that always apply to leave the pilot; what a finding calls for stands outside them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from questionnaires import Questionnaire, Response
from questionnaires.words import Gate, Priority
from scoring.criteria.criteria import MOST_MUSTS, Criterion, recommend
from tests.given.builders import compared, criterion, small, voices_to


def recommended(questionnaire: Questionnaire, responses: list[Response]) -> tuple[Criterion, ...]:
    return recommend(compared(responses, questionnaire))


def musts(number: int) -> str:
    return "".join(criterion(f"must_{place:02}") for place in range(1, number + 1))


def test_ten_musts_are_kept() -> None:
    found = recommended(small(musts(MOST_MUSTS)), [])
    assert MOST_MUSTS == 10
    assert {(one.gate, one.deferred) for one in found} == {(Gate.LEAVE_PILOT, False)}


def test_the_eleventh_must_is_deferred_and_stays_a_must() -> None:
    *kept, last = recommended(small(musts(11) + criterion("wish", priority='"should"')), [])
    assert [one.id for one in kept if one.gate is Gate.LEAVE_PILOT][-1] == "wish"
    assert (last.id, last.gate, last.priority, last.deferred) == ("must_11", Gate.BROAD_RING, Priority.MUST, True)
    assert [one.id for one in kept].count("must_11") == 0


def test_musts_of_a_later_gate_take_no_place() -> None:
    text = criterion("later", gate='"broad_ring"') + musts(10)
    assert not any(one.deferred for one in recommended(small(text), []))


def test_a_must_that_a_finding_calls_for_takes_no_place() -> None:
    found = recommended(*disputed([*range(5)] + [None] * MOST_MUSTS, {0, 3, 4}))
    assert [one.gate for one in found] == [Gate.LEAVE_PILOT] * 13
    assert not any(one.deferred for one in found)


def test_a_must_that_a_finding_calls_for_is_never_deferred() -> None:
    found = recommended(*disputed([None] * 12 + [0], {0}))
    assert [one.id for one in found if one.deferred] == ["must_10", "must_11"]
    assert [one.id for one in found if one.gate is Gate.LEAVE_PILOT][-1] == "must_12"


QUESTIONS: Final = [f"risk.dispute_{place}" for place in range(5)]
FAR_APART: Final = '{ findings = ["far_apart"], questions = ["%s"] }'


def disputed(catalogue: list[int | None], disputes: Iterable[int]) -> tuple[Questionnaire, list[Response]]:
    """Musts that each always apply (None), or when two teams are far apart on the question of this number; and what
    the teams say when they are so on these questions and agree on the others."""
    question = """
[[question]]
id = "{}"
kind = "position"
title = "Dispute {}"
text = "Which risk?"
help = "One of several that are alike."
scale = "ladder"
depth = "full"
impact = "high"
reversible = "two-way"
sources = ["page"]
"""
    text = "".join(question.format(name, place) for place, name in enumerate(QUESTIONS))
    for place, waits_for in enumerate(catalogue):
        when = {} if waits_for is None else {"when": FAR_APART % QUESTIONS[waits_for]}
        text += criterion(f"must_{place}", **when)
    questionnaire, far = small(text), set(disputes)
    said = {name: {"endpoint": 0, "operations": 5 if place in far else 0} for place, name in enumerate(QUESTIONS)}
    return questionnaire, [one for name in QUESTIONS for one in voices_to(questionnaire, name, position=said[name])]


def to_leave(catalogue: list[int | None], disputes: Iterable[int]) -> dict[str, Priority]:
    found = recommended(*disputed(catalogue, disputes))
    return {one.id: one.priority for one in found if one.gate is Gate.LEAVE_PILOT}


@given(
    st.lists(st.sampled_from([None, None, None, *range(5)]), min_size=8, max_size=24),
    st.sets(st.integers(0, 4)),
    st.sets(st.integers(0, 4)),
)
def test_a_further_dispute_takes_no_must_away(catalogue: list[int | None], some: set[int], more: set[int]) -> None:
    fewer, all_ = to_leave(catalogue, some), to_leave(catalogue, some | more)
    assert fewer.items() <= all_.items()
    added = [f"must_{place}" for place, waits_for in enumerate(catalogue) if waits_for in more - some]
    assert set(all_) - set(fewer) == set(added)
