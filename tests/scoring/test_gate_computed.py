"""The gate on what the tool counts by itself: it stands like a measured figure, and nobody types over it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from questionnaires import Answer
from questionnaires.actuals import Actuals
from questionnaires.words import Depth, Gate
from scoring import recommend
from scoring.criteria.counting import counts
from scoring.criteria.gate import Judgement, Outcome, judge
from scoring.criteria.misfits import misfits
from scoring.wording.counting import cycles_in_a_row
from scoring.wording.gate import headline
from tests.given.builders import compared, criterion, respond, small, voices
from tests.given.counted_criteria import BY_CYCLE, FOUND, OWNED, QUESTIONNAIRE, agreed, row, share
from tests.given.pilots import TODAY, actuals, figure, waiver

COMPARISON = compared(agreed(), QUESTIONNAIRE)
CRITERIA = recommend(COMPARISON)
COUNTS = counts(COMPARISON, CRITERIA)
UNTIL = TODAY + dt.timedelta(days=1)


def judged(found: Actuals, extra: str | None = None) -> Judgement:
    """The judgement on the criteria that the tool counts, and `stop` by cycle."""
    if extra is None:
        return judge(CRITERIA, found, TODAY, counts=COUNTS)
    comparison = compared(agreed(), small(extra))
    criteria = recommend(comparison)
    return judge(criteria, found, TODAY, counts=counts(comparison, criteria))


def outcomes(found: Actuals) -> dict[str, Outcome]:
    return {verdict.criterion.id: verdict.outcome for verdict in judged(found).verdicts}


def faults(*figures: dict[str, Any]) -> list[tuple[str, str]]:
    return list(misfits(CRITERIA, actuals(*figures), None, TODAY, COUNTS))


def stopped(*hours: int) -> list[dict[str, Any]]:
    """Figures of `stop`, one for each cycle: 24 hours pass."""
    return [
        {"criterion": "stop", "numerator": number, "date": TODAY, "by": "Kim", "cycle": cycle}
        for cycle, number in enumerate(hours, start=1)
    ]


def test_what_is_computed_needs_no_figure() -> None:
    found = outcomes(actuals())
    assert (found["owned"], found["found"]) == (Outcome.PASS, Outcome.FAIL)
    assert (found["stop"], found["row"]) == (Outcome.NOT_MEASURED, Outcome.NOT_MEASURED)


def test_cycles_in_a_row_are_those_of_the_musts() -> None:
    (short,) = [v for v in judged(actuals(*stopped(8))).verdicts if v.criterion.id == "row"]
    (long,) = [v for v in judged(actuals(*stopped(30, 8, 8))).verdicts if v.criterion.id == "row"]
    assert short.computed is not None
    assert long.computed is not None
    assert (short.computed.numerator, short.outcome) == (1, Outcome.FAIL)
    assert (long.computed.numerator, long.outcome) == (2, Outcome.PASS)


def test_a_computed_must_can_be_set_aside() -> None:
    found = judged(actuals(*stopped(8), waivers=[waiver(UNTIL, criterion="found")]))
    assert {v.criterion.id: v.outcome for v in found.verdicts}["found"] is Outcome.WAIVED


def test_a_figure_typed_over_is_refused_with_both_numbers_and_all_at_once() -> None:
    typed = [
        figure(12, 12, criterion="owned"),
        figure(3, 5, criterion="found"),
        {"criterion": "row", "numerator": 2, "date": TODAY, "by": "Kim"},
    ]
    assert faults(*stopped(8), *typed) == [
        ("actual[1]", "is computed from the answers: 1 of 1; remove this entry, which says 12 of 12 (owned)"),
        ("actual[2]", "is computed from the answers: 0 of 6; remove this entry, which says 3 of 5 (found)"),
        (
            "actual[3]",
            "is computed from the pilot's figures: 1 cycle in a row; remove this entry, which says 2 (row)",
        ),
    ]


def test_an_entry_without_a_figure_says_nothing_and_is_no_fault() -> None:
    assert faults({"criterion": "owned"}) == []


def test_a_denominator_that_the_tool_counts_may_be_left_out_and_is_refused_where_it_differs() -> None:
    alone = {name: value for name, value in figure(1, 1, criterion="guarded").items() if name != "denominator"}
    assert faults(alone, figure(1, 1, criterion="guarded")) == []
    assert faults(figure(4, 4, criterion="guarded")) == [
        ("actual[0].denominator", "is 4, but the answers count 1; enter 1, or leave it out (guarded)")
    ]
    assert outcomes(actuals(alone))["guarded"] is Outcome.PASS


def test_more_than_the_tool_counts_is_no_part_of_it() -> None:
    alone = {name: value for name, value in figure(2, 1, criterion="guarded").items() if name != "denominator"}
    assert [key for key, _ in faults(alone)] == ["actual[0].numerator"]


NOTHING = "No: nothing has been measured yet."
SHOULD = criterion("wish", priority='"should"')
GOOD = {"criterion": "wish", "numerator": 8, "date": TODAY, "by": "Kim"}


@pytest.mark.parametrize(
    ("extra", "found", "says"),
    [
        (BY_CYCLE + OWNED, actuals(), NOTHING),
        (BY_CYCLE + OWNED, actuals({"criterion": "stop"}), NOTHING),
        (BY_CYCLE + row(), actuals(*stopped(8)), "Yes: 1 of 1 must passes, in 1 cycle of the 2 recommended."),
        (BY_CYCLE + row(), actuals(*stopped(8, 8)), "Yes: 1 of 1 must passes, in 2 cycles of the 2 recommended."),
        (
            BY_CYCLE + row(),
            actuals(*stopped(8, 8, 8)),
            "Yes: 1 of 1 must passes, in 3 cycles, more than the 2 recommended.",
        ),
        (
            BY_CYCLE + row(priority='"must"'),
            actuals(*stopped(8, 8)),
            "Yes: 2 of 2 musts pass, in 2 cycles of the 2 required.",
        ),
        (BY_CYCLE, actuals(*stopped(8)), "Yes: 1 of 1 must passes, in 1 cycle."),
        (BY_CYCLE, actuals(*stopped(8, 8)), "Yes: 1 of 1 must passes, in 2 cycles in a row."),
        (
            BY_CYCLE + row(),
            actuals(waivers=[waiver(UNTIL)]),
            "Waived through: 0 of 1 must passes, 1 is waived, without a good cycle of the 2 recommended.",
        ),
        (
            BY_CYCLE,
            actuals(*stopped(30), waivers=[waiver(UNTIL)]),
            "Waived through: 0 of 1 must passes, 1 is waived, without a good cycle.",
        ),
        (
            BY_CYCLE + OWNED + SHOULD + row(),
            actuals(*stopped(8)),
            "Yes: 2 of 2 musts pass, in 1 cycle of the 2 recommended; 1 recommended criterion is not measured.",
        ),
        (
            BY_CYCLE + SHOULD + row(),
            actuals(*stopped(8), GOOD | {"numerator": 30}),
            "Yes: 1 of 1 must passes, in 1 cycle of the 2 recommended; 1 recommended criterion is missed.",
        ),
        (
            BY_CYCLE + SHOULD + criterion("other", priority='"could"') + row(),
            actuals(*stopped(30), GOOD | {"numerator": 30}),
            "Not yet: 0 of 1 must passes, 1 fails; 2 recommended criteria are missed, 1 is not measured.",
        ),
        (OWNED, actuals(), "Yes: 1 of 1 must passes."),
        (OWNED + FOUND, actuals(waivers=[waiver(UNTIL, criterion="found")]), "Waived through: 1 of 2 musts passes, 1"),
    ],
)
def test_the_first_line_says_what_it_rests_on(extra: str, found: Actuals, says: str) -> None:
    assert headline(judged(found, extra)).startswith(says)


def test_what_is_counted_is_judged_at_its_own_gate() -> None:
    comparison = compared(voices("risk.attitude", position={"endpoint": 1}), small(OWNED))
    criteria = recommend(comparison)
    found = judge(criteria, actuals(), TODAY, Gate.BROAD_RING, counts(comparison, criteria))
    assert found.verdicts == ()


def test_with_no_good_cycle_or_two_a_figure_typed_over_says_how_many() -> None:
    typed = {"criterion": "row", "numerator": 3, "date": TODAY, "by": "Kim"}
    says = "is computed from the pilot's figures: {} in a row; remove this entry, which says 3 (row)"
    assert faults(typed) == [("actual[0]", says.format("0 cycles"))]
    assert faults(*stopped(8, 8), typed) == [("actual[2]", says.format("2 cycles"))]


def test_what_answers_leave_nothing_of_is_not_computed_from_them() -> None:
    nothing = share("one", 'computed = { questions = ["risk.fleet"], without = ["apart"] }')
    at_core = respond("endpoint", {"ownership.pause": Answer(owner="endpoint")}, depth=Depth.CORE)
    comparison = compared([at_core], small(nothing))
    criteria = recommend(comparison)
    found = actuals(figure(1, 1, criterion="one"))
    assert list(misfits(criteria, found, None, TODAY, counts(comparison, criteria))) == [
        ("actual[0]", "is computed from the answers: nothing to count; remove this entry, which says 1 of 1 (one)")
    ]


def test_a_figure_out_of_nothing_that_the_answers_count_is_refused() -> None:
    always = share("guarded", 'counted = { questions = ["ownership.*"], with = ["blocker"] }')
    comparison = compared(agreed(), small(always))
    criteria = recommend(comparison)
    found = actuals(figure(1, 1, criterion="guarded"))
    assert ("actual[0].numerator", "is 1, but the answers leave 0 to count it out of; remove this entry (guarded)") in (
        list(misfits(criteria, found, None, TODAY, counts(comparison, criteria)))
    )


def test_cycles_in_a_row_are_told_in_words() -> None:
    def told(*hours: int) -> list[str | None]:
        return [cycles_in_a_row(v) for v in judged(actuals(*stopped(*hours))).verdicts if v.criterion.id != "guarded"]

    by_row = [says for says in told(8) if says is not None]
    assert by_row == ["1 cycle in a row, computed from the pilot's figures."]
    assert "2 cycles in a row, computed from the pilot's figures." in told(8, 8)
    assert "Nothing to count: no cycle was measured of any must that is counted by cycle." in told()
