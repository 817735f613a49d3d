"""Who answered otherwise than is decided is offered as who may object; nobody objects by an answer alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from maturity.rounds.drafting import Draft, begin_draft
from maturity.rounds.objecting import next_to_object, objected_next, otherwise
from questionnaires import Choice
from questionnaires.words import Facet
from tests.given.builders import small

TODAY = dt.date(2026, 11, 21)
OWNER, SOAK, STAGES = "ownership.pause", "risk.soak", "future.approvals"
Places = Mapping[str, tuple[int, ...]]


def draft(question: str, facet: Facet, choice: Choice, positions: Places) -> Draft:
    asked = small().question_by_id[question]
    begun = begin_draft(asked, small().scale_by_id[asked.scale], facet, TODAY, "Anna", tuple(positions))
    return replace(begun, positions={facet: positions}).chosen(choice)


@pytest.mark.parametrize(
    ("question", "facet", "choice", "positions", "named"),
    [
        (OWNER, Facet.OWNER, "operations", {"endpoint": (1,), "operations": (1,)}, ()),
        (OWNER, Facet.OWNER, "operations", {"operations": (0,), "endpoint": (0,)}, ("endpoint", "operations")),
        (SOAK, Facet.POSITION, 2, {"endpoint": (3,), "operations": (5,), "security": (2,)}, ("operations", "endpoint")),
        (SOAK, Facet.POSITION, 2, {"endpoint": (2, 5), "operations": ()}, ()),
        ("readiness.licences", Facet.STATUS, "met", {"endpoint": (0,), "operations": (2,)}, ("operations",)),
    ],
    ids=["named the owner", "first who named itself", "first the furthest", "torn, or not heard", "a prerequisite"],
)
def test_those_who_answered_otherwise_are_named_the_most_concerned_first(
    question: str, facet: Facet, choice: Choice, positions: Places, named: tuple[str, ...]
) -> None:
    assert otherwise(draft(question, facet, choice, positions)) == named


def test_the_deputy_is_named_last_and_a_limit_between_two_is_nobodys_answer() -> None:
    owner = draft(OWNER, Facet.OWNER, "operations", {"endpoint": (0,), "security": (0,)})
    assert otherwise(owner.named("endpoint")) == ("security", "endpoint")
    limit = replace(draft(SOAK, Facet.POSITION, 2, {"endpoint": (2,)}), choice=None, value=Decimal("2.5"))
    assert otherwise(limit) == ("endpoint",)


def test_of_several_stages_whoever_answered_one_of_them_otherwise_is_named() -> None:
    first = draft(STAGES, Facet.IN_12_MONTHS, 2, {"endpoint": (2,), "operations": (1,)})
    later = {**first.positions, Facet.IN_24_MONTHS: {"endpoint": (4,), "operations": (3,)}}
    both = replace(first, positions=later).turned(Facet.IN_24_MONTHS).chosen(3)
    assert set(otherwise(both)) == {"endpoint", "operations"}


def test_a_key_names_one_after_the_other_then_all_then_none() -> None:
    begun = draft(SOAK, Facet.POSITION, 2, {"endpoint": (3,), "operations": (5,), "security": (2,)})
    seen = []
    for _ in range(4):
        assert next_to_object(begun) == tuple(one.team for one in objected_next(begun).objections)
        begun = objected_next(begun)
        seen.append([(one.team, one.reason) for one in begun.objections])
    assert seen == [
        [("operations", None)],
        [("endpoint", None)],
        [("operations", None), ("endpoint", None)],
        [],
    ]


def test_a_reason_that_was_given_outlives_the_objections_of_others_and_who_agreed_with_all_still_does() -> None:
    begun = draft(SOAK, Facet.POSITION, 2, {"endpoint": (3,), "operations": (5,), "security": (2,)})
    said = objected_next(begun.objected("operations", "Too long.").agreed_or_not())
    assert [(one.team, one.reason) for one in said.objections] == [("operations", "Too long."), ("endpoint", None)]
    assert said.agreed_by == ("security",)
    assert objected_next(said).agreed_by == ("endpoint", "security")
