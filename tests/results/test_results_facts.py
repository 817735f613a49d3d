"""What results hold of what is documented, offered or suggested, with the sources that say so: by hand."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest

from maturity.results.build import results
from scoring import recommend
from tests.given.builders import compared, criterion, small
from tests.given.example_results import asked, plain

PAGE: Final = {"title": "A page", "place": "a page that exists for these tests"} | {
    "dated": dt.date(2026, 1, 1),
    "checked": dt.date(2026, 11, 21),
}
PRESS: Final = {"title": "The press", "place": "a paper", "secondary": True} | {
    "dated": dt.date(2026, 1, 2),
    "checked": dt.date(2026, 11, 20),
}


def test_every_documented_page_is_a_fact_with_its_source_in_the_order_of_the_questionnaire() -> None:
    assert asked("ownership.pause", owner={"endpoint": "endpoint"})["fact"] == [
        {"title": "Documented", "text": "the service", "source": [PAGE]},
        {"title": "Documented", "text": "the customer: us", "source": [PAGE]},
    ]


def test_a_page_that_marks_no_owner_says_so_and_a_note_follows_what_was_documented() -> None:
    assert asked("ownership.marked", owner={"endpoint": "endpoint"})["fact"] == [
        {"title": "Documented", "text": "nobody is named", "source": [PAGE]}
    ]
    assert asked("ownership.retired", owner={"endpoint": "endpoint"})["fact"] == [
        {"title": "Documented", "text": "the service", "source": [PAGE]},
        {"title": "Since then", "text": "No longer done by anybody."},
    ]


@pytest.mark.parametrize(
    ("question", "offered", "price"),
    [
        ("control.release", "by default 1 One; at most 3 Three", "A delay."),
        ("control.unclear", "unknown", "Unknown."),
        ("control.minor", "by default unknown; at most 1 One", "Nothing."),
    ],
)
def test_what_is_offered_is_a_fact_with_its_source_and_its_price(question: str, offered: str, price: str) -> None:
    assert asked(question, needed={"endpoint": 1})["fact"] == [
        {"title": "Offered", "text": offered, "source": [PAGE]},
        {"title": "Price", "text": price},
    ]


def test_a_limit_is_a_fact_and_what_has_nothing_to_say_has_no_facts() -> None:
    assert asked("risk.hours_to_stop", position={"endpoint": 1})["fact"] == [
        {"title": "Limit", "text": "Less than 8 hours cannot be promised.", "source": [PAGE]}
    ]
    assert "fact" not in asked("risk.attitude", position={"endpoint": 1})


SUGGESTING: Final = """
[[source]]
id = "ours"
title = "What we think"
place = "-"
dated = 2026-01-03
checked = 2026-11-21
ours = true

[[source]]
id = "press"
title = "The press"
place = "a paper"
dated = 2026-01-02
checked = 2026-11-20
secondary = true

[[question]]
id = "ownership.suggested"
kind = "ownership"
title = "Suggesting"
text = "Who suggests?"
help = "A task that a team is suggested for."
scale = "owner"
depth = "core"
impact = "low"
reversible = "two-way"
documented = [{ owner = "customer", source = "press" }, { source = "ours" }]
suggested = "network"
sources = ["page"]
"""


def test_a_suggestion_settles_nothing_and_a_source_says_what_it_is() -> None:
    found = asked("ownership.suggested", small(SUGGESTING), owner={"endpoint": "endpoint"})
    assert found["fact"] == [
        {"title": "Documented", "text": "the customer: us", "source": [PRESS]},
        {
            "title": "Documented",
            "text": "nobody is named",
            "source": [{"title": "What we think", "place": "-", "ours": True}],
        },
        {"title": "Suggested by this questionnaire", "text": "Network", "remark": "it settles nothing"},
    ]


def test_a_source_of_a_criterion_says_that_it_is_no_first_hand() -> None:
    rule = criterion("stop").replace('sources = ["page"]\nmeasure', 'sources = ["press"]\nmeasure')
    comparison = compared([], small(SUGGESTING + rule))
    (found,) = plain(results(comparison, recommend(comparison)))["criterion"]
    assert found["source"] == [PRESS, PAGE]
