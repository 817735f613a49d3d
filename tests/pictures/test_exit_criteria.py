"""Exit criteria, their figures and their cycles as pictures, against figures that are given by hand."""

from __future__ import annotations

import pytest

from maturity.pictures.bullets import share_of
from maturity.pictures.exit_criteria import bullets, cycles, exit_criteria
from maturity.pictures.shapes import Lane, Line, Matrix, SpanKind
from maturity.pictures.verdicts import figure_words
from maturity.results.gate import VerdictResults
from questionnaires.words import Gate
from tests.given.builders import small
from tests.given.example_results import example_results
from tests.given.pictured import measured_results
from tests.given.pictures import results_of
from tests.given.three_cycles import three_cycles


def row_of(picture: Matrix, criterion: str) -> Line:
    (found,) = (row for row in picture.rows if row.id == criterion)
    return found


def words(row: Line) -> list[str]:
    return [f"{square.sign} {square.says}".strip() for square in row.squares]


def verdict(criterion: str) -> VerdictResults:
    gate = measured_results().gate
    assert gate is not None
    (found,) = (one for one in gate.verdict if one.criterion == criterion)
    return found


def test_criteria_stand_by_gate_with_the_musts_first_and_are_counted() -> None:
    headings = [row.label for row in exit_criteria(example_results()).rows if row.is_heading]
    assert headings[:4] == [
        "Before the pilot starts: 1 must",
        "Before the pilot starts: 4 others that are recommended",
        "To leave the pilot: 11 musts",
        "To leave the pilot: 12 others that are recommended",
    ]
    assert len(headings) == 2 * len(Gate)


def test_failures_come_first_then_what_is_not_measured_then_what_is_waived_then_passes() -> None:
    rows = exit_criteria(measured_results()).rows
    start = next(place for place, row in enumerate(rows) if row.id == "gate:leave_pilot:must")
    signs = [row.squares[0].sign for row in rows[start + 1 : start + 12]]
    assert signs == sorted(signs, key="▲○◆●".index)
    assert "".join(dict.fromkeys(signs)) == "▲○◆●"


def test_a_row_holds_verdict_figure_against_threshold_and_owner() -> None:
    picture = exit_criteria(measured_results())
    assert words(row_of(picture, "coverage")) == ["▲ fails", "3 / ≤ 0 devices", "END Endpoint"]
    assert words(row_of(picture, "pause_drill")) == ["● passes", "9 / ≤ 12 hours", "◇ END or OPS"]
    assert words(row_of(picture, "business_scenarios"))[:2] == ["◆ waived", "≥ 100 %"]


def test_of_several_rings_the_worst_figure_stands_against_the_threshold() -> None:
    assert words(row_of(exit_criteria(measured_results()), "currency_per_ring"))[1] == "90 / ≥ 95 %"


def test_without_figures_there_is_no_verdict_and_what_the_answers_count_stands_already() -> None:
    picture = exit_criteria(example_results())
    assert words(row_of(picture, "coverage")) == ["·", "≤ 0 devices", "END Endpoint"]
    assert words(row_of(picture, "ownership_settled"))[1] == "42.9 / ≥ 100 %"
    assert picture.says == "Criteria: 59, of which 16 are musts; there are no figures of the pilot yet."


def test_the_table_names_owners_in_full_and_has_a_cell_for_each_heading() -> None:
    sheet = exit_criteria(measured_results()).sheet
    assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
    (drill,) = (row for row in sheet.rows if row[0].startswith("Pause drill"))
    assert drill[3:] == ("passes", "9 hours", "≤ 12 hours", "to be agreed: Endpoint or Operations")


def test_only_codes_that_occur_are_in_the_legend() -> None:
    keys = {key.sign for key in exit_criteria(measured_results()).legend}
    assert {"END", "OPS", "ARC"} <= keys
    assert "NET" not in keys


def lane_of(criterion: str) -> Lane:
    (found,) = (lane for lane in bullets(measured_results()).lanes if lane.id == f"bullet:{criterion}")
    return found


def spans(lane: Lane) -> dict[SpanKind, tuple[float, float]]:
    return {span.kind: (span.start, span.end) for span in lane.spans}


def test_a_bullet_reaches_to_the_share_of_its_threshold_over_the_side_that_passes() -> None:
    drill = lane_of("pause_drill:")
    assert spans(drill) == {SpanKind.ZONE: (0, 1), SpanKind.BAR: (0, 0.75)}
    assert [(mark.sign, mark.place) for mark in drill.marks] == [("┃", 1)]
    assert drill.after == "● 9 / ≤ 12 hours, passes"


def test_every_ring_has_a_bullet_of_its_own() -> None:
    ring = lane_of("currency_per_ring:Test")
    assert (ring.label, ring.after) == ("Devices are current in every ring, Test", "● 97 / ≥ 95 %, passes")
    assert spans(ring)[SpanKind.ZONE] == (1, 2)
    assert lane_of("currency_per_ring:Ring1").after == "▲ 90 / ≥ 95 %, fails"


def test_a_figure_that_is_older_than_the_latest_cycle_says_of_which_it_is() -> None:
    told = {lane.label: lane.after for lane in bullets(three_cycles()).lanes if "currency" in lane.id}
    assert told == {
        "Devices are current in every ring, first": "● 98 / ≥ 95 %, passes",
        "Devices are current in every ring, broad": "● 95.8 / ≥ 95 %, passes (cycle 2, not since)",
    }


def test_a_figure_of_more_than_twice_its_threshold_ends_with_the_axis_and_is_read_beside_it() -> None:
    drill = lane_of("recovery_drill:")
    assert (spans(drill)[SpanKind.BAR], drill.after) == ((0, 2), "▲ 30 / ≤ 4 hours, fails")


@pytest.mark.parametrize(("value", "share"), [(0, 1), (3, 2)])
def test_of_a_threshold_of_nothing_nothing_is_as_much(value: float, share: float) -> None:
    assert share_of(verdict("coverage"), value) == share


@pytest.mark.parametrize(("value", "shown"), [(94.96, "94.96"), (95, "95"), (95.04, "95.04"), (91.26, "91.3")])
def test_no_figure_is_rounded_onto_a_threshold_that_it_is_not(value: float, shown: str) -> None:
    assert figure_words(verdict("currency_per_ring"), value) == shown


def test_failures_are_the_first_bullets() -> None:
    signs = [lane.after[0] for lane in bullets(measured_results()).lanes if "currency" not in lane.id]
    assert signs == sorted(signs, key="▲●".index)


def test_of_figures_that_fail_those_of_musts_come_first() -> None:
    gate = measured_results().gate
    assert gate is not None
    priorities = {one.criterion: one.priority.value for one in gate.verdict}
    failing = [lane.id.split(":")[1] for lane in bullets(measured_results()).lanes if lane.after[0] == "▲"]
    assert [priorities[name] for name in failing] == sorted(priorities[name] for name in failing)
    assert {priorities[name] for name in failing} == {"must", "should"}


def test_each_cycle_has_a_sign_and_one_that_nobody_measured_an_empty_ring() -> None:
    picture = cycles(measured_results())
    told = {lane.label: ("".join(mark.sign for mark in lane.marks), lane.after) for lane in picture.lanes}
    assert told == {
        "Devices are current in every ring": ("▲▲", "none in a row"),
        "Devices that are online get it": ("▲●", "1 in a row"),
        "Go or hold by a written rule": ("○●", "1 in a row"),
        "Critical applications are tested": ("○○", "none in a row, ◆ waived"),
    }
    assert [mark.place for mark in picture.lanes[0].marks] == [1, 2]
    assert picture.sheet.heads == ("Criterion", "Cycle 1", "Cycle 2")
    said = {row[1:] for row in picture.sheet.rows}
    nothing = ("not measured", "not measured")
    assert said == {("fails", "fails"), ("fails", "passes"), ("not measured", "passes"), nothing}


def test_one_cycle_alone_still_has_an_axis() -> None:
    results = measured_results()
    assert results.gate is not None
    verdicts = tuple(one.model_copy(update={"cycle": one.cycle[-1:]}) for one in results.gate.verdict)
    gate = results.gate.model_copy(update={"verdict": verdicts})
    picture = cycles(results.model_copy(update={"gate": gate}))
    assert (picture.axis.low, picture.axis.high) == (2, 3)


def test_without_figures_bullets_and_cycles_say_that_there_are_none() -> None:
    for picture in (bullets(example_results()), cycles(example_results())):
        assert picture.lanes == ()
        assert picture.says == "There are no figures of the pilot yet, so there is nothing to draw."


def test_without_criteria_the_picture_says_so() -> None:
    picture = exit_criteria(results_of([], small()))
    assert (picture.rows, picture.says) == ((), "No criterion is recommended, so there is nothing to show.")
