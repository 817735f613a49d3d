"""The actions beside a report: a row for each thing to settle and each must, and no formula in any spreadsheet."""

from __future__ import annotations

import csv
import io
import re

import pytest

from maturity.reports.actions import BEGINS, actions, harmless
from maturity.results.model import Results
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
    found = [row for row in rows(agreed_results())[1:] if row[6] in ("take up", "review")]
    assert ["control.hold_next_ring", "Holding back the next ring: Try one ring.", "Jo Klein", "2026-12-10"] in [
        row[:4] for row in found
    ]
    stop = "Review of Calling a stop: Operations, deputy Endpoint"
    assert ["ownership.customer_pause", stop, "Anna Berg", "2027-02-26", "decided", "", "review"] in found
    assert len(found) == 2 + 11
