"""A fact names its source, and an old one is marked."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

import pytest

from maturity.results.build_facts import facts_on, source_results
from maturity.results.criteria import SourceResults
from maturity.results.questions import Fact
from maturity.rounds.facts import OURS, each_once, is_old, said_by, source_line
from questionnaires import builtin
from tests.given.builders import small

CHECKED: Final = dt.date(2026, 11, 21)


def source(**parts: Any) -> SourceResults:
    return source_results(small().source_by_id["page"].model_copy(update=parts))


@pytest.mark.parametrize(("days", "old"), [(0, False), (180, False), (181, True), (5000, True), (-1, False)])
def test_a_fact_is_old_after_180_days(days: int, old: bool) -> None:
    today = CHECKED + dt.timedelta(days=days)
    assert is_old(source(), today) is old
    assert ("last checked 2026-11-21: may be out of date" in source_line(source(), today)) is old


def test_what_is_ours_does_not_grow_old() -> None:
    assert not is_old(source(ours=True), CHECKED + dt.timedelta(days=5000))
    assert source_line(source(ours=True), CHECKED) == "judgement of the questionnaire's authors"


def test_a_source_says_what_one_should_know_about_it() -> None:
    assert source_line(source(), CHECKED) == "A page, 2026-01-01"
    assert source_line(source(dated=None, secondary=True), CHECKED) == "A page, undated; secondary"


def test_several_sources_stand_in_one_line() -> None:
    fact = Fact(title="Limit", text="No more.", source=(source(), source()))
    assert said_by(fact, CHECKED) == "A page, 2026-01-01 / A page, 2026-01-01"


def test_every_dated_fact_of_the_questionnaire_is_marked_when_nobody_has_checked_it() -> None:
    questionnaire = builtin()
    later = max(item.checked for item in questionnaire.sources) + dt.timedelta(days=181)
    for question in questionnaire.questions:
        for fact in facts_on(questionnaire, question):
            if fact.title in ("Documented", "Offered", "Limit"):
                assert "may be out of date" in said_by(fact, later) or said_by(fact, later) == OURS


def test_pages_that_say_the_same_are_told_once_each_with_its_latest_date() -> None:
    pages = [
        SourceResults(title="Page", place="https://example.org", dated=day)
        for day in (CHECKED.replace(year=2025), CHECKED)
    ]
    other = SourceResults(title="Another page", place="https://example.com", dated=CHECKED)
    facts = [Fact(title="Documented", text="the customer", source=(page,)) for page in (*pages, other)]
    (told,) = each_once(facts)
    assert told.source == (pages[1], other)
    of_two = Fact(title="Limit", text="8 hours", source=tuple(pages))
    assert list(each_once([of_two])) == [of_two], "what rests on two pages by itself names both"
    assert len(list(each_once([*facts, Fact(title="Documented", text="the service")]))) == 2
