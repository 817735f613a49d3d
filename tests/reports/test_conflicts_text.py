"""Limits that exclude each other, in reports: one conflict to settle, and then each criterion behind it."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Final

import pytest

from maturity.app.screens.comparison_lists import criterion_entries
from maturity.app.screens.detail import conflict_detail
from maturity.reports.conflicts import by_conflict, conflict_of, conflicts, musts, of_gate
from maturity.reports.headline import headline, headline_in_short
from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.model import Results, read_results
from questionnaires import Choice
from questionnaires.faults import InvalidFile
from questionnaires.words import Gate
from scoring import recommend
from tests.app.test_lists import lines
from tests.given.builders import compared, criterion, small, voices_to
from tests.given.example_results import plain
from tests.scoring.test_conflicts_of_limits import limit

TODAY: Final = dt.date(2026, 11, 21)
RULES: Final = (
    criterion("first")
    + limit("watch", "soak", 1).replace("A criterion", "Watching")
    + criterion("second")
    + limit("open", "exposure", 7).replace("A criterion", "Open")
    + criterion("wish", priority='"should"')
)
WHY: Final = (
    "7 days by Endpoint and Operations on “Days of watching” and 3 days by Security on “Days open” cannot both hold. "
    "Watching cannot take longer than a flaw may stay open."
)


@cache
def found(open_days: Choice = 4) -> Results:
    """Seven days of watching against three days open; with option 3, seven, they fit."""
    questionnaire = small(RULES)
    responses = voices_to(questionnaire, "risk.soak", position={"endpoint": 4, "operations": 4})
    responses += voices_to(questionnaire, "risk.exposure", position={"security": open_days, "endpoint": 2})
    comparison = compared(responses, questionnaire)
    return results(comparison, recommend(comparison))


def test_the_headline_counts_a_conflict_once_and_none_of_its_musts() -> None:
    assert headline(found()).endswith("; 2 musts to show before the pilot may end, and 1 conflict of limits to settle.")
    assert headline_in_short(found()).endswith("; then 2 musts, 1 conflict.")
    assert headline(found(3)).endswith("; 4 musts to show before the pilot may end.")
    assert headline_in_short(found(3)).endswith("; then 4 musts to show.")


def test_the_counts_of_a_gate_leave_out_what_is_in_a_conflict() -> None:
    assert of_gate(found(), Gate.LEAVE_PILOT) == "2 musts, 1 conflict of limits, 1 more"
    assert of_gate(found(3), Gate.LEAVE_PILOT) == "4 musts, 1 more"
    assert [item.id for item in musts(found())] == ["first", "second"]
    assert [[item.id for item in one] for one in conflicts(found(), Gate.LEAVE_PILOT)] == [["watch", "open"]]
    assert conflicts(found(), Gate.BROAD_RING) == []


def test_the_criteria_of_a_conflict_follow_it_in_the_place_of_the_first() -> None:
    assert [[item.id for item in group] for group in by_conflict(found().criterion)] == [
        ["first"],
        ["watch", "open"],
        ["second"],
        ["wish"],
    ]


def test_the_report_shows_one_conflict_with_titles_limits_and_why_and_then_each_criterion() -> None:
    written = " ".join(text(found(), TODAY).split())
    assert (
        "CONFLICT “Watching” (at least 7 days) and “Open” (at most 3 days) Settle "
        f"{WHY} Until these limits fit together, none of these criteria is counted as a must. "
        "MUST once settled Watching"
    ) in written
    assert written.index("MUST once settled Watching") < written.index("MUST once settled Open")
    assert "CONFLICT" not in text(found(3), TODAY)


def test_in_short_a_conflict_stands_after_what_is_to_be_shown_and_not_among_it() -> None:
    written = text(found(), TODAY, brief=True)
    shown, _, settle = written.partition(
        "Before that, make these limits fit together, because they exclude each other:"
    )
    assert "Watching –" not in shown.partition("show these:")[2]
    assert " ".join(settle.split()).startswith(f"1. “Watching” (at least 7 days) and “Open” (at most 3 days) {WHY}")


def test_the_list_of_the_app_shows_one_entry_and_then_each_criterion_once_settled() -> None:
    said = lines(criterion_entries(found()))
    place = said.index("CONFLICT  “Watching” (at least 7 days) and “Open” (at most 3 days)")
    assert said[place + 1].strip() == WHY
    assert said[place + 2] == "MUST   Watching  at least 7 days  once settled"
    assert said[place + 4] == "MUST   Open  at most 3 days  once settled"
    ids = [entry.id for entry in criterion_entries(found()) if entry.id]
    assert len(set(ids)) == len(ids)
    assert "conflict:watch:leave_pilot" in ids


def test_its_dialog_says_why_and_holds_each_criterion_in_full() -> None:
    said = [str(part) for part in conflict_detail(conflict_of(found(), ("watch", "open"))).parts]
    assert said[1].strip() == WHY
    places = [said.index(title) for title in ("Watching", "Open")]
    assert [said[place + 1] for place in places] == ["MUST once settled"] * 2


def test_a_conflict_is_read_back_and_one_that_names_what_there_is_not_is_a_fault() -> None:
    document = plain(found())
    again = read_results(document, "results.toml")
    assert [item.conflict for item in again.criterion] == [item.conflict for item in found().criterion]
    document["criterion"][1]["conflict"] = ["watch", "lost"]
    with pytest.raises(InvalidFile) as caught:
        read_results(document, "results.toml")
    assert [fault.key for fault in caught.value.faults] == ["criterion[1].conflict"]


def test_results_of_before_without_conflicts_are_read() -> None:
    document = plain(found())
    for item in document["criterion"]:
        item.pop("conflict", None)
        item.pop("conflict_says", None)
    assert [item.conflict for item in read_results(document, "results.toml").criterion] == [()] * 5
