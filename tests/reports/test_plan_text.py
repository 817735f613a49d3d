"""The plan as it reads on a day: overdue, by date, without one, done."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from maturity.files.documents import json_text
from maturity.reports.calendar_file import calendar
from maturity.reports.decided import overdue
from maturity.reports.nameless import nameless
from maturity.reports.plan import (
    PlanState,
    overdue_in_short,
    overdue_lines,
    overdue_sentences,
    plan_document,
    plan_lines,
    plan_text,
    state_of,
)
from maturity.reports.plan import planned as all_planned
from maturity.reports.plan_marked import marked_says, nobody_named
from maturity.results.model import Results, read_results
from maturity.results.plan import PlanItemResults, PlanKind
from maturity.results.values import Outcome
from maturity.results.writing import to_toml
from questionnaires import builtin, parse
from questionnaires.decisions import PlanEntry, State
from questionnaires.words import Gate
from scoring.wording.plan import do_words
from tests.given.agreed import decisions as agreed_decisions
from tests.given.agreed import results_with
from tests.given.decisions import decide, planned
from tests.given.example_results import example_results
from tests.given.plans import BEFORE, TODAY, results_in, write_plan

SOON = dt.date(2026, 11, 30)


@cache
def results(*plan: PlanEntry) -> Results:
    with TemporaryDirectory() as folder:
        return results_in(write_plan(Path(folder), *plan))


def item(**parts: Any) -> PlanItemResults:
    gate = Gate.LEAVE_PILOT
    return PlanItemResults(kind=PlanKind.SHOW, criterion="stop", gate=gate, says="Show: A criterion", **parts)


def test_a_must_that_somebody_marked_as_done_is_said_not_to_be_measured() -> None:
    entry = planned("done1", "stop", state=State.DONE, person="Kim Doe")
    assert "Show: A criterion (marked as done, not measured) – Kim Doe" in plan_text(results(entry), TODAY)


def subjects(found: Results, **how: bool) -> list[tuple[str, str]]:
    return [(line.item.subject, line.state.value) for line in plan_lines(found, TODAY, **how)]


@pytest.mark.parametrize(
    ("parts", "outcome", "state"),
    [
        ({}, None, PlanState.OPEN),
        ({"due": TODAY}, None, PlanState.OPEN),
        ({"due": TODAY - dt.timedelta(1)}, None, PlanState.OVERDUE),
        ({"due": TODAY - dt.timedelta(1), "state": State.DONE}, None, PlanState.DONE),
        ({"due": TODAY - dt.timedelta(1)}, Outcome.PASS, PlanState.DONE),
        ({"due": TODAY - dt.timedelta(1)}, Outcome.WAIVED, PlanState.DONE),
        ({"state": State.DONE}, Outcome.FAIL, PlanState.OPEN),
        ({"state": State.DONE, "due": TODAY - dt.timedelta(1)}, Outcome.FAIL, PlanState.OVERDUE),
        ({"state": State.DONE}, Outcome.NOT_MEASURED, PlanState.DONE),
    ],
)
def test_what_passes_is_done_and_what_fails_is_not_whatever_was_marked(
    parts: dict[str, Any], outcome: Outcome | None, state: PlanState
) -> None:
    assert state_of(item(**parts), TODAY, outcome) is state


def test_overdue_comes_first_then_by_date_then_what_has_none() -> None:
    assert subjects(results()) == [
        ("pause1", "overdue"),
        ("pause1", "overdue"),
        ("taste1", "open"),
        ("soak1", "open"),
        ("prepared", "open"),
    ]


def test_done_comes_last_and_the_next_gate_follows() -> None:
    done = planned("aaaa", "prepared", state=State.DONE)
    assert subjects(results(done))[-2:] == [("stop", "open"), ("prepared", "done")]


def test_a_must_of_a_later_gate_is_listed_once_it_is_planned_or_asked_for() -> None:
    assert ("stop", "open") not in subjects(results())
    assert ("stop", "open") in subjects(results(), is_whole=True)
    assert ("stop", "open") in subjects(results(planned("aaaa", "stop", person="Kim Doe")))


@pytest.mark.parametrize(("criterion", "title"), [("later", "A criterion"), ("older", "older")])
def test_what_was_planned_of_a_criterion_that_is_no_longer_recommended_is_named_and_not_overdue(
    criterion: str, title: str
) -> None:
    entry = planned("aaaa", criterion, person="Kim Doe", due=TODAY - dt.timedelta(1))
    found = results(entry)
    assert subjects(found)[-1] == (criterion, "dropped")
    said = plan_text(found, TODAY, width=200).splitlines()
    assert said[1] == "2 overdue, 3 open (1 without a date), 0 done, 1 no longer recommended."
    assert f"– dropped  Show: {title} (no longer recommended) – Kim Doe  [{criterion}]" in "\n".join(said)
    assert calendar(plan_lines(found, TODAY)[-1:], "Small", BEFORE).count(b"BEGIN:VEVENT") == 0
    done = entry.model_copy(update={"state": State.DONE})
    assert (criterion, "done") in subjects(results(done))


def test_what_was_planned_of_a_decision_takes_the_place_of_what_was_said() -> None:
    entry = PlanEntry(id="aaaa", decision="pause1", person="Kim Doe", due=SOON, recorded=BEFORE)
    (line,) = [one for one in plan_lines(results(entry), TODAY) if one.item.kind is PlanKind.CARRY_OUT]
    assert (line.date, line.who, line.state) == ("2026-11-30", "Kim Doe", PlanState.OPEN)


def test_the_text_says_date_state_what_who_and_the_id() -> None:
    said = plan_text(results(planned("aaaa", "prepared", due=SOON)), TODAY, width=200).splitlines()
    assert said[0] == "Small  ·  plan of round 1"
    assert said[1] == "2 overdue, 3 open, 0 done."
    pausing = "Pausing: Operations, deputy Endpoint"
    assert said[3] == f"2026-11-10  ▲ overdue  Carry out: {pausing} – person to be named  [pause1]"
    assert said[4] == f"2026-11-20  ▲ overdue  Review: {pausing} – Anna Berg  [pause1]"
    assert said[5] == "2026-11-30  ○ open     Show: A criterion – Sponsor  [prepared]"
    assert said[6] == "2026-12-04  ○ open     Next step: Look at the rota (Taste) – Ben  [taste1]"
    assert said[-1] == "1 must of other gates left out; --all lists them."


def test_what_a_decision_asks_for_without_a_day_of_its_own_stands_in_the_plan() -> None:
    missing = decide("old1", "readiness.no_conflicting_policies", on=builtin(), status_="not_met")
    found = {line.item.subject: line for line in plan_lines(results_with((*agreed_decisions(), missing)), TODAY)}
    told = [(line.item.says, line.who, line.date) for line in (found["old1"], found["driver2"], found["stage1"])]
    assert told == [
        ("Put in place: Old update settings: Not met", "person to be named", "no date   "),
        (
            "Test the safeguard: Releasing drivers and firmware: Drivers wait a week in the Test ring",
            "Endpoint",
            "no date   ",
        ),
        (
            "Carry out: Approving updates: in 12 months: No approvals, only holds, by 2027-11-30",
            "person to be named",
            "2027-11-30",
        ),
    ]
    assert "open (3 without a date, 3 without a person)" in plan_text(
        results_with((*agreed_decisions(), missing)), TODAY
    )


def test_without_decisions_the_musts_are_listed_and_results_hold_no_plan() -> None:
    found = example_results()
    assert found.plan == ()
    lines = plan_lines(found, TODAY, is_whole=True)
    assert {line.item.kind for line in lines} == {PlanKind.SHOW}
    assert [line.note for line in lines if line.item.subject == "prerequisites_met"] == ["fails by the answers"]
    assert list(overdue_sentences(found, TODAY)) == []
    assert overdue_lines(found, TODAY) == []


def test_the_document_has_the_same_lines() -> None:
    document = json.loads(json_text(plan_document(results(), TODAY)))
    assert document["today"] == "2026-11-21"
    assert [(one["id"], one["state"]) for one in document["plan"]] == subjects(results())
    assert document["plan"][2] == {
        "id": "taste1",
        "kind": "next_step",
        "what": "Next step: Look at the rota (Taste)",
        "person": "Ben",
        "due": "2026-12-04",
        "state": "open",
        "question": "risk.taste",
    }


def test_what_is_overdue_is_said_with_its_day() -> None:
    assert list(overdue_sentences(results(), TODAY)) == [
        "1 decision is to be reviewed: “Pausing: Operations, deputy Endpoint” by 2026-11-20.",
        "1 overdue in the plan: “Pausing: Operations, deputy Endpoint” by 2026-11-10.",
    ]
    assert overdue_in_short(results(), TODAY) == "1 decision is to be reviewed. 1 overdue in the plan."
    assert overdue_in_short(results(), dt.date(2026, 11, 1)) == ""


def test_the_report_calls_nothing_overdue_that_is_done_or_put_off() -> None:
    assert overdue(results(), TODAY) == "“Pausing” (to be done) by 2026-11-10; “Pausing” (review) by 2026-11-20"
    for said in ({"state": State.DONE}, {"due": SOON}):
        entry = PlanEntry(id="aaaa", decision="pause1", recorded=BEFORE, **said)
        assert overdue(results(entry), TODAY) == "“Pausing” (review) by 2026-11-20"


def test_a_plan_is_read_back_and_names_nobody_who_answers_for_a_must_in_a_report() -> None:
    found = results(planned("aaaa", "prepared", person="Kim Doe"))
    assert read_results(parse(to_toml(found).encode(), "results.toml"), "results.toml") == found
    assert [one.person for one in nameless(found).plan if one.criterion] == [None, None]
    assert [one.person for one in nameless(found).plan if one.kind is PlanKind.NEXT_STEP] == ["Ben"]


def test_a_must_that_fails_by_the_answers_is_said_to_do_so_once_it_is_marked_as_done() -> None:
    found = results_with(agreed_decisions())
    failing = next(line.item for line in plan_lines(found, TODAY, is_whole=True) if line.note.startswith("fails"))
    plan = tuple(one.model_copy(update={"state": State.DONE}) for one in all_planned(found) if one == failing)
    but = "It is not done all the same: it fails by the answers and decisions."
    said = marked_says(found.model_copy(update={"plan": plan}), failing.subject, TODAY)
    assert said == f"Marked as done: {failing.says}. {but}"


def test_what_was_planned_for_another_day_than_it_was_decided_for_says_which_day_is_which() -> None:
    by = dt.date(2027, 11, 27)
    assert do_words("Approving", "in 12 months: Rings, by 2027-11-27", by, by).endswith("Rings, by 2027-11-27")
    assert (
        do_words("Approving", "in 12 months: Rings, by 2027-11-27", by, TODAY)
        == "Carry out: Approving: in 12 months: Rings (decided for 2027-11-27, planned for 2026-11-21)"
    )


def test_of_a_decision_that_nobody_carries_out_it_is_said_where_to_name_somebody() -> None:
    partly = decide("old1", "readiness.no_conflicting_policies", on=builtin(), status_="partly")
    found = results_with((*agreed_decisions(), partly))
    said = "Name who carries it out in the plan (tab Plan, s)."
    assert nobody_named(found, "readiness.no_conflicting_policies") == said
    assert nobody_named(found, "operating_model.approvals") == said, "a stage that is to be reached by a day"
    assert nobody_named(found, "ownership.customer_pause") == ""
    assert nobody_named(found, "control.drivers_and_firmware") == "", "a team is named that tests the safeguard"
