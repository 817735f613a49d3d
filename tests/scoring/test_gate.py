"""Whether the figures meet the criteria: exact at the threshold, and never kinder than the figures."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.words import Direction, Gate, Priority
from scoring.criteria.gate import Outcome, judge
from tests.given.pilots import RINGS, TODAY, actuals, figure, judged, waiver, wanted

AT_LEAST, AT_MOST = Direction.AT_LEAST, Direction.AT_MOST
PASS, FAIL, NOT_MEASURED, WAIVED = Outcome
DAY = dt.timedelta(days=1)


def outcome(*figures: dict[str, Any], **more: Any) -> Outcome:
    (verdict,) = judged(*figures, **more).verdicts
    return verdict.outcome


def in_rings(*parts: int, of: int = 100) -> list[dict[str, Any]]:
    """A figure for the first rings, one each."""
    return [figure(part, of, ring=ring) for part, ring in zip(parts, RINGS, strict=False)]


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (19, 20, PASS),
        (949, 1000, FAIL),
        (950, 1000, PASS),
        (949_999_999, 1_000_000_000, FAIL),
        ("18.999999999", 20, FAIL),
    ],
)
def test_nothing_is_rounded_before_it_is_compared(numerator: Any, denominator: int, expected: Outcome) -> None:
    assert outcome(figure(numerator, denominator)) is expected


@pytest.mark.parametrize(
    ("comparison", "value", "numerator", "expected"),
    [
        (AT_LEAST, "8", "7.9", FAIL),
        (AT_LEAST, "8", 8, PASS),
        (AT_LEAST, "8", "8.1", PASS),
        (AT_MOST, "8", "7.9", PASS),
        (AT_MOST, "8", 8, PASS),
        (AT_MOST, "8", "8.1", FAIL),
        (AT_MOST, "0", 0, PASS),
        (AT_MOST, "0.1", "0.1", PASS),
    ],
)
def test_a_threshold_is_met_at_its_value(comparison: Direction, value: str, numerator: Any, expected: Outcome) -> None:
    hours = wanted(comparison=comparison, value=value, unit="hours", per=1)
    (verdict,) = judge([hours], actuals(figure(numerator, 1)), TODAY).verdicts
    assert verdict.outcome is expected


@pytest.mark.parametrize(("per", "value"), [(1, Fraction(1, 3)), (100, Fraction(100, 3)), (1000, Fraction(1000, 3))])
def test_a_value_is_numerator_by_denominator_times_per(per: int, value: Fraction) -> None:
    (verdict,) = judge([wanted(per=per)], actuals(figure(1, 3)), TODAY).verdicts
    assert verdict.figures[0].value == value


def test_an_empty_entry_overtakes_nothing() -> None:
    assert outcome(figure(100, 100), {"criterion": "stop", "date": TODAY}) is PASS


def test_a_ring_without_a_figure_is_not_measured() -> None:
    (verdict,) = judged(*in_rings(100, 100)).verdicts
    assert (verdict.outcome, verdict.missing) == (NOT_MEASURED, ("Last",))


def test_every_ring_has_to_pass() -> None:
    assert outcome(*in_rings(100, 95, 100)) is PASS
    assert outcome(*in_rings(100, 94, 100)) is FAIL


def test_a_fail_in_one_ring_fails_even_where_another_was_not_measured() -> None:
    (verdict,) = judged(*in_rings(94)).verdicts
    assert (verdict.outcome, verdict.missing) == (FAIL, ("Ring1", "Last"))


def test_a_figure_of_the_whole_pilot_misses_no_ring() -> None:
    (verdict,) = judged(figure(95, 100)).verdicts
    assert (verdict.outcome, verdict.missing) == (PASS, ())


@pytest.mark.parametrize("entries", [[], [{"criterion": "stop"}], [figure(100, 100, criterion="another")]])
def test_what_nobody_measured_never_passes(entries: list[dict[str, Any]]) -> None:
    judgement = judged(*entries)
    assert judgement.verdicts[0].outcome is NOT_MEASURED
    assert not judgement.is_open


@pytest.mark.parametrize(
    ("parts", "devices", "threshold", "small"),
    [
        ({"ring": "Test"}, 19, {}, True),
        ({"ring": "Test"}, 19, {"value": "100"}, True),
        ({"ring": "Test"}, 19, {"value": "101"}, False),
        ({"ring": "Test"}, 20, {}, False),
        ({}, 19, {}, False),
        ({"ring": "Test"}, 1, {"unit": "hours"}, False),
    ],
)
def test_a_share_of_fewer_than_twenty_devices_of_a_ring_is_small(
    parts: dict[str, str], devices: int, threshold: dict[str, Any], small: bool
) -> None:
    (verdict,) = judge([wanted(**threshold)], actuals(figure(1, devices, **parts)), TODAY).verdicts
    assert verdict.figures[0].is_small is small


def test_a_waiver_counts_on_its_last_day() -> None:
    judgement = judged(figure(1, 20), waivers=[waiver(TODAY)])
    (verdict,) = judgement.verdicts
    assert (verdict.outcome, judgement.is_open) == (WAIVED, True)
    assert verdict.waiver
    assert verdict.expired is None


def test_a_waiver_is_over_on_the_day_after() -> None:
    judgement = judged(figure(1, 20), waivers=[waiver(TODAY - DAY)])
    (verdict,) = judgement.verdicts
    assert (verdict.outcome, judgement.is_open) == (FAIL, False)
    assert verdict.waiver is None
    assert verdict.expired


def test_the_waiver_that_lasts_longest_counts() -> None:
    assert outcome(waivers=[waiver(TODAY + DAY), waiver(TODAY - DAY)]) is WAIVED


def test_what_was_not_measured_can_be_waived() -> None:
    assert outcome(waivers=[waiver(TODAY)]) is WAIVED


def test_a_waiver_of_something_else_waives_nothing() -> None:
    assert outcome(waivers=[waiver(TODAY, criterion="another")]) is NOT_MEASURED


def test_a_waiver_never_hides_a_pass() -> None:
    assert outcome(figure(20, 20), waivers=[waiver(TODAY)]) is PASS


@pytest.mark.parametrize("priority", [Priority.SHOULD, Priority.COULD])
def test_only_musts_hold_up_the_gate(priority: Priority) -> None:
    criteria = [wanted(), wanted("wish", priority=priority)]
    judgement = judge(criteria, actuals(figure(20, 20), figure(1, 20, criterion="wish")), TODAY)
    assert [verdict.outcome for verdict in judgement.verdicts] == [PASS, FAIL]
    assert (judgement.is_open, judgement.count(FAIL)) == (True, 0)


def test_a_later_gate_is_judged_only_when_asked_for() -> None:
    criteria = [wanted(), wanted("later", gate=Gate.BROAD_RING)]
    figures = actuals(figure(20, 20), figure(1, 20, criterion="later"))
    assert judge(criteria, figures, TODAY).is_open
    assert not judge(criteria, figures, TODAY, Gate.BROAD_RING).is_open


def test_without_a_must_there_is_nothing_to_pass() -> None:
    judgement = judge([wanted(priority=Priority.SHOULD)], actuals(figure(20, 20)), TODAY)
    assert not judgement.is_open


@given(st.permutations([*in_rings(100, 94, 100), figure(20, 20, ring="Test", cycle=1, criterion="x")]))
def test_the_order_of_the_figures_changes_no_verdict(figures: list[dict[str, Any]]) -> None:
    criteria = [wanted(), wanted("x")]
    assert [verdict.outcome for verdict in judge(criteria, actuals(*figures), TODAY).verdicts] == [FAIL, NOT_MEASURED]
