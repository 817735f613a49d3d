"""What is not counted by cycle and was measured again: each figure with its day, wherever the gate is told."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import tomllib
from typing import Any, Final

from maturity.app.screens.comparison_things import detail_of
from maturity.app.screens.detail import People
from maturity.reports.actions import actions
from maturity.reports.by_cycle import cycles_text
from maturity.reports.by_day import by_day, days_text
from maturity.reports.nameless import nameless
from maturity.reports.outline import text
from maturity.reports.writing import report_bytes
from maturity.results.build_gate import gate_results
from maturity.results.gate import GateResults
from maturity.results.model import read_results
from maturity.results.writing import to_json, to_toml
from questionnaires.words import By, Direction
from scoring.criteria.gate import judge
from tests.given.pilots import TODAY, actuals, figure, waiver, wanted
from tests.given.three_cycles import gate_of_three_cycles, three_cycles

MOMENT: Final = dt.datetime(2026, 12, 15, 9, tzinfo=dt.UTC)
DAYS: Final = tuple(dt.date(2026, 12, day) for day in (1, 5, 9))


def gate_of(*figures: dict[str, Any], waivers: tuple[dict[str, Any], ...] = (), **more: Any) -> GateResults:
    judgement = judge([wanted(**more)], actuals(*figures, waivers=waivers), TODAY)
    return gate_results(judgement)


def coverage(*parts: int, **more: Any) -> GateResults:
    """A count that should be 0, on one day after the other; as they lie in the file the last one stands first."""
    figures = [figure(part, 1, date=day) for part, day in zip(parts, DAYS, strict=True)]
    limit: dict[str, Any] = {"comparison": Direction.AT_MOST, "value": "0", "unit": "items", "per": 1}
    return gate_of(*reversed(figures), **limit, **more)


def test_each_figure_stands_with_its_day_and_the_first_one_first() -> None:
    assert days_text(coverage(9, 9, 13, waivers=(waiver(TODAY),))).splitlines() == [
        "",
        "Day by day",
        "----------",
        "",
        "A criterion (none at all): ◆ waived, without the waiver ▲ FAIL",
        "    2026-12-01 ▲ 9 items",
        "    2026-12-05 ▲ 9 items",
        "    2026-12-09 ▲ 13 items",
    ]


def test_a_criterion_on_one_line_is_told_day_by_day() -> None:
    (one,) = by_day(coverage(9, 9, 13))
    assert one.says == "2026-12-01: ▲ 9 items   2026-12-05: ▲ 9 items   2026-12-09: ▲ 13 items"


def test_what_was_measured_once_is_told_by_the_verdict_alone() -> None:
    gate = gate_of(figure(96, 100))
    assert (by_day(gate), days_text(gate), gate.verdict[0].earlier) == ((), "", ())


def test_rings_are_told_one_after_the_other() -> None:
    figures = [figure(part, 20, ring=ring, date=day) for ring in ("Test", "Last") for part, day in ((18, DAYS[0]),)]
    gate = gate_of(*figures, figure(20, 20, ring="Test", date=DAYS[1]), by=(By.RING,))
    (one,) = by_day(gate)
    assert [(day.ring, day.when, day.says) for day in one.days] == [
        ("Test", "2026-12-01", "▲ 90 % (18 of 20)"),
        ("Test", "2026-12-05", "● 100 % (20 of 20)"),
        ("Last", "2026-12-01", "▲ 90 % (18 of 20)"),
    ]


def test_a_figure_that_was_numbered_says_its_cycle_beside_its_day() -> None:
    figures = [figure(part, 100, cycle=number, date=DAYS[0]) for number, part in ((1, 90), (2, 96))]
    (one,) = by_day(gate_of(*figures))
    assert [day.when for day in one.days] == ["2026-12-01, cycle 1", "2026-12-01, cycle 2"]


def test_of_an_earlier_day_the_worst_figure_is_told_as_it_stood_then() -> None:
    figures = [figure(part, 100, date=day) for part, day in ((90, DAYS[0]), (97, DAYS[0]), (96, DAYS[1]))]
    (verdict,) = gate_of(*figures).verdict
    assert [(one.numerator, one.of_day) for one in verdict.earlier] == [(90, 2)]
    assert (verdict.figure[0].missed_before, len(verdict.figure)) == (1, 1)


def test_a_cycle_that_was_measured_again_says_what_it_was_before() -> None:
    said = cycles_text(gate_of_three_cycles())
    assert "measured again in cycle 1: first, before it ▲ 88 % (44 of 50) on 2026-11-25" in said
    assert by_day(gate_of_three_cycles())[0].says == "2026-12-02: ▲ 19 hours   2026-12-09: ● 9.5 hours"


def test_every_report_and_the_table_of_actions_tell_it() -> None:
    told = "2026-12-02: ▲ 19 hours; 2026-12-09: ● 9.5 hours"
    for suffix in (".html", ".md"):
        assert told in report_bytes(three_cycles(), suffix, MOMENT).decode()
    assert "2026-12-02 ▲ 19 hours" in text(three_cycles(), TODAY)
    rows = csv.DictReader(io.StringIO(actions(three_cycles()).removeprefix("\ufeff"), newline=""))
    assert {row["id"]: row["cycles"] for row in rows}["pause_drill"] == told.replace(";", "  ")


def test_the_app_tells_it_behind_the_criterion() -> None:
    detail = detail_of(three_cycles(), People(None), "criterion:pause_drill")
    assert detail is not None
    lines = [str(part).strip() for part in detail.parts]
    first = lines.index("Day by day")
    assert lines[first + 1 : first + 3] == ["2026-12-02  ▲ 19 hours", "2026-12-09  ● 9.5 hours"]


def test_results_keep_it_and_older_ones_can_be_read_without_it() -> None:
    document = tomllib.loads(to_toml(three_cycles()))
    found = {one["criterion"]: one.pop("earlier", []) for one in document["gate"]["verdict"]}
    assert [one["numerator"] for one in found["pause_drill"]] == [19]
    assert [one["numerator"] for one in found["currency_per_ring"]] == [44]
    older = read_results(document, "results.toml")
    assert older.gate is not None
    assert "Measured again: “Pause drill: we can stop a rollout”" in cycles_text(older.gate).replace("\n", " ")
    assert days_text(older.gate) == ""


def test_results_that_are_sent_leave_out_places_of_earlier_figures_as_well() -> None:
    gate = coverage(9, 9, 13)
    earlier = tuple(one.model_copy(update={"report": "C:/x"}) for one in gate.verdict[0].earlier)
    verdict = gate.verdict[0].model_copy(update={"earlier": earlier})
    results = three_cycles().model_copy(update={"gate": gate.model_copy(update={"verdict": (verdict,)})})
    assert "C:/x" in to_json(results)
    assert "C:/x" not in json.dumps(json.loads(to_json(nameless(results))))
