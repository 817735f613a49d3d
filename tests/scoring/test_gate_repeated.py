"""What is measured again: the latest figure counts, and of several that nothing tells apart the worst."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from maturity.reports.gate import gate_text
from maturity.results.build_gate import gate_results
from questionnaires.words import By, Direction, Priority
from scoring.criteria.figures import Figure
from scoring.criteria.gate import Outcome, Verdict, judge
from tests.given.pilots import MEASURED, RINGS, TODAY, actuals, figure, wanted

PASS, FAIL, NOT_MEASURED, WAIVED = Outcome
NEXT: Final = MEASURED + dt.timedelta(days=1)
DRILL: Final = wanted(comparison=Direction.AT_MOST, value="8", unit="hours", per=1)
COUNTED: Final = wanted(by=(By.RING, By.CYCLE))


def on_drills(*figures: dict[str, Any]) -> Verdict:
    (verdict,) = judge([DRILL], actuals(*figures), TODAY).verdicts
    return verdict


def on_cycles(*figures: dict[str, Any], rings: tuple[str, ...] = ("Test", "Ring1")) -> Verdict:
    (verdict,) = judge([COUNTED], actuals(*figures, rings=list(rings)), TODAY).verdicts
    return verdict


def only(verdict: Verdict) -> Figure:
    (figure,) = verdict.figures
    return figure


def test_drill_repeated_after_a_failure_counts_by_its_latest() -> None:
    verdict = on_drills(figure(30, 1), figure(6, 1, date=NEXT))
    assert (verdict.outcome, only(verdict).value, only(verdict).missed_before) == (PASS, Fraction(6), 1)


def test_a_drill_that_fails_when_it_is_repeated_fails() -> None:
    verdict = on_drills(figure(6, 1), figure(30, 1, date=NEXT))
    assert (verdict.outcome, only(verdict).missed_before) == (FAIL, 0)


@pytest.mark.parametrize(("hours", "outcome", "worst"), [((6, 30, 7), FAIL, 30), ((6, 7, 5), PASS, 7)])
def test_of_several_drills_on_one_day_the_worst_counts(hours: tuple[int, ...], outcome: Outcome, worst: int) -> None:
    verdict = on_drills(*(figure(hour, 1) for hour in hours))
    assert (verdict.outcome, only(verdict).value, only(verdict).of_day) == (outcome, Fraction(worst), 3)


def test_two_figures_of_one_day_that_say_the_same_are_one() -> None:
    assert only(on_drills(figure(6, 1), figure(12, 2))).of_day == 1


def test_of_shares_on_one_day_the_lowest_counts() -> None:
    verdict = on_cycles(*(figure(part, 100, ring="Test", cycle=1) for part in (96, 100)), rings=("Test",))
    assert (verdict.outcome, only(verdict).value, only(verdict).of_day) == (PASS, Fraction(96), 2)


def test_a_number_tells_drills_of_one_day_apart() -> None:
    assert on_drills(figure(30, 1, cycle=1), figure(6, 1, cycle=2)).outcome is PASS
    assert on_drills(figure(6, 1, cycle=1), figure(30, 1, cycle=2)).outcome is FAIL


def test_the_day_of_a_drill_comes_before_its_number() -> None:
    assert on_drills(figure(6, 1, cycle=2), figure(30, 1, cycle=1, date=NEXT)).outcome is FAIL


def test_the_cycle_of_a_count_comes_before_its_day() -> None:
    """An earlier cycle that was counted again later stays an earlier one."""
    figures = [figure(99, 100, ring="Test", cycle=2), figure(10, 100, ring="Test", cycle=1, date=NEXT)]
    verdict = on_cycles(*figures, rings=("Test",))
    assert (verdict.outcome, only(verdict).value, dict(verdict.cycles)) == (PASS, Fraction(99), {1: FAIL, 2: PASS})


def test_a_cycle_that_is_counted_again_counts_by_its_latest_day() -> None:
    figures = [figure(90, 100, ring="Test", cycle=1), figure(99, 100, ring="Test", cycle=1, date=NEXT)]
    verdict = on_cycles(*figures, rings=("Test",))
    assert (verdict.outcome, only(verdict).missed_before, dict(verdict.cycles)) == (PASS, 1, {1: PASS})
    assert (verdict.in_cycle(1), verdict.in_cycle(2)) == (PASS, NOT_MEASURED)


def test_a_miss_in_an_earlier_cycle_is_none_of_this_one() -> None:
    figures = [figure(90, 100, ring="Test", cycle=1), figure(99, 100, ring="Test", cycle=2, date=NEXT)]
    assert only(on_cycles(*figures, rings=("Test",))).missed_before == 0


def test_stale_ring_is_not_measured() -> None:
    verdict = on_cycles(figure(99, 100, ring="Test", cycle=3), figure(99, 100, ring="Ring1", cycle=1))
    assert (verdict.outcome, verdict.behind, verdict.stale, verdict.missing) == (NOT_MEASURED, 3, ("Ring1",), ())
    assert dict(verdict.cycles) == {1: NOT_MEASURED, 3: NOT_MEASURED}


def test_a_ring_that_failed_in_an_earlier_cycle_is_not_measured_until_it_is_counted_again() -> None:
    stale = [figure(99, 100, ring="Test", cycle=3), figure(9, 100, ring="Ring1", cycle=1)]
    verdict = on_cycles(*stale)
    assert (verdict.outcome, verdict.stale) == (NOT_MEASURED, ("Ring1",))
    assert on_cycles(*stale, figure(99, 100, ring="Ring1", cycle=3)).outcome is PASS
    assert (
        on_cycles(*stale, figure(9, 100, ring="Test", cycle=4), figure(99, 100, ring="Ring1", cycle=4)).outcome is FAIL
    )


@pytest.mark.parametrize("part", [9, 99])
def test_the_count_of_the_first_line_says_of_an_old_figure_what_its_sentence_says(part: int) -> None:
    whole, other = wanted(by=(By.CYCLE,)), wanted("other", by=(By.CYCLE,))
    figures = [figure(part, 100, cycle=1), figure(99, 100, cycle=2, criterion="other")]
    gate = gate_results(judge([whole, other], actuals(*figures), TODAY))
    assert gate.says == "Not yet: 1 of 2 musts passes, 1 is not measured."
    assert gate_text(gate).count("not measured in cycle 2, the latest") == gate.musts.not_measured


def test_a_must_that_is_a_cycle_behind_another_is_not_measured() -> None:
    whole, other = wanted(by=(By.CYCLE,)), wanted("other", by=(By.CYCLE,))
    figures = [figure(99, 100, cycle=1), figure(99, 100, cycle=2, criterion="other")]
    behind, ahead = judge([whole, other], actuals(*figures), TODAY).verdicts
    assert (behind.outcome, behind.behind, behind.stale) == (NOT_MEASURED, 2, ())
    assert (ahead.outcome, ahead.behind) == (PASS, None)


def test_what_is_no_must_puts_no_must_behind_and_goes_by_its_own_cycles() -> None:
    wish = wanted("wish", by=(By.CYCLE,), priority=Priority.SHOULD)
    for cycle, other in ((1, 2), (2, 1)):
        figures = [figure(99, 100, cycle=cycle), figure(99, 100, cycle=other, criterion="wish")]
        verdicts = judge([wanted(by=(By.CYCLE,)), wish], actuals(*figures), TODAY).verdicts
        assert [verdict.outcome for verdict in verdicts] == [PASS, PASS]


def test_rings_of_one_cycle_are_up_to_date_whatever_their_days() -> None:
    figures = [figure(99, 100, ring="Test", cycle=3), figure(99, 100, ring="Ring1", cycle=3, date=NEXT)]
    verdict = on_cycles(*figures)
    assert (verdict.outcome, verdict.stale) == (PASS, ())


def test_a_criterion_that_is_not_counted_by_cycle_has_no_stale_ring() -> None:
    figures = [figure(6, 1, ring="Test", cycle=3), figure(6, 1, ring="Ring1", cycle=1), figure(6, 1, ring="Last")]
    verdict = on_drills(*figures[:2], {**figures[2], "cycle": 2})
    assert (verdict.outcome, verdict.stale, verdict.consecutive_cycles) == (PASS, (), None)


def test_figures_stand_in_the_order_of_the_rings() -> None:
    verdict = on_drills(*(figure(6, 1, ring=ring) for ring in reversed(RINGS)))
    assert tuple(one.actual.ring for one in verdict.figures) == RINGS


@pytest.mark.parametrize("more", [{}, {"report": "A report."}, {"denominator": 200, "numerator": 190}])
def test_of_two_who_measured_the_same_it_is_always_the_same_one_who_is_named(more: dict[str, Any]) -> None:
    entries = [figure(19, 20, by="Kim"), figure(19, 20, by="Jo") | more]
    named = {only(on_drills(*order)).actual.by for order in (entries, entries[::-1])}
    assert len(named) == 1


SAME_DAY: Final = [
    figure(19, 20, by="Kim"),
    figure(190, 200, by="Kim"),
    figure(19, 20, by="Jo", report="A report."),
    figure(19, 20, by="Jo"),
    figure(20, 20, date=NEXT),
    figure(18, 20, date=NEXT),
]


@given(st.permutations(SAME_DAY), st.integers(1, len(SAME_DAY)))
def test_the_order_of_the_entries_changes_no_figure(entries: list[dict[str, Any]], length: int) -> None:
    chosen = entries[:length]
    again = sorted(chosen, key=SAME_DAY.index)
    first, second = (judge([wanted()], actuals(*some), TODAY).verdicts for some in (chosen, again))
    assert first == second
