"""Where musts are listed and figures are at hand, each says whether it passes."""

from __future__ import annotations

import datetime as dt

import pytest

from maturity.reports.outline import text
from maturity.results.build import results
from maturity.results.model import Results
from scoring import recommend
from scoring.criteria.gate import judge
from tests.given.builders import compared, criterion, small, voices_to
from tests.given.pilots import TODAY, actuals, figure, waiver

RULES = "".join(criterion(name) for name in ("stop", "fails", "open", "aside"))
FIGURES = actuals(
    figure(8, 1),
    figure(72, 1, criterion="fails"),
    waivers=[waiver(TODAY + dt.timedelta(days=1), criterion="aside")],
    rings=[],
)
OUTCOMES = {"stop": "● pass", "fails": "▲ FAIL", "open": "○ not measured", "aside": "◆ waived"}


def found(*, measured: bool) -> Results:
    comparison = compared(voices_to(small(RULES), "risk.soak", position={"endpoint": 1, "security": 1}), small(RULES))
    criteria = recommend(comparison)
    return results(comparison, criteria, judgement=judge(criteria, FIGURES, TODAY) if measured else None)


def lines(shown: Results, *, brief: bool) -> list[str]:
    return [" ".join(line.split()) for line in text(shown, TODAY, brief=brief).splitlines()]


@pytest.mark.parametrize("brief", [True, False])
def test_each_must_to_end_the_pilot_says_first_whether_it_passes(brief: bool) -> None:
    shown = lines(found(measured=True), brief=brief)
    own = [line for line in shown if ". " in line[:4] and "A criterion – at most 24 hours" in line]
    assert own == [
        f"{place}. {outcome} A criterion – at most 24 hours – owner Sponsor"
        for place, outcome in enumerate(OUTCOMES.values(), start=1)
    ]


def test_each_criterion_says_first_whether_it_passes() -> None:
    begins = " MUST A criterion – at most 24 hours – owner Sponsor. Stopped within 24 hours."
    written = " ".join(lines(found(measured=True), brief=False))
    assert " ".join(f"{outcome}{begins}" for outcome in OUTCOMES.values()) in written


def test_each_criterion_that_is_told_whole_says_first_whether_it_passes() -> None:
    written = text(found(measured=True), TODAY, whole=True).splitlines()
    own = [" ".join(line.split()) for line in written if line.endswith("MUST  A criterion")]
    assert own == [f"{outcome} MUST A criterion" for outcome in OUTCOMES.values()]


def test_without_figures_nothing_is_said_of_passing() -> None:
    shown = "\n".join(lines(found(measured=False), brief=False))
    assert "1. A criterion – at most 24 hours – owner Sponsor" in shown
    assert not [outcome for outcome in OUTCOMES.values() if outcome in shown]
