"""Criteria and the pilot's figures in a line each, as documents and as they are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

from questionnaires.actuals import Actuals, read_actuals
from questionnaires.words import By, Direction, Gate, Priority
from scoring import Criterion, recommend
from scoring.criteria.gate import Judgement, judge
from tests.given.builders import compared, criterion, small, voices

MEASURED: Final = dt.date(2026, 12, 4)
TODAY: Final = dt.date(2026, 12, 15)
RINGS: Final = ("Test", "Ring1", "Last")


def figure(numerator: float | str | Decimal, denominator: float | str | Decimal, **parts: Any) -> dict[str, Any]:
    """A figure of the criterion `stop`, as it comes out of a file."""
    return {
        "criterion": "stop",
        "numerator": Decimal(str(numerator)),
        "denominator": Decimal(str(denominator)),
        "date": MEASURED,
        "by": "Kim",
    } | parts


def waiver(until: dt.date, **parts: Any) -> dict[str, Any]:
    """A waiver of the criterion `stop`."""
    return {"criterion": "stop", "by": "Sam", "until": until, "reason": "The drill is planned."} | parts


def document(*figures: dict[str, Any], waivers: Sequence[dict[str, Any]] = (), **pilot: Any) -> dict[str, Any]:
    """The figures of a pilot with three rings."""
    return {
        "kind": "actuals",
        "schema": 1,
        "pilot": {"questionnaire": "small", "round": 1, "rings": list(RINGS)} | pilot,
        "actual": list(figures),
        "waiver": list(waivers),
    }


def actuals(*figures: dict[str, Any], waivers: Sequence[dict[str, Any]] = (), **pilot: Any) -> Actuals:
    """The same, read."""
    return read_actuals(document(*figures, waivers=waivers, **pilot), "pilot.toml")


def wanted(
    identifier: str = "stop",
    comparison: Direction = Direction.AT_LEAST,
    value: str = "95",
    unit: str = "%",
    per: int = 100,
    priority: Priority = Priority.MUST,
    gate: Gate = Gate.LEAVE_PILOT,
    by: tuple[By, ...] = (),
    *,
    single: bool = False,
) -> Criterion:
    """A criterion with this threshold; by default at least 95 % of something, counted once. `single` is one thing."""
    chosen = small(criterion(identifier))
    (found,) = recommend(compared(voices("risk.attitude", position={"endpoint": 1}), chosen))
    below = {} if single else {"denominator": "All of them.", "entry": None}
    return replace(
        found,
        threshold=replace(found.threshold, value=Decimal(value), unit=unit, comparison=comparison),
        measure=found.measure.model_copy(update={**below, "per": per, "by": by}),
        priority=priority,
        gate=gate,
    )


def judged(*figures: dict[str, Any], waivers: Sequence[dict[str, Any]] = (), today: dt.date = TODAY) -> Judgement:
    """The judgement on the criterion `stop` alone."""
    return judge([wanted()], actuals(*figures, waivers=waivers), today)
