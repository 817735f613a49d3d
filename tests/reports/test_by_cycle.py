"""Each criterion cycle by cycle and ring by ring: as text, in documents, as an action, by value."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from functools import cache
from html.parser import HTMLParser
from typing import Any, Final

import pytest

from maturity.pictures.widths import width_of
from maturity.reports.actions import actions
from maturity.reports.by_cycle import MOST_CYCLES, by_cycle, cycles_text, grid, ring_lines
from maturity.reports.cycle_cells import Cell
from maturity.reports.document_cycles import cycles_blocks
from maturity.reports.gate import gate_text
from maturity.reports.outline import text
from maturity.reports.writing import report_bytes
from maturity.results.build_gate import gate_results
from maturity.results.gate import GateResults
from questionnaires.actuals import read_actuals
from questionnaires.reading import clean_tree
from questionnaires.words import By, Direction, Priority
from scoring.criteria.gate import judge
from tests.given.example_results import example_results
from tests.given.pilots import MEASURED, TODAY, actuals, document, figure, waiver, wanted
from tests.given.three_cycles import gate_of_three_cycles, three_cycles

MOMENT: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
NARROW: Final = 80


def gate_of(*figures: dict[str, Any], by: tuple[By, ...] = (By.CYCLE,), **more: Any) -> GateResults:
    """The gate on one criterion that is counted by cycle."""
    waivers = more.pop("waivers", ())
    return gate_results(judge([wanted(by=by, **more)], actuals(*figures, waivers=waivers), TODAY))


def test_rings_values_and_counts_stand_below_each_other() -> None:
    assert cycles_text(gate_of_three_cycles(), NARROW).splitlines() == [
        "",
        "Cycle by cycle",
        "--------------",
        "",
        "Signs: ● passes   ▲ misses the threshold   ○ not measured",
        "",
        "Devices are current in every ring (at least 95 %): ○ not measured",
        "    cycle 1  first ●   96 %   48 of 50    broad ▲   91 %  364 of 400",
        "    cycle 2  first ●   98 %   49 of 50    broad ● 95.8 %  383 of 400",
        "    cycle 3  first ●   98 %   49 of 50    broad ○ not measured",
        "    measured again in cycle 1: first, 1 earlier figure",
        "    not measured in cycle 3: broad; latest figure of 2026-12-04, in cycle 2",
        "",
        "Devices that are online get it (at most 2 %): ● pass",
        "    cycle 1  ▲ 2.8 %  12 of 430",
        "    cycle 2  ● 1.4 %   6 of 436",
        "    cycle 3  ● 0.9 %   4 of 440",
        "",
        "Critical applications are tested (all): ◆ waived, without the waiver ▲ FAIL",
        "    cycle 1  ▲ 81.8 %   9 of 11",
        "    cycle 2  ○ not measured",
        "    cycle 3  ▲ 90.9 %  10 of 11",
        "",
        "Not measured in any of these cycles: “Go or hold by a written rule”.",
        "",
        "Measured again: “Pause drill: we can stop a rollout”, ● 9.5 hours on 2026-12-09",
        "after 1 earlier figure.",
    ]


def test_a_criterion_on_one_line_is_told_cycle_by_cycle() -> None:
    first, *_ = by_cycle(gate_of_three_cycles())
    assert first.says == (
        "cycle 1: first ● 96 % (48 of 50) · broad ▲ 91 % (364 of 400)   "
        "cycle 2: first ● 98 % (49 of 50) · broad ● 95.8 % (383 of 400)   "
        "cycle 3: first ● 98 % (49 of 50) · broad ○ not measured"
    )


def test_each_ring_has_a_line_with_its_day() -> None:
    first, *_ = by_cycle(gate_of_three_cycles())
    assert list(ring_lines(first)) == [
        "cycle 1  first ●   96 %   48 of 50   2026-11-27",
        "         broad ▲   91 %  364 of 400  2026-11-27",
        "cycle 2  first ●   98 %   49 of 50   2026-12-04",
        "         broad ● 95.8 %  383 of 400  2026-12-04",
        "cycle 3  first ●   98 %   49 of 50   2026-12-11",
        "         broad ○ not measured",
        "measured again in cycle 1: first, 1 earlier figure",
        "not measured in cycle 3: broad; latest figure of 2026-12-04, in cycle 2",
    ]


@pytest.mark.parametrize("cycles", [(), (1,), (7,)])
def test_before_a_second_cycle_nothing_is_told(cycles: tuple[int, ...]) -> None:
    gate = gate_of(*(figure(96, 100, cycle=cycle) for cycle in cycles))
    assert (by_cycle(gate), cycles_text(gate)) == ((), "")


def test_without_figures_no_report_speaks_of_cycles_one_by_one() -> None:
    assert "Ring by ring " not in report_bytes(example_results(), ".md", MOMENT).decode()
    assert '"cycles"' not in actions(example_results())


def test_a_text_tells_it_and_one_in_brief_does_not() -> None:
    told = cycles_text(gate_of_three_cycles(), NARROW).strip()
    assert told in text(three_cycles(), TODAY, width=NARROW)
    assert "cycle 2  " not in text(three_cycles(), TODAY, width=NARROW, brief=True)


def test_a_ring_that_nobody_ever_measured_is_unknown_in_every_cycle_and_never_0() -> None:
    figures = [figure(0, 100, ring="Test", cycle=cycle) for cycle in (1, 2)]
    said = cycles_text(gate_of(*figures, by=(By.RING, By.CYCLE)), 200)
    assert said.count("Test  ▲ 0 %  0 of 100") == 2
    assert said.count("Last  ○ not measured") == 2
    assert said.endswith("not measured in any cycle: Ring1, Last\n")


def test_rings_whose_latest_figures_are_of_one_day_stand_in_one_sentence() -> None:
    rings = {"Test": (1, 2, 3), "Ring1": (1, 2), "Last": (1, 2)}
    figures = [figure(96, 100, ring=ring, cycle=cycle) for ring, cycles in rings.items() for cycle in cycles]
    said = cycles_text(gate_of(*figures, by=(By.RING, By.CYCLE)), 200)
    assert f"    not measured in cycle 3: Ring1, Last; latest figures of {MEASURED}, in cycle 2\n" in said


def _noted() -> GateResults:
    """Two cycles: in the second one ring is small, and the other has two figures of one day."""
    before = [figure(96, 100, ring=ring, cycle=1) for ring in ("first", "broad")]
    second = [figure(17, 17, ring="first", cycle=2)]
    again = [figure(part, 100, ring="broad", cycle=2) for part in (97, 90)]
    found = actuals(*before, *second, *again, rings=["first", "broad"])
    return gate_results(judge([wanted(by=(By.RING, By.CYCLE))], found, TODAY))


def test_a_small_ring_and_the_worst_of_a_day_are_noted_and_what_that_means() -> None:
    meanings = ["small ring: one more or less decides", "worst of N: N figures of that day differ"]
    lines = cycles_text(_noted(), NARROW).splitlines()
    assert lines[5] == "   ".join(meanings)
    assert [" ".join(line.split()) for line in lines if "cycle 2" in line or line.startswith("             broad")] == [
        "broad ● 96 % 96 of 100",
        "cycle 2 first ● 100 % 17 of 17, small ring",
        "broad ▲ 90 % 90 of 100, worst of 2",
    ]
    (one,) = by_cycle(_noted())
    assert one.says.endswith("first ● 100 % (17 of 17), small ring · broad ▲ 90 % (90 of 100), worst of 2")
    assert list(ring_lines(one))[-2:] == meanings
    assert "small ring" not in cycles_text(gate_of_three_cycles(), NARROW)


def test_a_document_notes_the_same_below_its_table() -> None:
    blocks = list(cycles_blocks(_noted()))
    assert "● 100 % (17 of 17), small ring, " in str(blocks[0])
    assert "Small ring: one more or less decides; worst of N: N figures of that day differ." in str(blocks[1])


def test_what_is_only_recommended_says_so() -> None:
    figures = [figure(96, 100, cycle=cycle) for cycle in (1, 2)]
    said = cycles_text(gate_of(*figures, priority=Priority.SHOULD))
    assert "A criterion (at least 95 %, recommended): ● pass\n" in said


def test_numbers_of_cycles_that_nobody_measured_are_named() -> None:
    figures = [figure(96, 100, cycle=cycle) for cycle in (1, 3, 7)]
    gate = gate_of(*figures)
    assert "In cycle 2 none of these criteria was measured." in cycles_text(gate)
    assert "In cycles 4 to 6 none of these criteria was measured." in cycles_text(gate)
    assert "cycles in a row" not in gate_text(gate) + cycles_text(gate)


def test_of_many_cycles_the_latest_are_told_and_the_others_counted() -> None:
    figures = [figure(96, 100, cycle=cycle) for cycle in range(1, MOST_CYCLES + 3)]
    said = cycles_text(gate_of(*figures))
    assert re.findall(r"cycle (\d+)  ", said) == [str(number) for number in range(3, MOST_CYCLES + 3)]
    assert "2 earlier cycles are left out here; the results hold them." in said


@pytest.mark.parametrize(("part", "hidden"), [(90, ", without the waiver ▲ FAIL"), (96, "")])
def test_a_waiver_shows_what_lies_under_it_as_long_as_it_hides_anything(part: int, hidden: str) -> None:
    figures = [figure(part, 100, cycle=cycle) for cycle in (1, 2)]
    said = cycles_text(gate_of(*figures, waivers=[waiver(TODAY)]))
    assert f"{'◆ waived' if hidden else '● pass'}{hidden}\n    cycle 1  " in said


def test_an_expired_waiver_hides_nothing() -> None:
    figures = [figure(90, 100, cycle=cycle) for cycle in (1, 2)]
    said = cycles_text(gate_of(*figures, waivers=[waiver(TODAY - dt.timedelta(days=1))]))
    assert "(at least 95 %): ▲ FAIL\n" in said
    assert "waive" not in said


def test_a_single_thing_has_no_counts_and_a_value_on_its_threshold_its_side() -> None:
    hours: dict[str, Any] = {"comparison": Direction.AT_MOST, "value": "8", "unit": "hours", "per": 1}
    said = cycles_text(gate_of(figure("8.00001", 1, cycle=1), figure(7, 1, cycle=2), **hours))
    assert "    cycle 1  ▲ just over 8 hours\n    cycle 2  ●" in said
    assert said.endswith("7 hours\n")


def test_many_rings_go_on_below_the_first_ones() -> None:
    cells = [Cell(f"Ring {place:02}", "●", "96 %", ("48", "50"), "2026-12-04") for place in range(5)]
    lines = list(grid([(1, cells)], NARROW))
    assert [line.count("●") for line in lines] == [2, 2, 1]
    assert {line.index("Ring") for line in lines} == {13}
    assert {line.rindex("Ring") for line in lines[:2]} == {lines[0].rindex("Ring")}


@pytest.mark.parametrize("name", ["x" * 40, "環" * 40, "word " * 8, "\N{ARABIC LETTER MEEM}" * 40])
def test_no_line_is_wider_than_it_may_be_whatever_a_ring_is_called(name: str) -> None:
    figures = [
        figure("123456789.123456789", "987654321.987654321", ring=name.strip(), cycle=cycle) for cycle in (998, 999)
    ]
    found = actuals(*figures, rings=[name.strip(), "b"])
    gate = gate_results(judge([wanted(by=(By.RING, By.CYCLE))], found, TODAY))
    assert max(map(width_of, cycles_text(gate, NARROW).splitlines())) <= NARROW


def test_what_a_stranger_calls_a_ring_steers_nothing_and_begins_no_line() -> None:
    hostile = "\x1b]52;c;aGVsbG8=\x07\u202e[bold]red[/bold]\x9b31m"
    entries = [figure(96, 100, ring=hostile, cycle=cycle) for cycle in (1, 2)]
    read = read_actuals(clean_tree(document(*entries, rings=[hostile])), "pilot.toml")
    said = cycles_text(gate_results(judge([wanted(by=(By.RING, By.CYCLE))], read, TODAY)), 200)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said)
    assert said.count("[bold]red[/bold]") == 2


class _Tables(HTMLParser):
    """By the caption of each table its rows: of each cell the element, its scope and its text."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[tuple[str, str | None, str]]]] = {}
        self._rows: list[list[tuple[str, str | None, str]]] = []
        self._text: list[str] = []
        self._scope: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("caption", "th", "td"):
            self._text, self._scope = [], dict(attrs).get("scope")
        if tag == "table":
            self._rows = []
        if tag == "tr":
            self._rows.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag == "caption":
            self.tables["".join(self._text)] = self._rows
        if tag in ("th", "td"):
            self._rows[-1].append((tag, self._scope, "".join(self._text)))

    def handle_data(self, data: str) -> None:
        self._text.append(data)


@cache
def table() -> list[list[tuple[str, str | None, str]]]:
    page = _Tables()
    page.feed(report_bytes(three_cycles(), ".html", MOMENT).decode())
    (found,) = (rows for caption, rows in page.tables.items() if caption.startswith("Ring by ring "))
    return found


def test_the_page_has_a_table_with_a_head_for_each_cycle_and_for_each_ring() -> None:
    heads, *rows = table()
    assert heads == [("th", "col", text) for text in ("Criterion, ring", "Verdict", "Cycle 1", "Cycle 2", "Cycle 3")]
    assert {row[0][:2] for row in rows} == {("th", "row")}
    assert {tag for row in rows for tag, _, _ in row[1:]} == {"td"}


def test_the_table_says_value_counts_day_and_since_when_there_is_none() -> None:
    found = {row[0][2]: [text for _, _, text in row[1:]] for row in table()[1:]}
    assert found == {
        "Devices are current in every ring, first": [
            "○ not measured",
            "● 96 % (48 of 50), 2026-11-27; 1 earlier figure",
            "● 98 % (49 of 50), 2026-12-04",
            "● 98 % (49 of 50), 2026-12-11",
        ],
        "Devices are current in every ring, broad": [
            "○ not measured",
            "▲ 91 % (364 of 400), 2026-11-27",
            "● 95.8 % (383 of 400), 2026-12-04",
            "○ not measured; latest figure of 2026-12-04, in cycle 2",
        ],
        "Devices that are online get it": [
            "● pass",
            "▲ 2.8 % (12 of 430), 2026-11-27",
            "● 1.4 % (6 of 436), 2026-12-04",
            "● 0.9 % (4 of 440), 2026-12-11",
        ],
        "Critical applications are tested": [
            "◆ waived, without the waiver ▲ FAIL",
            "▲ 81.8 % (9 of 11), 2026-11-27",
            "○ not measured",
            "▲ 90.9 % (10 of 11), 2026-12-11",
        ],
    }


def test_the_same_stands_in_markdown_with_what_has_no_row() -> None:
    said = report_bytes(three_cycles(), ".md", MOMENT).decode()
    row = "| ○ not measured | ● 96 % (48 of 50), 2026-11-27; 1 earlier figure |"
    assert row in said
    assert "in any of these cycles: “Go or hold by a written rule”." in said


def test_an_action_tells_its_cycles_in_a_column_of_their_own() -> None:
    heads, *rows = csv.reader(io.StringIO(actions(three_cycles()).removeprefix("\ufeff"), newline=""))
    assert heads[-2:] == ["kind", "cycles"]
    told = {row[0]: row[-1] for row in rows if row[-1]}
    assert told["failed_installs"] == (
        "cycle 1: ▲ 2.8 % (12 of 430)   cycle 2: ● 1.4 % (6 of 436)   cycle 3: ● 0.9 % (4 of 440)"
    )
    assert told["stop_rule"] == "cycle 1: ○ not measured   cycle 2: ○ not measured   cycle 3: ○ not measured"
    assert {len(row) for row in rows} == {len(heads)}
