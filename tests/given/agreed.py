"""What the teams of the examples settled in the room: ten things decided, two parked and one proposed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from typing import Any, Final

import tomli_w

from maturity.results.build import results
from maturity.results.model import Results, read_results
from questionnaires import builtin, parse
from questionnaires.decisions import Control, Decision, NextStep, Objection, Status
from questionnaires.words import Facet
from scoring import recommend
from tests.given.decisions import DAY, decide, park, settled
from tests.given.example_results import example_comparison, plain
from tests.given.hostile_results import poisoned

SOON: Final = dt.date(2026, 12, 10)
"""When what is parked is due."""
REVIEW: Final = dt.date(2027, 2, 26)
"""When the decisions are looked at again."""
LATE: Final = dt.date(2027, 3, 1)
"""A day after both."""
_EVERY: Final = ("endpoint", "operations", "security", "architecture")


def _decide(identifier: str, question: str, /, **parts: Any) -> Decision:
    whole: dict[str, Any] = {"agreed_by": _EVERY, "review_by": REVIEW, **parts}
    return decide(identifier, question, on=builtin(), **whole)


def decisions() -> tuple[Decision, ...]:
    """The entries of the file of decisions."""
    rights = Objection(team="endpoint", reason="Operations has no account that may pause at night.")
    days = Objection(team="security", reason="Eighteen days is more than the auditor accepts.")
    safeguard = {"safeguard": "Drivers wait a week in the Test ring.", "tested_by": "endpoint"}
    return (
        _decide(
            "stop1",
            "ownership.customer_pause",
            owner="operations",
            deputy="endpoint",
            because="Operations has a rota at night.",
            agreed_by=("operations", "security", "architecture"),
            objected_by=(rights,),
            confirmed_by=("pause_drill", "stop_rule"),
        ),
        _decide("lead1", "ownership.lead_when_an_update_breaks", owner="operations", deputy="service_desk"),
        _decide("read1", "ownership.review_update_reports", owner="operations", deputy="endpoint"),
        _decide("driver1", "ownership.manage_drivers_and_firmware", owner="endpoint"),
        _decide(
            "days1",
            "risk_appetite.last_ring_days",
            value=18,
            agreed_by=("endpoint", "operations", "architecture"),
            objected_by=(days,),
        ),
        _decide("flaw1", "risk_appetite.exploited_flaw_days", option=3),
        _decide("hours1", "risk_appetite.hours_to_stop", option=3, confirmed_by=("pause_drill",)),
        _decide("driver2", "control.drivers_and_firmware", option=5, control=Control.COVERED, **safeguard),
        _decide("month1", "control.monthly_release", option=3, control=Control.GIVEN_UP),
        _decide("stage1", "operating_model.approvals", facet=Facet.IN_12_MONTHS, option=3, by=dt.date(2027, 11, 30)),
        park("hold1", "control.hold_next_ring", due=SOON, next_step=NextStep(what="Try one ring.", owner="Jo Klein")),
        park("net1", "readiness.network_endpoints", due=SOON),
        _decide(
            "signal1",
            "ownership.monitor_release_signals",
            owner="operations",
            status=Status.PROPOSED,
            decider=None,
            agreed_by=(),
        ),
    )


def results_with(entries: Iterable[Decision]) -> Results:
    """The results of the examples with these decisions beside them."""
    comparison = settled(example_comparison(), *entries)
    return results(comparison, recommend(comparison))


@cache
def agreed_results() -> Results:
    """The same with all that was settled."""
    assert decisions()[0].decided == DAY
    return results_with(decisions())


@cache
def hostile_agreed_results() -> Results:
    """The same, with a hostile text in the place of each that somebody may have written."""
    sent = tomli_w.dumps(poisoned(plain(agreed_results()))).encode()
    return read_results(parse(sent, "results.toml"), "results.toml")
