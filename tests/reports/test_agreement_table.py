"""Who owns what, beside the page that teams sign: by team, with what was decided and what was not, and no formula."""

from __future__ import annotations

import csv
import io
import re

from maturity.reports.agreement_table import BEGINS, HEADS, responsibilities
from maturity.results.model import Results
from questionnaires.words import Kind
from tests.given.agreed import LATE, agreed_results, decisions, hostile_agreed_results, results_with
from tests.given.decisions import DAY, park
from tests.given.example_results import example_results
from tests.reports.test_actions import FORMULA


def rows(results: Results) -> list[dict[str, str]]:
    text = responsibilities(results, DAY)
    assert text.startswith(BEGINS)
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_task_that_was_asked_has_a_row_and_the_owners_stand_together_in_the_order_of_the_teams() -> None:
    found = rows(agreed_results())
    assert tuple(found[0]) == HEADS
    tasks = {item.id for item in agreed_results().question if item.kind is Kind.OWNERSHIP}
    assert tasks == {row["id"] for row in found if row["id"].startswith("ownership.")}
    owners = [row["owner"] for row in found if row["status"].startswith("decided")]
    assert owners == ["Endpoint", "Endpoint", "Operations", "Operations", "Operations"]
    assert [row["status"].startswith("decided") for row in found[:5]] == [True] * 5


def test_a_row_says_who_decided_it_until_when_it_holds_and_how_many_objected() -> None:
    (stop,) = (row for row in rows(agreed_results()) if row["id"] == "ownership.customer_pause")
    assert stop == {
        "task": "Says stop: Calling a stop",
        "owner": "Operations",
        "deputy": "Endpoint",
        "decided on": "2026-11-27",
        "by": "Anna Berg",
        "review by": "2027-02-26",
        "status": "decided, the deputy alone objected",
        "id": "ownership.customer_pause",
    }


def test_whoever_tests_a_safeguard_has_a_row_for_it() -> None:
    (row,) = (row for row in rows(agreed_results()) if row["id"] == "control.drivers_and_firmware")
    assert (
        row["task"] == "Test the safeguard for “Releasing drivers and firmware”: Drivers wait a week in the Test ring."
    )
    assert row["owner"] == "Endpoint"


def test_what_was_not_decided_is_told_from_what_was() -> None:
    found = {row["id"]: (row["owner"], row["status"]) for row in rows(agreed_results())}
    assert found["ownership.update_strategy"] == ("Architecture", "by the answers, not decided")
    assert found["ownership.microsoft_365_apps_and_edge"] == (
        "to be agreed: Endpoint or Application owners",
        "not agreed",
    )
    assert found["ownership.monitor_release_signals"] == ("proposed: Operations", "proposed")
    assert {row["status"] for row in rows(example_results())} == {"by the answers, not decided", "not agreed"}


def test_a_parked_task_names_who_takes_the_next_step() -> None:
    others = (one for one in decisions() if one.question != "ownership.customer_pause")
    found = results_with((*others, park("stop2", "ownership.customer_pause")))
    (row,) = (row for row in rows(found) if row["id"] == "ownership.customer_pause")
    assert row["owner"] == "to be agreed: Endpoint or Operations"
    assert row["status"] == "parked: Look at the rota – Ben"


def test_a_review_that_is_past_is_overdue() -> None:
    assert '"2027-02-26, overdue"' in responsibilities(agreed_results(), LATE)


def test_no_cell_begins_a_formula() -> None:
    cells = [cell for row in rows(hostile_agreed_results()) for cell in row.values()]
    assert len(cells) > 100
    assert not [cell for cell in cells if FORMULA.match(cell) and not cell.lstrip().startswith(("'", "\"'"))]
    assert not [cell for cell in cells if re.search(r"[\r\n\t]", cell)]
