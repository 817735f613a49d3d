"""Why a must does not pass, who set it aside, and where a figure comes from: the same words wherever it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import pytest

from maturity.reports.document_musts import state_of
from maturity.reports.document_next import steps
from maturity.reports.gate import figure_sentences, gate_text
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.reports.sources import files_of, source_sentences
from maturity.reports.why import state_says, waiver_says, worst_says
from maturity.reports.writing import BEGINNINGS, report_bytes
from maturity.results.build_gate import gate_results
from maturity.results.gate import VerdictResults
from maturity.results.model import Results
from maturity.results.values import Outcome
from questionnaires.words import By, Direction
from scoring import Criterion
from scoring.criteria.gate import judge
from tests.given.example_results import example_results
from tests.given.pilots import TODAY, actuals, figure, waiver, wanted
from tests.given.three_cycles import three_cycles

MOMENT: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
COUNTED: Final = "status.csv, 1,156 rows: OSBuild; UCClient.csv, 9 rows: WUDeferral"


def verdict_on(*figures: dict[str, Any], waivers: Sequence[dict[str, Any]] = (), **wanted_: Any) -> VerdictResults:
    """The verdict on one criterion."""
    judgement = judge([wanted(**wanted_)], actuals(*figures, waivers=waivers), TODAY)
    return gate_results(judgement).verdict[0]


def verdict_of(results: Results, criterion: str) -> VerdictResults:
    assert results.gate is not None
    return next(one for one in results.gate.verdict if one.criterion == criterion)


def by_ring(*parts: int) -> VerdictResults:
    rings = ("Test", "Ring1", "Last")
    figures = (figure(part, 20, ring=ring, cycle=1) for part, ring in zip(parts, rings, strict=True))
    return verdict_on(*figures, by=(By.RING, By.CYCLE))


def test_a_must_that_fails_names_its_ring_its_counts_and_its_threshold() -> None:
    assert state_says(by_ring(18, 20, 20)) == "▲ FAIL: Test 18 of 20 (90 %)"


def test_of_several_rings_that_miss_the_worst_is_named_and_the_others_are_counted() -> None:
    assert worst_says(by_ring(18, 17, 20)) == "Ring1 17 of 20 (85 %), at least 95 %, the worst of 2 rings that miss it"


def test_what_should_be_low_is_worst_where_it_is_highest() -> None:
    figures = [figure(part, 20, ring=ring) for part, ring in ((3, "Test"), (1, "Ring1"), (0, "Last"))]
    found = verdict_on(*figures, by=(By.RING,), comparison=Direction.AT_MOST, value="2")
    assert worst_says(found) == "Test 3 of 20 (15 %), at most 2 %, the worst of 2 rings that miss it"


def test_a_must_that_passes_has_no_reason() -> None:
    assert state_says(by_ring(20, 20, 20)) == "● pass"


@pytest.mark.parametrize("cycles", [(1,), (1, 2)])
def test_a_waiver_says_who_until_when_why_and_what_it_hides_from_the_first_cycle_on(cycles: Sequence[int]) -> None:
    figures = [figure(18, 20, cycle=cycle) for cycle in cycles]
    found = verdict_on(*figures, waivers=[waiver(TODAY)], by=(By.CYCLE,))
    assert waiver_says(found) == (
        "set aside by Sam until 2026-12-15: The drill is planned; without the waiver ▲ FAIL: 18 of 20 (90 %), at least "
        "95 %"
    )
    assert waiver_says(found) in figure_sentences(found)
    assert state_says(found) == "◆ waived, without the waiver ▲ FAIL: 18 of 20 (90 %)"


def test_a_waiver_over_what_nobody_measured_hides_no_figure() -> None:
    said = waiver_says(verdict_on(waivers=[waiver(TODAY)]))
    assert said == "set aside by Sam until 2026-12-15: The drill is planned; without the waiver ○ not measured"


def test_a_waiver_that_ended_hides_nothing() -> None:
    said = waiver_says(verdict_on(figure(18, 20), waivers=[waiver(TODAY - dt.timedelta(days=1))]))
    assert said == "the waiver has ended: set aside by Sam until 2026-12-14: The drill is planned."


@pytest.mark.parametrize("is_brief", [True, False])
@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_every_report_says_the_waiver_and_why_a_must_fails(suffix: str, is_brief: bool) -> None:
    results = three_cycles()
    waived = verdict_of(results, "business_scenarios")
    written = report_bytes(results, suffix, MOMENT, brief=is_brief).decode()
    said = " ".join(written.split())
    assert waiver_says(waived) in said
    assert "set aside by Sam" in waiver_says(waived)
    assert "10 of 11 (90.9 %)" in said


def test_next_names_the_figure_that_misses_and_the_end_of_the_waiver() -> None:
    lines = ["".join(str(getattr(word, "says", word)) for word in run) for run in steps(missing(), MOMENT.date())]
    assert any(line.startswith("Bring to their thresholds: ") for line in lines)
    assert "Devices are current in every ring: broad 364 of 400 (91 %), at least 95 %." in " ".join(lines)
    assert "Critical applications are tested counts again after 2027-03-31." in " ".join(lines)


def missing() -> Results:
    """Three cycles, of which the last one of a ring misses."""
    results = three_cycles()
    assert results.gate is not None
    first = verdict_of(results, "currency_per_ring")
    earlier = first.cycle[0]
    changed = first.model_copy(update={"outcome": Outcome.FAIL, "figure": earlier.figure, "behind_cycle": None})
    verdicts = tuple(changed if one is first else one for one in results.gate.verdict)
    return results.model_copy(update={"gate": results.gate.model_copy(update={"verdict": verdicts})})


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_nothing_is_to_be_done_before_the_start_once_the_pilot_has_begun(suffix: str) -> None:
    begun = report_bytes(three_cycles(), suffix, MOMENT).decode()
    assert "before the pilot starts" not in begun.lower()
    assert "before the pilot starts" in report_bytes(example_results(), suffix, MOMENT).decode().lower()


def test_a_figure_says_which_files_were_counted_and_who_signed_it() -> None:
    assert list(source_sentences(verdict_on(figure(18, 20, report=COUNTED)))) == [
        "counted in status.csv and UCClient.csv, signed by Kim"
    ]


def test_a_figure_typed_by_hand_says_so_with_its_record() -> None:
    found = verdict_on(figure(18, 20, report="Drill log 7"))
    assert list(source_sentences(found)) == ["typed by hand, signed by Kim: Drill log 7"]
    assert "typed by hand, signed by Kim" in gate_text(gate_results(judge([wanted()], actuals(figure(1, 2)), TODAY)))


def test_figures_of_several_sources_say_which_ring_is_of_which() -> None:
    figures = [figure(20, 20, ring="Test", report=COUNTED), figure(20, 20, ring="Last"), figure(20, 20, ring="Ring1")]
    assert list(source_sentences(verdict_on(*figures, by=(By.RING,)))) == [
        "Test: counted in status.csv and UCClient.csv, signed by Kim",
        "Ring1, Last: typed by hand, signed by Kim",
    ]


@pytest.mark.parametrize("report", [None, "", "Drill log 7", r"\\srv\share\status.csv, 9 rows: a", "C:/x.csv, 9 rows:"])
def test_what_somebody_typed_names_no_file_that_was_counted(report: str | None) -> None:
    assert files_of(report) == ()


def test_a_report_keeps_names_of_counted_files_and_leaves_out_places_that_were_typed() -> None:
    results = three_cycles()
    assert results.gate is not None
    figures = (figure(18, 20, ring="Test", report=COUNTED), figure(18, 20, ring="Last", report=r"\\srv\log"))
    verdict = verdict_on(*figures, by=(By.RING,))
    gate = results.gate.model_copy(update={"verdict": (verdict,)})
    shown = nameless(results.model_copy(update={"gate": gate})).gate
    assert shown is not None
    assert [(one.by, one.report) for one in shown.verdict[0].figure] == [("Kim", COUNTED), ("Kim", None)]


def test_the_first_page_of_a_text_says_why() -> None:
    brief = text(three_cycles(), TODAY, brief=True)
    assert "10 of 11 (90.9 %)" in " ".join(brief.partition("May the pilot end?")[0].split())


def test_the_first_page_says_of_a_criterion_what_its_verdict_says() -> None:
    results = three_cycles()
    item = next(one for one in results.criterion if one.id == "business_scenarios")
    assert state_of(results, item) == state_says(verdict_of(results, "business_scenarios"))


@pytest.mark.parametrize(
    ("took_part", "says"),
    [
        ({"took_part": 12}, "on 12, and at least 20 are asked for"),
        ({}, "on how many is not said, and at least 20 are asked for"),
    ],
)
def test_a_drill_on_too_few_or_on_nobody_knows_how_many_passes_with_that_said(
    took_part: dict[str, int], says: str
) -> None:
    gate = gate_results(judge([of_drill()], actuals(figure(100, 1) | took_part), TODAY))
    assert f"(2026-12-04, Kim); {says}" in " ".join(gate_text(gate).split())
    assert state_says(gate.verdict[0]) == f"● pass: {says}"


def test_a_drill_on_enough_says_on_how_many() -> None:
    gate = gate_results(judge([of_drill()], actuals(figure(100, 1, took_part=20)), TODAY))
    assert "(2026-12-04, Kim); on 20\n" in gate_text(gate)
    assert state_says(gate.verdict[0]) == "● pass"


def of_drill() -> Criterion:
    """A criterion of which one entry is a drill of 20 or more."""
    one = wanted(per=1, unit="hours")
    return replace(one, measure=one.measure.model_copy(update={"fewest": 20}))


def test_a_figure_of_an_earlier_cycle_says_of_which_and_is_no_failure() -> None:
    whole, other = wanted(by=(By.CYCLE,)), wanted("other", by=(By.CYCLE,))
    figures = [figure(9, 100, cycle=1), figure(99, 100, cycle=2, criterion="other")]
    behind, _ = gate_results(judge([whole, other], actuals(*figures), TODAY)).verdict
    assert state_says(behind) == "○ not measured: 9 of 100 (9 %) in cycle 1"
