"""The verdicts as a sponsor reads them: failures first, within the width, and nothing that steers a terminal."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any, Final

import pytest

from maturity.reports.criteria import WIDTH
from maturity.reports.gate import gate_text
from maturity.results.build_gate import gate_results
from maturity.results.writing import to_json
from questionnaires.actuals import read_actuals
from questionnaires.reading import clean_tree
from questionnaires.words import By, Direction, Priority
from scoring.criteria.gate import judge
from tests.given.pilots import MEASURED, TODAY, actuals, document, figure, judged, waiver, wanted

HOSTILE: Final = "\x1b]52;c;aGVsbG8=\x07\u202e[bold]red[/bold]\x9b31m"
STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


def said(*figures: dict[str, Any], **more: Any) -> str:
    return gate_text(gate_results(judged(*figures, **more)))


def test_a_verdict_shows_threshold_owner_and_the_counts_behind_it() -> None:
    assert said(figure(19, 20, ring="Test")).splitlines() == [
        "Not yet: 0 of 1 must passes, 1 is not measured.",
        "",
        "Musts",
        "-----",
        "",
        "○ not measured  A criterion (at least 95 %; owner Sponsor)",
        f"                Test: 95 % (19 of 20, {MEASURED}, Kim)",
        "                typed by hand, signed by Kim",
        "                not measured in Ring1, Last",
    ]


def spaced(text: str) -> str:
    """Broken lines joined, but for the space before a mark."""
    return " ".join(text.split()).replace(" ▲", "  ▲")


def test_cycles_in_a_row_stand_below_the_first_line() -> None:
    counted = wanted(by=(By.CYCLE,))
    figures = [figure(96, 100, cycle=cycle) for cycle in (1, 2)]
    text = gate_text(gate_results(judge([counted], actuals(*figures), TODAY)))
    assert text.splitlines()[:3] == [
        "Yes: 1 of 1 must passes, in 2 cycles in a row.",
        "In a row: 2 cycles up to cycle 2, in which the one must that is counted by cycle passed.",
        "",
    ]
    assert "passes in 2 cycles in a row, up to cycle 2\n" in text


def test_rings_that_are_behind_are_named_apart_from_those_never_measured() -> None:
    counted = wanted(by=(By.RING, By.CYCLE))
    figures = [figure(96, 100, ring="Test", cycle=3), figure(96, 100, ring="Ring1", cycle=1)]
    text = spaced(gate_text(gate_results(judge([counted], actuals(*figures), TODAY))))
    assert "not measured in cycle 3, the latest: Ring1 not measured in Last" in text


def test_a_must_that_is_a_cycle_behind_says_so() -> None:
    criteria = [wanted(by=(By.CYCLE,)), wanted("other", by=(By.CYCLE,))]
    figures = [figure(96, 100, cycle=2), figure(96, 100, cycle=3, criterion="other")]
    text = gate_text(gate_results(judge(criteria, actuals(*figures), TODAY)))
    assert "\n                not measured in cycle 3, the latest\n" in text


def test_a_drill_that_was_repeated_says_what_came_before() -> None:
    hours = wanted(comparison=Direction.AT_MOST, value="8", unit="hours", per=1)
    later = [figure(6, 1, date=TODAY), figure(7, 1, date=TODAY)]
    text = gate_text(gate_results(judge([hours], actuals(figure(30, 1), *later), TODAY)))
    assert (
        f"7 hours ({TODAY}, Kim); the worse of 2 figures of that day; 1 figure before it missed the threshold"
    ) in spaced(text)


def test_a_cycle_that_was_counted_again_says_that_its_first_count_missed() -> None:
    again = [figure(99, 100, cycle=2, date=TODAY), *(figure(90 + part, 100, cycle=2) for part in (1, 2))]
    text = spaced(gate_text(gate_results(judge([wanted(by=(By.CYCLE,))], actuals(*again), TODAY))))
    assert "99 of 100, 2026-12-15, Kim); 2 figures of this cycle before it missed the threshold" in text


def test_results_of_an_earlier_version_say_nothing_of_cycles_in_a_row() -> None:
    gate = gate_results(judge([wanted(by=(By.CYCLE,))], actuals(figure(96, 100, cycle=1)), TODAY))
    assert "In a row" not in gate_text(gate.model_copy(update={"cycles_say": None}))


def test_failures_come_first_and_passes_last() -> None:
    names = ("passes", "waived", "open", "fails")
    figures = actuals(
        figure(20, 20, criterion="passes"),
        figure(1, 20, criterion="fails"),
        waivers=[waiver(TODAY, criterion="waived")],
    )
    text = gate_text(gate_results(judge([wanted(name) for name in names], figures, TODAY)))
    marks = [line[:16].rstrip() for line in text.splitlines() if "A criterion" in line]
    assert marks == ["▲ FAIL", "○ not measured", "◆ waived", "● pass"]


def test_musts_come_before_what_is_recommended_besides() -> None:
    criteria = [wanted("wish", priority=Priority.SHOULD), wanted(), wanted("maybe", priority=Priority.COULD)]
    text = gate_text(gate_results(judge(criteria, actuals(), TODAY)))
    assert re.findall(r"(.*)\n-+\n", text) == ["Musts", "Recommended besides", "Could"]


def test_a_figure_that_misses_says_so_in_words() -> None:
    assert "94.9 % (949 of 1000, 2026-12-04, Kim)  ▲ misses the threshold\n" in said(figure(949, 1000))


@pytest.mark.parametrize(
    ("comparison", "threshold", "part", "whole", "shown"),
    [
        (Direction.AT_LEAST, "95", 9_499_999, 10_000_000, "just under 95 % (9499999 of 10000000"),
        (Direction.AT_LEAST, "100", 9_999_999, 10_000_000, "just under 100 % (9999999 of 10000000"),
        (Direction.AT_LEAST, "95", 949, 1000, "94.9 % (949 of 1000"),
        (Direction.AT_LEAST, "95", 1, 3, "33.3 % (1 of 3"),
        (Direction.AT_LEAST, "95", 9_499, 10_000, "94.99 % (9499 of 10000"),
        (Direction.AT_MOST, "3", 300_001, 10_000_000, "just over 3 % (300001 of 10000000"),
        (Direction.AT_MOST, "0", 1, 10_000_000, "just over 0 % (1 of 10000000"),
    ],
)
def test_rounding_never_puts_on_its_threshold_what_misses_it(
    comparison: Direction, threshold: str, part: int, whole: int, shown: str
) -> None:
    found = judge([wanted(comparison=comparison, value=threshold)], actuals(figure(part, whole)), TODAY)
    assert f"{shown}, {MEASURED}, Kim)  ▲ misses the threshold" in spaced(gate_text(gate_results(found)))


def test_what_meets_its_threshold_is_shown_as_it_is_rounded() -> None:
    assert "  95 % (9500001 of 10000000, 2026-12-04, Kim)\n" in said(figure(9_500_001, 10_000_000))


def test_large_counts_are_written_out() -> None:
    assert f"95 % (950000000 of 1000000000, {MEASURED}, Kim)" in said(figure(950_000_000, 1_000_000_000))


def test_a_figure_of_one_is_said_in_the_singular_where_it_is_known() -> None:
    hours = wanted(comparison=Direction.AT_MOST, value="8", unit="hours", per=1)
    hours = replace(hours, threshold=replace(hours.threshold, one="hour"))
    shown = gate_text(gate_results(judge([hours], actuals(figure(1, 1)), TODAY)))
    assert "  1 hour (" in shown
    assert "(at most 8 hours; owner Sponsor)" in shown


def test_a_small_ring_is_marked() -> None:
    assert "a small ring, where one more or less decides" in " ".join(said(figure(12, 12, ring="Test")).split())


@pytest.mark.parametrize(("days", "words"), [(0, "set aside by Sam"), (-1, "the waiver has ended: set aside by Sam")])
def test_a_waiver_shows_name_end_and_reason(days: int, words: str) -> None:
    until = TODAY.replace(day=TODAY.day + days)
    text = " ".join(said(waivers=[waiver(until)]).split())
    assert f"{words} until {until}: The drill is planned" in text


@pytest.mark.parametrize("character", ["x ", "word"])
def test_no_line_is_wider_than_a_mail(character: str) -> None:
    def long(most: int) -> str:
        return (character * most)[: min(most, 60) if character == "word" else most]

    ring = "Ring " + "y" * 30
    figures = [
        figure("123456789.123456789", "987654321.987654321", ring=ring, cycle=999, by=long(80), report=long(240))
    ]
    found = actuals(*figures, rings=[ring, *"ABCDEFGHIJKLMN"], waivers=[waiver(TODAY, by=long(80), reason=long(240))])
    text = gate_text(gate_results(judge([wanted()], found, TODAY)))
    assert max(map(len, text.splitlines())) <= WIDTH


def test_what_a_stranger_wrote_steers_nothing() -> None:
    entry = figure(19, 20, by=HOSTILE, report=HOSTILE, ring=HOSTILE)
    written = document(entry, rings=[HOSTILE], waivers=[waiver(TODAY, by=HOSTILE, reason=HOSTILE)])
    gate = gate_results(judge([wanted(value="99")], read_actuals(clean_tree(written), "pilot.toml"), TODAY))
    for shown in (gate_text(gate), to_json(gate)):
        assert not STEERING.search(shown)
        assert "[bold]red[/bold]" in shown


def test_json_holds_every_figure() -> None:
    hours = wanted(comparison=Direction.AT_MOST, value="8", unit="hours", per=1)
    judgement = judge([hours], actuals(figure("8.25", 1, report="The audit log.")), TODAY)
    tree = json.loads(to_json(gate_results(judgement)))
    assert tree == {
        "gate": "leave_pilot",
        "open": False,
        "says": "Not yet: 0 of 1 must passes, 1 fails.",
        "musts": {"pass": 0, "fail": 1, "not_measured": 0, "waived": 0},
        "verdict": [
            {
                "criterion": "stop",
                "title": "A criterion",
                "priority": "must",
                "threshold": 8,
                "unit": "hours",
                "comparison": "at_most",
                "owner": "Sponsor",
                "outcome": "fail",
                "figure": [
                    {
                        "date": str(MEASURED),
                        "by": "Kim",
                        "report": "The audit log.",
                        "numerator": 8.25,
                        "denominator": 1,
                        "value": 8.25,
                        "passes": False,
                    }
                ],
            }
        ],
    }


def test_extreme_figures_are_numbers_like_any_other() -> None:
    figures = [
        figure(Decimal("1e-9"), Decimal("1e9"), ring="Test"),
        figure(Decimal("1e-9"), Decimal("1e-9"), ring="Last"),
    ]
    gate = gate_results(judged(*figures))
    assert [one["value"] for one in json.loads(to_json(gate))["verdict"][0]["figure"]] == [0, 100]
