"""The actions beside a report: a row for each thing to settle and each must, and no formula in any spreadsheet."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter

import pytest

from maturity.files.spreadsheet import harmless
from maturity.reports.actions import BEGINS, actions
from maturity.results.model import Results
from maturity.results.plan import PlanItemResults
from questionnaires.decisions import State
from questionnaires.words import Priority
from tests.given.agreed import agreed_results
from tests.given.example_results import example_results
from tests.given.hostile_results import hostile_results
from tests.given.written_files import everything

FORMULA = re.compile(r"[\s\"'“”‘’]*[=+\-@＝＋－＠]")


def rows(results: Results, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(actions(results).removeprefix("\ufeff"), newline=""), delimiter=delimiter))


def test_there_is_a_row_for_every_entry_of_the_agenda_and_every_must() -> None:
    results = example_results()
    heads, *found = rows(results)
    assert heads == ["id", "text", "owner", "until", "state", "number", "kind"]
    musts = [item.id for item in results.criterion if item.priority is Priority.MUST]
    entries = [entry.question for entry in results.agenda]
    assert [row[0] for row in found[: len(entries)]] == entries
    assert sorted(row[0] for row in found[len(entries) :]) == sorted(musts)
    assert all(all(row[:5]) for row in found)
    places = [str(place) for place in range(1, len(entries) + 1)]
    assert [row[5:] for row in found] == [*([place, "settle"] for place in places), *(["", "show"] for _ in musts)]


def test_a_state_says_one_thing() -> None:
    states = {row[4] for row in rows(example_results())[1:]}
    assert states == {"open", "does not pass", "not measured", "limits in conflict"}


def test_figures_say_what_became_of_a_must() -> None:
    found = {row[0]: row[4] for row in rows(everything().results())[1:]}
    assert {"passes", "waived"} & set(found.values())


def test_spreadsheets_know_the_letters_and_the_next_report_the_file() -> None:
    assert actions(example_results()).startswith(f'{BEGINS},"number","kind"\r\n')
    assert BEGINS.encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_no_cell_begins_a_formula_wherever_a_spreadsheet_splits_the_line(delimiter: str) -> None:
    lines = actions(hostile_results()).removeprefix("\ufeff").split("\r\n")
    cells = [cell for row in rows(hostile_results()) for cell in row]
    cells += [cell for line in lines for cell in line.split(delimiter)] if delimiter != "," else []
    assert not [cell for cell in cells if FORMULA.match(cell) and not cell.lstrip().startswith(("'", "\"'"))]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("=1+1", "'=1+1"),
        ("  +1", "'  +1"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
        ('"=1', "'\"=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("a|b; -1", "a|b;' -1"),
        ("at most 3 – or 4-5", "at most 3 – or 4-5"),
    ],
)
def test_an_apostrophe_stands_before_what_would_be_computed(said: str, written: str) -> None:
    assert harmless(said) == written


def test_what_is_parked_and_what_is_to_be_looked_at_again_stand_there_with_their_days() -> None:
    found = rows(agreed_results())[1:]
    step = "Next step: Try one ring (Holding back the next ring)"
    assert ["control.hold_next_ring", step, "Jo Klein", "2026-12-10", "parked", "", "take up"] in found
    stop = "Review: Calling a stop: Operations, deputy Endpoint"
    assert ["ownership.customer_pause", stop, "Anna Berg", "2027-02-26", "decided", "", "review"] in found
    assert Counter(row[6] for row in found if row[6] not in ("settle", "show")) == {
        "carry out": 2,
        "take up": 2,
        "review": 10,
        "decide": 1,
    }


def test_what_the_plan_says_of_a_decision_stands_there_and_what_is_done_does_not() -> None:
    found = agreed_results()
    (step,) = (one for one in found.plan if one.question == "control.hold_next_ring")
    moved = step.model_copy(update={"due": dt.date(2027, 1, 4), "person": "Kim Doe"})
    done = step.model_copy(update={"state": State.DONE})

    def stated(item: PlanItemResults) -> list[list[str]]:
        plan = tuple(item if one is step else one for one in found.plan)
        return [row[2:4] for row in rows(found.model_copy(update={"plan": plan})) if row[6] == "take up"]

    assert ["Kim Doe", "2027-01-04"] in stated(moved)
    assert len(stated(done)) == 1
